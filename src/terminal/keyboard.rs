//! Reads the terminal on Unix: a thread that polls for bytes and passes them to the parser. While the parser is in the
//! middle of a sequence, the poll has a timeout.

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

/// Starts the thread that reads.
pub(super) fn listen(sender: Sender<Event>) -> io::Result<()> {
    let stdin = io::stdin();
    // A plan may come from standard input; then the keys come from the controlling terminal.
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

/// Sends events until the terminal or the program ends.
fn forward(terminal: BorrowedFd<'_>, sender: &Sender<Event>) {
    let mut parser = Parser::default();
    let mut buffer = [0; 4096];
    loop {
        let events = match wait(terminal, parser.open().map(timeout)) {
            Waited::Readable => match rustix::io::read(terminal, &mut buffer) {
                Ok(count) => parser.advance(buffer.get(..count).unwrap_or_default()),
                Err(Errno::INTR | Errno::AGAIN) => Vec::new(),
                Err(_) => vec![Event::Lost],
            },
            Waited::TimedOut => parser.idle().into_iter().collect(),
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

/// How long to wait for the rest of a sequence: the network may be slow, but Esc should act at once.
fn timeout(open: Open) -> Duration {
    Duration::from_millis(match open {
        Open::Key => 50,
        Open::Sequence => 500,
        Open::Paste => 2000,
    })
}

enum Waited {
    Readable,
    TimedOut,
    /// A signal came.
    Interrupted,
    /// The terminal has disappeared.
    Lost,
}

/// Waits for bytes. Standard output is watched as well: the signal for its end goes to the session leader alone, which
/// may not pass it on.
fn wait(terminal: BorrowedFd<'_>, timeout: Option<Duration>) -> Waited {
    let out = io::stdout();
    let mut fds = [
        PollFd::from_borrowed_fd(terminal, PollFlags::IN),
        PollFd::new(&out, PollFlags::empty()),
    ];
    let timeout = timeout.and_then(|timeout| Timespec::try_from(timeout).ok());
    match poll(&mut fds, timeout.as_ref()) {
        Ok(0) => return Waited::TimedOut,
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
