//! Colours of printed text and of the screen, chosen in the [`settings`](crate::settings). Only this module and
//! [`terminal`](crate::terminal) write escape codes.

/// When output has colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// On a terminal that has colours.
    Auto,
    /// Also in files and pipes.
    Always,
    /// Nowhere, the screen included.
    Never,
}

impl When {
    /// The values of options and settings.
    pub const ALL: [(&'static str, Self); 3] = [
        ("auto", Self::Auto),
        ("always", Self::Always),
        ("never", Self::Never),
    ];

    /// Whether an output has colours.
    pub fn paints(self, output: Output) -> bool {
        match self {
            Self::Auto => output == Output::Terminal,
            Self::Always => true,
            Self::Never => false,
        }
    }
}

/// The colours of the screen, from the terminal's sixteen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Palette {
    /// Colours that are legible on any background.
    Auto,
    /// Bright colours, for a dark background.
    Dark,
    /// For a light background, on which yellow, green and cyan are hardly legible.
    Light,
    /// No colours, but weight, underline and reversal.
    Mono,
}

impl Palette {
    /// The values of the settings.
    pub const ALL: [(&'static str, Self); 4] = [
        ("auto", Self::Auto),
        ("dark", Self::Dark),
        ("light", Self::Light),
        ("mono", Self::Mono),
    ];

    /// The palette for the value of `COLORFGBG`, such as `15;0`: the numbers of the foreground and the background
    /// colour.
    pub fn of_background(colorfgbg: &str) -> Option<Self> {
        let number: u8 = colorfgbg.rsplit(';').next()?.parse().ok()?;
        match number {
            0..=6 | 8 => Some(Self::Dark),
            7 | 9..=15 => Some(Self::Light),
            _ => None,
        }
    }
}

/// What output is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// A terminal that has colours.
    Terminal,
    /// A file, a pipe, or a terminal without colours.
    Plain,
}

/// How text is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// Not at all.
    None,
    /// With escape codes of the terminal's sixteen colours.
    Ansi,
}

impl Paint {
    /// The colouring of an output.
    pub fn new(when: When, output: Output) -> Self {
        if when.paints(output) {
            Self::Ansi
        } else {
            Self::None
        }
    }

    /// An address or position.
    pub fn place(self, words: &str) -> String {
        self.between("36", words)
    }

    /// A match.
    pub fn matched(self, words: &str) -> String {
        self.between("1;31", words)
    }

    /// A success.
    pub fn well(self, words: &str) -> String {
        self.between("32", words)
    }

    /// A fault.
    pub fn wrong(self, words: &str) -> String {
        self.between("1;31", words)
    }

    fn between(self, code: &str, words: &str) -> String {
        match self {
            Self::None => words.to_owned(),
            Self::Ansi => format!("\x1b[{code}m{words}\x1b[0m"),
        }
    }
}
