//! The text of cells and tables as plain lines.

use super::clean;
use crate::source::{Block, Cell, Table};

/// The text of a cell: its lines with their numbers, and the rows of nested tables.
pub(super) fn of_blocks(blocks: &[Block]) -> String {
    let lines = blocks.iter().filter_map(|block| match block {
        Block::Line(line) => {
            let number = line.look.number.as_deref().unwrap_or_default();
            Some(format!("{number}{}", line.text.trim()))
        }
        Block::Table(table) => Some(of_table(table)),
        Block::Picture(_) | Block::PageEnd => None,
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The text of a table, one line per row that is not blank.
pub(super) fn of_table(table: &Table) -> String {
    let row = |row: &Vec<Cell>| {
        let texts = row
            .iter()
            .map(|cell| cell.text.as_str())
            .filter(|text| !clean::is_blank(text));
        texts.collect::<Vec<_>>().join(" ")
    };
    let rows = table.rows.iter().map(row).filter(|row| !row.is_empty());
    rows.collect::<Vec<_>>().join("\n")
}

/// Whether all cells of a table are blank.
pub(super) fn is_blank(table: &Table) -> bool {
    let mut cells = table.rows.iter().flatten();
    cells.all(|cell| clean::is_blank(&cell.text))
}
