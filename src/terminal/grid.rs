//! A frame as numbers, two for each column, so that frames are compared at little cost.
//!
//! ```text
//! text     a  中     b
//! signs    a  中  ▒  b       ▒: the column that a wide character covers
//! ```
//!
//! A terminal blanks one half of a wide character when the other is written over. As a covered column equals nothing but
//! another covered one, each column that such a character leaves is drawn anew.

use std::hash::{DefaultHasher, Hasher as _};
use std::ops::Range;

use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth as _};
use ratatui::layout::Size;

use super::look::Look;
use crate::text::certain_width;

/// What a column shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tile {
    /// The [number] of its sign, or [`COVERED`].
    sign: u64,
    /// Its colours and modifiers.
    pub(super) look: Look,
}

/// The sign of a column that a wide character covers. Not the number of any sign, as none is a control character.
const COVERED: u64 = 1;

impl Tile {
    /// A column without text.
    pub(super) const BLANK: Self = Self {
        sign: b' ' as u64,
        look: Look::PLAIN,
    };

    /// Whether a wide character covers the column.
    pub(super) fn is_covered(self) -> bool {
        self.sign == COVERED
    }

    /// A number that is the same for the same sign.
    pub(super) fn sign(self) -> u64 {
        self.sign
    }
}

/// The columns of a screen, row by row.
#[derive(Debug, Default)]
pub(super) struct Grid {
    width: usize,
    tiles: Vec<Tile>,
}

impl Grid {
    /// A blank screen of a size.
    pub(super) fn blank(size: Size) -> Self {
        let width = usize::from(size.width);
        Self {
            width,
            tiles: vec![Tile::BLANK; width * usize::from(size.height)],
        }
    }

    /// Takes over what a frame shows.
    pub(super) fn read(&mut self, frame: &Buffer) {
        self.width = usize::from(frame.area.width);
        self.tiles.clear();
        for row in frame.content.chunks(self.width.max(1)) {
            self.read_row(row);
        }
    }

    fn read_row(&mut self, row: &[Cell]) {
        // Neighbours mostly look alike, and comparing costs less than packing.
        let mut look = Look::PLAIN;
        let mut alike = &Cell::EMPTY;
        let mut covered = 0;
        for cell in row {
            if covered > 0 {
                covered -= 1;
                self.tiles.push(Tile {
                    sign: COVERED,
                    look,
                });
                continue;
            }
            if !Look::is_same(cell, alike) {
                (look, alike) = (Look::of(cell), cell);
            }
            let sign = number(cell.symbol().as_bytes());
            self.tiles.push(Tile { sign, look });
            covered = columns(cell).saturating_sub(1);
        }
    }

    /// How many rows there are.
    pub(super) fn height(&self) -> usize {
        self.tiles.len() / self.width.max(1)
    }

    /// The columns of a row; none if there is no such row.
    pub(super) fn row(&self, row: usize) -> &[Tile] {
        let start = row * self.width;
        self.tiles.get(start..start + self.width).unwrap_or(&[])
    }

    /// The columns of some rows.
    pub(super) fn rows_mut(&mut self, rows: Range<usize>) -> &mut [Tile] {
        let columns = rows.start * self.width..rows.end * self.width;
        self.tiles.get_mut(columns).unwrap_or_default()
    }

    /// How many columns a row has.
    pub(super) fn width(&self) -> usize {
        self.width
    }
}

/// A number for a sign: its bytes, or a hash of them if they are more than eight.
fn number(sign: &[u8]) -> u64 {
    // Nearly all signs are Latin or Chinese.
    match *sign {
        [first] => u64::from(first),
        [first, second, third] => u64::from_le_bytes([first, second, third, 0, 0, 0, 0, 0]),
        _ if sign.len() > 8 => {
            let mut hasher = DefaultHasher::new();
            hasher.write(sign);
            hasher.finish()
        }
        _ => {
            let bytes = sign.iter().rev();
            bytes.fold(0, |number, byte| number << 8 | u64::from(*byte))
        }
    }
}

/// The columns that a cell's character takes.
fn columns(cell: &Cell) -> u16 {
    match cell.diff_option {
        CellDiffOption::ForcedWidth(columns) => columns.get(),
        // Most of a screen is blank or Latin.
        _ if cell.symbol().len() == 1 => 1,
        _ => certain_width(cell.symbol()).unwrap_or_else(|| cell.cell_width()),
    }
}
