//! Words that belong to one topic: those of the plan's terms, and those of `families.txt`, which serve any plan.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use crate::plan::{Plan, Term};
use crate::search::{begins, fold, folds_to_begin};

/// The words of the field, a family on each line; those without Latin letters are folded.
const FAMILIES: &str = include_str!("families.txt");

/// The families of the field.
static OF_THE_FIELD: LazyLock<Vec<Vec<&'static str>>> = LazyLock::new(|| {
    let lines = FAMILIES.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| line.split_whitespace().collect())
        .collect()
});

/// The family of the field to which each stem belongs, by its index.
static STEMS: LazyLock<HashMap<Cow<'_, str>, usize>> = LazyLock::new(|| {
    let stem_of = |word: &'static str| {
        if word.is_ascii() {
            Cow::Owned(stem(word))
        } else {
            Cow::Borrowed(cut(word))
        }
    };
    let families = OF_THE_FIELD.iter().enumerate();
    let stems =
        families.flat_map(|(index, words)| words.iter().map(move |it| (stem_of(it), index)));
    stems.collect()
});

/// Words that say no more than what they stand behind: 托育服务体系 is about 托育.
static ENDINGS: LazyLock<Vec<&str>> =
    LazyLock::new(|| include_str!("endings.txt").split_whitespace().collect());

/// The least characters that are left of a word without its ending.
const LEAST: usize = 2;

/// All words that belong to the same topic as `word`, itself among them; none if it belongs to no family.
pub(super) fn of(plan: &Plan, word: &str) -> Vec<String> {
    let wanted = stem(word);
    let is_wanted = |own: &&str| folds_to_begin(own, &wanted) && stem(own) == wanted;
    let has = |words: &[&str]| words.iter().any(is_wanted);
    let terms = plan.terms.iter().map(names).filter(|words| has(words));
    let field = STEMS
        .get(wanted.as_str())
        .and_then(|index| OF_THE_FIELD.get(*index));
    let families = terms.flatten().chain(field.into_iter().flatten().copied());
    families.map(str::to_owned).collect()
}

/// All words of the field.
pub(super) fn all() -> impl Iterator<Item = &'static str> {
    OF_THE_FIELD.iter().flatten().copied()
}

/// The words of the field that letters spell, as far as they were typed.
pub(super) fn spelt(typed: &str) -> impl Iterator<Item = &'static str> {
    let is_spelt = typed.chars().any(|c| c.is_ascii_alphabetic());
    all().filter(move |word| is_spelt && begins(typed, word))
}

/// The names of domains, targets and terms whose English gloss has these words.
pub(super) fn glossed(plan: &Plan, typed: &str) -> Vec<String> {
    let typed = typed.to_lowercase();
    if !typed.chars().any(|c| c.is_ascii_alphabetic()) {
        return Vec::new();
    }
    let has = |gloss: &str| {
        let gloss = gloss.to_lowercase();
        let is_letter = |c: char| c.is_alphanumeric();
        let mut found = gloss.match_indices(&typed);
        found.any(|(at, _)| {
            let (before, after) = (gloss.get(..at), gloss.get(at + typed.len()..));
            !before.is_some_and(|it| it.ends_with(is_letter))
                && !after.is_some_and(|it| it.starts_with(is_letter))
        })
    };
    let glosses = plan.english.iter().filter(|(_, gloss)| has(gloss));
    glosses.map(|(name, _)| name.to_string()).collect()
}

/// All names of a term, its own first.
pub(super) fn names(term: &Term) -> Vec<&str> {
    let synonyms = term.synonyms.iter().map(String::as_str);
    term.words().chain(synonyms).collect()
}

/// A word, folded, without the endings that add nothing to it.
fn stem(word: &str) -> String {
    let mut stem = fold(word);
    stem.truncate(cut(&stem).len());
    stem
}

/// A folded word without these endings.
fn cut(word: &str) -> &str {
    let mut cut = ENDINGS
        .iter()
        .filter_map(|ending| word.strip_suffix(ending));
    let shorter = cut.find(|rest| rest.chars().count() >= LEAST);
    shorter.map_or(word, self::cut)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{OF_THE_FIELD, stem};
    use crate::search::fold;

    #[test]
    fn the_words_of_the_field_are_folded_but_for_latin_ones() {
        let words = OF_THE_FIELD.iter().flatten();
        for word in words.filter(|word| !word.is_ascii()) {
            assert_eq!(fold(word), *word);
        }
    }

    #[test]
    fn a_word_means_the_same_with_an_ending_that_adds_nothing() {
        for (word, expected) in [
            ("托育服务体系", "托育"),
            ("失业率", "失业"),
            ("医养", "医养"),
            ("制度", "制度"),
            ("“养老服务”", "养老"),
        ] {
            assert_eq!(stem(word), expected);
        }
    }

    #[test]
    fn no_family_of_the_field_stands_alone_or_says_a_word_twice() {
        for family in OF_THE_FIELD.iter() {
            let words: HashSet<&str> = family.iter().copied().collect();
            assert!(words.len() > 1 && words.len() == family.len(), "{family:?}");
        }
    }

    #[test]
    fn a_word_of_the_field_belongs_to_one_family() {
        let mut known = HashSet::new();
        for family in OF_THE_FIELD.iter() {
            let stems: HashSet<String> = family.iter().map(|word| stem(word)).collect();
            for stem in stems {
                assert!(known.insert(stem.clone()), "{stem}");
            }
        }
    }
}
