//! Tables of a Word file: cells merged across and down, rows of heads, and what stands in a cell.

use super::body::Body;
use crate::{
    readers::{Refusal, clean, grid::Grid, xml::Element},
    source::{Block, Cell, Place, Reason, Table},
};

/// A table of one cell with more paragraphs than this lays the page out.
const PAGE: usize = 24;

/// A cell before merging down.
struct Piece {
    column: usize,
    columns: usize,
    /// It goes on with the cell above.
    continues: bool,
    text: String,
    place: Place,
}

/// Whether a table is a frame around a page of text.
pub(super) fn is_layout(table: &Element) -> bool {
    let mut cells = table.all("tr").flat_map(|row| row.all("tc"));
    let (first, second) = (cells.next(), cells.next());
    second.is_none() && first.is_some_and(|cell| cell.all("p").count() > PAGE)
}

/// Reads a table.
pub(super) fn read<'a>(body: &mut Body<'a>, element: &'a Element) -> Result<Table, Refusal> {
    let place = Place {
        line: body.paragraph + 1,
        page: None,
    };
    let mut rows = Vec::new();
    let mut heads = 0;
    for row in all_rows(element) {
        let properties = row.child("trPr");
        if properties.is_some_and(|properties| properties.child("del").is_some()) {
            body.leave_out(row, Reason::Deleted);
            continue;
        }
        if heads == rows.len()
            && properties.and_then(|properties| properties.toggle("tblHeader")) == Some(true)
        {
            heads += 1;
        }
        let before = properties.and_then(|properties| properties.value_number("gridBefore"));
        rows.push(pieces(
            body,
            row,
            usize::try_from(before.unwrap_or(0)).unwrap_or(0),
        )?);
    }
    Ok(Table {
        rows: merge(&rows)?,
        heads,
        place,
        ..Table::default()
    })
}

/// The rows of a table, also those within controls and marks of changes.
fn all_rows(element: &Element) -> Vec<&Element> {
    let mut rows = Vec::new();
    for child in element.elements() {
        match child.name.as_str() {
            "tr" => rows.push(child),
            "sdt" | "sdtContent" | "ins" | "moveTo" | "customXml" => rows.extend(all_rows(child)),
            _ => {}
        }
    }
    rows
}

/// The cells of a row, also those within controls.
fn all_cells(element: &Element) -> Vec<&Element> {
    let mut cells = Vec::new();
    for child in element.elements() {
        match child.name.as_str() {
            "tc" => cells.push(child),
            "sdt" | "sdtContent" | "customXml" => cells.extend(all_cells(child)),
            _ => {}
        }
    }
    cells
}

fn pieces<'a>(body: &mut Body<'a>, row: &'a Element, before: usize) -> Result<Vec<Piece>, Refusal> {
    let mut column = before;
    let mut pieces: Vec<Piece> = Vec::new();
    for cell in all_cells(row) {
        let properties = cell.child("tcPr");
        let value = |name| properties.and_then(|properties| properties.value_number(name));
        let columns = usize::try_from(value("gridSpan").unwrap_or(1))
            .unwrap_or(1)
            .clamp(1, 1000);
        let merged = |name| {
            properties
                .and_then(|properties| properties.child(name))
                .is_some_and(continues)
        };
        let text = text(body, cell)?;
        if let Some(last) = pieces.last_mut().filter(|_| merged("hMerge")) {
            last.columns += columns;
        } else {
            pieces.push(Piece {
                column,
                columns,
                continues: merged("vMerge"),
                text,
                place: body.place(),
            });
        }
        column += columns;
    }
    Ok(pieces)
}

/// Whether a mark of merging goes on with the cell before.
fn continues(merge: &Element) -> bool {
    merge.attribute("val") != Some("restart")
}

/// The text of a cell: its lines with their numbers, and tables in it row by row.
fn text<'a>(body: &mut Body<'a>, cell: &'a Element) -> Result<String, Refusal> {
    let outside = std::mem::take(&mut body.source);
    let read = body.blocks(cell);
    let inside = std::mem::replace(&mut body.source, outside);
    read?;
    body.source.omitted.extend(inside.omitted);
    let mut lines = Vec::new();
    for block in inside.blocks {
        match block {
            Block::Line(line) => lines.push(format!(
                "{}{}",
                line.look.number.unwrap_or_default(),
                line.text.trim()
            )),
            Block::Table(table) => lines.extend(words(&table)),
            picture @ Block::Picture(_) => body.source.blocks.push(picture),
            Block::PageEnd => {}
        }
    }
    Ok(lines.join("\n"))
}

/// The rows of a table within a cell, as lines.
fn words(table: &Table) -> Vec<String> {
    let rows = table.rows.iter().map(|row| {
        let texts = row
            .iter()
            .map(|cell| cell.text.as_str())
            .filter(|text| !clean::is_blank(text));
        texts.collect::<Vec<_>>().join(" ")
    });
    rows.filter(|row| !row.is_empty()).collect()
}

/// Puts the cells into rows of one length, those that go on with the one above into its span.
fn merge(rows: &[Vec<Piece>]) -> Result<Vec<Vec<Cell>>, Refusal> {
    let mut grid = Grid::default();
    let mut below: Vec<usize> = vec![
        1;
        rows.iter()
            .flatten()
            .map(|piece| piece.column + 1)
            .max()
            .unwrap_or(0)
    ];
    let mut placed = Vec::new();
    for (index, row) in rows.iter().enumerate().rev() {
        let mut next = vec![1; below.len()];
        for piece in row {
            let height = below.get(piece.column).copied().unwrap_or(1);
            if piece.continues && index > 0 && begins_above(rows, index, piece.column) {
                if let Some(next) = next.get_mut(piece.column) {
                    *next = height + 1;
                }
            } else {
                placed.push((index, piece, height));
            }
        }
        below = next;
    }
    for (index, piece, height) in placed.into_iter().rev() {
        grid.put(
            (index, piece.column),
            piece.text.clone(),
            (height, piece.columns),
            piece.place,
        )?;
    }
    grid.finish_with(rows.len())
}

/// Whether a cell begins in the same column of the row above.
fn begins_above(rows: &[Vec<Piece>], index: usize, column: usize) -> bool {
    let above = index.checked_sub(1).and_then(|above| rows.get(above));
    above.is_some_and(|row| row.iter().any(|piece| piece.column == column))
}
