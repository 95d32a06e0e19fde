//! The flow: paragraphs, tables and pictures after lines are joined.

use crate::document::MadeOf;
use crate::source::{Look, Picture, Place, Table};

/// A piece of the flow.
#[derive(Clone, Debug)]
pub(crate) enum Flow {
    /// A paragraph.
    Para(Para),
    /// A table.
    Table(Spot, Table, MadeOf),
    /// A picture.
    Picture(Spot, Picture),
}

/// The position of a piece.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Spot {
    /// The number of its first atom.
    pub(crate) order: usize,
    /// Its place in the file.
    pub(crate) place: Place,
}

/// A paragraph of joined lines.
#[derive(Clone, Debug, Default)]
pub(crate) struct Para {
    /// Its position.
    pub(crate) spot: Spot,
    /// The look of its first line.
    pub(crate) look: Look,
    /// Its text, trimmed.
    pub(crate) text: String,
    /// Byte offsets where page furniture was removed.
    pub(crate) cuts: Vec<usize>,
    /// The number of empty lines before it.
    pub(crate) gap: usize,
}

impl Flow {
    /// The paragraph, if it is one.
    pub(crate) fn para(&self) -> Option<&Para> {
        match self {
            Self::Para(para) => Some(para),
            _ => None,
        }
    }

    /// Its position.
    pub(crate) fn spot(&self) -> Spot {
        match self {
            Self::Para(para) => para.spot,
            Self::Table(spot, ..) | Self::Picture(spot, _) => *spot,
        }
    }
}
