//! The document as one list of nodes in reading order.
//!
//! ```text
//! Plan (tree)                      Outline (list)
//! section 一、                     0  Heading     1       depth 1
//!   section （一）                 1  Heading     1.1     depth 2  parent 0
//!     paragraph                    2  Paragraph   1.1p1            parent 1
//! ```
//!
//! Positions in it ([`NodeId`]) are plain indices, so cursors, search hits and history are all one kind of thing,
//! and moving about is arithmetic. Every character of the document stands in exactly one node.

use std::ops::Range;

use self::index::Index;
use super::node::{Node, NodeId, NodeKind, OpenPlace};
use super::{Address, Citation, OpenReading, Plan};

mod build;
mod index;
mod places;

/// What the headings are called under which safeguards stand.
const SAFEGUARDS: [&str; 5] = ["保障措施", "组织保障", "实施保障", "保障机制", "Safeguards"];

/// The whole document in reading order. Never empty: a plan has at least its title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    nodes: Vec<Node>,
    index: Index,
}

impl Outline {
    /// Lays a plan out in reading order.
    pub fn of(plan: &Plan) -> Self {
        let nodes = build::nodes(plan);
        let index = Index::default();
        let mut outline = Self { nodes, index };
        plan.open_readings
            .iter()
            .for_each(|open| outline.open(open));
        outline
    }

    /// Notes an open reading with its node. One that stands nowhere, which `load` refuses, is passed over.
    fn open(&mut self, reading: &OpenReading) {
        let Some((id, within)) = self.range(reading.citation.at) else {
            return;
        };
        let quote = &reading.citation.quote;
        let node = &mut self.nodes[id];
        let text = node.prose.reading().get(within.clone());
        if let Some(start) = text.and_then(|text| text.find(quote)) {
            let start = within.start + start;
            node.open.push(OpenPlace {
                words: start..start + quote.len(),
                note: reading.note.clone(),
            });
        }
    }

    /// All nodes in reading order.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The node with this index; the last one if there is none such.
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.min(self.nodes.len() - 1)]
    }

    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there are no nodes.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// The node at an address: for a sentence its paragraph, for a cell its row. The single paragraph of a run-in section
    /// may be named with or without `p1`. `None` if the document has no such place.
    pub fn at(&self, address: Address) -> Option<NodeId> {
        self.range(address).map(|(id, _)| id)
    }

    /// The node at an address, and the bytes of its reading that the address names.
    pub fn range(&self, address: Address) -> Option<(NodeId, Range<usize>)> {
        let block = address.block();
        let find = |wanted: Address| self.index.find(wanted, &self.nodes);
        let id = find(block).or_else(|| {
            let id = find(block.heading())?;
            let runs_in = matches!(
                self.nodes[id].kind,
                NodeKind::RunIn | NodeKind::AttachmentLine
            );
            let is_first = block == block.heading().with_paragraph(1);
            (runs_in && is_first).then_some(id)
        })?;
        Some((id, self.nodes[id].part(address)?))
    }

    /// The words at an address.
    pub fn words(&self, address: Address) -> Option<&str> {
        let (id, range) = self.range(address)?;
        self.nodes[id].prose.reading().get(range)
    }

    /// Quoted words with brackets around what is uncertain in them.
    pub fn told(&self, citation: &Citation) -> String {
        let place = self.range(citation.at).and_then(|(id, within)| {
            let prose = &self.nodes[id].prose;
            let start = prose.reading().get(within.clone())?.find(&citation.quote)?;
            let start = within.start + start;
            Some(prose.slice(&(start..start + citation.quote.len())).told())
        });
        place.unwrap_or_else(|| citation.quote.clone())
    }

    /// The node at an address and everything under it, in reading order; none if the document has no such place. The
    /// particulars of the notice have no heading, so that their part alone names them all.
    pub fn under(&self, address: Address) -> Vec<NodeId> {
        let address = self
            .at(address)
            .map_or(address, |id| self.nodes[id].address);
        let nodes = self.nodes.iter().enumerate();
        let held = nodes.filter(|(_, node)| address.holds(node.address));
        held.map(|(id, _)| id).collect()
    }

    /// The heading in the table of contents that a node stands under, or the node itself if it is listed there.
    pub fn heading_of(&self, id: NodeId) -> NodeId {
        let mut id = id.min(self.nodes.len() - 1);
        while self.nodes[id].toc_depth().is_none() {
            match self.nodes[id].parent {
                Some(parent) => id = parent,
                None => return id,
            }
        }
        id
    }

    /// The headings above a node, outermost first, the node's own heading included.
    pub fn trail(&self, id: NodeId) -> Vec<NodeId> {
        let mut trail = vec![self.heading_of(id)];
        while let Some(parent) = self.nodes[trail[trail.len() - 1]].parent {
            trail.push(parent);
        }
        trail.reverse();
        trail
    }

    /// The nodes of a kind, in reading order.
    pub fn of_kind(&self, kind: NodeKind) -> impl Iterator<Item = (NodeId, &Node)> {
        self.nodes
            .iter()
            .enumerate()
            .filter(move |(_, node)| node.kind == kind)
    }

    /// Whether a node is a safeguard (保障措施): a run-in heading of the part of the plan that has them.
    pub fn is_safeguard(&self, id: NodeId) -> bool {
        let names = |title: &str| SAFEGUARDS.iter().any(|name| title.contains(name));
        let is_named = |&above: &NodeId| above != id && names(self.nodes[above].title());
        self.node(id).kind == NodeKind::RunIn && self.trail(id).iter().any(is_named)
    }

    /// The safeguards (保障措施), in reading order.
    pub fn safeguards(&self) -> impl Iterator<Item = &Node> {
        let run_in = self.of_kind(NodeKind::RunIn);
        run_in.filter_map(|(id, node)| self.is_safeguard(id).then_some(node))
    }

    /// The rows of the table that a row belongs to, the row included.
    pub fn rows(&self, id: NodeId) -> Range<NodeId> {
        let is_row = |id: &NodeId| self.nodes[*id].kind == NodeKind::Row;
        let table = |id: NodeId| self.nodes[id].address.with_row(0);
        let is_of_table = |other: &NodeId| is_row(other) && table(*other) == table(id);
        let first = (0..=id).rev().take_while(is_of_table).last();
        let last = (id..self.nodes.len()).take_while(is_of_table).last();
        first.unwrap_or(id)..last.map_or(id, |last| last + 1)
    }
}
