//! Everything that can happen to the program from outside, as one closed list.

use crate::app::{Action, Key};

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// The mouse or a paste asks for something.
    Action(Action),
    /// The terminal answers a question, perhaps one that another program asked.
    Answer(Answer),
    /// The screen has a new width and height.
    Resize(u16, u16),
    /// Someone asks the process to stop for a while.
    Stop,
    /// The process goes on after a stop, which it may not have known of.
    Continue,
    /// A signal to end.
    Signal(i32),
    /// The terminal has disappeared.
    Lost,
}

/// What a terminal answers when it is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Its background: red, green and blue, of 255 each.
    Background([u8; 3]),
    /// Where its cursor is, counted from 1.
    Cursor {
        /// Its row.
        row: u16,
        /// Its column.
        column: u16,
    },
    /// What it is able to do.
    Attributes,
}
