//! All events from outside the program.

use crate::app::{Action, Key};

/// An event from outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// The mouse was used, or text was pasted.
    Action(Action),
    /// The terminal answered a query, perhaps of another program.
    Answer(Answer),
    /// The screen has a new width and height.
    Resize(u16, u16),
    /// A signal to suspend the process.
    Stop,
    /// The process continues after a stop, which may have been without notice.
    Continue,
    /// A signal to end.
    Signal(i32),
    /// The terminal has disappeared.
    Lost,
}

/// An answer of the terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Its background colour: red, green and blue.
    Background([u8; 3]),
    /// Its cursor position, counted from 1.
    Cursor {
        /// Its row.
        row: u16,
        /// Its column.
        column: u16,
    },
    /// Its device attributes.
    Attributes,
}
