//! `guihua record`: adds to the user's records, after checks, and takes the last one back.

use std::fs;
use std::io::Write;
use std::path::Path;

use super::{Failure, opening};
use crate::cli::{Common, ObservationArgs, RecordArgs, RecordCommand, StatusArgs};
use crate::dossier::Dossier;
use crate::import;
use crate::monitoring::{self, Consent, Scrutiny, find_target, recorded_today, told};
use crate::plan::{Number, Plan, Target};
use crate::records::{self, Observation, Record, Status, Store, Subject, typed};
use crate::words::{say, tr};

pub(super) fn run(common: &Common, args: &RecordArgs, out: &mut impl Write) -> Result<(), Failure> {
    let dossier = opening::shipped(common)?;
    let plan = &dossier.plan;
    let own = opening::store(plan, common)?;
    match (&args.what, &args.csv) {
        (Some(RecordCommand::Observation(args)), _) => {
            let record = Record::Observation(observation(plan, args)?);
            let consent = Consent {
                replace: args.replace,
                doubtful: args.force,
            };
            add(&dossier, &own, &[record], consent, out)
        }
        (Some(RecordCommand::Status(args)), _) => {
            let record = Record::Status(status(plan, args)?);
            let consent = Consent {
                replace: args.replace,
                doubtful: false,
            };
            add(&dossier, &own, &[record], consent, out)
        }
        (Some(RecordCommand::Undo), _) => {
            let undone = told(&monitoring::undo(plan, &own)?, plan);
            let done = say!("已撤回{name}（在文件里成为注释）", name = undone);
            writeln!(out, "{done}")?;
            Ok(())
        }
        (None, Some(path)) => {
            let consent = Consent {
                replace: args.replace,
                doubtful: args.force,
            };
            let records = table(&dossier, path, &own, consent)?;
            add(&dossier, &own, &records, consent, out)
        }
        (None, None) => Err(Failure::Unknown(
            tr("要记什么？用 record observation、record status 或 record --csv").to_owned(),
        )),
    }
}

fn add(
    dossier: &Dossier,
    own: &Store,
    new: &[Record],
    consent: Consent,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let plan = &dossier.plan;
    monitoring::add(plan, dossier.book.shipped(), own, new, consent)?;
    let path = own.path().display().to_string();
    let path = path.escape_debug();
    let done = match new {
        [record] => say!(
            "已记{name}（{path}）",
            name = told(record, plan),
            path = path
        ),
        several => say!("已记 {n} 条（{path}）", n = several.len(), path = path),
    };
    writeln!(out, "{done}")?;
    Ok(())
}

/// The records of a table, each row held against what is known already.
fn table(
    dossier: &Dossier,
    path: &Path,
    own: &Store,
    consent: Consent,
) -> Result<Vec<Record>, Failure> {
    let name = path.display().to_string();
    let bytes = fs::read(path).map_err(|error| Failure::Unreadable(name.clone(), error))?;
    let known = dossier.read(own)?;
    let scrutiny = Scrutiny::new(&dossier.plan, known, monitoring::today(), consent);
    import::table(&bytes, scrutiny, recorded_today()).map_err(|faults| Failure::Rows(name, faults))
}

fn observation(plan: &Plan, args: &ObservationArgs) -> Result<Observation, Failure> {
    let target = find_target(plan, &args.target)?;
    let (value, typed) = quantity(&args.value)?;
    let benchmark = args.benchmark.as_deref().map(quantity).transpose()?;
    let unit = typed.or_else(|| target.recorded_unit().map(str::to_owned));
    if let Some((_, Some(other))) = &benchmark
        && Some(other) != unit.as_ref()
    {
        let unit = unit.unwrap_or_default();
        return Err(Failure::Unknown(say!(
            "对照值的单位“{other}”与数值的“{unit}”不同；换算成同一单位再记",
            other = other,
            unit = unit
        )));
    }
    Ok(Observation {
        target: target.id.clone(),
        period: args.period,
        value,
        unit,
        benchmark: benchmark.map(|(value, _)| value),
        flag: args.flag.unwrap_or_default(),
        standing: args.standing,
        source: args.source.clone(),
        note: args.note.clone(),
        recorded: recorded_today(),
        replaces: false,
    })
}

/// A figure and the unit typed after it.
fn quantity(text: &str) -> Result<(Number, Option<String>), Failure> {
    typed::quantity(text, false).map_err(Failure::Unknown)
}

fn status(plan: &Plan, args: &StatusArgs) -> Result<Status, Failure> {
    let subject = match args.subject.parse() {
        Ok(address) => Subject::Task(address),
        Err(_) => Subject::Target(find_target(plan, &args.subject)?.id.clone()),
    };
    if args.source.is_none() && matches!(subject, Subject::Target(_)) {
        return Err(Failure::Unknown(
            tr("指标据进展评判，须用 --source 写明来源").to_owned(),
        ));
    }
    if let Subject::Target(id) = &subject
        && let Some(target) = plan.target(id)
    {
        dated(target, args)?;
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

/// Refuses a status without a date once the target's year is over: taken for today's, it would be judged as late.
fn dated(target: &Target, args: &StatusArgs) -> Result<(), Failure> {
    if args.date.is_some() || monitoring::today() <= records::last_day(target.year) {
        return Ok(());
    }
    Err(Failure::Unknown(say!(
        "“{name}”的目标年份{year}年已过，须用 --date 写明是哪一天的进展；不写会按今天算作逾期",
        name = target.name,
        year = target.year
    )))
}
