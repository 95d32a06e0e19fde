//! The state of the page of a topic, and what its items lead to.

use std::rc::Rc;

use super::super::list::Cursor;
use crate::plan::NodeId;
use crate::topic::{Answer, Place, Promise};

/// A topic with the selection in its page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicPage {
    /// What the plan says on it.
    pub answer: Rc<Answer>,
    /// The selected one of its items, and the first visible line.
    pub cursor: Cursor,
}

/// What an item of the page leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Door {
    /// A target in its list, by its index in the plan.
    Target(usize),
    /// A task in the text.
    Task(NodeId),
    /// A sentence or heading of the text.
    Place(NodeId, Place),
    /// Another topic.
    Topic(String),
}

impl TopicPage {
    /// The items of the page, from top to bottom.
    pub fn doors(&self) -> Vec<Door> {
        let answer = &self.answer;
        let others = answer.meanings.iter().flat_map(|it| &it.others);
        let others = others.cloned().map(Door::Topic);
        let target = |it: &Promise| Door::Target(it.target);
        let targets = answer.foremost().iter().map(target);
        let remote = answer.remote().iter().map(target);
        let tasks = answer.tasks.iter().flat_map(|served| {
            let measures = served.measures.iter().cloned();
            let measures = measures.map(|place| Door::Place(served.task, place));
            std::iter::once(Door::Task(served.task)).chain(measures)
        });
        let mentions = answer.mentions.iter();
        let mentions = mentions.map(|it| Door::Place(it.node, it.place.clone()));
        let mut doors: Vec<Door> = Vec::new();
        if answer.leads_with_targets() {
            doors.extend(targets.chain(tasks));
        } else {
            doors.extend(tasks.chain(targets));
        }
        doors.extend(mentions.chain(remote).chain(others));
        doors
    }

    /// The selected item.
    pub fn selected(&self) -> Option<Door> {
        self.doors().into_iter().nth(self.cursor.selected)
    }
}
