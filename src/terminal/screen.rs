//! Writes to the terminal's screen. The cursor is not moved after a wide character whose width is the same in all
//! terminals, which halves the bytes of a Chinese page. After a character of uncertain width it is, so that a terminal that
//! disagrees does not shift the rest of the line.
//!
//! Nothing is flushed before the whole frame is written.

use std::io::{self, BufWriter, Write};

use crossterm::style::{Attribute, Print, SetAttribute, SetStyle};
use crossterm::terminal::{Clear, ClearType, ScrollDown, ScrollUp};
use crossterm::{cursor, queue};
use ratatui::buffer::Cell;
use ratatui::layout::Position;
use ratatui::style::Style;

use super::shift::Shift;
use super::style::after_reset;

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

    /// Draws cells at their columns and rows, and leaves the style as it is at first.
    pub(super) fn draw<'a>(
        &mut self,
        content: impl Iterator<Item = (u16, u16, &'a Cell)>,
    ) -> io::Result<()> {
        let plain = Style::reset();
        let mut style = plain;
        let mut next = None;
        for (x, y, cell) in content {
            if next != Some((x, y)) {
                queue!(self.out, cursor::MoveTo(x, y))?;
            }
            if cell.style() != style {
                style = cell.style();
                queue!(self.out, SetAttribute(Attribute::Reset))?;
                queue!(self.out, SetStyle(after_reset(style)))?;
            }
            queue!(self.out, Print(cell.symbol()))?;
            next = certain_width(cell.symbol()).map(|columns| (x + columns, y));
        }
        if style == plain {
            return Ok(());
        }
        queue!(self.out, SetAttribute(Attribute::Reset))
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

/// The columns of a symbol; `None` if terminals disagree.
fn certain_width(symbol: &str) -> Option<u16> {
    let mut chars = symbol.chars();
    match (chars.next(), chars.next()) {
        (Some(' '..='~' | '╌' | '╎' | '⠀'..='⣿'), None) => Some(1),
        (
            Some('\u{3001}'..='\u{303e}' | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff60}'),
            None,
        ) => Some(2),
        _ => None,
    }
}
