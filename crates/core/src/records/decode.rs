//! Decodes a record of a file, or reports all its problems.

use crate::load::Problems;
use crate::load::reader::{self, Fields};
use crate::load::yaml::Tree;
use crate::words::{say, tr};

use super::comment::{Comment, Matter};
use super::model::{Flag, Observation, Record, Stage, Standing, Status, Subject};
use super::moment::{Day, Moment};

pub(super) fn record(tree: &Tree, problems: &mut Problems) -> Option<Record> {
    let mut fields = Fields::of(tree, tr("监测记录"), problems)?;
    let target = fields.optional("target");
    let task = fields.optional("task");
    let stage = fields.optional("status");
    let words = (fields.optional("issue"), fields.optional("advice"));
    if words.0.or(words.1).is_some() {
        let comment = comment((target, task), words, &mut fields, problems);
        fields.finish(problems);
        return comment.map(Record::Comment);
    }
    let subject = match (target, task) {
        (Some(tree), None) => Some(Subject::Target(reader::text(
            tree,
            tr("指标（target）"),
            problems,
        ))),
        (None, Some(tree)) => {
            reader::address(tree, tr("任务（task）"), problems).map(Subject::Task)
        }
        _ => {
            problems.push(
                fields.place(),
                tr("监测记录应有“target”或“task”，且只有其一"),
                tr("写“target: 指标编号”或“task: 任务地址”"),
            );
            None
        }
    };
    let record = match (subject, stage) {
        (Some(Subject::Target(target)), None) => {
            observation(target, &mut fields, problems).map(Record::Observation)
        }
        (Some(subject), Some(tree)) => {
            status(subject, tree, &mut fields, problems).map(Record::Status)
        }
        (Some(Subject::Task(_)), None) => {
            problems.push(
                fields.place(),
                tr("任务的记录缺少“status”"),
                tr("补上“status: 推进中”等"),
            );
            None
        }
        (None, _) => None,
    };
    if record.is_some() {
        fields.finish(problems);
    }
    record
}

/// An analyst's words: the issue, or the advice.
fn comment(
    (target, task): (Option<&Tree>, Option<&Tree>),
    words: (Option<&Tree>, Option<&Tree>),
    fields: &mut Fields<'_>,
    problems: &mut Problems,
) -> Option<Comment> {
    let (matter, label, tree) = match words {
        (None, None) => return None,
        (Some(tree), None) => (Matter::Issue, tr("问题与原因（issue）"), tree),
        (None, Some(tree)) => (Matter::Advice, tr("对策建议（advice）"), tree),
        (Some(_), Some(tree)) => {
            let what = tr("一条记录只写问题或建议之一");
            problems.push(tree.place, what, tr("分成两条"));
            return None;
        }
    };
    if let Some(tree) = task {
        let what = tr("问题和建议写在指标之下，或不写“target”，即全规划的");
        problems.push(tree.place, what, tr("把“task”改为“target”，或删去"));
    }
    let target = target.map(|tree| reader::text(tree, tr("指标（target）"), problems));
    let words = matter.words(reader::paragraphs(tree, label, problems));
    let date = fields
        .required("date", problems)
        .and_then(|tree| day(tree, problems));
    let (recorded, replaces) = written(fields, problems);
    Some(Comment {
        target,
        words,
        date: date?,
        recorded,
        replaces,
    })
}

fn observation(
    target: String,
    fields: &mut Fields<'_>,
    problems: &mut Problems,
) -> Option<Observation> {
    let area = fields.optional("area");
    let area = area.map(|tree| reader::name(tree, tr("地区（area）"), problems));
    let period = fields
        .required("period", problems)
        .and_then(|tree| moment(tree, problems));
    let value = fields
        .required("value", problems)
        .and_then(|tree| reader::number(tree, tr("数值（value）"), problems));
    let unit = fields.optional("unit");
    let unit = unit.map(|tree| reader::text(tree, tr("单位（unit）"), problems));
    let benchmark = fields
        .optional("benchmark")
        .and_then(|tree| reader::number(tree, tr("对照值（benchmark）"), problems));
    let flag = fields
        .optional("flag")
        .and_then(|tree| reader::one_of(tree, tr("标记（flag）"), &Flag::ALL, problems));
    let standing = fields.optional("standing").and_then(|tree| {
        reader::one_of(tree, tr("来源等级（standing）"), &Standing::ALL, problems)
    });
    let source = fields
        .required("source", problems)
        .map(|tree| reader::text(tree, tr("来源（source）"), problems));
    let (note, recorded, replaces) = common(fields, problems);
    Some(Observation {
        target,
        area,
        period: period?,
        value: value?,
        unit,
        benchmark,
        flag: flag.unwrap_or_default(),
        standing,
        source: source?,
        note,
        recorded,
        replaces,
    })
}

fn status(
    subject: Subject,
    stage: &Tree,
    fields: &mut Fields<'_>,
    problems: &mut Problems,
) -> Option<Status> {
    let stage = reader::one_of(stage, tr("进展（status）"), &Stage::ALL, problems);
    let date = fields
        .required("date", problems)
        .and_then(|tree| day(tree, problems));
    let source = fields.optional("source");
    let source = source.map(|tree| reader::text(tree, tr("来源（source）"), problems));
    if source.is_none() && matches!(subject, Subject::Target(_)) {
        problems.push(
            fields.place(),
            tr("指标的进展缺少“source”"),
            tr("指标据此评判，须写明来源"),
        );
    }
    let (note, recorded, replaces) = common(fields, problems);
    Some(Status {
        subject,
        stage: stage?,
        date: date?,
        source,
        note,
        recorded,
        replaces,
    })
}

/// The fields that every record may have: note, day of recording, and whether it replaces an earlier one.
fn common(fields: &mut Fields<'_>, problems: &mut Problems) -> (Option<String>, Option<Day>, bool) {
    let note = fields.optional("note");
    let note = note.map(|tree| reader::text(tree, tr("说明（note）"), problems));
    let (recorded, replaces) = written(fields, problems);
    (note, recorded, replaces)
}

/// The day of recording, and whether it replaces an earlier one.
fn written(fields: &mut Fields<'_>, problems: &mut Problems) -> (Option<Day>, bool) {
    let recorded = fields.optional("recorded");
    let recorded = recorded.and_then(|tree| day(tree, problems));
    let words = [("true", true), ("false", false)];
    let replaces = fields
        .optional("replaces")
        .and_then(|tree| reader::one_of(tree, tr("更正（replaces）"), &words, problems));
    (recorded, replaces.unwrap_or(false))
}

fn moment(tree: &Tree, problems: &mut Problems) -> Option<Moment> {
    let text = reader::text(tree, tr("期次（period）"), problems);
    let moment = text.parse().ok();
    if moment.is_none() {
        let what = say!("期次（period）“{text}”不是年份或日期", text);
        let remedy = tr("写作 2023、2023H1、2023Q1、2023-06 或 2023-06-30");
        problems.push(tree.place, what, remedy);
    }
    moment
}

fn day(tree: &Tree, problems: &mut Problems) -> Option<Day> {
    let text = reader::text(tree, tr("日期"), problems);
    let day = text.parse().ok();
    if day.is_none() {
        problems.push(
            tree.place,
            say!("“{text}”不是日期", text),
            tr("写作 2023-06-30"),
        );
    }
    day
}
