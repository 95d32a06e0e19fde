//! The id of an open document.

/// Identifies an open document for as long as the program runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(pub(in crate::app) usize);
