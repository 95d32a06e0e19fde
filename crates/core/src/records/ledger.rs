//! Reads a file of records one by one: a faulty record is reported with its place and skipped alone.

use std::collections::HashSet;
use std::ops::Range;

use super::check::{self, Side};
use super::decode::record;
use super::model::Record;
use super::pieces::{self, Piece, Pieces};
use crate::load::place::Place;
use crate::load::yaml::{self, Tree, Value};
use crate::load::{Problem, Problems, brief, reader};
use crate::plan::Plan;
use crate::words::{say, tr};

/// Reading stops after this many problems.
const MOST_FAULTY: usize = 1000;

/// A record and its place in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The record.
    pub record: Record,
    /// The line on which it begins, from 1.
    pub line: usize,
    /// Its lines, from 0; `None` where items do not have lines of their own.
    pub(super) lines: Option<Range<usize>>,
}

/// The contents of a file of records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// The records, in the order of the file.
    pub entries: Vec<Entry>,
    /// The problems of skipped records, in the order of the file.
    pub faulty: Vec<Problem>,
    /// How many of the last records were added together; 0 without records.
    pub batch: usize,
    pub(super) shape: Shape,
}

/// The layout of a file, which decides whether it can be edited.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shape {
    /// Nothing, or comments only.
    #[default]
    Empty,
    /// An empty list in brackets, or `null`.
    EmptyValue,
    /// Items on lines of their own, with `indent` blanks before each dash; `end` is the line of `...` behind them.
    Items { indent: usize, end: Option<usize> },
    /// A list in brackets, as in JSON.
    Brackets,
    /// No list of records.
    Other,
}

impl Ledger {
    /// The records alone.
    pub fn records(self) -> Vec<Record> {
        self.entries.into_iter().map(|entry| entry.record).collect()
    }

    /// The entries that undo removes.
    pub(super) fn last_added(&self) -> &[Entry] {
        let first = self.entries.len().saturating_sub(self.batch);
        self.entries.get(first..).unwrap_or_default()
    }
}

/// Reads a file of records about `plan`; any fault is an error.
pub fn load(text: &str, plan: &Plan, side: Side) -> Result<Ledger, Problems> {
    let ledger = survey(text, plan, side);
    if ledger.faulty.is_empty() {
        return Ok(ledger);
    }
    Err(Problems::of(ledger.faulty).sorted())
}

/// Reads a file of records about `plan`; faulty records are reported in [`Ledger::faulty`] and skipped.
pub fn survey(text: &str, plan: &Plan, side: Side) -> Ledger {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reading = Reading::default();
    let (shape, batches) = reading.file(text);
    reading.check(plan, side);
    let batch = reading.batch(&batches);
    reading
        .faulty
        .sort_by_key(|problem| (problem.line, problem.column));
    let entries = reading.entries.into_iter().map(|(_, entry)| entry);
    Ledger {
        entries: entries.collect(),
        faulty: reading.faulty,
        batch,
        shape,
    }
}

/// A file that is being read.
#[derive(Default)]
struct Reading {
    entries: Vec<(Place, Entry)>,
    faulty: Vec<Problem>,
}

impl Reading {
    /// Reads the file; returns its layout and its batches as in [`Pieces::batches`].
    fn file(&mut self, text: &str) -> (Shape, Vec<(usize, usize)>) {
        let Some(first) = pieces::first_content(text) else {
            return (Shape::Empty, Vec::new());
        };
        if !pieces::is_item(first) {
            let mut problems = Problems::default();
            let tree = yaml::parse(text, &mut problems);
            let tree = tree.filter(|_| problems.is_empty());
            if let Some(shape) = tree.and_then(|tree| self.value(&tree)) {
                return (shape, Vec::new());
            }
        }
        let pieces = pieces::cut(text);
        if !pieces.parts.iter().any(|piece| piece.is_item) {
            self.faulty.push(no_list(text));
            return (Shape::Other, Vec::new());
        }
        self.pieces(text, &pieces);
        let Pieces {
            indent,
            end,
            batches,
            ..
        } = pieces;
        (Shape::Items { indent, end }, batches)
    }

    /// Reads a file that is one value: a list in brackets, or nothing.
    fn value(&mut self, tree: &Tree) -> Option<Shape> {
        match &tree.value {
            Value::Nothing => Some(Shape::EmptyValue),
            Value::List(items) if items.is_empty() => Some(Shape::EmptyValue),
            Value::List(items) => {
                for item in items {
                    let mut problems = Problems::default();
                    let record = record(item, &mut problems);
                    self.take(item.place, record, &problems, None);
                }
                Some(Shape::Brackets)
            }
            _ => None,
        }
    }

    fn pieces(&mut self, text: &str, pieces: &Pieces) {
        for piece in &pieces.parts {
            if self.faulty.len() >= MOST_FAULTY {
                self.faulty.push(stopped(piece.lines.start + 1));
                return;
            }
            let body = text.get(piece.at.clone()).unwrap_or_default();
            if piece.is_item {
                self.item(piece, body);
            } else {
                self.stray(piece, body);
            }
        }
    }

    /// Reads one record. One in braces that is complete on its first line ends there.
    fn item(&mut self, piece: &Piece, body: &str) {
        if body.trim() == "-" {
            self.faulty
                .extend(unfinished(body).map(|problem| moved(problem, piece.lines.start)));
            return;
        }
        let mut lines = pieces::lines(body.as_bytes());
        let first = lines.next().map_or(body.len(), |line| line.body.end);
        let second = lines.next().map(|line| line.body.start);
        let is_braced = body.trim_start_matches(['-', ' ', '\t']).starts_with('{');
        if let (true, Some(second)) = (is_braced, second)
            && let (Some(head), Some(rest)) = (body.get(..first), body.get(second..))
            && let Ok(item) = parsed(head)
        {
            let mut piece = piece.clone();
            self.record(&item, piece.lines.start..piece.lines.start + 1);
            piece.lines.start += 1;
            if !rest.trim_start().starts_with('#') {
                self.stray(&piece, rest);
            }
            return;
        }
        match parsed(body) {
            Ok(item) => self.record(&item, piece.lines.clone()),
            Err(problem) => {
                let problem = unfinished(body).unwrap_or(problem);
                self.faulty.push(moved(problem, piece.lines.start));
            }
        }
    }

    fn record(&mut self, item: &Tree, lines: Range<usize>) {
        let mut problems = Problems::default();
        let record = record(item, &mut problems);
        let place = Place {
            line: item.place.line + lines.start,
            ..item.place
        };
        self.take(place, record, &problems, Some(lines));
    }

    fn take(
        &mut self,
        place: Place,
        record: Option<Record>,
        problems: &Problems,
        lines: Option<Range<usize>>,
    ) {
        let before = lines.as_ref().map_or(0, |lines| lines.start);
        match record.filter(|_| problems.is_empty()) {
            Some(record) => {
                let line = place.line;
                self.entries.push((
                    place,
                    Entry {
                        record,
                        line,
                        lines,
                    },
                ));
            }
            None => self.faulty.extend(
                problems
                    .iter()
                    .map(|problem| moved(problem.clone(), before)),
            ),
        }
    }

    /// Reports a piece that belongs to no record.
    fn stray(&mut self, piece: &Piece, body: &str) {
        let is_control = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r');
        let mut problems = Problems::default();
        if body.contains(is_control) {
            // The problems of control characters are more precise.
            yaml::parse(body, &mut problems);
        }
        let first = problems.iter().next().cloned();
        let what = not_utf8(body).or(first).unwrap_or_else(|| stray(body));
        self.faulty.push(moved(what, piece.lines.start));
    }

    /// Checks the records against the plan and each other, and removes faulty ones; after very many all that follow.
    fn check(&mut self, plan: &Plan, side: Side) {
        let records: Vec<(Place, Record)> = self
            .entries
            .iter()
            .map(|(place, entry)| (*place, entry.record.clone()))
            .collect();
        let unfit = check::all(&records, plan, side, MOST_FAULTY);
        if unfit.len() >= MOST_FAULTY
            && let Some((last, _)) = unfit.last()
            && let Some((place, _)) = self.entries.get(last + 1)
        {
            self.faulty.push(stopped(place.line));
            self.entries.truncate(last + 1);
        }
        let unsound: HashSet<usize> = unfit.iter().map(|(index, _)| *index).collect();
        let mut index = 0..self.entries.len();
        self.entries
            .retain(|_| index.next().is_some_and(|index| !unsound.contains(&index)));
        self.faulty
            .extend(unfit.into_iter().map(|(_, problem)| problem));
    }

    /// How many of the last records were added together: the count of the last batch, if it ends with the last record
    /// and each of its lines holds one.
    fn batch(&self, batches: &[(usize, usize)]) -> usize {
        let line = |entry: &Entry| entry.lines.as_ref().map(|lines| (lines.start, lines.len()));
        let last = self.entries.last().and_then(|(_, entry)| line(entry));
        let mut batches = batches.iter().rev();
        let batch = batches
            .find(|(at, count)| last.is_some_and(|(last, _)| at.saturating_add(*count) == last));
        let is_whole = |(at, count): &(usize, usize)| {
            let last = self.entries.iter().rev().take(*count);
            let lines = last.map(|(_, entry)| line(entry));
            let wanted = (at + 1..=at + count).rev().map(|line| Some((line, 1)));
            lines.eq(wanted)
        };
        match batch.filter(|it| it.1 > 0 && is_whole(it)) {
            Some((_, count)) => *count,
            None => self.entries.len().min(1),
        }
    }
}

/// The item of a piece, or its first syntax error.
fn parsed(body: &str) -> Result<Tree, Problem> {
    if let Some(problem) = not_utf8(body) {
        return Err(problem);
    }
    let mut problems = Problems::default();
    let tree = yaml::parse(body, &mut problems);
    if let Some(problem) = problems.iter().next() {
        return Err(problem.clone());
    }
    let item = match tree.map(|tree| tree.value) {
        Some(Value::List(mut items)) if items.len() == 1 => items.pop(),
        _ => None,
    };
    item.ok_or_else(|| stray(body))
}

/// The problem of a text with invalid UTF-8, at the first such byte.
fn not_utf8(body: &str) -> Option<Problem> {
    let at = body.find(char::REPLACEMENT_CHARACTER)?;
    let before = body.get(..at)?;
    let line = pieces::lines(before.as_bytes()).last();
    let (number, start) = match line {
        Some(line) if line.end == line.body.end => (line.number, line.body.start),
        Some(line) => (line.number + 1, line.end),
        None => (0, 0),
    };
    let place = Place {
        line: number + 1,
        column: before.get(start..)?.chars().count() + 1,
    };
    let what = tr("这里有不是 UTF-8 的字节，可能是 GBK");
    Some(Problem::new(
        place,
        what,
        tr("其余记录不受影响；请把文件另存为 UTF-8"),
    ))
}

/// The problem of a one-line record in braces that lacks its end.
fn unfinished(body: &str) -> Option<Problem> {
    let is_one_line = !body.contains(['\n', '\r']);
    let begun = body.trim().strip_prefix('-')?.trim_start();
    let is_unfinished = begun.is_empty() || (begun.starts_with('{') && !begun.ends_with('}'));
    (is_one_line && is_unfinished && not_utf8(body).is_none()).then(|| {
        let what = say!("这条记录没有写完：{line}", line = brief(body));
        let remedy = tr("其余记录不受影响；请补全或删去这一行");
        Problem::new(Place::START, what, remedy)
    })
}

fn stray(body: &str) -> Problem {
    let what = say!("这一行不是记录：{line}", line = brief(body));
    let remedy = tr("其余记录不受影响；记录以“- ”开头，注释以“#”开头");
    Problem::new(Place::START, what, remedy)
}

/// The problem of a file with so many that reading stopped at a line.
fn stopped(line: usize) -> Problem {
    let what = tr("问题太多，从这里起没有再读");
    let remedy = tr("请核对这是不是监测记录文件");
    Problem::new(Place { line, column: 1 }, what, remedy)
}

/// The problem of a file that is no list of records.
fn no_list(text: &str) -> Problem {
    let mut problems = Problems::default();
    if let Some(problem) = not_utf8(text) {
        return problem;
    }
    if let Some(tree) = yaml::parse(text, &mut problems)
        && problems.is_empty()
    {
        reader::list(&tree, tr("监测记录"), &mut problems);
    }
    let first = problems.sorted().iter().next().cloned();
    first.unwrap_or_else(|| stray(text))
}

/// A problem of a piece, moved down by `lines` to its place in the file.
fn moved(mut problem: Problem, lines: usize) -> Problem {
    problem.line += lines;
    problem
}
