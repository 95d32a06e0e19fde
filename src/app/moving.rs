//! Moving within a view: by lines, screens and headings.

use super::{App, Focus, View, listing};
use crate::layout;

/// Half screens in lines, if a screen holds `height` of them.
pub(super) fn half_screens(by: isize, height: isize) -> isize {
    by * (height / 2).max(1)
}

/// Screens in lines, if a screen holds `height` of them: each shows the last line of the one before again.
pub(super) fn screens(by: isize, height: isize) -> isize {
    by * (height - 1).max(1)
}

impl App {
    /// The lines or rows that a screen of the present view holds.
    pub(super) fn page_height(&self) -> isize {
        let rows = match self.shown.view {
            View::Overview => layout::overview(self.size).height,
            View::Reading => self.reading_areas().text.height,
            View::Targets | View::Tasks | View::Terms => self.listing_areas().rows.height,
        };
        isize::from(rows as i16)
    }

    pub(super) fn move_by(&mut self, by: isize) {
        match self.shown.view {
            View::Overview => {
                self.shown.overview_top = self.shown.overview_top.saturating_add_signed(by);
            }
            View::Reading => self.move_reading(by),
            View::Targets | View::Tasks | View::Terms => self.move_in_list(by),
        }
    }

    pub(super) fn move_in_list(&mut self, by: isize) {
        let (rows, _) = self.shown.listed();
        listing::move_by(self.shown.listed_cursor(), by, &rows);
    }

    pub(super) fn move_reading(&mut self, by: isize) {
        match self.shown.reading.focus {
            Focus::Text => self.shown.reading.scroll(by),
            Focus::Toc => {
                let len = self
                    .shown
                    .reading
                    .toc
                    .visible(&self.shown.dossier.outline)
                    .len();
                self.shown.reading.toc.cursor.move_by(by, len);
                self.read_selected_heading();
            }
        }
    }

    /// From the table of contents to the text: of the selected heading, if the wheel has moved the selection off the place
    /// that was being read.
    pub(super) fn enter_text(&mut self) {
        if !self
            .shown
            .reading
            .toc
            .is_at(&self.shown.dossier.outline, self.shown.reading.cursor)
        {
            self.read_selected_heading();
        }
        self.shown.reading.focus = Focus::Text;
    }

    /// The text goes where the selection in the table of contents is.
    pub(super) fn read_selected_heading(&mut self) {
        if let Some(id) = self.shown.reading.toc.selected(&self.shown.dossier.outline) {
            self.shown.reading.go_to(id);
        }
    }

    pub(super) fn go_to_top(&mut self) {
        match (self.shown.view, self.shown.reading.focus) {
            (View::Reading, Focus::Text) => self.shown.reading.go_to_top(),
            (View::Overview, _) => self.shown.overview_top = 0,
            _ => self.move_by(isize::MIN),
        }
    }

    pub(super) fn go_to_bottom(&mut self) {
        match (self.shown.view, self.shown.reading.focus) {
            (View::Reading, Focus::Text) => self.shown.reading.go_to_bottom(),
            (View::Overview, _) => self.shown.overview_top = self.overview_last_top(),
            _ => self.move_by(isize::MAX),
        }
    }

    pub(super) fn go_to_heading(&mut self, by: isize) {
        match self.shown.view {
            View::Overview => self.move_by(by),
            View::Reading => {
                self.shown
                    .reading
                    .go_to_heading(&self.shown.dossier.outline, by);
                self.shown
                    .reading
                    .toc
                    .follow(&self.shown.dossier.outline, self.shown.reading.cursor);
            }
            View::Targets | View::Tasks | View::Terms => {
                let (rows, _) = self.shown.listed();
                listing::move_by_group(self.shown.listed_cursor(), by, &rows);
            }
        }
    }

    pub(super) fn left(&mut self) {
        match self.shown.reading.focus {
            Focus::Text => self.shown.reading.focus = Focus::Toc,
            Focus::Toc => {
                self.shown.reading.toc.leave(&self.shown.dossier.outline);
                self.read_selected_heading();
            }
        }
    }

    pub(super) fn right(&mut self) {
        if self.shown.reading.focus == Focus::Toc
            && !self.shown.reading.toc.enter(&self.shown.dossier.outline)
        {
            self.enter_text();
        }
    }

    pub(super) fn fold_all(&mut self) {
        self.shown
            .reading
            .toc
            .toggle_all(&self.shown.dossier.outline);
        self.shown
            .reading
            .toc
            .follow(&self.shown.dossier.outline, self.shown.reading.cursor);
    }
}
