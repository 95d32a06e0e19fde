//! All records together: those shipped with the plan and the user's own, which supersede them.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::model::{Moment, Observation, Record, Status, Subject};
use crate::load::Problem;
use crate::plan::Address;

/// Where a record comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// Shipped with the plan.
    Shipped,
    /// Written by the user.
    Own,
}

impl Origin {
    /// The word for readers.
    pub fn label(self) -> &'static str {
        match self {
            Self::Shipped => "随附",
            Self::Own => "自记",
        }
    }
}

/// A record that counts, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Where it comes from.
    pub origin: Origin,
    /// The record.
    pub record: Record,
}

/// The records that count: of each target and period, and of each task and day, the last one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Book {
    shipped: Vec<Record>,
    held: Vec<Held>,
    unread: Vec<Problem>,
}

impl Book {
    /// Puts the user's own records over the shipped ones.
    pub fn of(shipped: Vec<Record>, own: Vec<Record>) -> Self {
        let mut book = Self::default();
        for record in shipped.iter().cloned() {
            book.put(Origin::Shipped, record);
        }
        book.shipped = shipped;
        for record in own {
            book.put(Origin::Own, record);
        }
        book
    }

    /// Adds a record; one about the same thing at the same time is superseded.
    pub fn put(&mut self, origin: Origin, record: Record) {
        self.held.retain(|held| !held.record.same_slot(&record));
        self.held.push(Held { origin, record });
    }

    /// The same book, with what is wrong with the records of the user's file that could not be read.
    #[must_use]
    pub fn with_unread(self, unread: Vec<Problem>) -> Self {
        Self { unread, ..self }
    }

    /// What is wrong with records that could not be read and count for nothing, each with its place in the user's file.
    pub fn unread(&self) -> &[Problem] {
        &self.unread
    }

    /// The records that are shipped with the plan, those that the user's own supersede included.
    pub fn shipped(&self) -> &[Record] {
        &self.shipped
    }

    /// The last of the user's own records, which undoing takes back.
    pub fn last_own(&self) -> Option<&Record> {
        let mut own = self.held.iter().filter(|held| held.origin == Origin::Own);
        own.next_back().map(|held| &held.record)
    }

    /// All records that count.
    pub fn held(&self) -> &[Held] {
        &self.held
    }

    /// The record that counts for what `record` is about.
    pub fn twin(&self, record: &Record) -> Option<&Held> {
        self.held.iter().find(|held| held.record.same_slot(record))
    }

    /// The figures of a target up to a day, in the order of time; of two that hold on one day the year's comes last.
    pub fn observations(&self, target: &str, as_of: Date) -> Vec<&Observation> {
        let mut found: Vec<&Observation> = self
            .held
            .iter()
            .filter_map(|held| match &held.record {
                Record::Observation(observation) => Some(observation),
                Record::Status(_) => None,
            })
            .filter(|observation| observation.target == target && observation.period.end() <= as_of)
            .collect();
        found.sort_by_key(|observation| {
            let is_year = matches!(observation.period, Moment::Year(_));
            (observation.period.end(), is_year)
        });
        found
    }

    /// The latest status of a target up to a day.
    pub fn status_of_target(&self, target: &str, as_of: Date) -> Option<&Status> {
        self.status(
            as_of,
            |subject| matches!(subject, Subject::Target(id) if id == target),
        )
    }

    /// The latest status of a task up to a day.
    pub fn status_of_task(&self, task: Address, as_of: Date) -> Option<&Status> {
        self.status(as_of, |subject| *subject == Subject::Task(task))
    }

    fn status(&self, as_of: Date, about: impl Fn(&Subject) -> bool) -> Option<&Status> {
        self.held
            .iter()
            .filter_map(|held| match &held.record {
                Record::Status(status) => Some(status),
                Record::Observation(_) => None,
            })
            .filter(|status| about(&status.subject) && status.date.0 <= as_of)
            .max_by_key(|status| status.date)
    }
}
