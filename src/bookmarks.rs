//! Bookmarks (书签): places of a plan, each with a note. Their file has one JSON object on a line; what is no bookmark there is
//! kept as it stands. With its first words a bookmark finds its place although the plan was imported anew.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::load::Problem;
use crate::plan::{Address, NodeId, Outline};
use crate::words::{say, tr};

/// How many characters of the text a bookmark keeps.
const WORDS: usize = 40;

/// After so many lines that are no bookmark the others are not named.
const MOST_UNREAD: usize = 200;

/// The most bookmarks that are listed: where each stands is looked for in the whole text.
const MOST: usize = 2000;

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

/// What a file of bookmarks holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The bookmarks, in the order of the file.
    pub bookmarks: Vec<Bookmark>,
    /// The lines that are no bookmark, in the order of the file. An empty line is none of them.
    pub unread: Vec<Problem>,
    /// Whether there are more bookmarks than are listed.
    is_cut: bool,
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

impl Kept {
    /// Reads a file line by line: a line that is no bookmark is named, and keeps no other one back.
    pub fn of(file: &[u8]) -> Self {
        let mut kept = Self::default();
        for (line, number) in file.split(|byte| *byte == b'\n').zip(1..) {
            match bookmark(line) {
                Some(_) if kept.bookmarks.len() == MOST => {
                    kept.is_cut = true;
                    kept.unread.push(one_too_many(number));
                    break;
                }
                Some(own) => kept.bookmarks.push(own),
                None if line.trim_ascii().is_empty() => {}
                None if kept.unread.len() < MOST_UNREAD => kept.unread.push(no_bookmark(number)),
                None => {}
            }
        }
        kept
    }

    /// What of the file is not listed, in words; `None` if all is.
    pub fn left_out(&self) -> Option<String> {
        if self.is_cut {
            return Some(say!("书签太多，只列出前 {n} 个", n = MOST));
        }
        match self.unread.len() {
            0 => None,
            n if n < MOST_UNREAD => Some(say!("另有 {n} 行不是书签，原样保留", n)),
            n => Some(say!("另有 {n} 行以上不是书签，原样保留", n)),
        }
    }
}

fn one_too_many(line: usize) -> Problem {
    Problem {
        line,
        column: 1,
        what: say!("书签太多，只列出前 {n} 个", n = MOST),
        remedy: tr("删去不用的").to_owned(),
    }
}

fn no_bookmark(line: usize) -> Problem {
    Problem {
        line,
        column: 1,
        what: tr("这一行不是书签，没有列出").to_owned(),
        remedy: tr("一行是一个 JSON 对象，有 at、words、note、day；改正或删去这一行").to_owned(),
    }
}

/// The bookmark of a line. An editor may have put a byte order mark before the first one.
fn bookmark(line: &[u8]) -> Option<Bookmark> {
    let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
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
