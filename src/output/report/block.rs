//! The report as a sequence of blocks. What stands in it and in which order is decided once; each format only writes blocks.

use super::chart::Chart;

/// A piece of a report.
#[derive(Clone, Debug, PartialEq)]
pub enum Block<'a> {
    /// The heading of a part (2) or of a section (3).
    Heading(usize, String),
    /// A paragraph.
    Paragraph(String),
    /// A list.
    Items(&'static str, Vec<Item>),
    /// A table.
    Table(Table),
    /// The chart of a target.
    Chart(&'a Chart),
    /// A place that the analyst fills in, with what belongs there.
    Place(String),
}

/// An item of a list, with items of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// The words.
    pub text: String,
    /// What is listed under it.
    pub under: Vec<String>,
}

impl From<String> for Item {
    fn from(text: String) -> Self {
        let under = Vec::new();
        Self { text, under }
    }
}

/// A table with its heads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it is, for the style of the page.
    pub class: &'static str,
    /// The heads of the columns.
    pub heads: Vec<String>,
    /// The widths of the columns, in percent of the page.
    pub shares: Vec<usize>,
    /// The rows, each with a cell for every head.
    pub rows: Vec<Vec<String>>,
    /// Whether the cells are counts, which stand in the middle.
    pub cells: Cells,
}

/// What the cells of a table hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cells {
    /// Counts.
    Counts,
    /// Words.
    Words,
}
