//! The document set in lines of a given measure, as Chinese text is set.
//!
//! ```text
//! block (one node)     number + reading, with ⟦⟧ if wanted
//!   line, line, …      byte ranges of the block's text; joined they are the whole text
//! ```
//!
//! One layout serves drawing, scrolling, hit testing and highlighting. Pure: columns in, lines out.

use std::ops::Range;

mod block;
mod table;

pub use self::block::{Block, Marks};
use crate::plan::{Node, NodeId, NodeKind, Outline};
use crate::text::{clusters, width, wrap};

/// The widest measure, in columns: 40 Chinese characters, about what the eye follows without losing the line.
pub const WIDEST_MEASURE: u16 = 80;

/// One line of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The node that it belongs to. A blank line belongs to the node below it.
    pub node: NodeId,
    /// The bytes of the block's text that it shows; empty for a blank line.
    pub range: Range<usize>,
    /// Columns before it in which the bar of a box stands; 0 outside of boxes.
    pub margin: u16,
    /// Columns left free before it, behind the margin.
    pub indent: u16,
    /// The columns of a rule of a table; 0 for text and blank lines.
    pub rule: u16,
}

/// The whole document in lines; by default none yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The columns it was set for.
    pub measure: u16,
    /// The columns that a table may take; at least the measure.
    pub wide: u16,
    /// Which marks of supplied characters are shown.
    pub marks: Marks,
    /// One block for each node.
    pub blocks: Vec<Block>,
    /// All lines from top to bottom.
    pub lines: Vec<Line>,
    /// For each node the index of its first line of text.
    first_line: Vec<usize>,
}

impl Page {
    /// Sets a document in lines of `measure` columns.
    pub fn set(outline: &Outline, measure: u16, marks: Marks) -> Self {
        Self::set_wide(outline, measure, measure, marks)
    }

    /// The same with tables of up to `wide` columns.
    pub fn set_wide(outline: &Outline, measure: u16, wide: u16, marks: Marks) -> Self {
        let measure = measure.max(1);
        let mut page = Self {
            measure,
            wide: wide.max(measure),
            marks,
            blocks: Vec::new(),
            lines: Vec::new(),
            first_line: Vec::new(),
        };
        let mut above = None;
        let mut id = 0;
        while id < outline.len() {
            let node = outline.node(id);
            page.space(id, above, node);
            if node.kind == NodeKind::Row {
                let rows = outline.rows(id);
                page.set_table(outline, rows.clone());
                id = rows.end;
            } else {
                page.set_node(id, node, Block::of(node, marks, &[]), measure);
                id += 1;
            }
            above = Some(outline.node(id - 1));
        }
        page
    }

    /// The blank lines between a node and the one above it.
    fn space(&mut self, id: NodeId, above: Option<&Node>, node: &Node) {
        let space = above.map_or(0, |above| space_between(above, node, self.measure));
        // The bar of a box goes on between its paragraphs.
        let is_inside = above.is_some_and(|above| {
            let panel = |node: &Node| (node.address.heading(), node.address.in_box());
            node.address.in_box().is_some() && panel(above) == panel(node)
        });
        let margin = if is_inside {
            Setting::of(node, self.measure).margin
        } else {
            0
        };
        self.lines.extend((0..space).map(|_| Line {
            margin,
            ..Line::blank(id)
        }));
    }

    /// Sets a table between rules: top, below the head, bottom.
    fn set_table(&mut self, outline: &Outline, rows: Range<NodeId>) {
        let layout = table::Layout::of(outline, rows.clone(), self.wide, self.marks);
        let measure = if layout.is_in_columns() {
            self.wide
        } else {
            self.measure
        };
        let rule = layout.width().unwrap_or(measure);
        let mut was_head = true;
        for id in rows.clone() {
            let node = outline.node(id);
            let is_head = node.row().is_some_and(|row| row.is_head);
            if id == rows.start || (was_head && !is_head) {
                self.rule(outline, id, rule, measure);
            }
            was_head = is_head;
            let before = layout.before(node);
            self.set_node(id, node, Block::of(node, self.marks, &before), measure);
        }
        self.rule(outline, rows.end - 1, rule, measure);
    }

    fn rule(&mut self, outline: &Outline, node: NodeId, columns: u16, measure: u16) {
        let margin = Setting::of(outline.node(node), measure).margin;
        self.lines.push(Line {
            rule: columns.min(measure - margin),
            margin,
            ..Line::blank(node)
        });
    }

    fn set_node(&mut self, id: NodeId, node: &Node, block: Block, measure: u16) {
        self.first_line.push(self.lines.len());
        let style = Setting::of(node, measure);
        let ranges = wrap(
            &block.text,
            usize::from(style.measure),
            usize::from(style.first_indent),
        );
        for (n, range) in ranges.into_iter().enumerate() {
            let columns = || block.text.get(range.clone()).map_or(0, width) as u16;
            // A line that is already too wide for the measure stays at the margin.
            let free = || style.measure.saturating_sub(columns());
            let indent = match style.align {
                Align::Left if n == 0 && style.first_indent > 0 => style.first_indent.min(free()),
                Align::Left => 0,
                Align::Centre => free() / 2,
                Align::Right => free(),
            };
            self.lines.push(Line {
                node: id,
                range,
                margin: style.margin,
                indent,
                rule: 0,
            });
        }
        self.blocks.push(block);
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
        let block = self.blocks.get(id);
        self.line_with(id, block.map_or(0, |block| block.shown(reading).start))
    }

    /// The line of a node that shows a byte of its block.
    pub fn line_with(&self, id: NodeId, byte: usize) -> usize {
        let own = self.lines_of(id);
        let begins = |n: &usize| self.lines.get(*n).is_some_and(|it| it.range.start <= byte);
        own.clone().rev().find(begins).unwrap_or(own.start)
    }

    /// The lines of text of a node.
    pub fn lines_of(&self, id: NodeId) -> Range<usize> {
        let first = self.first_line(id);
        let own = self.lines.iter().skip(first);
        let is_own = |line: &&Line| line.node == id && line.rule == 0;
        first..first + own.take_while(is_own).count()
    }

    /// The columns up to the end of a line.
    pub fn columns(&self, line: &Line) -> u16 {
        let text = self
            .blocks
            .get(line.node)
            .and_then(|block| block.text.get(line.range.clone()));
        let text = text.map_or(0, |text| width(text.trim_end())) as u16;
        line.margin + line.rule.max(line.indent + text)
    }

    /// The byte of a node's reading that stands at a column of a line; the last one before what lies beyond the line.
    pub fn byte_at(&self, line: usize, column: u16) -> usize {
        let Some((line, block)) = self
            .lines
            .get(line)
            .and_then(|line| Some((line, self.blocks.get(line.node)?)))
        else {
            return 0;
        };
        let text = block.text.get(line.range.clone()).unwrap_or_default();
        let mut x = usize::from(line.margin + line.indent);
        let mut at = line.range.start;
        for cluster in clusters(text) {
            at = line.range.start + cluster.start;
            x += cluster.width;
            if x > usize::from(column) {
                break;
            }
        }
        block.read(at)
    }

    /// The node that a line belongs to; the last one beyond the end.
    pub fn node_at(&self, line: usize) -> NodeId {
        self.lines
            .get(line)
            .or(self.lines.last())
            .map_or(0, |line| line.node)
    }
}

impl Line {
    fn blank(node: NodeId) -> Self {
        Self {
            node,
            range: 0..0,
            margin: 0,
            indent: 0,
            rule: 0,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Align {
    Left,
    Centre,
    Right,
}

/// How the lines of a node are set.
struct Setting {
    /// Columns left free before all lines.
    margin: u16,
    measure: u16,
    first_indent: u16,
    align: Align,
}

/// The columns before the text of a box, in which its bar stands.
pub const BOX_MARGIN: u16 = 2;

/// The narrowest measure at which paragraphs are indented and boxes have a bar.
const NARROW: u16 = 16;

impl Setting {
    fn of(node: &Node, measure: u16) -> Self {
        let two = if measure >= NARROW { 4 } else { 0 };
        let (first_indent, align) = match node.kind {
            NodeKind::NoticeTitle | NodeKind::PlanTitle | NodeKind::AttachmentTitle => {
                (0, Align::Centre)
            }
            NodeKind::Signature => (0, Align::Right),
            NodeKind::Field
            | NodeKind::Addressees
            | NodeKind::Heading
            | NodeKind::Box
            | NodeKind::Table
            | NodeKind::Row
            | NodeKind::Note => (0, Align::Left),
            _ => (two, Align::Left),
        };
        let is_boxed = node.address.in_box().is_some() && measure >= NARROW;
        let margin = if is_boxed { BOX_MARGIN } else { 0 };
        Self {
            margin,
            measure: measure - margin,
            first_indent,
            align,
        }
    }
}

/// Blank lines between a node and the one above it. Paragraphs are told apart by their indent, headings by the air above
/// them; text follows its own heading closely.
fn space_between(above: &Node, node: &Node, measure: u16) -> usize {
    let level = |node: &Node| (node.kind == NodeKind::Heading).then(|| node.address.level());
    let is_in_table =
        |node: &Node| matches!(node.kind, NodeKind::Table | NodeKind::Row | NodeKind::Note);
    match (node.kind, level(node)) {
        (NodeKind::PlanTitle | NodeKind::AttachmentTitle, _) => 3,
        (NodeKind::NoticeTitle, _) | (_, Some(1)) => 2,
        (NodeKind::Field | NodeKind::Signature, _) => 0,
        (NodeKind::Row | NodeKind::Note, _) if is_in_table(above) => 0,
        (_, Some(_)) => 1,
        _ if matches!(level(above), Some(2..)) => 0,
        _ if measure >= NARROW && is_indented(above) && is_indented(node) => {
            // A box stands apart from what is around it.
            usize::from(above.address.in_box() != node.address.in_box())
        }
        _ => 1,
    }
}

/// Whether the first line of a node is indented, as that of a paragraph.
fn is_indented(node: &Node) -> bool {
    matches!(
        node.kind,
        NodeKind::NoticeText
            | NodeKind::Paragraph
            | NodeKind::Principle
            | NodeKind::Task
            | NodeKind::RunIn
    )
}
