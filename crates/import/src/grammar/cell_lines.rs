//! Tables copied as one cell per line: a run of heads, then rows of as many lines.

use std::ops::Range;

use crate::source::{Cell, Place, Table};
use crate::text::{ends, fold, head, letters, trim};

use super::atom::{Atom, Matter};
use super::heads::{self, Column};
use crate::marker;

/// Maximum characters of a cell.
const LONGEST: usize = 60;

/// A line that is not blank.
struct Row<'a> {
    at: usize,
    place: Place,
    text: &'a str,
}

/// Replaces such lines by tables; also returns the orders of the new tables.
pub(crate) fn gather(atoms: Vec<Atom>) -> (Vec<Atom>, Vec<usize>) {
    let found = tables(&atoms);
    replace(atoms, found)
}

/// Replaces ranges of atoms by tables; also returns the orders of the new tables.
pub(crate) fn replace(
    atoms: Vec<Atom>,
    found: Vec<(Range<usize>, Table)>,
) -> (Vec<Atom>, Vec<usize>) {
    let mut orders = Vec::with_capacity(found.len());
    let mut kept = Vec::with_capacity(atoms.len());
    let mut found = found.into_iter().peekable();
    let mut skip = 0;
    for (at, atom) in atoms.into_iter().enumerate() {
        if let Some((range, table)) = found.next_if(|(range, _)| range.start == at) {
            skip = range.end;
            orders.push(atom.order);
            kept.push(Atom {
                order: atom.order,
                place: atom.place,
                matter: Matter::Table(table),
            });
        } else if at >= skip {
            kept.push(atom);
        }
    }
    (kept, orders)
}

fn tables(atoms: &[Atom]) -> Vec<(Range<usize>, Table)> {
    let rows: Vec<Row> = atoms
        .iter()
        .enumerate()
        .filter_map(|(at, atom)| {
            Some(Row {
                at,
                place: atom.place,
                text: trim(atom.line()?),
            })
        })
        .collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        let heads: Vec<Column> = rows[at..]
            .iter()
            .map_while(|r| heads::column(r.text))
            .take(12)
            .collect();
        let columns: Vec<Option<Column>> = heads.iter().copied().map(Some).collect();
        let read = heads::make_a_table(&columns)
            .then(|| body(&rows, at + heads.len(), &heads))
            .filter(|lines| lines.len() >= 2);
        let Some(lines) = read else {
            at += 1;
            continue;
        };
        let end = lines.last().map_or(at, |r| r.end);
        let table = table(&rows, at..at + heads.len(), &lines, heads.len());
        found.push((rows[at].at..rows[end - 1].at + 1, table));
        at = end;
    }
    found
}

fn table(rows: &[Row], head: Range<usize>, lines: &[Range<usize>], width: usize) -> Table {
    let cell = |row: &Row| Cell {
        text: row.text.to_owned(),
        span: (1, 1),
        place: row.place,
    };
    let cells = |range: &Range<usize>| -> Vec<Cell> {
        let mut cells: Vec<Cell> = rows[range.clone()].iter().map(cell).collect();
        // Surplus lines are appended to the last cell, so that no text is lost.
        while cells.len() > width.max(1) {
            if let (Some(more), Some(last)) = (cells.pop(), cells.last_mut()) {
                last.text = format!("{}\n{}", last.text, more.text);
            }
        }
        cells.resize(
            width,
            Cell {
                span: (1, 1),
                ..Cell::default()
            },
        );
        cells
    };
    let place = rows[head.start].place;
    let all = std::iter::once(&head).chain(lines).map(cells).collect();
    Table {
        rows: all,
        heads: 1,
        place,
        ..Table::default()
    }
}

/// The rows after the heads, as ranges of lines.
fn body(rows: &[Row], from: usize, heads: &[Column]) -> Vec<Range<usize>> {
    match (heads.first(), heads.last()) {
        (Some(Column::Number), _) => numbered(rows, from, heads.len()),
        (_, Some(Column::Binding)) => bound(rows, from, heads.len()),
        _ => even(rows, from, heads.len()),
    }
}

fn is_cell(row: &Row) -> bool {
    letters(row.text) <= LONGEST && !row.text.ends_with('。')
}

/// Rows that begin with consecutive numbers. A line that names a group may be between them.
fn numbered(rows: &[Row], from: usize, width: usize) -> Vec<Range<usize>> {
    let is = |at: usize, number: usize| {
        rows.get(at)
            .is_some_and(|r| fold(r.text) == number.to_string())
    };
    let mut found = Vec::new();
    let (mut at, mut number) = (from, 1);
    loop {
        if !is(at, number) && is(at + 1, number) && rows.get(at).is_some_and(is_cell) {
            found.push(at..at + 1);
            at += 1;
        }
        if !is(at, number) {
            return found;
        }
        let full = at + width;
        let end = if is(full, number + 1) {
            full
        } else {
            (at + 2..full).find(|n| is(*n, number + 1)).unwrap_or(full)
        };
        found.push(at..end.min(rows.len()));
        (at, number) = (end, number + 1);
    }
}

/// Rows that end with 约束性 or 预期性.
fn bound(rows: &[Row], from: usize, width: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = from;
    loop {
        let ahead = rows
            .get(at..(at + width + 2).min(rows.len()))
            .unwrap_or_default();
        let Some(end) = ahead.iter().position(|r| {
            matches!(
                fold(r.text).as_str(),
                "约束性" | "预期性" | "引导性" | "倡导性"
            )
        }) else {
            return found;
        };
        if !ahead[..end].iter().all(is_cell) {
            return found;
        }
        // A row has no more lines than heads: what stands before it names the group of the rows below.
        let row = at.max((at + end + 1).saturating_sub(width));
        let group = at..row;
        if !group.is_empty() {
            found.push(group);
        }
        found.push(row..at + end + 1);
        at += end + 1;
    }
}

/// Rows of exactly as many lines as there are heads.
fn even(rows: &[Row], from: usize, width: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = from;
    while let Some(row) = rows
        .get(at..at + width)
        .filter(|row| row.iter().all(is_cell))
    {
        if row.iter().any(begins_text) {
            break;
        }
        found.push(at..at + width);
        at += width;
    }
    found
}

/// Whether a line has the number of a heading. A figure such as 762.5 or 1.5左右 is none.
fn begins_text(row: &Row) -> bool {
    let bounds = ["左右", "以上", "以下", "以内"];
    let bare = row.text.len() - ends(row.text, &bounds).map_or(0, str::len);
    let bare = head(row.text, bare);
    let is_figure = bare.chars().all(|c| c.is_ascii_digit() || c == '.');
    let read = marker::read(row.text).filter(|_| !is_figure);
    read.is_some_and(|(it, _)| it.style.rank() < marker::Style::Digit.rank())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::atom::samples;

    fn gathered(lines: &[&str]) -> Vec<Table> {
        samples::tables(gather(samples::lines(lines)).0)
    }

    #[test]
    fn rows_that_count_become_a_table() {
        let lines = [
            "专栏1",
            "序号",
            "指标",
            "2025年",
            "属性",
            "1",
            "水库座数",
            "15",
            "约束性",
            "2",
            "堤防达标率",
            "85%",
            "预期性",
            "其他内容，不属于表格。",
        ];
        let found = gathered(&lines);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].rows.len(), 3);
        assert_eq!(found[0].rows[2][1].text, "堤防达标率");
    }

    #[test]
    fn rows_that_end_with_their_binding_become_a_table() {
        let lines = [
            "指标",
            "2020年",
            "2025年",
            "属性",
            "水库座数",
            "12",
            "15",
            "约束性",
            "堤防达标率",
            "71",
            "85",
            "预期性",
            "二、任务",
        ];
        assert_eq!(gathered(&lines)[0].rows.len(), 3);
    }

    #[test]
    fn a_line_that_names_a_group_is_no_part_of_the_row_below() {
        let lines = [
            "指标",
            "2020年",
            "2025年",
            "属性",
            "一、供水",
            "水库座数",
            "12",
            "15",
            "约束性",
            "二、防洪",
            "堤防达标率",
            "71",
            "85",
            "预期性",
        ];
        let found = gathered(&lines);
        assert_eq!(found[0].rows.len(), 5);
        assert_eq!(found[0].rows[1][0].text, "一、供水");
        assert_eq!(found[0].rows[4][0].text, "堤防达标率");
    }

    #[test]
    fn a_figure_with_a_point_is_no_number_of_a_heading() {
        let lines = [
            "指标",
            "单位",
            "2020年",
            "2025年",
            "供水人口",
            "万人",
            "76.5",
            "80",
            "水质指数",
            "—",
            "1.26",
            "1.5左右",
            "二、任务",
        ];
        assert_eq!(gathered(&lines)[0].rows.len(), 3);
    }

    #[test]
    fn text_is_no_table() {
        assert_eq!(
            gathered(&["指标", "单位", "主要目标", "水库达到15座。"]),
            []
        );
    }
}
