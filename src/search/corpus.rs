//! The compared characters of all texts in one row, each with the way back to the text.
//!
//! ```text
//! texts      一体化，人才          引才
//! row      | 一 体 化 人 才      | 引 才 |      glyph numbers, 0 between texts
//! source   . 0  3  6  12 15 18    0  3  6     byte where each stands in its text; the text's length at its end
//! ```
//!
//! The numbers lie in the row as two bytes, the first with its top bit set and the second without, so that a search
//! for bytes never hits between two numbers.

use std::ops::Range;

use super::alphabet::{Alphabet, GlyphId, Numbering};
use super::entry::{Entry, Field};
use super::fold;

/// A position in the row.
pub(super) type Position = usize;

/// One text in the row.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    /// Whose text it is.
    pub(super) entry: usize,
    /// Which of its texts.
    pub(super) field: Field,
    /// Where it stands in the row.
    pub(super) row: Range<Position>,
    /// Where its title ends in the row; its start if it has no title.
    pub(super) title_end: Position,
}

/// All texts, folded.
#[derive(Clone, Debug)]
pub(super) struct Corpus {
    pub(super) alphabet: Alphabet,
    row: Vec<u8>,
    source: Vec<u32>,
    pub(super) units: Vec<Unit>,
    pairs: Pairs,
}

/// Which pairs of glyphs stand side by side, as one bit for each of their hashes: a word with another pair is nowhere.
/// Of many plans, most are answered by this alone.
#[derive(Clone, Debug)]
struct Pairs(Vec<u64>);

impl Pairs {
    const BITS: usize = 1 << 16;

    fn new(glyphs: impl Iterator<Item = GlyphId>) -> Self {
        let mut pairs = Self(vec![0; Self::BITS / 64]);
        let mut last = 0;
        for id in glyphs {
            let bit = Self::bit(last, id);
            pairs.0[bit / 64] |= 1 << (bit % 64);
            last = id;
        }
        pairs
    }

    fn bit(first: GlyphId, second: GlyphId) -> usize {
        let mixed = u32::from(first) * 40_503 + u32::from(second) * 61;
        mixed as usize % Self::BITS
    }

    fn has(&self, first: GlyphId, second: GlyphId) -> bool {
        let bit = Self::bit(first, second);
        self.0[bit / 64] & 1 << (bit % 64) != 0
    }
}

impl Corpus {
    pub(super) fn new(entries: &[Entry]) -> Self {
        let mut builder = Builder {
            numbering: Numbering::new(),
            row: Vec::new(),
            source: Vec::new(),
            units: Vec::new(),
        };
        builder.push(0, 0);
        for (id, entry) in entries.iter().enumerate() {
            for (field, text, title) in entry.searched() {
                builder.unit(id, field, text, title);
            }
        }
        let (pairs, _) = builder.row.as_chunks::<2>();
        Self {
            alphabet: builder.numbering.finish(),
            pairs: Pairs::new(pairs.iter().map(|&[high, low]| decoded(high, low))),
            row: builder.row,
            source: builder.source,
            units: builder.units,
        }
    }

    /// Whether glyphs can stand one after the other somewhere. Where this says no, they don't.
    pub(super) fn may_have(&self, glyphs: &[GlyphId]) -> bool {
        let mut pairs = glyphs.windows(2);
        pairs.all(|pair| self.pairs.has(pair[0], pair[1]))
    }

    /// The row as bytes, two for each position.
    pub(super) fn row(&self) -> &[u8] {
        &self.row
    }

    /// The glyph at a position; 0 outside the row.
    pub(super) fn glyph(&self, at: Position) -> GlyphId {
        match self.row.get(2 * at..2 * at + 2) {
            Some(&[high, low]) => decoded(high, low),
            _ => 0,
        }
    }

    /// All glyphs in order.
    pub(super) fn glyphs(&self) -> impl Iterator<Item = GlyphId> {
        let (pairs, _) = self.row.as_chunks::<2>();
        pairs.iter().map(|&[high, low]| decoded(high, low))
    }

    /// The unit that a position stands in.
    pub(super) fn unit_at(&self, at: Position) -> usize {
        let after = self.units.partition_point(|unit| unit.row.start <= at);
        after.saturating_sub(1)
    }

    /// The byte where the character at a position begins in its text; at the end of a unit, the text's length.
    pub(super) fn byte(&self, at: Position) -> usize {
        self.source.get(at).map_or(0, |byte| *byte as usize)
    }

    /// The byte behind the character at a position.
    pub(super) fn byte_after(&self, at: Position, text: &str) -> usize {
        let start = self.byte(at);
        let rest = text.get(start..).unwrap_or_default();
        start + rest.chars().next().map_or(0, char::len_utf8)
    }

    /// What was dropped before a position of a unit; at the unit's end, what was dropped there.
    pub(super) fn gap<'t>(&self, unit: &Unit, at: Position, text: &'t str) -> &'t str {
        let start = if at > unit.row.start {
            self.byte_after(at - 1, text)
        } else {
            0
        };
        text.get(start..self.byte(at)).unwrap_or_default()
    }

    /// Whether nothing was dropped between the characters of a range.
    pub(super) fn is_unbroken(&self, range: &Range<Position>, text: &str) -> bool {
        let end = self.byte_after(range.end.saturating_sub(1), text);
        let covered = text.get(self.byte(range.start)..end).unwrap_or_default();
        covered.chars().count() == range.len()
    }
}

/// The two bytes of a glyph's number.
pub(super) fn encoded(id: GlyphId) -> [u8; 2] {
    [0x80 | (id >> 7) as u8, (id & 0x7f) as u8]
}

fn decoded(high: u8, low: u8) -> GlyphId {
    GlyphId::from(high & 0x7f) << 7 | GlyphId::from(low)
}

struct Builder {
    numbering: Numbering,
    row: Vec<u8>,
    source: Vec<u32>,
    units: Vec<Unit>,
}

impl Builder {
    fn push(&mut self, id: GlyphId, byte: usize) {
        self.row.extend(encoded(id));
        self.source.push(byte as u32);
    }

    /// Appends a text whose first `title` bytes are its title, and the glyph that ends it.
    fn unit(&mut self, entry: usize, field: Field, text: &str, title: usize) {
        let start = self.source.len();
        let mut title_end = start;
        let mut chars = text.char_indices().peekable();
        let mut before = None;
        while let Some((byte, c)) = chars.next() {
            let after = chars.peek().map(|(_, c)| *c);
            if let Some(id) = self.numbering.glyph(before, c, after) {
                self.push(id, byte);
                if byte < title {
                    title_end = self.source.len();
                }
            }
            before = Some(c);
        }
        let row = start..self.source.len();
        self.push(0, text.len());
        self.units.push(Unit {
            entry,
            field,
            row,
            title_end,
        });
    }
}

/// Whether dropped characters are, in their folded form, what was typed.
pub(super) fn reads(gap: &str, typed: &str) -> bool {
    gap.chars().map(fold::folded).eq(typed.chars())
}
