//! The search tables for the script, limited to the characters of this document, candidates included.

use std::collections::BTreeSet;

use crate::plan::Outline;
use crate::search::Tables;

/// The tables as JSON, safe within a script element.
pub(super) fn data(outline: &Outline) -> String {
    let nodes = outline.nodes().iter();
    let supplied = nodes.clone().flat_map(|node| node.prose.supplied());
    let others = supplied.flat_map(|it| it.others.iter().flat_map(|other| other.chars()));
    let chars = nodes.flat_map(|node| node.prose.reading().chars());
    let chars: BTreeSet<char> = chars.chain(others).collect();
    // A map of strings can always be written.
    let json = serde_json::to_string(&Tables::of(&chars)).unwrap_or_default();
    json.replace('<', "\\u003c")
}
