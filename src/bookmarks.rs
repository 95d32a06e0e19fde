//! Bookmarks (书签): places of a plan, each with a note. Their file has one JSON object on a line; what is no bookmark there is
//! kept as it stands. With its first words a bookmark finds its place although the plan was imported anew.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::plan::{Address, NodeId, Outline};

/// How many characters of the text a bookmark keeps.
const WORDS: usize = 40;

/// A place with a note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bookmark {
    /// The address of the paragraph, sentence or cell.
    pub at: String,
    /// Its first words; empty where there are none.
    #[serde(default)]
    pub words: String,
    /// What was noted; empty for nothing.
    #[serde(default)]
    pub note: String,
    /// The day of the note, as `2026-11-28`.
    #[serde(default)]
    pub day: String,
}

/// A change of the bookmarks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Sets a bookmark, in place of one at the same place.
    Set(Bookmark),
    /// Takes a bookmark away.
    Remove(Bookmark),
}

impl Bookmark {
    /// The bookmark of a place; `None` if the outline has no such place.
    pub fn of(outline: &Outline, at: Address, note: &str, day: String) -> Option<Self> {
        let of = outline.node(outline.at(at.block())?);
        let text = of.prose.reading().get(of.part(at)?)?;
        Some(Self {
            at: at.to_string(),
            words: text.chars().take(WORDS).collect(),
            note: note.trim().to_owned(),
            day,
        })
    }

    /// Whether both are of the same place.
    pub fn is_of(&self, other: &Self) -> bool {
        self.at == other.at && self.words == other.words
    }

    /// The node where it stands now, and the part of it if it is of one: at its address if that still has its words, else
    /// where the words stand. `None` if they stand nowhere.
    pub fn place(&self, outline: &Outline) -> Option<(NodeId, Option<Range<usize>>)> {
        let at = self.at.parse::<Address>().ok();
        let own = at.and_then(|at| {
            let id = outline.at(at.block())?;
            let part = outline.node(id).part(at)?;
            let text = outline.node(id).prose.reading().get(part.clone())?;
            let is_part = at != at.block();
            text.starts_with(&self.words)
                .then(|| (id, is_part.then_some(part)))
        });
        own.or_else(|| self.moved(outline))
    }

    /// The first node in which the words stand.
    fn moved(&self, outline: &Outline) -> Option<(NodeId, Option<Range<usize>>)> {
        if self.words.is_empty() {
            return None;
        }
        let mut nodes = outline.nodes().iter().enumerate();
        nodes.find_map(|(id, node)| {
            let start = node.prose.reading().find(&self.words)?;
            let mut parts = node.parts().into_iter();
            let own = parts.find(|part| part.start == start && start > 0);
            Some((id, own))
        })
    }
}

/// The bookmarks of a file, in its order.
pub fn read(text: &str) -> Vec<Bookmark> {
    text.lines()
        .filter_map(|line| bookmark(line.as_bytes()))
        .collect()
}

fn bookmark(line: &[u8]) -> Option<Bookmark> {
    serde_json::from_slice(line).ok()
}

impl Change {
    /// The bytes of the file after the change. Lines that are no bookmark stay as they are, whatever their bytes.
    pub fn made(&self, file: &[u8]) -> Vec<u8> {
        let (Self::Set(own) | Self::Remove(own)) = self;
        let lines = file.split_inclusive(|byte| *byte == b'\n');
        let others = lines.filter(|line| bookmark(line).is_none_or(|it| !it.is_of(own)));
        let mut new = others.collect::<Vec<&[u8]>>().concat();
        if let Self::Set(set) = self {
            if new.last().is_some_and(|byte| *byte != b'\n') {
                new.push(b'\n');
            }
            // An object of four texts can always be written.
            new.extend(serde_json::to_vec(set).unwrap_or_default());
            new.push(b'\n');
        }
        new
    }
}
