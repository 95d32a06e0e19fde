//! From a published document to its structure: a web page, a Word file, a PDF, a text or a spreadsheet becomes a tree of
//! headings and blocks, with the reason of every decision.
//!
//! ```text
//! bytes ──readers──▶ Source (blocks with their look) ──grammar──▶ Document (tree) ──findings──▶ targets, tasks, doubts
//! ```
//!
//! Each stage is a pure function of the one before. Nothing here knows a screen, a command line or the network.

pub mod coverage;
pub mod document;
mod encoding;
pub mod findings;
pub mod grammar;
pub mod marker;
pub mod readers;
pub mod source;
pub mod text;

pub use readers::{Refusal, read};

use document::{Document, Omission};
use findings::Findings;
use source::Source;

/// One document of a file, with what was found in it.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// The document.
    pub document: Document,
    /// What was found in it.
    pub findings: Findings,
    /// What was left out of it, with the reason.
    pub omitted: Vec<Omission>,
}

/// The documents of a source, in their order. What was left out of the file stands with the document before it, or with
/// the first one.
pub fn understand(source: &Source) -> Vec<Draft> {
    let (documents, omitted) = grammar::read(source);
    let mut drafts: Vec<Draft> = documents.into_iter().map(draft).collect();
    let begins: Vec<usize> = drafts.iter().map(|d| d.document.begins()).collect();
    for omission in omitted {
        let at = begins
            .iter()
            .rposition(|begin| *begin <= omission.order)
            .unwrap_or(0);
        if let Some(draft) = drafts.get_mut(at) {
            draft.omitted.push(omission);
        }
    }
    drafts
}

fn draft(document: Document) -> Draft {
    let findings = findings::find(&document);
    Draft {
        document,
        findings,
        omitted: Vec::new(),
    }
}
