//! The readings of an index's glyphs, in every spelling, and their first letters.

use std::ops::Range;

use super::syllables;

/// One way to type a reading.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    pub(super) letters: &'static str,
    pub(super) in_use: Use,
}

/// How common a reading of a character is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// The commonest.
    First,
    /// One of several.
    Usual,
    /// Found in dictionaries only.
    Rare,
}

/// The bit of characters other than letters.
pub(super) const OTHER: u32 = 1 << 31;

/// The readings of every glyph, by the number of the glyph.
#[derive(Clone, Debug)]
pub(super) struct Readings {
    glyphs: Vec<Spoken>,
    /// The readings of all glyphs, those of one together.
    all: Vec<Reading>,
    /// Their letters, sorted, each once.
    syllables: Vec<&'static str>,
}

/// The readings of one glyph.
#[derive(Clone, Debug)]
struct Spoken {
    /// The first letters of its readings as a bit set, or [`OTHER`].
    initials: u32,
    /// How many of its readings are usual; the rest are rare.
    usual: usize,
    readings: Range<usize>,
}

impl Readings {
    /// From each folded character, in the order of the numbers, and the characters of the text that fold to it.
    pub(super) fn new<'a>(forms: impl Iterator<Item = (char, &'a [char])>) -> Self {
        let mut readings = Vec::new();
        let glyphs = forms.map(|(c, written)| {
            let start = readings.len();
            let usual = add_readings(&mut readings, c, written);
            let own = &readings[start..];
            let initials = own.iter().fold(bit_of(c), |bits, reading| {
                bits | reading.letters.chars().next().map_or(0, bit_of)
            });
            Spoken {
                initials,
                usual,
                readings: start..readings.len(),
            }
        });
        let glyphs = glyphs.collect();
        let mut syllables: Vec<_> = readings.iter().map(|reading| reading.letters).collect();
        syllables.sort_unstable();
        syllables.dedup();
        Self {
            glyphs,
            all: readings,
            syllables,
        }
    }

    /// The readings of a glyph, the usual ones first.
    pub(super) fn of(&self, glyph: usize) -> &[Reading] {
        &self.all[self.glyph(glyph).readings.clone()]
    }

    /// The usual readings of a glyph.
    pub(super) fn usual_of(&self, glyph: usize) -> &[Reading] {
        &self.of(glyph)[..self.glyph(glyph).usual]
    }

    /// The first letters of a glyph's readings as a bit set, or [`OTHER`].
    pub(super) fn initials_of(&self, glyph: usize) -> u32 {
        self.glyph(glyph).initials
    }

    /// Whether some glyph has this reading.
    pub(super) fn has(&self, letters: &str) -> bool {
        self.syllables.binary_search(&letters).is_ok()
    }

    fn glyph(&self, glyph: usize) -> &Spoken {
        &self.glyphs[glyph]
    }
}

/// Adds the readings of a folded character in all spellings; returns how many are usual.
fn add_readings(readings: &mut Vec<Reading>, c: char, written: &[char]) -> usize {
    let start = readings.len();
    let usual = syllables::usual(c);
    let mut usual_end = 0;
    // Of a character that is folded into `c`, only the commonest reading.
    let folded = written.iter().filter_map(|c| syllables::of(*c).next());
    for (n, reading) in syllables::of(c).chain(folded).enumerate() {
        let in_use = match n {
            0 => Use::First,
            n if n < usual => Use::Usual,
            _ => Use::Rare,
        };
        for letters in syllables::typings(reading) {
            if readings[start..]
                .iter()
                .all(|known| known.letters != letters)
            {
                readings.push(Reading { letters, in_use });
            }
        }
        if n < usual {
            usual_end = readings.len() - start;
        }
    }
    usual_end
}

/// The bit of a letter, or [`OTHER`].
pub(super) fn bit_of(c: char) -> u32 {
    if c.is_ascii_lowercase() {
        1 << (c as u32 - 'a' as u32)
    } else {
        OTHER
    }
}
