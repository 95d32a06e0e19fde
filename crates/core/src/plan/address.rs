//! Addresses: where a text stands in the plan.
//!
//! Written `3.1.2p4` (third heading, its first, the second of that; paragraph 4), `3.1.2p4s2` (its second sentence),
//! `2.3t1r2c3` (table 1, row 2, column 3), `2.3b1p1` (box 1), `2.3f1` (picture 1), `a1.2p1` (attachment 1), `notice.p1`.
//! Headings are counted as they are nested, whatever number is printed before them; each kind of block is counted by
//! itself below its heading.

use borsh::{BorshDeserialize as Unpack, BorshSerialize as Pack};

mod written;

pub use self::written::NotAnAddress;
pub(super) use self::written::half_width;

/// How many levels of headings an address can tell.
pub const DEEPEST: usize = 8;

/// The great parts of a document, in reading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Pack, Unpack)]
pub enum Part {
    /// The table of particulars above the notice (公文信息).
    Masthead,
    /// The notice by which the plan was issued (通知).
    Notice,
    /// The plan's title and preamble (序言).
    Preface,
    /// The plan below its first heading.
    Body,
    /// The line that names the attachments (附件：…).
    AttachmentLine,
    /// An attachment (附件), counted from 1.
    Attachment(u16),
}

/// A block below a heading, counted from 1 among its kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Pack, Unpack)]
enum Item {
    #[default]
    None,
    Paragraph(u16),
    Table(u16),
    Picture(u16),
}

/// A part of a block, counted from 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Pack, Unpack)]
enum Within {
    #[default]
    Whole,
    Sentence(u16),
    Row(u16),
    Cell(u16, u16),
    Note(u16),
}

/// The place of a heading, a block, or a part of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Pack, Unpack)]
pub struct Address {
    /// The part of the document.
    pub part: Part,
    /// The count at each level of headings, outermost first; 0 where there is no such level.
    levels: [u16; DEEPEST],
    /// The box below the heading; 0 outside of boxes.
    boxed: u16,
    item: Item,
    within: Within,
}

impl Address {
    /// The heading of a part.
    pub fn of(part: Part) -> Self {
        Self {
            part,
            levels: [0; DEEPEST],
            boxed: 0,
            item: Item::None,
            within: Within::Whole,
        }
    }

    /// The n-th heading directly below this one. `None` below the deepest level.
    pub fn child(self, n: u16) -> Option<Self> {
        let mut child = self.heading();
        *child.levels.get_mut(self.level())? = n;
        Some(child)
    }

    /// The n-th box below the heading.
    #[must_use]
    pub fn with_box(self, n: u16) -> Self {
        Self {
            boxed: n,
            ..self.heading()
        }
    }

    /// The n-th paragraph, principle or task below the heading, or within the box.
    #[must_use]
    pub fn with_paragraph(self, n: u16) -> Self {
        self.with(Item::Paragraph(n), Within::Whole)
    }

    /// The n-th table.
    #[must_use]
    pub fn with_table(self, n: u16) -> Self {
        self.with(Item::Table(n), Within::Whole)
    }

    /// The n-th picture.
    #[must_use]
    pub fn with_picture(self, n: u16) -> Self {
        self.with(Item::Picture(n), Within::Whole)
    }

    /// The n-th sentence of the paragraph.
    #[must_use]
    pub fn with_sentence(self, n: u16) -> Self {
        self.with(self.item, Within::Sentence(n))
    }

    /// The n-th row of the table.
    #[must_use]
    pub fn with_row(self, n: u16) -> Self {
        self.with(self.item, Within::Row(n))
    }

    /// The cell in a column of the row.
    #[must_use]
    pub fn with_column(self, column: u16) -> Self {
        match self.within {
            Within::Row(row) | Within::Cell(row, _) => {
                self.with(self.item, Within::Cell(row, column))
            }
            _ => self,
        }
    }

    /// The n-th note below the table.
    #[must_use]
    pub fn with_note(self, n: u16) -> Self {
        self.with(self.item, Within::Note(n))
    }

    fn with(self, item: Item, within: Within) -> Self {
        Self {
            item,
            within,
            ..self
        }
    }

    /// How many levels of headings it names: 2 for `3.1p4`.
    pub fn level(self) -> usize {
        self.levels.iter().take_while(|n| **n > 0).count()
    }

    /// The count at each level of headings: 3 and 1 for `3.1p4`.
    pub fn levels(&self) -> &[u16] {
        &self.levels[..self.level()]
    }

    /// The heading that this place stands under; a heading stands under itself.
    #[must_use]
    pub fn heading(self) -> Self {
        Self {
            levels: self.levels,
            ..Self::of(self.part)
        }
    }

    /// The heading one level above; that of the part above the outermost.
    #[must_use]
    pub fn above(self) -> Self {
        let mut above = self.heading();
        if let Some(last) = self.level().checked_sub(1) {
            above.levels[last] = 0;
        }
        above
    }

    /// The block that it stands in: the paragraph of a sentence, the row of a cell.
    #[must_use]
    pub fn block(self) -> Self {
        match self.within {
            Within::Sentence(_) => self.with(self.item, Within::Whole),
            Within::Cell(row, _) => self.with_row(row),
            Within::Whole | Within::Row(_) | Within::Note(_) => self,
        }
    }

    /// Whether it names a heading and nothing below it.
    pub fn is_heading(self) -> bool {
        self == self.heading()
    }

    /// The box that it stands in, from 1.
    pub fn in_box(self) -> Option<u16> {
        (self.boxed > 0).then_some(self.boxed)
    }

    /// The paragraph that it names, from 1.
    pub fn paragraph(self) -> Option<u16> {
        match self.item {
            Item::Paragraph(n) => Some(n),
            _ => None,
        }
    }

    /// The sentence of the paragraph that it names, from 1.
    pub fn sentence(self) -> Option<u16> {
        match self.within {
            Within::Sentence(n) => Some(n),
            _ => None,
        }
    }

    /// The column of the cell that it names, from 1.
    pub fn column(self) -> Option<u16> {
        match self.within {
            Within::Cell(_, column) => Some(column),
            _ => None,
        }
    }

    /// Whether the other place is this one or stands under it.
    pub fn holds(self, other: Self) -> bool {
        if self.is_heading() {
            return self.part == other.part && other.levels.starts_with(self.levels());
        }
        let in_same_block = self.heading() == other.heading()
            && self.boxed == other.boxed
            && (self.item == Item::None || self.item == other.item);
        in_same_block
            && match (self.within, other.within) {
                (Within::Whole, _) => true,
                (Within::Row(row), Within::Cell(of, _)) => row == of,
                (own, others) => own == others,
            }
    }
}
