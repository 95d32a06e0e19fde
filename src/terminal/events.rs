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

/// Starts to listen.
pub(super) fn listen() -> io::Result<Receiver<Event>> {
    let (sender, receiver) = mpsc::channel();
    signals(sender.clone())?;
    thread::Builder::new()
        .name("input".to_owned())
        .spawn(move || input(&sender))?;
    Ok(receiver)
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
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGTSTP};
    let mut signals = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGTERM, SIGTSTP])?;
    let forward = move || {
        for signal in signals.forever() {
            let event = if signal == SIGTSTP {
                Event::Stop
            } else {
                Event::Signal(signal)
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
