//! The page of a topic: its lines, what in them can be selected, and where that leads.

mod lines;
mod page;

use std::rc::Rc;

pub use self::lines::{PageLine, in_lines, summary_within};
pub use self::page::{Door, TopicPage};
use super::pointing::row_at;
use super::{Action, App, Cursor, Document, Find, View};
use crate::layout;
use crate::plan::Target;
use crate::search::Query;
use crate::topic::Answer;
use crate::words::say;

impl Document {
    /// What the plan says on what was typed as a topic; nothing if one kind of hits is asked for.
    pub(super) fn topic_of(&mut self, typed: &str) -> Option<Rc<Answer>> {
        let query = Query::parse(typed);
        if !query.kinds().is_empty() || !query.has_words() {
            return None;
        }
        self.index();
        let index = self.index.as_ref()?;
        Answer::of(&self.dossier, index, typed).map(Rc::new)
    }

    pub(super) fn move_in_topic(&mut self, by: isize) {
        if let Some(page) = &mut self.topic {
            let len = page.doors().len();
            page.cursor.move_by(by, len);
        }
    }

    /// The target that is selected in the page of a topic.
    pub(super) fn target_of_topic(&self) -> Option<&Target> {
        match self.topic.as_ref()?.selected()? {
            Door::Target(index) => self.dossier.plan.targets.get(index),
            _ => None,
        }
    }
}

impl App {
    /// Shows what is found of words: their topic, else what the finder finds.
    pub fn ask(&mut self, words: &str) {
        self.update(Action::Paste(words.to_owned()));
        if self.topic_selected().is_some() {
            self.update(Action::Submit);
        }
    }

    /// The topic that is selected in the finder.
    pub(super) fn topic_selected(&self) -> Option<Rc<Answer>> {
        let finder = &self.shown.finder;
        finder.topic.clone().filter(|_| finder.is_on_topic)
    }

    /// Shows the page of a topic. What was typed is remembered and can be walked through in the text.
    pub(super) fn open_topic(&mut self, answer: Rc<Answer>, typed: &str) {
        self.shown.history.leave(self.shown.place());
        let matches = self.shown.index().matches_in_document(&Query::parse(typed));
        self.shown.find = Find::new(matches, typed, 0);
        self.shown.finder.remember(typed.trim());
        self.shown.view = View::Topic;
        let cursor = Cursor {
            selected: answer.meanings.iter().map(|it| it.others.len()).sum(),
            top: 0,
        };
        self.shown.topic = Some(TopicPage { answer, cursor });
    }

    /// Opens the selected item of the page.
    pub(super) fn open_item(&mut self) {
        let door = self.shown.topic.as_ref().and_then(TopicPage::selected);
        match door {
            None => {}
            Some(Door::Target(index)) => self.shown.select_in_list(View::Targets, index),
            Some(Door::Task(node)) => {
                let lead = 0..self.shown.dossier.outline.node(node).lead;
                self.jump(node, Some(lead));
                self.shown.arrived = Some(node);
            }
            Some(Door::Place(node, place)) => {
                self.jump(node, Some(place.words));
                self.shown.arrived = Some(node);
            }
            Some(Door::Topic(words)) => match self.shown.topic_of(&words) {
                Some(answer) => self.open_topic(answer, &words),
                None => self.message = Some(say!("没有找到“{query}”", query = words)),
            },
        }
    }

    /// The lines of the page; none if no topic was asked for.
    pub fn topic_lines(&self) -> Vec<PageLine> {
        let columns = layout::overview(self.size).width;
        let page = self.shown.topic.as_ref();
        page.map_or_else(Vec::new, |page| {
            in_lines(&self.shown, &page.answer, columns)
        })
    }

    /// Keeps the selected item of the page in view; with the first one all that stands above it.
    pub(super) fn settle_topic(&mut self) {
        if self.shown.view != View::Topic {
            return;
        }
        let height = usize::from(layout::overview(self.size).height)
            .saturating_sub(1)
            .max(1);
        let lines = self.topic_lines();
        let Some(page) = &mut self.shown.topic else {
            return;
        };
        let own = |line: &PageLine| line.item == Some(page.cursor.selected);
        let first = lines.iter().position(own).unwrap_or(0);
        let last = lines.iter().rposition(own).unwrap_or(first);
        let first = if page.cursor.selected == 0 { 0 } else { first };
        let lowest = (last + 1).saturating_sub(height).min(first);
        page.cursor.top = page.cursor.top.clamp(lowest, first);
    }

    /// Selects the item under the mouse; opens it if it is selected.
    pub(super) fn click_topic(&mut self, x: u16, y: u16) {
        let Some(row) = row_at(layout::overview(self.size), x, y) else {
            return;
        };
        let lines = self.topic_lines();
        let Some(page) = &mut self.shown.topic else {
            return;
        };
        let item = lines.get(page.cursor.top + row).and_then(|line| line.item);
        match item {
            Some(item) if item == page.cursor.selected => self.open_item(),
            Some(item) => page.cursor.selected = item,
            None => {}
        }
    }
}
