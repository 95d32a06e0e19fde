//! How a table is set: in columns where they fit, else row by row, each cell on a line with the head of its column.

use std::ops::Range;

use super::Marks;
use crate::plan::{Node, NodeId, Outline, RowCell};
use crate::text::{truncate, width};

/// Columns between two columns of a table.
const GUTTER: usize = 2;

/// The most columns of a head that is repeated before the cells of its column; the head itself stands whole above them.
const LONGEST_LABEL: usize = 40;

/// The layout of one table.
pub(super) enum Layout {
    /// Cells under each other.
    Columns {
        /// Where each column begins; the last entry is the end of the table.
        starts: Vec<usize>,
        /// Whether each column has figures, which stand to the right.
        figures: Vec<bool>,
    },
    /// A row after the other, each cell on its own line.
    Rows {
        /// What the head says of each column.
        labels: Vec<String>,
    },
}

/// A cell with its text.
type Text<'a> = (&'a RowCell, &'a str);

fn cells(node: &Node) -> impl Iterator<Item = Text<'_>> {
    let reading = node.prose.reading();
    let cells = node.row().into_iter().flat_map(|row| &row.cells);
    cells.filter_map(move |cell| Some((cell, reading.get(cell.range.clone())?)))
}

impl Layout {
    /// The layout of the table with these rows on a page of `measure` columns.
    pub(super) fn of(outline: &Outline, rows: Range<NodeId>, measure: u16, marks: Marks) -> Self {
        let rows: Vec<&Node> = rows.map(|id| outline.node(id)).collect();
        let widths = widths(&rows, marks);
        let mut starts = vec![0];
        let mut end = 0;
        for width in &widths {
            end += width + GUTTER;
            starts.push(end);
        }
        let margin = match rows.first() {
            Some(first) if first.address.in_box().is_some() => usize::from(super::BOX_MARGIN),
            _ => 0,
        };
        if end.saturating_sub(GUTTER) + margin <= usize::from(measure) {
            let figures = (0..widths.len()).map(|column| has_figures(&rows, column as u16));
            return Self::Columns {
                starts,
                figures: figures.collect(),
            };
        }
        let labels = (0..widths.len()).map(|column| label(&rows, column as u16));
        Self::Rows {
            labels: labels.collect(),
        }
    }

    /// Whether its cells stand under each other.
    pub(super) fn is_in_columns(&self) -> bool {
        matches!(self, Self::Columns { .. })
    }

    /// The columns that it takes; `None` where its rows are set as text.
    pub(super) fn width(&self) -> Option<u16> {
        let Self::Columns { starts, .. } = self else {
            return None;
        };
        let end = starts.last().copied().unwrap_or(0);
        Some(end.saturating_sub(GUTTER) as u16)
    }

    /// What is set before the cells of a row, by the bytes of its reading.
    pub(super) fn before(&self, node: &Node) -> Vec<(usize, String)> {
        match self {
            Self::Columns { starts, figures } => aligned(node, starts, figures),
            Self::Rows { labels } => labelled(node, labels),
        }
    }
}

/// Blanks that bring each cell to its column.
fn aligned(node: &Node, starts: &[usize], figures: &[bool]) -> Vec<(usize, String)> {
    let is_head = node.row().is_some_and(|row| row.is_head);
    let (mut at, mut end) = (0, 0);
    let mut before = Vec::new();
    for (cell, text) in cells(node).filter(|(_, text)| !text.is_empty()) {
        let (first, after) = (
            usize::from(cell.column),
            usize::from(cell.column + cell.columns),
        );
        let start = starts.get(first).copied().unwrap_or(at);
        let room = starts
            .get(after)
            .map_or(0, |end| end.saturating_sub(start + GUTTER));
        let is_right = figures.get(first) == Some(&true) && cell.columns == 1 && !is_head;
        let start = if is_right {
            start + room.saturating_sub(width(text))
        } else {
            start
        };
        // The separator that stands between two cells in the reading.
        let separators = width(
            node.prose
                .reading()
                .get(end..cell.range.start)
                .unwrap_or_default(),
        );
        before.push((
            cell.range.start,
            " ".repeat(start.saturating_sub(at + separators)),
        ));
        at = start.max(at + separators) + width(text);
        end = cell.range.end;
    }
    before
}

/// Each cell but the first on a line of its own, behind the head of its column.
fn labelled(node: &Node, labels: &[String]) -> Vec<(usize, String)> {
    if node.row().is_none_or(|row| row.is_head) {
        return Vec::new();
    }
    let written = cells(node).filter(|(_, text)| !text.is_empty()).skip(1);
    let before = written.map(|(cell, _)| {
        let label = labels
            .get(usize::from(cell.column))
            .map_or("", String::as_str);
        let colon = if label.is_empty() { "" } else { "：" };
        (cell.range.start, format!("\n  {label}{colon}"))
    });
    before.collect()
}

/// The width that each column needs: for cells of one column theirs, and for wider ones what they lack in their last column.
fn widths(rows: &[&Node], marks: Marks) -> Vec<usize> {
    let mut widths: Vec<usize> = Vec::new();
    let mut all: Vec<Text<'_>> = rows.iter().flat_map(|node| cells(node)).collect();
    all.sort_by_key(|(cell, _)| cell.columns);
    let brackets = rows.iter().map(|node| marks.columns(&node.prose));
    let most = brackets.max().unwrap_or(0);
    for (cell, text) in all {
        let (first, after) = (
            usize::from(cell.column),
            usize::from(cell.column + cell.columns),
        );
        if widths.len() < after {
            widths.resize(after, 0);
        }
        let have = widths[first..after].iter().sum::<usize>() + GUTTER * (after - first - 1);
        widths[after - 1] += (width(text) + most).saturating_sub(have);
    }
    widths
}

/// Whether the cells of a column below the head are figures, or dashes where there is none.
fn has_figures(rows: &[&Node], column: u16) -> bool {
    let body = rows
        .iter()
        .filter(|node| node.row().is_some_and(|row| !row.is_head));
    let cells = body.flat_map(|node| cells(node));
    let own =
        cells.filter(|(cell, text)| cell.column == column && cell.columns == 1 && !text.is_empty());
    let texts: Vec<&str> = own.map(|(_, text)| text).collect();
    let has_digit = |text: &&str| text.contains(|c: char| c.is_ascii_digit());
    let is_figure = |text: &&str| !text.contains(char::is_alphabetic);
    texts.iter().any(has_digit) && texts.iter().all(is_figure)
}

/// What the rows of the head say of a column, from top to bottom.
fn label(rows: &[&Node], column: u16) -> String {
    let head = rows
        .iter()
        .filter(|node| node.row().is_some_and(|row| row.is_head));
    let over = head.flat_map(|node| cells(node)).filter(|(cell, text)| {
        (cell.column..cell.column + cell.columns).contains(&column) && !text.is_empty()
    });
    let texts: Vec<&str> = over.map(|(_, text)| text).collect();
    truncate(&texts.join("·"), LONGEST_LABEL).into_owned()
}
