//! The least that a program of the same screen library does: it shows the lines of a text, `j` moves one down, `q` ends.
//!
//! `benches/compare.py` measures it beside guihua, which shows what the library itself costs.

use std::error::Error;
use std::io::{self, BufWriter, Read as _, Write};

use crossterm::cursor::MoveTo;
use crossterm::queue;
use crossterm::style::Print;
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode, size,
};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("bare FILE")?;
    let text = std::fs::read_to_string(path)?;
    enable_raw_mode()?;
    let shown = show(&text, &mut BufWriter::with_capacity(1 << 16, io::stdout()));
    disable_raw_mode()?;
    Ok(shown?)
}

/// Shows the text until `q` is pressed.
fn show(text: &str, out: &mut impl Write) -> io::Result<()> {
    let (columns, rows) = size()?;
    let mut shown = Buffer::empty(Rect::new(0, 0, columns, rows));
    let mut next = shown.clone();
    let mut top = 0;
    queue!(out, EnterAlternateScreen)?;
    loop {
        next.reset();
        for (y, line) in (0..rows).zip(text.lines().skip(top)) {
            next.set_stringn(0, y, line, usize::from(columns), Style::new());
        }
        for (x, y, cell) in shown.diff(&next) {
            queue!(out, MoveTo(x, y), Print(cell.symbol()))?;
        }
        out.flush()?;
        std::mem::swap(&mut shown, &mut next);
        let mut key = [0];
        io::stdin().lock().read_exact(&mut key)?;
        match key {
            [b'j'] => top += 1,
            [b'q'] => break,
            _ => {}
        }
    }
    queue!(out, LeaveAlternateScreen)?;
    out.flush()
}
