//! What an editor supplied in a text and where a reading is open, as JSON tells it.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Serialize;

use crate::plan::{Node, OpenPlace, Supplied};

/// Characters that the published page lacks and an editor supplied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "Supplied")]
pub struct SuppliedWords<'a> {
    /// Where they stand in the restored text: first character and the one after the last, counted from 0.
    pub at: [usize; 2],
    /// What may have stood there, the likeliest first, which the text has; one alone is certain.
    pub candidates: Vec<&'a str>,
}

/// A place where something may be lost and the reading is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OpenWords<'a> {
    /// Where it stands in the restored text, counted likewise.
    pub at: [usize; 2],
    /// What seems lost, and the possible readings.
    pub note: &'a str,
}

/// What was supplied in a node.
pub(super) fn supplied(node: &Node) -> Vec<SuppliedWords<'_>> {
    let of = |supplied| words(node, supplied);
    node.prose.supplied().iter().map(of).collect()
}

fn words<'a>(node: &'a Node, supplied: &'a Supplied) -> SuppliedWords<'a> {
    SuppliedWords {
        at: in_characters(node.prose.reading(), &supplied.range),
        candidates: node.prose.candidates(supplied).collect(),
    }
}

/// The open places of a node.
pub(super) fn open(node: &Node) -> Vec<OpenWords<'_>> {
    let of = |open| place(node, open);
    node.open.iter().map(of).collect()
}

fn place<'a>(node: &'a Node, open: &'a OpenPlace) -> OpenWords<'a> {
    OpenWords {
        at: in_characters(node.prose.reading(), &open.words),
        note: &open.note,
    }
}

/// Bytes of a text as characters.
pub(super) fn in_characters(text: &str, range: &Range<usize>) -> [usize; 2] {
    let characters = |byte| text.get(..byte).map_or(0, |before| before.chars().count());
    [characters(range.start), characters(range.end)]
}
