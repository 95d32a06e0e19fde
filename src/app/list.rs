//! The selection and the viewport of a list.

/// Selection and scroll offset of a list, whose length and height are passed to each method.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    /// The selected row.
    pub selected: usize,
    /// The first visible row.
    pub top: usize,
}

impl Cursor {
    /// Moves the selection by `rows`, stopping at both ends.
    pub fn move_by(&mut self, rows: isize, len: usize) {
        self.select(self.selected.saturating_add_signed(rows), len);
    }

    /// Selects a row, at most the last one.
    pub fn select(&mut self, row: usize, len: usize) {
        self.selected = row.min(len.saturating_sub(1));
    }

    /// Scrolls by rows, and moves the selection as little as needed to stay in view.
    pub fn scroll(&mut self, by: isize, height: usize, len: usize) {
        let height = height.max(1);
        let last = len.saturating_sub(height);
        self.top = self.top.saturating_add_signed(by).min(last);
        let bottom = (self.top + height - 1).min(len.saturating_sub(1));
        self.selected = self.selected.clamp(self.top.min(bottom), bottom);
    }

    /// Scrolls as little as needed to show the selected row.
    pub fn keep_in_view(&mut self, height: usize, len: usize) {
        let height = height.max(1);
        self.top = self
            .top
            .min(self.selected)
            .max((self.selected + 1).saturating_sub(height));
        self.top = self.top.min(len.saturating_sub(height));
    }
}
