//! Tables of a page: data tables become tables, layout tables do not.

use super::tree::{Node, Tree};
use crate::{
    readers::{Refusal, clean, grid::Grid, particulars, words},
    source::{Block, Cell, Link, Omitted, Picture, Place, Reason, Source, Table},
};

/// A table, with the links and pictures in its cells.
pub(super) struct Read {
    pub(super) table: Table,
    pub(super) links: Vec<Link>,
    pub(super) pictures: Vec<Picture>,
}

/// Whether a table is only layout. `share` is the part of the document's text that it contains, in percent.
pub(super) fn is_layout(tree: &Tree, table: usize, share: usize) -> bool {
    if tree.node(table).attribute("role") == Some("presentation") {
        return true;
    }
    let cells: Vec<usize> = rows(tree, table)
        .into_iter()
        .flat_map(|row| cells(tree, row))
        .collect();
    let text = |cell: &usize| clean::han(&tree.words(*cell));
    let all: usize = cells.iter().map(text).sum();
    let Some(main) = cells.iter().copied().max_by_key(text) else {
        return true;
    };
    let rules = text(&main) * 5 >= all * 3;
    let nested = tree
        .under(main)
        .any(|index| tree.node(index).name == "table");
    let alone = cells
        .iter()
        .filter(|cell| !clean::is_blank(&tree.words(**cell)))
        .count()
        <= 1;
    rules && (nested || (share >= 50 && (alone || paragraphs(tree, main) > 3)))
}

/// The number of paragraphs and line breaks in a cell.
fn paragraphs(tree: &Tree, cell: usize) -> usize {
    let breaks = |index: &usize| matches!(tree.node(*index).name.as_str(), "p" | "br" | "div");
    tree.under(cell).filter(breaks).count()
}

/// Reads a table; `content` reads a cell.
pub(super) fn read(
    tree: &Tree,
    index: usize,
    content: impl Fn(usize) -> Result<Source, Refusal>,
) -> Result<Read, Refusal> {
    let mut grid = Grid::default();
    let (mut links, mut pictures) = (Vec::new(), Vec::new());
    let rows = rows(tree, index);
    for row in &rows {
        grid.next_row();
        for cell in cells(tree, *row) {
            let node = tree.node(cell);
            let found = content(cell)?;
            let place = Place {
                line: node.line,
                page: None,
            };
            grid.push(
                words::of_blocks(&found.blocks),
                (span(node, "rowspan"), span(node, "colspan")),
                place,
            )?;
            links.extend(found.links);
            pictures.extend(found.blocks.into_iter().filter_map(picture));
        }
    }
    let caption = tree
        .node(index)
        .children
        .iter()
        .find(|child| tree.node(**child).name == "caption");
    let table = Table {
        caption: caption
            .map(|caption| clean::squeeze(&tree.words(*caption)))
            .filter(|words| !words.is_empty()),
        heads: rows.iter().take_while(|row| is_head(tree, **row)).count(),
        rows: grid.finish()?,
        place: Place {
            line: tree.node(index).line,
            page: None,
        },
        sheet: None,
    };
    Ok(Read {
        table,
        links,
        pictures,
    })
}

/// The rows of a table, without those of nested tables.
fn rows(tree: &Tree, table: usize) -> Vec<usize> {
    let mut rows = Vec::new();
    for child in &tree.node(table).children {
        match tree.node(*child).name.as_str() {
            "tr" => rows.push(*child),
            "tbody" | "thead" | "tfoot" => {
                rows.extend(
                    tree.node(*child)
                        .children
                        .iter()
                        .filter(|row| tree.node(**row).name == "tr"),
                );
            }
            _ => {}
        }
    }
    rows
}

fn cells(tree: &Tree, row: usize) -> impl Iterator<Item = usize> {
    let children = tree.node(row).children.iter().copied();
    children.filter(|child| matches!(tree.node(*child).name.as_str(), "td" | "th"))
}

/// Whether a row is in `thead`, or has only `th` cells.
fn is_head(tree: &Tree, row: usize) -> bool {
    let in_head = tree
        .node(row)
        .parent
        .is_some_and(|parent| tree.node(parent).name == "thead");
    in_head
        || (cells(tree, row).count() > 0
            && cells(tree, row).all(|cell| tree.node(cell).name == "th"))
}

fn span(node: &Node, name: &str) -> usize {
    node.attribute(name)
        .and_then(|value| value.trim().parse().ok())
        .unwrap_or(1)
}

fn picture(block: Block) -> Option<Picture> {
    if let Block::Picture(picture) = block {
        Some(picture)
    } else {
        None
    }
}

/// Reads a table of metadata (索引号、发文字号、发布机构) as particulars; returns whether it is one.
pub(super) fn note_particulars(source: &mut Source, table: &Table) -> bool {
    let rows: Vec<Vec<(String, String)>> = table.rows.iter().map(|row| row_pairs(row)).collect();
    let rows_with_names = rows.iter().filter(|row| !row.is_empty()).count();
    let names = rows
        .iter()
        .flatten()
        .filter(|(name, _)| particulars::is_name(name))
        .count();
    if names < 2 || rows_with_names * 2 < table.rows.len() {
        return false;
    }
    for (name, value) in rows.iter().flatten() {
        particulars::note(source, name, value);
    }
    source.omitted.push(Omitted {
        place: table.place,
        text: words::of_table(table),
        reason: Reason::Particulars,
    });
    true
}

/// The names and values of a row: in one cell, or in two side by side.
fn row_pairs(row: &[Cell]) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    let mut cells = row.iter().filter(|cell| cell.span != (0, 0)).peekable();
    while let Some(cell) = cells.next() {
        if particulars::is_name_among_others(&cell.text) {
            if let Some(value) =
                cells.next_if(|next| !particulars::is_name_among_others(&next.text))
            {
                pairs.push((particulars::name(&cell.text), value.text.clone()));
            }
        } else if let Some(pair) = particulars::pair(&cell.text) {
            pairs.push(pair);
        }
    }
    pairs
}
