//! Tables of a Word file: their rows and cells, and how merged cells make a table. `body` reads what the cells hold.

use super::drawing;
use crate::{
    readers::{Refusal, clean, grid::Grid, xml::Element},
    source::{Cell, Place, Table},
};

/// A single-cell table with more paragraphs than this is a layout table.
const PAGE: usize = 24;

/// The cell that holds most of a document has more paragraphs than this.
const FEW: usize = 5;

/// A cell before vertical merging.
struct Piece {
    column: usize,
    columns: usize,
    /// Whether it continues the cell above.
    continues: bool,
    text: String,
    place: Place,
}

/// Whether a table is only layout: a frame around text, or around another table, or a cell that holds the document, of
/// which `all` is how many Han characters it has.
pub(super) fn is_layout(table: &Element, all: usize) -> bool {
    let rows = rows(table);
    let is_frame = rows.iter().all(|row| cells(row).len() == 1);
    if is_frame
        && rows
            .iter()
            .any(|row| cells(row).iter().any(|it| it.all("tbl").next().is_some()))
    {
        return true;
    }
    let cells = || table.all("tr").flat_map(|row| row.all("tc"));
    let size = |cell: &&Element| clean::han(&drawing::words(cell));
    let Some(main) = cells().max_by_key(size) else {
        return false;
    };
    let own = size(&main);
    let table: usize = cells().map(|cell| size(&cell)).sum();
    let is_alone = own == table && main.all("p").count() > PAGE;
    let holds_all = own * 2 >= all && own * 5 >= table * 4 && main.all("p").count() > FEW;
    is_alone || holds_all
}

/// A row whose cells have been read: its element, and the text and place of each of [`cells`].
pub(super) type Row<'a> = (&'a Element, Vec<(String, Place)>);

/// The table of these rows, which begins at `place`.
pub(super) fn assemble(rows: &[Row], place: Place) -> Result<Table, Refusal> {
    let is_head = |row: &Element| {
        let properties = row.child("trPr");
        properties.and_then(|properties| properties.toggle("tblHeader")) == Some(true)
    };
    let pieces: Vec<Vec<Piece>> = rows.iter().map(|(row, read)| pieces(row, read)).collect();
    Ok(Table {
        heads: rows.iter().take_while(|(row, _)| is_head(row)).count(),
        rows: merge(&pieces)?,
        place,
        ..Table::default()
    })
}

/// Whether a row was deleted with tracked changes.
pub(super) fn is_deleted(row: &Element) -> bool {
    row.child("trPr")
        .is_some_and(|properties| properties.child("del").is_some())
}

/// The rows of a table, including those in content controls and tracked changes.
pub(super) fn rows(element: &Element) -> Vec<&Element> {
    let mut found = Vec::new();
    for child in element.elements() {
        match child.name.as_str() {
            "tr" => found.push(child),
            "sdt" | "sdtContent" | "ins" | "moveTo" | "customXml" => found.extend(rows(child)),
            _ => {}
        }
    }
    found
}

/// The cells of a row, including those in content controls.
pub(super) fn cells(element: &Element) -> Vec<&Element> {
    let mut found = Vec::new();
    for child in element.elements() {
        match child.name.as_str() {
            "tc" => found.push(child),
            "sdt" | "sdtContent" | "customXml" => found.extend(cells(child)),
            _ => {}
        }
    }
    found
}

fn pieces(row: &Element, read: &[(String, Place)]) -> Vec<Piece> {
    let properties = row.child("trPr");
    let before = properties.and_then(|properties| properties.value_number("gridBefore"));
    let mut column = usize::try_from(before.unwrap_or(0)).unwrap_or(0);
    let mut pieces: Vec<Piece> = Vec::new();
    for (cell, (text, place)) in cells(row).into_iter().zip(read) {
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
        if let Some(last) = pieces.last_mut().filter(|_| merged("hMerge")) {
            last.columns += columns;
        } else {
            pieces.push(Piece {
                column,
                columns,
                continues: merged("vMerge"),
                text: text.clone(),
                place: *place,
            });
        }
        column += columns;
    }
    pieces
}

/// Whether a merge mark continues the previous cell.
fn continues(merge: &Element) -> bool {
    merge.attribute("val") != Some("restart")
}

/// Arranges the cells in rows of equal length; continued cells extend the span above.
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
