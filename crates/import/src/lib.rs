//! The importer: parses a published document (web page, Word file, PDF, text, spreadsheet) into a tree of headings and
//! blocks, with a reason for every decision.
//!
//! ```text
//! bytes ──readers──▶ Source (blocks with their look) ──grammar──▶ Document (tree) ──findings──▶ targets, tasks, doubts
//!                                                                                ──encode──▶ Plan
//! ```
//!
//! Each stage is a pure function of the one before. Nothing here uses a terminal, a command line or the network.

pub mod coverage;
pub mod document;
pub mod encode;
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

/// Reads a file and understands it, in a thread of its own with limits on size and time. A panic is a refusal.
///
/// # Errors
///
/// A [`Refusal`] with the reason.
pub fn open(name: &str, bytes: Vec<u8>) -> Result<(Source, Vec<Draft>), Refusal> {
    let name = name.to_owned();
    readers::guarded(bytes.len(), move || {
        let source = readers::read_here(&name, &bytes)?;
        let drafts = understand(&source);
        Ok((source, drafts))
    })
}

/// A document with its findings and omissions.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// The document.
    pub document: Document,
    /// Its findings.
    pub findings: Findings,
    /// What was left out, with the reason.
    pub omitted: Vec<Omission>,
}

/// The documents of a source. An omission belongs to the document before it, or to the first one.
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
