//! The document as one list of nodes in reading order.
//!
//! ```text
//! Plan (tree)                      Outline (list)
//! chapter 一、                     0  Chapter     1       depth 0
//!   section （一）                 1  Section     1.1     depth 1  parent 0
//!     paragraph                    2  Paragraph   1.1p1            parent 1
//! ```
//!
//! Positions in it ([`NodeId`]) are plain indices, so cursors, search hits and history are all one kind of thing,
//! and moving about is arithmetic. Every character of the document stands in exactly one node.

use schemars::JsonSchema;
use serde::Serialize;

use super::{
    Address, Chapter, Clause, Domain, Notice, Part, Plan, Prose, Section, Subsection, numbering,
};

/// The index of a node in an [`Outline`].
pub type NodeId = usize;

/// What a node of the document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NodeKind {
    /// A particular of the notice (公文信息).
    #[serde(rename = "particular")]
    Field,
    /// The notice's title.
    NoticeTitle,
    /// The notice's addressees.
    Addressees,
    /// A paragraph of the notice.
    NoticeText,
    /// The issuer or the date below the notice.
    Signature,
    /// The plan's title.
    PlanTitle,
    /// A chapter's heading.
    Chapter,
    /// A section's heading.
    Section,
    /// A subsection's heading.
    Subsection,
    /// A paragraph of plain text.
    Paragraph,
    /// A principle (原则).
    Principle,
    /// A task (任务).
    Task,
    /// A safeguard (保障措施): a section whose heading runs into its text.
    Safeguard,
    /// The line that names the attachment.
    Attachment,
}

impl NodeKind {
    /// The depth in the table of contents, from 0; `None` for what is not listed there.
    pub fn toc_depth(self) -> Option<u8> {
        match self {
            Self::NoticeTitle | Self::PlanTitle | Self::Chapter | Self::Attachment => Some(0),
            Self::Section | Self::Safeguard => Some(1),
            Self::Subsection => Some(2),
            _ => None,
        }
    }

    /// Whether the node is a heading and nothing else.
    pub fn is_heading(self) -> bool {
        matches!(
            self,
            Self::NoticeTitle | Self::PlanTitle | Self::Chapter | Self::Section | Self::Subsection
        )
    }
}

/// One heading or paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Where it stands.
    pub address: Address,
    /// What it is.
    pub kind: NodeKind,
    /// The derived number before it (`三、`, `（一）`, `2.`), or the label of a particular; empty for most paragraphs.
    pub number: String,
    /// Its text without the number; for principles, tasks and safeguards the lead and the rest together.
    pub prose: Prose,
    /// The length in bytes of the lead sentence within the reading; 0 where there is none.
    pub lead: usize,
    /// The heading that it stands under.
    pub parent: Option<NodeId>,
    /// The domain of the section that it stands in.
    pub domain: Option<Domain>,
}

impl Node {
    /// The name by which lists call it: a heading's text, or the lead sentence without its full stop.
    pub fn title(&self) -> &str {
        let reading = self.prose.reading();
        let lead = if self.lead > 0 {
            reading.get(..self.lead).unwrap_or(reading)
        } else {
            reading
        };
        lead.trim_end_matches(['。', '：'])
    }

    /// What follows the lead sentence; the whole text where there is none.
    pub fn rest(&self) -> &str {
        self.prose.reading().get(self.lead..).unwrap_or_default()
    }
}

/// The whole document in reading order. Never empty: a plan has at least its title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    nodes: Vec<Node>,
}

impl Outline {
    /// Lays a plan out in reading order.
    pub fn of(plan: &Plan) -> Self {
        let mut builder = Builder::default();
        if let Some(notice) = &plan.notice {
            builder.notice(notice);
        }
        builder.preface(plan);
        for (index, chapter) in plan.body.chapters.iter().enumerate() {
            builder.chapter(index as u16 + 1, chapter);
        }
        if let Some(line) = &plan.body.attachment {
            builder.close_all();
            builder.push(
                Address::of(Part::Attachment),
                NodeKind::Attachment,
                String::new(),
                line.clone(),
            );
        }
        Self {
            nodes: builder.nodes,
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

    /// The node at an address. The single paragraph of a run-in section may be named with or without `p1`.
    pub fn at(&self, address: Address) -> Option<NodeId> {
        let find = |wanted: Address| self.nodes.iter().position(|node| node.address == wanted);
        find(address).or_else(|| {
            let id = find(address.heading())?;
            let run_in = matches!(
                self.nodes[id].kind,
                NodeKind::Safeguard | NodeKind::Attachment
            );
            (run_in && address.paragraph == 1).then_some(id)
        })
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
        while self.nodes[id].kind.toc_depth().is_none() {
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
}

/// Collects nodes and keeps the headings that are open at each depth.
#[derive(Default)]
struct Builder {
    nodes: Vec<Node>,
    open: Vec<NodeId>,
    domain: Option<Domain>,
}

impl Builder {
    fn push(&mut self, address: Address, kind: NodeKind, number: String, prose: Prose) {
        let parent = self.open.last().copied();
        self.nodes.push(Node {
            address,
            kind,
            number,
            prose,
            lead: 0,
            parent,
            domain: self.domain.clone(),
        });
    }

    fn push_with_lead(
        &mut self,
        address: Address,
        kind: NodeKind,
        number: String,
        lead: &Prose,
        rest: &Prose,
    ) {
        self.push(address, kind, number, lead.followed_by(rest));
        if let Some(node) = self.nodes.last_mut() {
            node.lead = lead.reading().len();
        }
    }

    /// Pushes a heading and opens it at `depth`, closing what was open there and below.
    fn open(
        &mut self,
        depth: usize,
        address: Address,
        kind: NodeKind,
        number: String,
        title: &Prose,
    ) {
        self.open.truncate(depth);
        self.push(address, kind, number, title.clone());
        self.open.push(self.nodes.len() - 1);
    }

    fn close_all(&mut self) {
        self.open.clear();
        self.domain = None;
    }

    fn notice(&mut self, notice: &Notice) {
        let masthead = Address::of(Part::Masthead);
        for (index, field) in notice.fields.iter().enumerate() {
            let label = format!("{}：", field.label);
            self.push(
                masthead.with_paragraph(index as u16 + 1),
                NodeKind::Field,
                label,
                field.value.clone(),
            );
        }
        let address = Address::of(Part::Notice);
        self.open(
            0,
            address,
            NodeKind::NoticeTitle,
            String::new(),
            &notice.title,
        );
        let texts = notice
            .paragraphs
            .iter()
            .map(|text| (NodeKind::NoticeText, text));
        let blocks = std::iter::once((NodeKind::Addressees, &notice.addressees))
            .chain(texts)
            .chain([
                (NodeKind::Signature, &notice.issuer),
                (NodeKind::Signature, &notice.date),
            ]);
        for (index, (kind, prose)) in blocks.enumerate() {
            self.push(
                address.with_paragraph(index as u16 + 1),
                kind,
                String::new(),
                prose.clone(),
            );
        }
    }

    fn preface(&mut self, plan: &Plan) {
        let address = Address::of(Part::Preface);
        self.open(
            0,
            address,
            NodeKind::PlanTitle,
            String::new(),
            &plan.body.title,
        );
        self.paragraphs(address, &plan.body.preface);
    }

    fn chapter(&mut self, n: u16, chapter: &Chapter) {
        let address = Address::of(Part::Chapter(n));
        self.open(
            0,
            address,
            NodeKind::Chapter,
            numbering::chapter(n),
            &chapter.title,
        );
        self.paragraphs(address, &chapter.paragraphs);
        for (index, section) in chapter.sections.iter().enumerate() {
            self.section(address, index as u16 + 1, section);
        }
        for (index, clause) in chapter.safeguards.iter().enumerate() {
            let n = index as u16 + 1;
            self.open.truncate(1);
            let number = numbering::section(n);
            self.push_with_lead(
                address.with_section(n),
                NodeKind::Safeguard,
                number,
                &clause.title,
                &clause.text,
            );
        }
    }

    fn section(&mut self, chapter: Address, n: u16, section: &Section) {
        let address = chapter.with_section(n);
        self.domain.clone_from(&section.domain);
        self.open(
            1,
            address,
            NodeKind::Section,
            numbering::section(n),
            &section.title,
        );
        self.paragraphs(address, &section.paragraphs);
        let before = section.paragraphs.len();
        for (index, principle) in section.principles.iter().enumerate() {
            let at = address.with_paragraph((before + index) as u16 + 1);
            self.push_with_lead(
                at,
                NodeKind::Principle,
                String::new(),
                &principle.name,
                &principle.text,
            );
        }
        self.tasks(address, before + section.principles.len(), &section.tasks);
        for (index, subsection) in section.subsections.iter().enumerate() {
            self.subsection(address, index as u16 + 1, subsection);
        }
        self.domain = None;
    }

    fn subsection(&mut self, section: Address, n: u16, subsection: &Subsection) {
        let address = section.with_subsection(n);
        self.open(
            2,
            address,
            NodeKind::Subsection,
            format!("{} ", numbering::subsection(n)),
            &subsection.title,
        );
        self.paragraphs(address, &subsection.paragraphs);
        self.tasks(address, subsection.paragraphs.len(), &subsection.tasks);
    }

    fn paragraphs(&mut self, heading: Address, paragraphs: &[Prose]) {
        for (index, prose) in paragraphs.iter().enumerate() {
            let at = heading.with_paragraph(index as u16 + 1);
            self.push(at, NodeKind::Paragraph, String::new(), prose.clone());
        }
    }

    fn tasks(&mut self, heading: Address, before: usize, tasks: &[Clause]) {
        for (index, task) in tasks.iter().enumerate() {
            let at = heading.with_paragraph((before + index) as u16 + 1);
            self.push_with_lead(at, NodeKind::Task, String::new(), &task.title, &task.text);
        }
    }
}
