//! Waits for what comes from outside, in the thread that draws: the keyboard, signals, and the end of the terminal.

use std::io;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

use super::events::Event;
use super::keyboard::Keyboard;
use super::signals::Signals;

/// What the program listens to.
pub(super) struct Listener {
    keyboard: Keyboard,
    signals: Signals,
}

/// Where events come from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Source {
    Signals,
    Keyboard,
    /// The terminal has disappeared.
    Gone,
}

impl Listener {
    /// Listens to signals from now on. Comes before the terminal is set up, so that no signal leaves it unrestored.
    pub(super) fn open() -> io::Result<Self> {
        Ok(Self {
            keyboard: Keyboard::open()?,
            signals: Signals::open()?,
        })
    }

    /// Waits for events; at least one.
    pub(super) fn wait(&mut self) -> Vec<Event> {
        loop {
            let sources = self.poll(self.keyboard.patience());
            let events = if sources.is_empty() {
                self.keyboard.idle().into_iter().collect()
            } else {
                self.take(&sources)
            };
            if !events.is_empty() {
                return events;
            }
        }
    }

    /// What else is there already; empty for nothing.
    pub(super) fn more(&mut self) -> Vec<Event> {
        self.within(Duration::ZERO)
    }

    /// What comes within some time; empty for nothing.
    pub(super) fn within(&mut self, patience: Duration) -> Vec<Event> {
        let sources = self.poll(Some(patience));
        self.take(&sources)
    }

    fn take(&mut self, sources: &[Source]) -> Vec<Event> {
        let mut events = Vec::new();
        for source in sources {
            match source {
                Source::Signals => events.extend(self.signals.pending()),
                Source::Keyboard => events.extend(self.keyboard.read()),
                Source::Gone => events.push(Event::Lost),
            }
        }
        events
    }

    /// Waits for the keyboard and for signals; empty if nothing came in time. Standard output is watched as well: the
    /// signal for its end goes to the session leader alone, which may not pass it on.
    fn poll(&self, patience: Option<Duration>) -> Vec<Source> {
        let out = io::stdout();
        let mut fds = [
            PollFd::new(&self.signals, PollFlags::IN),
            PollFd::new(&self.keyboard, PollFlags::IN),
            PollFd::new(&out, PollFlags::empty()),
        ];
        let patience = patience.and_then(|patience| Timespec::try_from(patience).ok());
        loop {
            match poll(&mut fds, patience.as_ref()) {
                Ok(_) => break,
                // A signal came, which the next poll finds.
                Err(Errno::INTR | Errno::AGAIN) => {}
                Err(_) => return vec![Source::Gone],
            }
        }
        let [signals, keyboard, out] = fds.map(|fd| fd.revents());
        let gone = PollFlags::HUP | PollFlags::ERR;
        let is_gone = out.intersects(gone) || keyboard.intersects(gone);
        let sources = [
            (!signals.is_empty(), Source::Signals),
            (!keyboard.is_empty() && !is_gone, Source::Keyboard),
            (is_gone, Source::Gone),
        ];
        let ready = sources.into_iter().filter(|(is_ready, _)| *is_ready);
        ready.map(|(_, source)| source).collect()
    }
}
