//! Which parts are tasks, and who does them until when, with the words that say so: in the paragraph, on lines behind it, or
//! in a row of a table that assigns the same task.

use std::collections::{HashMap, HashSet};

use guihua_core::plan::{self as model, Citation, Due, Duty};

use super::ground::{Ground, quoted};
use super::{BySpot, Given, Spot, all_parts, dates, words};
use crate::document::{Content, Document};
use crate::findings::departments;
use crate::findings::task::{Basis, Task, divides_work};
use crate::marker;
use crate::text::{fold, has_any, is_stop, letters, tail, trim};

/// Headings below which measures are about the plan itself, so that a run-in heading is no task.
const SAFEGUARDS: &[&str] = &[
    "保障措施",
    "组织保障",
    "实施保障",
    "规划保障",
    "保障机制",
    "强化保障",
    "加强保障",
    "要素保障",
    "支撑保障",
    "保障支撑",
    "组织领导",
    "组织实施",
    "规划实施",
    "实施机制",
    "督导",
    "监督",
    "要求",
    "目标",
    "原则",
];

/// How many nodes behind a task may say who does it.
const BEHIND: usize = 8;

/// The tasks of all files.
#[derive(Default)]
pub(super) struct Duties {
    tasks: BySpot<model::Duties>,
    /// The rows that are tasks of their own: all of a table that is all of a document, and of others those for which the
    /// text has no task.
    rows: HashMap<(Spot, usize), model::Duties>,
    /// The column of the tasks of tables with such rows.
    columns: BySpot<usize>,
    /// How many rows of tables assign work.
    pub(super) assigned: usize,
    /// How many of them are tasks of the text.
    pub(super) joined: usize,
    /// How many of them are tasks of their own.
    pub(super) own: usize,
}

impl Duties {
    /// The tasks with what their own paragraphs say.
    pub(super) fn in_text(files: &[Given<'_>]) -> Self {
        let mut duties = Self::default();
        for (file, given) in files.iter().enumerate() {
            let document = &given.draft.document;
            if let ([_], true) = (files, is_table_alone(given)) {
                duties.take_rows(file, &given.draft.findings.tasks);
                continue;
            }
            let guarded = guarded(document);
            let texts = texts(document);
            for task in &given.draft.findings.tasks {
                let order = task.evidence.order;
                let is_task = match task.why {
                    Basis::Lead => true,
                    Basis::Heading => !guarded.contains(&order),
                    Basis::Row => false,
                };
                let spot = Spot { file, order };
                if let Some(text) = texts.get(&order).filter(|_| is_task) {
                    let own = task.duty.as_ref().map(|duty| within(duty, text));
                    duties.tasks.insert(spot, own.unwrap_or_default());
                }
            }
        }
        let known: HashSet<String> = duties.titles(files).into_keys().collect();
        duties.take_unknown(files, &known);
        duties
    }

    /// The rows of annexes for which a plan has no task, by what [`key`] makes of the titles of its tasks.
    pub(super) fn in_annexes(annexes: &[Given<'_>], known: &HashSet<String>) -> Self {
        let mut duties = Self::default();
        duties.take_unknown(annexes, known);
        duties
    }

    /// The titles of the tasks of the text.
    fn titles(&self, files: &[Given<'_>]) -> HashMap<String, Spot> {
        let mut titles = HashMap::new();
        for (file, given) in files.iter().enumerate() {
            for task in &given.draft.findings.tasks {
                let order = task.evidence.order;
                let spot = Spot { file, order };
                if self.tasks.contains_key(&spot) {
                    titles.entry(key(&task.title)).or_insert(spot);
                }
            }
        }
        titles
    }

    /// Takes rows as tasks that the text does not have, of tables whose heads leave no doubt.
    fn take_unknown(&mut self, files: &[Given<'_>], known: &HashSet<String>) {
        for (file, given) in files.iter().enumerate() {
            let divisions: HashSet<usize> = given
                .draft
                .document
                .parts()
                .filter(|part| matches!(&part.content, Content::Table(grid) if divides_work(grid)))
                .map(|part| part.order)
                .collect();
            let tasks = given.draft.findings.tasks.iter();
            let unknown = tasks.filter(|task| {
                let is_known = known.contains(&key(&task.title));
                task.why == Basis::Row && !is_known && divisions.contains(&task.evidence.order)
            });
            self.take_rows(file, unknown);
        }
    }

    pub(super) fn is_task(&self, spot: Spot) -> bool {
        self.tasks.contains_key(&spot)
    }

    pub(super) fn at(&self, spot: Spot) -> model::Duties {
        self.tasks.get(&spot).cloned().unwrap_or_default()
    }

    /// Takes the rows of tables as tasks.
    fn take_rows<'t>(&mut self, file: usize, tasks: impl IntoIterator<Item = &'t Task>) {
        for task in tasks {
            if let Some((row, column)) = task.evidence.cell {
                let order = task.evidence.order;
                let spot = Spot { file, order };
                self.columns.insert(spot, column);
                self.rows.insert((spot, row), model::Duties::default());
            }
        }
    }

    /// The column of the tasks of a table whose rows are tasks.
    pub(super) fn column(&self, spot: Spot) -> Option<usize> {
        self.columns.get(&spot).copied()
    }

    /// Who does the task that a row is; `None` if it is none.
    pub(super) fn of_row(&self, spot: Spot, row: usize) -> Option<model::Duties> {
        self.rows.get(&(spot, row)).cloned()
    }

    /// Whether a row is a task of its own.
    pub(super) fn has_row(&self, file: usize, task: &Task) -> bool {
        let order = task.evidence.order;
        let row = task.evidence.cell.map(|(row, _)| row);
        row.is_some_and(|row| self.rows.contains_key(&(Spot { file, order }, row)))
    }

    /// Adds what the cells of a row say that is a task of its own; they may be merged with those above.
    pub(super) fn place_row(&mut self, file: usize, task: &Task, ground: &Ground<'_>) {
        let (Some((row, _)), Some(duty)) = (task.evidence.cell, &task.duty) else {
            return;
        };
        let order = task.evidence.order;
        let spot = Spot { file, order };
        let Some(duties) = self.rows.get_mut(&(spot, row)) else {
            return;
        };
        let cite = |value: Option<&str>| {
            let value = words::one_line(value?);
            let rows = (0..=row).rev().take(MERGED);
            let mut nodes = rows.flat_map(|row| ground.nodes(spot, Some(row)));
            let cited = nodes.find_map(|id| ground.quoted(id, &value))?;
            Some((value, cited))
        };
        add(duties, each(duty).map(cite));
        let own = ground.nodes(spot, Some(row)).first().copied();
        let own = own.map(|id| ground.outline.node(id).address);
        for said in [&mut duties.lead, &mut duties.with].into_iter().flatten() {
            said.at = said.at.filter(|at| Some(*at) != own);
        }
        if let Some(due) = &mut duties.due {
            due.at = due.at.filter(|at| Some(*at) != own);
        }
    }

    /// Adds what lines behind the tasks and rows of tables say.
    pub(super) fn place(&mut self, files: &[Given<'_>], ground: &Ground<'_>) {
        let titles = self.titles(files);
        let is_alone = matches!(files, [given] if is_table_alone(given));
        for (file, given) in files.iter().enumerate() {
            for task in &given.draft.findings.tasks {
                let order = task.evidence.order;
                let spot = Spot { file, order };
                let own = self.tasks.get_mut(&spot).zip(task.duty.as_ref());
                if let Some((duties, duty)) = own {
                    behind(duties, duty, spot, ground);
                }
            }
        }
        for (file, given) in files.iter().enumerate() {
            let rows = given.draft.findings.tasks.iter();
            for task in rows.filter(|task| task.why == Basis::Row) {
                self.assigned += usize::from(!is_alone);
                let known = titles.get(&key(&task.title));
                if self.has_row(file, task) {
                    self.own += usize::from(!is_alone);
                    self.place_row(file, task, ground);
                } else if let Some(duties) = known.and_then(|spot| self.tasks.get_mut(spot)) {
                    self.joined += 1;
                    of_row(duties, task, file, ground);
                }
            }
        }
    }
}

/// The most rows that a merged cell reaches over.
const MERGED: usize = 100;

/// Whether a document is a table that assigns work, and nothing else that sets tasks.
fn is_table_alone(given: &Given<'_>) -> bool {
    let document = &given.draft.document;
    let tasks = &given.draft.findings.tasks;
    let has_headings = document.body.iter().any(|part| part.heading().is_some());
    !has_headings && !tasks.is_empty() && tasks.iter().all(|task| task.why == Basis::Row)
}

/// A title of a task for comparing: its first sentence, without number, signs and blanks.
pub(super) fn key(title: &str) -> String {
    let title = match marker::read(title) {
        Some((_, end)) => tail(title, end),
        None => title,
    };
    let first = title.split(|c| is_stop(c) || "；：;:\n".contains(c)).next();
    fold(first.unwrap_or(title))
}

/// The paragraphs of a document by their order; of a heading what runs into it.
fn texts(document: &Document) -> HashMap<usize, String> {
    let parts = all_parts(&document.body);
    let paragraphs = parts.into_iter().filter_map(|part| {
        let text = words::one_line(&part.paragraph()?.text);
        Some((part.order, text))
    });
    paragraphs.collect()
}

/// The parts that stand below headings of safeguards.
fn guarded(document: &Document) -> HashSet<usize> {
    let mut path: Vec<(u8, bool)> = Vec::new();
    let mut found = HashSet::new();
    for part in &document.body {
        if let Content::Heading(heading) = &part.content {
            path.retain(|(depth, _)| *depth < heading.depth);
            let is_guarded = has_any(&heading.title, SAFEGUARDS) || heading.title == "保障";
            path.push((heading.depth, is_guarded));
        }
        if path.iter().any(|(_, is_guarded)| *is_guarded) {
            found.insert(part.order);
        }
    }
    found
}

/// The three things that are said of a task, with the words of each.
fn each(duty: &departments::Duty) -> [Option<&str>; 3] {
    [
        duty.lead.as_deref(),
        duty.with.as_deref(),
        duty.due.as_deref(),
    ]
}

/// What a paragraph says of itself.
fn within(duty: &departments::Duty, text: &str) -> model::Duties {
    let clause = |value: Option<&str>| {
        let value = words::one_line(value?);
        let clause = clause(&words::one_line(&duty.quote), &value)?;
        text.contains(&clause).then_some((value, clause))
    };
    let [lead, with, due] = each(duty).map(clause);
    model::Duties {
        lead: lead.and_then(|(value, quote)| duty_of(&value, quote, None)),
        with: with.and_then(|(value, quote)| duty_of(&value, quote, None)),
        due: due.map(|(value, quote)| due_of(&value, quote, None)),
    }
}

/// The clause of a text that ends with a value: 牵头单位：甲局.
fn clause(text: &str, value: &str) -> Option<String> {
    let at = text.find(value)?;
    let before = text.get(..at)?;
    let start = before
        .char_indices()
        .rev()
        .find(|(_, c)| "（(；;。，".contains(*c))
        .map_or(0, |(at, c)| at + c.len_utf8());
    let clause = text.get(start..at + value.len())?;
    // What opens before all of it closes behind what is quoted.
    let clause = clause.trim_start_matches(['〔', '[', '［', '【']);
    Some(trim(clause).to_owned()).filter(|clause| !clause.is_empty())
}

/// What the lines behind a task say: each says one thing.
fn behind(duties: &mut model::Duties, duty: &departments::Duty, spot: Spot, ground: &Ground<'_>) {
    let Some(first) = ground.nodes(spot, None).last().copied() else {
        return;
    };
    let nodes = ground.from(first).iter().take(BEHIND);
    let lines: Vec<String> = duty.quote.lines().map(words::one_line).collect();
    let cite = |value: Option<&str>| {
        let value = words::one_line(value?);
        let line = lines.iter().find(|line| line.contains(&value))?;
        let mut nodes = nodes.clone();
        let node = nodes.find(|node| node.prose.reading().contains(line.as_str()))?;
        Some((value, quoted(node, line)?))
    };
    add(duties, each(duty).map(cite));
}

/// What a row of a table says of a task that the text has.
pub(super) fn of_row(duties: &mut model::Duties, task: &Task, file: usize, ground: &Ground<'_>) {
    let Some(duty) = &task.duty else { return };
    let spot = Spot {
        file,
        order: task.evidence.order,
    };
    let row = task.evidence.cell.map(|(row, _)| row);
    let node = ground.nodes(spot, row).first().copied();
    let Some(node) = node.map(|id| ground.outline.node(id)) else {
        return;
    };
    let cite = |value: Option<&str>| {
        let value = words::one_line(value?);
        let cited = quoted(node, &value)?;
        Some((value, cited))
    };
    add(duties, each(duty).map(cite));
}

/// Adds what is not said yet: each value with the words that say it.
fn add(duties: &mut model::Duties, [lead, with, due]: [Option<(String, Citation)>; 3]) {
    let duty = |said: Option<(String, Citation)>| {
        let (value, it) = said?;
        duty_of(&value, it.quote, Some(it.at))
    };
    duties.lead = duties.lead.take().or_else(|| duty(lead));
    duties.with = duties.with.take().or_else(|| duty(with));
    let until = || due.map(|(value, it)| due_of(&value, it.quote, Some(it.at)));
    duties.due = duties.due.take().or_else(until);
}

/// The departments that a value lists.
fn duty_of(value: &str, quote: String, at: Option<model::Address>) -> Option<Duty> {
    let names: Vec<String> = listed(value)
        .filter(|name| letters(name) >= 2 && quote.contains(name))
        .map(str::to_owned)
        .collect();
    (!names.is_empty()).then_some(Duty { names, quote, at })
}

/// The names of a list, of which those in brackets belong to what they stand in: 各县〔市、区〕政府.
fn listed(value: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_i32;
    let parts = value.split(move |c: char| {
        depth += i32::from("（(〔［[".contains(c)) - i32::from("）)〕］]".contains(c));
        depth <= 0 && "、，,；; ".contains(c)
    });
    parts.map(trim)
}

fn due_of(value: &str, quote: String, at: Option<model::Address>) -> Due {
    Due {
        date: dates::partial(value),
        quote,
        at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Part;

    #[test]
    fn a_clause_ends_with_its_value() {
        let text = "（牵头单位：县水务局；完成时限：2024年底）";
        assert_eq!(
            clause(text, "县水务局").as_deref(),
            Some("牵头单位：县水务局")
        );
        assert_eq!(
            clause(text, "2024年底").as_deref(),
            Some("完成时限：2024年底")
        );
        assert_eq!(clause(text, "县财政局"), None);
        assert_eq!(
            clause("〔县水务局牵头〕", "县水务局").as_deref(),
            Some("县水务局")
        );
    }

    #[test]
    fn departments_are_listed_as_printed() {
        let quote = "责任单位：县教育局、各乡镇人民政府".to_owned();
        let duty = duty_of("县教育局、各乡镇人民政府", quote, None);
        assert_eq!(duty.map(|it| it.names.len()), Some(2));
        let value = "市水利局，各县〔市、区〕人民政府";
        let duty = duty_of(value, value.to_owned(), None);
        assert_eq!(duty.map(|it| it.names.len()), Some(2));
    }

    #[test]
    fn paragraphs_of_a_part_are_kept_by_order() {
        let part = Part {
            order: 3,
            place: crate::source::Place::default(),
            content: Content::Paragraph(crate::document::Paragraph {
                text: "甲\n乙".to_owned(),
                ..crate::document::Paragraph::default()
            }),
        };
        let document = Document {
            body: vec![part],
            ..Document::default()
        };
        assert_eq!(texts(&document).get(&3).map(String::as_str), Some("甲乙"));
    }
}
