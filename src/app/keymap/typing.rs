//! The keys of prompts and forms: those of common line editors, which the settings can't change.

use crate::app::action::{Action, Edit};
use crate::app::key::Key;
use crate::citation::Style;

use Key::{BackTab, Backspace, Char, Ctrl, Down, End, Enter, Esc, Home, Tab, Up};

/// The action of a key in a prompt.
pub(super) fn prompt(key: Key) -> Option<Action> {
    Some(match key {
        Char(c) => Action::Edit(Edit::Insert(c)),
        Backspace | Ctrl('h') => Action::Edit(Edit::Backspace),
        Key::Delete => Action::Edit(Edit::Delete),
        Ctrl('w') => Action::Edit(Edit::DeleteWord),
        Ctrl('u') => Action::Edit(Edit::DeleteToStart),
        Ctrl('k') => Action::Edit(Edit::DeleteToEnd),
        Key::Left | Ctrl('b') => Action::Edit(Edit::Left),
        Key::Right | Ctrl('f') => Action::Edit(Edit::Right),
        Home | Ctrl('a') => Action::Edit(Edit::Start),
        End | Ctrl('e') => Action::Edit(Edit::End),
        Down | Ctrl('n') => Action::Match(1),
        Up | Ctrl('p') => Action::Match(-1),
        Tab => Action::Kind(1),
        BackTab => Action::Kind(-1),
        Ctrl('y') => Action::Copy(Style::Plain),
        Enter => Action::Submit,
        Esc | Ctrl('c') => Action::Cancel,
        Ctrl('z') => Action::Suspend,
        _ => return None,
    })
}

/// The action of a key in the help: as in a prompt, but some keys scroll.
pub(super) fn help(key: Key) -> Option<Action> {
    match key.as_command() {
        Down | Ctrl('n') => Some(Action::Move(1)),
        Up | Ctrl('p') => Some(Action::Move(-1)),
        Key::PageDown => Some(Action::Page(1)),
        Key::PageUp => Some(Action::Page(-1)),
        Home => Some(Action::Top),
        End => Some(Action::Bottom),
        Key::F1 => Some(Action::Help),
        Tab | BackTab | Ctrl('y') => None,
        key => prompt(key),
    }
}

/// The action of a key in a form: as in a prompt, but some keys move from field to field.
pub(super) fn form(key: Key) -> Option<Action> {
    match key {
        Tab | Down | Ctrl('n') => Some(Action::Field(1)),
        BackTab | Up | Ctrl('p') => Some(Action::Field(-1)),
        Ctrl('y') => None,
        _ => prompt(key),
    }
}
