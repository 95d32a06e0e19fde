//! What no YAML may have, found in the text itself, so that all of it is named: the library stops at the first.

use std::borrow::Cow;
use std::collections::HashSet;

use super::place::Place;
use super::problem::Problems;
use crate::words::{say, tr};

/// How many problems of one kind are listed: a file that has more is no text.
pub(super) const MOST: usize = 100;

/// A text without what keeps it from being read.
pub(super) struct Clean<'a> {
    /// The text to read.
    pub(super) text: Cow<'a, str>,
    /// Where in the text characters were taken out, in its order.
    taken_out: Vec<Place>,
}

impl Clean<'_> {
    /// Where in the file a place of the text is.
    pub(super) fn place(&self, place: Place) -> Place {
        let above = self.taken_out.partition_point(|it| it.line < place.line);
        let before = self
            .taken_out
            .partition_point(|it| (it.line, it.column) <= (place.line, place.column));
        Place {
            column: place.column + (before - above),
            ..place
        }
    }
}

/// Names the control characters and the documents after the first, and takes them out, so that reading goes on.
pub(super) fn clean<'a>(text: &'a str, problems: &mut Problems) -> Clean<'a> {
    let text = one_document(text, problems);
    if !text.contains(is_forbidden) {
        return Clean {
            text,
            taken_out: Vec::new(),
        };
    }
    let mut kept = String::with_capacity(text.len());
    let mut taken_out: Vec<Place> = Vec::new();
    let (mut line, mut on_line) = (0, 0);
    let mut first_unlisted = None;
    for (place, c) in placed(&text) {
        if !is_forbidden(c) {
            kept.push(c);
            continue;
        }
        if taken_out.len() < MOST {
            let code = format!("U+{:04X}", c as u32);
            let what = say!("文件里有控制字符 {code}", code);
            problems.push(place, what, tr("删去该字符"));
        } else {
            first_unlisted.get_or_insert(place);
        }
        on_line = if place.line == line { on_line + 1 } else { 0 };
        line = place.line;
        taken_out.push(Place {
            column: place.column - on_line,
            ..place
        });
    }
    if let Some(place) = first_unlisted {
        let what = say!("还有 {n} 个控制字符", n = taken_out.len() - MOST);
        problems.push(place, what, tr("换成文字文件"));
    }
    Clean {
        text: Cow::Owned(kept),
        taken_out,
    }
}

/// Whether YAML forbids a character even where it is quoted.
fn is_forbidden(c: char) -> bool {
    let is_space = matches!(c, '\t' | '\n' | '\r' | '\u{85}');
    (c.is_control() && !is_space) || matches!(c, '\u{fffe}' | '\u{ffff}')
}

/// Each character with its place. A byte order mark at the start has none of its own.
fn placed(text: &str) -> impl Iterator<Item = (Place, char)> {
    let mut next = Place::START;
    let mut is_after_return = false;
    text.chars().map(move |c| {
        if is_after_return && c == '\n' {
            next.line -= 1;
        }
        let place = next;
        match c {
            '\n' | '\r' => {
                next = Place {
                    line: place.line + 1,
                    column: 1,
                }
            }
            '\u{feff}' if place == Place::START => {}
            _ => next.column += 1,
        }
        is_after_return = c == '\r';
        (place, c)
    })
}

/// The place behind a text.
pub(super) fn end(text: &str) -> Place {
    let behind = format!("{text} ");
    placed(&behind)
        .last()
        .map_or(Place::START, |(place, _)| place)
}

/// The text of one document. Each sign that begins another is named. What follows it is read on with the rest, unless it
/// repeats the keys of what came before: then it is a document of its own.
fn one_document<'a>(text: &'a str, problems: &mut Problems) -> Cow<'a, str> {
    let mut keys = HashSet::new();
    let mut signs = Vec::new();
    let mut end = text.len();
    let (mut at, mut is_begun) = (0, false);
    for (line, number) in text.split_inclusive('\n').zip(1..) {
        let is_sign = begins_document(line);
        if is_sign && is_begun {
            signs.push((at, number));
        } else if let Some(key) = key(line)
            && !keys.insert(key)
            && let Some((sign, _)) = signs.last()
        {
            end = *sign;
            break;
        }
        is_begun |= is_sign || is_content(line);
        at += line.len();
    }
    if signs.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut kept = text.get(..end).unwrap_or_default().to_owned();
    for (at, line) in signs.into_iter().take(MOST) {
        problems.push(
            Place { line, column: 1 },
            tr("文件里有不止一个 YAML 文档"),
            tr("去掉多余的“---”"),
        );
        if at < end {
            // A comment as long as the sign: all other places stay what they are.
            kept.replace_range(at..at + SIGN.len(), "#  ");
        }
    }
    Cow::Owned(kept)
}

/// What begins a document, alone on a line or before a space.
const SIGN: &str = "---";

fn begins_document(line: &str) -> bool {
    line.strip_prefix(SIGN)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
}

fn is_content(line: &str) -> bool {
    let line = line.trim_start_matches('\u{feff}').trim();
    !line.is_empty() && !line.starts_with(['#', '%'])
}

/// The key of the outermost mapping that a line begins with.
fn key(line: &str) -> Option<&str> {
    let line = line.trim_start_matches('\u{feff}');
    let (key, _) = line.split_once(':')?;
    key.starts_with(|c: char| c.is_alphanumeric() || c == '_')
        .then_some(key)
}

/// The first tab in the indentation of each line that has one, from line `from` on.
pub(super) fn tabs(text: &str, from: usize) -> Vec<Place> {
    let lines = text.lines().zip(1..).skip(from.saturating_sub(1));
    let indented = lines.filter(|(line, _)| is_content(line));
    let tabs = indented.filter_map(|(text, line)| {
        let mut indent = text.chars().take_while(|c| matches!(c, ' ' | '\t'));
        let column = indent.position(|c| c == '\t')? + 1;
        Some(Place { line, column })
    });
    tabs.take(MOST).collect()
}
