//! The document as plain text: a line for each heading and paragraph, with the plan's numbers.

use std::fmt::Write as _;
use std::ops::Range;

use schemars::JsonSchema;
use serde::Serialize;

use crate::plan::{Node, Outline, Prose};

/// Which text of the document is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Edition {
    /// The restored text. Printed, it has what is uncertain between ⟦ and ⟧; in JSON `supplied` tells of that.
    Restored,
    /// The restored text with all supplied characters between ⟦ and ⟧, and all candidates.
    Marked,
    /// The text as published: supplied characters left out.
    AsPublished,
}

impl Edition {
    /// The text of a piece of prose in this edition.
    pub fn of(self, prose: &Prose) -> String {
        match self {
            Self::Restored => prose.told(),
            Self::Marked => prose.marked(),
            Self::AsPublished => prose.as_published(),
        }
    }
}

/// The whole document, each heading and paragraph on a line of its own.
pub fn text(outline: &Outline, edition: Edition) -> String {
    let mut out = String::new();
    for node in outline.nodes() {
        // Writing to a String can't fail.
        let _ = writeln!(out, "{}", line(node, edition));
    }
    out
}

/// A part of a block: a sentence, or a cell of a table.
pub fn part(node: &Node, range: &Range<usize>, edition: Edition) -> String {
    edition.of(&node.prose.slice(range))
}

/// A heading or paragraph with its number.
pub fn line(node: &Node, edition: Edition) -> String {
    format!("{}{}", node.number, edition.of(&node.prose))
}
