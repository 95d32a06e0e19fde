//! `guihua records --json`: the records that count.

use schemars::JsonSchema;
use serde::Serialize;

use super::check::Problem;
use super::{PlanName, Version};
use crate::load::printable;
use crate::plan::Plan;
use crate::records::{Book, Held, Origin, Record, Store};

/// `guihua records --json`: the records that count.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "records")]
pub struct Records<'a> {
    /// The version of this shape.
    version: Version,
    /// The plan.
    plan: PlanName<'a>,
    /// The file of the user's own records, which need not exist.
    file: String,
    /// The records, the shipped ones first; only one's own if these were asked for.
    records: Vec<HeldRecord<'a>>,
    /// How many records are not listed because a later one of the same stands for them; only one's own if these were asked for.
    replaced: usize,
    /// The records of the file that could not be read and do not count.
    unread: Vec<Problem>,
}

impl<'a> Records<'a> {
    /// The records that are held.
    pub fn of(
        plan: &'a Plan,
        store: &Store,
        held: &[&'a Held],
        replaced: usize,
        book: &Book,
    ) -> Self {
        Self {
            version: Version,
            plan: PlanName::of(plan),
            file: printable(&store.path().display().to_string()),
            records: held.iter().map(|held| HeldRecord::of(held)).collect(),
            replaced,
            unread: book.unread().iter().map(Problem::of).collect(),
        }
    }
}

/// A record and where it comes from.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct HeldRecord<'a> {
    /// Where it comes from.
    origin: Origin,
    /// The record, just as a file of records has it: a figure of a target, the status of a task or
    /// target, or an analyst's words.
    record: &'a Record,
}

impl<'a> HeldRecord<'a> {
    pub(super) fn of(held: &'a Held) -> Self {
        Self {
            origin: held.origin,
            record: &held.record,
        }
    }
}
