//! Arranges cells with spans in rows of equal length: a merged cell is in its first place, its other places are
//! covered.

use std::collections::{BTreeMap, HashMap};

use super::{Excess, Refusal, limits};
use crate::source::{Cell, Place};

/// Maximum rows that one cell may cover.
const ROWS: usize = 10_000;

/// A table under construction.
#[derive(Default)]
pub(super) struct Grid {
    cells: HashMap<(usize, usize), Cell>,
    /// The first row below the last cell, by column.
    covered: BTreeMap<usize, usize>,
    row: usize,
    column: usize,
    rows: usize,
    columns: usize,
}

impl Grid {
    /// Begins the next row.
    pub(super) fn next_row(&mut self) {
        self.row = self.rows;
        self.rows += 1;
        self.column = 0;
    }

    /// Puts a cell in the next free place of the row.
    pub(super) fn push(
        &mut self,
        text: String,
        span: (usize, usize),
        place: Place,
    ) -> Result<(), Refusal> {
        while self
            .covered
            .get(&self.column)
            .is_some_and(|below| *below > self.row)
        {
            self.column += 1;
        }
        let span = (span.0.clamp(1, ROWS), span.1.clamp(1, limits::COLUMNS));
        self.put((self.row, self.column), text, span, place)?;
        self.column += span.1;
        Ok(())
    }

    /// Puts a cell in the given place.
    pub(super) fn put(
        &mut self,
        (row, column): (usize, usize),
        text: String,
        span: (usize, usize),
        place: Place,
    ) -> Result<(), Refusal> {
        if column + span.1 > limits::COLUMNS {
            return Err(Refusal::too_large(Excess::Cells, limits::COLUMNS));
        }
        if self.cells.len() >= limits::CELLS {
            return Err(Refusal::too_large(Excess::Cells, limits::CELLS));
        }
        for covered in column..column + span.1 {
            self.covered.insert(covered, row + span.0);
        }
        self.columns = self.columns.max(column + span.1);
        self.cells.insert(
            (row, column),
            Cell {
                text,
                span: (span.0 as u16, span.1 as u16),
                place,
            },
        );
        self.rows = self.rows.max(row + 1);
        Ok(())
    }

    /// The rows, at least `rows` of them.
    pub(super) fn finish_with(mut self, rows: usize) -> Result<Vec<Vec<Cell>>, Refusal> {
        self.rows = self.rows.max(rows);
        self.finish()
    }

    /// The rows, all of equal length. Spans are cut at the end of the table.
    pub(super) fn finish(mut self) -> Result<Vec<Vec<Cell>>, Refusal> {
        if self.rows.saturating_mul(self.columns) > limits::CELLS {
            return Err(Refusal::too_large(Excess::Cells, limits::CELLS));
        }
        let blank = Cell {
            span: (1, 1),
            ..Cell::default()
        };
        let mut rows = vec![vec![blank; self.columns]; self.rows];
        let mut cells: Vec<_> = self.cells.drain().collect();
        cells.sort_unstable_by_key(|(at, _)| *at);
        let area = |((row, _), cell): &((usize, usize), Cell)| {
            usize::from(cell.span.0).min(self.rows - row) * usize::from(cell.span.1)
        };
        if cells.iter().map(area).sum::<usize>() > 2 * limits::CELLS {
            return Err(Refusal::too_large(Excess::Cells, limits::CELLS));
        }
        for ((row, column), mut cell) in cells {
            let down = usize::from(cell.span.0).min(self.rows - row);
            cell.span.0 = down as u16;
            let across = usize::from(cell.span.1);
            for cells in rows.iter_mut().skip(row).take(down) {
                for covered in cells.iter_mut().skip(column).take(across) {
                    *covered = Cell {
                        span: (0, 0),
                        place: cell.place,
                        ..Cell::default()
                    };
                }
            }
            if let Some(origin) = rows.get_mut(row).and_then(|cells| cells.get_mut(column)) {
                *origin = cell;
            }
        }
        Ok(rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(grid: Grid) -> Vec<Vec<(u16, u16)>> {
        let rows = grid.finish().unwrap_or_default();
        rows.iter()
            .map(|row| row.iter().map(|cell| cell.span).collect())
            .collect()
    }

    #[test]
    fn cells_move_aside_for_those_that_reach_down() {
        let mut grid = Grid::default();
        for row in [vec![(2, 1), (1, 2)], vec![(1, 1), (1, 1)]] {
            grid.next_row();
            for span in row {
                assert_eq!(grid.push(String::new(), span, Place::default()), Ok(()));
            }
        }
        assert_eq!(
            spans(grid),
            [[(2, 1), (1, 2), (0, 0)], [(0, 0), (1, 1), (1, 1)]]
        );
    }

    #[test]
    fn a_span_ends_with_the_table_and_missing_cells_are_blank() {
        let mut grid = Grid::default();
        grid.next_row();
        assert_eq!(
            grid.push(String::new(), (9000, 1), Place::default()),
            Ok(())
        );
        assert_eq!(grid.push(String::new(), (1, 1), Place::default()), Ok(()));
        grid.next_row();
        assert_eq!(spans(grid), [[(2, 1), (1, 1)], [(0, 0), (1, 1)]]);
    }

    #[test]
    fn a_table_of_too_many_cells_is_refused() {
        let mut grid = Grid::default();
        grid.next_row();
        let refused =
            (0..1000).find_map(|_| grid.push(String::new(), (ROWS, 1), Place::default()).err());
        assert_eq!(
            refused, None,
            "spans that reach beyond the table cover nothing"
        );
        for _ in 0..600 {
            grid.next_row();
        }
        assert!(grid.finish().is_err());
    }
}
