//! `guihua target`: one target on a card.

use std::io::{self, Write};

use super::Failure;
use crate::answers;
use crate::card::Card;
use crate::cli::{Common, TargetArgs};
use crate::coverage::Coverage;
use crate::evaluation::{Evaluation, Method, Projection, Step};
use crate::monitoring::Opened;
use crate::plan::{Outline, Plan, Target};
use crate::records::find_target;
use crate::text::{pad, width};
use crate::wording::aside;
use crate::words::{say, tr};

pub(super) fn run(
    opened: &Opened,
    common: &Common,
    args: &TargetArgs,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let plan = &opened.plan;
    let target = find_target(plan, &args.target)?;
    let (book, method) = (super::book(opened, common)?, Method::default());
    let as_of = args.as_of.date();
    let evaluation = Evaluation::of(target, plan, &book, as_of, &method);
    if args.json {
        let outline = Outline::of(plan);
        let coverage = Coverage::of(plan, &outline);
        let links = coverage.tasks_of(&target.id);
        let answer = answers::Target::of(plan, target, as_of, &evaluation, links);
        answers::write(&answer, out)?;
        return Ok(());
    }
    for line in Card::of(target, &evaluation, as_of).lines() {
        writeln!(out, "{line}")?;
    }
    if let Some(projection) = Projection::of(&evaluation, target) {
        let value = crate::wording::figure(projection.value, target);
        let line = say!(
            "外推  {year}年{value}（{method}）",
            year = projection.year,
            value = value,
            method = projection.method
        );
        writeln!(out, "{line}")?;
    }
    if args.why {
        let steps = evaluation.why(target, &method);
        why(steps, &tasks(plan, target), out)?;
    }
    Ok(())
}

/// The tasks that serve the target, with who says so.
fn tasks(plan: &Plan, target: &Target) -> Vec<String> {
    let outline = Outline::of(plan);
    let coverage = Coverage::of(plan, &outline);
    let links = coverage.tasks_of(&target.id);
    let told = links.map(|link| {
        let id = outline.at(link.task);
        let title = id.map_or("", |id| outline.node(id).title());
        aside(format!("{} {title}", link.task), tr(link.origin.label()))
    });
    told.collect()
}

/// The steps of the reasons and the tasks, their labels in a column.
fn why(steps: Vec<Step>, tasks: &[String], out: &mut impl Write) -> io::Result<()> {
    let steps = steps.into_iter().map(|step| (step.label, step.text));
    let tasks = tasks.iter().map(|task| (tr("任务"), task.clone()));
    let lines: Vec<(&str, String)> = steps.chain(tasks).collect();
    let columns = lines.iter().map(|(label, _)| width(label)).max();
    writeln!(out, "\n{}", tr("为什么"))?;
    for (label, text) in lines {
        writeln!(out, "  {}  {text}", pad(label, columns.unwrap_or(0)))?;
    }
    Ok(())
}
