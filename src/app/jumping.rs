//! Going from place to place, and back.

use std::ops::Range;

use super::list::Cursor;
use super::reading::Anchor;
use super::{App, Focus, View, listing};
use crate::plan::NodeId;

/// A place that one can go back to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) view: View,
    pub(super) reading: Anchor,
    pub(super) quote: Option<(NodeId, Range<usize>)>,
    pub(super) domain: Option<usize>,
    pub(super) targets: Cursor,
    pub(super) tasks: Cursor,
}

impl App {
    pub(super) fn show(&mut self, view: View) {
        if view != self.view {
            self.history.leave(self.place());
            self.view = view;
        }
    }

    pub(super) fn open(&mut self) {
        match self.view {
            View::Overview => self.show(View::Reading),
            View::Reading => self.reading.focus = Focus::Text,
            View::Targets => {
                let cited = self.selected_target().map(|target| target.citation.clone());
                if let Some((id, citation)) = cited.and_then(|c| Some((self.outline.at(c.at)?, c)))
                {
                    let reading = self.outline.node(id).prose.reading();
                    let words = reading
                        .find(&citation.quote)
                        .map(|at| at..at + citation.quote.len());
                    self.jump(id, words);
                }
            }
            View::Tasks => {
                if let Some(id) = self.selected_task() {
                    let lead = 0..self.outline.node(id).lead;
                    self.jump(id, Some(lead));
                }
            }
        }
    }

    /// Goes to a place in the text, and marks words there.
    pub(super) fn jump(&mut self, id: NodeId, words: Option<Range<usize>>) {
        self.history.leave(self.place());
        self.view = View::Reading;
        self.reading.focus = Focus::Text;
        self.settle();
        self.reading.go_to(id);
        if let Some(words) = words {
            self.reading.show(id, &words);
            self.reading.quote = Some((id, words));
        }
    }

    pub(super) fn place(&self) -> Place {
        Place {
            view: self.view,
            reading: self.reading.anchor(),
            quote: self.reading.quote.clone(),
            domain: self.domain,
            targets: self.targets,
            tasks: self.tasks,
        }
    }

    pub(super) fn go_back_to(&mut self, place: Place) {
        self.view = place.view;
        self.domain = place.domain;
        self.targets = place.targets;
        self.tasks = place.tasks;
        self.reading.restore(place.reading);
        self.reading.quote = place.quote;
    }

    pub(super) fn back(&mut self) {
        match self.history.back(self.place()) {
            Some(place) => self.go_back_to(place),
            None => self.message = Some("没有更早的位置".to_owned()),
        }
    }

    pub(super) fn forward(&mut self) {
        match self.history.forward(self.place()) {
            Some(place) => self.go_back_to(place),
            None => self.message = Some("没有更晚的位置".to_owned()),
        }
    }

    /// Narrows the lists to a domain; from the other views the key leads to the targets of it.
    pub(super) fn narrow(&mut self, domain: Option<usize>) {
        if domain.is_some_and(|index| index >= self.plan.domains.len()) {
            self.message = Some(format!("本规划只有 {} 个领域", self.plan.domains.len()));
            return;
        }
        let (target, task) = (
            listing::selected(&self.target_rows(), self.targets),
            self.selected_task(),
        );
        if !matches!(self.view, View::Targets | View::Tasks) {
            self.show(View::Targets);
        }
        self.domain = domain;
        self.targets = Cursor::default();
        self.tasks = Cursor::default();
        let (target_rows, task_rows) = (self.target_rows(), self.task_rows());
        if let Some(target) = target {
            listing::select(&mut self.targets, target, &target_rows);
        }
        if let Some(task) = task {
            listing::select(&mut self.tasks, task, &task_rows);
        }
    }
}
