//! Markdown tables.

use super::{at, inline};
use crate::readers::limits;
use crate::source::{Cell, Table};

/// Reads the table at the start of `lines`, and its number of lines.
pub(super) fn read(lines: &[&str], number: usize) -> Option<(Table, usize)> {
    let [head, dashes, ..] = lines else {
        return None;
    };
    if !head.contains('|') || !is_dashes(dashes) {
        return None;
    }
    let body = lines
        .iter()
        .skip(2)
        .take_while(|line| line.contains('|'))
        .count();
    let width = cells(head).len().min(limits::COLUMNS);
    let numbered = lines
        .iter()
        .enumerate()
        .take(body + 2)
        .filter(|(index, _)| *index != 1);
    let rows = numbered
        .map(|(index, line)| row(line, width, number + index))
        .collect();
    Some((
        Table {
            rows,
            heads: 1,
            place: at(number),
            ..Table::default()
        },
        body + 2,
    ))
}

/// Whether a line is the delimiter row: dashes, perhaps with colons.
fn is_dashes(line: &str) -> bool {
    line.contains('-')
        && line.contains('|')
        && line
            .chars()
            .all(|sign| matches!(sign, '|' | '-' | ':' | ' ' | '\t'))
}

fn row(line: &str, width: usize, number: usize) -> Vec<Cell> {
    let mut texts = cells(line).into_iter();
    let cell = |text: String| Cell {
        text: inline::read(text.trim(), number).text,
        span: (1, 1),
        place: at(number),
    };
    (0..width)
        .map(|_| cell(texts.next().unwrap_or_default()))
        .collect()
}

/// The cells between bars; `\|` is text.
fn cells(line: &str) -> Vec<String> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let line = line.strip_suffix('|').unwrap_or(line);
    let mut cells = Vec::new();
    let mut cell = String::new();
    let mut signs = line.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' if signs.peek() == Some(&'|') => cell.extend(signs.next()),
            '|' => cells.push(std::mem::take(&mut cell)),
            _ => cell.push(sign),
        }
    }
    cells.push(cell);
    cells
}
