//! The distinct characters of an index, numbered: about a thousand in a plan of 20,000 characters. Their readings are
//! looked up when a word of letters first needs them.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::fold;
use super::readings::{Reading, Readings};

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
    id: GlyphId,
    /// The characters of the text that fold to it, but for itself.
    written: Vec<char>,
}

impl Glyph {
    /// Whether some text has it in another form, such as the traditional one.
    pub(super) fn is_converted(&self) -> bool {
        self.written.iter().any(|it| fold::light(*it) != self.c)
    }
}

/// The glyphs of an index.
#[derive(Clone, Debug)]
pub(super) struct Alphabet {
    glyphs: Vec<Glyph>,
    /// Glyph numbers by character, sorted.
    ids: Vec<(char, GlyphId)>,
    readings: OnceLock<Readings>,
}

impl Alphabet {
    fn new(glyphs: Vec<Glyph>) -> Self {
        let mut ids: Vec<_> = glyphs.iter().map(|glyph| (glyph.c, glyph.id)).collect();
        ids.sort_unstable();
        Self {
            glyphs,
            ids,
            readings: OnceLock::new(),
        }
    }

    pub(super) fn glyphs(&self) -> &[Glyph] {
        &self.glyphs
    }

    pub(super) fn glyph(&self, id: GlyphId) -> &Glyph {
        &self.glyphs[usize::from(id)]
    }

    /// The number of a folded character; `None` if no text has it.
    pub(super) fn id(&self, c: char) -> Option<GlyphId> {
        let at = self.ids.binary_search_by_key(&c, |(c, _)| *c).ok()?;
        Some(self.ids[at].1)
    }

    /// The readings of a glyph, the usual ones first.
    pub(super) fn readings(&self, glyph: &Glyph) -> &[Reading] {
        self.all_readings().of(usize::from(glyph.id))
    }

    /// The usual readings of a glyph.
    pub(super) fn usual_readings(&self, glyph: &Glyph) -> &[Reading] {
        self.all_readings().usual_of(usize::from(glyph.id))
    }

    /// The first letters of a glyph's readings as a bit set, or [`readings::OTHER`](super::readings::OTHER); a letter is
    /// its own reading.
    pub(super) fn initials(&self, glyph: &Glyph) -> u32 {
        self.all_readings().initials_of(usize::from(glyph.id))
    }

    /// Whether some glyph has this reading.
    pub(super) fn is_syllable(&self, letters: &str) -> bool {
        self.all_readings().has(letters)
    }

    fn all_readings(&self) -> &Readings {
        let forms = || self.glyphs.iter().map(|it| (it.c, it.written.as_slice()));
        self.readings.get_or_init(|| Readings::new(forms()))
    }
}

/// Numbers the characters of texts in the order of their appearance.
pub(super) struct Numbering {
    /// The glyph number, or a constant below, of each character of the basic plane.
    page: Vec<u16>,
    /// The same beyond the basic plane.
    beyond: HashMap<char, u16>,
    by_form: HashMap<char, GlyphId>,
    glyphs: Vec<Glyph>,
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
            glyphs: vec![Glyph {
                c: NOTHING,
                id: 0,
                written: Vec::new(),
            }],
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
        let next = self.glyphs.len().min(MAX - 1) as GlyphId;
        let id = *self.by_form.entry(form).or_insert(next);
        if usize::from(id) == self.glyphs.len() {
            let is_last = self.glyphs.len() == MAX - 1;
            self.glyphs.push(Glyph {
                c: if is_last { NOTHING } else { form },
                id,
                written: Vec::new(),
            });
        }
        if c != form
            && let Some(glyph) = self.glyphs.get_mut(usize::from(id))
            && !glyph.written.contains(&c)
        {
            glyph.written.push(c);
        }
        id
    }

    pub(super) fn finish(self) -> Alphabet {
        Alphabet::new(self.glyphs)
    }
}
