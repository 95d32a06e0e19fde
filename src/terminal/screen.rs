//! The backend for the screen library. Unlike the library's own it does not move the cursor after a wide character
//! whose width is the same in all terminals, which halves the bytes of a Chinese page. After a character of uncertain
//! width it does, so that a terminal that disagrees does not shift the rest of the line.
//!
//! Nothing is flushed before the whole frame is written.

use std::io::{self, BufWriter, Stdout, Write};

use crossterm::style::{Attribute, Print, SetAttribute, SetStyle};
use crossterm::{cursor, queue, terminal};
use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use ratatui::style::Style;

use super::style::after_reset;

/// The capacity for a whole frame, which is written at once.
const FRAME_BYTES: usize = 64 * 1024;

/// The terminal's screen, with buffered output.
pub(super) struct Screen {
    out: BufWriter<Stdout>,
}

impl Screen {
    pub(super) fn new() -> Self {
        Self {
            out: BufWriter::with_capacity(FRAME_BYTES, io::stdout()),
        }
    }
}

impl Write for Screen {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl Backend for Screen {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut style = Style::reset();
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
        queue!(self.out, SetAttribute(Attribute::Reset))
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        queue!(self.out, cursor::Hide)
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        queue!(self.out, cursor::Show)
    }

    /// Unsupported: the input thread would take the terminal's answer. A full screen has no use for it.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let Position { x, y } = position.into();
        queue!(self.out, cursor::MoveTo(x, y))
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        let region = match region {
            ClearType::All => terminal::ClearType::All,
            ClearType::AfterCursor => terminal::ClearType::FromCursorDown,
            ClearType::BeforeCursor => terminal::ClearType::FromCursorUp,
            ClearType::CurrentLine => terminal::ClearType::CurrentLine,
            ClearType::UntilNewLine => terminal::ClearType::UntilNewLine,
        };
        queue!(self.out, terminal::Clear(region))
    }

    fn size(&self) -> io::Result<Size> {
        terminal::size().map(Size::from)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        let window = terminal::window_size()?;
        let columns_rows = Size::new(window.columns, window.rows);
        Ok(WindowSize {
            columns_rows,
            pixels: Size::new(window.width, window.height),
        })
    }

    /// Does nothing: the session flushes when the frame is complete.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
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
