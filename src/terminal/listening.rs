//! What is listened to: the terminal and the signals, in one channel.

use std::io;
use std::sync::mpsc::{self, Receiver, Sender};

#[cfg(not(unix))]
use super::console as keyboard;
use super::events::Event;
#[cfg(unix)]
use super::{keyboard, signals};

/// Listens to signals: before the terminal is taken, so that none of them leaves it taken.
pub(super) fn channel() -> io::Result<(Sender<Event>, Receiver<Event>)> {
    let (sender, receiver) = mpsc::channel();
    #[cfg(unix)]
    signals::forward(sender.clone())?;
    Ok((sender, receiver))
}

/// Starts to listen to the terminal.
pub(super) fn listen(sender: Sender<Event>) -> io::Result<()> {
    keyboard::listen(sender)
}
