//! Tables in the text of PDFs, with columns separated by blanks. The heads give the positions of the columns, again on
//! each page that repeats them; each line below becomes a row, its cells assigned to the heads above them.

use std::ops::Range;

use crate::marker::{self, Style};
use crate::source::{Cell, Place, Table};
use crate::text::{self, Places, fold, letters, tail, trim};

use super::atom::{Atom, Matter};
use super::cell_lines::replace;
use super::heads::{self, Column};

/// Maximum lines of a head.
const HIGHEST: usize = 5;

/// Number of lines without a full row after which a table is given up.
const PATIENCE: usize = 60;

/// A line with its cells.
struct Row {
    at: usize,
    place: Place,
    cells: Vec<(usize, String)>,
    /// The number of blank lines or page ends before it.
    gap: usize,
}

/// The columns of a table, each with the range of text columns of its head.
#[derive(Clone, Debug)]
struct Heads {
    spans: Vec<Range<usize>>,
    kinds: Vec<Option<Column>>,
    lines: usize,
    places: Places,
}

/// Replaces such lines by tables; also returns the orders of the new tables.
pub(crate) fn gather(atoms: Vec<Atom>) -> (Vec<Atom>, Vec<usize>) {
    let readings = [Places::Even, Places::Wide].map(|places| tables(&atoms, places));
    let found = readings
        .into_iter()
        .rev()
        .max_by_key(|found| found.iter().map(|f| f.fit).sum::<usize>())
        .unwrap_or_default();
    let found = found.into_iter().map(|f| (f.range, f.table)).collect();
    replace(atoms, found)
}

/// A table found in the lines.
struct Found {
    range: Range<usize>,
    table: Table,
    /// The number of cells that match the meaning of their heads.
    fit: usize,
}

fn tables(atoms: &[Atom], places: Places) -> Vec<Found> {
    let rows = rows(atoms, places);
    let mut found = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        let heads = Heads::at(&rows, at, places);
        let read = heads
            .as_ref()
            .and_then(|heads| read(&rows, at, heads, places));
        let (Some(heads), Some((end, table))) = (heads, read) else {
            at += 1;
            continue;
        };
        let fit = heads.fit(&table);
        let table = Table {
            heads: heads.lines,
            ..table
        };
        found.push(Found {
            range: rows[at].at..rows[end - 1].at + 1,
            table,
            fit,
        });
        at = end;
    }
    found
}

fn rows(atoms: &[Atom], places: Places) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut gap = 0;
    for (at, atom) in atoms.iter().enumerate() {
        match (&atom.matter, atom.line()) {
            (Matter::Line(..), Some(text)) => {
                rows.push(Row {
                    at,
                    place: atom.place,
                    cells: text::cells(text, places),
                    gap,
                });
                gap = 0;
            }
            (Matter::Line(..) | Matter::PageEnd, _) => gap += 1,
            _ => gap = 100,
        }
    }
    rows
}

impl Heads {
    /// The heads that begin at a line, if any, with the height at which most columns are heads.
    fn at(rows: &[Row], at: usize, places: Places) -> Option<Self> {
        let first = rows
            .get(at)
            .filter(|r| r.cells.len() >= 2 && r.cells.iter().all(|(_, c)| letters(c) <= 14))?;
        let best = (1..=HIGHEST)
            .filter_map(|lines| {
                rows.get(at..at + lines)
                    .map(|window| Self::of(window, places))
            })
            .filter(|heads| heads::make_a_table(&heads.kinds))
            .max_by_key(|heads| {
                (
                    heads.known() * 10 - heads.unknown() * 5,
                    HIGHEST - heads.lines,
                )
            })?;
        let rows_known = first.cells.len() <= best.spans.len();
        (rows_known && best.known() >= 3 && best.unknown() * 3 <= best.spans.len()).then_some(best)
    }

    fn known(&self) -> usize {
        self.kinds.iter().flatten().count()
    }

    fn unknown(&self) -> usize {
        (self.kinds.len() - self.known()).min(self.known() * 2)
    }

    /// The columns of several lines: cells above each other are joined into one head.
    fn of(window: &[Row], places: Places) -> Self {
        let mut cells: Vec<(Range<usize>, String)> = Vec::new();
        let mut all: Vec<(usize, usize, &str)> = window
            .iter()
            .enumerate()
            .flat_map(|(line, row)| {
                row.cells
                    .iter()
                    .map(move |(at, text)| (*at, line, text.as_str()))
            })
            .collect();
        all.sort_unstable_by_key(|(at, line, _)| (*at, *line));
        let mut parts: Vec<Vec<(usize, &str)>> = Vec::new();
        for (at, line, text) in all {
            let end = at + places.of(text);
            match (cells.last_mut(), parts.last_mut()) {
                (Some((span, _)), Some(part)) if at < span.end => {
                    span.end = span.end.max(end);
                    part.push((line, text));
                }
                _ => {
                    cells.push((at..end, String::new()));
                    parts.push(vec![(line, text)]);
                }
            }
        }
        let title = |mut part: Vec<(usize, &str)>| {
            part.sort_by_key(|(line, _)| *line);
            part.into_iter().map(|(_, text)| text).collect::<String>()
        };
        let kinds = parts
            .into_iter()
            .map(|part| heads::column(&title(part)))
            .collect();
        Self {
            spans: cells.into_iter().map(|(span, _)| span).collect(),
            kinds,
            lines: window.len(),
            places,
        }
    }

    /// The column of a cell: the one above it, or the nearest; long text belongs to the name.
    fn column(&self, at: usize, text: &str) -> usize {
        let end = at + self.places.of(text);
        let overlap = |span: &Range<usize>| end.min(span.end).saturating_sub(at.max(span.start));
        let below = self.spans.iter().filter(|span| overlap(span) > 0).count();
        let name = self
            .kinds
            .iter()
            .position(|k| matches!(k, Some(Column::Indicator | Column::Task)));
        if let Some(name) = name.filter(|_| below >= 3 || letters(text) > 24) {
            return name;
        }
        let distance = |span: &Range<usize>| (span.start + span.end).abs_diff(at + end);
        let best =
            |(_, span): &(usize, &Range<usize>)| (usize::MAX - overlap(span), distance(span));
        let found = self
            .spans
            .iter()
            .enumerate()
            .min_by_key(best)
            .map_or(0, |(n, _)| n);
        // Text below 序号 is part of a name that begins further left than its head.
        let counted = self.kinds.get(found) == Some(&Some(Column::Number))
            && !text.chars().all(|c| c.is_ascii_digit());
        name.filter(|_| counted).unwrap_or(found)
    }

    /// The number of figures and binding words in the columns meant for them.
    fn fit(&self, table: &Table) -> usize {
        let fits = |kind: &Option<Column>, cell: &Cell| match kind {
            Some(Column::Binding) => {
                matches!(fold(&cell.text).as_str(), "约束性" | "预期性" | "倡导性")
            }
            Some(Column::Year(_) | Column::Goal(_) | Column::Baseline(_)) => {
                letters(&cell.text) <= 8
                    && cell.text.contains(|c: char| c.is_ascii_digit())
                    && !cell.text.contains(' ')
            }
            _ => false,
        };
        table
            .rows
            .iter()
            .flat_map(|row| self.kinds.iter().zip(row))
            .filter(|(kind, cell)| fits(kind, cell))
            .count()
    }

    /// A line as a table row. Cells keep their order.
    fn row(&self, row: &Row) -> Vec<Cell> {
        let mut cells = vec![
            Cell {
                span: (1, 1),
                place: row.place,
                ..Cell::default()
            };
            self.spans.len()
        ];
        let mut last = 0;
        let is_full = row.cells.len() == self.spans.len();
        for (n, (at, text)) in row.cells.iter().enumerate() {
            // A cell for each head: their order says more than their places.
            last = if is_full {
                n
            } else {
                self.column(*at, text).max(last)
            };
            if let Some(cell) = cells.get_mut(last) {
                let gap = if cell.text.is_empty() { "" } else { " " };
                cell.text = format!("{}{gap}{text}", cell.text);
            }
        }
        cells
    }
}

/// The table below the heads, and the index of the first line after it.
fn read(rows: &[Row], at: usize, heads: &Heads, places: Places) -> Option<(usize, Table)> {
    let count = heads.spans.len();
    let place = rows.get(at)?.place;
    let mut lines: Vec<Vec<Cell>> = rows
        .get(at..at + heads.lines)?
        .iter()
        .map(|row| heads.row(row))
        .collect();
    let (mut heads, mut end, mut full) = (heads.clone(), at + heads.lines, 0);
    while let Some(row) = rows.get(end) {
        if let Some(again) = Heads::at(rows, end, places).filter(|again| again.spans.len() == count)
        {
            lines.extend(
                rows[end..end + again.lines]
                    .iter()
                    .map(|row| again.row(row)),
            );
            end += again.lines;
            heads = again;
            continue;
        }
        let empty = end > at + PATIENCE && full < 2;
        let next = rows.get(end + 1);
        if empty || !(belongs(row, &heads) || names_a_group(row, next, count)) {
            break;
        }
        full += usize::from(row.cells.len() >= 3);
        lines.push(heads.row(row));
        end += 1;
    }
    (full >= 2).then(|| {
        (
            end,
            Table {
                rows: lines,
                place,
                ..Table::default()
            },
        )
    })
}

/// Whether a line can be part of a table: it has cells, is indented, or is a fragment of vertical text.
fn belongs(row: &Row, heads: &Heads) -> bool {
    let Some((at, text)) = row.cells.first() else {
        return false;
    };
    let left = heads.spans.first().map_or(0, |s| s.start);
    let note = trim(text).starts_with('注') && fold(text).starts_with("注:");
    let indented = *at >= left + 4;
    let alone = row.cells.len() == 1;
    row.gap < 8
        && !note
        && !(alone && is_chapter(text))
        && (!alone || indented || letters(text) <= 3)
}

/// Whether a line alone is a heading of the text that follows a table: 三、重点任务 in the middle of its line.
fn is_chapter(text: &str) -> bool {
    let read = marker::read(trim(text));
    read.is_some_and(|(it, end)| {
        it.style.rank() <= Style::Han.rank() && letters(tail(trim(text), end)) >= 3
    })
}

/// Whether a line at the margin names the group of the rows below it, of which the next one is full.
fn names_a_group(row: &Row, next: Option<&Row>, count: usize) -> bool {
    let [(_, text)] = row.cells.as_slice() else {
        return false;
    };
    let full = next.is_some_and(|next| next.gap < 3 && next.cells.len() + 1 >= count);
    let is_short = letters(text) <= 12 && !text.ends_with(['。', '；', '：', ':']);
    row.gap < 3 && count >= 4 && full && is_short && !is_chapter(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::atom::samples;

    fn gathered(lines: &[&str]) -> Vec<Table> {
        samples::tables(gather(samples::lines(lines)).0)
    }

    #[test]
    fn columns_of_blanks_become_a_table() {
        let found = gathered(&[
            "序号      指标            2020年    2025年    属性",
            "  1     水库座数（座）      12        15      约束性",
            "  2     堤防达标率（%）               85      预期性",
            "各乡镇要完成上述指标，并按年度分解落实，确保如期实现。",
        ]);
        assert_eq!(found.len(), 1);
        let cells: Vec<&str> = found[0].rows[2].iter().map(|c| c.text.as_str()).collect();
        assert_eq!(cells, ["2", "堤防达标率（%）", "", "85", "预期性"]);
    }

    #[test]
    fn cells_that_are_not_aligned_keep_the_order_of_their_heads() {
        let found = gathered(&[
            "序号  指标名称  单位  2020年  2025年  属性",
            "河湖治理",
            "1  县城以上集中式饮用水水源地达标比例  %  96.5  100  约束性",
            "2  水库座数  座  12  15  预期性",
            "农村供水",
            "3  自来水普及率  %  88  95  预期性",
            "三、重点任务",
        ]);
        assert_eq!((found.len(), found[0].rows.len()), (1, 6));
        let cells: Vec<&str> = found[0].rows[3].iter().map(|c| c.text.as_str()).collect();
        assert_eq!(cells, ["2", "水库座数", "座", "12", "15", "预期性"]);
    }

    #[test]
    fn a_heading_in_the_middle_of_its_line_ends_a_table() {
        let found = gathered(&[
            "  指标                  2020年    2025年    属性",
            "  水库座数（座）         12        15      约束性",
            "  堤防达标率（%）        71        85      预期性",
            "",
            "                三、重点任务",
            "（一）加固水库",
        ]);
        assert_eq!((found.len(), found[0].rows.len()), (1, 3));
    }

    #[test]
    fn heads_may_be_two_lines_high() {
        let found = gathered(&[
            "                        2025年     指标",
            "  指标         基期值    目标值     性质",
            "水库座数        12        15      约束性",
            "堤防达标率      71        85      预期性",
        ]);
        assert_eq!((found.len(), found[0].heads), (1, 2));
    }
}
