//! What is wrong with a file, where, and what would be right.

use std::fmt::{self, Write as _};

use super::place::Place;
use crate::words::{say, tr};

/// How many problems of a file are kept: with more the file is something else, and reading stops.
pub(crate) const MOST: usize = 200;

/// How many problems a message tells, to fit a screen.
const MOST_TOLD: usize = 20;

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
            what: shortened(what.into()),
            remedy: shortened(remedy.into()),
        }
    }
}

/// A message that may quote a text of any length: its start and its end, where it is longer than a message should be.
fn shortened(text: String) -> String {
    const START: usize = 160;
    const END: usize = 40;
    if text.len() <= START + END {
        return text;
    }
    let start = text.char_indices().nth(START).map(|(at, _)| at);
    let end = text.char_indices().rev().nth(END - 1).map(|(at, _)| at);
    match (start, end) {
        (Some(start), Some(end)) if start < end => {
            let (start, _) = text.split_at(start);
            let (_, end) = text.split_at(end);
            format!("{start}……{end}")
        }
        _ => text,
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
    escaped(text, is_unprintable)
}

fn escaped(text: &str, is_told: impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_told(c) {
            // Writing to a String can't fail.
            let _ = write!(out, "\\u{{{:x}}}", c as u32);
        } else {
            out.push(c);
        }
    }
    out
}

/// What a person or a file wrote, fit to be quoted in a message: printable, nothing invisible in it, and cut where it is
/// longer than a message should be.
pub fn brief(text: &str) -> String {
    const MOST: usize = 40;
    let mut characters = text.trim().chars();
    let start: String = characters.by_ref().take(MOST).collect();
    let cut = if characters.next().is_some() {
        "…"
    } else {
        ""
    };
    let is_told = |c| is_unprintable(c) || is_invisible(c);
    format!("{}{cut}", escaped(&start, is_told))
}

/// Whether a character has no width and no sign: harmless in a text, puzzling in a word that is refused.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}')
}

/// Whether a character could command a terminal or reorder what it shows, or is none that a text may hold.
pub(crate) fn is_unprintable(c: char) -> bool {
    c.is_control()
        || (c as u32 & 0xfffe) == 0xfffe
        || matches!(c, '\u{fdd0}'..='\u{fdef}')
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
        // The Arabic letter mark, shaping controls, annotations, and letters of tags that nobody sees.
        || matches!(c, '\u{61c}' | '\u{206a}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// The faults of a plan file, as many as are worth telling.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    pub(crate) fn one(problem: Problem) -> Self {
        Self::of(vec![problem])
    }

    /// The problems of a file, in the order of their places.
    pub fn of(mut problems: Vec<Problem>) -> Self {
        problems.truncate(MOST);
        Self(problems)
    }

    pub(crate) fn push(
        &mut self,
        place: Place,
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        if !self.is_full() {
            self.0.push(Problem::new(place, what, remedy));
        }
    }

    /// Whether no more are kept, so that nothing is gained by reading on.
    pub(crate) fn is_full(&self) -> bool {
        self.0.len() >= MOST
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

    /// How many are kept.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// How many there are, in words. Nobody knows how many come after the last that is kept.
    pub fn count(&self) -> String {
        let n = self.len();
        if self.is_full() {
            say!("{n} 处以上", n)
        } else {
            say!("{n} 处", n)
        }
    }

    /// One after the other, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }

    /// Those that a message tells: the first ones, as many as fit a screen.
    pub fn first(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter().take(MOST_TOLD)
    }

    /// What is said of the problems after the first; `None` where there are no others.
    pub fn others(&self) -> Option<String> {
        (self.len() > MOST_TOLD).then(|| say!("只列出前 {n} 处，改正后再查", n = MOST_TOLD))
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

#[cfg(test)]
mod tests {
    use super::{brief, printable};

    /// A character of each kind that may not reach a terminal as it is.
    const TOLD: [char; 22] = [
        '\0',
        '\t',
        '\n',
        '\r',
        '\u{1b}',
        '\u{7f}',
        '\u{85}',
        '\u{9b}',
        '\u{61c}',
        '\u{200e}',
        '\u{2028}',
        '\u{202e}',
        '\u{2066}',
        '\u{206a}',
        '\u{206f}',
        '\u{feff}',
        '\u{fdd0}',
        '\u{fff9}',
        '\u{fffe}',
        '\u{e0001}',
        '\u{e007f}',
        '\u{10ffff}',
    ];

    #[test]
    fn what_could_command_a_terminal_or_hide_in_a_text_is_told_by_its_number() {
        for c in TOLD {
            let escaped = format!("甲\\u{{{:x}}}乙", c as u32);
            assert_eq!(printable(&format!("甲{c}乙")), escaped);
            assert_eq!(brief(&format!("甲{c}乙")), escaped);
        }
        for text in [
            "甲　乙·“丙”㎡",
            "a\u{301}é\u{fffd}\u{fff8}\u{e0080}",
            "👨\u{200d}👩",
        ] {
            assert_eq!(printable(text), text);
        }
    }

    #[test]
    fn what_nobody_sees_is_told_where_a_word_is_refused() {
        for c in ['\u{ad}', '\u{200b}', '\u{200d}', '\u{2060}', '\u{2064}'] {
            assert_eq!(
                brief(&format!("12{c}0")),
                format!("12\\u{{{:x}}}0", c as u32)
            );
        }
        assert_eq!(brief(&"长".repeat(41)), format!("{}…", "长".repeat(40)));
        assert_eq!(brief(&"长".repeat(40)), "长".repeat(40));
    }
}
