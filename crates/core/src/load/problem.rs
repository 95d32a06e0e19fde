//! What is wrong with a file, where, and what would be right.

use std::fmt::{self, Write as _};

use super::place::Place;
use crate::words::tr;

/// One fault of a plan file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What is wrong, in the language of the interface.
    pub what: String,
    /// What would be right, in the language of the interface.
    pub remedy: String,
}

impl Problem {
    pub(crate) fn new(place: Place, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            line: place.line,
            column: place.column,
            what: what.into(),
            remedy: remedy.into(),
        }
    }
}

impl Problem {
    /// `what；remedy`, on one line and free of control characters: it may quote the file.
    pub fn told(&self) -> String {
        let (what, remedy) = (printable(&self.what), printable(&self.remedy));
        format!("{what}{joint}{remedy}", joint = tr("；"))
    }
}

impl fmt::Display for Problem {
    /// `line:column: what；remedy`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.column, self.told())
    }
}

/// The text with every character that could command a terminal, or reorder what it shows, written as `\u{…}`.
pub fn printable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_unprintable(c) {
            // Writing to a String can't fail.
            let _ = write!(out, "\\u{{{:x}}}", c as u32);
        } else {
            out.push(c);
        }
    }
    out
}

/// What a person or a file wrote, fit to be quoted in a message: printable, and cut where it is longer than a message
/// should be.
pub fn brief(text: &str) -> String {
    const MOST: usize = 40;
    let mut characters = text.trim().chars();
    let start: String = characters.by_ref().take(MOST).collect();
    let cut = if characters.next().is_some() {
        "…"
    } else {
        ""
    };
    format!("{}{cut}", printable(&start))
}

/// Whether a character could command a terminal or reorder what it shows.
pub(crate) fn is_unprintable(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// All faults of a plan file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    pub(crate) fn one(problem: Problem) -> Self {
        Self(vec![problem])
    }

    /// The problems of a file, in the order of their places.
    pub fn of(problems: Vec<Problem>) -> Self {
        Self(problems)
    }

    pub(crate) fn push(
        &mut self,
        place: Place,
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.0.push(Problem::new(place, what, remedy));
    }

    /// In the order of the file, each once.
    pub(crate) fn sorted(mut self) -> Self {
        self.0.sort_by_key(|problem| (problem.line, problem.column));
        self.0.dedup();
        self
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// One after the other, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }
}

impl fmt::Display for Problems {
    /// One line each.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().enumerate().try_for_each(|(n, problem)| {
            if n > 0 {
                f.write_char('\n')?;
            }
            problem.fmt(f)
        })
    }
}

impl std::error::Error for Problems {}
