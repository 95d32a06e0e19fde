//! Colour: whether there is any, decided in one place for everything that is printed and for the screen. What is asked
//! for comes from the [`settings`](crate::settings); nothing else in the program writes escape codes, apart from
//! [`terminal`](crate::terminal).

/// When output has colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Where someone looks at it: on a terminal that has colours.
    Auto,
    /// Also in files and pipes.
    Always,
    /// Nowhere, the screen included.
    Never,
}

impl When {
    /// Every word that options and settings take for it.
    pub const ALL: [(&'static str, Self); 3] = [
        ("auto", Self::Auto),
        ("always", Self::Always),
        ("never", Self::Never),
    ];

    /// Whether there are colours on an output.
    pub fn paints(self, output: Output) -> bool {
        match self {
            Self::Auto => output == Output::Terminal,
            Self::Always => true,
            Self::Never => false,
        }
    }
}

/// Where something is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// A terminal that has colours.
    Terminal,
    /// A file, a pipe, or a terminal that has none.
    Plain,
}

/// Words with colours, or without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// As they are.
    None,
    /// Between the escape codes of the terminal's own sixteen colours.
    Ansi,
}

impl Paint {
    /// Colours where they are asked for.
    pub fn new(when: When, output: Output) -> Self {
        if when.paints(output) {
            Self::Ansi
        } else {
            Self::None
        }
    }

    /// Where something stands.
    pub fn place(self, words: &str) -> String {
        self.between("36", words)
    }

    /// Words that were sought.
    pub fn matched(self, words: &str) -> String {
        self.between("1;31", words)
    }

    /// What is well.
    pub fn well(self, words: &str) -> String {
        self.between("32", words)
    }

    /// What is wrong.
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
