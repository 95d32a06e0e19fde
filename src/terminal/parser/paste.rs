//! Pasted text: everything between `ESC [ 200 ~` and `ESC [ 201 ~`, unfiltered.

use crate::app::Action;
use crate::terminal::events::Event;

const CTRL_C: u8 = 0x03;

const END: &[u8] = b"\x1b[201~";

/// The maximum bytes kept, far more than a line of input takes; the rest is dropped up to the end mark.
const LARGEST: usize = 64 * 1024;

/// A paste in progress.
#[derive(Default)]
pub(super) struct Paste {
    kept: Vec<u8>,
    /// The number of bytes of the end mark received.
    matched: usize,
    /// Whether the last read was Ctrl-C and nothing else.
    is_interrupted: bool,
}

impl Paste {
    /// Whether someone leaves a paste whose end does not come, by pressing Ctrl-C twice: two reads of that byte alone. One
    /// may be a byte of the paste.
    pub(super) fn is_left(&mut self, read: &[u8]) -> bool {
        let is_key = read == [CTRL_C];
        std::mem::replace(&mut self.is_interrupted, is_key) && is_key
    }

    /// Takes a byte; `true` if it is the last one.
    pub(super) fn take(&mut self, byte: u8) -> bool {
        if END.get(self.matched) == Some(&byte) {
            self.matched += 1;
            return self.matched == END.len();
        }
        let was_text = END.get(..self.matched).unwrap_or_default();
        self.kept.extend_from_slice(was_text);
        self.matched = usize::from(END.first() == Some(&byte));
        if self.matched == 0 {
            self.kept.push(byte);
        }
        self.kept.truncate(LARGEST);
        false
    }

    /// The pasted text; `None` if empty.
    pub(super) fn event(self) -> Option<Event> {
        let text = String::from_utf8_lossy(&self.kept).into_owned();
        (!text.is_empty()).then_some(Event::Action(Action::Paste(text)))
    }
}
