//! Finding words in the document.

use std::ops::Range;

use crate::plan::{NodeId, Outline};

/// One place where the words stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The heading or paragraph.
    pub node: NodeId,
    /// The bytes of its reading that match.
    pub range: Range<usize>,
}

/// Every place of `query` in reading order, ASCII letters in either case. An empty query finds nothing.
pub fn find(outline: &Outline, query: &str) -> Vec<Match> {
    let query = query.trim();
    if query.is_empty() {
        return Vec::new();
    }
    let places = |(node, text): (NodeId, &str)| {
        let folded = text.to_ascii_lowercase();
        let ranges: Vec<_> = folded
            .match_indices(&query.to_ascii_lowercase())
            .map(|(at, hit)| at..at + hit.len())
            .collect();
        ranges.into_iter().map(move |range| Match { node, range })
    };
    let readings = outline
        .nodes()
        .iter()
        .map(|node| node.prose.reading())
        .enumerate();
    readings.flat_map(places).collect()
}
