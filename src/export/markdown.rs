//! The document, the targets and the records in Markdown (`CommonMark`, with the tables that most readers know).
//!
//! Every heading and paragraph begins with an empty anchor that is named by its address, so that `#3.1.2p1` leads there.
//! Supplied characters stand between ⟦ and ⟧, as in plan.yaml: nothing of the document is lost.

use std::fmt::Write as _;

use super::told::{self, Told};
use super::{Export, Part};
use crate::plan::{Node, NodeKind};
use crate::report::plain;
use crate::words::{say, tr};

/// An export in Markdown, or a part of it.
pub fn markdown(export: &Export<'_>, only: Option<Part>) -> String {
    let wants = |part| only.is_none_or(|only| only == part);
    // Here and below, writing to a String can't fail.
    let mut out = String::new();
    head(&mut out, export);
    if wants(Part::Document) {
        let nodes = export.dossier.outline.nodes().iter();
        nodes.for_each(|node| block(&mut out, node));
    }
    if wants(Part::Targets) {
        targets(&mut out, export);
    }
    if wants(Part::Records) {
        records(&mut out, export);
    }
    let _ = writeln!(
        out,
        "\n## {}\n\n{}",
        tr("评估方法"),
        plain(&export.report.method)
    );
    out
}

fn head(out: &mut String, export: &Export<'_>) {
    let meta = &export.dossier.plan.meta;
    let _ = writeln!(
        out,
        "# {}\n\n{}\n\n{}\n",
        plain(&meta.title),
        plain(&export.report.plan),
        say!("原文：{source}", source = link(&meta.source)),
    );
    let _ = writeln!(out, "{}", tr("⟦⟧之间是网页缺失、由编者补出的字。"));
}

/// An address of the web as a link to itself; anything else as text.
fn link(source: &str) -> String {
    let is_web = source.starts_with("https://") || source.starts_with("http://");
    if is_web && !source.contains(['<', '>', ' ']) {
        format!("<{source}>")
    } else {
        plain(source)
    }
}

fn block(out: &mut String, node: &Node) {
    let anchor = format!("<a id=\"{}\"></a>", node.address);
    let number = plain(&node.number);
    let text = plain(&node.prose.marked());
    let _ = match node.kind {
        NodeKind::NoticeTitle | NodeKind::PlanTitle | NodeKind::Chapter => {
            writeln!(out, "\n## {anchor}{number}{text}")
        }
        NodeKind::Section => writeln!(out, "\n### {anchor}{number}{text}"),
        NodeKind::Subsection => writeln!(out, "\n#### {anchor}{number}{text}"),
        NodeKind::Task | NodeKind::Safeguard | NodeKind::Principle => {
            writeln!(out, "\n{anchor}{}", with_lead(node))
        }
        _ => writeln!(out, "\n{anchor}{number}{text}"),
    };
}

/// A paragraph that begins with its name in bold. The full stop stays outside: between one and a Chinese character,
/// asterisks would not end the emphasis.
fn with_lead(node: &Node) -> String {
    let marked = node.prose.marked();
    let (title, rest) = split_marked(&marked, node.title().len());
    let ends = title.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric);
    let (number, title, rest) = (plain(&node.number), plain(title), plain(rest));
    if ends {
        format!("**{number}{title}**{rest}")
    } else {
        format!("{number}{title}{rest}")
    }
}

/// Text with its marks, divided after so many bytes of the reading.
fn split_marked(marked: &str, length: usize) -> (&str, &str) {
    let mut read = 0;
    let end = marked.char_indices().find_map(|(at, c)| {
        let is_end = read >= length && c != '⟧';
        if !matches!(c, '⟦' | '⟧') {
            read += c.len_utf8();
        }
        is_end.then_some(at)
    });
    marked
        .split_at_checked(end.unwrap_or(marked.len()))
        .unwrap_or((marked, ""))
}

fn targets(out: &mut String, export: &Export<'_>) {
    let _ = writeln!(out, "\n## {}\n", tr("指标"));
    for sentence in &export.report.summary {
        let _ = writeln!(out, "- {}", plain(sentence));
    }
    out.push('\n');
    let heads = [
        tr("指标"),
        tr("领域"),
        tr("基期"),
        tr("目标"),
        tr("最新"),
        tr("进度"),
        tr("结论"),
        tr("来源"),
        tr("原句"),
        tr("说明"),
    ];
    row(out, &heads.map(str::to_owned));
    row(out, &heads.map(|_| "---".to_owned()));
    for (target, _, card) in export.cards() {
        let [(_, baseline), (_, goal), (_, latest)] = &card.figures;
        let parts = [
            &card.name,
            &card.domains,
            baseline,
            goal,
            latest,
            &card.progress,
        ];
        let [name, domains, baseline, goal, latest, progress] = parts.map(|part| plain(part));
        let at = target.citation.at;
        let sentence = format!("“{}” [{at}](#{at})", plain(&card.sentence));
        let remarks = plain(&card.remarks.join(tr("；")));
        let (verdict, source) = (plain(&card.verdict), plain(&card.source));
        row(
            out,
            &[
                name, domains, baseline, goal, latest, progress, verdict, source, sentence, remarks,
            ],
        );
    }
}

fn records(out: &mut String, export: &Export<'_>) {
    let _ = writeln!(out, "\n## {}\n", tr("记录与来源"));
    let told = Told::all(export);
    if told.is_empty() {
        let _ = writeln!(out, "{}", tr("没有监测记录。"));
        return;
    }
    row(out, &told::heads().map(str::to_owned));
    row(out, &told::heads().map(|_| "---".to_owned()));
    for record in told {
        row(out, &record.cells().map(plain));
    }
}

fn row(out: &mut String, cells: &[String]) {
    let _ = writeln!(out, "| {} |", cells.join(" | "));
}
