//! The choice among what a paragraph states, where Enter could lead to several targets.

use super::pointing::row_at;
use super::side::About;
use super::{App, Document, Sheet, Topic, View};
use crate::layout;
use crate::plan::NodeKind;

impl Document {
    /// What Enter can lead to from what is marked in the text: the targets that it states, then the task that it is.
    pub fn choosable(&self) -> Vec<About> {
        let node = self.reading.cursor;
        let targets = self.targets_stated_at(node).into_iter().map(About::Target);
        let is_task = self.dossier.outline.node(node).kind == NodeKind::Task;
        targets
            .chain(is_task.then_some(About::Task(node)))
            .collect()
    }
}

impl App {
    /// Lets one choose among what is stated.
    pub(super) fn choose_stated(&mut self) {
        let topic = Topic::Stated;
        self.overlay = Some(Sheet { topic, top: 0 }.into());
    }

    pub(super) fn is_choosing_stated(&self) -> bool {
        self.sheet()
            .is_some_and(|sheet| sheet.topic == Topic::Stated)
    }

    /// Opens the chosen target or task in its list.
    pub(super) fn open_chosen(&mut self) {
        let at = self.sheet().map_or(0, |sheet| sheet.top);
        self.overlay = None;
        match self.shown.choosable().get(at) {
            Some(About::Target(target)) => self.shown.select_in_list(View::Targets, *target),
            Some(About::Task(node)) => self.shown.select_in_list(View::Tasks, *node),
            _ => {}
        }
    }

    /// A click on a row of the choice opens it; elsewhere it closes the choice.
    pub(super) fn click_stated(&mut self, x: u16, y: u16) {
        let row = row_at(layout::sheet(self.size), x, y);
        let chosen = row.map(|row| row + self.choices_top());
        let chosen = chosen.filter(|at| *at < self.shown.choosable().len());
        match (chosen, self.sheet_mut()) {
            (Some(chosen), Some(sheet)) => {
                sheet.top = chosen;
                self.open_chosen();
            }
            _ => self.overlay = None,
        }
    }
}
