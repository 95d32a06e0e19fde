//! How often quotes stand in the places that they are from: one pass over each place, however many quotes are from it.

use std::collections::{HashMap, HashSet};

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::decode::Cited;
use crate::plan::{Address, Outline};

/// The quotes of a plan by their places.
pub(super) struct Occurrences<'a>(HashMap<(Address, &'a str), usize>);

impl<'a> Occurrences<'a> {
    /// Counts the quotes in the text of a plan. Empty ones are not looked for.
    pub(super) fn of(citations: &'a [Cited], outline: &Outline) -> Self {
        let mut by_place: HashMap<Address, HashSet<&str>> = HashMap::new();
        for cited in citations.iter().filter(|it| !it.citation.quote.is_empty()) {
            let quotes = by_place.entry(cited.citation.at).or_default();
            quotes.insert(&cited.citation.quote);
        }
        let mut counts = HashMap::new();
        for (place, quotes) in by_place {
            let quotes: Vec<&str> = quotes.into_iter().collect();
            let words = outline.words(place).unwrap_or_default();
            let found = count(words, &quotes);
            counts.extend(quotes.into_iter().map(|quote| (place, quote)).zip(found));
        }
        Self(counts)
    }

    /// How often a quote stands in its place.
    pub(super) fn count(&self, place: Address, quote: &str) -> usize {
        self.0.get(&(place, quote)).copied().unwrap_or(0)
    }
}

/// How often each of several quotes stands in a text, without those that overlap one before.
fn count(text: &str, quotes: &[&str]) -> Vec<usize> {
    let mut counts = vec![(0, 0); quotes.len()];
    // The kind that is built fastest: each text is searched once.
    let kind = Some(AhoCorasickKind::NoncontiguousNFA);
    // More than can be counted in 32 bits are longer than any file that is read.
    let Ok(all) = AhoCorasick::builder().kind(kind).build(quotes) else {
        return vec![0; quotes.len()];
    };
    for found in all.find_overlapping_iter(text) {
        if let Some((count, end)) = counts.get_mut(found.pattern().as_usize())
            && found.start() >= *end
        {
            (*count, *end) = (*count + 1, found.end());
        }
    }
    counts.into_iter().map(|(count, _)| count).collect()
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn each_quote_is_counted_as_if_it_were_the_only_one() {
        let text = "床位10张，护理床位10张，共20张；哈哈哈";
        let quotes = ["床位10张", "护理床位10张", "张", "哈哈", "30张", "，护理"];
        let alone: Vec<usize> = quotes.iter().map(|it| text.matches(it).count()).collect();
        assert_eq!(count(text, &quotes), alone);
        assert_eq!(alone, [2, 1, 3, 1, 0, 1]);
    }
}
