//! The nearest topics of a plan where it has nothing on what was asked for.

use std::collections::BTreeSet;

use super::{families, meaning};
use crate::dossier::Dossier;
use crate::plan::{Node, Outline, Plan};
use crate::search::{Hit, Index, MatchClass, Query, fold};

/// A topic that the plan has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// What to ask for.
    pub words: String,
    /// Why it is offered.
    pub why: Nearness,
}

/// Why a topic is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nearness {
    /// It is what was asked for with a word less, or a part of the word.
    Fewer,
    /// Its name is like what was asked for.
    Alike,
}

/// The most topics that are offered.
const MOST: usize = 5;
/// The longest word of which parts are looked for, in characters.
const LONGEST: usize = 12;
/// The least similarity (Jaro–Winkler) of a name.
const ALIKE: f64 = 0.75;

/// The nearest topics, the nearest first.
pub fn near(dossier: &Dossier, index: &Index, typed: &str) -> Vec<Near> {
    let query = Query::parse(typed);
    let words = query.each_word();
    let mut found = match words.as_slice() {
        [] => Vec::new(),
        [word] => of_word(dossier, index, word),
        words => without_one(dossier, index, words),
    };
    found.truncate(MOST);
    found
}

/// The words without those that the plan does not have; each alone where it has all of them, but not together.
fn without_one(dossier: &Dossier, index: &Index, words: &[Query]) -> Vec<Near> {
    let plan = &dossier.plan;
    let known = |word: &&Query| meaning::of(plan, index, word, &index.search(word)).is_some();
    let known: Vec<String> = words.iter().filter(known).map(Query::typed).collect();
    let offers = if known.len() < words.len() && known.len() > 1 {
        vec![known.join(" ")]
    } else {
        known
    };
    let offers = offers.into_iter().map(|words| Near {
        words,
        why: Nearness::Fewer,
    });
    let offers: Vec<Near> = offers.collect();
    if offers.is_empty() {
        return words
            .iter()
            .flat_map(|word| of_word(dossier, index, word))
            .collect();
    }
    offers
}

/// What is found with a gap or an error, a part of the word, words of the field that it spells, and similar names; where
/// there is none of these, names that share characters with it.
fn of_word(dossier: &Dossier, index: &Index, word: &Query) -> Vec<Near> {
    let plan = &dossier.plan;
    let typed = word.typed();
    let mut offers: Vec<Near> = Vec::new();
    let mut offer = |words: String, why: Nearness| {
        if !words.is_empty() && !offers.iter().any(|it| it.words == words) {
            offers.push(Near { words, why });
        }
    };
    if let Some(part) = part(index, word, &typed) {
        offer(part, Nearness::Fewer);
    }
    for hit in index.search(word).iter().take(MOST) {
        if let Some(words) = matched(index, hit) {
            offer(words, Nearness::Alike);
        }
    }
    for spelt in families::spelt(&typed) {
        let spelt_out = word.for_word(spelt);
        if meaning::of(plan, index, &spelt_out, &index.search(&spelt_out)).is_some() {
            offer(spelt.to_owned(), Nearness::Alike);
        }
    }
    for name in alike(plan, &typed) {
        offer(name, Nearness::Alike);
    }
    if offers.is_empty() {
        offers = of_characters(dossier, index, word);
    }
    offers
}

/// Names that share characters with a word, of which the plan says something.
fn of_characters(dossier: &Dossier, index: &Index, word: &Query) -> Vec<Near> {
    let Dossier { plan, outline, .. } = dossier;
    let names = sharing(plan, outline, &word.typed()).into_iter();
    let is_known = |name: &String| {
        let name = word.for_word(name);
        meaning::of(plan, index, &name, &index.search(&name)).is_some_and(|it| it.is_in_plan)
    };
    let offers = names.filter(is_known).map(|words| Near {
        words,
        why: Nearness::Alike,
    });
    offers.take(MOST).collect()
}

/// What the plan calls targets, terms and headings, and the words of the field, that have a character of a word, those first
/// that share most of theirs with it.
fn sharing(plan: &Plan, outline: &Outline, typed: &str) -> Vec<String> {
    let wanted = characters(typed);
    let targets = plan.targets.iter().map(|target| target.name.as_str());
    let terms = plan.terms.iter().flat_map(|term| families::names(term));
    let headings = outline.nodes().iter().filter(|node| node.kind.is_heading());
    let headings = headings.map(Node::title);
    let names = targets
        .chain(terms)
        .chain(headings)
        .chain(families::all().map(|word| -> &str { word }));
    let mut found: Vec<(f64, &str)> = Vec::new();
    let mut known = BTreeSet::new();
    for name in names {
        let own = characters(name);
        let shared = own.intersection(&wanted).count();
        if shared > 0 && known.insert(name) {
            // The coefficient of Dice.
            found.push((
                (2 * shared) as f64 / (own.len() + wanted.len()) as f64,
                name,
            ));
        }
    }
    found.sort_by(|one, other| other.0.total_cmp(&one.0));
    found.into_iter().map(|(_, name)| name.to_owned()).collect()
}

/// The different Chinese characters of a text. Letters are shared by chance.
fn characters(text: &str) -> BTreeSet<char> {
    let folded = fold(text);
    let signs = folded.chars();
    signs
        .filter(|c| c.is_alphabetic() && !c.is_ascii())
        .collect()
}

/// The longest part of a word, of two characters at least, that the plan has; of several the first.
fn part(index: &Index, word: &Query, typed: &str) -> Option<String> {
    let characters: Vec<char> = fold(typed).chars().collect();
    let is_spelt = characters.iter().any(char::is_ascii_alphabetic);
    if characters.len() > LONGEST || is_spelt {
        return None;
    }
    let lengths = (2..characters.len()).rev();
    let mut parts = lengths.flat_map(|length| characters.windows(length));
    let stands = |part: &&[char]| {
        let part: String = part.iter().collect();
        !index.search_as_written(&word.for_word(&part)).is_empty()
    };
    parts.find(stands).map(|part| part.iter().collect())
}

/// The words that a hit matched with one error.
fn matched(index: &Index, hit: &Hit) -> Option<String> {
    let found = hit.found.first()?;
    let is_near = matches!(found.class, MatchClass::Approximate | MatchClass::Apart);
    let (first, last) = (found.ranges.first()?, found.ranges.last()?);
    let text = index
        .entry(hit)
        .words(found.field)
        .get(first.start..last.end);
    text.filter(|_| is_near).map(str::to_owned)
}

/// The names of targets and terms that are like a word, the most similar first.
fn alike(plan: &Plan, typed: &str) -> Vec<String> {
    let targets = plan.targets.iter().map(|target| target.name.as_str());
    let terms = plan.terms.iter().flat_map(families::names);
    let likeness = |name: &str| (strsim::jaro_winkler(typed, name), name.to_owned());
    let mut names: Vec<(f64, String)> = targets.chain(terms).map(likeness).collect();
    names.retain(|(likeness, _)| *likeness > ALIKE);
    names.sort_by(|a, b| b.0.total_cmp(&a.0));
    names.into_iter().map(|(_, name)| name).collect()
}
