//! The document set in lines of a given measure, as Chinese text is set.
//!
//! ```text
//! block (one node)     number + reading, with ⟦⟧ if wanted
//!   line, line, …      byte ranges of the block's text; joined they are the whole text
//! ```
//!
//! One layout serves drawing, scrolling, hit testing and highlighting. Pure: columns in, lines out.

use std::ops::Range;

use crate::plan::{Node, NodeId, NodeKind, Outline};
use crate::text::{width, wrap};

/// The widest measure, in columns: 40 Chinese characters, about what the eye follows without losing the line.
pub const WIDEST_MEASURE: u16 = 80;

/// A heading or paragraph as it is shown, before it is broken into lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// All its characters: number, then text, with `⟦⟧` around supplied characters if they are shown.
    pub text: String,
    /// The length of the number in bytes.
    pub number: usize,
    /// The end of the lead sentence in bytes of `text`; equals `number` where there is none.
    pub lead_end: usize,
    /// The supplied characters in bytes of `text`, brackets included if they are shown.
    pub supplied: Vec<Range<usize>>,
    /// Bytes of the reading before which a bracket stands, for [`Block::shown`]; empty if brackets are hidden.
    brackets: Vec<(usize, usize)>,
}

impl Block {
    /// The block of a node, with or without the brackets around supplied characters.
    pub fn of(node: &Node, marks: bool) -> Self {
        let number = node.number.len();
        let mut text = node.number.clone();
        let mut supplied = Vec::new();
        let mut brackets = Vec::new();
        let mut read = 0;
        for run in node.prose.runs() {
            let start = text.len();
            if run.supplied && marks {
                text.extend(["⟦", run.text, "⟧"]);
                brackets.push((read, '⟦'.len_utf8()));
                brackets.push((read + run.text.len(), '⟧'.len_utf8()));
            } else {
                text.push_str(run.text);
            }
            if run.supplied {
                supplied.push(start..text.len());
            }
            read += run.text.len();
        }
        let mut block = Self {
            text,
            number,
            lead_end: number,
            supplied,
            brackets,
        };
        if node.lead > 0 {
            block.lead_end = block.shown(&(0..node.lead)).end;
        }
        block
    }

    /// Where bytes of the node's reading stand in the block's text.
    pub fn shown(&self, reading: &Range<usize>) -> Range<usize> {
        let before = |at: usize, inclusive: bool| -> usize {
            self.brackets
                .iter()
                .filter(|(b, _)| *b < at || (inclusive && *b == at))
                .map(|(_, len)| len)
                .sum()
        };
        let start = self.number + reading.start + before(reading.start, true);
        let end = self.number + reading.end + before(reading.end, false);
        start..end.max(start)
    }
}

impl Block {
    /// The place of a byte of the text if no brackets stood in it.
    pub fn without_marks(&self, byte: usize) -> usize {
        let mut bare = byte;
        for (at, len) in &self.brackets {
            let start = self.number + at;
            if bare > start {
                bare -= (*len).min(bare - start);
            }
        }
        bare
    }

    /// The place in the text of a byte of the text without brackets, before the brackets that stand there.
    pub fn with_marks(&self, bare: usize) -> usize {
        let before = self.brackets.iter();
        let before = before.filter(|(at, _)| self.number + at < bare);
        bare + before.map(|(_, len)| len).sum::<usize>()
    }
}

/// One line of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The node that it belongs to. A blank line belongs to the node below it.
    pub node: NodeId,
    /// The bytes of the block's text that it shows; empty for a blank line.
    pub range: Range<usize>,
    /// Columns left free before it.
    pub indent: u16,
}

/// The whole document in lines; by default none yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The columns it was set for.
    pub measure: u16,
    /// Whether the brackets around supplied characters are shown.
    pub marks: bool,
    /// One block for each node.
    pub blocks: Vec<Block>,
    /// All lines from top to bottom.
    pub lines: Vec<Line>,
    /// For each node the index of its first line of text.
    first_line: Vec<usize>,
}

impl Page {
    /// Sets a document in lines of `measure` columns.
    pub fn set(outline: &Outline, measure: u16, marks: bool) -> Self {
        let measure = measure.max(1);
        let blocks: Vec<Block> = outline
            .nodes()
            .iter()
            .map(|node| Block::of(node, marks))
            .collect();
        let mut page = Self {
            measure,
            marks,
            blocks,
            lines: Vec::new(),
            first_line: Vec::new(),
        };
        let mut above = None;
        for (id, node) in outline.nodes().iter().enumerate() {
            page.set_node(id, node, above);
            above = Some(node.kind);
        }
        page
    }

    fn set_node(&mut self, id: NodeId, node: &Node, above: Option<NodeKind>) {
        let space = above.map_or(0, |above| space_between(above, node.kind));
        self.lines.extend((0..space).map(|_| Line {
            node: id,
            range: 0..0,
            indent: 0,
        }));
        self.first_line.push(self.lines.len());
        let text = &self.blocks[id].text;
        let style = Setting::of(node.kind, self.measure);
        let ranges = wrap(
            text,
            usize::from(style.measure),
            usize::from(style.first_indent),
        );
        for (n, range) in ranges.into_iter().enumerate() {
            let columns = text.get(range.clone()).map_or(0, width) as u16;
            let indent = match style.align {
                Align::Left if n == 0 => style.first_indent,
                Align::Left => 0,
                Align::Centre => self.measure.saturating_sub(columns) / 2,
                Align::Right => self.measure.saturating_sub(columns),
            };
            // A line that is already too wide for the measure stays at the margin.
            let indent = indent.min(self.measure.saturating_sub(columns));
            self.lines.push(Line {
                node: id,
                range,
                indent,
            });
        }
    }

    /// The first line of text of a node.
    pub fn first_line(&self, id: NodeId) -> usize {
        self.first_line
            .get(id)
            .or(self.first_line.last())
            .copied()
            .unwrap_or(0)
    }

    /// The line of a node that shows a byte of the node's reading.
    pub fn line_of(&self, id: NodeId, reading: &Range<usize>) -> usize {
        let first = self.first_line(id);
        let Some(block) = self.blocks.get(id) else {
            return first;
        };
        let at = block.shown(reading).start;
        let own = self
            .lines
            .iter()
            .enumerate()
            .skip(first)
            .take_while(|(_, line)| line.node == id);
        own.filter(|(_, line)| line.range.start <= at)
            .last()
            .map_or(first, |(n, _)| n)
    }

    /// The node that a line belongs to; the last one beyond the end.
    pub fn node_at(&self, line: usize) -> NodeId {
        self.lines
            .get(line)
            .or(self.lines.last())
            .map_or(0, |line| line.node)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Align {
    Left,
    Centre,
    Right,
}

/// How the lines of a kind of node are set.
struct Setting {
    measure: u16,
    first_indent: u16,
    align: Align,
}

impl Setting {
    fn of(kind: NodeKind, measure: u16) -> Self {
        let two = if measure >= 16 { 4 } else { 0 };
        let (first_indent, align) = match kind {
            NodeKind::NoticeTitle | NodeKind::PlanTitle => (0, Align::Centre),
            NodeKind::Signature => (0, Align::Right),
            NodeKind::Field
            | NodeKind::Addressees
            | NodeKind::Chapter
            | NodeKind::Section
            | NodeKind::Subsection => (0, Align::Left),
            _ => (two, Align::Left),
        };
        Self {
            measure,
            first_indent,
            align,
        }
    }
}

/// Blank lines between a node and the one above it. Text follows its own heading closely.
fn space_between(above: NodeKind, kind: NodeKind) -> usize {
    match kind {
        NodeKind::PlanTitle => 3,
        NodeKind::Chapter | NodeKind::NoticeTitle => 2,
        NodeKind::Field | NodeKind::Signature => 0,
        NodeKind::Section | NodeKind::Subsection => {
            usize::from(!matches!(above, NodeKind::Chapter | NodeKind::Section))
        }
        _ => usize::from(!matches!(above, NodeKind::Section | NodeKind::Subsection)),
    }
}
