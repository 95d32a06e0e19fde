//! The history of places that jumps have left, to go back and forward through.

use std::ops::Range;

use super::list::Cursor;
use super::reading::Anchor;
use super::sifting::Filter;
use super::{Focus, TopicPage, View};
use crate::plan::NodeId;

/// A state of the views to go back to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) view: View,
    pub(super) reading: Anchor,
    pub(super) focus: Focus,
    pub(super) contents: Cursor,
    pub(super) quote: Option<(NodeId, Range<usize>)>,
    pub(super) part: Option<Range<usize>>,
    pub(super) domain: Option<usize>,
    pub(super) filter: Filter,
    pub(super) targets: Cursor,
    pub(super) tasks: Cursor,
    pub(super) terms: Cursor,
    pub(super) topic: Option<TopicPage>,
}

/// The maximum number of places to go back to.
const LIMIT: usize = 100;

/// The places before and after the current one.
#[derive(Clone, Debug, Default)]
pub(super) struct History {
    past: Vec<Place>,
    future: Vec<Place>,
}

impl History {
    /// Adds the place that a jump leaves, and clears the places ahead.
    pub(super) fn leave(&mut self, here: Place) {
        self.future.clear();
        if self.past.last() != Some(&here) {
            self.past.push(here);
        }
        if self.past.len() > LIMIT {
            self.past.remove(0);
        }
    }

    /// The previous place.
    pub(super) fn last(&self) -> Option<&Place> {
        self.past.last()
    }

    /// Goes back to the previous place from `here`.
    pub(super) fn back(&mut self, here: Place) -> Option<Place> {
        let place = self.past.pop()?;
        self.future.push(here);
        Some(place)
    }

    /// Goes forward to the next place from `here`.
    pub(super) fn forward(&mut self, here: Place) -> Option<Place> {
        let place = self.future.pop()?;
        self.past.push(here);
        Some(place)
    }
}
