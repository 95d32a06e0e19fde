//! What a document keeps of its review: the selected item, and the decisions that can be taken back.

use crate::app::list::Cursor;
use crate::review::Patch;

/// The most decisions that can be taken back.
const MOST: usize = 500;

/// What a document keeps of its review.
#[derive(Clone, Debug, Default)]
pub struct Reviewed {
    /// The selected item.
    pub cursor: Cursor,
    /// What was decided, the last one last.
    decisions: Vec<Patch>,
}

impl Reviewed {
    /// The last decision.
    pub(in crate::app) fn last(&self) -> Option<&Patch> {
        self.decisions.last()
    }

    /// Adds a decision.
    pub(in crate::app) fn decided(&mut self, patch: Patch) {
        self.decisions.push(patch);
        if self.decisions.len() > MOST {
            self.decisions.remove(0);
        }
    }

    /// Forgets the last decision, which was taken back.
    pub(in crate::app) fn taken_back(&mut self) {
        self.decisions.pop();
    }
}
