//! The page of a topic: its lines, what in them can be selected, and where that leads.

mod lines;
mod page;

use std::rc::Rc;

use ratatui::layout::Rect;

pub use self::lines::{PageLine, in_lines, in_two, summary_within};
pub use self::page::{Door, TopicPage};
use super::details::Role;
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
        self.index();
        let index = self.index.as_ref()?;
        may_be_topic(typed)
            .then(|| Answer::of(&self.dossier, index, typed))?
            .map(Rc::new)
    }

    /// The same of what the finder has found.
    pub(super) fn topic_found(&self, typed: &str) -> Option<Rc<Answer>> {
        let index = self.index.as_ref()?;
        let answer = || Answer::of_hits(&self.dossier, index, typed, &self.finder.hits);
        may_be_topic(typed).then(answer)?.map(Rc::new)
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

/// A column without the gap that parts it from what stands above it on a page of one column.
fn without_first_gap((area, mut lines): (Rect, Vec<PageLine>)) -> (Rect, Vec<PageLine>) {
    if lines.first().is_some_and(|it| it.line.role == Role::Gap) {
        lines.remove(0);
    }
    (area, lines)
}

/// Whether something typed may be a topic: it has words, and does not ask for one kind of hits.
fn may_be_topic(typed: &str) -> bool {
    let query = Query::parse(typed);
    query.kinds().is_empty() && query.has_words()
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
        let cursor = Cursor::default();
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

    /// The lines of the page, each column in its area: one column, or two where the screen is wide and high enough for
    /// all of both; none if no topic was asked for.
    pub fn topic_columns(&self) -> Vec<(Rect, Vec<PageLine>)> {
        let Some(page) = &self.shown.topic else {
            return Vec::new();
        };
        if let Some(areas) = layout::overview_columns(self.size) {
            let columns = in_two(&self.shown, &page.answer, areas.map(|it| it.width));
            let mut both = areas.into_iter().zip(columns);
            let both = [both.next(), both.next()].into_iter().flatten();
            let both: Vec<_> = both.map(without_first_gap).collect();
            if both
                .iter()
                .all(|(area, lines)| lines.len() <= usize::from(area.height))
            {
                return both;
            }
        }
        let area = layout::overview(self.size);
        vec![(area, in_lines(&self.shown, &page.answer, area.width))]
    }

    /// Keeps the selected item of the page in view; with the first one all that stands above it.
    pub(super) fn settle_topic(&mut self) {
        if self.shown.view != View::Topic {
            return;
        }
        let columns = self.topic_columns();
        let Some(page) = &mut self.shown.topic else {
            return;
        };
        let [(area, lines)] = columns.as_slice() else {
            page.cursor.top = 0;
            return;
        };
        let height = usize::from(area.height).saturating_sub(1).max(1);
        let own = |line: &PageLine| line.item == Some(page.cursor.selected);
        let first = lines.iter().position(own).unwrap_or(0);
        let last = lines.iter().rposition(own).unwrap_or(first);
        let first = if page.cursor.selected == 0 { 0 } else { first };
        let lowest = (last + 1).saturating_sub(height).min(first);
        page.cursor.top = page.cursor.top.clamp(lowest, first);
    }

    /// Selects the item under the mouse; opens it if it is selected.
    pub(super) fn click_topic(&mut self, x: u16, y: u16) {
        let columns = self.topic_columns();
        let Some(page) = &mut self.shown.topic else {
            return;
        };
        let mut hits = columns.iter().filter_map(|(area, lines)| {
            let row = row_at(*area, x, y)?;
            lines.get(page.cursor.top + row)?.item
        });
        let item = hits.next();
        match item {
            Some(item) if item == page.cursor.selected => self.open_item(),
            Some(item) => page.cursor.selected = item,
            None => {}
        }
    }
}
