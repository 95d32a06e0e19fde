//! `guihua record`: adds to the user's records, after checks, and takes the last one back.

use std::fs;
use std::io::Write;
use std::path::Path;

use super::Failure;
use crate::cli::{Common, ObservationArgs, RecordArgs, RecordCommand, StatusArgs};
use crate::import;
use crate::monitoring::{self, Archive, Duplicates, Opened, find_target, recorded_today};
use crate::plan::{Plan, Target};
use crate::records::{self, Observation, Record, Status, Subject};

pub(super) fn run(
    opened: &Opened,
    common: &Common,
    args: &RecordArgs,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let plan = &opened.plan;
    let archive = opened.archive(common.records.as_deref())?;
    match (&args.what, &args.csv) {
        (Some(RecordCommand::Observation(args)), _) => {
            let record = Record::Observation(observation(plan, args)?);
            add(plan, &archive, &[record], args.replace, out)
        }
        (Some(RecordCommand::Status(args)), _) => {
            let record = Record::Status(status(plan, args)?);
            add(plan, &archive, &[record], args.replace, out)
        }
        (Some(RecordCommand::Undo), _) => {
            let undone = monitoring::undo(plan, &archive.own)?;
            writeln!(out, "已撤回{}（在文件里成为注释）", undone.name())?;
            Ok(())
        }
        (None, Some(path)) => {
            let records = table(plan, path)?;
            add(plan, &archive, &records, args.replace, out)
        }
        (None, None) => Err(Failure::Unknown(
            "要记什么？用 record observation、record status 或 record --csv".to_owned(),
        )),
    }
}

fn add(
    plan: &Plan,
    archive: &Archive,
    new: &[Record],
    replace: bool,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let duplicates = if replace {
        Duplicates::Replace
    } else {
        Duplicates::Refuse
    };
    monitoring::add(plan, archive, new, duplicates)?;
    let path = archive.own.path().display().to_string();
    let path = path.escape_debug();
    match new {
        [record] => writeln!(out, "已记{}（{path}）", record.name())?,
        several => writeln!(out, "已记 {} 条（{path}）", several.len())?,
    }
    Ok(())
}

fn table(plan: &Plan, path: &Path) -> Result<Vec<Record>, Failure> {
    let name = path.display().to_string();
    let bytes = fs::read(path).map_err(|error| Failure::Unreadable(name.clone(), error))?;
    import::table(&bytes, plan, recorded_today()).map_err(|faults| Failure::Rows(name, faults))
}

fn observation(plan: &Plan, args: &ObservationArgs) -> Result<Observation, Failure> {
    let target = find_target(plan, &args.target)?;
    let (value, unit) = with_unit(&args.value, target);
    let number = |text: &str| records::figure(text).map_err(Failure::Unknown);
    Ok(Observation {
        target: target.id.clone(),
        period: args.period,
        value: number(value)?,
        unit,
        benchmark: args.benchmark.as_deref().map(number).transpose()?,
        flag: args.flag.unwrap_or_default(),
        standing: args.standing,
        source: args.source.clone(),
        note: args.note.clone(),
        recorded: recorded_today(),
        replaces: false,
    })
}

/// The figure and its unit: the one typed after it, or the target's.
fn with_unit<'a>(text: &'a str, target: &Target) -> (&'a str, Option<String>) {
    let text = text.trim();
    let end = text.find(|c: char| !(c.is_ascii_digit() || "-.,，".contains(c)));
    match end.and_then(|end| text.split_at_checked(end)) {
        Some((value, unit)) if !value.is_empty() => (value, Some(unit.trim().to_owned())),
        _ => (text, target.unit.clone()),
    }
}

fn status(plan: &Plan, args: &StatusArgs) -> Result<Status, Failure> {
    let subject = match args.subject.parse() {
        Ok(address) => Subject::Task(address),
        Err(_) => Subject::Target(find_target(plan, &args.subject)?.id.clone()),
    };
    if args.source.is_none() && matches!(subject, Subject::Target(_)) {
        return Err(Failure::Unknown(
            "指标据进展评判，须用 --source 写明来源".to_owned(),
        ));
    }
    let today = records::Day(monitoring::today());
    Ok(Status {
        subject,
        stage: args.stage,
        date: args.date.unwrap_or(today),
        source: args.source.clone(),
        note: args.note.clone(),
        recorded: recorded_today(),
        replaces: false,
    })
}
