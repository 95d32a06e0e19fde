//! Words found in two pieces close together: 三孩政策, where the text has 三孩生育政策.

use super::corpus::Position;
use super::occurrence::{Grade, Occurrence};
use super::word::Word;
use super::{Index, exact};

/// The minimum characters per piece.
const LEAST: usize = 2;

/// The maximum length of a word: longer ones are whole names, of which a piece says little.
const LONGEST: usize = 8;

/// The maximum characters between the pieces.
const FAR: usize = 6;

/// The places where a word stands in two pieces of one sentence, in order, none overlapping. Words with digits are not
/// split.
pub(super) fn occurrences(index: &Index, word: &Word) -> Vec<Occurrence> {
    let has_digits = word.folded.iter().any(char::is_ascii_digit);
    let is_short = (2 * LEAST..=LONGEST).contains(&word.folded.len());
    if word.is_strict || word.is_spelt || has_digits || !is_short {
        return Vec::new();
    }
    let Some(glyphs) = exact::glyphs(index, word) else {
        return Vec::new();
    };
    let splits = LEAST..=glyphs.len() - LEAST;
    let mut found: Vec<Occurrence> = splits
        .flat_map(|split| {
            let (first, second) = glyphs.split_at(split);
            let (firsts, seconds) = (index.corpus.places(first), index.corpus.places(second));
            let pairs = near(&firsts, &seconds, split);
            pairs
                .into_iter()
                .filter_map(|(start, next)| {
                    between(index, start, start + split, next, second.len())
                })
                .collect::<Vec<_>>()
        })
        .collect();
    found.sort_by_key(|found| (found.row.start, found.row.end));
    let mut free = 0;
    found.retain(|found| {
        let is_free = found.row.start >= free;
        free = free.max(found.row.end);
        is_free
    });
    found
}

/// The places of a first piece of `length` characters, each with the next place of the second piece if it is near.
fn near(firsts: &[Position], seconds: &[Position], length: usize) -> Vec<(Position, Position)> {
    let next = |start: &Position| {
        let end = start + length;
        let next = *seconds.get(seconds.partition_point(|at| *at <= end))?;
        (next - end <= FAR).then_some((*start, next))
    };
    firsts.iter().filter_map(next).collect()
}

/// The occurrence of a piece from `start` to `end` and one of `length` at `next`, if they stand in one sentence.
fn between(
    index: &Index,
    start: Position,
    end: Position,
    next: Position,
    length: usize,
) -> Option<Occurrence> {
    let corpus = &index.corpus;
    let unit = corpus.unit_at(start);
    let row = start..next + length;
    let is_one = corpus.unit_at(next) == unit
        && corpus.is_one_sentence(&row, index.text(&corpus.units[unit]));
    is_one.then(|| Occurrence {
        unit,
        row,
        grade: Grade::Apart,
        skipped: Some((end..next).collect()),
        bytes: None,
    })
}
