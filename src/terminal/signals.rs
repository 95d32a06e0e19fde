//! Unix signals as events. A handler writes to a socket, which is waited for with the keyboard.

use std::io;
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;

use super::events::Event;

/// The signals that end, stop or continue a program, and changes of size.
pub(super) struct Signals(SignalDelivery<UnixStream, SignalOnly>);

impl Signals {
    pub(super) fn open() -> io::Result<Self> {
        let signals = [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH];
        let (read, write) = UnixStream::pair()?;
        SignalDelivery::with_pipe(read, write, SignalOnly, signals).map(Self)
    }

    /// The events of the signals that have come.
    pub(super) fn pending(&mut self) -> impl Iterator<Item = Event> {
        self.0.pending().filter_map(event)
    }
}

impl AsFd for Signals {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.0.get_read().as_fd()
    }
}

fn event(signal: i32) -> Option<Event> {
    Some(match signal {
        SIGTSTP => Event::Stop,
        SIGCONT => Event::Continue,
        SIGWINCH => {
            let (width, height) = crossterm::terminal::size().ok()?;
            Event::Resize(width, height)
        }
        _ => Event::Signal(signal),
    })
}
