//! The document, the targets and the records in Markdown.
//!
//! Every heading and paragraph begins with an anchor named by its address, so that `#3.1.2p1` leads there. Supplied
//! characters are in ⟦⟧, as in plan.yaml.

use super::record_row::{self, RecordRow};
use super::{Export, Part};
use crate::card::Card;
use crate::output::markdown::{Document, link, plain};
use crate::plan::{Node, NodeKind, Target};
use crate::words::{say, tr};

/// An export in Markdown, or a part of it.
pub fn markdown(export: &Export<'_>, only: Option<Part>) -> String {
    let wants = |part| only.is_none_or(|only| only == part);
    let mut out = Document::default();
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
    out.heading(2, tr("评估方法"));
    out.line(plain(&export.report.method));
    out.finish()
}

fn head(out: &mut Document, export: &Export<'_>) {
    let meta = &export.dossier.plan.meta;
    out.heading(1, plain(&meta.title));
    out.paragraph(plain(&export.report.plan));
    out.paragraph(say!("原文：{source}", source = link(&meta.source)));
    out.line(tr("⟦⟧之间是网页缺失、由编者补出的字。"));
}

fn block(out: &mut Document, node: &Node) {
    let anchor = format!("<a id=\"{}\"></a>", node.address);
    let marks = match node.kind {
        NodeKind::NoticeTitle | NodeKind::PlanTitle | NodeKind::Chapter => "## ",
        NodeKind::Section => "### ",
        NodeKind::Subsection => "#### ",
        _ => "",
    };
    let text = match node.kind {
        NodeKind::Task | NodeKind::Safeguard | NodeKind::Principle => with_lead(node),
        _ => plain(&node.number) + &plain(&node.prose.marked()),
    };
    out.line(format_args!("\n{marks}{anchor}{text}"));
}

/// A paragraph with its lead in bold. The full stop stays outside: between a full stop and a Chinese character,
/// asterisks do not close emphasis.
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

/// Splits text with ⟦⟧ marks after `length` bytes of its reading.
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

fn targets(out: &mut Document, export: &Export<'_>) {
    out.heading(2, tr("指标"));
    for sentence in &export.report.summary {
        out.item(plain(sentence));
    }
    out.line("");
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
    let rows = export.cards().map(|(target, _, card)| row(target, &card));
    out.table(&heads.map(str::to_owned), rows);
}

fn row(target: &Target, card: &Card) -> [String; 10] {
    let at = target.citation.at;
    let sentence = format!("“{}” [{at}](#{at})", plain(&card.sentence));
    [
        plain(&card.name),
        plain(&card.domains),
        plain(&card.baseline.to_string()),
        plain(&card.goal.to_string()),
        plain(&card.latest.to_string()),
        plain(&card.progress),
        plain(&card.verdict),
        plain(&card.source),
        sentence,
        plain(&card.remarks.join(tr("；"))),
    ]
}

fn records(out: &mut Document, export: &Export<'_>) {
    out.heading(2, tr("记录与来源"));
    let row = RecordRow::all(export);
    if row.is_empty() {
        out.line(tr("没有监测记录。"));
        return;
    }
    let rows = row.iter().map(|record| record.cells().map(plain));
    out.table(&record_row::heads().map(str::to_owned), rows);
}
