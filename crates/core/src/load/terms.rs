//! The terms of the index: reading them, and whether the text knows them.

use std::collections::{HashMap, HashSet};

use aho_corasick::AhoCorasick;

use super::limits::{MOST_DETAILS, MOST_TERMS};
use super::place::Place;
use super::problem::Problems;
use super::reader::{self, Fields, at_most};
use super::yaml::Tree;
use crate::plan::{Outline, Term, TermKind};
use crate::words::{say, tr};

/// Where the parts of a term stand in the file.
pub(super) struct TermPlaces {
    /// The name and the aliases.
    words: Vec<Place>,
    explained: Option<Place>,
}

pub(super) fn decode(tree: &Tree, problems: &mut Problems) -> Vec<(Term, TermPlaces)> {
    at_most(MOST_TERMS, tree, tr("术语（terms）"), problems)
        .iter()
        .filter_map(|tree| term(tree, problems))
        .collect()
}

fn term(tree: &Tree, problems: &mut Problems) -> Option<(Term, TermPlaces)> {
    let mut fields = Fields::of(tree, tr("术语"), problems)?;
    let mut words = Vec::new();
    let name = fields.required("name", problems).map(|tree| {
        words.push(tree.place);
        reader::name(tree, tr("名称（name）"), problems)
    });
    let kind = fields.required("kind", problems).and_then(|tree| {
        let known = TermKind::ALL.map(|(kind, word, _)| (word, kind));
        reader::one_of(tree, tr("类型（kind）"), &known, problems)
    });
    let aliases = fields.optional("aliases").map_or(Vec::new(), |tree| {
        let items = at_most(MOST_DETAILS, tree, tr("别称（aliases）"), problems);
        words.extend(items.iter().map(|tree| tree.place));
        items
            .iter()
            .map(|tree| reader::name(tree, tr("别称"), problems))
            .collect()
    });
    let synonyms = fields.optional("synonyms").map_or(Vec::new(), |tree| {
        at_most(MOST_DETAILS, tree, tr("同义词（synonyms）"), problems)
            .iter()
            .map(|tree| reader::name(tree, tr("同义词"), problems))
            .collect()
    });
    let mut place = None;
    let explained = fields.optional("explained").and_then(|tree| {
        place = Some(tree.place);
        reader::address(tree, tr("解释之处（explained）"), problems)
    });
    fields.finish(problems);
    let term = Term {
        name: name?,
        kind: kind.unwrap_or(TermKind::Policy),
        aliases,
        synonyms,
        explained,
    };
    let explained = place;
    Some((term, TermPlaces { words, explained }))
}

/// Each name and alias is used once and occurs in the text; each explanation is a place.
pub(super) fn verify(
    terms: &[Term],
    places: &[TermPlaces],
    outline: &Outline,
    problems: &mut Problems,
) {
    let mut seen = HashSet::new();
    let unknown = unknown(terms, outline);
    for (term, places) in terms.iter().zip(places) {
        for (word, place) in term.words().zip(&places.words) {
            if word.is_empty() {
                continue;
            }
            if !seen.insert(word) {
                let what = say!("术语“{word}”重复", word);
                problems.push(*place, what, tr("每个名称和别称只写一次"));
            }
            if unknown.contains(word) {
                let what = say!("术语“{word}”不在全文中", word);
                let remedy = tr("用规划里的原词，与还原后的文字一字不差（不含⟦⟧）");
                problems.push(*place, what, remedy);
            }
        }
        if let (Some(address), Some(place)) = (term.explained, places.explained)
            && outline.at(address).is_none()
        {
            let remedy = tr("改成解释这个术语的标题或段落的地址");
            let what = say!("地址 {address} 不存在", address);
            problems.push(place, what, remedy);
        }
    }
}

/// The names and aliases that do not occur in the text, which is read once for all of them.
fn unknown<'a>(terms: &'a [Term], outline: &Outline) -> HashSet<&'a str> {
    let words = terms.iter().flat_map(Term::words);
    let words: HashSet<&str> = words.filter(|word| !word.is_empty()).collect();
    let words: Vec<&str> = words.into_iter().collect();
    let mut unknown: HashMap<usize, &str> = words.iter().copied().enumerate().collect();
    let Ok(all) = AhoCorasick::new(&words) else {
        // More words than can be counted in 32 bits: none is looked for, and all are unknown.
        return unknown.into_values().collect();
    };
    for node in outline.nodes() {
        for found in all.find_overlapping_iter(node.prose.reading()) {
            unknown.remove(&found.pattern().as_usize());
        }
        if unknown.is_empty() {
            break;
        }
    }
    unknown.into_values().collect()
}
