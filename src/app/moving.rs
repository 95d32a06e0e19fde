//! Moving within a view: by lines, screens and headings.

use super::{App, Document, Focus, View, listing};
use crate::layout;

/// `by` half screens in lines, for screens of `height` lines.
pub(super) fn half_screens(by: isize, height: isize) -> isize {
    by * (height / 2).max(1)
}

/// `by` screens in lines, for screens of `height` lines that overlap by one.
pub(super) fn screens(by: isize, height: isize) -> isize {
    by * (height - 1).max(1)
}

impl Document {
    pub(super) fn move_by(&mut self, by: isize) {
        match self.view {
            View::Overview => {}
            View::Reading => self.move_reading(by),
            View::Targets | View::Tasks | View::Terms => self.move_in_list(by),
            View::Topic => self.move_in_topic(by),
        }
    }

    pub(super) fn move_in_list(&mut self, by: isize) {
        let (rows, _) = self.listed();
        listing::move_by(self.listed_cursor(), by, &rows);
    }

    pub(super) fn move_reading(&mut self, by: isize) {
        match self.reading.focus {
            Focus::Text => self.reading.scroll(by),
            Focus::Toc => {
                let len = self.reading.toc.visible(&self.dossier.outline).len();
                self.reading.toc.cursor.move_by(by, len);
                self.read_selected_heading();
            }
        }
    }

    /// Marks the paragraph `by` further on in the text; negative is back.
    pub(super) fn mark_node(&mut self, by: isize) {
        self.reading.focus = Focus::Text;
        self.reading.step(by);
    }

    /// Marks the sentence `by` further on in the text; negative is back.
    pub(super) fn mark_part(&mut self, by: isize) {
        self.reading.focus = Focus::Text;
        self.reading.step_part(&self.dossier.outline, by);
    }

    /// Moves the focus to the text, and there to the selected heading if the wheel has moved the selection.
    pub(super) fn enter_text(&mut self) {
        if !self
            .reading
            .toc
            .is_at(&self.dossier.outline, self.reading.cursor)
        {
            self.read_selected_heading();
        }
        self.reading.focus = Focus::Text;
    }

    /// Scrolls the text to the selected heading.
    pub(super) fn read_selected_heading(&mut self) {
        if let Some(id) = self.reading.toc.selected(&self.dossier.outline) {
            self.reading.go_to(id);
        }
    }

    pub(super) fn go_to_heading(&mut self, by: isize) {
        match self.view {
            View::Overview => self.move_by(by),
            View::Reading => {
                self.reading.go_to_heading(&self.dossier.outline, by);
                self.reading
                    .toc
                    .follow(&self.dossier.outline, self.reading.cursor);
            }
            View::Topic => self.move_in_topic(by),
            View::Targets | View::Tasks | View::Terms => {
                let (rows, _) = self.listed();
                listing::move_by_group(self.listed_cursor(), by, &rows);
            }
        }
    }

    pub(super) fn left(&mut self) {
        match self.reading.focus {
            Focus::Text => self.reading.focus = Focus::Toc,
            Focus::Toc => {
                self.reading.toc.leave(&self.dossier.outline);
                self.read_selected_heading();
            }
        }
    }

    pub(super) fn right(&mut self) {
        if self.reading.focus == Focus::Toc && !self.reading.toc.enter(&self.dossier.outline) {
            self.enter_text();
        }
    }

    pub(super) fn fold_all(&mut self) {
        if self.view == View::Targets {
            let target = listing::selected(&self.target_rows(), self.targets);
            self.toggle_folds();
            if let Some(target) = target {
                let rows = self.target_rows();
                listing::select(&mut self.targets, target, &rows);
            }
            return;
        }
        self.reading.toc.toggle_all(&self.dossier.outline);
        self.reading
            .toc
            .follow(&self.dossier.outline, self.reading.cursor);
    }
}

impl App {
    /// Moves by lines or rows of the view.
    pub(super) fn move_by(&mut self, by: isize) {
        match self.shown.view {
            View::Overview => self.move_in_overview(by),
            _ => self.shown.move_by(by),
        }
    }

    /// The height of the current view.
    pub(super) fn page_height(&self) -> isize {
        let rows = match self.shown.view {
            View::Overview => layout::overview(self.size).height,
            View::Reading => self.reading_areas().text.height,
            View::Targets | View::Tasks | View::Terms => self.listing_areas().rows.height,
            View::Topic => layout::overview(self.size).height / 3,
        };
        isize::from(rows as i16)
    }

    pub(super) fn go_to_top(&mut self) {
        match (self.shown.view, self.shown.reading.focus) {
            (View::Reading, Focus::Text) => self.shown.reading.go_to_top(),
            (View::Overview, _) => self.move_in_overview(isize::MIN),
            _ => self.shown.move_by(isize::MIN),
        }
    }

    pub(super) fn go_to_bottom(&mut self) {
        match (self.shown.view, self.shown.reading.focus) {
            (View::Reading, Focus::Text) => self.shown.reading.go_to_bottom(),
            (View::Overview, _) => self.move_in_overview(isize::MAX),
            _ => self.shown.move_by(isize::MAX),
        }
    }
}
