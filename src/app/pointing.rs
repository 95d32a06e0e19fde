//! Clicks and the mouse wheel.

use ratatui::layout::Rect;

use super::{App, Focus, View, WHEEL, chips, listing, tabs};
use crate::layout;

impl App {
    pub(super) fn click(&mut self, x: u16, y: u16) {
        if let Some(view) = chips::hit(
            &tabs(layout::frame(self.size).header, self.mode(), &self.keys),
            x,
            y,
        ) {
            return self.shown.show(view);
        }
        if let Some(day) = self.day_at(x, y) {
            return self.look_at(day);
        }
        match self.shown.view {
            View::Overview => self.click_overview(x, y),
            View::Reading => self.click_reading(x, y),
            View::Targets | View::Tasks | View::Terms => self.click_listing(x, y),
            View::Topic => self.click_topic(x, y),
        }
    }

    pub(super) fn click_overview(&mut self, x: u16, y: u16) {
        let (rows, places) = (self.overview_rows(), self.overview_places());
        let Some(at) = places.row_at(x, y, rows.len()) else {
            return;
        };
        let (Some(row), Some(own)) = (rows.get(at), places.line(at)) else {
            return;
        };
        let doors = self.overview_doors(row, own);
        if let Some(n) = doors.iter().position(|it| it.area.contains((x, y).into())) {
            self.shown.overview.selected = at;
            self.shown.door = n;
            self.settle_overview();
            self.open_door();
        }
    }

    pub(super) fn click_reading(&mut self, x: u16, y: u16) {
        let areas = self.reading_areas();
        if let Some(row) = row_at(areas.toc, x, y) {
            let visible = self.shown.reading.toc.visible(&self.shown.dossier.outline);
            let wanted = self.shown.reading.toc.cursor.top + row;
            if let Some(&id) = visible.get(wanted) {
                let again = self.shown.reading.focus == Focus::Toc
                    && self.shown.reading.toc.cursor.selected == wanted;
                self.shown.reading.focus = Focus::Toc;
                self.shown.reading.toc.cursor.selected = wanted;
                if again {
                    self.shown.reading.toc.toggle(&self.shown.dossier.outline);
                }
                self.shown.reading.go_to(id);
            }
        } else if let Some(row) = row_at(areas.side, x, y)
            && let Some(note) = self.side_notes().iter().find(|note| note.row == row)
        {
            self.open_note(note.about);
        } else if let Some(row) = row_at(
            Rect {
                width: areas.wide,
                ..areas.text
            },
            x,
            y,
        ) {
            let outline = &self.shown.dossier.outline;
            self.shown.reading.focus = Focus::Text;
            self.shown.reading.mark_at(outline, row, x - areas.text.x);
        }
    }

    pub(super) fn click_listing(&mut self, x: u16, y: u16) {
        let areas = self.listing_areas();
        if let Some(domain) = chips::hit(&self.shown.domain_chips(areas.domains), x, y) {
            return self.narrow(domain);
        }
        let Some(row) = row_at(areas.rows, x, y) else {
            return;
        };
        let (rows, _) = self.shown.listed();
        let cursor = self.shown.listed_cursor();
        let wanted = cursor.top + row;
        let row = rows.get(wanted);
        if let Some(listing::Row::Fold { group, .. }) = row {
            cursor.selected = wanted;
            return self.shown.toggle_fold(group);
        }
        if matches!(row, Some(listing::Row::Item(_))) {
            if cursor.selected == wanted {
                return self.open();
            }
            cursor.selected = wanted;
        }
    }

    /// A click on a choice of the filter; elsewhere it closes it.
    pub(super) fn click_choice(&mut self, x: u16, y: u16) {
        let row = row_at(layout::sheet(self.size), x, y);
        let top = self.choices_top();
        let choice = row.map(|row| row + top);
        let choice = choice.filter(|choice| *choice < self.choices().len());
        match (choice, self.sheet_mut()) {
            (Some(choice), Some(sheet)) => {
                sheet.top = choice;
                self.toggle_choice();
            }
            _ => self.overlay = None,
        }
    }

    pub(super) fn wheel(&mut self, x: u16, y: u16, notches: isize) {
        match self.shown.view {
            View::Overview => self.move_in_overview(notches * WHEEL),
            View::Reading => self.wheel_reading(x, y, notches * WHEEL),
            View::Topic => self.shown.move_by(notches),
            View::Targets | View::Tasks | View::Terms => {
                if self.listing_areas().details.contains((x, y).into()) {
                    self.shown.details_top = self
                        .shown
                        .details_top
                        .saturating_add_signed(notches * WHEEL);
                } else {
                    self.shown.move_by(notches);
                }
            }
        }
    }

    /// Scrolls the pane under the mouse. The text does not follow the table of contents here.
    fn wheel_reading(&mut self, x: u16, y: u16, lines: isize) {
        let areas = self.reading_areas();
        if areas.toc.contains((x, y).into()) {
            self.shown.reading.focus = Focus::Toc;
            let headings = self
                .shown
                .reading
                .toc
                .visible(&self.shown.dossier.outline)
                .len();
            let height = usize::from(areas.toc.height);
            self.shown
                .reading
                .toc
                .cursor
                .scroll(lines, height, headings);
        } else if areas.trail.width > 0 {
            self.shown.reading.focus = Focus::Text;
            self.shown.reading.scroll(lines);
        }
    }
}

/// The row of an area at a point.
pub(super) fn row_at(area: Rect, x: u16, y: u16) -> Option<usize> {
    area.contains((x, y).into())
        .then(|| usize::from(y - area.y))
}
