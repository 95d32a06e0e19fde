//! Keys, independent of any terminal library, and how keys typed through a Chinese input method are read.

use std::fmt;

use crate::words::tr;

/// A key press.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// A character, Shift included.
    Char(char),
    /// Ctrl with a lower-case letter.
    Ctrl(char),
    /// Alt with an arrow to the left.
    AltLeft,
    /// Alt with an arrow to the right.
    AltRight,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Home.
    Home,
    /// End.
    End,
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift with Tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// F1, the key of help.
    F1,
}

/// The names of keys in the settings.
const NAMES: [(&str, Key); 18] = [
    ("Space", Key::Char(' ')),
    ("Up", Key::Up),
    ("Down", Key::Down),
    ("Left", Key::Left),
    ("Right", Key::Right),
    ("PgUp", Key::PageUp),
    ("PgDn", Key::PageDown),
    ("Home", Key::Home),
    ("End", Key::End),
    ("Enter", Key::Enter),
    ("Esc", Key::Esc),
    ("Tab", Key::Tab),
    ("Shift-Tab", Key::BackTab),
    ("Backspace", Key::Backspace),
    ("Del", Key::Delete),
    ("Alt-Left", Key::AltLeft),
    ("Alt-Right", Key::AltRight),
    ("F1", Key::F1),
];

impl Key {
    /// Parses a key of the settings: a character, `Ctrl-` with a letter, or a name such as `PgUp`. `Ctrl-i` and
    /// `Ctrl-m` are invalid: a terminal sends them as Tab and Enter.
    pub fn named(name: &str) -> Option<Self> {
        let mut characters = name.chars();
        if let (Some(c), None) = (characters.next(), characters.next()) {
            let is_typed = !c.is_control() && !c.is_whitespace();
            return is_typed.then(|| Self::Char(c).as_command());
        }
        let letter = name
            .get(..5)
            .filter(|begin| begin.eq_ignore_ascii_case("ctrl-"))
            .and_then(|_| name.get(5..));
        if let Some(letter) = letter {
            let mut letters = letter.chars().filter(char::is_ascii_alphabetic);
            let c = letters.next().filter(|_| letter.len() == 1)?;
            let c = c.to_ascii_lowercase();
            return (!matches!(c, 'i' | 'm')).then_some(Self::Ctrl(c));
        }
        let known = NAMES
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name));
        known.map(|(_, key)| *key)
    }

    /// The key as the settings write it.
    pub fn written(self) -> String {
        let known = NAMES.iter().find(|(_, key)| *key == self);
        known.map_or_else(|| self.to_string(), |(name, _)| (*name).to_owned())
    }

    /// The key as a command: full-width letters and Chinese punctuation become ASCII, so that commands work while an
    /// input method is on.
    #[must_use]
    pub fn as_command(self) -> Self {
        let Self::Char(c) = self else { return self };
        Self::Char(match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            '\u{3000}' => ' ',
            '、' => '/',
            '。' => '.',
            '《' => '<',
            '》' => '>',
            '【' | '「' => '[',
            '】' | '」' => ']',
            '“' | '”' => '"',
            '‘' | '’' => '\'',
            '·' => '`',
            '￥' => '$',
            _ => c,
        })
    }
}

impl fmt::Display for Key {
    /// The name in the help and the footer.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            Self::Char(' ') => tr("空格"),
            Self::Char(c) => return write!(f, "{c}"),
            Self::Ctrl(c) => return write!(f, "Ctrl-{c}"),
            Self::AltLeft => tr("Alt-左"),
            Self::AltRight => tr("Alt-右"),
            Self::Up => tr("上"),
            Self::Down => tr("下"),
            Self::Left => tr("左"),
            Self::Right => tr("右"),
            Self::PageUp => "PgUp",
            Self::PageDown => "PgDn",
            Self::Home => "Home",
            Self::End => "End",
            Self::Enter => "Enter",
            Self::Esc => "Esc",
            Self::Tab => "Tab",
            Self::BackTab => "Shift-Tab",
            Self::Backspace => "Backspace",
            Self::Delete => "Del",
            Self::F1 => "F1",
        };
        f.write_str(name)
    }
}
