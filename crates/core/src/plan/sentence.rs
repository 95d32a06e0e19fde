//! Sentences: the measures (举措) of a task, and what is cited.

use std::ops::Range;

/// The bytes of each sentence of a text: up to its full stop, question or exclamation mark and what closes behind it.
/// Together they are the whole text.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let is_end = |c: char| matches!(c, '。' | '？' | '！');
    let closes = |c: char| matches!(c, '”' | '’' | '）' | '》' | '」' | '』' | '〕');
    let mut found = Vec::new();
    let (mut start, mut ended) = (0, false);
    for (at, c) in text.char_indices() {
        if ended && !is_end(c) && !closes(c) {
            found.push(start..at);
            (start, ended) = (at, false);
        }
        ended |= is_end(c);
    }
    if start < text.len() {
        found.push(start..text.len());
    }
    found
}
