//! A record as typed, in the form, on the command line or in a row of a table.

use std::collections::BTreeMap;

use super::field::Field;
use super::subject::Naming;
use crate::plan::Address;

/// A record as typed, field by field; empty fields are absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    texts: BTreeMap<Field, String>,
    /// The name that a form prints beside the id of the target; `None` if it prints none.
    pub called: Option<String>,
    /// The meaning of a status without a day.
    pub undated: Undated,
    /// How its target may be named.
    pub(super) naming: Naming,
}

/// The meaning of a status without a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Undated {
    /// The day is missing.
    #[default]
    Missing,
    /// The day of recording, unless the goal's year is over.
    Today,
}

impl Draft {
    /// Adds a field. Line breaks become blanks, but where there may be [paragraphs](Field::has_paragraphs).
    #[must_use]
    pub fn with(mut self, field: Field, text: &str) -> Self {
        self.set(field, text);
        self
    }

    /// Adds a field, if it was typed.
    #[must_use]
    pub fn with_some(self, field: Field, text: Option<&str>) -> Self {
        match text {
            Some(text) => self.with(field, text),
            None => self,
        }
    }

    /// A draft about a task if `words` is an address, else about a target.
    pub fn about(words: &str) -> Self {
        let field = match words.parse::<Address>() {
            Ok(_) => Field::Task,
            Err(_) => Field::Target,
        };
        Self::default().with(field, words)
    }

    /// An empty draft for a row of a table.
    pub(super) fn of_table() -> Self {
        Self {
            naming: Naming::InFull,
            ..Self::default()
        }
    }

    pub(super) fn set(&mut self, field: Field, text: &str) {
        let text = if field.has_paragraphs() {
            in_lines(text).join("\n")
        } else if text.contains(['\n', '\r', '\t']) {
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        } else {
            text.trim().to_owned()
        };
        if !text.is_empty() {
            self.texts.insert(field, text);
        }
    }

    /// Empties a field.
    pub(super) fn clear(&mut self, field: Field) {
        self.texts.remove(&field);
    }

    /// The text of a field; `None` if empty.
    pub fn get(&self, field: Field) -> Option<&str> {
        self.texts.get(&field).map(String::as_str)
    }
}

/// The lines of a text that are not empty, without the blanks around them; tabs are blanks. All line ends that programs write
/// are known: those of a word processor are U+000B and U+2028.
pub fn in_lines(text: &str) -> Vec<String> {
    const ENDS: [char; 7] = [
        '\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}',
    ];
    let lines = text.split(ENDS).map(|line| line.replace('\t', " "));
    let lines = lines.map(|line| line.trim().to_owned());
    lines.filter(|line| !line.is_empty()).collect()
}
