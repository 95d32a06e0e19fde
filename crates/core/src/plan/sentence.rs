//! Sentences: the measures (举措) of a task, and what is cited.

use std::ops::Range;

/// The bytes of each sentence of a text: up to its full stop, question or exclamation mark and what closes behind it.
/// Together they are the whole text.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let closes = |c: char| matches!(c, '”' | '’' | '）' | '》' | '」' | '』' | '〕');
    let mut found = Vec::new();
    let mut start = 0;
    while let Some(length) = text.get(start..).and_then(first_end) {
        let rest = text.get(start + length..).unwrap_or_default();
        let closing = rest.len() - rest.trim_start_matches(|c| is_end(c) || closes(c)).len();
        let end = start + length + closing;
        found.push(start..end);
        start = end;
    }
    if start < text.len() {
        found.push(start..text.len());
    }
    found
}

fn is_end(c: char) -> bool {
    matches!(c, '。' | '？' | '！')
}

/// Where the first mark that ends a sentence ends. By the bytes that these marks begin with, which few other signs do.
fn first_end(text: &str) -> Option<usize> {
    let begins = memchr::memchr2_iter(0xE3, 0xEF, text.as_bytes());
    let mut signs = begins.filter_map(|at| Some((at, text.get(at..)?.chars().next()?)));
    let (at, sign) = signs.find(|(_, c)| is_end(*c))?;
    Some(at + sign.len_utf8())
}
