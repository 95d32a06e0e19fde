//! Other forms of a typed word, which are searched as well.
//!
//! ```text
//! xi'an tuo1yu4 qvyu       pinyin with marked syllables, or with v for u
//! 百分之八十 16至59岁       80% 16-59岁, and the reverse: see `numbers`
//! 发改委                   发展改革委, and the reverse: see `names`
//! ```
//!
//! Words of letters have the first kind only, other words the rest, phrases none.

use super::corpus::Position;
use super::occurrence::{Grade, Occurrence};
use super::word::{Form, FormKind, Word};
use super::{Index, exact, fold, hit, names, numbers, syllables};

/// The other forms of a word as it was typed.
pub(super) fn of(typed: &str, word: &Word) -> Vec<Form> {
    if word.is_spelt {
        // Letters other than v need no respelling.
        let is_plain = |c: u8| c.is_ascii_alphabetic() && c != b'v' && c != b'V';
        let other = (!typed.bytes().all(is_plain)).then(|| respelt(typed));
        return other.flatten().into_iter().collect();
    }
    let has = |begins: fn(char) -> bool| word.folded.iter().any(|c| begins(*c));
    let (has_number, has_name) = (has(numbers::may_begin), has(names::may_begin));
    if !has_number && !has_name {
        return Vec::new();
    }
    let plain: String = typed.chars().map(simple).collect();
    let mut texts = if has_number {
        numbers::forms(&plain)
    } else {
        Vec::new()
    };
    texts.extend(names::forms(&plain));
    let form = |text: &String| Form {
        word: Word::plain(text),
        kind: FormKind::Rewritten,
    };
    texts.iter().map(form).collect()
}

/// The folded form of a character; punctuation stays as it is.
fn simple(c: char) -> char {
    match fold::fate(c) {
        fold::Fate::Kept => fold::folded(c),
        fold::Fate::Dropped | fold::Fate::KeptByDigit => c,
    }
}

/// What may separate two syllables, besides the number of a tone.
const SEPARATORS: &str = "'’‘＇‛ʼ′`´-‐‑‒–－·";

/// Plain pinyin, without separators and numbers of tones. `None` if it is as typed.
fn respelt(typed: &str) -> Option<Form> {
    let mut parts: Vec<String> = vec![String::new()];
    for c in typed.chars() {
        let part = parts.last_mut()?;
        let is_tone = matches!(fold::light(c), '1'..='5') && is_syllable(part);
        if is_tone || SEPARATORS.contains(c) && !part.is_empty() {
            parts.push(String::new());
        } else if matches!(c, ':' | '：') && part.ends_with('u') {
            part.pop();
            part.push('v');
        } else if fold::light(c).is_alphabetic() {
            part.push(fold::light(c));
        } else {
            return None;
        }
    }
    let parts: Vec<String> = parts.iter().map(|part| with_u(part)).collect();
    let text = parts.concat();
    if typed.chars().map(fold::light).eq(text.chars()) {
        return None;
    }
    let word = Word::plain(&text).with_breaks(&ends(&parts));
    word.is_spelt.then_some(Form {
        word,
        kind: FormKind::Spelt,
    })
}

/// The letters with u for v after j, q, x and y, as pinyin spells ü there.
fn with_u(letters: &str) -> String {
    let mut before = ' ';
    let spelt = letters.chars().map(|c| {
        let is_u = c == 'v' && matches!(before, 'j' | 'q' | 'x' | 'y');
        before = c;
        if is_u { 'u' } else { c }
    });
    spelt.collect()
}

/// The end of each part but the last, in characters.
fn ends(parts: &[String]) -> Vec<usize> {
    let mut at = 0;
    let ends = parts.iter().map(|part| {
        at += part.chars().count();
        at
    });
    ends.take(parts.len().saturating_sub(1)).collect()
}

/// Whether letters are a syllable, so that the number of a tone may follow.
fn is_syllable(letters: &str) -> bool {
    letters.len() > 1 && syllables::is_reading(letters)
}

/// The occurrences of a form, in order; some may overlap.
pub(super) fn occurrences(index: &Index, form: &Form) -> Vec<Occurrence> {
    let word = &form.word;
    let found = match form.kind {
        FormKind::Spelt => index.occurrences_of(word),
        FormKind::Rewritten => exact::occurrences(index, word),
    };
    let is_whole = |found: &Occurrence| {
        let is_within = found.grade == Grade::Within || is_in_numeral(index, found);
        form.kind == FormKind::Spelt || !is_within
    };
    let found = found.into_iter().filter(is_whole);
    found.map(|found| graded(index, form, found)).collect()
}

/// An occurrence of a form as one of the word.
fn graded(index: &Index, form: &Form, found: Occurrence) -> Occurrence {
    let bytes = hit::ranges(index, &form.word, &found);
    let grade = match form.kind {
        FormKind::Rewritten => Grade::Rewritten,
        FormKind::Spelt => found.grade.max(Grade::Broken),
    };
    Occurrence {
        grade,
        skipped: Some(Box::default()),
        bytes: bytes.into_iter().next().filter(|_| form.word.is_strict),
        ..found
    }
}

/// Whether an occurrence begins or ends within a longer number in characters: 五岁 in 三十五岁.
fn is_in_numeral(index: &Index, found: &Occurrence) -> bool {
    let corpus = &index.corpus;
    let is_number = |at: Position| {
        let c = corpus.char_at(at);
        fold::is_number(c) && !c.is_ascii_digit()
    };
    let (start, end) = (found.row.start, found.row.end);
    let is_continued = is_number(start) && !corpus.has_gap(start) && is_number(start - 1);
    let continues = is_number(end - 1) && !corpus.has_gap(end) && is_number(end);
    is_continued || continues
}
