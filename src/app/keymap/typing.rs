//! The keys of prompts, forms, ticks and the review, which the settings can't change. Those of lines are those of common editors.

use crate::app::action::{Action, Answer, Aspect, Edit};
use crate::app::key::Key;
use crate::citation::Style;

use Key::{BackTab, Backspace, Char, Ctrl, Down, End, Enter, Esc, Home, PageDown, PageUp, Tab, Up};

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
        PageDown => Some(Action::Page(1)),
        PageUp => Some(Action::Page(-1)),
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
        Ctrl('j') => Some(Action::Edit(Edit::NewParagraph)),
        Ctrl('y') => None,
        _ => prompt(key),
    }
}

/// The key that ticks where several things may be ticked, beside those that open; elsewhere it turns pages.
pub(super) const TICK: Key = Char(' ');

/// The keys of the review with their meaning, for the help.
pub(super) const REVIEW: [(&str, &str); 3] = [
    ("y n", "对；不是（存疑：看过无误；确有问题）"),
    ("t r d", "改类型、年份、领域：用数字或 Enter 选"),
    ("U Enter", "撤回上一个决定；到原文"),
];

/// The action of a key in the review.
pub(super) fn review(key: Key) -> Option<Action> {
    Some(match key.as_command() {
        Char('y') => Action::Answer(Answer::Yes),
        Char('n') => Action::Answer(Answer::No),
        Char('t') => Action::Correct(Aspect::Kind),
        Char('r') => Action::Correct(Aspect::Year),
        Char('d') => Action::Correct(Aspect::Domain),
        Char('U') => Action::Undo,
        Char(c @ '1'..='9') => Action::Domain(c.to_digit(10).map(|n| n as usize - 1)),
        Enter => Action::Open,
        Down | Char('j') | Ctrl('n') => Action::Move(1),
        Up | Char('k') | Ctrl('p') => Action::Move(-1),
        PageDown | Char(' ') | Ctrl('f') => Action::Page(1),
        PageUp | Char('b') | Ctrl('b') => Action::Page(-1),
        Home | Char('g') => Action::Top,
        End | Char('G') => Action::Bottom,
        Esc | Char('v' | 'q') => Action::Cancel,
        Ctrl('c') => Action::Quit,
        Ctrl('z') => Action::Suspend,
        _ => return None,
    })
}
