//! `guihua export --format ndjson`: a line for each unit of text, for each target and for each record. `type` tells them
//! apart, and every line names its plan, so that the lines of many plans may stand in one file.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::Version;
use super::records::HeldRecord;
use super::targets::EvaluatedTarget;
use super::unit::Unit;
use crate::dossier::Dossier;
use crate::evaluation::Evaluation;
use crate::plan::schema::Id;
use crate::plan::{Plan, Target};
use crate::records::{Day, Held, Record};

/// What a line is about.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum LineType {
    /// A heading or a paragraph.
    Text,
    /// A target with its evaluation.
    Target,
    /// A figure of a target.
    Observation,
    /// How far a task or a target has come.
    Status,
    /// An analyst's words.
    Comment,
}

/// `guihua export --format ndjson`: a heading or a paragraph.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "export-text")]
pub struct TextLine<'a> {
    /// The version of this shape.
    version: Version,
    /// What the line is about: `text`.
    #[serde(rename = "type")]
    line: LineType,
    /// The id of the plan.
    #[schemars(with = "Id")]
    plan: &'a str,
    #[serde(flatten)]
    unit: Unit<'a>,
}

impl<'a> TextLine<'a> {
    /// The line of a unit of text.
    pub fn of(plan: &'a Plan, unit: Unit<'a>) -> Self {
        Self {
            version: Version,
            line: LineType::Text,
            plan: &plan.meta.id,
            unit,
        }
    }
}

/// `guihua export --format ndjson`: a target with its evaluation.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "export-target")]
pub struct TargetLine<'a> {
    /// The version of this shape.
    version: Version,
    /// What the line is about: `target`.
    #[serde(rename = "type")]
    line: LineType,
    /// The id of the plan.
    #[schemars(with = "Id")]
    plan: &'a str,
    /// The day of the evaluation.
    as_of: Day,
    #[serde(flatten)]
    target: EvaluatedTarget<'a>,
}

impl<'a> TargetLine<'a> {
    /// The line of a target, evaluated as at the day of the assessment.
    pub fn of(dossier: &'a Dossier, target: &'a Target, it: &'a Evaluation, as_of: Date) -> Self {
        Self {
            version: Version,
            line: LineType::Target,
            plan: &dossier.plan.meta.id,
            as_of: Day(as_of),
            target: EvaluatedTarget::of(target, it, dossier),
        }
    }
}

/// `guihua export --format ndjson`: a record that counts.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "export-record")]
pub struct RecordLine<'a> {
    /// The version of this shape.
    version: Version,
    /// What the line is about: `observation`, `status` or `comment`.
    #[serde(rename = "type")]
    line: LineType,
    /// The id of the plan.
    #[schemars(with = "Id")]
    plan: &'a str,
    #[serde(flatten)]
    held: HeldRecord<'a>,
}

impl<'a> RecordLine<'a> {
    /// The line of a record.
    pub fn of(plan: &'a Plan, held: &'a Held) -> Self {
        let line = match held.record {
            Record::Observation(_) => LineType::Observation,
            Record::Status(_) => LineType::Status,
            Record::Comment(_) => LineType::Comment,
        };
        Self {
            version: Version,
            line,
            plan: &plan.meta.id,
            held: HeldRecord::of(held),
        }
    }
}
