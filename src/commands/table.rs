//! Tables whose columns are aligned by display width, and lists: whole for a pipe, fitted to the width of a terminal.

use std::io::{self, Write};

use crate::terminal;
use crate::text::{pad, truncate, width};
use crate::words::say;

/// The gap between columns, in columns of the screen.
const GAP: usize = 2;
/// Minimum width of the wide column, before others are left out.
const LEAST: usize = 20;

/// Lines of a list: whole for a pipe, shortened to the width of a terminal.
#[derive(Debug)]
pub(super) struct Lines {
    /// The columns of the terminal; `None` for a pipe or a file.
    screen: Option<usize>,
    is_shortened: bool,
}

impl Lines {
    /// For standard output.
    pub(super) fn of_output() -> Self {
        Self {
            screen: terminal::columns(),
            is_shortened: false,
        }
    }

    /// Writes a line.
    pub(super) fn write(&mut self, line: &str, out: &mut impl Write) -> io::Result<()> {
        let shown = match self.screen {
            Some(columns) => truncate(line, columns),
            None => line.into(),
        };
        self.is_shortened |= shown.len() < line.len();
        writeln!(out, "{shown}")
    }

    /// Says, behind the list, that lines were shortened.
    pub(super) fn end(self, out: &mut impl Write) -> io::Result<()> {
        let Some(n) = self.screen.filter(|_| self.is_shortened) else {
            return Ok(());
        };
        let note = say!("终端只有 {n} 列，过长的行有省略；输出到管道则齐全", n);
        writeln!(out, "{note}")
    }
}

/// Heads and rows; every row has a cell for each head.
pub(super) struct Table {
    pub(super) heads: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
}

/// The columns that are shown, by index, each with its width.
struct Fit {
    columns: Vec<(usize, usize)>,
}

impl Fit {
    fn width(&self) -> usize {
        let widths: usize = self.columns.iter().map(|(_, width)| width).sum();
        widths + GAP * self.columns.len().saturating_sub(1)
    }

    fn excess(&self, screen: usize) -> usize {
        self.width().saturating_sub(screen)
    }
}

impl Table {
    /// Writes the whole table.
    pub(super) fn write(&self, out: &mut impl Write) -> io::Result<()> {
        self.write_as(&self.whole(), out)
    }

    /// Writes what fits into `screen` columns: truncates the column `wide`, then leaves out the columns of `spare` in
    /// order. Returns the heads that were left out.
    pub(super) fn write_fitted(
        &self,
        screen: usize,
        wide: usize,
        spare: &[usize],
        out: &mut impl Write,
    ) -> io::Result<Vec<&str>> {
        let mut fit = self.whole();
        let mut left_out = Vec::new();
        let give = |fit: &Fit| {
            let own = fit.columns.iter().find(|(n, _)| *n == wide);
            own.map_or(0, |(_, width)| width.saturating_sub(LEAST))
        };
        for column in spare {
            if fit.excess(screen) <= give(&fit) {
                break;
            }
            fit.columns.retain(|(n, _)| n != column);
            left_out.push(*column);
        }
        let excess = fit.excess(screen);
        for (_, width) in fit.columns.iter_mut().filter(|(n, _)| *n == wide) {
            *width = width.saturating_sub(excess).max(1);
        }
        self.write_as(&fit, out)?;
        left_out.sort_unstable();
        let heads = left_out.into_iter().filter_map(|n| self.heads.get(n));
        Ok(heads.map(String::as_str).collect())
    }

    fn whole(&self) -> Fit {
        let lines = || std::iter::once(&self.heads).chain(&self.rows);
        let widest = |n: usize| {
            lines()
                .filter_map(|row| row.get(n))
                .map(|cell| width(cell))
                .max()
        };
        let columns = 0..self.heads.len();
        Fit {
            columns: columns.map(|n| (n, widest(n).unwrap_or(0))).collect(),
        }
    }

    fn write_as(&self, fit: &Fit, out: &mut impl Write) -> io::Result<()> {
        for row in std::iter::once(&self.heads).chain(&self.rows) {
            let cells = fit.columns.iter().map(|(n, columns)| {
                let cell = row.get(*n).map_or("", String::as_str);
                pad(&truncate(cell, *columns), *columns)
            });
            let cells: Vec<String> = cells.collect();
            writeln!(out, "{}", cells.join("  ").trim_end())?;
        }
        Ok(())
    }
}
