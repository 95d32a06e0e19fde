//! From the tree of blocks to the list of nodes, with the numbers of headings.

use super::super::node::{Detail, Node, NodeId, NodeKind, Row, RowCell};
use super::super::numbering::{self, Style};
use super::super::{
    Address, Attachment, Block, Body, Domain, Notice, Panel, Part, Plan, Prose, Section, Table,
    Task,
};

/// The nodes of a plan in reading order.
pub(super) fn nodes(plan: &Plan) -> Vec<Node> {
    let mut builder = Builder::default();
    if let Some(notice) = &plan.notice {
        builder.notice(notice);
    }
    builder.body(&plan.body);
    for (n, attachment) in (1..).zip(&plan.attachments) {
        builder.attachment(n, attachment);
    }
    builder.nodes
}

#[derive(Default)]
struct Builder {
    nodes: Vec<Node>,
    /// The styles of the levels of the document that is being built.
    styles: Vec<Option<Style>>,
    /// The numbered headings of that document, with the rank of their style.
    ranks: Vec<(NodeId, Option<u8>)>,
}

/// Where blocks stand: under which heading or in which box, and what has been counted there.
struct Under {
    address: Address,
    node: Option<NodeId>,
    domain: Option<Domain>,
    /// The number of the heading, for those that are counted with it (1.1).
    number: String,
    /// The style and the value of the last number below the heading.
    last: Option<(Style, u16)>,
    sections: u16,
    paragraphs: u16,
    tables: u16,
    pictures: u16,
    boxes: u16,
}

impl Under {
    fn new(address: Address, node: Option<NodeId>, domain: Option<Domain>) -> Self {
        Self {
            address,
            node,
            domain,
            number: String::new(),
            last: None,
            sections: 0,
            paragraphs: 0,
            tables: 0,
            pictures: 0,
            boxes: 0,
        }
    }

    fn next_paragraph(&mut self) -> Address {
        self.paragraphs = self.paragraphs.saturating_add(1);
        self.address.with_paragraph(self.paragraphs)
    }
}

impl Builder {
    fn push(&mut self, under: &Under, address: Address, kind: NodeKind, prose: Prose) -> &mut Node {
        let id = self.nodes.len();
        self.nodes.push(Node {
            address,
            kind,
            number: String::new(),
            prose,
            lead: 0,
            depth: 0,
            parent: under.node,
            domain: under.domain.clone(),
            detail: Detail::None,
            open: Vec::new(),
        });
        &mut self.nodes[id]
    }

    fn push_with_lead(
        &mut self,
        under: &Under,
        address: Address,
        kind: NodeKind,
        (lead, rest): (&Prose, &Prose),
    ) -> &mut Node {
        let node = self.push(under, address, kind, lead.followed_by(rest));
        node.lead = lead.reading().len();
        node
    }

    /// The place below a title that has just been pushed.
    fn below(&self, address: Address) -> Under {
        Under::new(address, self.nodes.len().checked_sub(1), None)
    }

    fn notice(&mut self, notice: &Notice) {
        let mut masthead = Under::new(Address::of(Part::Masthead), None, None);
        for field in &notice.fields {
            let at = masthead.next_paragraph();
            let node = self.push(&masthead, at, NodeKind::Field, field.value.clone());
            node.number = format!("{}：", field.label);
        }
        let address = Address::of(Part::Notice);
        let top = Under::new(address, None, None);
        self.push(&top, address, NodeKind::NoticeTitle, notice.title.clone());
        let mut below = self.below(address);
        let addressees = notice.addressees.iter();
        let texts = notice.paragraphs.iter();
        let signatures = notice.issuer.iter().chain(&notice.date);
        let blocks = addressees
            .map(|text| (NodeKind::Addressees, text))
            .chain(texts.map(|text| (NodeKind::NoticeText, text)))
            .chain(signatures.map(|text| (NodeKind::Signature, text)));
        for (kind, prose) in blocks {
            let at = below.next_paragraph();
            self.push(&below, at, kind, prose.clone());
        }
    }

    fn body(&mut self, body: &Body) {
        self.begin(&body.numbering);
        let address = Address::of(Part::Preface);
        let top = Under::new(address, None, None);
        self.push(&top, address, NodeKind::PlanTitle, body.title.clone());
        let mut preface = self.below(address);
        let first = body.content.iter().position(is_section);
        let (before, after) = body.content.split_at(first.unwrap_or(body.content.len()));
        self.blocks(before, &mut preface);
        let mut chapters = Under::new(Address::of(Part::Body), None, None);
        self.blocks(after, &mut chapters);
        self.end();
        if let Some(line) = &body.attachment {
            let at = Address::of(Part::AttachmentLine);
            self.push(
                &Under::new(at, None, None),
                at,
                NodeKind::AttachmentLine,
                line.clone(),
            );
        }
    }

    fn attachment(&mut self, n: u16, attachment: &Attachment) {
        self.begin(&attachment.numbering);
        let address = Address::of(Part::Attachment(n));
        let top = Under::new(address, None, None);
        let node = self.push(
            &top,
            address,
            NodeKind::AttachmentTitle,
            attachment.title.clone(),
        );
        if let Some(label) = &attachment.label {
            node.number = format!("{label} ");
        }
        let mut below = self.below(address);
        self.blocks(&attachment.content, &mut below);
        self.end();
    }

    /// Begins a document whose levels are numbered so.
    fn begin(&mut self, numbering: &[String]) {
        let usual = || numbering::USUAL.map(str::to_owned).to_vec();
        let first = if numbering.is_empty() {
            usual()
        } else {
            numbering.to_vec()
        };
        let style = |first: &String| Style::read(first).map(|(style, _)| style);
        self.styles = first.iter().map(style).collect();
        self.ranks.clear();
    }

    /// Gives the headings of the document their depths, which are known when all its styles are.
    fn end(&mut self) {
        let mut known: Vec<u8> = self.ranks.iter().filter_map(|(_, rank)| *rank).collect();
        known.sort_unstable();
        known.dedup();
        for (id, rank) in std::mem::take(&mut self.ranks) {
            let depth = match rank {
                Some(rank) => known.partition_point(|other| *other < rank) as u8 + 1,
                None => self.depth_above(id) + 1,
            };
            self.nodes[id].depth = depth;
        }
    }

    fn depth_above(&self, id: NodeId) -> u8 {
        let parent = self.nodes[id].parent;
        parent.map_or(0, |parent| self.nodes[parent].depth)
    }

    fn blocks(&mut self, blocks: &[Block], under: &mut Under) {
        for block in blocks {
            self.block(block, under);
        }
    }

    fn block(&mut self, block: &Block, under: &mut Under) {
        match block {
            Block::Paragraph(prose) => {
                let at = under.next_paragraph();
                self.push(under, at, NodeKind::Paragraph, prose.clone());
            }
            Block::Section(section) => self.section(section, under),
            Block::Task(task) => self.task(task, under),
            Block::Principle(it) => {
                let at = under.next_paragraph();
                self.push_with_lead(under, at, NodeKind::Principle, (&it.name, &it.text));
            }
            Block::Table(table) => self.table(table, under),
            Block::Box(panel) => self.panel(panel, under),
            Block::Picture(picture) => {
                under.pictures = under.pictures.saturating_add(1);
                let at = under.address.with_picture(under.pictures);
                self.push(under, at, NodeKind::Picture, picture.caption.clone());
            }
        }
    }

    fn section(&mut self, section: &Section, under: &mut Under) {
        under.sections = under.sections.saturating_add(1);
        // `load` refuses what stands deeper.
        let Some(address) = under.address.child(under.sections) else {
            return;
        };
        let (number, rank) = self.number(section, under);
        let domain = section.domain.clone().or_else(|| under.domain.clone());
        let place = Under::new(address, under.node, domain.clone());
        let node = match &section.text {
            Some(text) => {
                self.push_with_lead(&place, address, NodeKind::RunIn, (&section.title, text))
            }
            None => self.push(&place, address, NodeKind::Heading, section.title.clone()),
        };
        node.number = format!("{number}{}", numbering::gap(&number));
        let id = self.nodes.len() - 1;
        self.ranks.push((id, rank));
        let mut below = Under::new(address, Some(id), domain);
        below.number = number;
        self.blocks(&section.content, &mut below);
    }

    /// The number of a section as printed, and the rank of its style.
    fn number(&self, section: &Section, under: &mut Under) -> (String, Option<u8>) {
        if let Some(printed) = &section.number {
            let read = Style::read(printed);
            let rank = read.as_ref().map(|(style, _)| style.rank());
            if read.is_some() {
                under.last = read;
            }
            return (printed.clone(), rank);
        }
        let level = under.address.level();
        let following = under
            .last
            .take()
            .map(|(style, n)| (style, n.saturating_add(1)));
        let first = || Some((self.styles.get(level)?.clone()?, 1));
        let Some((style, n)) = following.or_else(first) else {
            return (String::new(), None);
        };
        let (number, rank) = (style.print(n, &under.number), style.rank());
        under.last = Some((style, n));
        (number, Some(rank))
    }

    fn task(&mut self, task: &Task, under: &mut Under) {
        let at = under.next_paragraph();
        let node = self.push_with_lead(under, at, NodeKind::Task, (&task.title, &task.text));
        node.detail = Detail::Task(task.kind, Box::new(task.duties.clone()));
    }

    fn panel(&mut self, panel: &Panel, under: &mut Under) {
        under.boxes = under.boxes.saturating_add(1);
        let address = under.address.with_box(under.boxes);
        let node = self.push(under, address, NodeKind::Box, panel.title.clone());
        if let Some(number) = &panel.number {
            node.number = format!("{number} ");
        }
        let mut inside = Under::new(address, Some(self.nodes.len() - 1), under.domain.clone());
        self.blocks(&panel.content, &mut inside);
    }

    fn table(&mut self, table: &Table, under: &mut Under) {
        under.tables = under.tables.saturating_add(1);
        let address = under.address.with_table(under.tables);
        if !table.caption.is_empty() {
            self.push(under, address, NodeKind::Table, table.caption.clone());
        }
        let rows = (1u16..).zip(table.rows.iter().zip(table.columns()));
        for (n, (cells, columns)) in rows {
            let mut row = Row {
                is_head: n <= table.head,
                cells: Vec::new(),
            };
            let mut text = Prose::default();
            for (cell, column) in cells.iter().zip(columns) {
                if !cell.text.is_empty() && !text.is_empty() {
                    text = text.followed_by(&Prose::plain(" "));
                }
                let start = text.reading().len();
                text = text.followed_by(&cell.text);
                row.cells.push(RowCell {
                    range: start..text.reading().len(),
                    column,
                    columns: cell.columns,
                    rows: cell.rows,
                });
            }
            let node = self.push(under, address.with_row(n), NodeKind::Row, text);
            node.detail = Detail::Row(row);
        }
        for (n, note) in (1..).zip(&table.notes) {
            self.push(under, address.with_note(n), NodeKind::Note, note.clone());
        }
    }
}

fn is_section(block: &Block) -> bool {
    matches!(block, Block::Section(_))
}
