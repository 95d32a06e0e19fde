//! An occurrence of a word in the row, and how well it matches.

use std::ops::Range;

use super::corpus::{Corpus, Position, Unit, reads};
use super::word::Word;

/// How a word was matched, best first. This order is the first rule of the ranking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// Character by character.
    Literal,
    /// Character by character, ignoring punctuation or spaces.
    Broken,
    /// Character by character, at least one in another form: traditional, older or regional.
    Variant,
    /// By another form: a number in digits for one in characters, a short name for a full one.
    Rewritten,
    /// By full syllables.
    Spelt,
    /// By initials, one letter per character.
    Initials,
    /// By syllables, the last one incomplete.
    Begun,
    /// By initials and syllables mixed, or by the double initials zh, ch, sh.
    Mixed,
    /// By a rare reading of a character, or by pinyin across punctuation.
    Remote,
    /// Within a longer number: 6% in 9.6%.
    Within,
    /// In two pieces close together.
    Apart,
    /// With one wrong, missing or swapped character or syllable.
    Approximate,
}

impl Grade {
    /// The grade of a word with parts of both grades.
    pub(super) fn with(self, other: Self) -> Self {
        match (self.min(other), self.max(other)) {
            (Self::Spelt, Self::Initials) | (Self::Initials, Self::Begun) => Self::Mixed,
            (_, worst) => worst,
        }
    }
}

/// An occurrence of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Occurrence {
    /// Its unit.
    pub(super) unit: usize,
    /// Its positions in the row.
    pub(super) row: Range<Position>,
    /// How it was matched.
    pub(super) grade: Grade,
    /// The positions within that are not part of the word, in order.
    pub(super) skipped: Option<Box<[Position]>>,
    /// Its bytes in the text, if it is punctuation alone, which has no positions, or a strict form.
    pub(super) bytes: Option<Range<usize>>,
}

/// How an occurrence compares with the last one kept of the same entry.
pub(super) enum Standing {
    /// It is kept as well.
    Beside,
    /// It has a better grade and replaces all before it.
    Better,
    /// It has a worse grade, or overlaps, and is dropped.
    Worse,
}

impl Occurrence {
    pub(super) fn with_grade(self, grade: Grade) -> Self {
        Self { grade, ..self }
    }

    pub(super) fn standing(&self, last: &Self) -> Standing {
        if self.grade < last.grade {
            Standing::Better
        } else if self.grade == last.grade && self.row.start >= last.row.end {
            Standing::Beside
        } else {
            Standing::Worse
        }
    }
}

/// Occurrences from ranges of the row.
pub(super) fn located(
    corpus: &Corpus,
    found: impl Iterator<Item = (Range<Position>, Grade)>,
) -> impl Iterator<Item = Occurrence> {
    found.map(|(row, grade)| Occurrence {
        unit: corpus.unit_at(row.start),
        row,
        grade,
        skipped: None,
        bytes: None,
    })
}

/// Whether the text has the same punctuation around each character of a match as the word. `sizes` are the numbers of
/// typed characters that each matched one stands for.
pub(super) fn punctuation_fits(
    corpus: &Corpus,
    unit: &Unit,
    text: &str,
    word: &Word,
    row: &Range<Position>,
    sizes: &[usize],
) -> bool {
    let mut typed = 0;
    for (n, (at, size)) in row.clone().zip(sizes).enumerate() {
        let gap = corpus.gap(unit, at, text);
        let wanted = word.before.get(typed).map_or("", String::as_str);
        let fits = if n == 0 {
            ends_so(gap, wanted)
        } else {
            reads(gap, wanted)
        };
        let inside = word.before.get(typed + 1..typed + size).unwrap_or_default();
        if !fits || inside.iter().any(|gap| !gap.is_empty()) {
            return false;
        }
        typed += size;
    }
    starts_so(corpus.gap(unit, row.end, text), &word.after)
}

fn ends_so(gap: &str, typed: &str) -> bool {
    let surplus = gap.chars().count().checked_sub(typed.chars().count());
    surplus.is_some_and(|surplus| reads(after_chars(gap, surplus), typed))
}

fn starts_so(gap: &str, typed: &str) -> bool {
    let start: String = gap.chars().take(typed.chars().count()).collect();
    reads(&start, typed)
}

fn after_chars(text: &str, n: usize) -> &str {
    let mut chars = text.chars();
    chars.by_ref().take(n).for_each(drop);
    chars.as_str()
}
