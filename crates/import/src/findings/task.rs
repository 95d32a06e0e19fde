//! Tasks: paragraphs with a lead sentence in sections of tasks, and rows of tables that assign work.

use crate::document::{Content, Document, Grid, MadeOf, Part};
use crate::grammar::heads::{self, Column};
use crate::text::{cut, has_any, head, is_stop, letters, trim};

use super::context::{Surrounded, View};
use super::departments::{self, Duty};
use super::grid::{head as column_head, spread};
use super::target::Evidence;

/// A proposed task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Its lead sentence, or the title of its heading.
    pub title: String,
    /// The responsible departments and the deadline, if stated.
    pub duty: Option<Duty>,
    /// Where it stands.
    pub evidence: Evidence,
    /// Why it was proposed.
    pub why: Basis,
}

/// Why a paragraph or row was taken for a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Its lead sentence, in a section of tasks.
    Lead,
    /// The heading on the same line.
    Heading,
    /// A row of a table that assigns work.
    Row,
}

impl Basis {
    /// The reason in words.
    pub fn label(self) -> &'static str {
        match self {
            Self::Lead => "任务部分段落的首句",
            Self::Heading => "段首标题",
            Self::Row => "分工表的一行",
        }
    }
}

/// Headings of sections without tasks.
const OTHERS: &[&str] = &[
    "指导思想",
    "原则",
    "总体要求",
    "思路",
    "依据",
    "范围",
    "期限",
    "附则",
    "定位",
    "理念",
    "适用",
    "名词解释",
    "愿景",
];

/// The tasks of a document.
pub(crate) fn all(document: &Document, paragraphs: &[Surrounded]) -> Vec<Task> {
    let mut found = Vec::new();
    for (at, around) in paragraphs.iter().enumerate() {
        if let Some(duty) = departments::on_a_line(around.text) {
            let last: Option<&mut Task> = found.last_mut();
            if let Some(task) = last {
                task.duty.get_or_insert_default().join(duty);
            }
            continue;
        }
        let titled = at
            .checked_sub(1)
            .and_then(|n| paragraphs.get(n))
            .filter(|p| p.part.order == around.part.order)
            .and_then(|p| p.part.heading());
        found.extend(of_paragraph(around, titled.map(|h| h.title.as_str())));
    }
    document.parts().for_each(|part| of_table(part, &mut found));
    found
}

fn of_paragraph(around: &Surrounded, heading: Option<&str>) -> Option<Task> {
    let told = around.view == View::Tasks
        && around.part.paragraph().is_some()
        && !has_any(around.title, OTHERS);
    let lead = around
        .text
        .find(is_stop)
        .map(|at| head(around.text, at + "。".len()))?;
    let introduces = trim(around.text).ends_with(['：', ':']);
    if !told || introduces || (heading.is_none() && letters(lead) > 120) {
        return None;
    }
    let title = heading.unwrap_or(lead.trim_end_matches(is_stop)).to_owned();
    let end = around
        .cuts
        .iter()
        .copied()
        .find(|c| *c > 0)
        .unwrap_or(around.text.len());
    let quote = cut(around.text, 0, lead.len().min(end)).to_owned();
    let evidence = Evidence {
        order: around.part.order,
        place: around.part.place,
        quote,
        cell: None,
    };
    let why = if heading.is_some() {
        Basis::Heading
    } else {
        Basis::Lead
    };
    Some(Task {
        title,
        duty: departments::in_brackets(around.text),
        evidence,
        why,
    })
}

fn of_table(part: &Part, found: &mut Vec<Task>) {
    match &part.content {
        Content::Table(grid) => found.extend(rows(part, grid)),
        Content::Box(panel) => panel.parts.iter().for_each(|part| of_table(part, found)),
        _ => {}
    }
}

/// The row that is the head of a table which assigns work.
pub(super) fn head_row(texts: &[Vec<String>]) -> Option<usize> {
    (0..texts.len().min(4)).find(|row| {
        let columns = columns(texts, *row);
        heads::make_a_table(&columns) && columns.contains(&Some(Column::Task))
    })
}

/// What the columns are called in a row.
fn columns(texts: &[Vec<String>], row: usize) -> Vec<Option<Column>> {
    let width = texts.first().map_or(0, Vec::len);
    let head = |column| {
        texts
            .get(row..=row)
            .and_then(|rows| column_head(rows, column))
    };
    (0..width).map(head).collect()
}

/// The tasks of a table that assigns work.
fn rows(part: &Part, grid: &Grid) -> Vec<Task> {
    let texts = spread(&grid.table);
    let Some(first) = head_row(&texts).filter(|_| grid.made_of != MadeOf::Columns) else {
        return Vec::new();
    };
    let kinds = columns(&texts, first);
    let cell = |row: &[String], kind: Column| {
        let at = kinds.iter().position(|k| *k == Some(kind))?;
        row.get(at)
            .map(|t| t.replace('\n', ""))
            .filter(|t| !t.is_empty())
    };
    let task = |(at, row): (usize, &Vec<String>)| {
        let title = cell(row, Column::Task)?;
        let quote = row
            .iter()
            .filter(|t| !t.is_empty())
            .cloned()
            .collect::<Vec<_>>()
            .join(" ");
        let duty = Duty {
            lead: cell(row, Column::Lead),
            with: cell(row, Column::With),
            due: cell(row, Column::Due),
            quote: quote.clone(),
        };
        let column = kinds.iter().position(|k| *k == Some(Column::Task))?;
        let place = grid
            .table
            .rows
            .get(at)
            .and_then(|r| r.first())
            .map_or(part.place, |c| c.place);
        Some(Task {
            title,
            duty: Some(duty),
            evidence: Evidence {
                order: part.order,
                place,
                quote,
                cell: Some((at, column)),
            },
            why: Basis::Row,
        })
    };
    texts
        .iter()
        .enumerate()
        .skip(first + 1)
        .filter_map(task)
        .collect()
}
