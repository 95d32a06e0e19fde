//! From the text of a file of records to its records, one by one. What is wrong with one of them is named, with its place,
//! and it alone is passed over.

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

/// The most faulty pieces that are named; a file that has more is no file of records, and is not read on.
const MOST_FAULTY: usize = 1000;

/// A record and where it stands in its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The record.
    pub record: Record,
    /// The line on which it begins, from 1.
    pub line: usize,
    /// Its lines, from 0; `None` where the file is not written as one item after the other, each on its own lines.
    pub(super) lines: Option<Range<usize>>,
}

/// What a file of records holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// The records, in the order of the file.
    pub entries: Vec<Entry>,
    /// What is wrong with records that are passed over, in the order of the file.
    pub faulty: Vec<Problem>,
    /// How many of the last records were added together; 0 without records.
    pub batch: usize,
    pub(super) shape: Shape,
}

/// How the records stand in their file, and so whether another can be added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shape {
    /// Nothing, or comments only.
    #[default]
    Empty,
    /// An empty list in brackets, or `null`.
    EmptyValue,
    /// Items one after the other, each with so many blanks before its dash; the line of `...` behind them, if there is one.
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

    /// The entries that undoing takes back.
    pub(super) fn last_added(&self) -> &[Entry] {
        let first = self.entries.len().saturating_sub(self.batch);
        self.entries.get(first..).unwrap_or_default()
    }
}

/// Reads a file of records about `plan` that must be without fault.
pub fn load(text: &str, plan: &Plan, side: Side) -> Result<Ledger, Problems> {
    let ledger = survey(text, plan, side);
    if ledger.faulty.is_empty() {
        return Ok(ledger);
    }
    Err(Problems::of(ledger.faulty).sorted())
}

/// Reads a file of records about `plan` as far as it goes: a faulty record is named and passed over, all others count.
/// `side` says what the records are checked for.
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
    /// Reads the file, and says how it is written and which comments say that lines were added together.
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
                let place = Place {
                    line: piece.lines.start + 1,
                    column: 1,
                };
                let what = tr("问题太多，从这里起没有再读");
                self.note(place, what, tr("请核对这是不是监测记录文件"));
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

    /// Reads one record. One in braces ends on its line if it is whole there: what follows belongs to no record then.
    fn item(&mut self, piece: &Piece, body: &str) {
        if body.trim() == "-" {
            self.faulty
                .extend(torn(body).map(|problem| moved(problem, piece.lines.start)));
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
                let problem = torn(body).unwrap_or(problem);
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

    /// Names what belongs to no record.
    fn stray(&mut self, piece: &Piece, body: &str) {
        let is_control = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r');
        let mut problems = Problems::default();
        if body.contains(is_control) {
            // They say more than that it is no record.
            yaml::parse(body, &mut problems);
        }
        let first = problems.iter().next().cloned();
        let what = foreign(body).or(first).unwrap_or_else(|| stray(body));
        self.faulty.push(moved(what, piece.lines.start));
    }

    fn note(&mut self, place: Place, what: impl Into<String>, remedy: impl Into<String>) {
        self.faulty.push(Problem::new(place, what, remedy));
    }

    /// Holds the records against the plan and each other, and passes over those that are at fault.
    fn check(&mut self, plan: &Plan, side: Side) {
        let records: Vec<(Place, Record)> = self
            .entries
            .iter()
            .map(|(place, entry)| (*place, entry.record.clone()))
            .collect();
        let unfit = check::all(&records, plan, side);
        let unsound: HashSet<usize> = unfit.iter().map(|(index, _)| *index).collect();
        let mut index = 0..self.entries.len();
        self.entries
            .retain(|_| index.next().is_some_and(|index| !unsound.contains(&index)));
        self.faulty
            .extend(unfit.into_iter().map(|(_, problem)| problem));
    }

    /// How many of the last records were added together: so many lines as a comment says, each a record, up to the last.
    fn batch(&self, told: &[(usize, usize)]) -> usize {
        let line = |entry: &Entry| entry.lines.as_ref().map(|lines| (lines.start, lines.len()));
        let last = self.entries.last().and_then(|(_, entry)| line(entry));
        let mut told = told.iter().rev();
        let told = told
            .find(|(at, count)| last.is_some_and(|(last, _)| at.saturating_add(*count) == last));
        let is_whole = |(at, count): &(usize, usize)| {
            let last = self.entries.iter().rev().take(*count);
            let lines = last.map(|(_, entry)| line(entry));
            let wanted = (at + 1..=at + count).rev().map(|line| Some((line, 1)));
            lines.eq(wanted)
        };
        match told.filter(|it| it.1 > 0 && is_whole(it)) {
            Some((_, count)) => *count,
            None => self.entries.len().min(1),
        }
    }
}

/// The item that a piece holds, or the first thing that is wrong with its syntax.
fn parsed(body: &str) -> Result<Tree, Problem> {
    if let Some(problem) = foreign(body) {
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

/// What is wrong with a text that has bytes of another encoding, at the first of them.
fn foreign(body: &str) -> Option<Problem> {
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

/// What is wrong with a record in braces, on one line, that lacks its end.
fn torn(body: &str) -> Option<Problem> {
    let is_one_line = !body.contains(['\n', '\r']);
    let begun = body.trim().strip_prefix('-')?.trim_start();
    let is_torn = begun.is_empty() || (begun.starts_with('{') && !begun.ends_with('}'));
    (is_one_line && is_torn && foreign(body).is_none()).then(|| {
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

/// The fault of a file that is no list of records at all.
fn no_list(text: &str) -> Problem {
    let mut problems = Problems::default();
    if let Some(problem) = foreign(text) {
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

/// A problem of a piece, at its place in the file.
fn moved(mut problem: Problem, lines: usize) -> Problem {
    problem.line += lines;
    problem
}
