//! Styles by role, in three palettes: of the terminal's sixteen colours, and for a known background of its 256; without
//! colour every state still differs by weight, underline or reversal.

use ratatui::style::{Color, Modifier, Style};

use crate::evaluation::Group;
use crate::gauge::Part;
use crate::paint::Palette;

/// The styles of all roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// The colours; `None` without colour.
    hues: Option<Hues>,
}

/// The colours by meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Hues {
    /// Headings and captions.
    accent: Color,
    /// What was promised: goals and quotations. `None` where no colour is left that is not one of a verdict.
    promised: Option<Color>,
    /// Good verdicts.
    good: Color,
    /// Missing data, and late or open verdicts.
    warning: Color,
    /// Missed targets.
    bad: Color,
    /// Supplied characters.
    supplied: Color,
    /// The background of matches.
    matched: Color,
    /// The background of the current match.
    here: Color,
}

const ANYWHERE: Hues = Hues {
    accent: Color::Cyan,
    promised: None,
    good: Color::Green,
    warning: Color::Yellow,
    bad: Color::Red,
    supplied: Color::Magenta,
    matched: Color::Yellow,
    here: Color::LightGreen,
};

const ON_DARK: Hues = Hues {
    accent: Color::Indexed(80),
    promised: Some(Color::Indexed(223)),
    good: Color::Indexed(114),
    warning: Color::Indexed(215),
    bad: Color::Indexed(210),
    supplied: Color::Indexed(177),
    matched: Color::LightYellow,
    here: Color::LightGreen,
};

const ON_LIGHT: Hues = Hues {
    accent: Color::Indexed(24),
    promised: Some(Color::Indexed(94)),
    good: Color::Indexed(22),
    warning: Color::Indexed(130),
    bad: Color::Indexed(124),
    supplied: Color::Indexed(90),
    matched: Color::Yellow,
    here: Color::Green,
};

impl Theme {
    /// The styles of a palette.
    pub fn new(palette: Palette) -> Self {
        let hues = match palette {
            Palette::Auto => Some(ANYWHERE),
            Palette::Dark => Some(ON_DARK),
            Palette::Light => Some(ON_LIGHT),
            Palette::Mono => None,
        };
        Self { hues }
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
        Style::new().add_modifier(Modifier::DIM)
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

    /// The selected row of the focused pane.
    pub fn selected(self) -> Style {
        // Reversed, the colours of the row would become a patchwork of backgrounds.
        Style::new()
            .fg(Color::Reset)
            .bg(Color::Reset)
            .add_modifier(Modifier::REVERSED)
            .remove_modifier(Modifier::DIM)
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
        Style::new()
            .add_modifier(Modifier::DIM)
            .remove_modifier(Modifier::BOLD)
    }

    /// The current heading in the table of contents.
    pub fn present(self) -> Style {
        self.coloured(|hues| hues.accent)
            .add_modifier(Modifier::BOLD)
    }

    /// Matches.
    pub fn matched(self) -> Style {
        match self.hues {
            Some(hues) => Style::new().fg(Color::Black).bg(hues.matched),
            None => Style::new().add_modifier(Modifier::UNDERLINED | Modifier::BOLD),
        }
    }

    /// The current match.
    pub fn matched_here(self) -> Style {
        match self.hues {
            Some(hues) => Style::new()
                .fg(Color::Black)
                .bg(hues.here)
                .add_modifier(Modifier::BOLD),
            None => Style::new().add_modifier(Modifier::REVERSED),
        }
    }

    /// Quotations of the plan.
    pub fn quoted(self) -> Style {
        self.promised().add_modifier(Modifier::UNDERLINED)
    }

    /// A verdict that was another one a year before.
    pub fn changed(self) -> Style {
        Style::new().add_modifier(Modifier::UNDERLINED)
    }

    /// Words of the text that state a target with a figure to reach.
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
            .add_modifier(Modifier::DIM)
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
        match part {
            Part::Reached | Part::Level => verdict,
            Part::Alternate => verdict.add_modifier(Modifier::DIM),
            Part::TickOver => verdict.add_modifier(Modifier::REVERSED),
            Part::Rest | Part::Missing | Part::Ahead => self.line(),
            Part::Tick => self.quiet(),
            Part::Goal => self.goal(),
            Part::Met => self.verdict(Group::Reached),
            Part::Missed => self.verdict(Group::Missed),
        }
    }

    /// Missing data.
    pub fn missing(self) -> Style {
        self.coloured(|hues| hues.warning)
    }

    /// Verdicts; the colour only repeats the words.
    pub fn verdict(self, group: Group) -> Style {
        match group {
            Group::Reached => self.coloured(|hues| hues.good).add_modifier(Modifier::BOLD),
            Group::OnCourse => self.coloured(|hues| hues.good),
            Group::Behind => self
                .coloured(|hues| hues.warning)
                .add_modifier(Modifier::BOLD),
            Group::Missed => self.coloured(|hues| hues.bad).add_modifier(Modifier::BOLD),
            Group::Open => self.coloured(|hues| hues.warning),
            Group::NoData => self.quiet(),
        }
    }

    /// The current tab or domain.
    pub fn chosen(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD)
    }

    /// The message in the footer.
    pub fn message(self) -> Style {
        self.coloured(|hues| hues.warning)
            .add_modifier(Modifier::BOLD)
    }
}
