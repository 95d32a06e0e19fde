//! Words of characters and digits: found as bytes in the row.

use std::ops::Range;

use memchr::memmem;

use super::corpus::encoded;
use super::occurrence::{Grade, Occurrence, located, punctuation_fits};
use super::query::Word;
use super::{Index, fold};

/// Every place where the very characters of a word stand, in order.
pub(super) fn occurrences(index: &Index, word: &Word) -> Vec<Occurrence> {
    let corpus = &index.corpus;
    let Some(needle) = needle(index, word) else {
        return Vec::new();
    };
    let length = word.folded.len();
    let rows = memmem::find_iter(corpus.row(), &needle).map(|byte| byte / 2..byte / 2 + length);
    let sizes = vec![1; length];
    let fits = |occurrence: &Occurrence| {
        let unit = &corpus.units[occurrence.unit];
        let text = index.text(unit);
        !word.is_strict || punctuation_fits(corpus, unit, text, word, &occurrence.row, &sizes)
    };
    located(corpus, rows.map(|row| (row, Grade::Literal)))
        .filter(fits)
        .map(|occurrence| graded(index, word, occurrence))
        .collect()
}

/// The word as bytes of the row; `None` if one of its characters is nowhere.
fn needle(index: &Index, word: &Word) -> Option<Vec<u8>> {
    let mut needle = Vec::with_capacity(2 * word.folded.len());
    for c in &word.folded {
        needle.extend(encoded(index.corpus.alphabet.id(*c)?));
    }
    (!needle.is_empty()).then_some(needle)
}

fn graded(index: &Index, word: &Word, occurrence: Occurrence) -> Occurrence {
    let text = index.text(&index.corpus.units[occurrence.unit]);
    let is_whole = word.is_strict || index.corpus.is_unbroken(&occurrence.row, text);
    let grade = if is_whole {
        Grade::Literal
    } else {
        Grade::Broken
    };
    Occurrence {
        grade,
        ..occurrence
    }
}

/// Every place where punctuation alone stands, in order.
pub(super) fn punctuation(index: &Index, word: &Word) -> Vec<Occurrence> {
    let typed: Vec<char> = word.after.chars().collect();
    let mut found = Vec::new();
    for (id, unit) in index.corpus.units.iter().enumerate() {
        let chars: Vec<(usize, char)> = index.text(unit).char_indices().collect();
        let windows = chars.windows(typed.len());
        let fits = |window: &&[(usize, char)]| {
            let folded = window.iter().map(|(_, c)| fold::folded(*c));
            folded.eq(typed.iter().copied())
        };
        for window in windows.filter(fits) {
            if let (Some((start, _)), Some((last, c))) = (window.first(), window.last()) {
                found.push(mark(index, id, *start..last + c.len_utf8()));
            }
        }
    }
    found
}

/// Punctuation at some bytes of a unit, before the position that follows it.
fn mark(index: &Index, id: usize, bytes: Range<usize>) -> Occurrence {
    let unit = &index.corpus.units[id];
    let passed = unit
        .row
        .clone()
        .take_while(|at| index.corpus.byte(*at) < bytes.start);
    let at = unit.row.start + passed.count();
    Occurrence {
        unit: id,
        row: at..at,
        grade: Grade::Literal,
        skipped: None,
        bytes: Some(bytes),
    }
}
