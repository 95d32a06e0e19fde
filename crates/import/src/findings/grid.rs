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
    for first in 0..texts.len().min(6) {
        if texts.get(first).is_some_and(|row| is_title(row)) {
            continue;
        }
        for height in heights.clone() {
            let rows = texts.get(first..first + height)?;
            let columns: Vec<Option<Column>> = (0..width).map(|c| head(rows, c)).collect();
            if heads::make_a_table(&columns) && columns.contains(&Some(Column::Indicator)) {
                let goes_on = texts.get(first + height).is_some_and(|row| {
                    row.iter()
                        .all(|cell| heads::column(cell).is_some() || cell.is_empty())
                });
                let end = first + height + usize::from(goes_on);
                let columns = if goes_on {
                    (0..width).map(|c| head(&texts[first..end], c)).collect()
                } else {
                    columns
                };
                return Some((end, named(columns, &texts[end..])));
            }
        }
    }
    None
}

/// Whether a row is one cell over all columns: a title, or the name of a group of rows.
pub(crate) fn is_title(row: &[String]) -> bool {
    let first = row.first().filter(|it| !it.is_empty());
    row.len() > 1 && first.is_some_and(|first| row.iter().all(|cell| cell == first))
}

/// The columns with one of names: where a head reaches over several, those of numbers count the rows, and of the others
/// the last has the names.
fn named(mut columns: Vec<Option<Column>>, rows: &[Vec<String>]) -> Vec<Option<Column>> {
    let is_name = |column: &Option<Column>| *column == Some(Column::Indicator);
    let Some(first) = columns.iter().position(is_name) else {
        return columns;
    };
    let run = columns
        .iter()
        .skip(first)
        .take_while(|it| is_name(it))
        .count();
    let counts = |column: usize| {
        let mut cells = rows.iter().filter_map(|row| row.get(column));
        cells.any(|it| !it.is_empty())
            && rows
                .iter()
                .filter(|row| !is_title(row))
                .filter_map(|row| row.get(column))
                .all(|it| {
                    it.chars()
                        .all(|c| c.is_ascii_digit() || "().（）、".contains(c))
                })
    };
    let name = (first..first + run).rev().find(|column| !counts(*column));
    for column in (first..first + run).filter(|it| Some(*it) != name) {
        if let Some(kind) = columns.get_mut(column).filter(|_| name.is_some()) {
            *kind = Some(if counts(column) {
                Column::Number
            } else {
                Column::Group
            });
        }
    }
    columns
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
