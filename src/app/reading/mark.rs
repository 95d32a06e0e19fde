//! The mark in the text: the paragraph, heading or row of a table that keys act on, or one sentence or cell of it. It
//! stays where it was set as long as any line of it is on the screen; scrolling carries it along at the edge.

use std::ops::Range;

use super::Reading;
use crate::plan::{NodeId, Outline};

/// The lines kept in view above or below a mark that moves, if there is room.
const AROUND: usize = 2;

impl Reading {
    /// Marks a whole node.
    pub fn mark(&mut self, node: NodeId) {
        self.cursor = node;
        self.part = None;
    }

    /// Marks the sentences or cells that words of a node stand in; the whole node if there are none.
    pub fn mark_around(&mut self, outline: &Outline, node: NodeId, words: &Range<usize>) {
        let met = |part: &Range<usize>| part.start < words.end && words.start < part.end;
        let parts = outline.node(node).parts().into_iter().filter(met);
        self.cursor = node;
        self.part = parts.reduce(|whole, part| whole.start..part.end);
    }

    /// Marks the node `by` further on, and brings it into view; negative is back.
    pub fn step(&mut self, by: isize) {
        let last = self.page.blocks.len().saturating_sub(1);
        self.mark(self.cursor.saturating_add_signed(by).min(last));
        self.bring_into_view();
    }

    /// Marks the sentence or cell `by` further on, and brings it into view; negative is back. From a whole node it goes
    /// to the first one in it, or the last one.
    pub fn step_part(&mut self, outline: &Outline, by: isize) {
        for _ in 0..by.unsigned_abs() {
            let parts = outline.node(self.cursor).parts();
            let own = self.part.as_ref();
            let next = if by > 0 {
                let end = own.map_or(0, |own| own.end);
                parts.iter().find(|part| part.start >= end)
            } else {
                let start = own.map_or(usize::MAX, |own| own.start);
                parts.iter().rev().find(|part| part.end <= start)
            };
            match next {
                Some(part) => self.part = Some(part.clone()),
                None => self.enter_next(outline, by.signum()),
            }
        }
        self.bring_into_view();
    }

    /// Marks the first part of the next node that has any; for a negative `by` the last part of the one before.
    fn enter_next(&mut self, outline: &Outline, by: isize) {
        let mut node = self.cursor;
        while let Some(next) = node.checked_add_signed(by).filter(|&id| id < outline.len()) {
            node = next;
            let parts = outline.node(node).parts();
            let part = if by > 0 { parts.first() } else { parts.last() };
            if let Some(part) = part {
                self.cursor = node;
                self.part = Some(part.clone());
                return;
            }
        }
    }

    /// Marks the node at a row and column of the window; if it is marked already, the part there or all of it in turn.
    pub fn mark_at(&mut self, outline: &Outline, row: usize, column: u16) {
        let line = self.top + row;
        let Some(node) = self.page.lines.get(line).map(|line| line.node) else {
            return;
        };
        if node != self.cursor {
            return self.mark(node);
        }
        let byte = self.page.byte_at(line, column);
        let mut parts = outline.node(node).parts().into_iter();
        let there = parts.rfind(|part| part.start <= byte);
        self.part = there.filter(|there| self.part.as_ref() != Some(there));
    }

    /// The lines of the mark.
    pub fn marked_lines(&self) -> Range<usize> {
        let all = self.page.lines_of(self.cursor);
        match &self.part {
            Some(part) => {
                let last = part.end.saturating_sub(1)..part.end;
                let first = self.page.line_of(self.cursor, part);
                first..self.page.line_of(self.cursor, &last) + 1
            }
            None => all,
        }
    }

    fn is_mark_visible(&self) -> bool {
        let lines = self.marked_lines();
        lines.start < self.top + self.height && lines.end > self.top
    }

    /// Scrolls as little as needed to show the mark with some lines around it; what is too long is shown from its
    /// beginning.
    pub(super) fn bring_into_view(&mut self) {
        let lines = self.marked_lines();
        let around = AROUND.min(self.height / 4);
        let (first, end) = (lines.start.saturating_sub(around), lines.end + around);
        if lines.len() + 2 * around >= self.height {
            let starts_in_view = lines.start >= self.top && lines.start < self.top + self.height;
            if !(starts_in_view && lines.end <= self.top + self.height) {
                self.top = lines.start;
            }
        } else if first < self.top {
            self.top = first;
        } else if end > self.top + self.height {
            self.top = end - self.height;
        }
        self.top = self.top.min(self.last_top());
    }

    /// Scrolls to the mark if none of its lines is on the screen, as after a resize.
    pub(super) fn keep_mark_in_view(&mut self) {
        if self.height > 0 && !self.is_mark_visible() {
            self.bring_into_view();
        }
    }

    /// After scrolling by lines, marks another node if the mark has left the screen: the first one on the screen, or the
    /// last one if the mark has left by a few lines below.
    pub(super) fn carry_mark(&mut self, by: isize) {
        if self.is_mark_visible() {
            return;
        }
        let leaves_below = by < 0 && by.unsigned_abs() < self.height / 2;
        let line = if leaves_below {
            let window = self.top..self.top + self.height;
            let of_text = |line: &usize| *line >= self.page.first_line(self.page.node_at(*line));
            window.rev().find(of_text).unwrap_or(self.top)
        } else {
            self.top
        };
        self.mark(self.page.node_at(line));
    }
}
