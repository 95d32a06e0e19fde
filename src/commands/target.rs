//! `guihua target`: one target on a card.

use std::io::Write;

use super::Failure;
use crate::answers;
use crate::card::Card;
use crate::cli::{Common, TargetArgs};
use crate::coverage::Coverage;
use crate::evaluation::{Evaluation, Method, Projection};
use crate::monitoring::{Opened, find_target};
use crate::plan::Outline;
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
        let outline = Outline::of(plan);
        writeln!(out, "\n{}", tr("为什么"))?;
        for step in evaluation.why(target, &method) {
            writeln!(out, "  {}  {}", step.label, step.text)?;
        }
        for link in Coverage::of(plan, &outline).tasks_of(&target.id) {
            let title = outline
                .at(link.task)
                .map_or("", |id| outline.node(id).title());
            let task = aside(format!("{} {title}", link.task), tr(link.origin.label()));
            writeln!(out, "  {}  {task}", tr("任务"))?;
        }
    }
    Ok(())
}
