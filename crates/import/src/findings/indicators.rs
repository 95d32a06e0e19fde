//! Targets from tables of indicators: one per row, with unit, baseline, goals and binding.
//!
//! The row is the evidence: the quote is its cells as printed, the place is that of the goal's cell.

use std::collections::HashMap;

use crate::document::{Content, Document, Grid, MadeOf, Part};
use crate::grammar::heads::{self, Column};
use crate::grammar::particulars::{end_of_plan, five_year_plan};
use crate::source::{Cell, Table};
use crate::text::{fold, letters, trim};

use super::figure;
use super::grid::{read_heads, spread};
use super::target::{Baseline, Binding, Evidence, Goal, Kind, Reading, Target, YearBy};
use super::value::{self, Value};
use super::years::{self, Time};

/// The targets of all tables of a document, including boxes and annexes.
pub(crate) fn targets(document: &Document, time: Time) -> Vec<Target> {
    let mut found = Vec::new();
    let mut above = "";
    for part in document.parts() {
        of_part(part, above, time, &mut found);
        above = part.paragraph().map_or("", |it| &it.text);
    }
    found
}

/// Adds the targets of the tables of a part; `above` is what stands before it and may be a caption.
fn of_part(part: &Part, above: &str, time: Time, found: &mut Vec<Target>) {
    match &part.content {
        Content::Table(grid) if !is_of_the_past(grid, above, time) => {
            found.extend(of_table(part, grid, time));
        }
        Content::Box(panel) => {
            let mut above = panel.title.as_str();
            for part in &panel.parts {
                of_part(part, above, time, found);
                above = part.paragraph().map_or(above, |it| &it.text);
            }
        }
        _ => {}
    }
}

/// Whether a table is about a plan before this one, as its caption or head says: “十四五”目标完成情况.
fn is_of_the_past(grid: &Grid, above: &str, time: Time) -> bool {
    let Some(start) = time.start else {
        return false;
    };
    let caption = grid.table.caption.as_deref().unwrap_or_default();
    let above = if letters(above) <= 40 { above } else { "" };
    let heads = grid.table.rows.iter().take(2).flatten();
    let heads: String = heads.map(|cell| cell.text.as_str()).collect();
    let words = [above, caption, &heads].concat();
    let plan = five_year_plan(&words).map(end_of_plan);
    let last = years::all(&words).iter().map(|it| it.value).max();
    let is_past_plan = plan.is_some_and(|end| end < start) && last.is_none_or(|year| year < start);
    let is_done = heads.contains("完成情况") || heads.contains("实际");
    is_past_plan || is_done && last.is_some_and(|year| year < start)
}

/// A table with the meaning of its columns.
struct Indicators<'a> {
    part: &'a Part,
    table: &'a Table,
    /// The texts of all cells; covered cells repeat their origin.
    texts: Vec<Vec<String>>,
    columns: Vec<Option<Column>>,
    made_of: MadeOf,
    time: Time,
}

fn of_table(part: &Part, grid: &Grid, time: Time) -> Vec<Target> {
    let texts = spread(&grid.table);
    let Some((first, columns)) = read_heads(&texts, grid) else {
        return Vec::new();
    };
    let time = own_time(&texts[..first], grid, time);
    let table = Indicators {
        part,
        table: &grid.table,
        texts,
        columns,
        made_of: grid.made_of,
        time,
    };
    let mut found: Vec<Target> = (first..table.texts.len())
        .filter_map(|row| table.target(row))
        .collect();
    table.tell_apart(&mut found);
    found
}

/// The time of a table: as its caption says, else that of the document.
fn own_time(above: &[Vec<String>], grid: &Grid, time: Time) -> Time {
    let caption = grid.table.caption.as_deref().unwrap_or_default();
    let words: String = above
        .iter()
        .flatten()
        .map(String::as_str)
        .chain([caption])
        .collect();
    match (time.end, five_year_plan(&words).map(end_of_plan)) {
        (None, Some(end)) => Time {
            start: Some(end - 4),
            end: Some(end),
            ..time
        },
        _ => time,
    }
}

impl Indicators<'_> {
    fn text(&self, row: usize, column: usize) -> &str {
        self.texts
            .get(row)
            .and_then(|r| r.get(column))
            .map_or("", String::as_str)
    }

    fn find(&self, kind: Column) -> Option<usize> {
        self.columns.iter().position(|c| *c == Some(kind))
    }

    fn target(&self, row: usize) -> Option<Target> {
        let heads = self.texts.get(row)?.iter().filter(|t| {
            matches!(
                heads::column(t),
                Some(Column::Year(_) | Column::Goal(_) | Column::Baseline(_) | Column::Binding)
            )
        });
        if heads.count() >= 2 {
            return None;
        }
        let (name, bracket) = self.name(row)?;
        let read = self.read(row, &self.goals());
        // A row without a level may have a change over the term.
        let read = if read.is_empty() {
            self.change(row)
        } else {
            read
        };
        let (column, _, last) = read.last()?.clone();
        let unit_cell = self
            .find(Column::Unit)
            .map(|c| fold(self.text(row, c)))
            .filter(|u| !u.is_empty() && !value::is_dash(u));
        // Where a column counts its rows, or a unit is a number, the cells are not in their columns.
        if self.counts_rows(column) || unit_cell.as_deref().is_some_and(is_number) {
            return None;
        }
        let unit = unit_cell.or(bracket).or_else(|| last.unit.clone());
        let is_total = self.columns.get(column) == Some(&Some(Column::Total));
        let baseline = self.baseline(row).filter(|_| !is_total);
        let before = baseline.as_ref().map(|b| b.value.clone()).or_else(|| {
            read.first()
                .filter(|_| read.len() > 1)
                .map(|r| r.2.text.clone())
        });
        let kind = match value::kind(&last, &name, before.as_deref(), unit.as_deref()) {
            Kind::IncreaseTo | Kind::DecreaseTo if is_total => Kind::Cumulative,
            kind => kind,
        };
        if kind == Kind::Qualitative && self.made_of == MadeOf::Columns {
            return None;
        }
        let goals = read
            .iter()
            .map(|(_, year, value)| self.goal(*year, value))
            .collect();
        let quote = self.quote(row);
        let printed = read
            .iter()
            .filter(|r| r.2.is_figure)
            .all(|r| figure_stands(&quote, &r.2.text));
        let evidence = Evidence {
            order: self.part.order,
            place: self.place(row),
            quote,
            cell: Some((row, column)),
        };
        let binding = self
            .find(Column::Binding)
            .and_then(|c| binding(self.text(row, c)));
        printed.then_some(Target {
            name,
            kind,
            unit,
            goals,
            baseline,
            binding,
            evidence,
            also: Vec::new(),
            why: Reading::Row,
        })
    }

    /// Whether the figures of a column count its rows: 1, 2, 3, perhaps behind the name of a group.
    fn counts_rows(&self, column: usize) -> bool {
        let cells = (0..self.texts.len()).filter_map(|row| value::read(self.text(row, column)));
        let figures = cells.filter(|it| it.is_figure);
        let numbers: Vec<u32> = figures.filter_map(|it| it.text.parse().ok()).collect();
        let begins = numbers.first().is_some_and(|first| *first <= 3);
        let follows = |pair: &[u32]| matches!(pair, [one, next] if one + 1 == *next);
        begins && numbers.len() >= 2 && numbers.windows(2).all(follows)
    }

    /// Names indicators that are called alike with their groups before them: 学前教育 and 义务教育 may both have 毛入学率.
    fn tell_apart(&self, targets: &mut [Target]) {
        let Some(group) = self.find(Column::Group) else {
            return;
        };
        let mut counts: HashMap<String, usize> = HashMap::new();
        for target in targets.iter() {
            *counts.entry(target.name.clone()).or_default() += 1;
        }
        for target in targets {
            let row = target.evidence.cell.map_or(0, |(row, _)| row);
            let group = self.text(row, group).replace('\n', "");
            let is_called_alike = counts.get(&target.name).is_some_and(|count| *count > 1);
            if is_called_alike && !target.name.contains(&group) {
                target.name = format!("{group}{}", target.name);
            }
        }
    }

    /// The values of a row in columns of goals.
    fn read(&self, row: usize, cells: &[(usize, Option<u16>)]) -> Vec<(usize, Option<u16>, Value)> {
        let read =
            |(c, year): &(usize, Option<u16>)| Some((*c, *year, value::read(self.text(row, *c))?));
        cells.iter().filter_map(read).collect()
    }

    /// The change of a row: growth a year, or in brackets over the term.
    fn change(&self, row: usize) -> Vec<(usize, Option<u16>, Value)> {
        let cells: Vec<(usize, Option<u16>)> = self
            .find(Column::Change)
            .map(|c| (c, None))
            .into_iter()
            .collect();
        let read = self.read(row, &cells).into_iter();
        let head = |c: usize| {
            self.texts
                .iter()
                .take(12)
                .any(|it| it.get(c).is_some_and(|text| text.contains("年均")))
        };
        let read = read.map(|(c, year, value)| (c, year, value.into_change(head(c))));
        read.collect()
    }

    /// The columns of goals, by year. Where a table says how much is to be done each year, only all of it is the goal.
    fn goals(&self) -> Vec<(usize, Option<u16>)> {
        let is_year = |column: &&Option<Column>| matches!(column, Some(Column::Year(_)));
        let years = self.columns.iter().filter(is_year).count();
        if let Some(total) = self.find(Column::Total).filter(|_| years >= 2) {
            return vec![(total, None)];
        }
        let base = self.base();
        let goal = |(c, column): (usize, &Option<Column>)| match column {
            Some(Column::Goal(year)) => Some((c, *year)),
            Some(Column::Year(year)) if Some(c) != base && !self.is_before(*year) => {
                Some((c, Some(*year)))
            }
            _ => None,
        };
        let mut found: Vec<(usize, Option<u16>)> =
            self.columns.iter().enumerate().filter_map(goal).collect();
        found.sort_by_key(|(_, year)| year.unwrap_or(0));
        found
    }

    fn is_before(&self, year: u16) -> bool {
        self.time.start.is_some_and(|start| year < start)
    }

    /// The column of the baseline: by its head, else the first of several years.
    fn base(&self) -> Option<usize> {
        let called = self
            .columns
            .iter()
            .position(|c| matches!(c, Some(Column::Baseline(_))));
        let years: Vec<(usize, u16)> = self
            .columns
            .iter()
            .enumerate()
            .filter_map(|(c, k)| match k {
                Some(Column::Year(year)) => Some((c, *year)),
                _ => None,
            })
            .collect();
        let others = |c: &Option<Column>| matches!(c, Some(Column::Goal(_) | Column::Change));
        let goals = self.columns.iter().any(others);
        let first = years
            .iter()
            .min_by_key(|(_, year)| *year)
            .filter(|(_, year)| years.len() > 1 || goals || self.is_before(*year));
        called.or(first.map(|(c, _)| *c))
    }

    fn baseline(&self, row: usize) -> Option<Baseline> {
        let column = self.base()?;
        let head_year = match self.columns.get(column)? {
            Some(Column::Year(year)) => Some(*year),
            Some(Column::Baseline(year)) => *year,
            _ => None,
        };
        let own = self.text(row, column);
        let (above, below) = (
            row.checked_sub(1).map_or("", |r| self.text(r, column)),
            self.text(row + 1, column),
        );
        // In PDFs, a cell may be split over adjacent rows: 2015年为 / 27.7.
        let text = if own.is_empty() && self.made_of == MadeOf::Columns && above.contains('年') {
            format!("{above} {below}")
        } else {
            own.to_owned()
        };
        let value = value::read(&text).filter(|v| v.is_figure)?;
        let year = years::all(&text).first().map(|y| y.value).or(head_year);
        Some(Baseline {
            value: value.text,
            year,
        })
    }

    /// The name of a row and the unit in brackets after it. In PDFs it may be split over adjacent rows.
    fn name(&self, row: usize) -> Option<(String, Option<String>)> {
        let column = self.find(Column::Indicator)?;
        let mut name = self.text(row, column).replace('\n', "");
        if self.made_of == MadeOf::Columns {
            let alone = |r: usize| {
                self.texts.get(r).is_some_and(|cells| {
                    cells
                        .iter()
                        .enumerate()
                        .all(|(c, t)| c <= column || t.is_empty())
                })
            };
            let neighbour = |r: usize| {
                Some(self.text(r, column)).filter(|t| !t.is_empty() && letters(t) <= 30 && alone(r))
            };
            if name.is_empty() || name.starts_with(['（', '(']) {
                name = format!("{}{name}", row.checked_sub(1).and_then(neighbour)?);
            }
            let open = name.matches(['（', '(']).count() > name.matches(['）', ')']).count();
            // The number of a row stands beside the first line of its name.
            let number = |r: usize| self.find(Column::Number).map(|c| self.text(r, c));
            let above = row.checked_sub(1);
            if number(row) == Some("")
                && above.and_then(number).is_some_and(is_number)
                && let Some(first) = above.and_then(neighbour)
            {
                name = format!("{first}{name}");
            }
            if let Some(rest) = neighbour(row + 1).filter(|t| open || t.starts_with(['（', '('])) {
                name.push_str(rest);
            }
        }
        let (name, unit) = value::name_and_unit(&name);
        let sound = letters(&name) >= 2
            && letters(&name) <= 70
            && !matches!(
                heads::column(&name),
                Some(Column::Indicator | Column::Number)
            )
            && crate::text::starts(&fold(&name), &["注:", "说明:", "计算方法:"]).is_none();
        sound.then_some((name, unit))
    }

    fn goal(&self, year: Option<u16>, value: &Value) -> Goal {
        let known = year
            .map(|y| (y, YearBy::Stated))
            .or(self.time.end.map(|y| (y, YearBy::Term)));
        Goal {
            value: value.text.clone(),
            is_figure: value.is_figure,
            year: known.map(|k| k.0),
            year_by: known.map_or(YearBy::Unknown, |k| k.1),
        }
    }

    /// The cells of a row as printed.
    fn quote(&self, row: usize) -> String {
        let cells = self.table.rows.get(row).map_or(&[][..], Vec::as_slice);
        let printed: Vec<&str> = cells
            .iter()
            .filter(|c| c.span != (0, 0))
            .map(|c| trim(&c.text))
            .filter(|t| !t.is_empty())
            .collect();
        printed.join(" ")
    }

    fn place(&self, row: usize) -> crate::source::Place {
        self.table
            .rows
            .get(row)
            .and_then(|r| r.iter().find(|c| !c.text.is_empty()))
            .map_or(self.part.place, |c: &Cell| c.place)
    }
}

fn binding(text: &str) -> Option<Binding> {
    match text {
        t if t.contains("约束") => Some(Binding::Binding),
        t if t.contains("预期") => Some(Binding::Expected),
        _ => None,
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || c == '.')
}

/// Whether a quote contains a figure.
fn figure_stands(quote: &str, value: &str) -> bool {
    figure::all(quote).iter().any(|f| f.value == value) || quote.contains(value)
}
