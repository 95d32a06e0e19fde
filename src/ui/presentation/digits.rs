//! Figures in large digits, drawn of blocks that are half a cell high: an analyst at the back of a room reads them.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::gauge::Signs;
use crate::ui::canvas::{Canvas, row_areas};

/// The height of a digit, in dots.
const HEIGHT: u16 = 7;

/// The dots between digits.
const GAP: u16 = 1;

/// The signs that are drawn large, each with its dots from top to bottom.
const SHAPES: [(char, [&str; HEIGHT as usize]); 13] = [
    (
        '0',
        [
            ".###.", "##.##", "##.##", "##.##", "##.##", "##.##", ".###.",
        ],
    ),
    (
        '1',
        [
            "..##.", ".###.", "..##.", "..##.", "..##.", "..##.", ".####",
        ],
    ),
    (
        '2',
        [
            ".###.", "##.##", "...##", "..##.", ".##..", "##...", "#####",
        ],
    ),
    (
        '3',
        [
            "####.", "...##", "...##", ".###.", "...##", "...##", "####.",
        ],
    ),
    (
        '4',
        [
            "..###", ".####", "##.##", "##.##", "#####", "...##", "...##",
        ],
    ),
    (
        '5',
        [
            "#####", "##...", "####.", "...##", "...##", "##.##", ".###.",
        ],
    ),
    (
        '6',
        [
            ".###.", "##...", "####.", "##.##", "##.##", "##.##", ".###.",
        ],
    ),
    (
        '7',
        [
            "#####", "...##", "..##.", "..##.", ".##..", ".##..", ".##..",
        ],
    ),
    (
        '8',
        [
            ".###.", "##.##", "##.##", ".###.", "##.##", "##.##", ".###.",
        ],
    ),
    (
        '9',
        [
            ".###.", "##.##", "##.##", "##.##", ".####", "...##", ".###.",
        ],
    ),
    ('.', ["..", "..", "..", "..", "..", "##", "##"]),
    (
        '%',
        [
            "##...##", "##..##.", "....##.", "...##..", "..##...", ".##..##", "##...##",
        ],
    ),
    (
        '-',
        ["....", "....", "....", "####", "....", "....", "...."],
    ),
];

/// The dots of a sign; `None` for what is not drawn large.
fn shape(sign: char) -> Option<&'static [&'static str; HEIGHT as usize]> {
    let found = SHAPES.iter().find(|(own, _)| *own == sign);
    found.map(|(_, rows)| rows)
}

/// The dots across a sign.
fn breadth(rows: &[&str]) -> u16 {
    rows.first().map_or(0, |row| row.len() as u16)
}

/// The words before a figure, its digits, the words behind it; `None` where no digit stands in it.
pub(super) fn split(figure: &str) -> Option<(&str, &str, &str)> {
    let start = figure.find(|c: char| c.is_ascii_digit())?;
    let start = match figure.get(..start)?.strip_suffix('-') {
        Some(before) => before.len(),
        None => start,
    };
    let rest = figure.get(start..)?;
    let end = rest.find(|c: char| shape(c).is_none());
    let (digits, after) = rest.split_at(end.unwrap_or(rest.len()));
    Some((figure.get(..start)?, digits, after))
}

/// The dots across.
fn dots(digits: &str) -> u16 {
    let widths = digits
        .chars()
        .filter_map(shape)
        .map(|rows| breadth(rows) + GAP);
    widths.sum::<u16>().saturating_sub(GAP)
}

/// The columns and rows of digits in dots of `scale` columns and half as many rows.
pub(super) fn size(digits: &str, scale: u16) -> (u16, u16) {
    (dots(digits) * scale, (HEIGHT * scale).div_ceil(2))
}

/// The greatest scale at which all of some figures fit into `columns` and `rows` each; `None` if none does.
pub(super) fn scale(figures: &[&str], columns: u16, rows: u16) -> Option<u16> {
    // Half cells are two columns wide in some terminals; there a dot is drawn as blanks of whole cells.
    let has_halves = Signs::of_screen() == Signs::Blocks;
    let is_drawable = |scale: &u16| has_halves || scale.is_multiple_of(2);
    let fits = |scale: &u16| {
        figures.iter().all(|digits| {
            let (width, height) = size(digits, *scale);
            width <= columns && height <= rows
        })
    };
    (1..=4).rev().filter(is_drawable).find(fits)
}

/// Draws digits from the left top corner of an area on.
pub(super) fn draw(digits: &str, scale: u16, area: Rect, style: Style, canvas: &mut Canvas<'_>) {
    let mut x = area.x;
    for rows in digits.chars().filter_map(shape) {
        let columns = breadth(rows) * scale;
        let is_set = |half: u16, column: u16| {
            let row = rows.get(usize::from(half / scale));
            row.is_some_and(|row| row.as_bytes().get(usize::from(column / scale)) == Some(&b'#'))
        };
        for (y, row) in (0..).zip(row_areas(Rect {
            height: size("", scale).1,
            ..area
        })) {
            for column in 0..columns {
                let halves = [is_set(2 * y, column), is_set(2 * y + 1, column)];
                canvas.solid(x + column, row.y, halves, style);
            }
        }
        x += columns + GAP * scale;
    }
}
