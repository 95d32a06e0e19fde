//! The folded characters of all texts in one row, each with its byte in the text.
//!
//! ```text
//! texts      一体化，人才          引才
//! row      | 一 体 化 人 才      | 引 才 |      glyph numbers, 0 between texts
//! source   . 0  3  6  12 15 18    0  3  6     byte where each stands in its text; the text's length at its end
//! ```
//!
//! A number takes two bytes of the row, of which only the first has its top bit set, so that a search for bytes never
//! matches between two numbers.

use std::ops::Range;
use std::sync::OnceLock;

use memchr::memmem;

use super::alphabet::{Alphabet, Glyph, GlyphId, Numbering};
use super::entry::{Entry, Field, Searched};
use super::fold;
use super::letters::Letters;

/// A position in the row.
pub(super) type Position = usize;

/// One text in the row.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    /// The index of its entry.
    pub(super) entry: usize,
    /// Which text of the entry.
    pub(super) field: Field,
    /// Its first byte in the text of its field.
    from: usize,
    /// Whether it is a synonym of a term, which the plan may not have.
    pub(super) is_synonym: bool,
    /// Its positions in the row.
    pub(super) row: Range<Position>,
    /// The end of its title in the row; its start if it has none.
    pub(super) title_end: Position,
}

/// All texts, folded.
#[derive(Clone, Debug)]
pub(super) struct Corpus {
    pub(super) alphabet: Alphabet,
    row: Vec<u8>,
    source: Vec<u32>,
    pub(super) units: Vec<Unit>,
    letters: OnceLock<Letters>,
    /// A bit for each position: whether something was dropped before it.
    gaps: Vec<u64>,
    pairs: Pairs,
    /// The positions of joining signs and supplied characters, in order.
    passed: Vec<u32>,
    /// The same, and the positions before which supplied punctuation was dropped, in order.
    loose: Vec<u32>,
}

/// The places of each pair of neighbouring glyphs, by its hash: those of bucket `n` are
/// `places[starts[n]..starts[n + 1]]`, in order. A word is searched at the places of its rarest pair, without scanning
/// the row.
#[derive(Clone, Debug)]
struct Pairs {
    starts: Vec<u32>,
    places: Vec<u32>,
}

impl Pairs {
    const BUCKETS: usize = 1 << 13;

    fn new(row: &[[u8; 2]]) -> Self {
        let bucket = |pair: &[[u8; 2]]| {
            let [first, second] = [pair[0], pair[1]].map(|[high, low]| decoded(high, low));
            Self::bucket(first, second)
        };
        let mut starts = vec![0; Self::BUCKETS + 1];
        for pair in row.windows(2) {
            starts[bucket(pair) + 1] += 1;
        }
        for n in 0..Self::BUCKETS {
            starts[n + 1] += starts[n];
        }
        let mut next = starts.clone();
        let mut places = vec![0; row.len().saturating_sub(1)];
        for (at, pair) in row.windows(2).enumerate() {
            let slot = &mut next[bucket(pair)];
            places[*slot as usize] = at as u32;
            *slot += 1;
        }
        Self { starts, places }
    }

    fn bucket(first: GlyphId, second: GlyphId) -> usize {
        let mixed = (u32::from(first) << 14 | u32::from(second)).wrapping_mul(2_654_435_769);
        (mixed >> 19) as usize
    }

    /// Candidate places of this pair, in order.
    fn places(&self, first: GlyphId, second: GlyphId) -> &[u32] {
        let bucket = Self::bucket(first, second);
        let [start, end] = [bucket, bucket + 1].map(|n| self.starts[n] as usize);
        &self.places[start..end]
    }
}

impl Corpus {
    pub(super) fn new(entries: &[Entry]) -> Self {
        let mut builder = Builder {
            numbering: Numbering::new(),
            row: Vec::new(),
            source: Vec::new(),
            gaps: Vec::new(),
            units: Vec::new(),
            passed: Vec::new(),
            loose: Vec::new(),
        };
        builder.push(0, 0);
        for (id, entry) in entries.iter().enumerate() {
            for searched in entry.searched() {
                let unsearched = entry.unsearched_in(searched.field);
                let special = Special {
                    supplied: entry.supplied_in(searched.field),
                    unsearched: &unsearched,
                };
                builder.unit(id, &searched, special);
            }
        }
        let (pairs, _) = builder.row.as_chunks::<2>();
        Self {
            letters: OnceLock::new(),
            alphabet: builder.numbering.finish(),
            gaps: builder.gaps,
            pairs: Pairs::new(pairs),
            row: builder.row,
            source: builder.source,
            units: builder.units,
            passed: builder.passed,
            loose: builder.loose,
        }
    }

    /// The places of a sequence of glyphs, in order; some may overlap.
    pub(super) fn places(&self, glyphs: &[GlyphId]) -> Vec<Position> {
        let needle: Vec<u8> = glyphs.iter().flat_map(|id| encoded(*id)).collect();
        let pairs = glyphs.windows(2).enumerate();
        let pairs = pairs.map(|(n, pair)| (n, self.pairs.places(pair[0], pair[1])));
        let Some((offset, places)) = pairs.min_by_key(|(_, places)| places.len()) else {
            let bytes = memmem::find_iter(&self.row, &needle);
            return bytes.map(|byte| byte / 2).collect();
        };
        let starts = places
            .iter()
            .filter_map(|at| (*at as usize).checked_sub(offset));
        let stands = |at: &Position| {
            self.row
                .get(2 * at..)
                .is_some_and(|row| row.starts_with(&needle))
        };
        starts.filter(stands).collect()
    }

    /// The glyph at a position; 0 outside the row.
    pub(super) fn glyph(&self, at: Position) -> GlyphId {
        match self.row.get(2 * at..2 * at + 2) {
            Some(&[high, low]) => decoded(high, low),
            _ => 0,
        }
    }

    /// The character at a position, as it is compared.
    pub(super) fn char_at(&self, at: Position) -> char {
        self.glyph_at(at).c
    }

    pub(super) fn glyph_at(&self, at: Position) -> &Glyph {
        self.alphabet.glyph(self.glyph(at))
    }

    /// For each letter, where it may begin a character; worked out for the first word of letters.
    pub(super) fn letters(&self) -> &Letters {
        let new = || Letters::new(&self.alphabet, self.glyphs());
        self.letters.get_or_init(new)
    }

    /// All glyphs in order.
    pub(super) fn glyphs(&self) -> impl ExactSizeIterator<Item = GlyphId> {
        let (pairs, _) = self.row.as_chunks::<2>();
        pairs.iter().map(|&[high, low]| decoded(high, low))
    }

    /// The unit at a position.
    pub(super) fn unit_at(&self, at: Position) -> usize {
        let after = self.units.partition_point(|unit| unit.row.start <= at);
        after.saturating_sub(1)
    }

    /// The first byte of the character at a position; at the end of a unit, the byte behind its text.
    pub(super) fn byte(&self, at: Position) -> usize {
        self.source.get(at).map_or(0, |byte| *byte as usize)
    }

    /// The bytes of a unit in the text of its field.
    pub(super) fn bytes(&self, unit: &Unit) -> Range<usize> {
        unit.from..self.byte(unit.row.end)
    }

    /// The byte behind the character at a position.
    pub(super) fn byte_after(&self, at: Position, text: &str) -> usize {
        let start = self.byte(at);
        let rest = text.get(start..).unwrap_or_default();
        start + rest.chars().next().map_or(0, char::len_utf8)
    }

    /// The text dropped before a position of a unit, its end included.
    pub(super) fn gap<'t>(&self, unit: &Unit, at: Position, text: &'t str) -> &'t str {
        let start = if at > unit.row.start {
            self.byte_after(at - 1, text)
        } else {
            unit.from
        };
        text.get(start..self.byte(at)).unwrap_or_default()
    }

    /// Whether something was dropped before a position.
    pub(super) fn has_gap(&self, at: Position) -> bool {
        let bits = self.gaps.get(at / 64).copied().unwrap_or_default();
        bits >> (at % 64) & 1 == 1
    }

    /// Whether the text of a range lies within one sentence.
    pub(super) fn is_one_sentence(&self, range: &Range<Position>, text: &str) -> bool {
        let last = range.end.saturating_sub(1);
        let between = text.get(self.byte(range.start)..self.byte(last));
        !between.is_some_and(|between| between.contains(fold::ENDS))
    }

    /// Whether a range begins or ends within a longer number: 6% in 9.6%, 12 in 12.5.
    pub(super) fn is_in_number(&self, range: &Range<Position>) -> bool {
        let c = |at: Position| self.char_at(at);
        let is_digit = |at: Position| c(at).is_ascii_digit();
        let joins = |at: Position| matches!(c(at), '.' | ',');
        let (start, end) = (range.start, range.end);
        let begins = is_digit(start) || c(start) == '.' && is_digit(start + 1);
        let is_continued = begins
            && !self.has_gap(start)
            && (is_digit(start - 1) || joins(start - 1) && is_digit(start - 2));
        let continues = is_digit(end - 1)
            && !self.has_gap(end)
            && (is_digit(end) || joins(end) && is_digit(end + 1));
        is_continued || continues
    }

    /// Whether a word may be typed without this character: a joining sign, or a supplied one.
    pub(super) fn may_be_skipped(&self, at: Position) -> bool {
        u32::try_from(at).is_ok_and(|at| self.passed.binary_search(&at).is_ok())
    }

    /// The positions that may be skipped, and those before which supplied punctuation was dropped, in order.
    pub(super) fn loose(&self) -> impl Iterator<Item = Position> {
        self.loose.iter().map(|at| *at as usize)
    }

    /// Whether nothing was dropped between the characters of a range.
    pub(super) fn is_unbroken(&self, range: &Range<Position>) -> bool {
        !(range.start + 1..range.end).any(|at| self.has_gap(at))
    }
}

/// The two bytes of a glyph's number.
pub(super) fn encoded(id: GlyphId) -> [u8; 2] {
    [0x80 | (id >> 7) as u8, (id & 0x7f) as u8]
}

fn decoded(high: u8, low: u8) -> GlyphId {
    GlyphId::from(high & 0x7f) << 7 | GlyphId::from(low)
}

/// The ranges of a text that are treated specially, in order.
#[derive(Clone, Copy)]
struct Special<'a> {
    /// Supplied by an editor.
    supplied: &'a [Range<usize>],
    /// Left out of the search.
    unsearched: &'a [Range<usize>],
}

struct Builder {
    numbering: Numbering,
    row: Vec<u8>,
    source: Vec<u32>,
    gaps: Vec<u64>,
    units: Vec<Unit>,
    passed: Vec<u32>,
    loose: Vec<u32>,
}

impl Builder {
    /// Marks the next position: something was dropped before it.
    fn mark_gap(&mut self) {
        let at = self.source.len();
        self.gaps.resize(at / 64 + 1, 0);
        if let Some(bits) = self.gaps.last_mut() {
            *bits |= 1 << (at % 64);
        }
    }

    fn push(&mut self, id: GlyphId, byte: usize) {
        self.row.extend(encoded(id));
        self.source.push(byte as u32);
    }

    /// Appends a text of an entry, and a separator.
    fn unit(&mut self, entry: usize, searched: &Searched<'_>, special: Special<'_>) {
        let Searched { from, title, .. } = *searched;
        let mut supplied = special.supplied;
        let mut is_lost = false;
        let start = self.source.len();
        let mut title_end = start;
        let mut chars = searched.text.char_indices();
        let mut next = chars.next();
        let mut before = None;
        let mut is_dropped = false;
        while let Some((byte, c)) = next {
            next = chars.next();
            let byte = from + byte;
            let after = next.map(|(_, c)| c);
            while let [first, rest @ ..] = supplied
                && first.end <= byte
            {
                supplied = rest;
            }
            let is_supplied = supplied.first().is_some_and(|range| range.contains(&byte));
            let is_unsearched = special.unsearched.iter().any(|range| range.contains(&byte));
            let glyph = self.numbering.glyph(before, c, after);
            if let Some(id) = glyph.filter(|_| !is_unsearched) {
                let at = self.source.len() as u32;
                if is_supplied || fold::JOINING.contains(&c) {
                    self.passed.push(at);
                    self.loose.push(at);
                } else if is_lost {
                    self.loose.push(at);
                }
                is_lost = false;
                if std::mem::take(&mut is_dropped) {
                    self.mark_gap();
                }
                self.push(id, byte);
                if byte < from + title {
                    title_end = self.source.len();
                }
            } else {
                is_dropped = true;
                is_lost |= is_supplied;
            }
            before = Some(c);
        }
        let row = start..self.source.len();
        if is_dropped {
            self.mark_gap();
        }
        self.push(0, from + searched.text.len());
        self.units.push(Unit {
            entry,
            field: searched.field,
            from,
            is_synonym: searched.is_synonym,
            row,
            title_end,
        });
    }
}

/// Whether dropped characters are, folded, what was typed.
pub(super) fn reads(gap: &str, typed: &str) -> bool {
    gap.chars().map(fold::folded).eq(typed.chars())
}
