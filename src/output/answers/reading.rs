//! What an editor supplied in a text and where a reading is open, as JSON tells it.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Serialize;

use crate::plan::Node;

/// What a reader has to know of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Notes<'a> {
    /// What an editor supplied in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub supplied: Vec<Supplied<'a>>,
    /// Where its reading is open.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub open_readings: Vec<OpenReading<'a>>,
}

/// Characters that the published page lacks and an editor supplied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Supplied<'a> {
    /// Where they stand in the restored text: first character and the one after the last, counted from 0.
    pub at: [usize; 2],
    /// What may have stood there, the likeliest first, which the text has; one alone is certain.
    pub candidates: Vec<&'a str>,
}

/// A place where something may be lost, or where the candidates are explained.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OpenReading<'a> {
    /// Where it stands in the restored text, counted likewise.
    pub at: [usize; 2],
    /// What seems lost, and the possible readings.
    pub note: &'a str,
}

/// What was supplied in a part of a node and where its reading is open, counted from the beginning of the part.
pub(super) fn notes<'a>(node: &'a Node, part: &Range<usize>) -> Notes<'a> {
    let text = node.prose.reading().get(part.clone()).unwrap_or_default();
    let at = |range: &Range<usize>| {
        let start = range.start.max(part.start) - part.start;
        let end = range.end.min(part.end) - part.start;
        in_characters(text, &(start..end))
    };
    let supplied = node.prose.supplied().iter();
    let supplied = supplied.filter(|it| it.meets(part)).map(|it| Supplied {
        at: at(&it.range),
        candidates: node.prose.candidates(it).collect(),
    });
    let open = node.open.iter().filter(|it| it.meets(part));
    let open = open.map(|it| OpenReading {
        at: at(&it.words),
        note: &it.note,
    });
    Notes {
        supplied: supplied.collect(),
        open_readings: open.collect(),
    }
}

/// Bytes of a text as characters.
pub(super) fn in_characters(text: &str, range: &Range<usize>) -> [usize; 2] {
    let characters = |byte| text.get(..byte).map_or(0, |before| before.chars().count());
    [characters(range.start), characters(range.end)]
}
