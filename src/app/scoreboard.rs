//! Moving over the overview, and opening what is selected there.

use std::rc::Rc;

use ratatui::layout::Rect;

use super::chips::title_room;
use super::keymap::Mode;
use super::overview::{self, Door, Places, Row};
use super::sifting::{Choice, Data, Filter};
use super::{App, Cursor, View};
use crate::layout;
use crate::plan::Tier;
use crate::text::width;
use crate::words::tr;

impl App {
    /// The doors of a row of the overview.
    pub fn overview_doors(&self, row: &Row, area: Rect) -> Vec<super::Chip<Door>> {
        overview::doors(row, &self.shown.assessment.board, area)
    }

    /// Where the rows of the overview stand.
    pub fn overview_places(&self) -> Places {
        Places::of(&self.overview_rows, self.size, self.shown.overview.top)
    }

    /// The selected door of the overview.
    pub fn overview_door(&self) -> Option<Door> {
        let rows = self.overview_rows();
        let row = rows.get(self.shown.overview.selected)?;
        let column = self.overview_places().column(self.shown.overview.selected);
        let doors = self.overview_doors(row, column);
        let last = doors.len().checked_sub(1)?;
        doors.get(self.shown.door.min(last)).map(|chip| chip.value)
    }

    /// Selects the first target with data, or else the first door.
    pub(super) fn enter_overview(&mut self) {
        self.overview_rows = self.compose_overview();
        let mut rows = self.overview_rows.iter();
        let first = rows.position(|row| matches!(row, Row::Target(_)));
        self.shown.overview = Cursor {
            selected: first.unwrap_or(0),
            top: 0,
        };
        self.settle_overview_cursor();
    }

    fn compose_overview(&self) -> Rc<[Row]> {
        let title = self.shown.dossier.plan.body.title.reading();
        let header = layout::frame(self.size).header;
        let room = title_room(header, Mode::View(View::Overview), &self.keys);
        let rows = overview::rows(&self.shown, self.size.height);
        let is_wide = width(title) > usize::from(room);
        let title = is_wide.then(|| Row::Title(title.to_owned()));
        let rows = title.into_iter().chain(rows).collect();
        overview::arrange(rows, &self.shown, self.size).into()
    }

    /// Moves the selection of the overview by rows, and on to a row that can be opened.
    pub(super) fn move_in_overview(&mut self, by: isize) {
        let rows = self.overview_rows();
        self.shown.overview.move_by(by, rows.len());
        self.settle_on_door(&rows, by < 0);
    }

    /// Moves among the doors of a row, and from its last one to the row beside it.
    pub(super) fn move_among_doors(&mut self, by: isize) {
        let rows = self.overview_rows();
        let (places, at) = (self.overview_places(), self.shown.overview.selected);
        let doors = rows
            .get(at)
            .map_or(0, |row| self.overview_doors(row, places.column(at)).len());
        let last = doors.saturating_sub(1);
        let now = self.shown.door.min(last);
        let next = now.saturating_add_signed(by).min(last);
        self.shown.door = next;
        let beside = places.across(at, by > 0).filter(|_| next == now);
        if let Some(row) = beside {
            self.shown.overview.select(row, rows.len());
            self.settle_on_door(&rows, by < 0);
        }
    }

    /// Moves the selection off rows that open nothing: down, or up with `upwards`.
    fn settle_on_door(&mut self, rows: &[Row], upwards: bool) {
        let places = self.overview_places();
        let opens = |n: &usize| {
            let row = rows.get(*n);
            row.is_some_and(|row| !self.overview_doors(row, places.column(*n)).is_empty())
        };
        let at = self
            .shown
            .overview
            .selected
            .min(rows.len().saturating_sub(1));
        let above = (0..=at).rev().find(opens);
        let below = (at..rows.len()).find(opens);
        let found = if upwards {
            above.or(below)
        } else {
            below.or(above)
        };
        let found = found.unwrap_or(0);
        let is_first = !(0..found).any(|row| opens(&row));
        self.shown.overview.selected = found;
        if is_first {
            // What stands above the first door can't be reached otherwise.
            self.shown.overview.top = 0;
        }
    }

    /// Brings the rows up to date, and keeps the selection on a door and in view.
    pub(super) fn settle_overview(&mut self) {
        self.overview_rows = self.compose_overview();
        self.settle_overview_cursor();
    }

    fn settle_overview_cursor(&mut self) {
        let rows = self.overview_rows();
        self.settle_on_door(&rows, false);
        if self.overview_places().is_in_two() {
            self.shown.overview.top = 0;
        } else {
            // The last row of the area may tell how many follow.
            let height = usize::from(layout::overview(self.size).height).saturating_sub(1);
            self.shown.overview.keep_in_view(height.max(1), rows.len());
        }
        self.shown.scored = match rows.get(self.shown.overview.selected) {
            Some(Row::Target(index)) => Some(*index),
            _ => None,
        };
    }

    /// Opens the selected door.
    pub(super) fn open_door(&mut self) {
        if let Some(door) = self.overview_door() {
            self.go_through(door);
        }
    }

    pub(super) fn go_through(&mut self, door: Door) {
        match door {
            Door::Group(tier, group) => {
                let choices = vec![Choice::Tier(tier), Choice::Verdict(group)];
                self.shown.show_counted(choices);
            }
            Door::NoData => {
                let choices = vec![Choice::Tier(Tier::Target), Choice::Data(Data::None)];
                self.shown.show_counted(choices);
            }
            Door::Target(index) => self.shown.select_in_list(View::Targets, index),
            Door::Domain(index) => {
                self.shown.filter = Filter::default();
                self.narrow(Some(index));
            }
            Door::Node(node) => self.jump(node, None),
            Door::Proposed => self.shown.show_only(vec![Choice::Proposed]),
            Door::Review => self.open_review(),
            Door::Record => self.open_form(),
            Door::Read => self.shown.show(View::Reading),
            Door::Report => {
                let how =
                    tr("退出后运行 guihua report，或 guihua report --format docx -o 报告.docx");
                self.message = Some(how.to_owned());
            }
        }
    }
}
