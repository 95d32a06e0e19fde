//! Words with one wrong, missing or swapped character or syllable.
//!
//! Only Chinese words of at least four characters or two syllables. A number is never taken for an error: 两孩 and 三孩 are
//! two policies. A syllable of at least three letters may have one wrong, missing or swapped letter; a whole syllable may
//! be wrong or missing where at least three others are right.

use std::ops::Range;

use super::Index;
use super::alphabet::{Glyph, GlyphId};
use super::corpus::Position;
use super::fold;
use super::occurrence::{Grade, Occurrence};
use super::readings::Reading;
use super::word::{LONGEST, Word};

/// The minimum characters of a word.
const LEAST_CHARACTERS: usize = 4;

/// The minimum syllables of a word.
const LEAST_SYLLABLES: usize = 2;

/// The minimum letters of a word: shorter English words would match some syllables.
const LEAST_LETTERS: usize = 5;

/// The minimum letters of a syllable with an error.
const LEAST_OF_SYLLABLE: usize = 3;

/// In words of fewer letters only a vowel may stand for a vowel, and a consonant for a consonant.
const LEAST_FOR_ANY_LETTER: usize = 8;

/// The places that differ from a word in one character or syllable, in order, none overlapping.
pub(super) fn occurrences(index: &Index, word: &Word) -> Vec<Occurrence> {
    let is_long = word.folded.len() > LONGEST;
    if word.is_strict || is_long || word.folded.iter().any(char::is_ascii_digit) {
        return Vec::new();
    }
    let letters: Option<Vec<u8>> = word
        .folded
        .iter()
        .map(|c| c.is_ascii_lowercase().then_some(*c as u8))
        .collect();
    let found = match letters {
        Some(letters) => by_syllables(index, &letters),
        None if !word.is_spelt => by_characters(index, word),
        None => Vec::new(),
    };
    let is_unbroken = |found: &Occurrence| index.corpus.is_unbroken(&found.row);
    let mut free = 0;
    let mut kept = Vec::new();
    for found in found.into_iter().filter(is_unbroken) {
        if found.row.start >= free {
            free = found.row.end;
            kept.push(found);
        }
    }
    kept
}

fn occurrence(index: &Index, row: Range<Position>, skipped: Option<Position>) -> Occurrence {
    Occurrence {
        unit: index.corpus.unit_at(row.start),
        row,
        grade: Grade::Approximate,
        skipped: skipped.map(|at| [at].into()),
        bytes: None,
    }
}

fn by_characters(index: &Index, word: &Word) -> Vec<Occurrence> {
    if word.folded.len() < LEAST_CHARACTERS {
        return Vec::new();
    }
    let alphabet = &index.corpus.alphabet;
    // A character that no text has gets a number that no glyph has.
    let typed: Vec<GlyphId> = word
        .folded
        .iter()
        .map(|c| alphabet.id(*c).unwrap_or(GlyphId::MAX))
        .collect();
    let row: Vec<GlyphId> = index.corpus.glyphs().collect();
    let may_be_wrong = |id: GlyphId| {
        let glyph = alphabet.glyph(id);
        !alphabet.readings(glyph).is_empty() && !fold::is_number(glyph.c)
    };
    let is_number: Vec<bool> = word.folded.iter().map(|c| fold::is_number(*c)).collect();
    let [first, second, ..] = typed.as_slice() else {
        return Vec::new();
    };
    let starts = row.windows(2).enumerate().filter(|(_, pair)| {
        pair[0] == *first || pair[1] == *second || (pair[0] == *second && pair[1] == *first)
    });
    starts
        .filter_map(|(at, _)| one_wrong(&row[at..], &typed, may_be_wrong).map(|fault| (at, fault)))
        .filter(|(_, fault)| !fault.concerns(&is_number))
        .map(|(at, fault)| {
            let end = at + typed.len();
            match fault {
                Fault::Swapped(_) => occurrence(index, at..end, None),
                Fault::Wrong(0) => occurrence(index, at + 1..end, None),
                Fault::Wrong(n) if n + 1 == typed.len() => occurrence(index, at..end - 1, None),
                Fault::Wrong(n) => occurrence(index, at..end, Some(at + n)),
                Fault::Missing(n) => occurrence(index, at..end + 1, Some(at + n)),
            }
        })
        .collect()
}

/// A typing error, by the index of its character.
enum Fault {
    /// This character and the next are swapped.
    Swapped(usize),
    /// This character is wrong.
    Wrong(usize),
    /// The text has a further character here.
    Missing(usize),
}

impl Fault {
    /// Whether it concerns a marked character.
    fn concerns(&self, marked: &[bool]) -> bool {
        let is_marked = |n: usize| marked.get(n).is_some_and(|marked| *marked);
        match self {
            Self::Swapped(n) => is_marked(*n) || is_marked(n + 1),
            Self::Wrong(n) => is_marked(*n),
            Self::Missing(_) => false,
        }
    }
}

/// The only error by which `typed` differs from the beginning of a row.
fn one_wrong(
    row: &[GlyphId],
    typed: &[GlyphId],
    may_be_wrong: impl Fn(GlyphId) -> bool,
) -> Option<Fault> {
    let n = row.iter().zip(typed).take_while(|(a, b)| a == b).count();
    let here = *row.get(n)?;
    let rest = typed.get(n + 1..)?;
    let begins =
        |from: usize, with: &[GlyphId]| row.get(from..).is_some_and(|row| row.starts_with(with));
    let is_swapped = rest.first() == Some(&here) && row.get(n + 1) == typed.get(n);
    if is_swapped && begins(n + 2, &rest[1..]) {
        return Some(Fault::Swapped(n));
    }
    if !may_be_wrong(here) {
        return None;
    }
    if begins(n + 1, rest) {
        return Some(Fault::Wrong(n));
    }
    (n > 0 && begins(n + 1, &typed[n..])).then_some(Fault::Missing(n))
}

/// Errors within a syllable first; whole syllables only where there are none.
fn by_syllables(index: &Index, letters: &[u8]) -> Vec<Occurrence> {
    if letters.len() < LEAST_LETTERS {
        return Vec::new();
    }
    let row: Vec<GlyphId> = index.corpus.glyphs().collect();
    [Typo::Small, Typo::Syllable]
        .into_iter()
        .map(|worst| read_all(index, &row, letters, worst))
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

fn read_all(index: &Index, row: &[GlyphId], letters: &[u8], worst: Typo) -> Vec<Occurrence> {
    let reader = Reader {
        index,
        letters,
        worst,
    };
    let glyphs = index.corpus.alphabet.glyphs().iter();
    let may_start: Vec<bool> = glyphs.map(|glyph| reader.may_start(glyph)).collect();
    let starts = row.iter().enumerate();
    starts
        .filter(|(_, id)| may_start[usize::from(**id)])
        .filter_map(|(at, _)| {
            let length = reader.read(&row[at..], State::default())?;
            Some(occurrence(index, at..at + length, None))
        })
        .collect()
}

/// How many letters have been read, and the error so far.
#[derive(Clone, Copy, Default)]
struct State {
    /// The letters used.
    used: usize,
    /// The syllables passed.
    syllables: usize,
    fault: Typo,
}

impl State {
    /// Whether enough syllables are right to assume an error.
    fn is_enough(self) -> bool {
        match self.fault {
            Typo::None => false,
            Typo::Small => self.syllables >= LEAST_SYLLABLES,
            Typo::Syllable => self.syllables >= LEAST_CHARACTERS,
        }
    }

    fn after(self, letters: usize, fault: Typo) -> Self {
        Self {
            used: self.used + letters,
            syllables: self.syllables + 1,
            fault,
        }
    }
}

/// The kind of error.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Typo {
    #[default]
    None,
    /// In letters of a syllable, or by two swapped syllables.
    Small,
    /// A whole syllable.
    Syllable,
}

struct Reader<'a> {
    index: &'a Index,
    letters: &'a [u8],
    /// The worst error to allow.
    worst: Typo,
}

impl Reader<'_> {
    /// Whether a character can begin a match: its syllable comes first or second, or nearly.
    fn may_start(&self, glyph: &Glyph) -> bool {
        self.usual(glyph).iter().any(|reading| {
            let reading = reading.letters.as_bytes();
            let is_near = (0..=6).any(|n| {
                self.letters
                    .get(n..)
                    .is_some_and(|left| left.starts_with(reading))
            });
            let start = &reading[..reading.len().saturating_sub(1)];
            let is_begun = self.letters.starts_with(start);
            is_near || is_begun || lengths(reading, self.letters, true).next().is_some()
        })
    }

    /// How many characters of a row the rest of the letters stand for, with exactly one error in all.
    fn read(&self, row: &[GlyphId], state: State) -> Option<usize> {
        let left = &self.letters[state.used..];
        if left.is_empty() {
            return state.is_enough().then_some(0);
        }
        let (id, rest) = row.split_first()?;
        let glyph = self.index.corpus.alphabet.glyph(*id);
        let readings = self.usual(glyph);
        let may_be_wrong = state.fault == Typo::None && !fold::is_number(glyph.c);
        let one = |length: usize, fault: Typo| {
            let state = state.after(length, fault);
            self.read(rest, state).map(|n| n + 1)
        };
        for reading in readings {
            let reading = reading.letters.as_bytes();
            if left.starts_with(reading)
                && let Some(n) = one(reading.len(), state.fault)
            {
                return Some(n);
            }
            if may_be_wrong {
                let any_letter = self.letters.len() >= LEAST_FOR_ANY_LETTER;
                let mut lengths = lengths(reading, left, any_letter);
                let small = lengths.find_map(|length| one(length, Typo::Small));
                let small = small.or_else(|| self.swapped_at_end(reading, rest, state));
                if small.is_some() {
                    return small;
                }
            }
        }
        if !may_be_wrong || readings.is_empty() {
            return None;
        }
        self.swapped(row, state).or_else(|| {
            let is_allowed = self.worst == Typo::Syllable;
            let wrong = is_allowed.then(|| self.syllable_wrong(rest, state));
            wrong.flatten()
        })
    }

    /// As [`Self::read`], if this syllable was typed as another one, or left out.
    fn syllable_wrong(&self, rest: &[GlyphId], state: State) -> Option<usize> {
        let left = &self.letters[state.used..];
        let wrong = (1..=left.len().min(6)).filter(|n| self.is_syllable(&left[..*n]));
        let missing = (state.used > 0).then_some(0);
        wrong.chain(missing).find_map(|length| {
            let state = state.after(length, Typo::Syllable);
            self.read(rest, state).map(|n| n + 1)
        })
    }

    /// As [`Self::read`], if the last letter of this syllable and the first of the next were swapped.
    fn swapped_at_end(&self, reading: &[u8], rest: &[GlyphId], state: State) -> Option<usize> {
        let (_, start) = reading.split_last()?;
        let end = state.used + start.len();
        let is_so = self.letters[state.used..].starts_with(start)
            && self.letters.get(end + 1) == reading.last();
        if !is_so {
            return None;
        }
        let mut letters = self.letters.to_vec();
        letters.swap(end, end + 1);
        let reader = Reader {
            letters: &letters,
            ..*self
        };
        let state = state.after(reading.len(), Typo::Small);
        reader.read(rest, state).map(|n| n + 1)
    }

    /// As [`Self::read`], if the next two syllables were swapped.
    fn swapped(&self, row: &[GlyphId], state: State) -> Option<usize> {
        let [first, second, rest @ ..] = row else {
            return None;
        };
        let alphabet = &self.index.corpus.alphabet;
        if fold::is_number(alphabet.glyph(*second).c) {
            return None;
        }
        let left = &self.letters[state.used..];
        for typed_first in self.usual(alphabet.glyph(*second)) {
            let Some(after) = left.strip_prefix(typed_first.letters.as_bytes()) else {
                continue;
            };
            for typed_second in self.usual(alphabet.glyph(*first)) {
                if after.starts_with(typed_second.letters.as_bytes()) {
                    let used = state.used + typed_first.letters.len() + typed_second.letters.len();
                    let state = State {
                        used,
                        syllables: state.syllables + 2,
                        fault: Typo::Small,
                    };
                    return self.read(rest, state).map(|n| n + 2);
                }
            }
        }
        None
    }

    /// The usual readings, or all if none is.
    fn usual(&self, glyph: &Glyph) -> &[Reading] {
        self.index.corpus.alphabet.usual_readings(glyph)
    }

    fn is_syllable(&self, letters: &[u8]) -> bool {
        str::from_utf8(letters).is_ok_and(|letters| self.index.corpus.alphabet.is_syllable(letters))
    }
}

fn is_vowel(letter: u8) -> bool {
    b"aeiouv".contains(&letter)
}

/// The lengths of what is left that may be the reading with one letter wrong, missing or swapped.
fn lengths<'a>(
    reading: &'a [u8],
    left: &'a [u8],
    any_letter: bool,
) -> impl Iterator<Item = usize> + 'a {
    let n = reading.iter().zip(left).take_while(|(a, b)| a == b).count();
    let left = if reading.len() < LEAST_OF_SYLLABLE {
        &[]
    } else {
        left
    };
    let same = left
        .get(n + 1..reading.len())
        .is_some_and(|rest| n > 0 && rest == &reading[n + 1..])
        && (any_letter || is_vowel(reading[n]) == is_vowel(left[n]));
    let swapped = left.get(n..reading.len()).is_some_and(|rest| {
        rest.len() >= 2
            && rest[0] == reading[n + 1]
            && rest[1] == reading[n]
            && rest[2..] == reading[n + 2..]
    });
    let missing = reading.len() > 2
        && n > 0
        && n < reading.len()
        && left
            .get(n..reading.len() - 1)
            .is_some_and(|rest| rest == &reading[n + 1..]);
    let whole = (same || swapped).then_some(reading.len());
    let shorter = missing.then_some(reading.len().saturating_sub(1));
    whole.into_iter().chain(shorter)
}
