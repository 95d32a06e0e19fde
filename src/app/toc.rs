//! The table of contents: headings as a folding tree, with a selection that follows the text.

use std::collections::BTreeSet;

use super::list::Cursor;
use crate::plan::{NodeId, Outline};

/// Which headings are folded, and the selection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Toc {
    folded: BTreeSet<NodeId>,
    /// Selection and viewport, counted in visible headings.
    pub cursor: Cursor,
}

impl Toc {
    /// The visible headings from top to bottom.
    pub fn visible(&self, outline: &Outline) -> Vec<NodeId> {
        headings(outline)
            .filter(|&id| !self.is_hidden(outline, id))
            .collect()
    }

    fn is_hidden(&self, outline: &Outline, id: NodeId) -> bool {
        let mut above = outline.node(id).parent;
        while let Some(parent) = above {
            if self.folded.contains(&parent) {
                return true;
            }
            above = outline.node(parent).parent;
        }
        false
    }

    /// Whether a heading is folded.
    pub fn is_folded(&self, id: NodeId) -> bool {
        self.folded.contains(&id)
    }

    /// Whether a heading has headings below it.
    pub fn has_children(outline: &Outline, id: NodeId) -> bool {
        // The first heading below it is the next one.
        let below = outline.nodes().iter().skip(id + 1);
        let mut next = below.skip_while(|node| node.toc_depth().is_none());
        next.next().is_some_and(|node| node.parent == Some(id))
    }

    /// The selected heading.
    pub fn selected(&self, outline: &Outline) -> Option<NodeId> {
        self.visible(outline).get(self.cursor.selected).copied()
    }

    /// Selects the innermost visible heading above a node.
    pub fn follow(&mut self, outline: &Outline, node: NodeId) {
        let visible = self.visible(outline);
        let trail = outline.trail(node);
        let found = trail
            .iter()
            .rev()
            .find_map(|heading| visible.iter().position(|id| id == heading));
        self.cursor.selected = found.unwrap_or(0);
    }

    /// Whether [`Toc::follow`] would leave the selection as it is.
    pub fn is_at(&self, outline: &Outline, node: NodeId) -> bool {
        let mut there = self.clone();
        there.follow(outline, node);
        there.cursor.selected == self.cursor.selected
    }

    /// Folds or unfolds the selected heading.
    pub fn toggle(&mut self, outline: &Outline) {
        if let Some(id) = self
            .selected(outline)
            .filter(|&id| Self::has_children(outline, id))
            && !self.folded.remove(&id)
        {
            self.folded.insert(id);
        }
    }

    /// Unfolds all headings if any is folded, else folds all.
    pub fn toggle_all(&mut self, outline: &Outline) {
        if self.folded.is_empty() {
            self.folded = headings(outline)
                .filter(|&id| Self::has_children(outline, id))
                .collect();
        } else {
            self.folded.clear();
        }
    }

    /// Folds the selected heading, or selects its parent if there is nothing to fold.
    pub fn leave(&mut self, outline: &Outline) {
        let Some(id) = self.selected(outline) else {
            return;
        };
        if Self::has_children(outline, id) && self.folded.insert(id) {
            return;
        }
        if let Some(parent) = outline.node(id).parent {
            self.follow(outline, parent);
        }
    }

    /// Unfolds the selected heading; `false` if it was not folded.
    pub fn enter(&mut self, outline: &Outline) -> bool {
        self.selected(outline)
            .is_some_and(|id| self.folded.remove(&id))
    }
}

/// All headings, from top to bottom.
fn headings(outline: &Outline) -> impl Iterator<Item = NodeId> {
    outline
        .nodes()
        .iter()
        .enumerate()
        .filter(|(_, node)| node.toc_depth().is_some())
        .map(|(id, _)| id)
}
