//! `guihua import --explain`: the reason of each decision, in the order of the document.

use std::io::{self, Write};

use guihua_import::Draft;
use guihua_import::document::{Content, Part};

use crate::importing::Understood;
use crate::load::printable;
use crate::words::{say, tr};

/// The most characters of the words that are told.
const LONGEST: usize = 60;

/// A decision: the line, what it was taken for, the words, the reason.
type Decision = (usize, &'static str, String, &'static str);

/// Tells the decisions about a file.
pub(super) fn told(file: &Understood, out: &mut impl Write) -> io::Result<()> {
    for draft in &file.drafts {
        let title = draft
            .document
            .title
            .as_ref()
            .map(|title| printable(&title.text));
        let title = title.unwrap_or_else(|| tr("（无题）").to_owned());
        writeln!(
            out,
            "{}",
            say!("{name}：{title}", name = printable(&file.name), title)
        )?;
        let mut decisions = decisions(draft);
        let omitted = file
            .source
            .omitted
            .iter()
            .chain(draft.omitted.iter().map(|it| &it.omitted));
        decisions.extend(omitted.map(|it| {
            (
                it.place.line,
                tr("略去"),
                it.text.clone(),
                it.reason.label(),
            )
        }));
        decisions.sort_by_key(|(line, ..)| *line);
        for (line, what, words, why) in decisions {
            let words = printable(&shortened(&words));
            writeln!(out, "{line}\t{what}\t{words}\t{}", tr(why))?;
        }
    }
    Ok(())
}

fn decisions(draft: &Draft) -> Vec<Decision> {
    let mut found = Vec::new();
    for part in draft.document.parts() {
        found.extend(of_part(part));
    }
    let findings = &draft.findings;
    for it in &findings.targets {
        let words = format!("{} | {}", it.name, it.evidence.quote);
        found.push((it.evidence.place.line, tr("指标"), words, it.why.label()));
    }
    for it in &findings.tasks {
        found.push((
            it.evidence.place.line,
            tr("任务"),
            it.title.clone(),
            it.why.label(),
        ));
    }
    for it in &findings.doubts {
        found.push((
            it.place.line,
            tr("存疑"),
            it.words.clone(),
            it.matter.label(),
        ));
    }
    found
}

fn of_part(part: &Part) -> Option<Decision> {
    let mut words = String::new();
    part.print(&mut words);
    let line = part.place.line;
    match &part.content {
        Content::Heading(heading) => Some((line, tr("标题"), words, heading.why.label())),
        Content::Table(grid) => Some((line, tr("表"), words, grid.made_of.label())),
        Content::Box(panel) => Some((
            line,
            tr("专栏"),
            format!("{} {}", panel.label, panel.title),
            tr("专栏编号和标题"),
        )),
        Content::Picture(_) => Some((line, tr("图"), words, tr("文件里的图片"))),
        Content::Paragraph(_) => None,
    }
}

/// The beginning of a text, on one line.
fn shortened(text: &str) -> String {
    let line = guihua_import::encode::one_line(text);
    let mut short: String = line.chars().take(LONGEST).collect();
    if short.len() < line.len() {
        short.push('…');
    }
    short
}
