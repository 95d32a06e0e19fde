//! Matches words with letters as pinyin: in full, incomplete, by initials, or mixed with characters.
//!
//! Dynamic programming from each position of the row: `reached[n]` is the best grade by which the first `n` typed
//! characters can stand for the characters so far.
//!
//! ```text
//! renc on 人才:   before 人: reached[0]   after 人: [1] by r, [3] by ren   after 才: [4] by ren + c
//! ```

use std::ops::Range;

use super::alphabet::{Alphabet, Glyph};
use super::corpus::Position;
use super::occurrence::{Grade, Occurrence, located, punctuation_fits};
use super::readings::{OTHER, Use, bit_of};
use super::word::Word;
use super::{Index, sieve};

/// The minimum letters of pinyin that may cross punctuation.
const LEAST_TO_CROSS: usize = 3;

/// The occurrences of a word read as pinyin, in order; some may overlap.
pub(super) fn occurrences(index: &Index, word: &Word) -> Vec<Occurrence> {
    let speller = Speller { index, word };
    located(&index.corpus, speller.all().into_iter())
        .filter(|occurrence| speller.fits(occurrence))
        .map(|occurrence| speller.graded(occurrence))
        .collect()
}

/// How many of the typed characters `left` one character can stand for, with the grade of each way.
pub(super) fn steps<'a>(
    index: &'a Index,
    glyph: &'a Glyph,
    left: &'a [char],
    is_first: bool,
) -> impl Iterator<Item = (usize, Grade)> + 'a {
    let literal = (left.first() == Some(&glyph.c)).then_some((1, Grade::Literal));
    let readings = index.corpus.alphabet.readings(glyph).iter();
    let read = readings.flat_map(move |reading| {
        by_reading(reading.letters, left, is_first)
            .into_iter()
            .flatten()
            .map(move |(length, grade)| (length, by_use(reading.in_use, grade)))
    });
    literal.into_iter().chain(read)
}

/// The grade by the use of the reading: a rare one, or an incomplete one that is not the commonest, is remote.
fn by_use(in_use: Use, grade: Grade) -> Grade {
    match in_use {
        Use::Rare => Grade::Remote,
        Use::Usual if grade == Grade::Begun => Grade::Remote,
        Use::First | Use::Usual => grade,
    }
}

/// Matches in full or incomplete, by a double initial (zh, ch, sh), and by the first letter.
fn by_reading(reading: &str, left: &[char], is_first: bool) -> [Option<(usize, Grade)>; 3] {
    let letters = reading.chars().zip(left);
    let common = letters.take_while(|(a, b)| a == *b).count();
    if common == 0 {
        return [None; 3];
    }
    // ly and ny mean two characters rather than the beginning of lyu and nyu.
    let is_bare = common == 1 || common == 2 && reading.get(1..2) == Some("y");
    let is_begun = common == left.len() && !(is_first && is_bare);
    // A reading of one letter is its own initial.
    let full = if common == reading.len() && common > 1 {
        Some((common, Grade::Spelt))
    } else {
        is_begun.then_some((common, Grade::Begun))
    };
    let doubles = ["zh", "ch", "sh"];
    let is_double = common >= 2 && doubles.iter().any(|double| reading.starts_with(double));
    let double = is_double.then_some((2, Grade::Mixed));
    [full, double, Some((1, Grade::Initials))]
}

struct Speller<'a> {
    index: &'a Index,
    word: &'a Word,
}

impl Speller<'_> {
    fn all(&self) -> Vec<(Range<Position>, Grade)> {
        let starts = sieve::starts(&self.index.corpus, self.word).into_iter();
        starts
            .filter_map(|at| self.from(at).map(|(end, grade)| (at..end, grade)))
            .collect()
    }

    /// The end and grade of the best reading of the whole word from a position on.
    fn from(&self, start: Position) -> Option<(Position, Grade)> {
        let word = &self.word.folded;
        let mut reached: [Option<Grade>; 64] = [None; 64];
        reached[0] = Some(Grade::Literal);
        let mut best: Option<(Grade, Position)> = None;
        for at in start..start + word.len() {
            let glyph = self.index.corpus.glyph_at(at);
            let mut next: [Option<Grade>; 64] = [None; 64];
            for typed in 0..word.len() {
                let Some(so_far) = reached[typed] else {
                    continue;
                };
                if !may_be(&self.index.corpus.alphabet, glyph, word[typed]) {
                    continue;
                }
                // A syllable ends where an apostrophe was typed.
                let lengths = self.word.lengths.get(typed).copied().unwrap_or_default();
                let steps = steps(self.index, glyph, &word[typed..], at == start);
                for (length, grade) in steps.filter(|(length, _)| lengths >> length & 1 == 1) {
                    let slot = &mut next[typed + length];
                    let grade = grade.with(so_far);
                    *slot = Some(slot.map_or(grade, |known| known.min(grade)));
                }
            }
            if let Some(grade) = next[word.len()] {
                best = Some(best.map_or((grade, at + 1), |known| known.min((grade, at + 1))));
            }
            if next.iter().take(word.len()).all(Option::is_none) {
                break;
            }
            reached = next;
        }
        best.map(|(grade, end)| (end, grade))
    }

    /// Whether a match has the punctuation of the word; for a word without, whether it may cross that of the text.
    fn fits(&self, occurrence: &Occurrence) -> bool {
        if !self.word.is_strict {
            return self.may_cross(occurrence);
        }
        let corpus = &self.index.corpus;
        let unit = &corpus.units[occurrence.unit];
        let text = self.index.text(unit);
        self.divisions(&occurrence.row, 0)
            .iter()
            .any(|sizes| punctuation_fits(corpus, unit, text, self.word, &occurrence.row, sizes))
    }

    /// Pinyin crosses punctuation only with enough letters and within a sentence; literal letters always do.
    fn may_cross(&self, occurrence: &Occurrence) -> bool {
        let corpus = &self.index.corpus;
        if occurrence.grade == Grade::Literal || corpus.is_unbroken(&occurrence.row) {
            return true;
        }
        let text = self.index.text_of(occurrence);
        self.word.folded.len() >= LEAST_TO_CROSS && corpus.is_one_sentence(&occurrence.row, text)
    }

    /// Every division of the typed characters among the characters of a match.
    fn divisions(&self, row: &Range<Position>, typed: usize) -> Vec<Vec<usize>> {
        let left = &self.word.folded[typed..];
        if row.is_empty() {
            return if left.is_empty() {
                vec![Vec::new()]
            } else {
                Vec::new()
            };
        }
        let glyph = self.index.corpus.glyph_at(row.start);
        let mut lengths: Vec<usize> = steps(self.index, glyph, left, typed == 0)
            .map(|(length, _)| length)
            .collect();
        lengths.sort_unstable();
        lengths.dedup();
        let mut all = Vec::new();
        for length in lengths {
            for mut sizes in self.divisions(&(row.start + 1..row.end), typed + length) {
                sizes.insert(0, length);
                all.push(sizes);
            }
        }
        all
    }

    /// Letters that stand for themselves may cross punctuation like other characters; pinyin that does is remote.
    fn graded(&self, occurrence: Occurrence) -> Occurrence {
        if self.word.touches_numbers() && self.index.corpus.is_in_number(&occurrence.row) {
            return occurrence.with_grade(Grade::Within);
        }
        if self.word.is_strict || self.index.corpus.is_unbroken(&occurrence.row) {
            return occurrence;
        }
        let grade = match occurrence.grade {
            Grade::Literal => Grade::Broken,
            _ => Grade::Remote,
        };
        occurrence.with_grade(grade)
    }
}

/// Whether a character can stand for a typed one.
fn may_be(alphabet: &Alphabet, glyph: &Glyph, typed: char) -> bool {
    let bit = bit_of(typed);
    if bit == OTHER {
        glyph.c == typed
    } else {
        alphabet.initials(glyph) & bit != 0
    }
}
