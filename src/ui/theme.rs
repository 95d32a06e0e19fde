//! Styles by role, in the colours of a palette (`hues`); without colour every state still differs by weight, underline or
//! reversal.

mod hues;

use ratatui::style::{Color, Modifier, Style};

use self::hues::{Areas, Hues};
use crate::evaluation::Group;
use crate::gauge::Part;
use crate::paint::{Depth, Palette};

/// The styles of all roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// The colours; `None` without colour.
    hues: Option<Hues>,
}

impl Theme {
    /// The styles of a palette, in as many colours as the terminal has.
    pub fn new(palette: Palette, depth: Depth) -> Self {
        Self {
            hues: Hues::of(palette, depth),
        }
    }

    fn areas(self) -> Option<Areas> {
        self.hues.and_then(|hues| hues.areas)
    }

    /// The ground of everything; nothing where it is the terminal's own.
    pub fn ground(self) -> Style {
        match self.hues.and_then(|hues| hues.ground) {
            Some((text, ground)) => Style::new().fg(text).bg(ground),
            None => Style::new(),
        }
    }

    /// The ground of the header and the footer.
    pub fn bar(self) -> Style {
        self.areas()
            .map_or_else(Style::new, |areas| Style::new().bg(areas.bar))
    }

    /// The keys of hints.
    pub fn key(self) -> Style {
        match self.areas() {
            Some(_) => self.caption(),
            None => self.quiet(),
        }
    }

    fn coloured(self, hue: fn(&Hues) -> Color) -> Style {
        self.hues
            .map_or_else(Style::new, |hues| Style::new().fg(hue(&hues)))
    }

    /// Text.
    pub fn plain(self) -> Style {
        Style::new()
    }

    /// Labels, units, hints.
    pub fn quiet(self) -> Style {
        match self.hues.and_then(|hues| hues.quiet) {
            Some(hue) => Style::new().fg(hue),
            None => Style::new().add_modifier(Modifier::DIM),
        }
    }

    /// Names of things, and figures.
    pub fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// Headings, by their depth in the table of contents.
    pub fn heading(self, depth: u8) -> Style {
        match depth {
            0 => self
                .coloured(|hues| hues.accent)
                .add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            1 => self
                .coloured(|hues| hues.accent)
                .add_modifier(Modifier::BOLD),
            _ => self.strong(),
        }
    }

    /// Titles and captions.
    pub fn caption(self) -> Style {
        self.coloured(|hues| hues.accent)
            .add_modifier(Modifier::BOLD)
    }

    /// The selected row of the focused pane: on a ground of its own, on which its colours can be read.
    pub fn selected(self) -> Style {
        if let Some(areas) = self.areas() {
            return Style::new().bg(areas.selected).add_modifier(Modifier::BOLD);
        }
        // Reversed, the colours of the row would become a patchwork of backgrounds.
        Style::new()
            .fg(Color::Reset)
            .bg(Color::Reset)
            .add_modifier(Modifier::REVERSED)
            .remove_modifier(Modifier::DIM)
    }

    /// The thumb of a scroll bar.
    pub fn thumb(self) -> Style {
        self.quiet().add_modifier(Modifier::REVERSED)
    }

    /// The bar before what is marked in the text.
    pub fn mark(self) -> Style {
        self.coloured(|hues| hues.accent)
            .add_modifier(Modifier::REVERSED)
    }

    /// The sentence that is marked in a paragraph; everything else of it is [`Theme::unmarked`].
    pub fn marked(self) -> Style {
        Style::new()
            .add_modifier(Modifier::BOLD)
            .remove_modifier(Modifier::DIM)
    }

    /// What stands around the marked sentence in its paragraph.
    pub fn unmarked(self) -> Style {
        self.quiet().remove_modifier(Modifier::BOLD)
    }

    /// The current heading in the table of contents.
    pub fn present(self) -> Style {
        self.coloured(|hues| hues.accent)
            .add_modifier(Modifier::BOLD)
    }

    /// Matches.
    pub fn matched(self) -> Style {
        match self.hues {
            Some(hues) => Style::new().fg(hues.ink).bg(hues.matched),
            None => Style::new().add_modifier(Modifier::UNDERLINED | Modifier::BOLD),
        }
    }

    /// The current match.
    pub fn matched_here(self) -> Style {
        match self.hues {
            Some(hues) => bold(Style::new().fg(hues.ink).bg(hues.here)),
            None => Style::new().add_modifier(Modifier::REVERSED),
        }
    }

    /// Quotations of the plan.
    pub fn quoted(self) -> Style {
        self.promised().add_modifier(Modifier::UNDERLINED)
    }

    /// Observed figures in a chart.
    pub fn observed(self) -> Style {
        self.coloured(|hues| hues.observed)
    }

    /// A verdict that was another one a year before.
    pub fn changed(self) -> Style {
        Style::new().add_modifier(Modifier::UNDERLINED)
    }

    /// Words of the text that state a target.
    pub fn stated(self) -> Style {
        Style::new().add_modifier(Modifier::UNDERLINED)
    }

    /// Supplied characters while they are marked.
    pub fn supplied(self) -> Style {
        self.coloured(|hues| hues.supplied)
    }

    /// Supplied characters that are the likeliest of several.
    pub fn uncertain(self) -> Style {
        self.supplied().add_modifier(Modifier::UNDERLINED)
    }

    /// Notes of the editor within the text. They look alike in every kind of paragraph.
    pub fn note(self) -> Style {
        Style::new()
            .fg(Color::Reset)
            .patch(self.quiet())
            .remove_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }

    /// Lines and tracks.
    pub fn line(self) -> Style {
        self.quiet()
    }

    /// Goals.
    pub fn goal(self) -> Style {
        self.promised().add_modifier(Modifier::BOLD)
    }

    fn promised(self) -> Style {
        let promised = self.hues.and_then(|hues| hues.promised);
        promised.map_or_else(Style::new, |hue| Style::new().fg(hue))
    }

    /// The parts of a gauge, in the style of its verdict.
    pub fn gauge(self, part: Part, group: Group) -> Style {
        let verdict = self.verdict(group).remove_modifier(Modifier::BOLD);
        match (part, self.areas()) {
            (Part::Reached, Some(areas)) => areas.body(group).map_or(verdict, |it| verdict.fg(it)),
            (Part::Alternate, None) => verdict.add_modifier(Modifier::DIM),
            (Part::Reached | Part::Alternate | Part::Tip | Part::Told, _) => verdict,
            // A hairline, since blanks take the same room everywhere, which signs of a line do not.
            (Part::Rest, Some(areas)) => Style::new()
                .fg(areas.rest)
                .add_modifier(Modifier::UNDERLINED),
            (Part::Rest, None) | (Part::Missing | Part::Ahead, _) => self.line(),
            (Part::TickPassed, Some(areas)) => {
                let body = areas.body(group);
                let ink = self.hues.map(|hues| hues.ink);
                let on_body = body
                    .zip(ink)
                    .map(|(body, ink)| Style::new().fg(ink).bg(body));
                on_body.unwrap_or_else(|| self.quiet())
            }
            (Part::TipAtTick, areas) => areas.map_or(verdict, |it| verdict.bg(it.rest)),
            (Part::Tick | Part::TickPassed, _) => self.quiet(),
            (Part::Goal, _) => self.goal(),
            (Part::Met, _) => self.verdict(Group::Reached),
            (Part::Missed, _) => self.verdict(Group::Missed),
        }
    }

    /// The parts of a gauge of several rows: a bar on a track.
    pub fn thick_gauge(self, part: Part, group: Group) -> Style {
        let style = self.gauge(part, group);
        let is_bar = !matches!(
            part,
            Part::Told
                | Part::Met
                | Part::Missed
                | Part::Missing
                | Part::Ahead
                | Part::TickPassed
                | Part::TipAtTick
        );
        match self.areas().filter(|_| is_bar) {
            Some(areas) => style.bg(areas.track).remove_modifier(Modifier::UNDERLINED),
            None => style,
        }
    }

    /// Missing data.
    pub fn missing(self) -> Style {
        self.coloured(|hues| hues.warning)
    }

    /// Verdicts; the colour only repeats the words.
    pub fn verdict(self, group: Group) -> Style {
        match group {
            Group::Reached => bold(self.coloured(|hues| hues.good)),
            Group::OnCourse => self.coloured(|hues| hues.good),
            Group::Behind => bold(self.coloured(|hues| hues.warning)),
            Group::Missed => bold(self.coloured(|hues| hues.bad)),
            Group::Open => self.coloured(|hues| hues.warning),
            Group::NoData => self.quiet(),
        }
    }

    /// The current tab or domain.
    pub fn chosen(self) -> Style {
        if let (Some(hues), Some(areas)) = (self.hues, self.areas()) {
            return Style::new()
                .fg(areas.chosen)
                .bg(hues.accent)
                .add_modifier(Modifier::BOLD);
        }
        Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD)
    }

    /// The message in the footer.
    pub fn message(self) -> Style {
        bold(self.coloured(|hues| hues.warning))
    }
}

/// Bold, or slanted where that would change the colour: many terminals draw bold text of the first eight colours in their
/// bright twins, and those of black, red and magenta are harder to read.
fn bold(style: Style) -> Style {
    match style.fg {
        Some(Color::Black | Color::Red | Color::Magenta) => style.add_modifier(Modifier::ITALIC),
        _ => style.add_modifier(Modifier::BOLD),
    }
}
