//! Where a word of letters may begin: a sieve of bits that lets every match through, and little else.
//!
//! For each letter there is a row of bits: whether the character at a position can be begun by it. A word is followed
//! from its end: where its rest may begin is known, so a position is kept if its character can begin what is left, and
//! the next one what is left after one of the lengths that a syllable can have. Sixty-four positions are one step.
//!
//! ```text
//! rencai      r at a position, and at the next c (after ren) or e or n (after r, re), and so on
//! ```

use super::alphabet::{Alphabet, GlyphId};
use super::corpus::{Corpus, Position};
use super::query::Word;

/// One bit for each position.
type Bits = [u64];

/// By letter, the positions whose character can be begun by it.
#[derive(Clone, Debug)]
pub(super) struct Letters {
    /// The words of each letter's bits.
    width: usize,
    bits: Vec<u64>,
}

const LETTERS: usize = 26;

impl Letters {
    pub(super) fn new(alphabet: &Alphabet, row: impl ExactSizeIterator<Item = GlyphId>) -> Self {
        let width = row.len().div_ceil(64);
        let mut bits = vec![0; LETTERS * width];
        for (at, id) in row.enumerate() {
            let mut left = alphabet.glyph(id).initials & ((1 << LETTERS) - 1);
            while left != 0 {
                let letter = left.trailing_zeros() as usize;
                bits[letter * width + at / 64] |= 1 << (at % 64);
                left &= left - 1;
            }
        }
        Self { width, bits }
    }

    fn of(&self, letter: usize) -> &Bits {
        &self.bits[letter * self.width..][..self.width]
    }
}

/// Every position where a word may begin, in order: all where it does, and some where it does not.
pub(super) fn starts(corpus: &Corpus, word: &Word) -> Vec<Position> {
    let width = corpus.letters.width;
    let length = word.folded.len();
    let mut rests = vec![0; length * width];
    for (n, c) in word.folded.iter().enumerate().rev() {
        let (here, after) = rests[n * width..].split_at_mut(width);
        let lengths = word.lengths.get(n).copied().unwrap_or_default();
        if lengths >> (length - n) & 1 == 1 {
            here.fill(u64::MAX);
        } else {
            for length in ones(lengths) {
                add_shifted(here, &after[(length - 1) * width..][..width]);
            }
        }
        keep(here, corpus, *c);
    }
    let first = rests.get(..width).unwrap_or_default().iter().enumerate();
    first
        .flat_map(|(n, bits)| ones(*bits).map(move |bit| 64 * n + bit))
        .collect()
}

/// Adds the positions before those of `others`.
fn add_shifted(bits: &mut Bits, others: &Bits) {
    let next = others.iter().skip(1).chain(Some(&0));
    for (slot, (this, next)) in bits.iter_mut().zip(others.iter().zip(next)) {
        *slot |= this >> 1 | next << 63;
    }
}

/// Keeps the positions whose character can begin with `c`.
fn keep(bits: &mut Bits, corpus: &Corpus, c: char) {
    if c.is_ascii_lowercase() {
        let letter = corpus.letters.of(c as usize - 'a' as usize);
        for (slot, letter) in bits.iter_mut().zip(letter) {
            *slot &= letter;
        }
        return;
    }
    let places = corpus.alphabet.id(c).map(|id| corpus.places(&[id]));
    let mut places = places.unwrap_or_default().into_iter().peekable();
    for (n, slot) in bits.iter_mut().enumerate() {
        let mut those = 0;
        while let Some(at) = places.next_if(|at| at / 64 == n) {
            those |= 1 << (at % 64);
        }
        *slot &= those;
    }
}

/// The numbers of the bits that are set, in order.
fn ones(bits: u64) -> impl Iterator<Item = usize> {
    let mut left = bits;
    std::iter::from_fn(move || {
        let bit = (left != 0).then(|| left.trailing_zeros() as usize);
        left &= left.wrapping_sub(1);
        bit
    })
}

/// The numbers of letters, as bits, that one character can stand for at the beginning of what is left of a word.
pub(super) fn lengths(left: &[char]) -> u64 {
    let longest = left.len().min(6);
    let read = (2..=longest).filter(|n| {
        let is_last = *n == left.len();
        may_be_syllable(&left[..*n], is_last)
    });
    read.fold(1 << 1, |bits, n| bits | 1 << n)
}

/// Whether letters have the form of a syllable: in full, or, if it may be begun only, of its beginning; zh, ch and sh too.
fn may_be_syllable(letters: &[char], may_be_begun: bool) -> bool {
    let text: String = letters.iter().collect();
    if ["zh", "ch", "sh", "hm", "ng", "hng"].contains(&text.as_str()) {
        return true;
    }
    let rest = text.trim_start_matches(|c| c == 'h' || "bpmfdtnlgkjqxrzcsyw".contains(c));
    let consonants = text.len() - rest.len();
    let end = rest.trim_start_matches(|c| "aeiouv".contains(c));
    let vowels = rest.len() - end.len();
    let has_initial = match consonants {
        0 | 1 => true,
        2 => ["zh", "ch", "sh", "lyu", "nyu"]
            .iter()
            .any(|double| text.starts_with(double)),
        _ => false,
    };
    let is_begun = may_be_begun
        && (["hn", "ly", "ny"].contains(&text.as_str()) || has_initial && end.is_empty());
    is_begun || has_initial && vowels > 0 && ["", "n", "ng", "r"].contains(&end)
}

#[cfg(test)]
mod tests {
    use super::{lengths, may_be_syllable};
    use crate::search::syllables;

    #[test]
    fn every_reading_and_every_beginning_of_one_may_be_a_syllable() {
        let readings = ('\u{3000}'..='\u{3ffff}').flat_map(syllables::of);
        let typed = |reading| {
            syllables::spellings(reading)
                .iter()
                .copied()
                .chain([reading])
        };
        for reading in readings.flat_map(typed) {
            let letters: Vec<char> = reading.chars().collect();
            for n in 2..=letters.len() {
                assert!(may_be_syllable(&letters[..n], true), "{reading}, {n}");
            }
            assert!(
                letters.len() < 2 || may_be_syllable(&letters, false),
                "{reading}"
            );
            assert!(letters.len() <= 6, "{reading}");
        }
    }

    #[test]
    fn what_cannot_be_one_syllable_is_told() {
        let lengths = |typed: &str| {
            let bits = lengths(&typed.chars().collect::<Vec<_>>());
            super::ones(bits).collect::<Vec<_>>()
        };
        assert_eq!(lengths("tyfw"), [1]);
        assert_eq!(lengths("rencai"), [1, 2, 3]);
        assert_eq!(lengths("ch"), [1, 2]);
        assert_eq!(lengths("人cai"), [1]);
    }
}
