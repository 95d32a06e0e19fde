//! A terminal that is taken, and given back on every way out: leaving, error, panic, signal, suspension.

use std::io::{self, Write as _};
use std::{env, panic};

use color_eyre::Result;
use crossterm::clipboard::CopyToClipboard;
use crossterm::style::Print;
use crossterm::terminal::{
    self, BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen,
};
use crossterm::{Command as _, cursor, execute, queue};
use ratatui::layout::{Rect, Size};
use ratatui::{Frame, Terminal};

use super::halves::Halves;
use super::screen::Screen;

/// Asks for presses and the wheel, in a form that knows no largest column. The library asks for every motion as well,
/// which would wake the program whenever the mouse moves.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1000l";

/// Asks for pasted text in brackets, so that it is told from keys. On Windows the library does not read the brackets, and
/// Enter within them becomes another key.
const PASTE_ON: &str = if cfg!(unix) { "\x1b[?2004h" } else { "" };
const PASTE_OFF: &str = if cfg!(unix) { "\x1b[?2004l" } else { "" };

/// The terminal while the program has it.
pub(super) struct Session {
    terminal: Terminal<Screen>,
    halves: Halves,
    hold: Hold,
}

/// Whether the terminal is the program's.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hold {
    Taken,
    /// Given back for as long as the process is stopped. Nothing is drawn.
    Lent,
}

impl Session {
    /// Takes the terminal. What is sent here leaves together with the first frame.
    pub(super) fn enter(mouse: bool) -> Result<Self> {
        give_back_on_panic();
        terminal::enable_raw_mode()?;
        let terminal = Terminal::new(Screen::new()).inspect_err(|_| give_back())?;
        let mut session = Self {
            terminal,
            halves: Halves::default(),
            hold: Hold::Taken,
        };
        session.take(mouse)?;
        Ok(session)
    }

    fn take(&mut self, mouse: bool) -> io::Result<()> {
        let out = self.terminal.backend_mut();
        queue!(out, EnterAlternateScreen, Print(PASTE_ON), cursor::Hide)?;
        if mouse {
            queue!(out, Print(MOUSE_ON))
        } else {
            Ok(())
        }
    }

    /// The size of the screen.
    pub(super) fn size(&self) -> io::Result<Size> {
        self.terminal.size()
    }

    /// Draws a frame. Terminals that know how show it at once and whole.
    pub(super) fn draw(&mut self, view: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        if self.hold == Hold::Lent {
            return Ok(());
        }
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        let halves = &mut self.halves;
        self.terminal.draw(|frame| {
            view(frame);
            halves.mend(frame.buffer_mut());
        })?;
        execute!(self.terminal.backend_mut(), EndSynchronizedUpdate)
    }

    /// Takes the mouse or leaves it to the terminal.
    pub(super) fn mouse(&mut self, on: bool) -> io::Result<()> {
        let out = self.terminal.backend_mut();
        if on {
            execute!(out, Print(MOUSE_ON))
        } else {
            execute!(out, Print(MOUSE_OFF))
        }
    }

    /// Sends text to the terminal's clipboard by OSC 52, which also goes through SSH. Within tmux it is sent a second time
    /// in a wrapper: tmux takes the plain one with `set-clipboard on` and hands the other one on with
    /// `allow-passthrough on`; by default it drops both.
    pub(super) fn copy(&mut self, text: &str) -> io::Result<()> {
        let mut sequence = String::new();
        // Writing to a String can't fail.
        let _ = CopyToClipboard::to_clipboard_from(text).write_ansi(&mut sequence);
        let out = self.terminal.backend_mut();
        out.write_all(sequence.as_bytes())?;
        if env::var_os("TMUX").is_some_and(|name| !name.is_empty()) {
            let doubled = sequence.replace('\x1b', "\x1b\x1b");
            write!(out, "\x1bPtmux;{doubled}\x1b\\")?;
        }
        out.flush()
    }

    /// Gives the terminal back and stops the process. When it goes on, [`Session::resume`] is due.
    pub(super) fn suspend(&mut self) -> io::Result<()> {
        if !CAN_STOP {
            return Ok(());
        }
        self.terminal.backend_mut().flush()?;
        give_back();
        self.hold = Hold::Lent;
        stop()
    }

    /// Takes the terminal again after a stop, also after one that could not be seen coming: a shell has set the line
    /// discipline since, and the library believes that its own is still in force.
    pub(super) fn resume(&mut self, mouse: bool) -> io::Result<()> {
        terminal::disable_raw_mode()?;
        terminal::enable_raw_mode()?;
        self.hold = Hold::Taken;
        self.take(mouse)?;
        // Not `clear`, which asks the terminal where its cursor is: the input thread would take the answer.
        let size = self.terminal.size()?;
        self.terminal.resize(Rect::from(size))
    }

    /// Gives the terminal back and ends as a program ends that does not handle the signal.
    pub(super) fn die_of(&mut self, signal: i32) -> Result<()> {
        // The terminal may be gone: what can't be written is not wanted any more.
        let _ = self.terminal.backend_mut().flush();
        give_back();
        end_by(signal)?;
        Ok(())
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // Nothing of an unfinished frame may follow after the terminal was given back.
        let _ = self.terminal.backend_mut().flush();
        give_back();
    }
}

/// Undoes everything, ignoring faults: this also runs when the terminal has disappeared.
fn give_back() {
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

fn give_back_on_panic() {
    let report = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        give_back();
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
