//! Tasks: paragraphs with a lead sentence in sections of tasks, and rows of tables that assign work.

use crate::document::{Content, Document, Grid, MadeOf, Part};
use crate::grammar::heads::{self, Column};
use crate::marker::{self, Style};
use crate::text::{cut, has_any, head, is_stop, letters, trim};

use super::context::{Room, Surrounded};
use super::departments::{self, Duty};
use super::grid::{head as column_head, is_title, spread};
use super::imperative;
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

/// The most letters of a lead sentence.
const LONGEST: usize = 200;

/// The tasks of a document.
pub(crate) fn all(document: &Document, paragraphs: &[Surrounded]) -> Vec<Task> {
    let mut found: Vec<Task> = Vec::new();
    // The task of the section that is being read, which lines behind it may speak of.
    let mut is_open = false;
    for (at, around) in paragraphs.iter().enumerate() {
        if let Some(duty) = departments::on_a_line(around.text) {
            if let Some(task) = found.last_mut().filter(|_| is_open) {
                task.duty.get_or_insert_default().join(duty);
            }
            continue;
        }
        is_open &= around.part.heading().is_none();
        let before = at.checked_sub(1).and_then(|n| paragraphs.get(n));
        let titled = before
            .filter(|p| p.part.order == around.part.order)
            .and_then(|p| p.part.heading());
        let next = paragraphs.get(at + 1);
        let is_assigned = next.is_some_and(|it| departments::on_a_line(it.text).is_some());
        let title = titled.map(|heading| heading.title.as_str());
        if let Some(task) = of_paragraph(around, title, is_assigned) {
            found.push(task);
            is_open = true;
        }
    }
    document.parts().for_each(|part| of_table(part, &mut found));
    found
}

/// The task that a paragraph sets: its lead sentence is one, or it says who has to do it. `heading` is the one that it runs
/// into; `is_assigned` says whether the next line names who does it.
fn of_paragraph(around: &Surrounded, heading: Option<&str>, is_assigned: bool) -> Option<Task> {
    if around.room != Room::Tasks || around.part.paragraph().is_none() {
        return None;
    }
    let (stop, sign) = around.text.char_indices().find(|(_, c)| is_stop(*c))?;
    let lead = head(around.text, stop + sign.len_utf8());
    let introduces = trim(around.text).ends_with(['：', ':']);
    if introduces || (heading.is_none() && letters(lead) > LONGEST) {
        return None;
    }
    let duty = departments::in_brackets(around.text);
    let duty = duty.or_else(|| departments::at_the_end(around.text));
    // 实施绿化行动。森林是…… sets a task by its heading, whatever its first sentence says.
    let orders = imperative::is_task(lead) || heading.is_some_and(imperative::is_task);
    if duty.is_none() && !is_assigned && !orders {
        return None;
    }
    let title = heading.unwrap_or(lead.trim_end_matches(is_stop)).to_owned();
    let mut cuts = around.cuts.iter().copied();
    let end = cuts.find(|c| *c > 0).unwrap_or(around.text.len());
    let evidence = Evidence {
        order: around.part.order,
        place: around.part.place,
        quote: cut(around.text, 0, lead.len().min(end)).to_owned(),
        cell: None,
    };
    let why = match heading {
        Some(_) => Basis::Heading,
        None => Basis::Lead,
    };
    Some(Task {
        title,
        duty,
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

/// Whether a table divides work and no more: its tasks stand before those who do them, under a head that says so.
pub(crate) fn divides_work(grid: &Grid) -> bool {
    let texts = spread(&grid.table);
    let Some(first) = head_row(&texts).filter(|_| grid.made_of != MadeOf::Columns) else {
        return false;
    };
    let kinds = columns(&texts, first);
    let place = |is: fn(&Column) -> bool| kinds.iter().position(|it| it.as_ref().is_some_and(is));
    let task = place(|it| *it == Column::Task);
    let who = place(|it| matches!(it, Column::Lead | Column::With));
    let head = |column: usize| texts.get(first)?.get(column);
    let says_so = |text: &String| has_any(text, &["任务", "工作", "举措", "措施", "事项"]);
    task.zip(who).is_some_and(|(task, who)| task < who) && task.and_then(head).is_some_and(says_so)
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

/// The column of the tasks: the first one, but the last one where the first only names groups of them.
fn task_column(kinds: &[Option<Column>], rows: &[Vec<String>]) -> Option<usize> {
    let is_task = |kind: &Option<Column>| *kind == Some(Column::Task);
    let first = kinds.iter().position(is_task)?;
    let last = kinds.iter().rposition(is_task)?;
    let of = |row: usize| Some(rows.get(row)?.get(first)?.as_str());
    let groups = (1..rows.len()).any(|row| {
        let is_same = of(row).is_some_and(|text| !text.is_empty()) && of(row - 1) == of(row);
        is_same && !rows.get(row).is_some_and(|row| is_title(row))
    });
    Some(if groups { last } else { first })
}

/// Whether a row names a group of tasks: it is one cell, or has a title and no more.
fn names_a_group(row: &[String]) -> bool {
    let mut filled = row.iter().filter(|text| !text.is_empty());
    let is_heading = |text: &String| {
        let read = marker::read(text);
        read.is_some_and(|(it, _)| it.style.rank() <= Style::HanBrackets.rank())
    };
    is_title(row) || filled.next().is_some_and(is_heading) && filled.next().is_none()
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
    let below = texts.get(first + 1..).unwrap_or_default();
    let Some(main) = task_column(&kinds, below) else {
        return Vec::new();
    };
    let task = |(at, row): (usize, &Vec<String>)| {
        let title = row.get(main).map(|it| it.replace('\n', ""))?;
        if title.is_empty() || names_a_group(row) {
            return None;
        }
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
                cell: Some((at, main)),
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
