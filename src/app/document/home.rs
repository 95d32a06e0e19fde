//! Where the plan of a document is kept.

use std::path::{Path, PathBuf};

/// Where a plan is kept.
#[derive(Clone, Debug, Default)]
pub enum Home {
    /// In the program.
    #[default]
    BuiltIn,
    /// In a plan file.
    File(PathBuf),
    /// Nowhere yet: it was imported from a document.
    Memory {
        /// The plan file that it would be.
        text: String,
        /// Where it is proposed to be kept: beside the document.
        beside: PathBuf,
    },
}

impl Home {
    /// Whether it is in memory only.
    pub fn is_memory(&self) -> bool {
        matches!(self, Self::Memory { .. })
    }

    /// Whether it is in a plan file.
    pub fn is_file(&self) -> bool {
        matches!(self, Self::File(_))
    }

    /// The plan file, if it has one.
    pub fn file(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            _ => None,
        }
    }
}
