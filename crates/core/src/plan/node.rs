//! The nodes of an outline: one heading, paragraph or row of a table each.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Address, Domain, Duties, Prose, Supplied, TaskKind, sentences};
use crate::words::{say, tr};

/// The index of a node in an [`Outline`](super::Outline).
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
    /// A heading.
    Heading,
    /// A heading that runs into its text.
    RunIn,
    /// A paragraph of plain text.
    Paragraph,
    /// A principle (原则).
    Principle,
    /// A task (任务) or a project (项目).
    Task,
    /// The title of a box (专栏).
    Box,
    /// The caption of a table (表).
    Table,
    /// A row of a table.
    Row,
    /// A note below a table.
    Note,
    /// A place where a picture stood, with its caption.
    Picture,
    /// The line that names the attachments.
    #[serde(rename = "attachment")]
    AttachmentLine,
    /// The title of an attachment (附件).
    AttachmentTitle,
}

impl NodeKind {
    /// Whether the node is a heading and nothing else.
    pub fn is_heading(self) -> bool {
        matches!(
            self,
            Self::NoticeTitle | Self::PlanTitle | Self::Heading | Self::AttachmentTitle
        )
    }
}

/// One heading, paragraph or row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Where it stands.
    pub address: Address,
    /// What it is.
    pub kind: NodeKind,
    /// What is set before it: a heading's number (`三、`, `2. `), the label of a particular; empty for most paragraphs.
    pub number: String,
    /// Its text without the number; lead and rest together, the cells of a row with a space between them.
    pub prose: Prose,
    /// The length in bytes of the lead sentence within the reading; 0 where there is none.
    pub lead: usize,
    /// Of a heading, the rank of its style of number among those of its document, from 1, so that a level that is skipped
    /// stays a skip; without a number, one more than the heading above. 0 for what is no numbered heading.
    pub depth: u8,
    /// The heading or the box that it stands under.
    pub parent: Option<NodeId>,
    /// The domain of the section that it stands in.
    pub domain: Option<Domain>,
    /// What only some kinds have.
    pub detail: Detail,
    /// The places of its text where a reading is open, in the order of the plan.
    pub open: Vec<OpenPlace>,
}

/// Words of a node whose reading is open (存疑).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenPlace {
    /// The words in bytes of the node's reading.
    pub words: Range<usize>,
    /// What seems lost, and the possible readings.
    pub note: String,
}

/// What only some kinds of nodes have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Detail {
    /// Nothing.
    #[default]
    None,
    /// Of a task.
    Task(TaskKind, Box<Duties>),
    /// Of a row of a table.
    Row(Row),
}

/// A row of a table: its cells within the reading of the node.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Whether it belongs to the head of the table.
    pub is_head: bool,
    /// The cells that begin in it, from left to right.
    pub cells: Vec<RowCell>,
}

/// A cell of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowCell {
    /// Its text in bytes of the node's reading.
    pub range: Range<usize>,
    /// Its first column, from 0.
    pub column: u16,
    /// How many columns it spans.
    pub columns: u16,
    /// How many rows it spans.
    pub rows: u16,
}

impl OpenPlace {
    /// Whether it shares bytes with a part of the reading.
    pub fn meets(&self, part: &Range<usize>) -> bool {
        self.words.start < part.end && part.start < self.words.end
    }
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

    /// The depth in the table of contents, from 0; `None` for what is not listed there.
    pub fn toc_depth(&self) -> Option<u8> {
        match self.kind {
            NodeKind::NoticeTitle
            | NodeKind::PlanTitle
            | NodeKind::AttachmentLine
            | NodeKind::AttachmentTitle => Some(0),
            NodeKind::Heading | NodeKind::RunIn => Some(self.depth.saturating_sub(1)),
            _ => None,
        }
    }

    /// Whether an open place only explains candidates that the text names; elsewhere the text stands as published.
    pub fn explains_candidates(&self, place: &OpenPlace) -> bool {
        let mut uncertain = self.prose.uncertain();
        uncertain.any(|supplied| supplied.meets(&place.words))
    }

    /// What a reader is told below the text: the note on each open place, and the candidates that no note explains.
    pub fn doubts(&self) -> Vec<String> {
        self.doubts_in(&(0..self.prose.reading().len()))
    }

    /// The same of a part of the text.
    pub fn doubts_in(&self, part: &Range<usize>) -> Vec<String> {
        let open = self.open.iter().filter(|it| it.meets(part));
        let mut doubts: Vec<String> = open
            .map(|open| say!("存疑：{note}", note = open.note))
            .collect();
        let is_bare =
            |it: &&Supplied| it.meets(part) && !self.open.iter().any(|open| open.meets(&it.range));
        doubts.extend(self.prose.uncertain().filter(is_bare).map(|supplied| {
            let candidates = self.prose.candidates(supplied);
            let candidates: Vec<String> = candidates.map(|it| format!("“{it}”")).collect();
            let candidates = candidates.join(tr("或"));
            say!("存疑：此处脱字，可能是{candidates}", candidates)
        }));
        doubts
    }

    /// Whether it stands for a picture without a caption, so that it has no words at all.
    pub fn is_bare_picture(&self) -> bool {
        self.kind == NodeKind::Picture && self.prose.is_empty()
    }

    /// Its cells, if it is a row of a table.
    pub fn row(&self) -> Option<&Row> {
        match &self.detail {
            Detail::Row(row) => Some(row),
            _ => None,
        }
    }

    /// Who does it and until when, if it is a task of which the plan says so.
    pub fn duties(&self) -> Option<&Duties> {
        match &self.detail {
            Detail::Task(_, duties) => Some(duties),
            _ => None,
        }
    }

    /// What kind of task it is, if it is one.
    pub fn task_kind(&self) -> Option<TaskKind> {
        match &self.detail {
            Detail::Task(kind, _) => Some(*kind),
            _ => None,
        }
    }

    /// The bytes of the reading that an address within the node names: a sentence, a cell, or all. `None` if there is no such
    /// part.
    pub fn part(&self, at: Address) -> Option<Range<usize>> {
        let reading = self.prose.reading();
        if let Some(n) = at.sentence() {
            return sentences(reading).get(usize::from(n) - 1).cloned();
        }
        if let Some(column) = at.column() {
            let cells = self.row()?.cells.iter();
            let mut holding = cells
                .filter(|cell| (cell.column..cell.column + cell.columns).contains(&(column - 1)));
            return holding.next().map(|cell| cell.range.clone());
        }
        Some(0..reading.len())
    }

    /// What it consists of, in bytes of its reading: the written cells of a row, the sentences of any other node.
    pub fn parts(&self) -> Vec<Range<usize>> {
        match self.row() {
            Some(row) => {
                let cells = row.cells.iter().map(|cell| cell.range.clone());
                cells.filter(|range| !range.is_empty()).collect()
            }
            None => sentences(self.prose.reading()),
        }
    }

    /// The address of a range of the reading: of its sentence or cell, if it is exactly one; else of the node.
    pub fn address_of(&self, part: &Range<usize>) -> Address {
        if let Some(row) = self.row() {
            let cell = row.cells.iter().find(|cell| cell.range == *part);
            return cell.map_or(self.address, |cell| {
                self.address.with_column(cell.column.saturating_add(1))
            });
        }
        let sentences = sentences(self.prose.reading());
        let found = sentences.iter().position(|sentence| sentence == part);
        // What can't be counted in an address can't be named.
        let number = found.and_then(|n| u16::try_from(n + 1).ok());
        number.map_or(self.address, |n| self.address.with_sentence(n))
    }

    /// The addresses of the sentences in which bytes of the reading stand.
    pub fn sentences_with(&self, words: &Range<usize>) -> Vec<Address> {
        let all = sentences(self.prose.reading());
        let met =
            |sentence: &Range<usize>| sentence.start < words.end && words.start < sentence.end;
        // What can't be counted in an address can't be named.
        let numbers = (1..=u16::MAX)
            .zip(all)
            .filter(|(_, sentence)| met(sentence));
        numbers
            .map(|(n, _)| self.address.with_sentence(n))
            .collect()
    }
}
