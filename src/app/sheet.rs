//! Sheets that lie over the view: the keys, the reasons of a verdict, the meeting card of a target.

use super::keymap::{self, Mode};
use super::{App, View, details, listing};
use crate::layout;
use crate::plan::{NodeId, Target};
use crate::words::tr;

/// What a sheet is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// The keys of the view.
    Keys,
    /// Why the target at hand is judged as it is (为什么).
    Why,
    /// The target at hand on one large card (会议卡片).
    Card,
}

/// A sheet over the view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What it is about.
    pub topic: Topic,
    /// Its first visible line.
    pub top: usize,
}

impl App {
    /// The target at hand: of a paragraph or a task the first one that it states or serves, elsewhere the one selected in
    /// the list. `None` for a paragraph or a task that has to do with no target.
    pub fn target_at_hand(&self) -> Option<&Target> {
        match self.view {
            View::Reading => self.target_of(self.reading.cursor),
            View::Tasks => self.selected_task().and_then(|id| self.target_of(id)),
            View::Overview | View::Targets | View::Terms => self.selected_target(),
        }
    }

    /// The first target that a paragraph states, or that a task serves.
    fn target_of(&self, id: NodeId) -> Option<&Target> {
        let stated = self.targets_stated_at(id);
        let stated = stated
            .first()
            .and_then(|&index| self.plan.targets.get(index));
        let address = self.outline.node(id).address;
        let serves = |target: &&Target| target.served_by.iter().any(|link| link.task == address);
        stated.or_else(|| self.plan.targets.iter().find(serves))
    }

    /// Opens a sheet, or closes it if it is open. Sheets about a target lead to it in the list of targets, where one
    /// can go through the others.
    pub(super) fn toggle_sheet(&mut self, topic: Topic) {
        if self.sheet.is_some_and(|sheet| sheet.topic == topic) {
            self.sheet = None;
            return;
        }
        if topic != Topic::Keys {
            let id = self.target_at_hand().map(|target| target.id.clone());
            let index = self
                .plan
                .targets
                .iter()
                .position(|target| Some(&target.id) == id.as_ref());
            match index {
                Some(index) => self.select_in_list(View::Targets, index),
                None => return self.message = Some(self.no_target().to_owned()),
            }
        }
        self.sheet = Some(Sheet { topic, top: 0 });
    }

    /// Why there is no target at hand.
    pub(super) fn no_target(&self) -> &'static str {
        match self.view {
            View::Reading => tr("本段没有对应的指标"),
            View::Tasks => tr("此任务没有对应的指标"),
            View::Overview | View::Targets | View::Terms => tr("没有可显示的指标"),
        }
    }

    /// Scrolls the sheet; on a card goes to the next or previous target.
    pub(super) fn move_sheet(&mut self, by: isize) {
        match &mut self.sheet {
            Some(Sheet {
                topic: Topic::Card, ..
            }) => {
                let rows = self.target_rows();
                listing::move_by(&mut self.targets, by, &rows);
            }
            Some(sheet) => sheet.top = sheet.top.saturating_add_signed(by),
            None => {}
        }
    }

    /// Keeps the sheet's window within its lines.
    pub(super) fn settle_sheet(&mut self) {
        let Some(mut sheet) = self.sheet else { return };
        let height = usize::from(layout::sheet(self.size).height);
        sheet.top = sheet
            .top
            .min(self.sheet_lines(sheet.topic).saturating_sub(height));
        self.sheet = Some(sheet);
    }

    fn sheet_lines(&self, topic: Topic) -> usize {
        match topic {
            Topic::Keys => keymap::help_rows(Mode::View(self.view)).len(),
            Topic::Why => self.reasons().len(),
            Topic::Card => 0,
        }
    }

    /// The reasons of the verdict on the target at hand.
    pub fn reasons(&self) -> Vec<details::DetailLine> {
        let columns = layout::sheet(self.size).width;
        self.target_at_hand()
            .map_or_else(Vec::new, |target| details::why(self, target, columns))
    }
}
