//! The distinct characters of an index, numbered, with their readings: about a thousand in a plan of 20,000 characters.

use std::collections::HashMap;

use super::{fold, syllables};

/// The number of a glyph. 0 stands between texts and matches nothing.
pub(super) type GlyphId = u16;

/// The maximum number of glyphs; further characters match nothing.
const MAX: usize = 1 << 14;

/// The form of glyphs that match nothing.
const NOTHING: char = '\0';

/// A folded character.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    pub(super) c: char,
    /// The first letters of its readings as a bit set, or [`OTHER`]; a letter is its own reading.
    pub(super) initials: u32,
    /// How many of its readings are usual; the rest are rare.
    pub(super) usual: usize,
    /// Whether some text has it in another form, such as the traditional one.
    pub(super) is_converted: bool,
    readings: std::ops::Range<usize>,
}

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

/// The glyphs of an index.
#[derive(Clone, Debug)]
pub(super) struct Alphabet {
    glyphs: Vec<Glyph>,
    /// The readings of all glyphs.
    readings: Vec<Reading>,
    /// Glyph numbers by character, sorted.
    ids: Vec<(char, GlyphId)>,
    /// All readings, sorted.
    syllables: Vec<&'static str>,
}

impl Alphabet {
    /// From each folded character and the characters of the text that fold to it.
    pub(super) fn new(forms: &[(char, Vec<char>)]) -> Self {
        let mut readings = Vec::new();
        let mut glyphs = Vec::with_capacity(forms.len());
        for (c, written) in forms {
            let start = readings.len();
            let usual = add_readings(&mut readings, *c, written);
            let own = &readings[start..];
            let initials = own.iter().fold(bit_of(*c), |bits, reading| {
                bits | reading.letters.chars().next().map_or(0, bit_of)
            });
            glyphs.push(Glyph {
                c: *c,
                initials,
                usual,
                is_converted: written.iter().any(|written| fold::light(*written) != *c),
                readings: start..readings.len(),
            });
        }
        let mut ids: Vec<_> = (0..)
            .zip(&glyphs)
            .map(|(id, glyph)| (glyph.c, id))
            .collect();
        ids.sort_unstable();
        let mut syllables: Vec<_> = readings.iter().map(|reading| reading.letters).collect();
        syllables.sort_unstable();
        syllables.dedup();
        Self {
            glyphs,
            readings,
            ids,
            syllables,
        }
    }

    pub(super) fn glyphs(&self) -> &[Glyph] {
        &self.glyphs
    }

    pub(super) fn glyph(&self, id: GlyphId) -> &Glyph {
        &self.glyphs[usize::from(id)]
    }

    /// The readings of a glyph, the usual ones first.
    pub(super) fn readings(&self, glyph: &Glyph) -> &[Reading] {
        &self.readings[glyph.readings.clone()]
    }

    /// The number of a folded character; `None` if no text has it.
    pub(super) fn id(&self, c: char) -> Option<GlyphId> {
        let at = self.ids.binary_search_by_key(&c, |(c, _)| *c).ok()?;
        Some(self.ids[at].1)
    }

    /// Whether some glyph has this reading.
    pub(super) fn is_syllable(&self, letters: &str) -> bool {
        self.syllables.binary_search(&letters).is_ok()
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

/// Numbers the characters of texts in the order of their appearance.
pub(super) struct Numbering {
    /// The glyph number, or a constant below, of each character of the basic plane.
    page: Vec<u16>,
    /// The same beyond the basic plane.
    beyond: HashMap<char, u16>,
    by_form: HashMap<char, GlyphId>,
    forms: Vec<(char, Vec<char>)>,
}

/// Values of the page other than glyph numbers.
const UNKNOWN: u16 = 0;
const DROPPED: u16 = u16::MAX;
const BY_DIGIT: u16 = u16::MAX - 1;

impl Numbering {
    pub(super) fn new() -> Self {
        Self {
            page: vec![UNKNOWN; 1 << 16],
            beyond: HashMap::new(),
            by_form: HashMap::new(),
            forms: vec![(NOTHING, Vec::new())],
        }
    }

    /// The glyph of a character between its neighbours; `None` if it is dropped.
    pub(super) fn glyph(
        &mut self,
        before: Option<char>,
        c: char,
        after: Option<char>,
    ) -> Option<GlyphId> {
        match self.known(c) {
            DROPPED => None,
            BY_DIGIT => {
                fold::is_kept(fold::Fate::KeptByDigit, before, after).then(|| self.number(c))
            }
            id => Some(id),
        }
    }

    fn known(&mut self, c: char) -> u16 {
        let known = match self.page.get(c as usize) {
            Some(known) => *known,
            None => self.beyond.get(&c).copied().unwrap_or(UNKNOWN),
        };
        if known != UNKNOWN {
            return known;
        }
        let fresh = match fold::fate(c) {
            fold::Fate::Dropped => DROPPED,
            fold::Fate::KeptByDigit => BY_DIGIT,
            fold::Fate::Kept => self.number(c),
        };
        match self.page.get_mut(c as usize) {
            Some(slot) => *slot = fresh,
            None => {
                self.beyond.insert(c, fresh);
            }
        }
        fresh
    }

    fn number(&mut self, c: char) -> GlyphId {
        let form = fold::folded(c);
        let next = self.forms.len().min(MAX - 1);
        let id = *self.by_form.entry(form).or_insert(next as GlyphId);
        if usize::from(id) == self.forms.len() {
            let is_last = self.forms.len() == MAX - 1;
            let form = if is_last { NOTHING } else { form };
            self.forms.push((form, Vec::new()));
        }
        if c != form
            && let Some((_, written)) = self.forms.get_mut(usize::from(id))
            && !written.contains(&c)
        {
            written.push(c);
        }
        id
    }

    pub(super) fn finish(self) -> Alphabet {
        Alphabet::new(&self.forms)
    }
}
