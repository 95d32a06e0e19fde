//! Jumps between lists and text, and the history of places.

use std::ops::Range;

use super::history::Place;
use super::list::Cursor;
use super::sifting::Filter;
use super::{App, Document, Errand, Focus, View, listing};
use crate::plan::{NodeId, NodeKind};
use crate::words::{say, tr};

impl Document {
    pub(super) fn show(&mut self, view: View) {
        if view != self.view {
            self.history.leave(self.place());
            self.view = view;
        }
    }

    /// Selects an item of a list, in all domains if it is not in the current one.
    pub(super) fn select_in_list(&mut self, view: View, item: usize) {
        self.show(view);
        let rows = |document: &Self| match view {
            View::Tasks => document.task_rows(),
            _ => document.target_rows(),
        };
        if !rows(self).contains(&listing::Row::Item(item)) {
            self.domain = None;
        }
        if view == View::Targets && !rows(self).contains(&listing::Row::Item(item)) {
            self.filter = Filter::default();
            self.unfold_for(item);
        }
        let rows = rows(self);
        let cursor = if view == View::Tasks {
            &mut self.tasks
        } else {
            &mut self.targets
        };
        listing::select(cursor, item, &rows);
    }

    /// Whether there is a place to go back to.
    pub fn has_past(&self) -> bool {
        self.history.last().is_some()
    }

    /// The list from which the cursor's node was opened, while the cursor stays there.
    fn list_behind(&self) -> Option<View> {
        let last = self.history.last()?.view;
        let is_list = matches!(
            last,
            View::Targets | View::Tasks | View::Terms | View::Topic
        );
        (is_list && self.arrived == Some(self.reading.cursor)).then_some(last)
    }

    /// The target from whose row the text was opened, while the cursor stays there.
    pub(super) fn target_behind(&self) -> Option<usize> {
        let is_behind = self.list_behind() == Some(View::Targets);
        let rows = is_behind.then(|| self.target_rows())?;
        listing::selected(&rows, self.targets)
    }

    /// The list that Enter leads to from the text: the one it was opened from, else that of the paragraph's targets or
    /// its task. `None` if there is none.
    pub fn behind_text(&self) -> Option<View> {
        let node = self.reading.cursor;
        self.list_behind().or_else(|| {
            if !self.targets_stated_at(node).is_empty() {
                Some(View::Targets)
            } else if self.dossier.outline.node(node).kind == NodeKind::Task {
                Some(View::Tasks)
            } else {
                None
            }
        })
    }

    /// Whether words that stand in a node are marked, if anything of it is.
    fn is_in_mark(&self, node: NodeId, words: &str) -> bool {
        let own = self.reading.part.as_ref();
        let Some(part) = own.filter(|_| node == self.reading.cursor) else {
            return true;
        };
        let reading = self.dossier.outline.node(node).prose.reading();
        let found = reading.find(words);
        found.is_some_and(|start| start < part.end && part.start < start + words.len())
    }

    /// The indices of the targets that a paragraph states, or the sentence of it that is marked; the one whose quotation
    /// is marked comes first.
    pub fn targets_stated_at(&self, node: NodeId) -> Vec<usize> {
        let address = self.dossier.outline.node(node).address;
        let reading = self.dossier.outline.node(node).prose.reading();
        let marked = self
            .reading
            .quote
            .as_ref()
            .filter(|(quoted, _)| *quoted == node);
        let marked = marked.and_then(|(_, words)| reading.get(words.clone()));
        let all = self.dossier.plan.targets.iter().enumerate();
        let mut stated: Vec<_> = all
            .filter(|(_, t)| t.citation.at.block() == address)
            .filter(|(_, t)| self.is_in_mark(node, &t.citation.quote))
            .collect();
        stated.sort_by_key(|(_, target)| Some(target.citation.quote.as_str()) != marked);
        stated.into_iter().map(|(index, _)| index).collect()
    }

    /// The task that is marked in the text, unless what is marked states a target.
    pub(super) fn task_at_hand(&self) -> Option<NodeId> {
        let node = self.reading.cursor;
        let is_task = self.dossier.outline.node(node).kind == NodeKind::Task;
        (is_task && self.targets_stated_at(node).is_empty()).then_some(node)
    }

    pub(super) fn place(&self) -> Place {
        Place {
            view: self.view,
            reading: self.reading.anchor(),
            focus: self.reading.focus,
            contents: self.reading.toc.cursor,
            quote: self.reading.quote.clone(),
            part: self.reading.part.clone(),
            domain: self.domain,
            filter: self.filter.clone(),
            targets: self.targets,
            tasks: self.tasks,
            terms: self.terms,
            topic: self.topic.clone(),
        }
    }

    pub(super) fn go_back_to(&mut self, place: Place) {
        self.view = place.view;
        self.domain = place.domain;
        self.filter = place.filter;
        self.targets = place.targets;
        self.tasks = place.tasks;
        self.terms = place.terms;
        self.topic = place.topic;
        self.reading.restore(place.reading);
        self.reading.focus = place.focus;
        self.reading.toc.cursor = place.contents;
        self.reading
            .toc
            .follow(&self.dossier.outline, place.reading.cursor);
        self.reading.quote = place.quote;
        self.reading.part = place.part;
    }
}

impl App {
    pub(super) fn open(&mut self) {
        match (self.shown.view, self.shown.reading.focus) {
            (View::Overview, _) => self.open_door(),
            (View::Reading, Focus::Toc) => self.shown.enter_text(),
            (View::Reading, Focus::Text) if self.shown.list_behind().is_some() => self.back(),
            (View::Reading, Focus::Text) => self.run(Errand::Open),
            (View::Targets, _) => match self.shown.selected_fold() {
                Some(group) => self.shown.toggle_fold(&group),
                None => self.open_target(),
            },
            (View::Tasks, _) => self.open_task(),
            (View::Topic, _) => self.open_item(),
            (View::Terms, _) => {
                if let Some(term) = self.shown.selected_term() {
                    self.walk_term(term);
                    self.shown.arrived = Some(self.shown.reading.cursor);
                }
            }
        }
    }

    /// Opens the sentence that states the selected target.
    fn open_target(&mut self) {
        let Some(target) = self.shown.selected_target() else {
            return;
        };
        let (at, quote) = (target.citation.at, target.citation.quote.clone());
        if let Some(id) = self.shown.dossier.outline.at(at) {
            let reading = self.shown.dossier.outline.node(id).prose.reading();
            let found = reading.find(&quote).map(|start| start..start + quote.len());
            self.jump(id, found);
            self.shown.arrived = Some(id);
        }
    }

    fn open_task(&mut self) {
        if let Some(id) = self.shown.selected_task() {
            let lead = 0..self.shown.dossier.outline.node(id).lead;
            self.jump(id, Some(lead));
            // The lead names the task, but the task is the paragraph.
            self.shown.reading.mark(id);
            self.shown.arrived = Some(id);
        }
    }

    /// Opens the target or task of the current paragraph in its list.
    pub(super) fn open_what_is_stated(&mut self) {
        let node = self.shown.reading.cursor;
        let stated = self.shown.targets_stated_at(node);
        if let Some(&target) = stated.first() {
            self.shown.select_in_list(View::Targets, target);
        } else if self.shown.dossier.outline.node(node).kind == NodeKind::Task {
            self.shown.select_in_list(View::Tasks, node);
        } else {
            let message = if self.shown.reading.part.is_some() {
                tr("本句没有提出指标，也不是任务")
            } else {
                tr("本段没有提出指标，也不是任务")
            };
            self.message = Some(message.to_owned());
        }
    }

    /// Goes to a node of the text, and marks words there.
    pub(super) fn jump(&mut self, id: NodeId, words: Option<Range<usize>>) {
        self.shown.history.leave(self.shown.place());
        self.shown.view = View::Reading;
        self.shown.reading.focus = Focus::Text;
        self.settle();
        self.shown.reading.go_to(id);
        if let Some(words) = words {
            self.shown
                .reading
                .show(&self.shown.dossier.outline, id, &words);
            self.shown.reading.quote = Some((id, words));
        }
    }

    pub(super) fn back(&mut self) {
        match self.shown.history.back(self.shown.place()) {
            Some(place) => self.shown.go_back_to(place),
            None => self.message = Some(tr("没有更早的位置").to_owned()),
        }
    }

    pub(super) fn forward(&mut self) {
        match self.shown.history.forward(self.shown.place()) {
            Some(place) => self.shown.go_back_to(place),
            None => self.message = Some(tr("没有更晚的位置").to_owned()),
        }
    }

    /// Filters the lists by a domain; in other views shows the targets.
    pub(super) fn narrow(&mut self, domain: Option<usize>) {
        if domain.is_some_and(|index| index >= self.shown.dossier.plan.domains.len()) {
            self.message = Some(say!(
                "本规划只有 {n} 个领域",
                n = self.shown.dossier.plan.domains.len()
            ));
            return;
        }
        let (target, task) = (
            listing::selected(&self.shown.target_rows(), self.shown.targets),
            self.shown.selected_task(),
        );
        if !matches!(self.shown.view, View::Targets | View::Tasks) {
            self.shown.show(View::Targets);
        }
        self.shown.domain = domain;
        self.shown.targets = Cursor::default();
        self.shown.tasks = Cursor::default();
        let (target_rows, task_rows) = (self.shown.target_rows(), self.shown.task_rows());
        if let Some(target) = target {
            listing::select(&mut self.shown.targets, target, &target_rows);
        }
        if let Some(task) = task {
            listing::select(&mut self.shown.tasks, task, &task_rows);
        }
    }
}
