//! The keyboard on Unix: bytes of the terminal, read when there are some, and passed to the parser.

use std::fs::File;
use std::io::{self, IsTerminal as _, Stdin};
use std::os::fd::{AsFd, BorrowedFd};
use std::time::Duration;

use rustix::io::Errno;

use super::events::Event;
use super::parser::{Open, Parser};

/// The terminal that keys come from.
pub(super) struct Keyboard {
    stdin: Stdin,
    /// The controlling terminal, where standard input is something else, such as a plan.
    other: Option<File>,
    parser: Parser,
}

impl Keyboard {
    pub(super) fn open() -> io::Result<Self> {
        let stdin = io::stdin();
        let other = (!stdin.is_terminal()).then(|| File::open("/dev/tty"));
        Ok(Self {
            stdin,
            other: other.transpose()?,
            parser: Parser::default(),
        })
    }

    /// The events of the bytes that are there. The terminal has to be ready, or this waits.
    pub(super) fn read(&mut self) -> Vec<Event> {
        let mut buffer = [0; 4096];
        match rustix::io::read(self.as_fd(), &mut buffer) {
            Ok(count) => self.parser.advance(buffer.get(..count).unwrap_or_default()),
            Err(Errno::INTR | Errno::AGAIN) => Vec::new(),
            Err(_) => vec![Event::Lost],
        }
    }

    /// How long to wait for the rest of a sequence: the network may be slow, but Esc should act at once. `None` if nothing
    /// is missing.
    pub(super) fn patience(&self) -> Option<Duration> {
        let milliseconds = match self.parser.open()? {
            Open::Key => 50,
            Open::Sequence => 500,
            Open::Paste => 2000,
        };
        Some(Duration::from_millis(milliseconds))
    }

    /// What an unfinished sequence means when nothing more has come.
    pub(super) fn idle(&mut self) -> Option<Event> {
        self.parser.idle()
    }
}

impl AsFd for Keyboard {
    fn as_fd(&self) -> BorrowedFd<'_> {
        match &self.other {
            Some(terminal) => terminal.as_fd(),
            None => self.stdin.as_fd(),
        }
    }
}
