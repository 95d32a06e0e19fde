//! Styles by role. The sixteen colours of the terminal and its own background, in three palettes; without colour every
//! state still differs by weight, underline or reversal.

use ratatui::style::{Color, Modifier, Style};

use crate::evaluation::Group;
use crate::paint::Palette;

/// The styles of all roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// `None` without colour.
    hues: Option<Hues>,
}

/// What colours stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Hues {
    /// Headings and captions.
    accent: Color,
    /// What is promised, and what is well.
    good: Color,
    /// What is missing, late or open.
    warning: Color,
    /// What was missed.
    bad: Color,
    /// Supplied characters.
    supplied: Color,
    /// Behind black characters that match.
    matched: Color,
    /// Behind the match that one stands at.
    here: Color,
}

const ANYWHERE: Hues = Hues {
    accent: Color::Cyan,
    good: Color::Green,
    warning: Color::Yellow,
    bad: Color::Red,
    supplied: Color::Magenta,
    matched: Color::Yellow,
    here: Color::LightGreen,
};

const ON_DARK: Hues = Hues {
    accent: Color::LightCyan,
    good: Color::LightGreen,
    warning: Color::LightYellow,
    bad: Color::LightRed,
    supplied: Color::LightMagenta,
    matched: Color::LightYellow,
    here: Color::LightGreen,
};

const ON_LIGHT: Hues = Hues {
    accent: Color::Blue,
    good: Color::Blue,
    warning: Color::Magenta,
    bad: Color::Red,
    supplied: Color::Magenta,
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

    /// What matters less: labels, units, hints.
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

    /// Titles over lists, names of columns.
    pub fn caption(self) -> Style {
        self.coloured(|hues| hues.accent)
            .add_modifier(Modifier::BOLD)
    }

    /// The selected row of the half that has the keyboard.
    pub fn selected(self) -> Style {
        // The colours of what lies below would turn into a patchwork of backgrounds.
        Style::new()
            .fg(Color::Reset)
            .bg(Color::Reset)
            .add_modifier(Modifier::REVERSED)
            .remove_modifier(Modifier::DIM)
    }

    /// The selected row of the half that has not the keyboard; the present place in the table of contents.
    pub fn present(self) -> Style {
        self.coloured(|hues| hues.accent)
            .add_modifier(Modifier::BOLD)
    }

    /// Characters that match what is sought.
    pub fn matched(self) -> Style {
        match self.hues {
            Some(hues) => Style::new().fg(Color::Black).bg(hues.matched),
            None => Style::new().add_modifier(Modifier::UNDERLINED | Modifier::BOLD),
        }
    }

    /// The match that one stands at.
    pub fn matched_here(self) -> Style {
        match self.hues {
            Some(hues) => Style::new()
                .fg(Color::Black)
                .bg(hues.here)
                .add_modifier(Modifier::BOLD),
            None => Style::new().add_modifier(Modifier::REVERSED),
        }
    }

    /// Words that a jump led to.
    pub fn quoted(self) -> Style {
        self.coloured(|hues| hues.good)
            .add_modifier(Modifier::UNDERLINED)
    }

    /// Supplied characters while they are marked.
    pub fn supplied(self) -> Style {
        self.coloured(|hues| hues.supplied)
    }

    /// Lines and tracks.
    pub fn line(self) -> Style {
        self.quiet()
    }

    /// A figure that is promised.
    pub fn goal(self) -> Style {
        self.coloured(|hues| hues.good).add_modifier(Modifier::BOLD)
    }

    /// Data that is missing.
    pub fn missing(self) -> Style {
        self.coloured(|hues| hues.warning)
    }

    /// What the data of a target come to. The words beside it say the same.
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

    /// The tab of the present view, the chosen domain.
    pub fn chosen(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD)
    }

    /// Something told to the user.
    pub fn message(self) -> Style {
        self.coloured(|hues| hues.warning)
            .add_modifier(Modifier::BOLD)
    }
}
