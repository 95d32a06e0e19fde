//! The search in the text: a query and its matches.

use crate::plan::NodeId;
use crate::search::Match;

/// The matches of a query in the document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Find {
    /// The query; empty if there is none.
    pub query: String,
    /// All matches in reading order.
    pub matches: Vec<Match>,
    /// The index of the current match; meaningless without matches.
    pub current: usize,
}

impl Find {
    /// The matches of a query; the current one is the first at or after the node `from`.
    pub fn new(matches: Vec<Match>, query: &str, from: NodeId) -> Self {
        let current = matches
            .iter()
            .position(|found| found.node >= from)
            .unwrap_or(0);
        Self {
            query: query.trim().to_owned(),
            matches,
            current,
        }
    }

    /// Makes the first match within `place` the current one, if there is one.
    pub fn start_within(&mut self, place: &Match) {
        let lies = |found: &Match| {
            found.node == place.node
                && place.range.start <= found.range.start
                && found.range.end <= place.range.end
        };
        self.current = self.matches.iter().position(lies).unwrap_or(self.current);
    }

    /// The current match.
    pub fn current(&self) -> Option<&Match> {
        self.matches.get(self.current)
    }

    /// Moves by `by` matches, wrapping around.
    pub fn step(&mut self, by: isize) {
        if !self.matches.is_empty() {
            let len = self.matches.len() as isize;
            self.current = (self.current as isize + by).rem_euclid(len) as usize;
        }
    }

    /// Whether there is no query.
    pub fn is_off(&self) -> bool {
        self.query.is_empty()
    }
}
