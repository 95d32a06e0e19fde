//! The encodings of keys: bytes, letters after ESC O and ESC [, numbers before `~`, and code points before `u`.

use crate::app::Key;

use Key::{BackTab, Backspace, Char, Ctrl, Delete, Down, End, Enter, Esc, Home, Left, Right, Tab};
use Key::{PageDown, PageUp, Up};

/// The modifier keys held with a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Held {
    shift: bool,
    alt: bool,
    ctrl: bool,
}

impl Held {
    /// No modifier.
    pub(super) const NONE: Self = Self {
        shift: false,
        alt: false,
        ctrl: false,
    };

    /// Alt.
    pub(super) const ALT: Self = Self {
        alt: true,
        ..Self::NONE
    };

    /// From the parameter of a sequence: 1 plus the sum of the bits 1, 2, 4. `None` if Super, Hyper or Meta is held,
    /// which belong to the desktop; locks are ignored.
    pub(super) fn of(parameter: u32) -> Option<Self> {
        let bits = parameter.checked_sub(1)?;
        (bits & (8 | 16 | 32) == 0).then_some(Self {
            shift: bits & 1 != 0,
            alt: bits & 2 != 0,
            ctrl: bits & 4 != 0,
        })
    }

    /// A key with these modifiers; `None` if the program has no such key.
    pub(super) fn with(self, key: Key) -> Option<Key> {
        Some(match key {
            Char(c) if self.ctrl => control(c),
            Char(_) if self.alt => return None,
            Char(c) if self.shift => Char(capital(c)),
            Left if self.alt => Key::AltLeft,
            Right if self.alt => Key::AltRight,
            Tab if self.shift => BackTab,
            // What begins a line in other programs; a terminal that does not tell sends Enter, or a line feed.
            Enter if self.alt || self.shift => Ctrl('j'),
            key => key,
        })
    }
}

/// Ctrl with a character. Three of them are other keys in most terminals, so in all of them here.
fn control(c: char) -> Key {
    match c.to_ascii_lowercase() {
        'i' => Tab,
        'm' => Enter,
        '[' => Esc,
        c => Ctrl(c),
    }
}

fn capital(c: char) -> char {
    let mut capitals = c.to_uppercase();
    match (capitals.next(), capitals.next()) {
        (Some(capital), None) => capital,
        _ => c,
    }
}

/// The key of an ASCII byte.
pub(super) fn plain(byte: u8, held: Held) -> Option<Key> {
    held.with(match byte {
        b'\r' => Enter,
        b'\t' => Tab,
        0x1b => Esc,
        0x7f => Backspace,
        0x00 => Ctrl(' '),
        0x01..=0x1a => Ctrl(char::from(byte - 1 + b'a')),
        0x1c..=0x1f => Ctrl(char::from(byte - 0x1c + b'4')),
        _ => Char(char::from(byte)),
    })
}

/// The key of a letter after ESC O: cursor keys in application mode, and the keypad.
pub(super) fn single(byte: u8) -> Option<Key> {
    match byte {
        b'M' => Some(Enter),
        b'I' => Some(Tab),
        b' ' => Some(Char(' ')),
        b'X' => Some(Char('=')),
        b'j'..=b'y' => Some(Char(char::from(byte - 0x40))),
        _ => letter(byte),
    }
}

/// The key of a letter after ESC [.
pub(super) fn letter(byte: u8) -> Option<Key> {
    Some(match byte {
        b'A' => Up,
        b'B' => Down,
        b'C' => Right,
        b'D' => Left,
        b'F' => End,
        b'H' => Home,
        b'Z' => BackTab,
        b'P' => Key::F1,
        _ => return None,
    })
}

/// The key of a number before `~`.
pub(super) fn numbered(number: u32) -> Option<Key> {
    Some(match number {
        1 | 7 => Home,
        3 => Delete,
        4 | 8 => End,
        5 => PageUp,
        6 => PageDown,
        11 => Key::F1,
        _ => return None,
    })
}

/// The key of a code point; 57344 and above are the kitty protocol's codes of keys without a character.
pub(super) fn coded(code: u32) -> Option<Key> {
    const PAD: [char; 10] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
    Some(match code {
        9 => Tab,
        13 | 57414 => Enter,
        27 => Esc,
        8 | 127 => Backspace,
        57364 => Key::F1,
        57399..=57408 => Char(*PAD.get(usize::try_from(code - 57399).ok()?)?),
        57409 => Char('.'),
        57410 => Char('/'),
        57411 => Char('*'),
        57412 => Char('-'),
        57413 => Char('+'),
        57415 => Char('='),
        57416 => Char(','),
        57417 => Left,
        57418 => Right,
        57419 => Up,
        57420 => Down,
        57421 => PageUp,
        57422 => PageDown,
        57423 => Home,
        57424 => End,
        57426 => Delete,
        57344..=63743 => return None,
        _ => Char(char::from_u32(code).filter(|c| !c.is_control())?),
    })
}
