//! What a person wants, and what the world must do about it.

use super::DocumentId;
use crate::citation::Style;
use crate::records::{Consent, Draft, Record};

/// The views (视图), in the order of their tabs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum View {
    /// The plan at a glance (概览).
    Overview,
    /// The text beside its table of contents (阅读).
    Reading,
    /// The targets (指标).
    Targets,
    /// The tasks (任务).
    Tasks,
    /// The index of named things (索引).
    Terms,
}

impl View {
    /// All views with their names.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Overview, "概览"),
        (Self::Reading, "阅读"),
        (Self::Targets, "指标"),
        (Self::Tasks, "任务"),
        (Self::Terms, "索引"),
    ];

    /// The name of the view, in Chinese.
    pub fn name(self) -> &'static str {
        let named = Self::ALL.iter().find(|(view, _)| *view == self);
        named.map_or("", |(_, name)| name)
    }

    /// The view `by` tabs further, round the corner.
    #[must_use]
    pub fn turned(self, by: isize) -> Self {
        let count = Self::ALL.len() as isize;
        let at = Self::ALL
            .iter()
            .position(|(view, _)| *view == self)
            .unwrap_or(0) as isize;
        Self::ALL[(at + by).rem_euclid(count) as usize].0
    }
}

/// Where a typed line goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// Words to find (查找).
    Find,
    /// An address to go to (跳转).
    GoTo,
    /// A field of a form.
    Field,
}

/// Everything that a key, a click or a paste can ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Leave the program.
    Quit,
    /// Stop the process and give the terminal back until it is continued (Ctrl-Z).
    Suspend,
    /// Change to a view.
    Show(View),
    /// Change to the view so many tabs further; negative for back.
    Turn(isize),
    /// Move by lines or rows; negative is up.
    Move(isize),
    /// Move by half screens; negative is up.
    Scroll(isize),
    /// Move by screens; negative is up.
    Page(isize),
    /// Scroll the details of a list by lines; negative is up.
    Details(isize),
    /// To the beginning.
    Top,
    /// To the end.
    Bottom,
    /// To the next heading of the text, or the previous ones if negative; in lists to the next group.
    Heading(isize),
    /// Fold, or go to the parent, or from the text to the table of contents.
    Left,
    /// Unfold, or from the table of contents to the text.
    Right,
    /// Fold or unfold the heading.
    Fold,
    /// Fold or unfold all headings.
    FoldAll,
    /// Go to what is selected.
    Open,
    /// Back to where one was.
    Back,
    /// Forward again.
    Forward,
    /// Show one domain only, by its index from 0; `None` for all.
    Domain(Option<usize>),
    /// Start to type a line.
    Prompt(Purpose),
    /// To the next match, or the previous ones if negative.
    Match(isize),
    /// Narrow what was found to the next kind, or to the previous ones if negative.
    Kind(isize),
    /// Show or hide the brackets around supplied characters.
    Marks,
    /// Take the mouse, or leave it to the terminal.
    Mouse,
    /// Send the words at hand with their citation to the clipboard.
    Copy(Style),
    /// Show the keys.
    Help,
    /// Show why a target is judged as it is.
    Why,
    /// Show the meeting card of a target.
    Card,
    /// Open the form for a record of the target or task at hand.
    Record,
    /// Take back the last record, after a question.
    Undo,
    /// Go to the next field of the form, or to the previous ones if negative.
    Field(isize),
    /// Close what is open, or drop the matches.
    Cancel,
    /// A press of the left button at column and row.
    Click(u16, u16),
    /// The wheel at column and row, in notches; negative is up.
    Wheel(u16, u16, isize),
    /// Text that was pasted.
    Paste(String),
    /// A change of the line being typed.
    Edit(Edit),
    /// The line being typed is complete.
    Submit,
}

/// A change of the line being typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Insert a character.
    Insert(char),
    /// Delete the character before the cursor.
    Backspace,
    /// Delete the character under the cursor.
    Delete,
    /// Delete the word before the cursor.
    DeleteWord,
    /// Delete everything before the cursor.
    DeleteToStart,
    /// Delete everything from the cursor on.
    DeleteToEnd,
    /// Move by a character.
    Left,
    /// Move by a character.
    Right,
    /// To the start of the line.
    Start,
    /// To the end of the line.
    End,
}

/// What the world outside the state has to do after an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Leave the program.
    Quit,
    /// Stop the process until it is continued.
    Suspend,
    /// Capture the mouse, or release it.
    Mouse(bool),
    /// Send a text to the terminal's clipboard.
    Copy(String),
    /// Add a record of a document to the user's file.
    Record(DocumentId, Box<Draft>, Consent),
    /// Take back the last records of a document in the user's file, if they are still these.
    Undo(DocumentId, Vec<Record>),
}
