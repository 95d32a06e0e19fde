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

/// What a wait ended with.
#[derive(Default)]
struct Woken {
    keyboard: bool,
    signals: bool,
    /// Nothing came in time.
    timed_out: bool,
    /// The terminal has disappeared.
    lost: bool,
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
            let woken = self.poll(self.keyboard.patience());
            let events = self.take(&woken);
            if !events.is_empty() {
                return events;
            }
        }
    }

    /// What else is there already; empty for nothing.
    pub(super) fn more(&mut self) -> Vec<Event> {
        let woken = self.poll(Some(Duration::ZERO));
        self.take(&Woken {
            // A sequence of keys has its time yet.
            timed_out: false,
            ..woken
        })
    }

    fn take(&mut self, woken: &Woken) -> Vec<Event> {
        let mut events = Vec::new();
        if woken.signals {
            events.extend(self.signals.pending());
        }
        if woken.lost {
            events.push(Event::Lost);
        } else if woken.keyboard {
            events.extend(self.keyboard.read());
        } else if woken.timed_out {
            events.extend(self.keyboard.idle());
        }
        events
    }

    /// Waits for the keyboard and for signals. Standard output is watched as well: the signal for its end goes to the
    /// session leader alone, which may not pass it on.
    fn poll(&self, patience: Option<Duration>) -> Woken {
        let out = io::stdout();
        let mut fds = [
            PollFd::new(&self.keyboard, PollFlags::IN),
            PollFd::new(&self.signals, PollFlags::IN),
            PollFd::new(&out, PollFlags::empty()),
        ];
        let patience = patience.and_then(|patience| Timespec::try_from(patience).ok());
        let is_timed_out = match poll(&mut fds, patience.as_ref()) {
            Ok(ready) => ready == 0,
            // A signal came, which the next wait finds.
            Err(Errno::INTR | Errno::AGAIN) => return Woken::default(),
            Err(_) => {
                return Woken {
                    lost: true,
                    ..Woken::default()
                };
            }
        };
        let [keyboard, signals, out] = fds.map(|fd| fd.revents());
        let gone = PollFlags::HUP | PollFlags::ERR;
        Woken {
            keyboard: !keyboard.is_empty(),
            signals: !signals.is_empty(),
            timed_out: is_timed_out,
            lost: out.intersects(gone) || keyboard.intersects(gone),
        }
    }
}
