//! The text of the document on the page. Every heading and paragraph carries its address as its id; supplied characters
//! and the sentences that targets quote are marked within it.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::ops::Range;

use crate::export::Export;
use crate::plan::{Node, NodeId, NodeKind};
use crate::report::escaped;
use crate::wording;
use crate::words::tr;

/// The sentences that targets quote: the range of bytes in the reading, and the target's id.
type Quotes<'a> = Vec<(Range<usize>, &'a str)>;

pub(super) fn section(out: &mut String, export: &Export<'_>) {
    // Here and below, writing to a String can't fail.
    let _ = writeln!(
        out,
        "<section id=\"text\">\n<h2>{}</h2>\n<p class=\"legend\">{}</p>\n<article class=\"document\" lang=\"zh-CN\">",
        wording::head(tr("正文")),
        tr("下加点线的字为网页缺失、由编者补出；段末的 § 是这一段的链接。")
    );
    let quotes = quotes(export);
    let none = Vec::new();
    let mut in_fields = false;
    for (id, node) in export.dossier.outline.nodes().iter().enumerate() {
        let is_field = node.kind == NodeKind::Field;
        if is_field != in_fields {
            out.push_str(if is_field {
                "<dl class=\"fields\">\n"
            } else {
                "</dl>\n"
            });
            in_fields = is_field;
        }
        block(out, node, quotes.get(&id).unwrap_or(&none));
    }
    if in_fields {
        out.push_str("</dl>\n");
    }
    out.push_str("</article>\n</section>\n");
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

fn block(out: &mut String, node: &Node, quotes: &Quotes<'_>) {
    let at = node.address;
    let text = text(node, quotes);
    if node.kind == NodeKind::Field {
        let label = escaped(node.number.trim_end_matches('：'));
        let _ = writeln!(
            out,
            "<div id=\"{at}\"><dt>{label}</dt><dd><span class=\"u\">{text}</span></dd></div>"
        );
        return;
    }
    let (tag, class) = element(node.kind);
    let number = if node.number.is_empty() {
        String::new()
    } else {
        format!("<span class=\"number\">{}</span>", escaped(&node.number))
    };
    let _ = writeln!(
        out,
        "<{tag} id=\"{at}\" class=\"{class}\">{number}<span class=\"u\">{text}</span><a class=\"here\" href=\"#{at}\" aria-label=\"{place}\" title=\"{at}\"></a></{tag}>",
        place = wording::place(at)
    );
}

fn element(kind: NodeKind) -> (&'static str, &'static str) {
    match kind {
        NodeKind::NoticeTitle | NodeKind::PlanTitle => ("h3", "title"),
        NodeKind::Chapter => ("h3", "chapter"),
        NodeKind::Section => ("h4", "section"),
        NodeKind::Subsection => ("h5", "subsection"),
        NodeKind::Addressees => ("p", "addressees"),
        NodeKind::Signature => ("p", "signature"),
        NodeKind::Attachment => ("p", "attachment"),
        NodeKind::Task | NodeKind::Safeguard | NodeKind::Principle => ("p", "led"),
        NodeKind::Field | NodeKind::NoticeText | NodeKind::Paragraph => ("p", ""),
    }
}

/// The reading in pieces, each within or without the lead, a supplied run and every quote.
fn text(node: &Node, quotes: &Quotes<'_>) -> String {
    let reading = node.prose.reading();
    let supplied = node.prose.supplied();
    let mut bounds = vec![0, node.lead, reading.len()];
    let ranges = supplied.iter().chain(quotes.iter().map(|(range, _)| range));
    bounds.extend(ranges.flat_map(|range| [range.start, range.end]));
    bounds.sort_unstable();
    bounds.dedup();
    let mut out = String::with_capacity(reading.len() + 64);
    for pair in bounds.windows(2) {
        let [from, to] = *pair else { continue };
        let piece = escaped(reading.get(from..to).unwrap_or_default());
        let piece = if supplied.iter().any(|range| range.contains(&from)) {
            format!("<ins>{piece}</ins>")
        } else {
            piece
        };
        let piece = if from < node.lead {
            format!("<b>{piece}</b>")
        } else {
            piece
        };
        quoted(&mut out, from, &piece, quotes);
    }
    out
}

/// A piece with what quotes it. The first piece of a quote is what a link to it leads to.
fn quoted(out: &mut String, from: usize, piece: &str, quotes: &Quotes<'_>) {
    let here = quotes.iter().filter(|(range, _)| range.contains(&from));
    let ids: Vec<String> = here.map(|(_, id)| escaped(id)).collect();
    if ids.is_empty() {
        out.push_str(piece);
        return;
    }
    let begun = quotes.iter().filter(|(range, _)| range.start == from);
    let mut begun: Vec<&str> = begun.map(|(_, id)| *id).collect();
    let last = begun.pop();
    for id in begun {
        let _ = write!(out, "<span id=\"q-{}\"></span>", escaped(id));
    }
    let id = last.map(|id| format!(" id=\"q-{}\"", escaped(id)));
    let _ = write!(
        out,
        "<span class=\"q\"{} data-t=\"{}\">{piece}</span>",
        id.unwrap_or_default(),
        ids.join(" ")
    );
}
