//! A line of input.

use tui_input::{Input, InputRequest};

use super::action::{Edit, Purpose};
use crate::load::printable;

/// The maximum characters of a line: longer than any sentence to look for, shorter than a document pasted by mistake.
pub(super) const LONGEST: usize = 500;

/// A line being typed.
#[derive(Clone, Debug)]
pub struct Prompt {
    /// What it is for.
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

    /// The text.
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

    /// Carries out an edit. Control characters are ignored, as are those that change the direction of text.
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

    /// Inserts pasted text as one line, with line ends as spaces. Returns whether there was room for all of it.
    pub fn paste(&mut self, text: &str) -> bool {
        let room = LONGEST.saturating_sub(self.text().chars().count());
        let line = text
            .trim()
            .chars()
            .map(|c| if c.is_whitespace() { ' ' } else { c });
        line.take(LONGEST).for_each(|c| self.edit(Edit::Insert(c)));
        text.trim().chars().nth(room).is_none()
    }
}

/// Whether a character is allowed in a line.
fn is_text(c: char) -> bool {
    let text = c.to_string();
    printable(&text) == text
}
