//! `guihua tasks`: the tasks by section, with how far the records say that they have come.

use std::io::Write;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::Failure;
use super::show::ShownHeading;
use crate::cli::{Common, TasksArgs};
use crate::load::printable;
use crate::monitoring::Opened;
use crate::plan::{Address, Domain, Node, NodeId, NodeKind, Outline};
use crate::records::{Stage, Status};
use crate::text::{pad, width};
use crate::words::{say, tr};

/// The tasks, as `tasks --json` prints them.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TaskList {
    /// The version of this shape.
    version: u8,
    /// The day as at which their progress is shown.
    as_of: String,
    /// The tasks, in reading order.
    tasks: Vec<ListedTask>,
}

/// A task.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ListedTask {
    /// Its address.
    #[schemars(with = "String")]
    address: Address,
    /// The headings that it stands under, outermost first.
    trail: Vec<ShownHeading>,
    /// The domain that it belongs to.
    domain: Option<Domain>,
    /// Its lead sentence without the full stop.
    title: String,
    /// What follows the lead sentence; may be empty.
    text: String,
    /// The latest record of its progress; `null` where there is none.
    status: Option<TaskStatus>,
}

/// How far a task has come.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TaskStatus {
    /// The stage, in the word of the records (未启动、推进中、已完成、未完成、已调整).
    #[schemars(with = "String")]
    stage: Stage,
    /// The day on which that held.
    date: String,
    /// Who says so, if the record tells.
    source: Option<String>,
    /// What a reader must know, if the record tells.
    note: Option<String>,
}

pub(super) fn run(
    opened: &Opened,
    common: &Common,
    args: &TasksArgs,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let plan = &opened.plan;
    let domain = args.domain.as_deref();
    if let Some(domain) = domain.filter(|domain| !plan.domains.iter().any(|own| own == domain)) {
        return Err(Failure::Unknown(say!(
            "没有“{typed}”这个领域；可用：{known}",
            typed = printable(domain),
            known = plan.domains.join("、")
        )));
    }
    let (outline, as_of) = (Outline::of(plan), args.as_of.date());
    let book = super::book(opened, common)?;
    let tasks = outline.of_kind(NodeKind::Task);
    let tasks = tasks.filter(|(_, node)| domain.is_none_or(|d| node.domain.as_deref() == Some(d)));
    let tasks = tasks.map(|(id, node)| (id, node, book.status_of_task(node.address, as_of)));
    let tasks: Vec<Task<'_>> = tasks.collect();
    if args.json {
        let task = |(id, node, status): &Task<'_>| ListedTask::of(&outline, *id, node, *status);
        let answer = TaskList {
            version: 1,
            as_of: as_of.to_string(),
            tasks: tasks.iter().map(task).collect(),
        };
        return super::show::print(&answer, out);
    }
    list(&outline, &tasks, out)?;
    writeln!(out, "{}", summary(&tasks, as_of))?;
    Ok(())
}

/// A task with its latest record.
type Task<'a> = (NodeId, &'a Node, Option<&'a Status>);

fn list(outline: &Outline, tasks: &[Task<'_>], out: &mut impl Write) -> Result<(), Failure> {
    let address = tasks
        .iter()
        .map(|(_, node, _)| node.address.to_string().len());
    let stages = tasks.iter().map(|(.., status)| width(&stage(*status)));
    let (address, stages) = (address.max().unwrap_or(0), stages.max().unwrap_or(0));
    let mut above: Vec<NodeId> = Vec::new();
    for (id, node, status) in tasks {
        let trail: Vec<NodeId> = outline.trail(*id).into_iter().skip(1).collect();
        for heading in trail.iter().filter(|heading| !above.contains(heading)) {
            let node = outline.node(*heading);
            let indent = if node.kind == NodeKind::Section {
                ""
            } else {
                "  "
            };
            writeln!(out, "{indent}{}{}", node.number, node.title())?;
        }
        above = trail;
        let at = pad(&node.address.to_string(), address);
        let stage = pad(&stage(*status), stages);
        writeln!(out, "    {at}  {stage}  {}", node.title())?;
    }
    Ok(())
}

fn stage(status: Option<&Status>) -> String {
    status.map_or_else(
        || tr("尚无记录").to_owned(),
        |status| format!("{}（{}）", status.stage.label(), status.date),
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

impl ListedTask {
    fn of(outline: &Outline, id: NodeId, node: &Node, status: Option<&Status>) -> Self {
        let trail = outline.trail(id).into_iter().map(|id| outline.node(id));
        Self {
            address: node.address,
            trail: trail.map(ShownHeading::of).collect(),
            domain: node.domain.clone(),
            title: node.title().to_owned(),
            text: node.rest().to_owned(),
            status: status.map(TaskStatus::of),
        }
    }
}

impl TaskStatus {
    fn of(status: &Status) -> Self {
        Self {
            stage: status.stage,
            date: status.date.to_string(),
            source: status.source.clone(),
            note: status.note.clone(),
        }
    }
}
