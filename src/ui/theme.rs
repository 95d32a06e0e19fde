//! Styles by role. The sixteen colours of the terminal and its own background, so that light and dark both work; without
//! colour every state still differs by weight, underline or reversal.

use ratatui::style::{Color, Modifier, Style};

use crate::evaluation::Group;

/// The styles of all roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    colour: bool,
}

impl Theme {
    /// Styles with colour, or by weight and reversal alone.
    pub fn new(colour: bool) -> Self {
        Self { colour }
    }

    fn coloured(self, colour: Color) -> Style {
        if self.colour {
            Style::new().fg(colour)
        } else {
            Style::new()
        }
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
                .coloured(Color::Cyan)
                .add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            1 => self.coloured(Color::Cyan).add_modifier(Modifier::BOLD),
            _ => self.strong(),
        }
    }

    /// Titles over lists, names of columns.
    pub fn caption(self) -> Style {
        self.coloured(Color::Cyan).add_modifier(Modifier::BOLD)
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
        self.coloured(Color::Cyan).add_modifier(Modifier::BOLD)
    }

    /// Characters that match what is sought.
    pub fn matched(self) -> Style {
        if self.colour {
            Style::new().fg(Color::Black).bg(Color::Yellow)
        } else {
            Style::new().add_modifier(Modifier::UNDERLINED | Modifier::BOLD)
        }
    }

    /// The match that one stands at.
    pub fn matched_here(self) -> Style {
        if self.colour {
            Style::new()
                .fg(Color::Black)
                .bg(Color::LightGreen)
                .add_modifier(Modifier::BOLD)
        } else {
            Style::new().add_modifier(Modifier::REVERSED)
        }
    }

    /// Words that a jump led to.
    pub fn quoted(self) -> Style {
        self.coloured(Color::Green)
            .add_modifier(Modifier::UNDERLINED)
    }

    /// Supplied characters while they are marked.
    pub fn supplied(self) -> Style {
        self.coloured(Color::Magenta)
    }

    /// Lines and tracks.
    pub fn line(self) -> Style {
        self.quiet()
    }

    /// A figure that is promised.
    pub fn goal(self) -> Style {
        self.coloured(Color::Green).add_modifier(Modifier::BOLD)
    }

    /// Data that is missing.
    pub fn missing(self) -> Style {
        self.coloured(Color::Yellow)
    }

    /// What the data of a target come to. The words beside it say the same.
    pub fn verdict(self, group: Group) -> Style {
        match group {
            Group::Reached => self.coloured(Color::Green).add_modifier(Modifier::BOLD),
            Group::OnCourse => self.coloured(Color::Green),
            Group::Behind => self.coloured(Color::Yellow).add_modifier(Modifier::BOLD),
            Group::Missed => self.coloured(Color::Red).add_modifier(Modifier::BOLD),
            Group::Open => self.coloured(Color::Yellow),
            Group::NoData => self.quiet(),
        }
    }

    /// The tab of the present view, the chosen domain.
    pub fn chosen(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD)
    }

    /// Something told to the user.
    pub fn message(self) -> Style {
        self.coloured(Color::Yellow).add_modifier(Modifier::BOLD)
    }
}
