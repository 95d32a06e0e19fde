//! One line of input.

use tui_input::{Input, InputRequest};

use super::action::{Edit, Purpose};
use crate::load::printable;

/// The characters that a line takes: more than any sentence of a plan that one would look for, less than a whole
/// document that was pasted by mistake.
const LONGEST: usize = 500;

/// A line that is being typed, and what for.
#[derive(Clone, Debug)]
pub struct Prompt {
    /// Where it goes.
    pub purpose: Purpose,
    input: Input,
}

impl Prompt {
    /// An empty line.
    pub fn new(purpose: Purpose) -> Self {
        Self {
            purpose,
            input: Input::default(),
        }
    }

    /// The text so far.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// The text before the cursor.
    pub fn before_cursor(&self) -> String {
        self.input
            .value()
            .chars()
            .take(self.input.cursor())
            .collect()
    }

    /// Carries out a change. What could command a terminal, or reorder what it shows, is no text.
    pub fn edit(&mut self, edit: Edit) {
        let request = match edit {
            Edit::Insert(c) if !is_text(c) || self.is_full() => return,
            Edit::Insert(c) => InputRequest::InsertChar(c),
            Edit::Backspace => InputRequest::DeletePrevChar,
            Edit::Delete => InputRequest::DeleteNextChar,
            Edit::DeleteWord => InputRequest::DeletePrevWord,
            Edit::DeleteToStart => return self.delete_to_start(),
            Edit::DeleteToEnd => InputRequest::DeleteTillEnd,
            Edit::Left => InputRequest::GoToPrevChar,
            Edit::Right => InputRequest::GoToNextChar,
            Edit::Start => InputRequest::GoToStart,
            Edit::End => InputRequest::GoToEnd,
        };
        self.input.handle(request);
    }

    fn is_full(&self) -> bool {
        self.input.value().chars().nth(LONGEST - 1).is_some()
    }

    fn delete_to_start(&mut self) {
        let rest: String = self
            .input
            .value()
            .chars()
            .skip(self.input.cursor())
            .collect();
        self.input = Input::new(rest).with_cursor(0);
    }

    /// Inserts pasted text: one line, line ends as spaces, nothing that commands a terminal.
    pub fn paste(&mut self, text: &str) {
        let line = text
            .trim()
            .chars()
            .map(|c| if c.is_whitespace() { ' ' } else { c });
        line.take(LONGEST).for_each(|c| self.edit(Edit::Insert(c)));
    }
}

/// Whether a character may stand in a line: none that could command a terminal, or reorder what it shows.
fn is_text(c: char) -> bool {
    let text = c.to_string();
    printable(&text) == text
}
