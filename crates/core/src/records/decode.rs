//! From the text of a file of records to the records, or to all that is wrong with it.
//!
//! A record that was not written to its end (an interrupted write) is named and passed over; all others load. So is one
//! with any other fault, a misspelt key say, where one only reads ([`survey`]); a file that is to be added to has to be
//! without fault ([`load`]).

use crate::load::Problems;
use crate::load::place::Place;
use crate::load::problem::Problem;
use crate::load::reader::{self, Fields};
use crate::load::yaml::{self, Tree, Value};
use crate::plan::{Address, Plan};
use crate::words::{Language, language, say, tr};

use super::check::{self, Side};
use super::model::{Day, Flag, Moment, Observation, Record, Stage, Standing, Status, Subject};

/// A record and the line on which it begins, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The record.
    pub record: Record,
    /// The line.
    pub line: usize,
}

/// What a file of records holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// The records, in the order of the file.
    pub entries: Vec<Entry>,
    /// The lines that were not written to their end.
    pub torn: Vec<Problem>,
    /// What is wrong with records that are passed over, in the order of the file.
    pub faulty: Vec<Problem>,
}

impl Ledger {
    /// The records alone.
    pub fn records(self) -> Vec<Record> {
        self.entries.into_iter().map(|entry| entry.record).collect()
    }
}

/// Reads a file of records about `plan` that must be without fault but for torn lines: what is to be added to.
pub fn load(text: &str, plan: &Plan, side: Side) -> Result<Ledger, Problems> {
    let ledger = survey(text, plan, side)?;
    if ledger.faulty.is_empty() {
        return Ok(ledger);
    }
    Err(Problems::of(ledger.faulty).sorted())
}

/// Reads a file of records about `plan` as far as it goes: a faulty record is named and passed over, all others count.
/// Only a file that is no list of records at all is refused. `side` says what the records are checked for.
pub fn survey(text: &str, plan: &Plan, side: Side) -> Result<Ledger, Problems> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (whole, torn) = without_torn_lines(text);
    let mut problems = Problems::default();
    let mut entries: Vec<(Place, Record)> = Vec::new();
    let mut faulty: Vec<Problem> = Vec::new();
    if let Some(tree) = yaml::parse(&whole, &mut problems) {
        for item in items(&tree, &mut problems) {
            let mut own = Problems::default();
            let record = record(item, &mut own);
            entries.extend(
                record
                    .filter(|_| own.is_empty())
                    .map(|record| (item.place, record)),
            );
            faulty.extend(own.iter().cloned());
        }
    }
    if !problems.is_empty() {
        return Err(problems.sorted());
    }
    let unfit = check::all(&entries, plan, side);
    let is_sound = |index: usize| !unfit.iter().any(|(at, _)| *at == index);
    let entries = entries
        .iter()
        .enumerate()
        .filter(|(index, _)| is_sound(*index));
    let entries = entries
        .map(|(_, (place, record))| Entry {
            record: record.clone(),
            line: place.line,
        })
        .collect();
    faulty.extend(unfit.into_iter().map(|(_, problem)| problem));
    faulty.sort_by_key(|problem| (problem.line, problem.column));
    Ok(Ledger {
        entries,
        torn,
        faulty,
    })
}

/// A file without any record, or with comments only, is empty and not wrong.
fn items<'a>(tree: &'a Tree, problems: &mut Problems) -> &'a [Tree] {
    match tree.value {
        Value::Nothing => &[],
        _ => reader::list(tree, tr("监测记录"), problems),
    }
}

/// The text with every torn line made empty, so that the places of all others stay what they are.
fn without_torn_lines(text: &str) -> (String, Vec<Problem>) {
    let mut torn = Vec::new();
    let lines: Vec<&str> = text.split('\n').collect();
    let next = lines.iter().skip(1).map(Some).chain([None]);
    let kept: Vec<&str> = lines
        .iter()
        .zip(next)
        .enumerate()
        .map(|(index, (line, next))| {
            if !is_torn(line, next.copied()) {
                return *line;
            }
            let place = Place {
                line: index + 1,
                column: 1,
            };
            let what = say!("这条记录没有写完：{line}", line = line.trim_end());
            let remedy = tr("其余记录不受影响；请补全或删去这一行");
            torn.push(Problem::new(place, what, remedy));
            ""
        })
        .collect();
    (kept.join("\n"), torn)
}

/// Whether a line begins a record in braces, as the program writes it, and does not end it. A record that a person has
/// spread over several lines goes on in an indented line.
fn is_torn(line: &str, next: Option<&str>) -> bool {
    let body = line.trim_end();
    if next.is_some_and(|next| next.starts_with([' ', '\t']) && !next.trim().is_empty()) {
        return false;
    }
    match body.strip_prefix('-') {
        Some("") => true,
        Some(rest) if rest.starts_with(" {") => {
            !body.ends_with('}') || yaml::parse(body, &mut Problems::default()).is_none()
        }
        _ => false,
    }
}

pub(super) fn record(tree: &Tree, problems: &mut Problems) -> Option<Record> {
    let mut fields = Fields::of(tree, tr("监测记录"), problems)?;
    let target = fields.optional("target");
    let task = fields.optional("task");
    let stage = fields.optional("status");
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

fn observation(
    target: String,
    fields: &mut Fields<'_>,
    problems: &mut Problems,
) -> Option<Observation> {
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

/// What every record may have: a note, the day it was written down, and whether it replaces an earlier one.
fn common(fields: &mut Fields<'_>, problems: &mut Problems) -> (Option<String>, Option<Day>, bool) {
    let note = fields.optional("note");
    let note = note.map(|tree| reader::text(tree, tr("说明（note）"), problems));
    let recorded = fields.optional("recorded");
    let recorded = recorded.and_then(|tree| day(tree, problems));
    let words = [("true", true), ("false", false)];
    let replaces = fields
        .optional("replaces")
        .and_then(|tree| reader::one_of(tree, tr("更正（replaces）"), &words, problems));
    (note, recorded, replaces.unwrap_or(false))
}

fn moment(tree: &Tree, problems: &mut Problems) -> Option<Moment> {
    let text = reader::text(tree, tr("期次（period）"), problems);
    let moment = text.parse().ok();
    if moment.is_none() {
        let what = say!("期次（period）“{text}”不是年份或日期", text = text);
        problems.push(tree.place, what, tr("写作 2023 或 2023-06-30"));
    }
    moment
}

fn day(tree: &Tree, problems: &mut Problems) -> Option<Day> {
    let text = reader::text(tree, tr("日期"), problems);
    let day = text.parse().ok();
    if day.is_none() {
        problems.push(
            tree.place,
            say!("“{text}”不是日期", text = text),
            tr("写作 2023-06-30"),
        );
    }
    day
}

/// An address as readers type it, for [`check`](super::check()).
pub(super) fn spoken(address: Address) -> String {
    match language() {
        Language::Chinese => format!("{address}（{}）", address.in_chinese()),
        Language::English => address.to_string(),
    }
}
