//! Lines of JSON (NDJSON) for `jq`, `DuckDB` and the like: one for each unit of text, then one for each target, then one
//! for each record. `type` tells them apart, and every line names its plan, so that the lines of many plans may stand in
//! one file. Keys of the same name mean the same thing in all lines of a type.

use std::io;

use serde::Serialize;

use super::{Export, Part, VERSION};
use crate::evaluation::Evaluation;
use crate::plan::Target;
use crate::records::{Held, Origin, Record};

/// A target with what can be said of it on the day of the evaluation.
#[derive(Debug, Serialize)]
pub struct TargetLine<'a> {
    /// The version of this shape: 1.
    pub version: u32,
    /// What the line is: `target`.
    #[serde(rename = "type")]
    pub line: &'static str,
    /// The id of the plan.
    pub plan: &'a str,
    /// The day of the evaluation, `2023-12-31`.
    pub as_of: String,
    /// The target as the plan file has it: `id`, `name`, `domains`, `kind`, `goal`, `year`, `at`, `quote`, `history`, …
    #[serde(flatten)]
    pub target: &'a Target,
    /// The evaluation, as `guihua targets --json` prints it: `verdict`, `baseline`, `judged`, `measure`, `gap`, …
    pub evaluation: &'a Evaluation,
}

/// A record that counts.
#[derive(Debug, Serialize)]
pub struct RecordLine<'a> {
    /// The version of this shape: 1.
    pub version: u32,
    /// What the line is: `observation` for a figure of a target, `status` for how far a task or target has come.
    #[serde(rename = "type")]
    pub line: &'static str,
    /// The id of the plan.
    pub plan: &'a str,
    /// Where it comes from: `shipped` with the plan, or the user's `own`.
    pub origin: &'static str,
    /// The record as files of records have it: `target`, `period`, `value`, `source`, … or `task`, `status`, `date`, …
    #[serde(flatten)]
    pub record: &'a Record,
}

impl<'a> RecordLine<'a> {
    fn of(held: &'a Held, plan: &'a str) -> Self {
        Self {
            version: VERSION,
            line: match held.record {
                Record::Observation(_) => "observation",
                Record::Status(_) => "status",
            },
            plan,
            origin: match held.origin {
                Origin::Shipped => "shipped",
                Origin::Own => "own",
            },
            record: &held.record,
        }
    }
}

/// The lines of an export, or those of one part of it.
pub fn ndjson(export: &Export<'_>, only: Option<Part>) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let wants = |part| only.is_none_or(|only| only == part);
    if wants(Part::Document) {
        export.units().try_for_each(|unit| line(&mut out, &unit))?;
    }
    let plan = export.plan.meta.id.as_str();
    if wants(Part::Targets) {
        for (target, evaluation) in &export.targets {
            let target = TargetLine {
                version: VERSION,
                line: "target",
                plan,
                as_of: export.as_of.to_string(),
                target,
                evaluation,
            };
            line(&mut out, &target)?;
        }
    }
    if wants(Part::Records) {
        let mut held = export.book.held().iter();
        held.try_for_each(|held| line(&mut out, &RecordLine::of(held, plan)))?;
    }
    Ok(out)
}

fn line(out: &mut Vec<u8>, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.push(b'\n');
    Ok(())
}
