//! Splits a file of records into pieces, one for each record, by its lines alone, so that a syntax error affects only
//! one of them.
//!
//! In a block list (`- …`) an item begins at a dash and includes all following lines that are indented more. Other lines
//! that are neither blank nor comments belong to no record and form pieces of their own.

use std::ops::Range;

/// The beginning of the comment before records that were added together, in every language.
pub(super) const BATCH: &str = "# 以下 ";

/// A line: its number from 0, its range without the line break, and the end of that.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) number: usize,
    pub(super) body: Range<usize>,
    pub(super) end: usize,
}

/// The lines of a text. Line feed, carriage return or both together end one, as in YAML.
pub(super) fn lines(bytes: &[u8]) -> impl Iterator<Item = Line> + '_ {
    let (mut start, mut number) = (0, 0);
    std::iter::from_fn(move || {
        let rest = bytes.get(start..).filter(|rest| !rest.is_empty())?;
        let length = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
        let body = start..start + length.unwrap_or(rest.len());
        let ending = match rest.get(length.unwrap_or(rest.len())..) {
            Some([b'\r', b'\n', ..]) => 2,
            Some([_, ..]) => 1,
            _ => 0,
        };
        let line = Line {
            number,
            end: body.end + ending,
            body,
        };
        start = line.end;
        number += 1;
        Some(line)
    })
}

/// A part of a file: a record, or lines that belong to none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Its lines, from 0.
    pub(super) lines: Range<usize>,
    /// Their range in the text.
    pub(super) at: Range<usize>,
    /// Whether it begins with the dash of an item.
    pub(super) is_item: bool,
}

/// A file of records in pieces.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    pub(super) parts: Vec<Piece>,
    /// The blanks before the dash of each item.
    pub(super) indent: usize,
    /// The line of `...` behind the last record, if there is one.
    pub(super) end: Option<usize>,
    /// The comments before records that were added together: the line of each, and how many lines follow.
    pub(super) batches: Vec<(usize, usize)>,
}

/// The first line that is not blank, a comment or `---`.
pub(super) fn first_content(text: &str) -> Option<&str> {
    let mut lines = lines(text.as_bytes()).filter_map(|line| text.get(line.body));
    lines.find(|line| !is_blank(line) && !is_comment(line) && !is_start(line))
}

/// Whether a line begins an item.
pub(super) fn is_item(line: &str) -> bool {
    let body = line.trim_start_matches([' ', '\t']);
    body.strip_prefix('-')
        .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
}

/// Splits a block list.
pub(super) fn cut(text: &str) -> Pieces {
    let mut found = Pieces::default();
    let mut is_begun = false;
    for line in lines(text.as_bytes()) {
        let Some(body) = text.get(line.body.clone()) else {
            continue;
        };
        if is_blank(body) {
            continue;
        }
        let depth = depth(body);
        if is_item(body) && !is_begun {
            found.indent = depth;
            is_begun = true;
        }
        let is_inside = is_begun && depth > found.indent && found.end.is_none();
        if is_inside && let Some(piece) = found.parts.last_mut() {
            piece.lines.end = line.number + 1;
            piece.at.end = line.body.end;
        } else if is_comment(body) {
            found
                .batches
                .extend(batch(body).map(|count| (line.number, count)));
        } else if body.trim_end() == "..." {
            found.end = Some(line.number);
        } else if !is_start(body) || is_begun {
            found.end = None;
            found.push(line, is_item(body));
        }
    }
    found
}

impl Pieces {
    fn push(&mut self, line: Line, is_item: bool) {
        let lines = line.number..line.number + 1;
        match self.parts.last_mut() {
            // Consecutive lines of something else are one piece.
            Some(last) if !is_item && !last.is_item && last.lines.end == line.number => {
                last.lines.end = lines.end;
                last.at.end = line.body.end;
            }
            _ => self.parts.push(Piece {
                lines,
                at: line.body,
                is_item,
            }),
        }
    }
}

/// The number of records that a comment says were added together.
fn batch(comment: &str) -> Option<usize> {
    let count = comment.strip_prefix(BATCH)?.split(' ').next()?;
    count.parse().ok()
}

fn depth(line: &str) -> usize {
    line.bytes()
        .take_while(|byte| matches!(byte, b' ' | b'\t'))
        .count()
}

fn is_blank(line: &str) -> bool {
    line.trim_matches([' ', '\t', '\u{feff}']).is_empty()
}

fn is_comment(line: &str) -> bool {
    line.trim_start_matches([' ', '\t', '\u{feff}'])
        .starts_with('#')
}

/// Whether a line is the `---` that begins a document.
fn is_start(line: &str) -> bool {
    line.trim_start_matches('\u{feff}').trim_end() == "---"
}
