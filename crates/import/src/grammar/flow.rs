//! What the text of a document consists of once its lines are joined: paragraphs, tables and pictures.

use crate::document::MadeOf;
use crate::source::{Look, Picture, Place, Table};

/// What the text consists of after joining.
#[derive(Clone, Debug)]
pub(crate) enum Flow {
    /// A paragraph.
    Para(Para),
    /// A table.
    Table(Spot, Table, MadeOf),
    /// A picture.
    Picture(Spot, Picture),
}

/// Where a piece stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Spot {
    /// The number of its first atom.
    pub(crate) order: usize,
    /// Its place in the file.
    pub(crate) place: Place,
}

/// A paragraph as joined.
#[derive(Clone, Debug, Default)]
pub(crate) struct Para {
    /// Where it begins.
    pub(crate) spot: Spot,
    /// The look of its first line.
    pub(crate) look: Look,
    /// Its text, without blanks at both ends.
    pub(crate) text: String,
    /// Bytes where furniture was taken out.
    pub(crate) cuts: Vec<usize>,
    /// How many empty lines stand before it.
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

    /// Where it stands.
    pub(crate) fn spot(&self) -> Spot {
        match self {
            Self::Para(para) => para.spot,
            Self::Table(spot, ..) | Self::Picture(spot, _) => *spot,
        }
    }
}
