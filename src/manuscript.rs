//! The document as lines of plain text: every heading and paragraph one line, numbered as the plan numbers them.

use std::fmt::Write as _;

use crate::plan::{Node, Outline};

/// Which text of the document is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edition {
    /// The restored text, as one reads it.
    Restored,
    /// The restored text with the supplied characters between ⟦ and ⟧.
    Marked,
    /// The text as published: supplied characters left out.
    AsPublished,
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

/// One heading or paragraph with the number before it.
pub fn line(node: &Node, edition: Edition) -> String {
    let body = match edition {
        Edition::Restored => node.prose.reading().to_owned(),
        Edition::Marked => node.prose.marked(),
        Edition::AsPublished => node.prose.as_published(),
    };
    format!("{}{body}", node.number)
}
