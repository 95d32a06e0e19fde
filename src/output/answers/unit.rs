//! A unit of text: one heading or paragraph of the document, as rows and lines carry it.

use schemars::JsonSchema;
use serde::Serialize;

use super::reading::{self, Notes};
use crate::plan::{Address, Domain, Duties, Node, NodeKind, RowCell, TaskKind};

/// One heading or paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Unit<'a> {
    /// Where it stands.
    pub address: Address,
    /// What it is.
    pub kind: NodeKind,
    /// The number printed before it: `三、`, `（一）`, `2.`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<&'a str>,
    /// Of a heading, the rank of its style of number in the document, from 1: a level that is skipped stays a skip.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub depth: Option<u8>,
    /// Of a row of a table, its cells from left to right.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cells: Vec<Cell<'a>>,
    /// Of a task, whether it is a project.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "TaskKind")]
    pub task: Option<TaskKind>,
    /// Of a task, who does it and until when.
    #[serde(flatten)]
    pub duties: Option<&'a Duties>,
    /// The domain of the section that it stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub domain: Option<&'a Domain>,
    /// The text of a heading, the lead sentence of a task, safeguard or principle without its full stop, or the label of
    /// a particular; other paragraphs have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<&'a str>,
    /// The restored text, lead sentence included, without the number. Empty for a particular that the page leaves empty.
    pub text: &'a str,
    /// The text as published: without the characters that an editor supplied.
    pub published: String,
    /// What was supplied in the restored text and where its reading is open.
    #[serde(flatten)]
    pub notes: Notes<'a>,
}

/// A cell of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Cell<'a> {
    /// Where it stands.
    pub address: Address,
    /// What stands in it; may be empty.
    pub text: &'a str,
    /// How many columns it spans.
    pub columns: u16,
    /// How many rows it spans.
    pub rows: u16,
    /// Whether it belongs to the head of the table.
    pub head: bool,
}

fn cells(node: &Node) -> Vec<Cell<'_>> {
    let Some(row) = node.row() else {
        return Vec::new();
    };
    let cell = |cell: &RowCell| Cell {
        address: node.address.with_column(cell.column + 1),
        text: node
            .prose
            .reading()
            .get(cell.range.clone())
            .unwrap_or_default(),
        columns: cell.columns,
        rows: cell.rows,
        head: row.is_head,
    };
    row.cells.iter().map(cell).collect()
}

impl<'a> Unit<'a> {
    /// The unit of a node.
    pub fn of(node: &'a Node) -> Self {
        let number = node.number.trim_end();
        let is_field = node.kind == NodeKind::Field;
        let title = if is_field {
            Some(number.trim_end_matches('：'))
        } else {
            (node.kind.is_heading() || node.lead > 0).then(|| node.title())
        };
        Self {
            address: node.address,
            kind: node.kind,
            number: Some(number).filter(|number| !number.is_empty() && !is_field),
            depth: Some(node.depth).filter(|depth| *depth > 0),
            cells: cells(node),
            task: node.task_kind(),
            duties: node.duties(),
            domain: node.domain.as_ref(),
            title,
            text: node.prose.reading(),
            published: node.prose.as_published(),
            notes: reading::notes(node, &(0..node.prose.reading().len())),
        }
    }
}
