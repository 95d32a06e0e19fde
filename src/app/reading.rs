//! The state of the reading view: the typeset text, the viewport, and the table of contents that follows it.

mod mark;

use std::ops::Range;

use super::toc::Toc;
use crate::plan::{NodeId, Outline};
use crate::typeset::{Marks, Page};

/// Which pane has the keyboard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// The text.
    #[default]
    Text,
    /// The table of contents.
    Toc,
}

/// A place in the text, independent of its width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The node at the cursor.
    pub cursor: NodeId,
    /// The node at the top of the viewport.
    node: NodeId,
    /// The first visible byte of its block without marks, and the number of blank lines above it.
    byte: usize,
    blank: usize,
}

/// The room that the text has, in columns and lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// The columns of a line of text.
    pub measure: u16,
    /// The columns that a table may take; at least the measure.
    pub wide: u16,
    /// The visible lines.
    pub height: u16,
}

/// The state of the reading view; by default the beginning of a document that is not typeset yet.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The text in lines.
    pub page: Page,
    /// The first visible line.
    pub top: usize,
    /// The heading, paragraph or row that is marked, which the trail names and the table of contents follows.
    pub cursor: NodeId,
    /// The sentences or the cell of it that alone are marked, in bytes of its reading; `None` if all of it is.
    pub part: Option<Range<usize>>,
    /// Which pane has the keyboard.
    pub focus: Focus,
    /// The table of contents.
    pub toc: Toc,
    /// The quotation that a jump led to, in bytes of a node's reading.
    pub quote: Option<(NodeId, Range<usize>)>,
    height: usize,
    /// The place and the top at the last typesetting. As long as the top is the same, the place is kept, so that a
    /// series of resizes doesn't shift it.
    held: Option<(Anchor, usize)>,
}

impl Reading {
    /// Typesets the text if the room or the marks have changed, and stays at the place.
    pub fn set(&mut self, outline: &Outline, room: Room, marks: Marks) {
        self.height = usize::from(room.height);
        let is_same = |page: &Page| {
            (page.measure, page.wide, page.marks) == (room.measure.max(1), room.wide, marks)
        };
        if is_same(&self.page) {
            self.top = self.top.min(self.last_top());
            return self.keep_mark_in_view();
        }
        let anchor = self.anchor();
        self.page = Page::set_wide(outline, room.measure, room.wide, marks);
        self.restore(anchor);
        self.keep_mark_in_view();
        self.held = Some((anchor, self.top));
    }

    /// Lets the text be typeset again though its room is the same.
    pub(super) fn measure_anew(&mut self) {
        self.page.measure = 0;
    }

    /// The greatest possible `top`.
    pub fn last_top(&self) -> usize {
        self.page.lines.len().saturating_sub(self.height)
    }

    /// The current place.
    pub fn anchor(&self) -> Anchor {
        if let Some((anchor, _)) = self.held.filter(|(_, top)| *top == self.top) {
            return Anchor {
                cursor: self.cursor,
                ..anchor
            };
        }
        let node = self.page.node_at(self.top);
        let first = self.page.first_line(node);
        let byte = self
            .page
            .lines
            .get(self.top)
            .map_or(0, |line| line.range.start);
        let block = self.page.blocks.get(node);
        Anchor {
            cursor: self.cursor,
            node,
            byte: block.map_or(0, |block| block.without_marks(byte)),
            blank: first.saturating_sub(self.top),
        }
    }

    /// Goes back to a place.
    pub fn restore(&mut self, anchor: Anchor) {
        let block = self.page.blocks.get(anchor.node);
        let byte = block.map_or(0, |block| block.with_marks(anchor.byte));
        let line = self.page.line_with(anchor.node, byte);
        self.top = line.saturating_sub(anchor.blank).min(self.last_top());
        self.cursor = anchor.cursor;
    }

    /// Scrolls by lines, and carries the mark along. Where the text ends the mark moves on through the visible nodes.
    pub fn scroll(&mut self, by: isize) {
        let before = self.top;
        self.top = self.top.saturating_add_signed(by).min(self.last_top());
        if self.top == before {
            self.step(by.signum());
        } else {
            self.carry_mark(by);
        }
    }

    /// Goes to the beginning.
    pub fn go_to_top(&mut self) {
        self.top = 0;
        self.mark(0);
    }

    /// Goes to the end.
    pub fn go_to_bottom(&mut self) {
        self.top = self.last_top();
        self.mark(self.page.blocks.len().saturating_sub(1));
    }

    /// Marks a node and scrolls it to the top of the viewport, as far as the text goes.
    pub fn go_to(&mut self, node: NodeId) {
        self.mark(node);
        self.quote = None;
        self.top = self.page.first_line(node).min(self.last_top());
    }

    /// Marks the sentence of words of a node, and scrolls the words into view: to a third of the height, unless they are
    /// visible already.
    pub fn show(&mut self, outline: &Outline, node: NodeId, words: &Range<usize>) {
        self.mark_around(outline, node, words);
        let line = self.page.line_of(node, words);
        if line < self.top || line >= self.top + self.height {
            self.top = line.saturating_sub(self.height / 3).min(self.last_top());
        }
    }

    /// Goes forward by headings; negative is back.
    pub fn go_to_heading(&mut self, outline: &Outline, by: isize) {
        let headings: Vec<NodeId> = (0..outline.len())
            .filter(|&id| outline.node(id).toc_depth().is_some())
            .collect();
        let next = headings.partition_point(|&id| id <= self.cursor);
        let own = headings.partition_point(|&id| id < self.cursor);
        let wanted = if by > 0 {
            next + by as usize - 1
        } else {
            own.saturating_sub(by.unsigned_abs())
        };
        if let Some(&id) = headings.get(wanted.min(headings.len().saturating_sub(1))) {
            self.go_to(id);
        }
    }
}
