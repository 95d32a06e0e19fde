//! `guihua records`: lists the records.

use std::io::Write;

use super::table::Lines;
use super::{Failure, opening};
use crate::cli::{Common, RecordsArgs};
use crate::load::printable;
use crate::output::answers;
use crate::plan::{Outline, Plan};
use crate::records::{Held, Origin, Record, Subject, task_words};
use crate::wording;
use crate::words::{say, tr};

pub(super) fn run(
    common: &Common,
    args: &RecordsArgs,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let dossier = opening::dossier(common)?;
    let plan = &dossier.plan;
    let book = &dossier.book;
    let wanted = |origin: Origin| !args.own || origin == Origin::Own;
    let held = book.held().iter().filter(|it| wanted(it.origin));
    let held: Vec<&Held> = held.collect();
    let replaced = book.replaced().iter().filter(|it| wanted(**it)).count();
    let store = opening::store(plan, common)?;
    if args.json {
        let answer = answers::Records::of(plan, &store, &held, replaced, book);
        answers::write(&answer, out)?;
        return Ok(());
    }
    let mut lines = Lines::of_output();
    for held in &held {
        let line = line(held, plan, &dossier.outline);
        lines.write(&format!("{}  {line}", tr(held.origin.label())), out)?;
    }
    lines.end(out)?;
    let path = store.path().display().to_string();
    let sum = say!(
        "共 {n} 条；自记的在 {path}",
        n = held.len(),
        path = printable(&path)
    );
    writeln!(out, "{sum}")?;
    for left_out in left_out(replaced, book.unread().len()) {
        writeln!(out, "{left_out}")?;
    }
    Ok(())
}

/// What the list leaves out, in words.
fn left_out(replaced: usize, faults: usize) -> impl Iterator<Item = String> {
    let replaced =
        (replaced > 0).then(|| say!("另有 {n} 条已由后来的更正取代，没有列出", n = replaced));
    let unread =
        (faults > 0).then(|| say!("另有 {n} 处问题，所在的记录没有读入，没有列出", n = faults));
    replaced.into_iter().chain(unread)
}

fn line(held: &Held, plan: &Plan, outline: &Outline) -> String {
    match &held.record {
        Record::Observation(it) => {
            let target = plan.target(&it.target);
            let name = target.map_or(it.target.as_str(), |target| target.name.as_str());
            let name = match &it.area {
                Some(area) => wording::aside(name, say!("参考地区：{area}", area)),
                None => name.to_owned(),
            };
            let unit = target.and_then(|target| target.unit.as_deref());
            let benchmark = it
                .benchmark
                .map(|value| say!("，对照{benchmark}", benchmark = value))
                .unwrap_or_default();
            let standing = it.standing.map_or("", |standing| tr(standing.label()));
            format!(
                "{name}  {}  {}{benchmark}  {}  {standing} {}",
                it.period,
                wording::measured(it.value, unit),
                it.source,
                tr(it.flag.label())
            )
            .trim_end()
            .to_owned()
        }
        Record::Comment(it) => {
            let name = it.target.as_deref().map_or(tr("全规划"), |id| {
                plan.target(id).map_or(id, |target| target.name.as_str())
            });
            let matter = tr(it.words.matter().label());
            format!("{name}  {}  {matter}  {}", it.date, it.words.in_line())
        }
        Record::Status(it) => {
            let name = match &it.subject {
                Subject::Target(id) => plan
                    .target(id)
                    .map_or(id.clone(), |target| target.name.clone()),
                Subject::Task(at) => {
                    format!("{at} {}", task_words(*at, outline))
                }
            };
            let source = it.source.as_deref().unwrap_or_default();
            format!("{name}  {}  {}  {source}", it.date, tr(it.stage.label()))
                .trim_end()
                .to_owned()
        }
    }
}
