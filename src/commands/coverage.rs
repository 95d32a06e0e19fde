//! `guihua coverage`: which task serves which target, and what has no counterpart.

use std::io::Write;

use super::Failure;
use crate::answers;
use crate::cli::CoverageArgs;
use crate::coverage::Coverage;
use crate::plan::{Outline, Plan};

pub(super) fn run(plan: &Plan, args: &CoverageArgs, out: &mut impl Write) -> Result<(), Failure> {
    let outline = Outline::of(plan);
    let coverage = Coverage::of(plan, &outline);
    if args.json {
        answers::write(&answers::Coverage::of(plan, &coverage), out)?;
        return Ok(());
    }
    let title = |at| outline.at(at).map_or("", |id| outline.node(id).title());
    for target in &plan.targets {
        let mut links = coverage.tasks_of(&target.id).peekable();
        if links.peek().is_some() {
            writeln!(out, "{}（{}）", target.name, target.citation.at)?;
        }
        for link in links {
            writeln!(
                out,
                "  ← {} {}（{}）",
                link.task,
                title(link.task),
                link.origin.label()
            )?;
        }
    }
    let (targets, tasks) = (
        plan.targets.len(),
        outline.of_kind(crate::plan::NodeKind::Task).count(),
    );
    writeln!(
        out,
        "\n没有任务对应的指标（{} 项／共 {targets} 项）",
        coverage.unserved.len()
    )?;
    for target in &coverage.unserved {
        writeln!(out, "  {}（{}）", target.name, target.citation.at)?;
    }
    writeln!(
        out,
        "\n没有指标衡量的任务（{} 项／共 {tasks} 项）",
        coverage.unmeasured.len()
    )?;
    for task in &coverage.unmeasured {
        writeln!(out, "  {} {}", task.address, task.title())?;
    }
    Ok(())
}
