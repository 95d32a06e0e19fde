//! Strings of the terminal: OSC, DCS, APC, PM and SOS. They are consumed to their end; only the text that a known
//! answer needs is kept.

use crate::terminal::events::Answer;

/// The maximum bytes kept.
const KEPT: usize = 64;

const BEL: u8 = 0x07;
const CTRL_C: u8 = 0x03;
const CAN: u8 = 0x18;
const SUB: u8 = 0x1a;
const ESC: u8 = 0x1b;
/// The string terminator in one byte.
const ST: u8 = 0x9c;

/// A string in progress.
pub(super) struct Text {
    is_command: bool,
    kept: Vec<u8>,
    /// The bytes missing from the last character: 0x9c among them is no terminator (本 is E6 9C AC).
    lacking: u8,
    last: u8,
}

/// The effect of a byte on a string.
pub(super) enum Took {
    /// It belongs to the string.
    More,
    /// It ends the string.
    End,
    /// It aborts the string, and takes effect itself.
    Break,
    /// It and the ESC before it abort the string, and take effect themselves.
    BreakByEscape,
}

impl Text {
    /// An operating system command (OSC), which BEL ends as well.
    pub(super) fn command() -> Self {
        Self {
            is_command: true,
            ..Self::other()
        }
    }

    /// Any other string.
    pub(super) fn other() -> Self {
        Self {
            is_command: false,
            kept: Vec::new(),
            lacking: 0,
            last: 0,
        }
    }

    /// Whether no text has been received.
    pub(super) fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    pub(super) fn take(&mut self, byte: u8) -> Took {
        let before = std::mem::replace(&mut self.last, byte);
        match (before, byte) {
            (ESC, b'\\') => return Took::End,
            (ESC, _) => return Took::BreakByEscape,
            (_, CTRL_C | CAN | SUB) => return Took::Break,
            (_, BEL) if self.is_command => return Took::End,
            (_, ST) if self.lacking == 0 || (before, self.lacking) == (0xc2, 1) => {
                return Took::End;
            }
            (_, ESC) => return Took::More,
            _ => {}
        }
        self.lacking = match byte {
            0x80..=0xbf => self.lacking.saturating_sub(1),
            0xc2..=0xdf => 1,
            0xe0..=0xef => 2,
            0xf0..=0xf4 => 3,
            _ => 0,
        };
        if self.kept.len() <= KEPT {
            self.kept.push(byte);
        }
        Took::More
    }

    /// The answer; `None` if it is not a known one.
    pub(super) fn answer(&self) -> Option<Answer> {
        if !self.is_command || self.kept.len() > KEPT {
            return None;
        }
        let text = str::from_utf8(&self.kept).ok()?;
        let colour = text.strip_prefix("11;rgb")?;
        let (_, parts) = colour.trim_start_matches('a').split_once(':')?;
        let mut parts = parts.split('/').map(part);
        Some(Answer::Background([
            parts.next()??,
            parts.next()??,
            parts.next()??,
        ]))
    }
}

/// A colour component of one to four hexadecimal digits, scaled to eight bits.
fn part(digits: &str) -> Option<u8> {
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let value = u32::from_str_radix(digits, 16).ok()?;
    let largest = match digits.len() {
        1 => 0xf,
        2 => 0xff,
        3 => 0xfff,
        4 => 0xffff,
        _ => return None,
    };
    u8::try_from(value * 0xff / largest).ok()
}
