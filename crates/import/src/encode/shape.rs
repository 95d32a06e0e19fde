//! Tables as plan files hold them: in each row the cells that begin there. What is too wide or too long is divided.

use guihua_core::plan::{Cell, Prose, Table};

use super::words;
use crate::document::Grid;
use crate::findings::head_rows;

/// The most columns that a table of a plan file may have, and the most rows or columns that a cell may span.
const WIDEST: usize = 100;

/// The most rows of one table; what follows is another one.
const LONGEST: usize = 9_000;

/// A table of a document.
#[derive(Default)]
pub(super) struct Shape {
    /// The tables that it becomes, each with the number of its first row, from 0.
    pub(super) tables: Vec<(usize, Table)>,
    /// The rows of a table that is too wide, as paragraphs, each with its number.
    pub(super) paragraphs: Vec<(usize, String)>,
}

/// The tables that a table of a document becomes.
pub(super) fn of(grid: &Grid) -> Shape {
    let table = &grid.table;
    let caption = words::one_line(table.caption.as_deref().unwrap_or_default());
    if table.rows.iter().any(|row| row.len() > WIDEST) {
        let captions = (!caption.is_empty()).then_some((0, caption));
        let rows = table.rows.iter().enumerate();
        let rows = rows.map(|(n, row)| (n, text(row)));
        let paragraphs = captions.into_iter().chain(rows);
        let paragraphs = paragraphs.filter(|(_, text)| !words::is_empty(text));
        return Shape {
            paragraphs: paragraphs.collect(),
            ..Shape::default()
        };
    }
    let head = head_rows(grid).min(WIDEST) as u16;
    let mut caption = Prose::plain(&caption);
    let mut tables = Vec::new();
    for (n, rows) in table.rows.chunks(LONGEST).enumerate() {
        let rows: Vec<Vec<Cell>> = rows.iter().map(|row| cells(row)).collect();
        tables.push((
            n * LONGEST,
            Table {
                caption: std::mem::take(&mut caption),
                head: if n == 0 {
                    head.min(rows.len() as u16)
                } else {
                    0
                },
                rows,
                notes: Vec::new(),
            },
        ));
    }
    Shape {
        tables,
        ..Shape::default()
    }
}

/// The cells of a row, with a blank between them.
pub(super) fn text(row: &[crate::source::Cell]) -> String {
    let texts = row.iter().filter(|cell| cell.span != (0, 0));
    let texts = texts.map(|cell| words::one_line(&cell.text));
    let texts: Vec<String> = texts.filter(|text| !words::is_empty(text)).collect();
    texts.join(" ")
}

fn cells(row: &[crate::source::Cell]) -> Vec<Cell> {
    let span = |n: u16| n.clamp(1, WIDEST as u16);
    let own = row.iter().filter(|cell| cell.span != (0, 0));
    own.map(|cell| Cell {
        text: Prose::plain(&words::one_line(&cell.text)),
        columns: span(cell.span.1),
        rows: span(cell.span.0),
    })
    .collect()
}
