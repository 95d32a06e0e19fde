//! Forwards Unix signals as events, in a thread of its own.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;

use super::events::Event;

/// Forwards the signals that end, stop or continue a program, and changes of size.
pub(super) fn forward(sender: Sender<Event>) -> io::Result<()> {
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH])?;
    let forward = move || {
        let mut events = signals.forever().filter_map(event);
        while events
            .next()
            .is_some_and(|event| sender.send(event).is_ok())
        {}
    };
    thread::Builder::new()
        .name("signals".to_owned())
        .spawn(forward)?;
    Ok(())
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
