//! For each letter, which characters of the row have a reading that begins with it.

use super::alphabet::{Alphabet, GlyphId};

/// One bit for each position.
pub(super) type Bits = [u64];

/// By letter, the positions whose character can begin with it.
#[derive(Clone, Debug)]
pub(super) struct Letters {
    /// The words of each letter's bits.
    pub(super) width: usize,
    bits: Vec<u64>,
}

const LETTERS: usize = 26;

impl Letters {
    pub(super) fn new(alphabet: &Alphabet, row: impl ExactSizeIterator<Item = GlyphId>) -> Self {
        let width = row.len().div_ceil(64);
        let mut bits = vec![0; LETTERS * width];
        for (at, id) in row.enumerate() {
            let initials = alphabet.initials(alphabet.glyph(id));
            let mut left = initials & ((1 << LETTERS) - 1);
            while left != 0 {
                let letter = left.trailing_zeros() as usize;
                bits[letter * width + at / 64] |= 1 << (at % 64);
                left &= left - 1;
            }
        }
        Self { width, bits }
    }

    /// The bits of the letter with this number from 0.
    pub(super) fn of(&self, letter: usize) -> &Bits {
        &self.bits[letter * self.width..][..self.width]
    }
}
