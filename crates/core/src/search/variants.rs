//! Variants of words with characters that stand for several: 計畫 is 计划, though 畫 is mostly 画; 瞭解 is 了解, but 瞭望
//! itself. Each such character is exchanged in turn.

use super::corpus::Position;
use super::occurrence::Occurrence;
use super::word::Word;
use super::{Index, fold, traditional};

/// The maximum number of variants.
const MOST: usize = 15;

/// Which characters to exchange for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// Those that a typed character stands for.
    Typed,
    /// Also those that may stand for it in the text; check each occurrence by [`fits`].
    Text,
}

/// The variants of a word whose characters the index has.
pub(super) fn of(index: &Index, word: &Word, reach: Reach) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    if word.folded.len() < 2 {
        return words;
    }
    for (n, typed) in word.light.iter().enumerate() {
        let simple = word.folded.get(n).copied().unwrap_or(*typed);
        for other in others(index, *typed, simple, reach) {
            let room = MOST - words.len();
            let is_as_folded = |known: &&Word| known.folded.get(n) == word.folded.get(n);
            let known = words.iter().chain([word]).filter(is_as_folded);
            let fresh: Vec<Word> = known
                .take(room)
                .map(|known| exchanged(known, n, other))
                .collect();
            words.extend(fresh);
        }
    }
    words
}

fn others(index: &Index, typed: char, simple: char, reach: Reach) -> impl Iterator<Item = char> {
    let related = traditional::related(typed, simple).iter().copied();
    related.filter(move |other| {
        let is_near = reach == Reach::Text || traditional::values(typed).any(|it| it == *other);
        is_near && index.corpus.alphabet.id(*other).is_some()
    })
}

fn exchanged(word: &Word, n: usize, other: char) -> Word {
    let mut word = word.clone();
    if let Some(c) = word.folded.get_mut(n) {
        *c = other;
    }
    word
}

/// Whether each character of an occurrence may stand for the typed one: 畫 for 划, but not 画.
pub(super) fn fits(index: &Index, word: &Word, found: &Occurrence) -> bool {
    let text = index.text_of(found);
    let written = |at: Position| text.get(index.corpus.byte(at)..)?.chars().next();
    let mut places = found.row.clone().zip(&word.light);
    places
        .all(|(at, typed)| written(at).is_some_and(|c| traditional::may_be(fold::light(c), *typed)))
}
