//! Reads the terminal on Unix: a thread that sleeps until there is something to read, and hands it to the parser.
//!
//! It waits by level: bytes that were there before it began to wait wake it as well. Only while the parser is in the middle
//! of something it wakes by itself, once, to say that no more has come.

use std::fs::File;
use std::io::{self, IsTerminal as _};
use std::os::fd::{AsFd, BorrowedFd};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

use super::events::Event;
use super::parser::{Open, Parser};

/// Starts to read.
pub(super) fn listen(sender: Sender<Event>) -> io::Result<()> {
    let stdin = io::stdin();
    // A plan may come from standard input; the keys are then those of the terminal that controls the process.
    let other = (!stdin.is_terminal())
        .then(|| File::open("/dev/tty"))
        .transpose()?;
    let read = move || match other {
        Some(terminal) => forward(terminal.as_fd(), &sender),
        None => forward(stdin.as_fd(), &sender),
    };
    thread::Builder::new()
        .name("input".to_owned())
        .spawn(read)?;
    Ok(())
}

/// Reads until the terminal or the program ends.
fn forward(terminal: BorrowedFd<'_>, sender: &Sender<Event>) {
    let mut parser = Parser::default();
    let mut buffer = [0; 4096];
    loop {
        let events = match wait(terminal, parser.open().map(patience)) {
            Waited::Readable => match rustix::io::read(terminal, &mut buffer) {
                Ok(count) => parser.advance(buffer.get(..count).unwrap_or_default()),
                Err(Errno::INTR | Errno::AGAIN) => Vec::new(),
                Err(_) => vec![Event::Lost],
            },
            Waited::InVain => parser.idle().into_iter().collect(),
            Waited::Interrupted => Vec::new(),
            Waited::Lost => vec![Event::Lost],
        };
        for event in events {
            let is_last = event == Event::Lost;
            if sender.send(event).is_err() || is_last {
                return;
            }
        }
    }
}

/// How long the rest of something may take: the network may be slow, but a person waits for what Esc does.
fn patience(open: Open) -> Duration {
    Duration::from_millis(match open {
        Open::Key => 50,
        Open::Sequence => 500,
        Open::Paste => 2000,
    })
}

enum Waited {
    Readable,
    /// Nothing came in time.
    InVain,
    /// A signal came.
    Interrupted,
    /// The terminal has disappeared.
    Lost,
}

/// Waits for something to read. Standard output is watched as well: the signal that tells of its end goes to the leader of
/// the session alone, which may keep it.
fn wait(terminal: BorrowedFd<'_>, patience: Option<Duration>) -> Waited {
    let out = io::stdout();
    let mut fds = [
        PollFd::from_borrowed_fd(terminal, PollFlags::IN),
        PollFd::new(&out, PollFlags::empty()),
    ];
    let timeout = patience.and_then(|patience| Timespec::try_from(patience).ok());
    match poll(&mut fds, timeout.as_ref()) {
        Ok(0) => return Waited::InVain,
        Ok(_) => {}
        Err(Errno::INTR | Errno::AGAIN) => return Waited::Interrupted,
        Err(_) => return Waited::Lost,
    }
    let [terminal, out] = fds.map(|fd| fd.revents());
    let gone = PollFlags::HUP | PollFlags::ERR;
    if out.intersects(gone) || terminal.intersects(gone) {
        Waited::Lost
    } else if terminal.is_empty() {
        Waited::Interrupted
    } else {
        Waited::Readable
    }
}
