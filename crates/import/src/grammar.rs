//! The grammar: turns a source into documents; lines become paragraphs, numbered paragraphs become headings.
//!
//! The stages: `atom` (pieces), `furniture` (page numbers, running heads), `cell_lines` and `columns` (tables in plain
//! lines), `paragraph` (joining lines), `contents` (tables of contents), `divide` (the documents of a file), `build`
//! with `sequence` (headings, boxes, annexes), `particulars`.

pub(crate) mod atom;
mod blank_cells;
pub(crate) mod build;
mod candidate;
mod cell_lines;
mod columns;
mod contents;
mod depth;
mod divide;
mod flow;
mod furniture;
pub(crate) mod heads;
mod names;
mod one_line;
mod paragraph;
pub(crate) mod particulars;
mod principles;
mod sequence;
mod titles;

use crate::document::{Content, Document, MadeOf, Omission, Paragraph, Part, Role, Title};
use crate::source::Source;
use crate::text::{is_han, letters};

use std::ops::Range;

use build::Built;
use candidate::Candidate;
use divide::Extent;
use flow::Flow;

/// The documents of a source, and what was left out, with the reason.
pub(crate) fn read(source: &Source) -> (Vec<Document>, Vec<Omission>) {
    let (atoms, mut omitted) = furniture::clear(atom::all(source));
    let (atoms, by_lines) = cell_lines::gather(atoms);
    let (atoms, by_columns) = columns::gather(atoms);
    let (atoms, by_blanks) = blank_cells::gather(atoms);
    let made_of = |order| match () {
        () if by_lines.contains(&order) => MadeOf::CellLines,
        () if by_columns.contains(&order) || by_blanks.contains(&order) => MadeOf::Columns,
        () => MadeOf::Marks,
    };
    let flows = paragraph::join(&atoms, &made_of);
    let (flows, contents) = contents::clear(flows);
    omitted.extend(contents);
    let candidates = candidate::all(&flows);
    let extents = divide::documents(&flows, &candidates);
    let notice = extents
        .first()
        .map(|e| e.before.clone())
        .unwrap_or_default();
    let documents = extents
        .into_iter()
        .map(|extent| document(&flows, &candidates, (extent, &notice), source, &mut omitted))
        .collect();
    omitted.sort_by_key(|o| o.order);
    (documents, omitted)
}

/// One document. The notice before the first one publishes all of them.
fn document(
    flows: &[Flow],
    candidates: &[Option<Candidate>],
    (extent, notice): (Extent, &Range<usize>),
    source: &Source,
    omitted: &mut Vec<Omission>,
) -> Document {
    let range = extent.body.clone();
    let Built {
        body,
        annexes,
        pages,
    } = build::build(&flows[range.clone()], &candidates[range.clone()]);
    omitted.extend(pages);
    let printed: Vec<Part> = flows[extent.title.clone()].iter().map(plain).collect();
    let text: String = printed
        .iter()
        .filter_map(Part::paragraph)
        .map(|p| p.text.as_str())
        .collect();
    let text = Some(text)
        .filter(|t| !t.is_empty())
        .or(extent.name)
        .or_else(|| marked_title(source));
    let around = flows[notice.clone()]
        .iter()
        .chain(flows[range].iter().take(6));
    let lines: Vec<&str> = around
        .filter_map(Flow::para)
        .map(|p| p.text.as_str())
        .collect();
    let last: Vec<&str> = body
        .iter()
        .rev()
        .take(3)
        .filter_map(Part::paragraph)
        .map(|p| p.text.as_str())
        .collect();
    let last: Vec<&str> = last.into_iter().rev().collect();
    let particulars = particulars::read(
        text.as_deref().unwrap_or_default(),
        &lines,
        &last,
        &source.particulars,
    );
    let title = text.map(|text| Title {
        text,
        lines: printed,
    });
    Document {
        title,
        particulars,
        notice: flows[extent.before].iter().map(plain).collect(),
        body,
        annexes,
    }
}

/// The title in the file's metadata.
fn marked_title(source: &Source) -> Option<String> {
    let named = |p: &&crate::source::Particular| {
        matches!(p.name.as_str(), "ArticleTitle" | "title" | "名称" | "标题")
    };
    source
        .particulars
        .iter()
        .find(named)
        .map(|p| {
            let words = p.value.trim().trim_start_matches("Microsoft Word - ");
            without_site(words).to_owned()
        })
        .filter(|v| letters(v) <= LONGEST_TITLE && v.chars().filter(|c| is_han(*c)).count() >= 2)
}

/// The title of a page without the name of its site: `某县规划_某县人民政府`.
fn without_site(words: &str) -> &str {
    let named = |(title, _): &(&str, &str)| names::is_named(title);
    words
        .split_once(['_', '|'])
        .filter(named)
        .or_else(|| words.rsplit_once('-').filter(named))
        .map_or(words, |(title, _)| title.trim())
}

/// The most letters of a title that a file's metadata gives; longer ones are no titles.
const LONGEST_TITLE: usize = 80;

/// A piece of the flow as a plain part of the document.
pub(crate) fn plain(flow: &Flow) -> Part {
    let spot = flow.spot();
    let content = match flow {
        Flow::Para(para) => Content::Paragraph(Paragraph {
            number: para.look.number.clone(),
            text: para.text.clone(),
            cuts: para.cuts.clone(),
            role: Role::Text,
        }),
        Flow::Table(_, table, made_of) => Content::Table(crate::document::Grid {
            table: table.clone(),
            made_of: *made_of,
        }),
        Flow::Picture(_, picture) => Content::Picture(picture.clone()),
    };
    Part {
        order: spot.order,
        place: spot.place,
        content,
    }
}
