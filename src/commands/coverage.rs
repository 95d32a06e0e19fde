//! `guihua coverage`: which task serves which target, and what has no counterpart.

use std::io::Write;

use super::Failure;
use super::opening::plan_file;
use super::table::Lines;
use crate::cli::{Common, CoverageArgs};
use crate::coverage::Coverage;
use crate::output::answers;
use crate::plan::NodeKind;
use crate::records::PlanFile;
use crate::wording::{aside, target_name};
use crate::words::{say, tr};

pub(super) fn run(
    common: &Common,
    args: &CoverageArgs,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let PlanFile { plan, outline, .. } = plan_file(common)?;
    let coverage = Coverage::of(&plan, &outline);
    if args.json {
        answers::write(&answers::Coverage::of(&plan, &outline, &coverage), out)?;
        return Ok(());
    }
    let mut list = Lines::of_output();
    for (index, target) in plan.targets.iter().enumerate() {
        let mut links = coverage.tasks_of(index).peekable();
        if links.peek().is_some() {
            list.write(&aside(target_name(&plan, target), target.citation.at), out)?;
        }
        for link in links {
            let task = format!("{} {}", link.at(), link.words(&outline));
            let line = format!("  ← {}", aside(task, tr(link.origin.label())));
            list.write(&line, out)?;
        }
    }
    let (targets, tasks) = (plan.targets.len(), outline.of_kind(NodeKind::Task).count());
    let head = say!(
        "没有任务对应的指标（{n} 项／共 {all} 项）",
        n = coverage.unserved.len(),
        all = targets
    );
    writeln!(out, "\n{head}")?;
    let unserved = coverage.unserved.iter();
    for target in unserved.filter_map(|index| plan.targets.get(*index)) {
        let line = format!(
            "  {}",
            aside(target_name(&plan, target), target.citation.at)
        );
        list.write(&line, out)?;
    }
    let head = say!(
        "没有指标衡量的任务（{n} 项／共 {all} 项）",
        n = coverage.unmeasured.len(),
        all = tasks
    );
    writeln!(out, "\n{head}")?;
    for task in coverage.unmeasured.iter().map(|id| outline.node(*id)) {
        list.write(&format!("  {} {}", task.address, task.title()), out)?;
    }
    Ok(list.end(out)?)
}
