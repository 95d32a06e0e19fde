//! Reads the Windows console through the terminal library, which can't tell a paste from keys there.

use std::io;
use std::time::Duration;

use crossterm::event::{
    self, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use super::events::Event;
use crate::app::{Action, Key};

/// What the program listens to.
pub(super) struct Listener;

impl Listener {
    pub(super) fn open() -> io::Result<Self> {
        Ok(Self)
    }

    /// Waits for events; at least one.
    pub(super) fn wait(&mut self) -> Vec<Event> {
        loop {
            if let Some(event) = read() {
                return vec![event];
            }
        }
    }

    /// What else is there already; empty for nothing.
    pub(super) fn more(&mut self) -> Vec<Event> {
        self.within(Duration::ZERO)
    }

    /// What comes within some time; empty for nothing.
    pub(super) fn within(&mut self, patience: Duration) -> Vec<Event> {
        while event::poll(patience).unwrap_or(false) {
            if let Some(event) = read() {
                return vec![event];
            }
        }
        Vec::new()
    }
}

/// The next event; `None` for one without a meaning here.
fn read() -> Option<Event> {
    match event::read() {
        Ok(event) => translate(event),
        Err(error) if error.kind() == io::ErrorKind::Interrupted => None,
        Err(_) => Some(Event::Lost),
    }
}

/// The event for one of the terminal library; `None` for those without a meaning here.
fn translate(event: event::Event) -> Option<Event> {
    match event {
        event::Event::Key(key) => self::key(key).map(Event::Key),
        event::Event::Mouse(mouse) => self::mouse(mouse).map(Event::Action),
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
        KeyCode::Enter if alt || event.modifiers.contains(KeyModifiers::SHIFT) => Key::Ctrl('j'),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::F(1) => Key::F1,
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
