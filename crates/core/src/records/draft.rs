//! A record as it was typed: what the form, the command line and a row of a table hand over alike.

use std::collections::BTreeMap;

use super::field::Field;
use crate::plan::Address;

/// A record as typed, field by field. What was left empty is not there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    texts: BTreeMap<Field, String>,
    /// What a status without a day means.
    pub undated: Undated,
}

/// What a status without a day means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Undated {
    /// That the day is missing.
    #[default]
    Missing,
    /// The day on which it is recorded, unless the year of the goal is over.
    Today,
}

impl Draft {
    /// The draft with one more field. Line breaks are blanks: a record is one line.
    #[must_use]
    pub fn with(mut self, field: Field, text: &str) -> Self {
        self.set(field, text);
        self
    }

    /// The draft with one more field, if that was typed at all.
    #[must_use]
    pub fn with_some(self, field: Field, text: Option<&str>) -> Self {
        match text {
            Some(text) => self.with(field, text),
            None => self,
        }
    }

    /// A draft about what a person names: the place of a task, or else a target.
    pub fn about(words: &str) -> Self {
        let field = match words.parse::<Address>() {
            Ok(_) => Field::Task,
            Err(_) => Field::Target,
        };
        Self::default().with(field, words)
    }

    pub(super) fn set(&mut self, field: Field, text: &str) {
        let text = if text.contains(['\n', '\r', '\t']) {
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        } else {
            text.trim().to_owned()
        };
        if !text.is_empty() {
            self.texts.insert(field, text);
        }
    }

    /// What was typed in a field; `None` where it was left empty.
    pub fn get(&self, field: Field) -> Option<&str> {
        self.texts.get(&field).map(String::as_str)
    }
}
