//! The tasks on the page, by domain, each with its latest record.

use maud::{Markup, html};

use super::{domain_numbers, heading};
use crate::output::export::Export;
use crate::plan::{Node, NodeKind};
use crate::records::{Stage, Status};
use crate::wording;
use crate::words::{say, tr};

pub(super) fn section(export: &Export<'_>) -> Markup {
    let tasks = || {
        export
            .dossier
            .outline
            .of_kind(NodeKind::Task)
            .map(|(_, node)| node)
    };
    let domains = export.dossier.plan.domains.iter().map(Some);
    let groups = domains.chain([None]).map(|domain| {
        let found: Vec<&Node> = tasks()
            .filter(|node| node.domain.as_ref() == domain)
            .collect();
        let plan = &export.dossier.plan;
        let told = domain.map_or(tr("其他"), |name| wording::told(plan, name));
        (told, found)
    });
    html! {
        section id="tasks" {
            (heading(tr("任务"), "shown-tasks", tasks().count())) "\n"
            @for (name, tasks) in groups.filter(|(_, tasks)| !tasks.is_empty()) {
                (group(export, name, &tasks)) "\n"
            }
        }
    }
}

fn group(export: &Export<'_>, name: &str, tasks: &[&Node]) -> Markup {
    html! {
        section.group {
            h3 { (name) " " small { (say!("{n}项", n = tasks.len())) } } "\n"
            ul.tasks {
                @for task in tasks {
                    li.task data-d=(domain_numbers(export, &task.domain)) {
                        a href={ "#" (task.address) } {
                            span.where { (wording::place(&export.dossier.outline, task.address)) } " " (task.title())
                        }
                        @if let Some(status) = export.dossier.book.status_of_task(task.address, export.assessment.as_of) {
                            " " (stand(status))
                        }
                        (measures(export, task))
                    }
                    "\n"
                }
            }
        }
    }
}

/// The measures of a task that have records of their own.
fn measures(export: &Export<'_>, task: &Node) -> Markup {
    let measures: Vec<_> = export
        .dossier
        .measures(task, export.assessment.as_of)
        .collect();
    html! {
        @if !measures.is_empty() {
            ul.measures { @for (words, status) in &measures { li { (words) " " (stand(status)) } } }
        }
    }
}

/// The stage of a task with date and source.
fn stand(status: &Status) -> Markup {
    let class = match status.stage {
        Stage::Completed => "reached",
        Stage::Underway => "on-course",
        Stage::NotStarted => "behind",
        Stage::NotCompleted => "missed",
        Stage::Adjusted => "open",
    };
    html! {
        span class={ "verdict " (class) } { (tr(status.stage.label())) } " "
        small {
            (status.date)
            @if let Some(source) = &status.source { (tr("，")) (source) }
        }
    }
}
