//! The review (审阅): a list of what an import proposed or was not sure of, and what a person decides on each.
//!
//! A decision is an effect: the plan file is written outside, and what it then says comes back as the plan.

mod choice;
mod reviewed;
mod told;

use super::action::{Answer, Aspect, Resume};
use super::list::Cursor;
use super::moving::{half_screens, screens};
use super::{Action, App, Document, DocumentId, Effect};
use crate::layout;
use crate::plan::{Doubt, NodeId, Target};
use crate::records::PlanFile;
use crate::review::{Decision, Item, Patch, items};
use crate::words::{say, tr};

pub use self::choice::Choice;
pub use self::reviewed::Reviewed;
pub use self::told::{Summary, Told, summary, told};

/// The review over the view.
#[derive(Clone, Debug, Default)]
pub struct Review {
    /// What may be chosen for the selected target, and which of it is selected; `None` while nothing is being chosen.
    pub choice: Option<(Vec<Choice>, Cursor)>,
}

impl Document {
    /// Everything to be reviewed.
    pub fn review_items(&self) -> Vec<Item> {
        items(&self.dossier.plan, &self.dossier.outline)
    }

    /// How many proposed targets and how many doubts there are to be reviewed.
    pub fn unreviewed(&self) -> (usize, usize) {
        let plan = &self.dossier.plan;
        let targets = plan.targets.iter().filter(|it| it.proposed.is_some());
        (targets.count(), plan.doubts.len())
    }

    /// The target of an item.
    pub fn reviewed_target(&self, item: Item) -> Option<&Target> {
        match item {
            Item::Target(n) => self.dossier.plan.targets.get(n),
            Item::Doubt(_) => None,
        }
    }

    /// The doubt of an item.
    pub fn reviewed_doubt(&self, item: Item) -> Option<&Doubt> {
        match item {
            Item::Doubt(n) => self.dossier.plan.doubts.get(n),
            Item::Target(_) => None,
        }
    }

    /// The place of an item in the text, and the words there.
    pub fn reviewed_words(&self, item: Item) -> Option<(NodeId, Option<&str>)> {
        let (at, quote) = match item {
            Item::Target(n) => {
                let citation = &self.dossier.plan.targets.get(n)?.citation;
                (citation.at, Some(citation.quote.as_str()))
            }
            Item::Doubt(n) => {
                let doubt = self.dossier.plan.doubts.get(n)?;
                (doubt.at, doubt.quote.as_deref())
            }
        };
        Some((self.dossier.outline.at(at.block())?, quote))
    }

    /// The selected item.
    fn selected_item(&self) -> Option<Item> {
        let items = self.review_items();
        items.get(self.reviewed.cursor.selected).copied()
    }
}

impl App {
    /// Opens the review, if there is anything to review or to take back.
    pub fn open_review(&mut self) {
        if self.shown.review_items().is_empty() && self.shown.reviewed.last().is_none() {
            self.message = Some(tr("没有待确认的指标，也没有存疑之处").to_owned());
            return;
        }
        self.overlay = Some(Review::default().into());
    }

    /// Carries out an action in the review.
    pub(super) fn act_in_review(&mut self, action: &Action) -> Option<Effect> {
        let height = isize::from(self.review_areas().list.height as i16);
        let is_choosing = self.is_choosing();
        match action {
            Action::Move(by) => self.move_review(*by),
            Action::Scroll(by) => self.move_review(half_screens(*by, height)),
            Action::Page(by) => self.move_review(screens(*by, height)),
            Action::Top => self.move_review(isize::MIN),
            Action::Bottom => self.move_review(isize::MAX),
            Action::Wheel(.., notches) => self.move_review(*notches),
            // While something is being chosen, only that can be done.
            Action::Answer(_) | Action::Correct(_) | Action::Undo | Action::Click(..)
                if is_choosing => {}
            Action::Click(_, y) => self.click_review(*y),
            Action::Answer(answer) => return self.answer(*answer),
            Action::Correct(aspect) => self.choose(*aspect),
            Action::Domain(Some(n)) if is_choosing => return self.choose_by_number(*n),
            Action::Open => return self.open_in_review(),
            Action::Undo => return self.take_back(),
            Action::Cancel => self.close_review(),
            _ => {}
        }
        None
    }

    /// Whether something is being chosen for the selected target.
    pub fn is_choosing(&self) -> bool {
        self.review().is_some_and(|it| it.choice.is_some())
    }

    fn review_areas(&self) -> layout::Review {
        layout::review(self.size, self.shown.review_items().len())
    }

    fn move_review(&mut self, by: isize) {
        let len = self.shown.review_items().len();
        match self.review_mut().and_then(|review| review.choice.as_mut()) {
            Some((choices, cursor)) => cursor.move_by(by, choices.len()),
            None => self.shown.reviewed.cursor.move_by(by, len),
        }
    }

    fn click_review(&mut self, y: u16) {
        let list = self.review_areas().list;
        if (list.y..list.bottom()).contains(&y) {
            let len = self.shown.review_items().len();
            let cursor = &mut self.shown.reviewed.cursor;
            cursor.select(cursor.top + usize::from(y - list.y), len);
        }
    }

    /// The decision that an answer to the selected item is.
    fn answer(&mut self, answer: Answer) -> Option<Effect> {
        let item = self.shown.selected_item()?;
        let target = self.shown.reviewed_target(item).map(|it| it.id.clone());
        let doubt = self.shown.reviewed_doubt(item).cloned();
        let decision = match (target, doubt, answer) {
            (Some(id), _, Answer::Yes) => Decision::Confirm(id),
            (Some(id), _, Answer::No) => Decision::Reject(id),
            (None, doubt, Answer::Yes) => Decision::Settle(doubt?),
            (None, doubt, Answer::No) => Decision::Keep(doubt?),
        };
        self.decide(decision)
    }

    /// Asks for a decision to be written; of a plan in memory first where to keep it.
    fn decide(&mut self, decision: Decision) -> Option<Effect> {
        if self.shown.home.is_memory() {
            self.ask_where_to_keep(Resume::Review);
            return None;
        }
        if !self.shown.home.is_file() {
            self.message = Some(tr("内置的规划不能改").to_owned());
            return None;
        }
        Some(Effect::Decide(self.shown.id, Box::new(decision)))
    }

    fn choose(&mut self, aspect: Aspect) {
        let item = self.shown.selected_item();
        let target = item.and_then(|item| self.shown.reviewed_target(item));
        let Some(target) = target else {
            self.message = Some(tr("类型、年份、领域是指标的").to_owned());
            return;
        };
        let choices = choice::all(aspect, target, &self.shown.dossier);
        if choices.is_empty() {
            self.message = Some(tr("没有可选的").to_owned());
            return;
        }
        let mut cursor = Cursor::default();
        let own = choices.iter().position(|choice| choice.is_current);
        cursor.select(own.unwrap_or(0), choices.len());
        if let Some(review) = self.review_mut() {
            review.choice = Some((choices, cursor));
        }
    }

    /// Takes the choice with this number, from 0, if there is one.
    fn choose_by_number(&mut self, n: usize) -> Option<Effect> {
        let (choices, cursor) = self.review_mut()?.choice.as_mut()?;
        if n >= choices.len() {
            return None;
        }
        cursor.select(n, choices.len());
        self.open_in_review()
    }

    /// Takes what is being chosen, or goes to the place in the text.
    fn open_in_review(&mut self) -> Option<Effect> {
        let chosen = self.review_mut().and_then(|review| review.choice.take());
        if let Some((choices, cursor)) = chosen {
            let choice = choices.into_iter().nth(cursor.selected)?;
            if choice.is_current {
                self.message = Some(tr("和现在一样，没有改动").to_owned());
                return None;
            }
            return self.decide(choice.decision);
        }
        let item = self.shown.selected_item()?;
        let (node, quote) = self.shown.reviewed_words(item)?;
        let reading = self.shown.dossier.outline.node(node).prose.reading();
        let range = quote.and_then(|quote| {
            let at = reading.find(quote)?;
            Some(at..at + quote.len())
        });
        self.overlay = None;
        self.jump(node, range);
        None
    }

    fn close_review(&mut self) {
        let was_choosing = self.review_mut().and_then(|review| review.choice.take());
        if was_choosing.is_none() {
            self.overlay = None;
        }
    }

    fn take_back(&mut self) -> Option<Effect> {
        let Some(patch) = self.shown.reviewed.last().cloned() else {
            self.message = Some(tr("没有可撤回的审阅").to_owned());
            return None;
        };
        Some(Effect::TakeBack(self.shown.id, Box::new(patch)))
    }

    /// A decision was written: the plan file says this now, and what was changed in it.
    pub fn decided(&mut self, id: DocumentId, told: &str, file: PlanFile, patch: Patch) {
        if let Some(document) = self.document_mut(id) {
            document.set_plan(file);
            document.reviewed.decided(patch);
        }
        self.settle();
        self.message = Some(say!("{told}（U 撤回）", told));
    }

    /// The last decision was taken back: the plan file says this now.
    pub fn taken_back(&mut self, id: DocumentId, file: PlanFile) {
        if let Some(document) = self.document_mut(id) {
            document.set_plan(file);
            document.reviewed.taken_back();
        }
        self.settle();
        self.message = Some(tr("已撤回").to_owned());
    }

    /// A decision could not be written or taken back.
    pub fn undecided(&mut self, problem: String) {
        self.message = Some(problem);
    }

    /// Keeps the selection within the list, and in view.
    pub(super) fn settle_review(&mut self) {
        let areas = self.review_areas();
        let len = self.shown.review_items().len();
        let cursor = &mut self.shown.reviewed.cursor;
        cursor.select(cursor.selected, len);
        cursor.keep_in_view(usize::from(areas.list.height), len);
        let height = usize::from(areas.told.height);
        if let Some((choices, cursor)) = self.review_mut().and_then(|it| it.choice.as_mut()) {
            cursor.keep_in_view(height, choices.len());
        }
    }
}
