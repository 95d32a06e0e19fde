//! What the script of the page needs to search by the rules of the program: of the characters of this document only, so
//! that the page stays small.

use std::collections::BTreeSet;

use crate::plan::Outline;
use crate::search::Tables;

/// The tables as JSON that may stand within a script element.
pub(super) fn data(outline: &Outline) -> String {
    let nodes = outline.nodes().iter();
    let chars: BTreeSet<char> = nodes
        .flat_map(|node| node.prose.reading().chars())
        .collect();
    // A map of strings can always be written.
    let json = serde_json::to_string(&Tables::of(&chars)).unwrap_or_default();
    json.replace('<', "\\u003c")
}
