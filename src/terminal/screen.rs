//! Writes to the terminal's screen. The cursor is not moved after a wide character whose width is the same in all
//! terminals, which halves the bytes of a Chinese page. After a character of uncertain width it is, so that a terminal that
//! disagrees does not shift the rest of the line.
//!
//! Nothing is flushed before the whole frame is written.

use std::io::{self, BufWriter, Write};

use crossterm::terminal::{Clear, ClearType, ScrollDown, ScrollUp};
use crossterm::{cursor, queue};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;

use super::grid::{Grid, Tile};
use super::look::Look;
use super::shift::Shift;
use crate::text::certain_width;

/// The capacity for a whole frame, which is written at once.
const FRAME_BYTES: usize = 64 * 1024;

/// The terminal's screen, with buffered output.
pub(super) struct Screen<W: Write> {
    out: BufWriter<W>,
}

impl<W: Write> Screen<W> {
    pub(super) fn on(out: W) -> Self {
        Self {
            out: BufWriter::with_capacity(FRAME_BYTES, out),
        }
    }

    /// Draws a frame over the one that is shown: the columns that differ. The look is plain before and after.
    pub(super) fn draw(&mut self, shown: &Grid, next: &Grid, frame: &Buffer) -> io::Result<()> {
        let mut look = Look::PLAIN;
        let rows = frame.content.chunks(next.width().max(1));
        for (y, cells) in (0..).zip(rows) {
            let (before, after) = (shown.row(usize::from(y)), next.row(usize::from(y)));
            if before != after {
                look = self.draw_row(y, (before, after), cells, look)?;
            }
        }
        self.change(look, Look::PLAIN)
    }

    /// Draws the columns of a row that differ. Takes the look that the terminal has, and returns the one that it has then.
    fn draw_row(
        &mut self,
        y: u16,
        (before, after): (&[Tile], &[Tile]),
        cells: &[Cell],
        mut look: Look,
    ) -> io::Result<Look> {
        let mut at = At::AnotherRow;
        for (x, ((before, tile), cell)) in (0..).zip(before.iter().zip(after).zip(cells)) {
            if tile == before || tile.is_covered() {
                continue;
            }
            self.go(at, x, y)?;
            self.change(look, tile.look)?;
            look = tile.look;
            self.out.write_all(cell.symbol().as_bytes())?;
            let columns = certain_width(cell.symbol());
            at = columns.map_or(At::SomeColumn, |columns| At::Column(x + columns));
        }
        Ok(look)
    }

    fn change(&mut self, from: Look, to: Look) -> io::Result<()> {
        if from == to {
            return Ok(());
        }
        self.out.write_all(from.change_to(to).as_bytes())
    }

    /// Moves the cursor to a column of a row, if it is not there.
    fn go(&mut self, at: At, x: u16, y: u16) -> io::Result<()> {
        match at {
            At::Column(column) if column == x => Ok(()),
            At::Column(column) if column < x => queue!(self.out, cursor::MoveRight(x - column)),
            At::Column(_) | At::SomeColumn => queue!(self.out, cursor::MoveToColumn(x)),
            At::AnotherRow => queue!(self.out, cursor::MoveTo(x, y)),
        }
    }

    /// Moves rows by a scrolling region (DECSTBM) of their own. The rows that become free are blank, as the style is plain.
    pub(super) fn scroll(&mut self, shift: &Shift) -> io::Result<()> {
        let (first, last) = (shift.rows.start + 1, shift.rows.end);
        write!(self.out, "\x1b[{first};{last}r")?;
        let by = shift.up.unsigned_abs() as u16;
        if shift.up > 0 {
            queue!(self.out, ScrollUp(by))?;
        } else {
            queue!(self.out, ScrollDown(by))?;
        }
        write!(self.out, "\x1b[r")
    }

    pub(super) fn clear(&mut self) -> io::Result<()> {
        queue!(self.out, Clear(ClearType::All))
    }

    pub(super) fn show_cursor(&mut self, shows: bool) -> io::Result<()> {
        if shows {
            queue!(self.out, cursor::Show)
        } else {
            queue!(self.out, cursor::Hide)
        }
    }

    pub(super) fn move_cursor(&mut self, to: Position) -> io::Result<()> {
        queue!(self.out, cursor::MoveTo(to.x, to.y))
    }
}

impl<W: Write> Write for Screen<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Where the cursor is while a row is drawn.
#[derive(Clone, Copy)]
enum At {
    /// In a column of that row. The one behind the last column stands for the last, where terminals differ.
    Column(u16),
    /// In that row, in a column that is not known for certain.
    SomeColumn,
    /// In another row.
    AnotherRow,
}
