//! `guihua records`: the records that count.

use std::io::Write;

use super::Failure;
use crate::answers;
use crate::cli::{Common, RecordsArgs};
use crate::monitoring::Opened;
use crate::plan::{Outline, Plan};
use crate::records::{Held, Origin, Record, Standing, Subject};

pub(super) fn run(
    opened: &Opened,
    common: &Common,
    args: &RecordsArgs,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let plan = &opened.plan;
    let book = super::book(opened, common)?;
    let wanted = |held: &&Held| !args.own || held.origin == Origin::Own;
    let held: Vec<&Held> = book.held().iter().filter(wanted).collect();
    let store = crate::monitoring::store(plan, common.records.as_deref())?;
    if args.json {
        answers::write(&answers::Records::of(plan, &store, &held), out)?;
        return Ok(());
    }
    let outline = Outline::of(plan);
    for held in &held {
        writeln!(
            out,
            "{}  {}",
            held.origin.label(),
            line(held, plan, &outline)
        )?;
    }
    let path = store.path().display().to_string();
    writeln!(
        out,
        "共 {} 条；自记的在 {}",
        held.len(),
        path.escape_debug()
    )?;
    Ok(())
}

fn line(held: &Held, plan: &Plan, outline: &Outline) -> String {
    match &held.record {
        Record::Observation(it) => {
            let target = plan.target(&it.target);
            let name = target.map_or(it.target.as_str(), |target| target.name.as_str());
            let unit = target
                .and_then(|target| target.unit.as_deref())
                .unwrap_or_default();
            let benchmark = it
                .benchmark
                .map(|value| format!("，对照{value}"))
                .unwrap_or_default();
            let standing = it.standing.map_or("", Standing::label);
            format!(
                "{name}  {}  {}{unit}{benchmark}  {}  {standing} {}",
                it.period,
                it.value,
                it.source,
                it.flag.label()
            )
            .trim_end()
            .to_owned()
        }
        Record::Status(it) => {
            let name = match &it.subject {
                Subject::Target(id) => plan
                    .target(id)
                    .map_or(id.clone(), |target| target.name.clone()),
                Subject::Task(at) => {
                    let title = outline.at(*at).map_or("", |id| outline.node(id).title());
                    format!("{at} {title}")
                }
            };
            let source = it.source.as_deref().unwrap_or_default();
            format!("{name}  {}  {}  {source}", it.date, it.stage.label())
                .trim_end()
                .to_owned()
        }
    }
}
