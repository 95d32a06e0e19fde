//! Parses the bytes of a terminal into events. Input may be split anywhere; an incomplete sequence waits for more.
//!
//! ```text
//! ground ─ESC─▶ escape ─[─▶ control ─┬─ a letter ──▶ key, mouse, answer
//!    │            │                  └─ 200~ ──▶ paste ── 201~ ──▶ its text
//!    │            ├─O─▶ single ── a letter ──▶ key
//!    │            └─] P X ^ _─▶ string ── BEL or ST ──▶ answer, or nothing
//!    └─ bytes of UTF-8 ──▶ character
//! ```
//!
//! No sequence blocks the keyboard: a control character aborts it and takes effect itself, and after a timeout, which
//! depends on [`Parser::open`], the caller ends it with [`Parser::idle`]. Unknown sequences are ignored.

mod control;
mod keys;
mod paste;
mod string;

use std::mem;

use self::keys::Held;
use self::paste::Paste;
use self::string::{Text, Took};
use super::events::Event;
use crate::app::Key;

const ESC: u8 = 0x1b;

/// The maximum bytes of the parameters of a control sequence; known ones are far shorter.
const LONGEST_PARAMETERS: usize = 64;

/// A parser of terminal input.
#[derive(Default)]
pub struct Parser {
    state: State,
}

/// The sequence in progress.
#[derive(Default)]
enum State {
    /// None.
    #[default]
    Ground,
    /// A multi-byte character.
    Character(Vec<u8>, Held),
    /// Invalid UTF-8. A letter right after it is the second byte of a GBK character, not a key.
    Garbage,
    /// ESC: the key, or the start of a sequence.
    Escape,
    /// ESC O.
    Single,
    /// ESC [ and parameters.
    Control(Vec<u8>),
    /// ESC [ [: a function key of the Linux console.
    Console,
    /// ESC [ M and up to three bytes: the mouse of terminals without SGR coordinates.
    Pointer(Vec<u8>),
    /// A string: OSC, DCS, APC, PM or SOS.
    String(Text),
    /// Pasted text.
    Paste(Paste),
}

/// The kind of sequence in progress, which the timeout depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// Possibly a key by itself: Esc, or Alt with a bracket.
    Key,
    /// A sequence that only a terminal sends.
    Sequence,
    /// A paste. Text after too short a timeout would act as commands.
    Paste,
}

impl Parser {
    /// Parses the next bytes, read at once, into events.
    pub fn advance(&mut self, bytes: &[u8]) -> Vec<Event> {
        if let State::Paste(paste) = &mut self.state
            && paste.is_left(bytes)
        {
            self.state = State::Ground;
        }
        bytes.iter().filter_map(|&byte| self.step(byte)).collect()
    }

    /// The kind of sequence in progress, if any.
    pub fn open(&self) -> Option<Open> {
        match &self.state {
            State::Ground => None,
            State::Paste(_) => Some(Open::Paste),
            State::Character(..) | State::Pointer(_) => Some(Open::Sequence),
            State::Control(parameters) if !parameters.is_empty() => Some(Open::Sequence),
            State::String(text) if !text.is_empty() => Some(Open::Sequence),
            _ => Some(Open::Key),
        }
    }

    /// Ends the sequence in progress after a timeout.
    pub fn idle(&mut self) -> Option<Event> {
        match mem::take(&mut self.state) {
            State::Escape => Some(Event::Key(Key::Esc)),
            State::Paste(paste) => paste.event(),
            _ => None,
        }
    }

    fn step(&mut self, byte: u8) -> Option<Event> {
        match mem::take(&mut self.state) {
            State::Garbage if matches!(byte, b' '..=b'~') => None,
            State::Ground | State::Garbage => self.begin(byte, Held::NONE),
            State::Character(bytes, held) => self.character(bytes, held, byte),
            State::Escape => self.escape(byte),
            State::Single => self.single(byte),
            State::Control(parameters) => self.control(parameters, byte),
            State::Console => self.console(byte),
            State::Pointer(bytes) => self.pointer(bytes, byte),
            State::String(text) => self.string(text, byte),
            State::Paste(paste) => self.paste(paste, byte),
        }
    }

    /// A byte outside any sequence.
    fn begin(&mut self, byte: u8, held: Held) -> Option<Event> {
        match byte {
            ESC => {
                self.state = State::Escape;
                None
            }
            0x00..=0x7f => keys::plain(byte, held).map(Event::Key),
            _ => self.character(Vec::new(), held, byte),
        }
    }

    fn character(&mut self, mut bytes: Vec<u8>, held: Held, byte: u8) -> Option<Event> {
        bytes.push(byte);
        match str::from_utf8(&bytes) {
            Ok(text) => self.whole(text.chars().next()?, held),
            Err(error) if error.error_len().is_none() => {
                self.state = State::Character(bytes, held);
                None
            }
            Err(_) if bytes.len() > 1 => {
                self.state = State::Garbage;
                self.step(byte)
            }
            Err(_) => {
                self.state = State::Garbage;
                self.introduce(byte);
                None
            }
        }
    }

    fn whole(&mut self, c: char, held: Held) -> Option<Event> {
        if let Ok(code @ 0x80..=0x9f) = u8::try_from(c) {
            self.introduce(code);
            return None;
        }
        held.with(Key::Char(c)).map(Event::Key)
    }

    /// A C1 control character, which is short for ESC and a letter. Unknown ones are ignored.
    fn introduce(&mut self, byte: u8) {
        if let Some(state) = byte.checked_sub(0x40).and_then(introduced) {
            self.state = state;
        }
    }

    fn escape(&mut self, byte: u8) -> Option<Event> {
        if let Some(state) = introduced(byte) {
            self.state = state;
            return None;
        }
        let event = self.begin(byte, Held::ALT);
        if byte == ESC {
            Some(Event::Key(Key::Esc))
        } else {
            event
        }
    }

    fn single(&mut self, byte: u8) -> Option<Event> {
        match byte {
            b'0'..=b'9' => {
                self.state = State::Single;
                None
            }
            b' '..=b'~' => keys::single(byte).map(Event::Key),
            _ => self.begin(byte, Held::NONE),
        }
    }

    fn console(&mut self, byte: u8) -> Option<Event> {
        match byte {
            b'A' => Some(Event::Key(Key::F1)),
            b' '..=b'~' => None,
            _ => self.begin(byte, Held::NONE),
        }
    }

    fn control(&mut self, mut parameters: Vec<u8>, byte: u8) -> Option<Event> {
        match byte {
            b'[' if parameters.is_empty() => self.state = State::Console,
            b'M' if parameters.is_empty() => self.state = State::Pointer(Vec::new()),
            b' '..=b'?' => {
                if parameters.len() <= LONGEST_PARAMETERS {
                    parameters.push(byte);
                }
                self.state = State::Control(parameters);
            }
            b'@'..=b'~' => return self.controlled(&parameters, byte),
            _ => return self.begin(byte, Held::NONE),
        }
        None
    }

    fn controlled(&mut self, parameters: &[u8], last: u8) -> Option<Event> {
        if parameters == b"200" && last == b'~' {
            self.state = State::Paste(Paste::default());
            return None;
        }
        if parameters.len() > LONGEST_PARAMETERS {
            return None;
        }
        control::event(str::from_utf8(parameters).ok()?, last)
    }

    fn pointer(&mut self, mut bytes: Vec<u8>, byte: u8) -> Option<Event> {
        if byte < b' ' {
            return self.begin(byte, Held::NONE);
        }
        bytes.push(byte);
        if let &[code, x, y] = bytes.as_slice() {
            return control::pointed([code, x, y].map(|byte| u32::from(byte) - 32));
        }
        self.state = State::Pointer(bytes);
        None
    }

    fn string(&mut self, mut text: Text, byte: u8) -> Option<Event> {
        match text.take(byte) {
            Took::More => {
                self.state = State::String(text);
                None
            }
            Took::End => text.answer().map(Event::Answer),
            Took::Break => self.begin(byte, Held::NONE),
            Took::BreakByEscape => self.escape(byte),
        }
    }

    fn paste(&mut self, mut paste: Paste, byte: u8) -> Option<Event> {
        if paste.take(byte) {
            return paste.event();
        }
        self.state = State::Paste(paste);
        None
    }
}

/// The sequence that ESC and a byte start.
fn introduced(byte: u8) -> Option<State> {
    Some(match byte {
        b'[' => State::Control(Vec::new()),
        b'O' => State::Single,
        b']' => State::String(Text::command()),
        b'P' | b'X' | b'^' | b'_' => State::String(Text::other()),
        _ => return None,
    })
}
