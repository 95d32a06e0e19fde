//! The session: sets the terminal up, and restores it on every way out: quitting, error, panic, signal, suspension.

use std::io::{self, Stdout, Write as _};
use std::{env, panic};

use color_eyre::Result;
use crossterm::style::Print;
use crossterm::terminal::{
    self, BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen,
};
use crossterm::{cursor, execute, queue};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Size};

use super::clipboard::Display;
use super::frames::Frames;
use super::screen::Screen;

/// Reports button presses and the wheel with SGR coordinates. The library's own command also reports every motion,
/// which would wake the program.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1000l";

/// Bracketed paste. Not on Windows, where the library does not parse it.
const PASTE_ON: &str = if cfg!(unix) { "\x1b[?2004h" } else { "" };
const PASTE_OFF: &str = if cfg!(unix) { "\x1b[?2004l" } else { "" };

/// The terminal in use by the program.
pub(super) struct Session {
    screen: Screen<Stdout>,
    frames: Frames,
    hold: Hold,
}

/// Whether the program has the terminal.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hold {
    Taken,
    /// Restored while the process is suspended; nothing is drawn.
    Lent,
}

impl Session {
    /// Sets the terminal up, and writes a sequence that asks it something. The output is flushed with the first frame.
    pub(super) fn enter(mouse: bool, questions: String) -> Result<Self> {
        restore_on_panic();
        terminal::enable_raw_mode()?;
        let mut session = Self {
            screen: Screen::on(io::stdout()),
            frames: Frames::default(),
            hold: Hold::Taken,
        };
        session.take(mouse)?;
        queue!(session.screen, Print(questions))?;
        Ok(session)
    }

    /// Clears the screen, so that the next frame writes all of it.
    pub(super) fn redraw(&mut self) -> io::Result<()> {
        self.frames.forget();
        self.screen.clear()
    }

    fn take(&mut self, mouse: bool) -> io::Result<()> {
        let out = &mut self.screen;
        queue!(out, EnterAlternateScreen, Print(PASTE_ON), cursor::Hide)?;
        if mouse {
            queue!(out, Print(MOUSE_ON))
        } else {
            Ok(())
        }
    }

    /// The size of the screen.
    pub(super) fn size() -> io::Result<Size> {
        terminal::size().map(Size::from)
    }

    /// Draws a frame, as a synchronized update. `view` fills a blank buffer, and says where the cursor stands, if it shows.
    pub(super) fn draw(
        &mut self,
        view: impl FnOnce(&mut Buffer) -> Option<Position>,
    ) -> io::Result<()> {
        if self.hold == Hold::Lent {
            return Ok(());
        }
        let size = Self::size()?;
        queue!(self.screen, BeginSynchronizedUpdate)?;
        self.frames.draw(&mut self.screen, size, view)?;
        execute!(self.screen, EndSynchronizedUpdate)
    }

    /// Captures or releases the mouse.
    pub(super) fn mouse(&mut self, on: bool) -> io::Result<()> {
        let out = &mut self.screen;
        if on {
            execute!(out, Print(MOUSE_ON))
        } else {
            execute!(out, Print(MOUSE_OFF))
        }
    }

    /// Sends text to the terminal's clipboard; tells whether there is one.
    pub(super) fn copy(&mut self, text: &str) -> io::Result<bool> {
        let Some(sequence) = Display::of(|name| env::var_os(name)).copying(text) else {
            return Ok(false);
        };
        let out = &mut self.screen;
        out.write_all(sequence.as_bytes())?;
        out.flush()?;
        Ok(true)
    }

    /// Restores the terminal and stops the process. [`Session::resume`] must follow.
    pub(super) fn suspend(&mut self) -> io::Result<()> {
        if !CAN_STOP {
            return Ok(());
        }
        self.screen.flush()?;
        restore();
        self.hold = Hold::Lent;
        stop()
    }

    /// Sets the terminal up again after a stop, which may have been without notice: a shell has changed the line
    /// discipline, but the library believes that raw mode is still on.
    pub(super) fn resume(&mut self, mouse: bool) -> io::Result<()> {
        terminal::disable_raw_mode()?;
        terminal::enable_raw_mode()?;
        self.hold = Hold::Taken;
        self.take(mouse)?;
        self.redraw()
    }

    /// Restores the terminal and ends the process by the signal's default action.
    pub(super) fn die_of(&mut self, signal: i32) -> Result<()> {
        // The terminal may be gone.
        let _ = self.screen.flush();
        restore();
        end_by(signal)?;
        Ok(())
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // Nothing of an unfinished frame may follow the restoration.
        let _ = self.screen.flush();
        restore();
    }
}

/// Restores the terminal, ignoring errors: it may be gone.
fn restore() {
    let mut out = io::stdout();
    let _ = execute!(
        out,
        EndSynchronizedUpdate,
        Print(MOUSE_OFF),
        Print(PASTE_OFF),
        LeaveAlternateScreen,
        cursor::Show
    );
    let _ = terminal::disable_raw_mode();
}

fn restore_on_panic() {
    let report = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        restore();
        report(info);
    }));
}

/// Only Unix can stop a process.
const CAN_STOP: bool = cfg!(unix);

#[cfg(unix)]
fn stop() -> io::Result<()> {
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)
}

#[cfg(not(unix))]
fn stop() -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn end_by(signal: i32) -> io::Result<()> {
    signal_hook::low_level::emulate_default_handler(signal)
}

#[cfg(not(unix))]
fn end_by(_signal: i32) -> io::Result<()> {
    Ok(())
}
