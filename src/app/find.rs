//! The words being sought, and where they were found.

use crate::plan::NodeId;
use crate::search::Match;

/// Matches of a query in the document, with the present one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Find {
    /// What was asked.
    pub query: String,
    /// All matches in reading order.
    pub matches: Vec<Match>,
    /// The index of the present match; meaningless without matches.
    pub current: usize,
}

impl Find {
    /// The places of a query; the present one is the first at or after a node.
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

    /// Makes the first match that lies within a place the present one, if there is one.
    pub fn start_within(&mut self, place: &Match) {
        let lies = |found: &Match| {
            found.node == place.node
                && place.range.start <= found.range.start
                && found.range.end <= place.range.end
        };
        self.current = self.matches.iter().position(lies).unwrap_or(self.current);
    }

    /// The present match.
    pub fn current(&self) -> Option<&Match> {
        self.matches.get(self.current)
    }

    /// Steps through the matches, round the ends.
    pub fn step(&mut self, by: isize) {
        if !self.matches.is_empty() {
            let len = self.matches.len() as isize;
            self.current = (self.current as isize + by).rem_euclid(len) as usize;
        }
    }

    /// Whether nothing is being sought.
    pub fn is_off(&self) -> bool {
        self.query.is_empty()
    }
}
