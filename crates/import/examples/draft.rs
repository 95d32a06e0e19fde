//! Prints what a file was understood as, as JSON: `cargo run -p guihua-import --example draft -- FILE`.
//!
//! For trying: each document with its particulars, headings, text, targets, tasks, doubts and what was left out, and
//! whether all of the file's text is accounted for.

use std::error::Error;
use std::io::Write;

use guihua_import::document::{Content, Part};
use guihua_import::findings::doubt::Doubt;
use guihua_import::findings::target::Target;
use guihua_import::findings::task::Task;
use guihua_import::source::{Omitted, Source};
use guihua_import::{Draft, coverage, read, understand};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("name a file")?;
    let bytes = std::fs::read(&path)?;
    let source = read(&path, &bytes).map_err(|refusal| refusal.to_string())?;
    let drafts = understand(&source);
    let proof = coverage::compare(&source, &drafts).err();
    let answer = json!({
        "missing": proof.map(|d| format!("{d:?}")),
        "drafts": drafts.iter().enumerate().map(|(n, d)| draft(d, (n == 0).then_some(&source))).collect::<Vec<_>>(),
    });
    writeln!(std::io::stdout(), "{answer}")?;
    Ok(())
}

fn draft(draft: &Draft, source: Option<&Source>) -> Value {
    let document = &draft.document;
    let mut headings = headings(&document.body, "");
    for (n, annex) in document.annexes.iter().enumerate() {
        headings.extend(self::headings(&annex.parts, &format!("a{}.", n + 1)));
    }
    let read = source.iter().flat_map(|s| &s.omitted);
    let left = draft.omitted.iter().map(|o| &o.omitted).chain(read);
    json!({
        "title": document.title.as_ref().map(|t| &t.text),
        "particulars": format!("{:?}", document.particulars),
        "headings": headings,
        "parts": document.parts().map(part).collect::<Vec<_>>(),
        "targets": draft.findings.targets.iter().enumerate().map(target).collect::<Vec<_>>(),
        "tasks": draft.findings.tasks.iter().map(task).collect::<Vec<_>>(),
        "doubts": draft.findings.doubts.iter().map(doubt).collect::<Vec<_>>(),
        "omitted": left.map(omitted).collect::<Vec<_>>(),
    })
}

fn headings(parts: &[Part], prefix: &str) -> Vec<Value> {
    let headings = parts
        .iter()
        .filter_map(|p| Some((p.place.line, p.heading()?)));
    let shown = headings.enumerate().map(|(n, (line, heading))| {
        json!({
            "address": format!("{prefix}{}", n + 1),
            "depth": heading.depth,
            "number": heading.marker.as_ref().map(|m| &m.printed),
            "title": heading.title,
            "why": heading.why.label(),
            "line": line,
        })
    });
    shown.collect()
}

fn part(part: &Part) -> Value {
    let mut text = String::new();
    part.print(&mut text);
    let kind = match &part.content {
        Content::Heading(heading) => format!("heading {}", heading.depth),
        Content::Paragraph(_) => "paragraph".to_owned(),
        Content::Table(_) => "table".to_owned(),
        Content::Box(_) => "box".to_owned(),
        Content::Picture(_) => "picture".to_owned(),
    };
    json!({ "line": part.place.line, "kind": kind, "text": text })
}

fn target((n, target): (usize, &Target)) -> Value {
    let last = target.goals.last();
    json!({
        "id": format!("t{}-{n}", target.evidence.order),
        "name": target.name,
        "kind": target.kind.word(),
        "unit": target.unit,
        "goal": last.filter(|g| g.is_figure).map(|g| &g.value),
        "year": last.and_then(|g| g.year),
        "year_by": last.map(|g| format!("{:?}", g.year_by)),
        "goals": target.goals.iter().filter(|g| g.is_figure).map(|g| json!({ "year": g.year, "value": g.value })).collect::<Vec<_>>(),
        "history": target.baseline.iter().map(|b| json!({ "year": b.year, "value": b.value })).collect::<Vec<_>>(),
        "binding": target.binding.map(|b| format!("{b:?}")),
        "quote": target.evidence.quote,
        "why": target.why.label(),
        "line": target.evidence.place.line,
    })
}

fn task(task: &Task) -> Value {
    let duty = task.duty.as_ref();
    json!({
        "title": task.title,
        "lead": duty.and_then(|d| d.lead.as_ref()),
        "with": duty.and_then(|d| d.with.as_ref()),
        "due": duty.and_then(|d| d.due.as_ref()),
        "why": task.why.label(),
        "line": task.evidence.place.line,
    })
}

fn doubt(doubt: &Doubt) -> Value {
    json!({ "line": doubt.place.line, "matter": doubt.matter.label(), "words": doubt.words, "suggestion": doubt.suggestion })
}

fn omitted(omitted: &Omitted) -> Value {
    json!({ "line": omitted.place.line, "text": omitted.text, "reason": format!("{:?}", omitted.reason) })
}
