//! What a document promises and says: targets, tasks, principles, doubts, each a proposal with its reason and place.
//!
//! Nothing here changes the document. A person confirms what is right; until then a finding is a guess with its evidence.

mod clause;
mod context;
mod figure;
mod naming;
mod patterns;
mod prose;
mod respectively;
pub mod target;
mod tense;
mod verb;
mod years;

use crate::document::Document;
use target::Target;
use years::Time;

/// All that was found in a document.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// Proposed targets, in the order of the text.
    pub targets: Vec<Target>,
}

/// Reads a document.
pub fn find(document: &Document) -> Findings {
    let time = Time::of(&document.particulars);
    let paragraphs = context::paragraphs(document, time);
    let targets = paragraphs
        .iter()
        .flat_map(|p| prose::targets(p, time))
        .collect();
    Findings { targets }
}
