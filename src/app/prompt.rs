//! A line of input, or in a form paragraphs. What has no room in it is refused as a whole and told, never cut.

use tui_input::{Input, InputRequest};

use super::action::{Edit, Purpose};
use crate::load::printable;
use crate::records::{Field, in_lines};
use crate::words::{say, tr};

/// The most characters of a query or an address: longer than any sentence to look for, shorter than a document pasted by
/// mistake.
const LONGEST_QUERY: usize = 500;

/// The most characters of a path; systems take no longer ones.
const LONGEST_PATH: usize = 4096;

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

    /// A line with a text, as far as it has room; the cursor is at its end.
    pub fn filled(purpose: Purpose, text: &str) -> Self {
        let mut prompt = Self::new(purpose);
        prompt.input = Input::new(prompt.fitting(text));
        prompt
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

    /// The most characters that it takes. A bookmark's note is as long as that of a record.
    fn longest(&self) -> usize {
        match self.purpose {
            Purpose::Find | Purpose::GoTo | Purpose::Help => LONGEST_QUERY,
            Purpose::Bookmark => Field::Note.longest(),
            Purpose::Field(own) => own.longest(),
            Purpose::Keep(_) => LONGEST_PATH,
        }
    }

    /// Carries out an edit; tells what it has no room for. Control characters are ignored, as are those that change the
    /// direction of text.
    pub fn edit(&mut self, edit: Edit) -> Option<String> {
        let request = match edit {
            Edit::NewParagraph if !self.has_paragraphs() => {
                return Some(tr("这里不分段").to_owned());
            }
            Edit::Insert(c) if !is_text(c) => return None,
            Edit::Insert(_) | Edit::NewParagraph if self.length() >= self.longest() => {
                return Some(self.no_room(self.length() + 1));
            }
            Edit::Insert(c) => InputRequest::InsertChar(c),
            Edit::NewParagraph => InputRequest::InsertChar('\n'),
            Edit::Backspace => InputRequest::DeletePrevChar,
            Edit::Delete => InputRequest::DeleteNextChar,
            Edit::DeleteWord => InputRequest::DeletePrevWord,
            Edit::DeleteToStart => {
                self.delete_to_start();
                return None;
            }
            Edit::DeleteToEnd => InputRequest::DeleteTillEnd,
            Edit::Left => InputRequest::GoToPrevChar,
            Edit::Right => InputRequest::GoToNextChar,
            Edit::Start => InputRequest::GoToStart,
            Edit::End => InputRequest::GoToEnd,
        };
        self.input.handle(request);
        None
    }

    /// Whether it may have several paragraphs.
    fn has_paragraphs(&self) -> bool {
        matches!(self.purpose, Purpose::Field(own) if own.has_paragraphs())
    }

    fn length(&self) -> usize {
        self.text().chars().count()
    }

    fn no_room(&self, n: usize) -> String {
        let most = self.longest();
        say!("太长，没有收：共 {n} 字，至多 {most} 字", n, most)
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

    /// Inserts pasted text: all of it, or nothing where there is no room for it. Line ends are blanks, but where there may be
    /// paragraphs. Tells what was not taken.
    pub fn paste(&mut self, text: &str) -> Option<String> {
        let new = self.fitting(text);
        let all = self.length() + new.chars().count();
        if all > self.longest() {
            return Some(self.no_room(all));
        }
        let before = self.before_cursor();
        let after = self.text().get(before.len()..).unwrap_or_default();
        let cursor = before.chars().count() + new.chars().count();
        self.input = Input::new([&before, new.as_str(), after].concat()).with_cursor(cursor);
        let left_out = text.chars().filter(|c| !c.is_whitespace() && !is_text(*c));
        let n = left_out.count();
        (n > 0).then(|| say!("有 {n} 个不可显示的字符没有收", n))
    }

    /// A text as it may stand here.
    fn fitting(&self, text: &str) -> String {
        let between = if self.has_paragraphs() { "\n" } else { " " };
        let is_kept = |c: &char| is_text(*c);
        let lines = in_lines(text).into_iter();
        let lines = lines.map(|line| line.chars().filter(is_kept).collect::<String>());
        lines.collect::<Vec<String>>().join(between)
    }
}

/// Whether a character is allowed in a line.
fn is_text(c: char) -> bool {
    let text = c.to_string();
    printable(&text) == text
}
