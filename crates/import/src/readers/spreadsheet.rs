//! Sheets of any spreadsheet format as tables: hidden cells are omitted, blank rows and columns skipped.

mod code;
mod date;
mod decimal;
mod number_format;
mod print_date;

use std::collections::{BTreeMap, BTreeSet};

pub(super) use date::Epoch;
pub(super) use number_format::{built_in, print};

use super::{Excess, Refusal, clean, grid::Grid, limits};
use crate::source::{Block, Omitted, Place, Reason, Source, Table};

/// A sheet as its file describes it. Rows and columns count from 0.
#[derive(Clone, Debug, Default)]
pub(super) struct Sheet {
    /// Its name.
    pub(super) name: String,
    /// Whether it is hidden.
    pub(super) hidden: bool,
    /// The displayed text of its cells.
    pub(super) cells: BTreeMap<(usize, usize), String>,
    /// Cells that are merged.
    pub(super) merged: Vec<Range>,
    /// Rows that are hidden.
    pub(super) hidden_rows: BTreeSet<usize>,
    /// Columns that are hidden: first and last of each run.
    pub(super) hidden_columns: Vec<(usize, usize)>,
    bytes: usize,
}

/// A rectangle of cells: first and last row, first and last column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Range {
    pub(super) rows: (usize, usize),
    pub(super) columns: (usize, usize),
}

impl Sheet {
    /// Sets the displayed text of a cell.
    pub(super) fn put(&mut self, row: usize, column: usize, text: String) -> Result<(), Refusal> {
        if clean::is_blank(&text) {
            return Ok(());
        }
        self.bytes += text.len();
        check(self.cells.len(), self.bytes)?;
        self.cells.insert((row, column), text);
        Ok(())
    }

    fn hides(&self, (row, column): (usize, usize)) -> bool {
        let within = |(first, last): &(usize, usize)| (*first..=*last).contains(&column);
        self.hidden_rows.contains(&row) || self.hidden_columns.iter().any(within)
    }
}

/// The sheets read so far.
#[derive(Default)]
pub(super) struct Book {
    /// What was read.
    pub(super) source: Source,
    cells: usize,
    bytes: usize,
}

impl Book {
    /// Adds a sheet as a table, or as omitted if it is hidden. An empty one adds nothing.
    pub(super) fn push(&mut self, sheet: &Sheet) -> Result<(), Refusal> {
        self.cells += sheet.cells.len();
        self.bytes += sheet.bytes;
        check(self.cells, self.bytes)?;
        if sheet.hidden {
            omit(&mut self.source, sheet, |_| true);
            return Ok(());
        }
        omit(&mut self.source, sheet, |at| sheet.hides(at));
        let table = table(sheet)?;
        if !table.rows.is_empty() {
            self.source.blocks.push(Block::Table(table));
        }
        Ok(())
    }
}

/// Checks the limits on cells and on their text, since many cells may share one long text.
fn check(cells: usize, bytes: usize) -> Result<(), Refusal> {
    if cells > limits::CELLS {
        return Err(Refusal::too_large(Excess::Cells, limits::CELLS));
    }
    if bytes > limits::PART {
        return Err(Refusal::too_large(Excess::Unpacked, limits::PART));
    }
    Ok(())
}

/// Records omitted cells, one line per row.
fn omit(source: &mut Source, sheet: &Sheet, hides: impl Fn((usize, usize)) -> bool) {
    let mut rows: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for (at, text) in sheet.cells.iter().filter(|(at, _)| hides(**at)) {
        rows.entry(at.0).or_default().push(text.trim());
    }
    for (row, texts) in rows {
        let place = Place {
            line: row + 1,
            page: None,
        };
        source.omitted.push(Omitted {
            place,
            text: texts.join(" "),
            reason: Reason::Hidden,
        });
    }
}

fn table(sheet: &Sheet) -> Result<Table, Refusal> {
    let shown: Vec<(usize, usize)> = sheet
        .cells
        .keys()
        .copied()
        .filter(|at| !sheet.hides(*at))
        .collect();
    let rows = Axis::new(shown.iter().map(|(row, _)| *row));
    let columns = Axis::new(shown.iter().map(|(_, column)| *column));
    let spans: BTreeMap<(usize, usize), Range> = sheet
        .merged
        .iter()
        .map(|range| ((range.rows.0, range.columns.0), *range))
        .collect();
    let mut grid = Grid::default();
    for at in shown {
        let Some(text) = sheet.cells.get(&at) else {
            continue;
        };
        let range = spans.get(&at).copied().unwrap_or(Range {
            rows: (at.0, at.0),
            columns: (at.1, at.1),
        });
        let (Some(row), Some(column)) = (rows.rank(at.0), columns.rank(at.1)) else {
            continue;
        };
        let span = (
            rows.within(range.rows).max(1),
            columns.within(range.columns).max(1),
        );
        grid.put(
            (row, column),
            text.trim().to_owned(),
            span,
            Place {
                line: at.0 + 1,
                page: None,
            },
        )?;
    }
    let place = Place {
        line: rows.first().map_or(1, |row| row + 1),
        page: None,
    };
    Ok(Table {
        sheet: Some(sheet.name.clone()),
        rows: grid.finish()?,
        place,
        ..Table::default()
    })
}

/// The visible rows or columns, in order.
struct Axis {
    lines: Vec<usize>,
}

impl Axis {
    fn new(lines: impl Iterator<Item = usize>) -> Self {
        let lines: BTreeSet<usize> = lines.collect();
        Self {
            lines: lines.into_iter().collect(),
        }
    }

    fn first(&self) -> Option<usize> {
        self.lines.first().copied()
    }

    /// The index of a row or column among the visible ones.
    fn rank(&self, line: usize) -> Option<usize> {
        self.lines.binary_search(&line).ok()
    }

    /// The number of visible ones from `first` to `last`.
    fn within(&self, (first, last): (usize, usize)) -> usize {
        let below = |line: usize| self.lines.partition_point(|known| *known < line);
        below(last.saturating_add(1)).saturating_sub(below(first))
    }
}
