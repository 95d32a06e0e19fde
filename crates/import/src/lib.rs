//! From a published document to its structure: a web page, a Word file, a PDF, a text or a spreadsheet becomes a tree of
//! headings and blocks, with the reason of every decision.
//!
//! ```text
//! bytes ──readers──▶ Source (blocks with their look) ──grammar──▶ Document (tree) ──findings──▶ targets, tasks, doubts
//! ```
//!
//! Each stage is a pure function of the one before. Nothing here knows a screen, a command line or the network.

mod encoding;
pub mod readers;
pub mod source;

pub use readers::{Refusal, read};
