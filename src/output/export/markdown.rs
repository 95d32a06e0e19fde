//! The document, the targets and the records in Markdown.
//!
//! Every heading and paragraph begins with an anchor named by its address, so that `#3.1.2p1` leads there. Supplied
//! characters are in ⟦⟧, as in plan.yaml; what is doubtful is told below its paragraph.

use super::record_row::{self, RecordRow};
use super::{Export, Part};
use crate::card::Card;
use crate::output::markdown::{Document, link, plain};
use crate::plan::{Node, NodeKind, Target};
use crate::wording;
use crate::words::{say, tr};

/// An export in Markdown, or a part of it.
pub fn markdown(export: &Export<'_>, only: Option<Part>) -> String {
    let wants = |part| only.is_none_or(|only| only == part);
    let mut out = Document::default();
    head(&mut out, export);
    if wants(Part::Document) {
        let nodes: Vec<&Node> = export.dossier.outline.nodes().iter().collect();
        let table = |node: &Node| node.row().map(|_| node.address.with_row(0));
        for run in nodes.chunk_by(|a, b| table(a).is_some() && table(a) == table(b)) {
            match run.first() {
                Some(first) if first.row().is_some() => rows(&mut out, run),
                _ => run.iter().for_each(|node| block(&mut out, node)),
            }
        }
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
    if let Some(source) = &meta.source {
        out.paragraph(say!("原文：{source}", source = link(source)));
    }
    out.line(tr(
        "⟦⟧之间是网页缺失、由编者补出的字；其中有“|”的不能确定，最可能的在前。",
    ));
}

/// A table. Markdown has one row of heads and no spans: a cell that spans several columns is followed by empty ones.
fn rows(out: &mut Document, rows: &[&Node]) {
    let end = |node: &&Node| {
        let cells = node.row().into_iter().flat_map(|row| &row.cells);
        cells
            .map(|cell| usize::from(cell.column + cell.columns))
            .max()
    };
    let columns = rows.iter().filter_map(end).max().unwrap_or(0);
    let line = |node: &&Node| {
        let anchor = format!("<a id=\"{}\"></a>", node.address);
        let mut line = vec![String::new(); columns];
        for cell in node.row().into_iter().flat_map(|row| &row.cells) {
            let text = node.prose.slice(&cell.range).marked();
            if let Some(place) = line.get_mut(usize::from(cell.column)) {
                *place = plain(&text);
            }
        }
        if let Some(first) = line.first_mut() {
            first.insert_str(0, &anchor);
        }
        line
    };
    let has_head = rows
        .first()
        .is_some_and(|node| node.row().is_some_and(|row| row.is_head));
    let (head, body) = rows.split_at(usize::from(has_head));
    let heads = head
        .first()
        .map_or_else(|| vec![String::new(); columns], line);
    out.line("");
    out.table(&heads, body.iter().map(line));
    for node in rows {
        doubts(out, node);
    }
}

/// The marks of the levels of headings; the title of the page is one higher.
const HEADINGS: [&str; 5] = ["## ", "### ", "#### ", "##### ", "###### "];

fn block(out: &mut Document, node: &Node) {
    let title = format!("{}{}", node.number, node.prose.marked());
    let anchor = format!("<a id=\"{}\"></a>", node.address);
    let marks = match node.kind {
        NodeKind::NoticeTitle | NodeKind::PlanTitle | NodeKind::AttachmentTitle => "## ",
        NodeKind::Heading => HEADINGS[(node.address.level() - 1).min(HEADINGS.len() - 1)],
        _ => "",
    };
    let text = match node.kind {
        NodeKind::Task | NodeKind::RunIn | NodeKind::Principle => with_lead(node),
        NodeKind::Picture if node.is_bare_picture() => plain(wording::picture_sign()),
        NodeKind::Box | NodeKind::Table => format!("**{}**", plain(&title)),
        _ => plain(&node.number) + &plain(&node.prose.marked()),
    };
    out.line(format_args!("\n{marks}{anchor}{text}"));
    doubts(out, node);
}

/// A paragraph with its lead in bold. The full stop stays outside: between a full stop and a Chinese character,
/// asterisks do not close emphasis.
fn with_lead(node: &Node) -> String {
    let (length, whole) = (node.title().len(), node.prose.reading().len());
    let title = node.prose.slice(&(0..length)).marked();
    let rest = node.prose.slice(&(length..whole)).marked();
    let ends = title.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric);
    let (number, title, rest) = (plain(&node.number), plain(&title), plain(&rest));
    if ends {
        format!("**{number}{title}**{rest}")
    } else {
        format!("{number}{title}{rest}")
    }
}

/// What is doubtful in a node, a paragraph each.
fn doubts(out: &mut Document, node: &Node) {
    for doubt in node.doubts() {
        out.line(format_args!("\n{}", plain(&doubt)));
    }
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
        plain(&card.names()),
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
