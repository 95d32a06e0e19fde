//! How far the tasks, projects and safeguards have come, each with its measures that have records of their own.

use jiff::civil::Date;

use super::StageTasks;
use super::block::Item;
use crate::dossier::Dossier;
use crate::plan::{Node, NodeKind, Outline, TaskKind};
use crate::records::{Stage, Status};
use crate::wording;
use crate::words::{say, tr};

/// Tasks by stage, then the safeguards, each with its latest record.
pub(super) fn of_tasks(dossier: &Dossier, as_of: Date) -> Vec<StageTasks> {
    let mut groups = by_stage(dossier, as_of, TaskKind::Task);
    groups.push(safeguards(dossier, as_of));
    groups.retain(|group| group.count > 0);
    groups
}

/// Projects or reforms by stage, each with its latest record.
pub(super) fn of_kind(dossier: &Dossier, as_of: Date, kind: TaskKind) -> Vec<StageTasks> {
    let mut groups = by_stage(dossier, as_of, kind);
    groups.retain(|group| group.count > 0);
    groups
}

fn by_stage(dossier: &Dossier, as_of: Date, kind: TaskKind) -> Vec<StageTasks> {
    let Dossier { outline, book, .. } = dossier;
    let words = Stage::ALL.iter().map(|(_, stage)| tr(stage.label()));
    let none = tr("无记录");
    let mut groups: Vec<StageTasks> = words.chain([none]).map(StageTasks::empty).collect();
    for (_, task) in outline.of_kind(NodeKind::Task) {
        if task.task_kind() != Some(kind) {
            continue;
        }
        let status = book.status_of_task(task.address, as_of);
        let stage = wording::head(status.map_or(none, |status| tr(status.stage.label())));
        if let Some(group) = groups.iter_mut().find(|group| group.stage == stage) {
            let name = named(outline, task);
            group.add(Item {
                text: match status {
                    Some(status) => wording::aside(name, recorded(status)),
                    None => name,
                },
                under: measures(dossier, task, as_of),
            });
        }
    }
    groups
}

fn safeguards(dossier: &Dossier, as_of: Date) -> StageTasks {
    let mut safeguards = StageTasks::empty(tr("保障措施"));
    for node in dossier.outline.safeguards() {
        let status = dossier.book.status_of_task(node.address, as_of);
        let progress = match status {
            Some(status) => staged(status),
            None => tr("无记录").to_owned(),
        };
        let head = named(&dossier.outline, node);
        safeguards.add(Item {
            text: say!("{head}：{text}", head, text = progress),
            under: measures(dossier, node, as_of),
        });
    }
    safeguards
}

/// The measures of a task that have a record, in its order.
fn measures(dossier: &Dossier, task: &Node, as_of: Date) -> Vec<String> {
    let told = dossier
        .measures(task, as_of)
        .map(|(words, status)| say!("{head}：{text}", head = words, text = staged(status)));
    told.collect()
}

fn named(outline: &Outline, node: &Node) -> String {
    format!("{} {}", wording::place(outline, node.address), node.title())
}

/// The stage of a status with its date and source.
fn staged(status: &Status) -> String {
    wording::aside(tr(status.stage.label()), recorded(status))
}

/// The date and source of a status.
fn recorded(status: &Status) -> String {
    let day = wording::day(&status.date.to_string());
    match &status.source {
        Some(source) => [&day, tr("，"), source].concat(),
        None => day,
    }
}

impl StageTasks {
    fn empty(stage: &str) -> Self {
        Self {
            stage: wording::head(stage),
            count: 0,
            tasks: Vec::new(),
        }
    }

    fn add(&mut self, task: Item) {
        self.count += 1;
        self.tasks.push(task);
    }
}
