//! The channel of events from the terminal and from signals.

use std::io;
use std::sync::mpsc::{self, Receiver, Sender};

#[cfg(not(unix))]
use super::console as keyboard;
use super::events::Event;
#[cfg(unix)]
use super::{keyboard, signals};

/// Opens the channel and listens to signals. Comes before the terminal is set up, so that no signal leaves it
/// unrestored.
pub(super) fn channel() -> io::Result<(Sender<Event>, Receiver<Event>)> {
    let (sender, receiver) = mpsc::channel();
    #[cfg(unix)]
    signals::forward(sender.clone())?;
    Ok((sender, receiver))
}

/// Starts reading the terminal.
pub(super) fn listen(sender: Sender<Event>) -> io::Result<()> {
    keyboard::listen(sender)
}
