//! The choice among the targets of what is marked, where a key could mean several of them.

use super::pointing::row_at;
use super::side::About;
use super::{App, Document, Errand, Sheet, Topic, View};
use crate::layout;
use crate::plan::NodeKind;

impl Document {
    /// The targets that an errand could mean: what reasons and cards tell of is also what a task serves.
    fn targets_for(&self, errand: Errand) -> Vec<usize> {
        match (errand, self.view) {
            (Errand::Why | Errand::Card, _) => self.targets_at_hand(),
            (Errand::Record, View::Reading) if self.task_at_hand().is_none() => {
                self.targets_at_hand()
            }
            (Errand::Open, View::Reading) => self.targets_stated_at(self.reading.cursor),
            _ => Vec::new(),
        }
    }

    /// What an errand can lead to from what is marked: targets, then the task that it is.
    pub fn choosable(&self, errand: Errand) -> Vec<About> {
        let node = self.reading.cursor;
        let targets = self.targets_for(errand).into_iter().map(About::Target);
        let is_of_task = matches!(errand, Errand::Open | Errand::Record);
        let is_of_task = is_of_task && self.view == View::Reading;
        let is_task = is_of_task && self.dossier.outline.node(node).kind == NodeKind::Task;
        targets
            .chain(is_task.then_some(About::Task(node)))
            .collect()
    }
}

impl App {
    /// Does an errand with the target at hand; of several lets one choose.
    pub(super) fn run(&mut self, errand: Errand) {
        if self.shown.targets_for(errand).len() > 1 {
            let topic = Topic::Stated(errand);
            self.overlay = Some(Sheet { topic, top: 0 }.into());
            return;
        }
        match errand {
            Errand::Open => self.open_what_is_stated(),
            Errand::Why => self.toggle_sheet(Topic::Why),
            Errand::Card => self.toggle_sheet(Topic::Card),
            Errand::Record => self.open_form(),
        }
    }

    /// What one is choosing a target for.
    pub(super) fn choosing_for(&self) -> Option<Errand> {
        match self.sheet()?.topic {
            Topic::Stated(errand) => Some(errand),
            _ => None,
        }
    }

    /// Does the errand with what is chosen.
    pub(super) fn take_chosen(&mut self) {
        let Some(errand) = self.choosing_for() else {
            return;
        };
        let at = self.sheet().map_or(0, |sheet| sheet.top);
        self.overlay = None;
        match (errand, self.shown.choosable(errand).get(at)) {
            (Errand::Record, Some(About::Target(target))) => self.open_form_for(*target),
            (Errand::Record, Some(About::Task(node))) => self.open_form_for_task(*node),
            (_, Some(About::Task(node))) => self.shown.select_in_list(View::Tasks, *node),
            (_, Some(About::Target(target))) => {
                self.shown.select_in_list(View::Targets, *target);
                match errand {
                    Errand::Why => self.toggle_sheet(Topic::Why),
                    Errand::Card => self.toggle_sheet(Topic::Card),
                    Errand::Open | Errand::Record => {}
                }
            }
            _ => {}
        }
    }

    /// A click on a row of the choice takes it; elsewhere it closes the choice.
    pub(super) fn click_stated(&mut self, x: u16, y: u16) {
        let row = row_at(layout::sheet(self.size), x, y);
        let chosen = row.map(|row| row + self.choices_top());
        let errand = self.choosing_for();
        let choices = errand.map_or(0, |errand| self.shown.choosable(errand).len());
        match (chosen.filter(|at| *at < choices), self.sheet_mut()) {
            (Some(chosen), Some(sheet)) => {
                sheet.top = chosen;
                self.take_chosen();
            }
            _ => self.overlay = None,
        }
    }
}
