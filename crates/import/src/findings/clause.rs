//! Sentences and clauses of a paragraph, by bytes.

use std::ops::Range;

use crate::text::{cut, is_blank, tail};

/// The sentences of a text: up to 。！？； each.
pub(crate) fn sentences(text: &str) -> Vec<Range<usize>> {
    split(text, 0..text.len(), |c| {
        matches!(c, '。' | '！' | '？' | '；' | ';' | '\n')
    })
}

/// The clauses of a part of a text: up to a comma or colon each.
pub(crate) fn clauses(text: &str, within: Range<usize>) -> Vec<Range<usize>> {
    let commas = |c| matches!(c, '，' | '：' | ':' | '。' | '；' | ';' | '！' | '？');
    let mut found = split(text, within, commas);
    // A half-width comma parts clauses unless it stands within a figure.
    found = found
        .into_iter()
        .flat_map(|range| half_width(text, range))
        .collect();
    found
}

fn split(text: &str, within: Range<usize>, is_end: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut begin = within.start;
    let mut depth = 0_i32;
    for (offset, c) in cut(text, within.start, within.end).char_indices() {
        let at = within.start + offset;
        match c {
            '（' | '《' | '(' => depth += 1,
            '）' | '》' | ')' => depth = (depth - 1).max(0),
            c if is_end(c) && (depth == 0 || c == '。') => {
                found.push(begin..at);
                begin = at + c.len_utf8();
                depth = 0;
            }
            _ => {}
        }
    }
    if begin < within.end {
        found.push(begin..within.end);
    }
    found
}

fn half_width(text: &str, within: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut begin = within.start;
    for (offset, _) in cut(text, within.start, within.end).match_indices(',') {
        let at = within.start + offset;
        let digit = |t: &str| t.starts_with(|c: char| c.is_ascii_digit());
        let inside = digit(tail(text, at + 1))
            && cut(text, begin, at).ends_with(|c: char| c.is_ascii_digit());
        if !inside {
            found.push(begin..at);
            begin = at + 1;
        }
    }
    found.push(begin..within.end);
    found
}

/// A range without the blanks at both ends.
pub(crate) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let inner = cut(text, range.start, range.end);
    let begin = range.end - inner.trim_start_matches(is_blank).len();
    let end = range.start + inner.trim_end_matches(is_blank).len();
    begin..end.max(begin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_and_clauses_end_at_their_signs() {
        let text = "到2025年,甲达到1,500吨，乙（含丙，丁）达到5%。戊。";
        let found: Vec<&str> = sentences(text)
            .into_iter()
            .map(|r| cut(text, r.start, r.end))
            .collect();
        assert_eq!(found.len(), 2);
        let found: Vec<&str> = clauses(text, sentences(text)[0].clone())
            .into_iter()
            .map(|r| cut(text, r.start, r.end))
            .collect();
        assert_eq!(found, ["到2025年", "甲达到1,500吨", "乙（含丙，丁）达到5%"]);
    }
}
