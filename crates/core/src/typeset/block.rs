//! A node as it is shown, before it is broken into lines: its number, its reading, and what is set between.

use std::ops::Range;

use crate::plan::{Node, Prose, Supplied};
use crate::text::width;

/// Which marks of supplied characters are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Marks {
    /// Brackets around what is uncertain: `提⟦升⟧`.
    #[default]
    Uncertain,
    /// Brackets around all that is supplied, with all candidates, and the notes on open readings below the text.
    All,
}

impl Marks {
    /// Whether there are brackets around a supplied place.
    pub(super) fn show(self, supplied: &Supplied) -> bool {
        self == Self::All || supplied.is_uncertain()
    }

    /// What stands behind the characters of a supplied place in its brackets: the other candidates.
    fn behind(self, supplied: &Supplied) -> String {
        match self {
            Self::Uncertain => String::new(),
            Self::All => supplied
                .others
                .iter()
                .fold(String::new(), |told, it| told + "|" + it),
        }
    }

    /// The columns that brackets and other candidates take in a text.
    pub(super) fn columns(self, prose: &Prose) -> usize {
        let shown = prose.supplied().iter().filter(|it| self.show(it));
        shown.map(|it| width("⟦⟧") + width(&self.behind(it))).sum()
    }
}

/// The most columns of a lead that stands out whole.
const LONGEST_LEAD: usize = 40;

/// A heading, a paragraph or a row of a table as it is shown, before it is broken into lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// All its characters: number, then text, with brackets around supplied characters as far as they are shown, then the
    /// notes on open readings if they are shown, each after a line break.
    pub text: String,
    /// The length of the number in bytes.
    pub number: usize,
    /// The end of the lead sentence in bytes of `text`; equals `number` where there is none.
    pub lead_end: usize,
    /// The supplied characters in bytes of `text`, brackets included if they are shown, and whether they are uncertain.
    pub supplied: Vec<(Range<usize>, bool)>,
    /// Where the notes begin; the length of `text` where there are none.
    pub notes: usize,
    /// Bytes of the reading before which something is set that is not in it, with its length in bytes: brackets around
    /// supplied characters, what stands before the cells of a table, the notes behind it.
    inserted: Vec<(usize, usize)>,
}

impl Block {
    /// The block of a node. `before` has what is set before bytes of the reading, in their order.
    pub(super) fn of(node: &Node, marks: Marks, before: &[(usize, String)]) -> Self {
        let mut block = Self {
            text: node.number.clone(),
            number: node.number.len(),
            lead_end: node.number.len(),
            supplied: Vec::new(),
            notes: 0,
            inserted: Vec::new(),
        };
        let mut before = before.iter().peekable();
        let mut read = 0;
        for run in node.prose.runs() {
            let start = block.text.len();
            let marked = run.supplied.filter(|supplied| marks.show(supplied));
            if marked.is_some() {
                block.insert(read, "⟦");
            }
            let mut rest = run.text;
            while let Some((at, text)) = before.next_if(|(at, _)| *at < read + rest.len()) {
                let (head, tail) = rest
                    .split_at_checked(at.saturating_sub(read))
                    .unwrap_or(("", rest));
                block.text.push_str(head);
                read += head.len();
                block.insert(read, text);
                rest = tail;
            }
            block.text.push_str(rest);
            read += rest.len();
            if let Some(supplied) = marked {
                block.insert(read, &(marks.behind(supplied) + "⟧"));
            }
            if let Some(supplied) = run.supplied {
                let shown = start..block.text.len();
                block.supplied.push((shown, supplied.is_uncertain()));
            }
        }
        if node.lead > 0 {
            block.lead_end = block.shown(&(0..node.lead)).end;
        }
        block.notes = block.text.len();
        if marks == Marks::All {
            let notes = node.doubts().into_iter();
            notes.for_each(|note| block.insert(read, &format!("\n{note}")));
        }
        block
    }

    /// What of number and lead stands out: all of it if it fits on a line, of a longer lead its first clause.
    pub fn emphasis(&self) -> Range<usize> {
        let lead = self
            .text
            .get(self.number..self.lead_end)
            .unwrap_or_default();
        if width(lead) <= LONGEST_LEAD {
            return 0..self.lead_end;
        }
        let clause = lead.find(['，', '；', '：', '。']).unwrap_or(0);
        let stands_out = lead
            .get(..clause)
            .is_some_and(|it| width(it) <= LONGEST_LEAD);
        0..self.number + if stands_out { clause } else { 0 }
    }

    fn insert(&mut self, at: usize, text: &str) {
        self.text.push_str(text);
        self.inserted.push((at, text.len()));
    }

    /// Where bytes of the node's reading stand in the block's text.
    pub fn shown(&self, reading: &Range<usize>) -> Range<usize> {
        let before = |at: usize, inclusive: bool| -> usize {
            self.inserted
                .iter()
                .filter(|(b, _)| *b < at || (inclusive && *b == at))
                .map(|(_, len)| len)
                .sum()
        };
        let start = self.number + reading.start + before(reading.start, true);
        let end = self.number + reading.end + before(reading.end, false);
        start..end.max(start)
    }

    /// The byte of the reading that stands at a byte of the text, or the next one behind what is set there.
    pub fn read(&self, byte: usize) -> usize {
        self.without_marks(byte).saturating_sub(self.number)
    }

    /// The place of a byte of the text if nothing were inserted in it.
    pub fn without_marks(&self, byte: usize) -> usize {
        let mut bare = byte;
        for (at, len) in &self.inserted {
            let start = self.number + at;
            if bare > start {
                bare -= (*len).min(bare - start);
            }
        }
        bare
    }

    /// The place in the text of a byte of the text without what is inserted, before what is inserted there.
    pub fn with_marks(&self, bare: usize) -> usize {
        let before = self.inserted.iter();
        let before = before.filter(|(at, _)| self.number + at < bare);
        bare + before.map(|(_, len)| len).sum::<usize>()
    }
}
