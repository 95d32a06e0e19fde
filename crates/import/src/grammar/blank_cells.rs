//! Tables whose columns are set apart by single blanks, as copied from a PDF, or by tabs, as copied from an office
//! program: a line of heads, and lines with as many words.
//!
//! A blank within a name makes a line too long; its name takes what is over. A line of one short word names a group, or
//! goes on with the name above. A line without the group that the one above has is one word shorter.

use std::ops::Range;

use crate::source::{Cell, Place, Table};
use crate::text::{is_blank, letters, trim};

use super::atom::Atom;
use super::cell_lines::replace;
use super::heads::{self, Column};

/// A line that is not blank, as words.
struct Row<'a> {
    at: usize,
    place: Place,
    words: Vec<&'a str>,
}

/// Replaces such lines by tables; also returns the orders of the new tables.
pub(crate) fn gather(atoms: Vec<Atom>) -> (Vec<Atom>, Vec<usize>) {
    let found = tables(&atoms);
    replace(atoms, found)
}

fn tables(atoms: &[Atom]) -> Vec<(Range<usize>, Table)> {
    let rows: Vec<Row> = atoms.iter().enumerate().filter_map(row).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = rows.get(at) {
        let below = heads(first).map(|heads| body(&rows[at + 1..], &heads));
        let Some(lines) = below.filter(|lines| lines.iter().filter(|it| it.len() > 1).count() >= 2)
        else {
            at += 1;
            continue;
        };
        let end = at + 1 + lines.len();
        let last = rows.get(end - 1).map_or(first.at, |row| row.at);
        found.push((first.at..last + 1, table(&rows[at..end], lines)));
        at = end;
    }
    found
}

fn row((at, atom): (usize, &Atom)) -> Option<Row<'_>> {
    let line = atom.line()?;
    let words = line.split(is_blank).filter(|it| !it.is_empty());
    let words = if line.contains('\t') {
        // Between two tabs a cell may be empty.
        line.split('\t').map(trim).collect()
    } else {
        words.collect()
    };
    Some(Row {
        at,
        place: atom.place,
        words,
    })
}

/// The columns of a line that consists of heads.
fn heads(row: &Row) -> Option<Vec<Column>> {
    let columns: Vec<Option<Column>> = row.words.iter().map(|it| heads::column(it)).collect();
    let makes_one = columns.len() >= 4 && heads::make_a_table(&columns);
    columns
        .into_iter()
        .collect::<Option<Vec<Column>>>()
        .filter(|_| makes_one)
}

/// The lines below the heads as cells; of a line that is one word, that word.
fn body(rows: &[Row], heads: &[Column]) -> Vec<Vec<String>> {
    let is_short = |word: &str| letters(word) <= 16 && !word.ends_with(['。', '；', '：', ':']);
    let is_note = |row: &Row| row.words.first().is_some_and(|it| it.starts_with('注'));
    let mut found: Vec<Vec<String>> = Vec::new();
    let mut open = 0;
    for row in rows.iter().take_while(|row| !is_note(row)) {
        let cells = match row.words.as_slice() {
            [word] if is_short(word) && open < 2 => vec![(*word).to_owned()],
            [_] => break,
            words => match cells(words, heads).or_else(|| ungrouped(words, heads)) {
                Some(cells) => cells,
                None => break,
            },
        };
        open = if cells.len() > 1 { 0 } else { open + 1 };
        found.push(cells);
    }
    // What is open at the end belongs to the text behind the table.
    let full = found.len() - open;
    found.truncate(full);
    found
}

/// The words of a line whose group stands in a line above.
fn ungrouped(words: &[&str], heads: &[Column]) -> Option<Vec<String>> {
    let is_short = words.len() + 1 == heads.len();
    let (_, heads) = heads
        .split_first()
        .filter(|(first, _)| is_short && **first == Column::Group)?;
    let cells = cells(words, heads)?;
    Some(std::iter::once(String::new()).chain(cells).collect())
}

/// The words of a line as cells, one for each head. Words over are part of the name.
fn cells(words: &[&str], heads: &[Column]) -> Option<Vec<String>> {
    let name = heads
        .iter()
        .position(|it| matches!(it, Column::Indicator | Column::Task))?;
    let over = words.len().checked_sub(heads.len()).filter(|it| *it <= 3)?;
    let has_figure = |word: &&str| word.contains(|c: char| c.is_ascii_digit());
    let cells: Vec<String> = (0..heads.len())
        .map(|column| match column.cmp(&name) {
            std::cmp::Ordering::Less => words[column..=column].concat(),
            std::cmp::Ordering::Equal => words[name..=name + over].join(" "),
            std::cmp::Ordering::Greater => words[column + over..=column + over].concat(),
        })
        .collect();
    let fits = heads.iter().zip(&cells).all(|(head, cell)| match head {
        Column::Number => cell
            .chars()
            .all(|c| c.is_ascii_digit() || "().（）、".contains(c)),
        Column::Binding => letters(cell) <= 4,
        Column::Year(_) | Column::Goal(_) | Column::Baseline(_) => letters(cell) <= 14,
        _ => true,
    });
    (fits && words.iter().any(has_figure)).then_some(cells)
}

/// The table of these lines, of which the first has the heads.
fn table(rows: &[Row], lines: Vec<Vec<String>>) -> Table {
    let head = rows
        .first()
        .map(|row| row.words.iter().map(|it| trim(it).to_owned()).collect());
    let head: Vec<String> = head.unwrap_or_default();
    let width = head.len();
    let cells = |(row, mut cells): (&Row, Vec<String>)| -> Vec<Cell> {
        cells.resize(width, String::new());
        let cell = |text| Cell {
            text,
            span: (1, 1),
            place: row.place,
        };
        cells.into_iter().map(cell).collect()
    };
    let place = rows.first().map_or(Place::default(), |row| row.place);
    Table {
        rows: rows
            .iter()
            .zip(std::iter::once(head).chain(lines))
            .map(cells)
            .collect(),
        heads: 1,
        place,
        ..Table::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::atom::samples;

    fn gathered(lines: &[&str]) -> Vec<Vec<String>> {
        let found = samples::tables(gather(samples::lines(lines)).0);
        let rows = found.into_iter().flat_map(|it| it.rows);
        rows.map(|row| row.into_iter().map(|it| it.text).collect())
            .collect()
    }

    #[test]
    fn lines_with_as_many_words_as_heads_are_a_table() {
        let rows = gathered(&[
            "表1 主要指标",
            "序号 指标 单位 2020年 2025年 属性",
            "防洪",
            "1 水库座数 座 12 15 预期性",
            "2 5级 以上堤防达标率 % 71 ≥85 约束性",
            "注：[ ]为五年累计值。",
        ]);
        assert_eq!(rows.len(), 4);
        assert_eq!(rows[1][0], "防洪");
        assert_eq!(
            rows[3],
            ["2", "5级 以上堤防达标率", "%", "71", "≥85", "约束性"]
        );
    }

    #[test]
    fn tabs_set_cells_apart_and_a_group_may_stand_once() {
        let rows = gathered(&[
            "类别\t指标\t2020年\t2025年\t属性",
            "防洪\t水库座数（座）\t12\t15\t预期性",
            "\t5级 以上堤防达标率（%）\t—\t≥85\t约束性",
        ]);
        assert_eq!(rows.len(), 3);
        assert_eq!(
            rows[2],
            ["", "5级 以上堤防达标率（%）", "—", "≥85", "约束性"]
        );
        let rows = gathered(&[
            "类别 指标 2020年 2025年 属性",
            "防洪 水库座数（座） 12 15 预期性",
            "堤防达标率（%） 71 ≥85 约束性",
        ]);
        assert_eq!(rows[2], ["", "堤防达标率（%）", "71", "≥85", "约束性"]);
    }

    #[test]
    fn text_behind_a_table_is_no_part_of_it() {
        let rows = gathered(&[
            "指标 单位 2020年 2025年 属性",
            "水库座数 座 12 15 预期性",
            "堤防达标率 % 71 85 约束性",
            "三、重点任务",
            "加固水库。",
        ]);
        assert_eq!(rows.len(), 3);
    }

    #[test]
    fn words_apart_are_no_table() {
        assert!(gathered(&["指标 单位 2020年 2025年", "水库达到 15 座。"]).is_empty());
    }
}
