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

/// The colours of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Palette {
    /// Those for the background that the terminal tells; until then colours that are legible on any.
    Auto,
    /// For a dark background.
    Dark,
    /// For a light background.
    Light,
    /// Bright on black, whatever the background.
    Contrast,
    /// No colours, but weight, underline and reversal.
    Mono,
}

impl Palette {
    /// The values of the settings.
    pub const ALL: [(&'static str, Self); 5] = [
        ("auto", Self::Auto),
        ("dark", Self::Dark),
        ("light", Self::Light),
        ("contrast", Self::Contrast),
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

    /// The palette for a background of red, green and blue: light where black text has the greater contrast.
    pub fn on(background: [u8; 3]) -> Self {
        /// The luminance whose contrast with black is that with white.
        const MIDDLE: f64 = 0.179;
        if luminance(background) > MIDDLE {
            Self::Light
        } else {
            Self::Dark
        }
    }
}

/// The relative luminance of a colour by WCAG 2, from 0 to 1.
pub fn luminance(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// How many colours a terminal has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    /// The sixteen that its user has chosen.
    #[default]
    Sixteen,
    /// 256 by number.
    Indexed,
    /// All, in red, green and blue.
    True,
}

impl Depth {
    /// The depth of a terminal by its variables: what it says, or where it says no more than that it is like xterm or
    /// nothing at all, what is known of the program by the variables that it sets.
    pub fn of_terminal<'a>(variable: impl Fn(&str) -> Option<&'a str>) -> Self {
        let term = variable("TERM");
        let told = Self::told(variable("COLORTERM"), term);
        let is_told = told != Self::Sixteen || term.is_some_and(|term| !term.starts_with("xterm"));
        match variable("TERM_PROGRAM") {
            _ if is_told => told,
            Some("iTerm.app" | "vscode" | "WezTerm" | "ghostty") => Self::True,
            Some("Apple_Terminal") => Self::Indexed,
            // Windows Terminal; then those on VTE, as of GNOME.
            _ if variable("WT_SESSION").is_some() || variable("VTE_VERSION").is_some() => {
                Self::True
            }
            _ if variable("XTERM_VERSION").is_some() => Self::Indexed,
            _ => told,
        }
    }

    /// The depth that the variables `COLORTERM` and `TERM` tell.
    pub fn told(colorterm: Option<&str>, term: Option<&str>) -> Self {
        let term = term.unwrap_or_default();
        let is_true = matches!(colorterm, Some("truecolor" | "24bit"));
        if is_true || term.ends_with("-direct") {
            Self::True
        } else if term.contains("256color") {
            Self::Indexed
        } else {
            Self::Sixteen
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
