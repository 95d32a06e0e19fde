//! Sheets over the view: the reasons of a verdict, the meeting card of a target, choices.

use super::sifting::{Choice, Filter};
use super::{App, Document, View, details, listing};
use crate::layout;
use crate::plan::{NodeId, Target};
use crate::words::tr;

/// What a sheet shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// The reasons of the verdict on the current target (为什么).
    Why,
    /// The meeting card of the current target (会议卡片).
    Card,
    /// The choice of what the list of targets shows (筛选); its first line is the one under the cursor.
    Filter,
    /// The choice among the targets that a paragraph states or a task serves; its first line is the one under the cursor.
    Stated(Errand),
    /// The bookmarks of the plan; its first line is the one under the cursor.
    Bookmarks,
}

/// What one chooses a target for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Errand {
    /// To open it in its list.
    Open,
    /// To see the reasons of its verdict.
    Why,
    /// To see its card.
    Card,
    /// To record something of it.
    Record,
}

/// A sheet over the view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What it shows.
    pub topic: Topic,
    /// Its first visible line.
    pub top: usize,
}

impl Document {
    /// The current target: the first of those that the current paragraph or task states or serves, elsewhere the one
    /// selected in the list. `None` if a paragraph or task has no target.
    pub fn target_at_hand(&self) -> Option<&Target> {
        match self.view {
            View::Reading | View::Tasks => {
                let first = self.targets_at_hand().first().copied()?;
                self.dossier.plan.targets.get(first)
            }
            View::Overview => {
                let scored = self.scored.and_then(|it| self.dossier.plan.targets.get(it));
                scored.or_else(|| self.selected_target())
            }
            View::Targets | View::Terms => self.selected_target(),
            View::Topic => self.target_of_topic(),
        }
    }

    /// The targets of the current paragraph or task; where the text was opened from one of them, only that.
    pub(super) fn targets_at_hand(&self) -> Vec<usize> {
        match self.view {
            View::Reading => {
                let targets = self.targets_of(self.reading.cursor);
                let behind = self.target_behind().filter(|it| targets.contains(it));
                behind.map_or(targets, |it| vec![it])
            }
            View::Tasks => self
                .selected_task()
                .map_or_else(Vec::new, |id| self.targets_of(id)),
            _ => Vec::new(),
        }
    }

    /// The targets that a paragraph states, or else those that a task serves; of a marked sentence, those that it states,
    /// or that it serves as a measure of the task.
    fn targets_of(&self, id: NodeId) -> Vec<usize> {
        let stated = self.targets_stated_at(id);
        if !stated.is_empty() {
            return stated;
        }
        let node = self.dossier.outline.node(id);
        let part = self.reading.part.as_ref();
        let part = part.filter(|_| self.view == View::Reading && id == self.reading.cursor);
        let sentence = part.map(|part| node.address_of(part));
        let mut served = Vec::new();
        for link in &self.dossier.coverage().links {
            let is_measure = link.measure == sentence || link.measure.is_none();
            let is_own = link.task == node.address && (sentence.is_none() || is_measure);
            if is_own && !served.contains(&link.target) {
                served.push(link.target);
            }
        }
        served
    }

    /// The message that there is no current target.
    pub(super) fn no_target(&self) -> &'static str {
        match self.view {
            View::Reading if self.reading.part.is_some() => tr("本句没有对应的指标"),
            View::Reading => tr("本段没有对应的指标"),
            View::Tasks => tr("此任务没有对应的指标"),
            View::Targets if self.folded_items().is_some() => tr("这一行是几项指标；按 Enter 展开"),
            View::Overview | View::Targets | View::Terms => tr("没有可显示的指标"),
            View::Topic => tr("先选一项指标"),
        }
    }
}

impl App {
    /// Opens a sheet about a target, which it selects in the list of targets, or closes it if it is open.
    pub(super) fn toggle_sheet(&mut self, topic: Topic) {
        if self.sheet().is_some_and(|sheet| sheet.topic == topic) {
            self.overlay = None;
            return;
        }
        let id = self.shown.target_at_hand().map(|target| target.id.clone());
        let mut targets = self.shown.dossier.plan.targets.iter();
        match targets.position(|target| Some(&target.id) == id.as_ref()) {
            Some(index) => self.shown.select_in_list(View::Targets, index),
            None => return self.message = Some(self.shown.no_target().to_owned()),
        }
        self.overlay = Some(Sheet { topic, top: 0 }.into());
    }

    /// Opens the choice of targets over their list, or closes it.
    pub(super) fn toggle_filter(&mut self) {
        if self.is_filter() {
            self.overlay = None;
            return;
        }
        self.shown.show(View::Targets);
        let topic = Topic::Filter;
        self.overlay = Some(Sheet { topic, top: 0 }.into());
    }

    /// The choices that the filter gives.
    pub fn choices(&self) -> Vec<Choice> {
        Choice::all(&self.shown.dossier.plan)
    }

    /// How many targets a choice alone would show in the current domain.
    pub fn choice_count(&self, choice: Choice) -> usize {
        let document = &self.shown;
        let filter = Filter {
            choices: vec![choice],
            only_counted: false,
        };
        let rows = listing::targets(&document.dossier.plan, document.domain_name());
        let of = |item: &usize| {
            let target = document.dossier.plan.targets.get(*item)?;
            Some((target, document.assessment.evaluations.get(*item)?))
        };
        let items = rows.iter().filter_map(|row| match row {
            listing::Row::Item(item) => of(item),
            _ => None,
        });
        items
            .filter(|(target, evaluation)| filter.admits(target, evaluation, None))
            .count()
    }

    /// The first choice of the filter that is in view.
    pub fn choices_top(&self) -> usize {
        let height = usize::from(layout::sheet(self.size).height);
        let at = self.sheet().map_or(0, |sheet| sheet.top);
        (at + 1).saturating_sub(height)
    }

    pub(super) fn is_filter(&self) -> bool {
        self.sheet()
            .is_some_and(|sheet| sheet.topic == Topic::Filter)
    }

    pub(super) fn is_card(&self) -> bool {
        self.sheet().is_some_and(|sheet| sheet.topic == Topic::Card)
    }

    /// Scrolls the sheet; on a card selects the next or previous target.
    pub(super) fn move_sheet(&mut self, by: isize) {
        if self.is_card() {
            let rows = self.shown.target_rows();
            listing::move_by(&mut self.shown.targets, by, &rows);
        } else {
            let last = self.last_choice();
            if let Some(sheet) = self.sheet_mut() {
                sheet.top = sheet.top.saturating_add_signed(by);
                sheet.top = sheet.top.min(last.unwrap_or(usize::MAX));
            }
        }
    }

    /// The last line that the cursor of the sheet can stand on; `None` if it has no cursor.
    fn last_choice(&self) -> Option<usize> {
        let lines = match self.sheet()?.topic {
            Topic::Filter => self.choices().len(),
            Topic::Stated(errand) => self.shown.choosable(errand).len(),
            Topic::Bookmarks => self.shown.bookmarks().len(),
            Topic::Why | Topic::Card => return None,
        };
        Some(lines.saturating_sub(1))
    }

    /// Keeps the sheet's viewport within its lines.
    pub(super) fn settle_sheet(&mut self) {
        let Some(sheet) = self.sheet().filter(|_| self.last_choice().is_none()) else {
            return;
        };
        let height = usize::from(layout::sheet(self.size).height);
        let last = self.sheet_lines(sheet.topic).saturating_sub(height);
        if let Some(sheet) = self.sheet_mut() {
            sheet.top = sheet.top.min(last);
        }
    }

    fn sheet_lines(&self, topic: Topic) -> usize {
        match topic {
            Topic::Why => self.reasons().len(),
            Topic::Card | Topic::Filter | Topic::Stated(_) | Topic::Bookmarks => 0,
        }
    }

    /// The reasons of the verdict on the current target.
    pub fn reasons(&self) -> Vec<details::DetailLine> {
        let columns = layout::sheet(self.size).width;
        self.shown.target_at_hand().map_or_else(Vec::new, |target| {
            details::why(&self.shown, target, columns)
        })
    }
}
