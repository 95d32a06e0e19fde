//! Occurrences of the terms of a plan in its text.

use std::ops::Range;

use memchr::memmem;

use crate::plan::{Address, Outline, Term};
use crate::search::Match;

/// The occurrences of a term's name and aliases, in reading order, none overlapping.
pub fn occurrences(outline: &Outline, term: &Term) -> Vec<Match> {
    let nodes = outline.nodes().iter().enumerate();
    nodes
        .flat_map(|(node, of)| {
            let ranges = ranges(of.prose.reading(), term);
            ranges.into_iter().map(move |range| Match { node, range })
        })
        .collect()
}

/// Whether a text has the name of a term or one of its aliases.
pub fn is_named(text: &str, term: &Term) -> bool {
    let mut words = term.words();
    words.any(|word| memmem::find(text.as_bytes(), word.as_bytes()).is_some())
}

/// How often a term occurs, and its distinct addresses.
pub fn places(outline: &Outline, term: &Term) -> (usize, Vec<Address>) {
    let found = occurrences(outline, term);
    let places = found.iter().map(|found| outline.node(found.node).address);
    let mut places: Vec<Address> = places.collect();
    places.dedup();
    (found.len(), places)
}

fn ranges(text: &str, term: &Term) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = term
        .words()
        .filter(|word| !word.is_empty())
        .flat_map(|word| text.match_indices(word))
        .map(|(at, word)| at..at + word.len())
        .collect();
    found.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    let mut end = 0;
    found.retain(|range| {
        let is_new = range.start >= end;
        end = end.max(range.end);
        is_new
    });
    found
}
