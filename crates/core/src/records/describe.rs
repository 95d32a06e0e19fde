//! Descriptions of records for messages and lists.

use super::model::{Record, Subject};
use crate::plan::{Outline, Plan, Target, measured};
use crate::words::tr;

/// Describes a record: `常住人口 2024年 120.1万人`, `3.1.2p1 加快集聚高端人才 2024-05-01 推进中`.
pub fn describe(record: &Record, plan: &Plan, outline: &Outline) -> String {
    let named = |id: &str| plan.target(id).map_or(id.to_owned(), |it| it.name.clone());
    match record {
        Record::Observation(it) => {
            let of_target = || plan.target(&it.target).and_then(Target::recorded_unit);
            let unit = it.unit.as_deref().or_else(of_target);
            let value = measured(it.value, unit);
            format!("{} {} {value}", named(&it.target), it.period.shown())
        }
        Record::Status(it) => {
            let subject = match &it.subject {
                Subject::Target(id) => named(id),
                Subject::Task(at) => {
                    let title = outline.at(*at).map_or("", |id| outline.node(id).title());
                    format!("{at} {title}")
                }
            };
            format!("{subject} {} {}", it.date, tr(it.stage.label()))
        }
    }
}
