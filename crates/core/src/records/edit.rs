//! Edits of a file of records: lines are inserted or become comments. All other bytes stay.

use std::ops::Range;

use super::pieces::{self, BATCH};

/// The beginning of a new file.
const HEADER: &str = "\
# 监测记录：每条一行，由 guihua record 追加，也可手工编辑。
# 以 # 开头的行是注释；guihua record undo 撤回的记录成为注释。
";

/// Put before a line to make it a comment.
const COMMENT: &[u8] = b"# ";
/// The byte order mark of UTF-8.
const BOM: &[u8] = b"\xef\xbb\xbf";

/// Inserts `lines` before line `before`, counted from 0, or at the end.
pub fn inserted(bytes: &[u8], before: Option<usize>, lines: &str) -> Vec<u8> {
    let header = if bytes.is_empty() { HEADER } else { "" };
    let ending = ending(bytes);
    let new = format!("{header}{lines}").replace('\n', ending);
    let line = before.and_then(|number| {
        let mut lines = pieces::lines(bytes);
        lines.find(|line| line.number == number)
    });
    let (head, tail) = bytes.split_at(line.map_or(bytes.len(), |line| line.body.start));
    let is_ended = head.is_empty() || head == BOM || head.ends_with(b"\n") || head.ends_with(b"\r");
    let between = if is_ended { "" } else { ending };
    [head, between.as_bytes(), new.as_bytes(), tail].concat()
}

/// The line ending of a file.
fn ending(bytes: &[u8]) -> &'static str {
    let first = pieces::lines(bytes).next();
    match first.and_then(|line| bytes.get(line.body.end..line.end)) {
        Some(b"\r\n") => "\r\n",
        Some(b"\r") => "\r",
        _ => "\n",
    }
}

/// Turns the lines of these ranges, counted from 0, into comments; blank lines stay.
pub(super) fn commented(bytes: &[u8], ranges: &[Range<usize>]) -> Vec<u8> {
    let mut new = Vec::with_capacity(bytes.len() + COMMENT.len() * ranges.len());
    let mut ranges = ranges.iter().peekable();
    for line in pieces::lines(bytes) {
        while ranges.next_if(|range| range.end <= line.number).is_some() {}
        let is_chosen = ranges
            .peek()
            .is_some_and(|range| range.contains(&line.number));
        let body = bytes.get(line.body.start..line.end).unwrap_or_default();
        let (mark, body) = match body.strip_prefix(BOM) {
            Some(rest) if line.number == 0 => (BOM, rest),
            _ => (&[][..], body),
        };
        new.extend_from_slice(mark);
        if is_chosen && !body.trim_ascii().is_empty() {
            new.extend_from_slice(COMMENT);
        }
        new.extend_from_slice(body);
    }
    new
}

/// The comment before records added together from a table, which are undone together.
pub(super) fn batch(count: usize, name: &str) -> String {
    format!("{BATCH}{count} 条由 {name} 一次记入，guihua record undo 一次撤回\n")
}

/// The lines of an empty value that stands for a list.
pub(super) fn value_lines(text: &str) -> Vec<Range<usize>> {
    let is_value = |body: &str| {
        let body = body.trim_matches([' ', '\t', '\u{feff}']);
        !(body.is_empty() || body.starts_with('#') || matches!(body, "---" | "..."))
    };
    let lines = pieces::lines(text.as_bytes());
    let values = lines.filter(|line| text.get(line.body.clone()).is_some_and(is_value));
    values.map(|line| line.number..line.number + 1).collect()
}
