//! Everything that can happen to the program from outside, as one closed list, in one channel.

use std::io;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use crossterm::event::{
    self, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use crate::app::{Action, Key};

/// Something that happened.
pub(super) enum Event {
    /// A key was pressed.
    Key(Key),
    /// The mouse or a paste asks for something.
    Action(Action),
    /// The screen has a new width and height.
    Resize(u16, u16),
    /// Someone asks the process to stop for a while.
    #[cfg_attr(not(unix), expect(dead_code, reason = "only Unix can stop a process"))]
    Stop,
    /// A signal to end.
    #[cfg_attr(not(unix), expect(dead_code, reason = "only Unix has signals"))]
    Signal(i32),
    /// The terminal has disappeared.
    Lost,
}

/// Listens to signals: before the terminal is taken, so that none of them leaves it taken.
pub(super) fn channel() -> io::Result<(Sender<Event>, Receiver<Event>)> {
    let (sender, receiver) = mpsc::channel();
    signals(sender.clone())?;
    Ok((sender, receiver))
}

/// Starts to listen to the terminal.
pub(super) fn listen(sender: Sender<Event>) -> io::Result<()> {
    watch(sender.clone())?;
    thread::Builder::new()
        .name("input".to_owned())
        .spawn(move || input(&sender))?;
    Ok(())
}

/// Waits for the terminal to disappear. The library that reads it turns in circles then, and the signal that tells goes
/// to the leader of the session alone, which may keep it.
#[cfg(unix)]
fn watch(sender: Sender<Event>) -> io::Result<()> {
    use rustix::event::{PollFd, PollFlags, poll};
    let watch = move || {
        let out = io::stdout();
        let mut fds = [PollFd::new(&out, PollFlags::empty())];
        while let Ok(0) | Err(rustix::io::Errno::INTR) = poll(&mut fds, None) {}
        let _ = sender.send(Event::Lost);
    };
    thread::Builder::new()
        .name("watch".to_owned())
        .spawn(watch)?;
    Ok(())
}

#[cfg(not(unix))]
fn watch(_sender: Sender<Event>) -> io::Result<()> {
    Ok(())
}

/// Reads the terminal until it or the program ends.
fn input(sender: &Sender<Event>) {
    loop {
        let event = match event::read() {
            Ok(event) => translate(event),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => None,
            Err(_) => Some(Event::Lost),
        };
        let lost = matches!(event, Some(Event::Lost));
        if event.is_some_and(|event| sender.send(event).is_err()) || lost {
            return;
        }
    }
}

#[cfg(unix)]
fn signals(sender: Sender<Event>) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
    let mut signals =
        signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH])?;
    let forward = move || {
        for signal in signals.forever() {
            let event = match signal {
                SIGTSTP => Event::Stop,
                // The library that reads the terminal misses a new size before it has begun to read.
                SIGWINCH => match crossterm::terminal::size() {
                    Ok((width, height)) => Event::Resize(width, height),
                    Err(_) => continue,
                },
                _ => Event::Signal(signal),
            };
            if sender.send(event).is_err() {
                return;
            }
        }
    };
    thread::Builder::new()
        .name("signals".to_owned())
        .spawn(forward)?;
    Ok(())
}

#[cfg(not(unix))]
fn signals(_sender: Sender<Event>) -> io::Result<()> {
    Ok(())
}

/// What the terminal library reports, in our words; `None` for what means nothing here.
fn translate(event: event::Event) -> Option<Event> {
    match event {
        event::Event::Key(key) => self::key(key).map(Event::Key),
        event::Event::Mouse(mouse) => self::mouse(mouse).map(Event::Action),
        event::Event::Paste(text) => Some(Event::Action(Action::Paste(text))),
        event::Event::Resize(width, height) => Some(Event::Resize(width, height)),
        _ => None,
    }
}

fn key(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    Some(match event.code {
        KeyCode::Char(c) if ctrl => Key::Ctrl(c.to_ascii_lowercase()),
        KeyCode::Char(_) if alt => return None,
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::Left if alt => Key::AltLeft,
        KeyCode::Right if alt => Key::AltRight,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        _ => return None,
    })
}

fn mouse(event: MouseEvent) -> Option<Action> {
    let (x, y) = (event.column, event.row);
    match event.kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Action::Click(x, y)),
        MouseEventKind::ScrollUp => Some(Action::Wheel(x, y, -1)),
        MouseEventKind::ScrollDown => Some(Action::Wheel(x, y, 1)),
        _ => None,
    }
}
