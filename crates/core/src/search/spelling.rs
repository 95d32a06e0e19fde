//! Words with letters: read as pinyin, in full, begun, by initials, or mixed with characters.
//!
//! From each position of the row the word is followed forwards: `reached[n]` is the best grade by which the first `n`
//! typed characters can stand for the characters passed so far.
//!
//! ```text
//! renc on 人才:   before 人: reached[0]   after 人: [1] by r, [3] by ren   after 才: [4] by ren + c
//! ```

use std::ops::Range;

use super::alphabet::{Glyph, OTHER, Use, bit_of};
use super::corpus::Position;
use super::occurrence::{Grade, Occurrence, located, punctuation_fits};
use super::word::Word;
use super::{Index, sieve};

/// Pinyin of fewer letters does not cross punctuation.
const LEAST_TO_CROSS: usize = 3;

/// Every place that a word can be read as, in order; some may overlap.
pub(super) fn occurrences(index: &Index, word: &Word) -> Vec<Occurrence> {
    let speller = Speller { index, word };
    located(&index.corpus, speller.all().into_iter())
        .filter(|occurrence| speller.fits(occurrence))
        .map(|occurrence| speller.graded(occurrence))
        .collect()
}

/// The ways in which one character can stand for the beginning of what is left of a word: lengths with their grades.
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

/// The grade for a reading of a character: a rare one, or a less usual one that is only begun, is a guess.
fn by_use(in_use: Use, grade: Grade) -> Grade {
    match in_use {
        Use::Rare => Grade::Remote,
        Use::Usual if grade == Grade::Begun => Grade::Remote,
        Use::First | Use::Usual => grade,
    }
}

/// In full or begun, by a double initial (zh, ch, sh), and by the first letter.
fn by_reading(reading: &str, left: &[char], is_first: bool) -> [Option<(usize, Grade)>; 3] {
    let letters = reading.chars().zip(left);
    let common = letters.take_while(|(a, b)| a == *b).count();
    if common == 0 {
        return [None; 3];
    }
    // Who types ly or ny means two characters, rather than the beginning of lyu.
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

    /// The best way to read the whole word from a position on: its end and grade.
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
                if !may_be(glyph, word[typed]) {
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

    /// Whether a match has the punctuation of a word typed with some; of one typed without, whether it may cross what
    /// stands there.
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

    /// Nobody means by a few letters the end of one sentence and the beginning of the next, nor by two of them what two
    /// words begin with. Letters that stand for themselves may cross punctuation like other characters.
    fn may_cross(&self, occurrence: &Occurrence) -> bool {
        let corpus = &self.index.corpus;
        if occurrence.grade == Grade::Literal || corpus.is_unbroken(&occurrence.row) {
            return true;
        }
        let text = self.index.text_of(occurrence);
        self.word.folded.len() >= LEAST_TO_CROSS && corpus.is_one_sentence(&occurrence.row, text)
    }

    /// Every way in which the typed characters are shared out over the characters of a match.
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

/// Whether a character can stand for a typed one at all.
fn may_be(glyph: &Glyph, typed: char) -> bool {
    let bit = bit_of(typed);
    if bit == OTHER {
        glyph.c == typed
    } else {
        glyph.initials & bit != 0
    }
}
