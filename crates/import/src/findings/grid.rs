//! Tables prepared for findings: merged cells repeated in all places that they cover, heads with their meaning.

use crate::document::{Grid, MadeOf};
use crate::grammar::heads::{self, Column};
use crate::source::Table;
use crate::text::trim;

/// The texts of the cells, merged ones repeated in all places that they cover.
pub(crate) fn spread(table: &Table) -> Vec<Vec<String>> {
    let mut texts: Vec<Vec<String>> = table
        .rows
        .iter()
        .map(|row| row.iter().map(|c| trim(&c.text).to_owned()).collect())
        .collect();
    for (r, row) in table.rows.iter().enumerate() {
        for (c, cell) in row
            .iter()
            .enumerate()
            .filter(|(_, cell)| cell.span.0 > 1 || cell.span.1 > 1)
        {
            for line in texts
                .iter_mut()
                .skip(r)
                .take(usize::from(cell.span.0.min(500)))
            {
                for slot in line
                    .iter_mut()
                    .skip(c)
                    .take(usize::from(cell.span.1.min(100)))
                {
                    slot.clone_from(&trim(&cell.text).to_owned());
                }
            }
        }
    }
    texts
}

/// The row after the heads, and the meaning of each column.
pub(crate) fn read_heads(
    texts: &[Vec<String>],
    grid: &Grid,
) -> Option<(usize, Vec<Option<Column>>)> {
    let width = texts.first()?.len();
    let heights = if grid.made_of == MadeOf::Columns {
        grid.table.heads..=grid.table.heads
    } else {
        1..=2
    };
    for first in 0..texts.len().min(5) {
        for height in heights.clone() {
            let rows = texts.get(first..first + height)?;
            let columns: Vec<Option<Column>> = (0..width).map(|c| head(rows, c)).collect();
            if heads::make_a_table(&columns) && columns.contains(&Some(Column::Indicator)) {
                let taller = height == 1
                    && texts.get(first + 1).is_some_and(|row| {
                        row.iter()
                            .all(|cell| heads::column(cell).is_some() || cell.is_empty())
                    });
                let end = first + height + usize::from(taller);
                let columns = if taller {
                    (0..width).map(|c| head(&texts[first..end], c)).collect()
                } else {
                    columns
                };
                return Some((end, columns));
            }
        }
    }
    None
}

/// The meaning of a column's head: of all its lines joined, else of the first that has one.
pub(crate) fn head(rows: &[Vec<String>], column: usize) -> Option<Column> {
    let mut lines: Vec<&str> = rows
        .iter()
        .filter_map(|row| row.get(column))
        .map(String::as_str)
        .collect();
    lines.dedup();
    heads::column(&lines.concat())
        .or_else(|| lines.iter().rev().find_map(|line| heads::column(line)))
}
