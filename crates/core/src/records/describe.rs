//! Descriptions of records for messages and lists.

use super::model::{Record, Subject};
use crate::plan::{Address, Outline, Plan, Target, measured};
use crate::words::tr;

/// What a task is called: its title, or of one of its measures the sentence.
pub fn task_words(at: Address, outline: &Outline) -> &str {
    if at.sentence().is_some() {
        return outline.words(at).unwrap_or_default();
    }
    outline.at(at).map_or("", |id| outline.node(id).title())
}

/// Describes a record: `常住人口 2024年 120.1万人`, `3.1.2p1 加快集聚高端人才 2024-05-01 推进中`.
pub fn describe(record: &Record, plan: &Plan, outline: &Outline) -> String {
    let named = |id: &str| plan.target(id).map_or(id.to_owned(), |it| it.name.clone());
    match record {
        Record::Observation(it) => {
            let of_target = || plan.target(&it.target).and_then(Target::recorded_unit);
            let unit = it.unit.as_deref().or_else(of_target);
            let value = measured(it.value, unit);
            let name = named(&it.target);
            let name = match &it.area {
                Some(area) => [&name, tr("，"), area].concat(),
                None => name,
            };
            format!("{name} {} {value}", it.period.shown())
        }
        Record::Status(it) => {
            let subject = match &it.subject {
                Subject::Target(id) => named(id),
                Subject::Task(at) => format!("{at} {}", task_words(*at, outline)),
            };
            format!("{subject} {} {}", it.date, tr(it.stage.label()))
        }
        Record::Comment(it) => {
            let subject = match &it.target {
                Some(id) => named(id),
                None => tr("全规划").to_owned(),
            };
            let matter = tr(it.words.matter().label());
            format!("{subject} {} {matter}", it.date)
        }
    }
}
