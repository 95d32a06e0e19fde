//! `guihua tasks`: the tasks by section, with their recorded progress.

use std::io::Write;

use jiff::civil::Date;

use super::domains::Wanted;
use super::table::Lines;
use super::{Failure, opening};
use crate::assessment::Assessment;
use crate::cli::{Common, TasksArgs};
use crate::output::answers;
use crate::plan::{Node, NodeId, NodeKind, Outline};
use crate::records::Status;
use crate::text::{pad, width};
use crate::wording::aside;
use crate::words::{say, tr};

pub(super) fn run(common: &Common, args: &TasksArgs, out: &mut impl Write) -> Result<(), Failure> {
    let mut dossier = opening::shipped(common)?;
    dossier.book = opening::book(&dossier, common)?;
    let wanted = Wanted::of(&dossier.plan, args.domain.as_deref())?;
    let assessment = Assessment::of(&dossier, args.as_of.date());
    let as_of = assessment.as_of;
    let (outline, book) = (&dossier.outline, &dossier.book);
    let tasks = outline.of_kind(NodeKind::Task);
    let tasks = tasks.filter(|(_, node)| wanted.admits(&node.domain));
    let tasks = tasks.map(|(id, node)| (id, node, book.status_of_task(node.address, as_of)));
    let tasks: Vec<Task<'_>> = tasks.collect();
    if args.json {
        let tasks = tasks.iter().map(|(id, _, status)| (*id, *status));
        let answer = answers::Tasks::of(&dossier, &assessment, tasks);
        return Ok(answers::write(&answer, out)?);
    }
    list(outline, &tasks, out)?;
    writeln!(out, "{}", summary(&tasks, as_of))?;
    Ok(())
}

/// A task with its latest record.
type Task<'a> = (NodeId, &'a Node, Option<&'a Status>);

fn list(outline: &Outline, tasks: &[Task<'_>], out: &mut impl Write) -> Result<(), Failure> {
    let address = tasks
        .iter()
        .map(|(_, node, _)| width(&node.address.for_readers()));
    let stages = tasks.iter().map(|(.., status)| width(&stage(*status)));
    let (address, stages) = (address.max().unwrap_or(0), stages.max().unwrap_or(0));
    let mut above: Vec<NodeId> = Vec::new();
    let mut lines = Lines::of_output();
    for (id, node, status) in tasks {
        let trail: Vec<NodeId> = outline.trail(*id).into_iter().skip(1).collect();
        for heading in trail.iter().filter(|heading| !above.contains(heading)) {
            let node = outline.node(*heading);
            let indent = 2 * node.address.level().saturating_sub(2);
            let line = format!("{:indent$}{}{}", "", node.number, node.title());
            lines.write(&line, out)?;
        }
        above = trail;
        let at = pad(&node.address.for_readers(), address);
        let stage = pad(&stage(*status), stages);
        lines.write(&format!("    {at}  {stage}  {}", node.title()), out)?;
    }
    Ok(lines.end(out)?)
}

fn stage(status: Option<&Status>) -> String {
    status.map_or_else(
        || tr("尚无记录").to_owned(),
        |status| aside(tr(status.stage.label()), status.date),
    )
}

fn summary(tasks: &[Task<'_>], as_of: Date) -> String {
    let recorded = tasks.iter().filter(|(_, _, status)| status.is_some());
    say!(
        "共 {count} 项，有记录的 {recorded} 项；截至{day}",
        count = tasks.len(),
        recorded = recorded.count(),
        day = as_of
    )
}
