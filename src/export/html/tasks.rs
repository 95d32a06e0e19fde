//! The tasks on the page, by domain, each with the latest that was recorded of it.

use std::fmt::Write as _;

use super::{domain_numbers, heading};
use crate::export::Export;
use crate::plan::{Node, NodeKind};
use crate::records::Stage;
use crate::report::escaped;
use crate::wording;
use crate::words::{say, tr};

pub(super) fn section(out: &mut String, export: &Export<'_>) {
    let tasks = || {
        export
            .dossier
            .outline
            .of_kind(NodeKind::Task)
            .map(|(_, node)| node)
    };
    let domains = export.dossier.plan.domains.iter().map(Some);
    out.push_str("<section id=\"tasks\">\n");
    heading(out, tr("任务"), "shown-tasks", tasks().count());
    for domain in domains.chain([None]) {
        let found: Vec<&Node> = tasks()
            .filter(|node| node.domain.as_ref() == domain)
            .collect();
        if !found.is_empty() {
            group(
                out,
                export,
                domain.map_or(tr("其他"), String::as_str),
                &found,
            );
        }
    }
    out.push_str("</section>\n");
}

fn group(out: &mut String, export: &Export<'_>, name: &str, tasks: &[&Node]) {
    // Here and below, writing to a String can't fail.
    let _ = writeln!(
        out,
        "<section class=\"group\">\n<h3>{} <small>{}</small></h3>\n<ul class=\"tasks\">",
        escaped(name),
        say!("{n}项", n = tasks.len())
    );
    for task in tasks {
        let _ = writeln!(
            out,
            "<li class=\"task\" data-d=\"{}\"><a href=\"#{}\"><span class=\"where\">{}</span> {}</a>{}</li>",
            domain_numbers(export, &task.domain),
            task.address,
            wording::place(task.address),
            escaped(task.title()),
            stand(export, task)
        );
    }
    out.push_str("</ul>\n</section>\n");
}

/// How far a task has come by the latest record up to the day; empty where there is none.
fn stand(export: &Export<'_>, task: &Node) -> String {
    let status = export
        .dossier
        .book
        .status_of_task(task.address, export.assessment.as_of);
    let Some(status) = status else {
        return String::new();
    };
    let class = match status.stage {
        Stage::Completed => "reached",
        Stage::Underway => "on-course",
        Stage::NotStarted => "behind",
        Stage::NotCompleted => "missed",
        Stage::Adjusted => "open",
    };
    let date = status.date.to_string();
    let told = match &status.source {
        Some(source) => [&date, tr("，"), source].concat(),
        None => date,
    };
    format!(
        " <span class=\"verdict {class}\">{}</span> <small>{}</small>",
        tr(status.stage.label()),
        escaped(&told)
    )
}
