//! Moving over the overview, and opening what is selected there.

use std::rc::Rc;

use ratatui::layout::Rect;

use super::chips::title_room;
use super::keymap::Mode;
use super::overview::{self, Door, Row};
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

    /// The selected door of the overview.
    pub fn overview_door(&self) -> Option<Door> {
        let rows = self.overview_rows();
        let row = rows.get(self.shown.overview.selected)?;
        let doors = self.overview_doors(row, layout::overview(self.size));
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
        let rows = overview::rows(&self.shown);
        let board = &self.shown.assessment.board;
        let rows = overview::in_lines(rows, board, layout::overview(self.size).width);
        let is_wide = width(title) > usize::from(room);
        let title = is_wide.then(|| Row::Title(title.to_owned()));
        title.into_iter().chain(rows).collect()
    }

    /// Moves the selection of the overview by rows, and on to a row that can be opened.
    pub(super) fn move_in_overview(&mut self, by: isize) {
        let rows = self.overview_rows();
        self.shown.overview.move_by(by, rows.len());
        self.settle_on_door(&rows, by < 0);
    }

    /// Moves among the doors of a row.
    pub(super) fn move_among_doors(&mut self, by: isize) {
        let rows = self.overview_rows();
        let row = rows.get(self.shown.overview.selected);
        let doors = row.map_or(0, |row| {
            self.overview_doors(row, layout::overview(self.size)).len()
        });
        let last = doors.saturating_sub(1);
        let door = self.shown.door.min(last).saturating_add_signed(by);
        self.shown.door = door.min(last);
    }

    /// Moves the selection off rows that open nothing: down, or up with `upwards`.
    fn settle_on_door(&mut self, rows: &[Row], upwards: bool) {
        let area = layout::overview(self.size);
        let opens = |row: &usize| {
            let row = rows.get(*row);
            row.is_some_and(|row| !self.overview_doors(row, area).is_empty())
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
        // The last row of the area may tell how many follow.
        let height = usize::from(layout::overview(self.size).height).saturating_sub(1);
        self.shown.overview.keep_in_view(height.max(1), rows.len());
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
