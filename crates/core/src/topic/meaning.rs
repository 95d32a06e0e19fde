//! What a typed word means: a word of the plan, and the words that belong to the same topic.

use std::cmp::Reverse;

use super::families;
use crate::plan::Plan;
use crate::search::{Field, Grade, Hit, Index, Query, Subject};

/// What a typed word was taken to mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// The word as the plan has it; as typed, where the plan has only words that belong to it.
    pub word: String,
    /// Whether the plan has the word itself.
    pub is_in_plan: bool,
    /// Other words of the plan that belong to the same topic.
    pub related: Vec<String>,
    /// Other words of the plan that the letters may spell, the most probable first.
    pub others: Vec<String>,
}

/// The most other readings that are offered.
const MOST_OTHERS: usize = 4;

/// The fewest letters of an English word: shorter ones are as likely the initials of Chinese words.
const LEAST_LETTERS: usize = 4;

/// What a query means as a whole, if its words stand in the English names of the plan.
pub(super) fn of_english(plan: &Plan, index: &Index, query: &Query) -> Option<Meaning> {
    let typed = query.typed();
    let letters = typed.chars().filter(char::is_ascii_alphabetic).count();
    if letters < LEAST_LETTERS {
        return None;
    }
    let named = in_plan(index, query, families::glossed(plan, &typed), None);
    (!named.is_empty()).then_some(Meaning {
        word: typed,
        is_in_plan: false,
        related: named,
        others: Vec::new(),
    })
}

/// What the only word of a query with these hits means; `None` if the plan has neither the word nor one that belongs to it.
pub(super) fn of(plan: &Plan, index: &Index, word: &Query, hits: &[Hit]) -> Option<Meaning> {
    let typed = word.typed();
    let mut readings = readings(plan, index, hits).into_iter();
    let first = readings.next();
    // Letters that spell no whole word are an English one, if the plan has it, rather than pieces of pinyin.
    if first.as_ref().is_some_and(|it| it.grade > Grade::Spelt)
        && let Some(meaning) = of_english(plan, index, word)
    {
        return Some(meaning);
    }
    let Some(first) = first else {
        let related = families::of(plan, &typed);
        let related = related.into_iter().chain(families::glossed(plan, &typed));
        let related = in_plan(index, word, related.collect(), None);
        return (!related.is_empty()).then_some(Meaning {
            word: typed,
            is_in_plan: false,
            related,
            others: Vec::new(),
        });
    };
    let related = in_plan(
        index,
        word,
        families::of(plan, &first.word),
        Some(&first.word),
    );
    // Initials fit any run of characters: of these only words that something is called by are meant.
    let is_word = |it: &Reading| it.grade <= Grade::Spelt || it.is_term || it.named.1 > 0;
    let alike = readings.filter(|it| it.grade == first.grade && is_word(it));
    let others = alike.map(|it| it.word);
    let others = others.filter(|it| !it.contains(&first.word) && !first.word.contains(it.as_str()));
    Some(Meaning {
        is_in_plan: true,
        others: others.take(MOST_OTHERS).collect(),
        related,
        word: first.word,
    })
}

/// Those of `words` that the plan has, without those that hold `word` or another of them, which finds them as well.
fn in_plan(index: &Index, query: &Query, words: Vec<String>, word: Option<&str>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for other in words {
        let is_covered = word.is_some_and(|word| other.contains(word));
        if !is_covered && !kept.contains(&other) && is_in_text(index, &query.for_word(&other)) {
            kept.push(other);
        }
    }
    let all = kept.clone();
    kept.retain(|it| {
        !all.iter()
            .any(|other| other != it && it.contains(other.as_str()))
    });
    kept
}

/// Whether the text or the name of a target has the word of a query.
fn is_in_text(index: &Index, query: &Query) -> bool {
    let hits = index.search_as_written(query);
    let subjects = hits.iter().map(|hit| index.entry(hit).subject);
    subjects
        .into_iter()
        .any(|it| matches!(it, Subject::Node(_) | Subject::Target(_)))
}

/// Words of the plan that a typed word was matched with.
struct Reading {
    word: String,
    grade: Grade,
    /// In how many names of targets with a figure to reach, and in how many names of targets at all.
    named: (usize, usize),
    /// Whether it is a name of a term.
    is_term: bool,
    /// How often it was matched.
    count: usize,
}

/// The words of the plan that hits matched, the most probable first. A match with an error or with a gap is none.
fn readings(plan: &Plan, index: &Index, hits: &[Hit]) -> Vec<Reading> {
    let mut readings: Vec<Reading> = Vec::new();
    for hit in hits.iter().filter(|hit| hit.rank.grade < Grade::Within) {
        for word in matched(index, hit) {
            let known = readings.iter_mut().find(|it| it.word == word);
            if let Some(known) = known {
                known.grade = known.grade.min(hit.rank.grade);
                known.count += 1;
            } else {
                readings.push(reading(plan, word, hit.rank.grade));
            }
        }
    }
    readings.sort_by_key(|it| {
        let named = (Reverse(it.named.0), Reverse(it.named.1));
        (it.grade, named, !it.is_term, Reverse(it.count))
    });
    readings
}

fn reading(plan: &Plan, word: String, grade: Grade) -> Reading {
    let named = || plan.targets.iter().filter(|it| it.name.contains(&word));
    let figures = named().filter(|it| it.goal.is_some()).count();
    let mut of_terms = plan
        .terms
        .iter()
        .flat_map(|term| term.words().chain(term.synonyms.iter().map(String::as_str)));
    Reading {
        named: (figures, named().count()),
        is_term: of_terms.any(|name| name == word),
        grade,
        count: 1,
        word,
    }
}

/// The texts that a hit matched, as they stand, without brackets.
fn matched(index: &Index, hit: &Hit) -> Vec<String> {
    let entry = index.entry(hit);
    let text = |field: Field, start: usize, end: usize| {
        let text = entry.words(field).get(start..end)?;
        (!text.is_empty()).then(|| text.to_owned())
    };
    let found = hit.found.iter().filter_map(|found| {
        let (first, last) = (found.ranges.first()?, found.ranges.last()?);
        text(found.field, first.start, last.end)
    });
    found.collect()
}
