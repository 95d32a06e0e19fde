//! Keys, free of any terminal library, and how a Chinese input method's keys are read.

use std::fmt;

use crate::words::tr;

/// A key as a person knows it.
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
    /// The arrows.
    Up,
    /// See [`Key::Up`].
    Down,
    /// See [`Key::Up`].
    Left,
    /// See [`Key::Up`].
    Right,
    /// A screen up.
    PageUp,
    /// A screen down.
    PageDown,
    /// The beginning.
    Home,
    /// The end.
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
}

impl Key {
    /// The key that a command sees: full-width letters and Chinese punctuation act as their ASCII twins, so that
    /// commands work while an input method is on.
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
    /// The name used in help and footer.
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
        };
        f.write_str(name)
    }
}
