//! Exact matching of characters, phrases and punctuation.

use std::ops::Range;

use super::alphabet::GlyphId;
use super::occurrence::{Grade, Occurrence, located, punctuation_fits};
use super::word::Word;
use super::{Index, fold, hit};

/// The occurrences of the characters of a word, in order; some may overlap.
pub(super) fn occurrences(index: &Index, word: &Word) -> Vec<Occurrence> {
    let corpus = &index.corpus;
    let Some(glyphs) = glyphs(index, word) else {
        return Vec::new();
    };
    let sizes = vec![1; glyphs.len()];
    let forms = Forms::of(index, word, &glyphs);
    let fits = |occurrence: &Occurrence| {
        let unit = &corpus.units[occurrence.unit];
        let text = index.text(unit);
        !word.is_strict || punctuation_fits(corpus, unit, text, word, &occurrence.row, &sizes)
    };
    let rows = corpus.places(&glyphs).into_iter();
    let rows = rows.map(|at| (at..at + glyphs.len(), Grade::Literal));
    located(corpus, rows)
        .filter(fits)
        .map(|occurrence| graded(index, word, occurrence))
        .map(|occurrence| forms.graded(index, word, occurrence))
        .collect()
}

/// The glyphs of a word; `None` if no text has one of them.
pub(super) fn glyphs(index: &Index, word: &Word) -> Option<Vec<GlyphId>> {
    let ids = word.folded.iter().map(|c| index.corpus.alphabet.id(*c));
    ids.collect()
}

/// Whether the occurrences of a word are written in the typed forms of its characters.
enum Forms {
    /// All are.
    AsTyped,
    /// None is.
    Otherwise,
    /// Some are.
    Either,
}

impl Forms {
    fn of(index: &Index, word: &Word, glyphs: &[GlyphId]) -> Self {
        let alphabet = &index.corpus.alphabet;
        if glyphs.iter().any(|id| alphabet.glyph(*id).is_converted()) {
            Self::Either
        } else if word.light == word.folded {
            Self::AsTyped
        } else {
            Self::Otherwise
        }
    }

    /// Grades an occurrence by the forms of its characters.
    fn graded(&self, index: &Index, word: &Word, occurrence: Occurrence) -> Occurrence {
        let is_other = match self {
            Self::AsTyped => false,
            Self::Otherwise => true,
            Self::Either => hit::is_converted(index, word, &occurrence),
        };
        let grade = match occurrence.grade {
            Grade::Literal | Grade::Broken if is_other => Grade::Variant,
            grade => grade,
        };
        occurrence.with_grade(grade)
    }
}

fn graded(index: &Index, word: &Word, occurrence: Occurrence) -> Occurrence {
    let is_whole = word.is_strict || index.corpus.is_unbroken(&occurrence.row);
    let grade = if word.touches_numbers() && index.corpus.is_in_number(&occurrence.row) {
        Grade::Within
    } else if is_whole {
        Grade::Literal
    } else {
        Grade::Broken
    };
    occurrence.with_grade(grade)
}

/// The occurrences of a word of punctuation alone, in order.
pub(super) fn punctuation(index: &Index, word: &Word) -> Vec<Occurrence> {
    let typed: Vec<char> = word.after.chars().collect();
    let mut found = Vec::new();
    for (id, unit) in index.corpus.units.iter().enumerate() {
        let text = index.text(unit);
        let own = index.corpus.bytes(unit);
        let characters = text.get(own.clone()).unwrap_or_default().char_indices();
        for (start, first) in characters.map(|(at, c)| (own.start + at, c)) {
            if Some(&fold::light(first)) != typed.first() {
                continue;
            }
            let here = text
                .get(start..own.end)
                .unwrap_or_default()
                .chars()
                .take(typed.len());
            let length = here.clone().map(char::len_utf8).sum::<usize>();
            if here.map(fold::light).eq(typed.iter().copied()) {
                found.push(mark(index, id, start..start + length));
            }
        }
    }
    found
}

/// An occurrence of punctuation, with an empty range before the next position.
fn mark(index: &Index, id: usize, bytes: Range<usize>) -> Occurrence {
    let unit = &index.corpus.units[id];
    let passed = unit
        .row
        .clone()
        .take_while(|at| index.corpus.byte(*at) < bytes.start);
    let at = unit.row.start + passed.count();
    Occurrence {
        unit: id,
        row: at..at,
        grade: Grade::Literal,
        skipped: None,
        bytes: Some(bytes),
    }
}
