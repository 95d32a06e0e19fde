//! `guihua records --json`: the records that count.

use schemars::JsonSchema;
use serde::Serialize;

use super::{PlanName, Version};
use crate::load::printable;
use crate::plan::Plan;
use crate::records::{Held, Origin, Record, Store};

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
}

impl<'a> Records<'a> {
    /// The records that are held.
    pub fn of(plan: &'a Plan, store: &Store, held: &[&'a Held]) -> Self {
        Self {
            version: Version,
            plan: PlanName::of(plan),
            file: printable(&store.path().display().to_string()),
            records: held.iter().map(|held| HeldRecord::of(held)).collect(),
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
