//! Matches in the running text, for highlighting and moving from one to the next.

use std::ops::Range;

use super::{Index, Query, Subject, hit};
use crate::plan::NodeId;

/// An occurrence of a word in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The heading or paragraph.
    pub node: NodeId,
    /// The bytes of its reading from the first matched character to the last.
    pub range: Range<usize>,
}

impl Index {
    /// The occurrences of every word, in reading order, in the headings and paragraphs that match the query. Filters by
    /// targets, terms or notes are ignored.
    pub fn matches_in_document(&self, query: &Query) -> Vec<Match> {
        let query = query.for_document();
        let query = self.effective(&query);
        let mut matches = Vec::new();
        let Some(words) = self.places(&query, Self::occurrences) else {
            return matches;
        };
        for joined in self.joined(&query, &words) {
            let Subject::Node(node) = self.entries[joined.entry].subject else {
                continue;
            };
            for (word, found) in query.words.iter().zip(&joined.words) {
                let ranges = found.iter().map(|found| hit::ranges(self, word, found));
                matches.extend(ranges.filter_map(|ranges| {
                    let range = ranges.first()?.start..ranges.last()?.end;
                    Some(Match { node, range })
                }));
            }
        }
        matches.sort_by_key(|found| (found.node, found.range.start, found.range.end));
        matches.dedup();
        matches
    }
}
