//! What the user asks for, and the effects of it outside the state.

use std::path::PathBuf;

use super::DocumentId;
use crate::bookmarks::Change;
use crate::citation::Style;
use crate::records::{self, Consent, Draft, Record};
use crate::review::{Decision, Patch};

/// The views (视图), in the order of their tabs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum View {
    /// The overview (概览).
    Overview,
    /// The text beside its table of contents (阅读).
    Reading,
    /// The targets (指标).
    Targets,
    /// The tasks (任务).
    Tasks,
    /// The index of named things (索引).
    Terms,
    /// A topic that was asked for (主题). It has no tab.
    Topic,
}

impl View {
    /// All views with a tab, with their names.
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

    /// The view `by` tabs to the right, wrapping around.
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

/// What a prompt is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// Words to find (查找).
    Find,
    /// An address to go to (跳转).
    GoTo,
    /// A field of a form, by the field of a record that has its limits.
    Field(records::Field),
    /// Words that narrow the help.
    Help,
    /// The note of a bookmark.
    Bookmark,
    /// Where to keep the plan, and what is gone on with then (存为).
    Keep(Resume),
}

/// What is gone on with when a plan has been kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Resume {
    /// The form for a record.
    Form,
    /// The form for an analyst's words.
    Words,
    /// The review.
    Review,
}

/// What can be corrected of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aspect {
    /// How its goal is to be read.
    Kind,
    /// Its year.
    Year,
    /// Its domain.
    Domain,
}

/// What is said of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A target: it is one. A doubt: it is settled.
    Yes,
    /// A target: it is none. A doubt: it is justified.
    No,
}

/// What a key, a click or a paste asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Quit the program.
    Quit,
    /// Suspend the process (Ctrl-Z).
    Suspend,
    /// Change to a view.
    Show(View),
    /// Change to the view this many tabs to the right; negative is left.
    Turn(isize),
    /// Move by lines or rows; negative is up.
    Move(isize),
    /// Move by half screens; negative is up.
    Scroll(isize),
    /// Move by screens; negative is up.
    Page(isize),
    /// Scroll the details of a list by lines; negative is up.
    Details(isize),
    /// Go to the beginning.
    Top,
    /// Go to the end.
    Bottom,
    /// Go forward by headings of the text or groups of a list; negative is back.
    Heading(isize),
    /// Mark the paragraph, heading or row of a table this many further on in the text; negative is back.
    Paragraph(isize),
    /// Mark the sentence or cell this many further on in the text; negative is back.
    Sentence(isize),
    /// Evaluate as of this many ends of years later, for the view only; negative is earlier.
    Time(isize),
    /// Fold, or go to the parent, or from the text to the table of contents.
    Left,
    /// Unfold, or from the table of contents to the text.
    Right,
    /// Fold or unfold the heading.
    Fold,
    /// Fold or unfold all headings.
    FoldAll,
    /// Open what is selected.
    Open,
    /// Go back in the history.
    Back,
    /// Go forward in the history.
    Forward,
    /// Show one domain only, by its index from 0; `None` for all.
    Domain(Option<usize>),
    /// Open a prompt.
    Prompt(Purpose),
    /// Go forward by matches; negative is back.
    Match(isize),
    /// Filter the hits by the next kind; negative is back.
    Kind(isize),
    /// Show or hide the brackets around supplied characters.
    Marks,
    /// Fold or open what stands beside the text.
    Panes,
    /// Capture or release the mouse.
    Mouse,
    /// Copy the current text with its citation to the clipboard.
    Copy(Style),
    /// Show the keys.
    Help,
    /// Show the reasons of a verdict.
    Why,
    /// Show the meeting card of a target.
    Card,
    /// Show one target or one paragraph at a time over the whole screen.
    Present,
    /// Order the list of targets by the next column.
    Sort,
    /// Choose which targets the list shows.
    Filter,
    /// Open the form for a record of the current target or task.
    Record,
    /// Open the form for an analyst's words on the current target or the plan.
    Words,
    /// Undo the last record, after confirmation; in the review the last decision.
    Undo,
    /// Set a bookmark at what is selected, with a note.
    Bookmark,
    /// List the bookmarks.
    Bookmarks,
    /// Take a bookmark away, after confirmation.
    RemoveBookmark,
    /// Review what an import proposed and was not sure of.
    Review,
    /// Say of the selected item of the review whether it is right.
    Answer(Answer),
    /// Correct the selected target of the review.
    Correct(Aspect),
    /// Go forward by fields of the form; negative is back.
    Field(isize),
    /// Close the overlay, or clear the matches.
    Cancel,
    /// A press of the left button at column and row.
    Click(u16, u16),
    /// The wheel at column and row, in notches; negative is up.
    Wheel(u16, u16, isize),
    /// Text that was pasted.
    Paste(String),
    /// Edit the line being typed.
    Edit(Edit),
    /// Submit the line being typed.
    Submit,
}

/// An edit of the line being typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Insert a character.
    Insert(char),
    /// Begin a new paragraph, where there may be several.
    NewParagraph,
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
    /// Move the cursor left.
    Left,
    /// Move the cursor right.
    Right,
    /// Move to the start of the line.
    Start,
    /// Move to the end of the line.
    End,
}

/// What is to be done outside the state after an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Quit the program.
    Quit,
    /// Suspend the process.
    Suspend,
    /// Capture the mouse, or release it.
    Mouse(bool),
    /// Send text to the terminal's clipboard.
    Copy(String),
    /// Add a record of a document to the user's file.
    Record(DocumentId, Box<Draft>, Consent),
    /// Take back the last records of a document in the user's file, if they are still these.
    Undo(DocumentId, Vec<Record>),
    /// Make a decision in the plan file of a document.
    Decide(DocumentId, Box<Decision>),
    /// Take back the last decision in the plan file of a document.
    TakeBack(DocumentId, Box<Patch>),
    /// Change the bookmarks of a document in the user's file.
    Bookmark(DocumentId, Box<Change>),
    /// Write the plan of a document, which is in memory only, to a new file, and go on.
    Keep(DocumentId, PathBuf, Resume),
}
