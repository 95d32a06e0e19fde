//! A bit-parallel filter: the positions where a word of letters may begin. It passes every match, and little else.
//!
//! For each letter there is a row of bits: whether the character at a position can begin with it. A word is processed from
//! its end: a position is kept if its character can begin the rest of the word, and the next position can begin what is
//! left after one of the possible lengths of a syllable. Sixty-four positions are one step.
//!
//! ```text
//! rencai      r at a position, and at the next c (after ren) or e or n (after r, re), and so on
//! ```

use super::corpus::{Corpus, Position};
use super::letters::Bits;
use super::word::Word;

/// The positions where a word may begin, in order: a superset of those where it does.
pub(super) fn starts(corpus: &Corpus, word: &Word) -> Vec<Position> {
    let width = corpus.letters().width;
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
        let letter = corpus.letters().of(c as usize - 'a' as usize);
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
