//! Text that is pasted: everything between `ESC [ 200 ~` and `ESC [ 201 ~`. What of it is fit for a line, the line decides.

use crate::app::Action;
use crate::terminal::events::Event;

const END: &[u8] = b"\x1b[201~";

/// The bytes that are kept: far more than any line of input takes. The rest is dropped, and its end still seen.
const LARGEST: usize = 64 * 1024;

/// A paste that has begun.
#[derive(Default)]
pub(super) struct Paste {
    kept: Vec<u8>,
    /// The bytes of the end that have come.
    matched: usize,
}

impl Paste {
    /// Takes a byte; whether it is the last one.
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

    /// What has been pasted; `None` if that is nothing.
    pub(super) fn event(self) -> Option<Event> {
        let text = String::from_utf8_lossy(&self.kept).into_owned();
        (!text.is_empty()).then_some(Event::Action(Action::Paste(text)))
    }
}
