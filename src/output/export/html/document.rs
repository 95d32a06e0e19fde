//! The text of the document. The id of each heading and paragraph is its address; supplied characters and sentences
//! that targets quote are marked.

use std::collections::HashMap;
use std::ops::Range;

use maud::{Markup, html};

use crate::output::export::Export;
use crate::plan::{Node, NodeId, NodeKind};
use crate::wording;
use crate::words::tr;

/// The sentences that targets quote: byte ranges of the reading, with the target's id.
type Quotes<'a> = Vec<(Range<usize>, &'a str)>;

pub(super) fn section(export: &Export<'_>) -> Markup {
    let quotes = quotes(export);
    let of = |id: NodeId| quotes.get(&id).map_or(&[][..], Vec::as_slice);
    let nodes: Vec<(NodeId, &Node)> = export.dossier.outline.nodes().iter().enumerate().collect();
    let runs = nodes.chunk_by(|(_, a), (_, b)| is_in_one_run(a, b));
    html! {
        section id="text" {
            h2 { (wording::head(tr("正文"))) } "\n"
            p.legend { (tr("下加点线的字为网页缺失、由编者补出，⟦⟧内的不能确定；段末的 § 是这一段的链接。")) } "\n"
            article.document lang="zh-CN" {
                @for run in runs {
                    @if run.first().is_some_and(|(_, node)| is_field(node)) {
                        dl.fields { "\n" @for (id, node) in run { (field(node, of(*id))) "\n" } }
                        @for (_, node) in run { (doubts(node)) }
                    } @else if run.first().is_some_and(|(_, node)| node.row().is_some()) {
                        (table(run, &of))
                        @for (_, node) in run { (doubts(node)) }
                    } @else {
                        @for (id, node) in run { (block(export, node, of(*id))) "\n" (doubts(node)) }
                    }
                }
            }
        }
    }
}

fn is_field(node: &Node) -> bool {
    node.kind == NodeKind::Field
}

/// Whether two nodes that follow each other belong together: particulars, rows of a table, or all else.
fn is_in_one_run(a: &Node, b: &Node) -> bool {
    let table = |node: &Node| node.row().map(|_| node.address.with_row(0));
    is_field(a) == is_field(b) && table(a) == table(b)
}

/// A table. The cells of its head are named as such.
fn table<'a>(
    rows: &[(NodeId, &Node)],
    quotes: &impl Fn(NodeId) -> &'a [(Range<usize>, &'a str)],
) -> Markup {
    let is_head = |node: &Node| node.row().is_some_and(|row| row.is_head);
    let heads = rows.iter().take_while(|(_, node)| is_head(node)).count();
    let (head, body) = rows.split_at(heads);
    html! {
        table.grid {
            @if !head.is_empty() { thead { @for (id, node) in head { (row(node, quotes(*id))) "\n" } } }
            tbody { @for (id, node) in body { (row(node, quotes(*id))) "\n" } }
        }
        "\n"
    }
}

fn row(node: &Node, quotes: &[(Range<usize>, &str)]) -> Markup {
    let Some(row) = node.row() else {
        return html! {};
    };
    let span = |n: u16| (n > 1).then_some(n);
    html! {
        tr id=(node.address) {
            @for cell in &row.cells {
                @let words = html! { span.u { (range(node, cell.range.clone(), quotes)) } };
                @if row.is_head {
                    th scope="col" colspan=[span(cell.columns)] rowspan=[span(cell.rows)] { (words) }
                } @else {
                    td colspan=[span(cell.columns)] rowspan=[span(cell.rows)] { (words) }
                }
            }
        }
    }
}

fn quotes<'a>(export: &Export<'a>) -> HashMap<NodeId, Quotes<'a>> {
    let mut quotes: HashMap<NodeId, Quotes<'a>> = HashMap::new();
    for target in &export.dossier.plan.targets {
        let Some(id) = export.dossier.outline.at(target.citation.at) else {
            continue;
        };
        let quote = &target.citation.quote;
        let reading = export.dossier.outline.node(id).prose.reading();
        if let Some(start) = reading.find(quote.as_str()) {
            let range = start..start + quote.len();
            quotes.entry(id).or_default().push((range, &target.id));
        }
    }
    quotes
}

fn field(node: &Node, quotes: &[(Range<usize>, &str)]) -> Markup {
    html! {
        div id=(node.address) {
            dt { (node.number.trim_end_matches('：')) }
            dd { span.u { (text(node, quotes)) } }
        }
    }
}

fn block(export: &Export<'_>, node: &Node, quotes: &[(Range<usize>, &str)]) -> Markup {
    let at = node.address;
    let inner = html! {
        @if !node.number.is_empty() { span.number { (node.number) } }
        span.u { (text(node, quotes)) }
        @if node.is_bare_picture() { span.number { (wording::picture_sign()) } }
        a.here href={ "#" (at) } aria-label=(wording::place(&export.dossier.outline, at)) title=(at) {}
    };
    match node.kind {
        NodeKind::NoticeTitle | NodeKind::PlanTitle | NodeKind::AttachmentTitle => {
            html! { h3.title id=(at) { (inner) } }
        }
        NodeKind::Heading => match at.level() {
            1 => html! { h3.chapter id=(at) { (inner) } },
            2 => html! { h4.section id=(at) { (inner) } },
            3 => html! { h5.subsection id=(at) { (inner) } },
            _ => html! { h6.subsection id=(at) { (inner) } },
        },
        kind => html! { p class=[paragraph_class(kind)] id=(at) { (inner) } },
    }
}

fn paragraph_class(kind: NodeKind) -> Option<&'static str> {
    match kind {
        NodeKind::Addressees => Some("addressees"),
        NodeKind::Signature => Some("signature"),
        NodeKind::AttachmentLine => Some("attachment"),
        NodeKind::Task | NodeKind::RunIn | NodeKind::Principle => Some("led"),
        NodeKind::Box | NodeKind::Table => Some("caption"),
        NodeKind::Note => Some("note"),
        _ => None,
    }
}

/// The reading of a node, cut wherever the lead, a supplied run or a quote begins or ends.
fn text(node: &Node, quotes: &[(Range<usize>, &str)]) -> Markup {
    range(node, 0..node.prose.reading().len(), quotes)
}

/// A part of the reading in such pieces.
fn range(node: &Node, part: Range<usize>, quotes: &[(Range<usize>, &str)]) -> Markup {
    let supplied = node.prose.supplied().iter().map(|it| &it.range);
    let open = node.open.iter().map(|it| &it.words);
    let mut bounds = vec![part.start, node.lead, part.end];
    let ranges = supplied
        .chain(open)
        .chain(quotes.iter().map(|(range, _)| range));
    bounds.extend(ranges.flat_map(|range| [range.start, range.end]));
    // What is uncertain stays whole, for its candidates.
    let is_torn = |at: usize| {
        let mut uncertain = node.prose.uncertain();
        uncertain.any(|it| it.range.start < at && at < it.range.end)
    };
    bounds.retain(|at| (part.start..=part.end).contains(at) && !is_torn(*at));
    bounds.sort_unstable();
    bounds.dedup();
    let pieces = bounds.iter().zip(bounds.iter().skip(1));
    html! {
        @for (&from, &to) in pieces {
            (quoted(from, &piece(node, from..to), quotes))
        }
    }
}

/// A piece of the reading: bold within the lead, marked where it was supplied or its reading is open. The script finds the
/// candidates in `data-or`; who reads is told them by the title and below the paragraph.
fn piece(node: &Node, range: Range<usize>) -> Markup {
    let from = range.start;
    let text = node.prose.reading().get(range).unwrap_or_default();
    let supplied = node.prose.supplied().iter();
    let mut supplied = supplied.filter(|it| it.range.contains(&from));
    let mut open = node.open.iter().filter(|it| it.words.contains(&from));
    let remark = open.next().map(|it| it.note.as_str());
    let text = match supplied.next() {
        Some(supplied) if supplied.is_uncertain() => {
            let candidates: Vec<&str> = node.prose.candidates(supplied).collect();
            let told = remark.map_or_else(|| candidates.join(tr("或")), str::to_owned);
            html! { ins.uncertain title=(told) data-or=(candidates.join("|")) { (text) } }
        }
        Some(_) => html! { ins { (text) } },
        None => html! { (text) },
    };
    let text = match remark {
        Some(remark) => html! { span.open title=(remark) { (text) } },
        None => text,
    };
    if from < node.lead {
        html! { b { (text) } }
    } else {
        text
    }
}

/// What is doubtful in a node, a line each.
fn doubts(node: &Node) -> Markup {
    html! {
        @for doubt in node.doubts() { p.doubt { (doubt) } "\n" }
    }
}

/// A piece within its quotes. The first piece of a quote gets its anchor.
fn quoted(from: usize, piece: &Markup, quotes: &[(Range<usize>, &str)]) -> Markup {
    let here = quotes.iter().filter(|(range, _)| range.contains(&from));
    let ids: Vec<&str> = here.map(|(_, id)| *id).collect();
    if ids.is_empty() {
        return piece.clone();
    }
    let begun = quotes.iter().filter(|(range, _)| range.start == from);
    let mut begun: Vec<String> = begun.map(|(_, id)| format!("q-{id}")).collect();
    let last = begun.pop();
    html! {
        @for id in begun { span id=(id) {} }
        span.q id=[last] data-t=(ids.join(" ")) { (piece) }
    }
}
