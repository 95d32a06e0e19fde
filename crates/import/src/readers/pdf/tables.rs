//! Tables of a PDF page that are drawn with ruled lines: rules that touch make a grid, and each of its cells has the
//! characters between its rules, whichever of them stand on one line of the page.
//!
//! A frame around text has one column and is no table. Tables that are set without rules (`set_tables`) are read as if they
//! had them. What is drawn otherwise stays lines.

use super::glyphs::{Glyph, Page};
use super::lines;
use super::rules::{self, Rule, Way};
use super::set_tables;
use crate::{
    readers::{Refusal, clean, grid::Grid},
    source::{Place, Table},
};

/// How far rules may miss each other and still touch, in points.
const NEAR: f64 = 3.0;
/// Most columns and rows of a table; more are a drawing.
const COLUMNS: usize = 40;
const ROWS: usize = 400;
/// Most rules of a table, once joined, and most tables of a page.
const RULES: usize = 2_000;
const TABLES: usize = 40;

/// A table with its place on the page.
pub(super) struct Ruled {
    /// Its distance from the top of the page.
    pub(super) top: f64,
    /// Where its columns begin and end.
    pub(super) columns: Vec<f64>,
    pub(super) table: Table,
}

/// Takes the tables out of a page; their characters are no longer among its glyphs. One row is enough of a table that has
/// the columns `before`, those of the table at the end of the page before.
pub(super) fn take(
    page: &mut Page,
    number: usize,
    before: Option<&[f64]>,
) -> Result<Vec<Ruled>, Refusal> {
    let place = Place {
        line: 0,
        page: Some(number),
    };
    let mut found = Vec::new();
    let ruled = nets(&page.rules)
        .into_iter()
        .filter_map(|net| Frame::of(&net));
    for frame in ruled.take(TABLES) {
        found.extend(frame.take(page, place, before)?);
    }
    let mut before = before.filter(|_| found.is_empty());
    let set = set_tables::rules(&page.glyphs, before).into_iter();
    for frame in set.filter_map(|net| Frame::of(&net)).take(TABLES) {
        let mut table = frame.take(page, place, before)?;
        // The first that has as many columns goes on with the table before, wherever the page leaves them free.
        if let (Some(table), Some(columns)) = (&mut table, before.take())
            && table.columns.len() == columns.len()
            && !set_tables::has_heads(&table.table)
        {
            table.columns = columns.to_vec();
        }
        found.extend(table);
    }
    Ok(found)
}

impl Frame {
    /// Takes the characters of the grid out of a page, as a table; `None` if they make none.
    fn take(
        self,
        page: &mut Page,
        place: Place,
        before: Option<&[f64]>,
    ) -> Result<Option<Ruled>, Refusal> {
        let (inside, outside) = std::mem::take(&mut page.glyphs)
            .into_iter()
            .partition(|glyph| self.slot(glyph).is_some());
        page.glyphs = outside;
        let slots = self.fill(inside);
        let goes_on = before.is_some_and(|before| are_same(before, &self.columns));
        if goes_on || is_table(&slots) {
            return Ok(Some(Ruled {
                top: self.rows.first().copied().unwrap_or_default(),
                table: self.table(&slots, place)?,
                columns: self.columns,
            }));
        }
        page.glyphs.extend(slots.into_iter().flatten().flatten());
        Ok(None)
    }
}

/// Whether columns stand in the same places.
pub(super) fn are_same(one: &[f64], other: &[f64]) -> bool {
    let mut pairs = one.iter().zip(other);
    one.len() == other.len() && pairs.all(|(one, other)| (one - other).abs() <= 2.0 * NEAR)
}

/// Whether enough slots have text, in two rows and two columns at least.
fn is_table(slots: &[Vec<Vec<Glyph>>]) -> bool {
    let has_text = |slot: &Vec<Glyph>| slot.iter().any(|it| !clean::is_blank(&it.text));
    let rows = slots
        .iter()
        .filter(|row| row.iter().filter(|it| has_text(it)).count() >= 2);
    rows.count() >= 2
}

/// The rules of a page in sets that hang together, each joined where it goes on in a line.
fn nets(rules: &[Rule]) -> Vec<Vec<Rule>> {
    if rules.len() >= rules::MOST {
        return Vec::new();
    }
    let mut rules = joined(rules);
    rules.sort_by(|one, other| top(one).total_cmp(&top(other)));
    let mut nets: Vec<(f64, Vec<Rule>)> = Vec::new();
    // Sorted by their tops, a rule that begins below all of a net does not touch it.
    for rule in rules {
        match nets.last_mut() {
            Some((bottom, net)) if top(&rule) <= *bottom + NEAR => {
                *bottom = bottom.max(end(&rule));
                net.push(rule);
            }
            _ => nets.push((end(&rule), vec![rule])),
        }
    }
    nets.into_iter().map(|(_, net)| net).collect()
}

/// Whether one of these rules stands at a place, and passes another one.
fn is_ruled(rules: &[Rule], at: f64, passed: f64) -> bool {
    let mut there = rules.iter().filter(|rule| (rule.at - at).abs() <= NEAR);
    there.any(|rule| (rule.from..=rule.to).contains(&passed))
}

fn top(rule: &Rule) -> f64 {
    match rule.way {
        Way::Across => rule.at,
        Way::Down => rule.from,
    }
}

fn end(rule: &Rule) -> f64 {
    match rule.way {
        Way::Across => rule.at,
        Way::Down => rule.to,
    }
}

/// Rules in one line that touch as one rule: programs draw the border of each cell.
fn joined(rules: &[Rule]) -> Vec<Rule> {
    let mut rules: Vec<Rule> = rules.to_vec();
    let key = |rule: &Rule| (rule.way == Way::Down, (rule.at * 2.0).round() as i64);
    rules.sort_by(|one, other| {
        let places = key(one).cmp(&key(other));
        places.then(one.from.total_cmp(&other.from))
    });
    let mut found: Vec<Rule> = Vec::new();
    for rule in rules {
        match found.last_mut() {
            Some(last)
                if last.way == rule.way
                    && (last.at - rule.at).abs() <= 1.0
                    && rule.from <= last.to + NEAR =>
            {
                last.to = last.to.max(rule.to);
            }
            _ => found.push(rule),
        }
    }
    found
}

/// The grid that rules make.
struct Frame {
    across: Vec<Rule>,
    down: Vec<Rule>,
    /// Where rows begin and end, from the top.
    rows: Vec<f64>,
    /// Where columns begin and end, from the left.
    columns: Vec<f64>,
}

impl Frame {
    /// The grid of rules that hang together; `None` if they make none.
    fn of(net: &[Rule]) -> Option<Self> {
        if net.len() > RULES {
            return None;
        }
        let (across, down): (Vec<Rule>, Vec<Rule>) =
            net.iter().partition(|rule| rule.way == Way::Across);
        // An underline or a rule below a running head touches nothing.
        let crosses = |one: &Rule, others: &[Rule]| {
            let meets = |other: &&Rule| {
                (other.from - NEAR..=other.to + NEAR).contains(&one.at)
                    && (one.from - NEAR..=one.to + NEAR).contains(&other.at)
            };
            others.iter().any(|it| meets(&it))
        };
        let held: Vec<Rule> = across
            .iter()
            .copied()
            .filter(|it| crosses(it, &down))
            .collect();
        let down: Vec<Rule> = down.into_iter().filter(|it| crosses(it, &held)).collect();
        let rows = places(held.iter().map(|it| it.at));
        let mut columns = places(down.iter().map(|it| it.at));
        // Tables may be open at their sides.
        let left = held.iter().map(|it| it.from).fold(f64::INFINITY, f64::min);
        let right = held.iter().map(|it| it.to).fold(0.0, f64::max);
        if columns.first().is_some_and(|it| left + 2.0 * NEAR < *it) {
            columns.insert(0, left);
        }
        if columns.last().is_some_and(|it| right - 2.0 * NEAR > *it) {
            columns.push(right);
        }
        let fits =
            (3..=COLUMNS + 1).contains(&columns.len()) && (2..=ROWS + 1).contains(&rows.len());
        fits.then_some(Self {
            across: held,
            down,
            rows,
            columns,
        })
    }

    /// The row and column in which a character stands.
    fn slot(&self, glyph: &Glyph) -> Option<(usize, usize)> {
        let middle = (glyph.x + glyph.width / 2.0, glyph.y - glyph.size * 0.35);
        Some((
            between(&self.rows, middle.1)?,
            between(&self.columns, middle.0)?,
        ))
    }

    /// The characters of each slot.
    fn fill(&self, glyphs: Vec<Glyph>) -> Vec<Vec<Vec<Glyph>>> {
        let row = vec![Vec::new(); self.columns.len() - 1];
        let mut slots = vec![row; self.rows.len() - 1];
        for glyph in glyphs {
            let at = self.slot(&glyph);
            let slot = at.and_then(|(row, column)| slots.get_mut(row)?.get_mut(column));
            if let Some(slot) = slot {
                slot.push(glyph);
            }
        }
        slots
    }

    /// Whether a rule stands between a slot and the one to its right.
    fn ends_right(&self, row: usize, column: usize) -> bool {
        column + 2 >= self.columns.len()
            || is_ruled(
                &self.down,
                self.columns[column + 1],
                middle(&self.rows, row),
            )
    }

    /// Whether a rule stands between a slot and the one below.
    fn ends_below(&self, row: usize, column: usize) -> bool {
        row + 2 >= self.rows.len()
            || is_ruled(
                &self.across,
                self.rows[row + 1],
                middle(&self.columns, column),
            )
    }

    fn table(&self, slots: &[Vec<Vec<Glyph>>], place: Place) -> Result<Table, Refusal> {
        let (height, width) = (self.rows.len() - 1, self.columns.len() - 1);
        let mut is_taken = vec![vec![false; width]; height];
        let mut grid = Grid::default();
        for row in 0..height {
            for column in 0..width {
                if is_taken[row][column] {
                    continue;
                }
                let (down, across) = self.span(&is_taken, (row, column));
                let mut glyphs = Vec::new();
                for line in row..row + down {
                    for slot in column..column + across {
                        is_taken[line][slot] = true;
                        glyphs.extend(slots[line][slot].iter().cloned());
                    }
                }
                let wide = self.columns[column + across] - self.columns[column];
                grid.put((row, column), text(glyphs, wide), (down, across), place)?;
            }
        }
        Ok(Table {
            rows: grid.finish_with(height)?,
            place,
            ..Table::default()
        })
    }

    /// How many rows and columns the cell covers that begins in a slot.
    fn span(&self, is_taken: &[Vec<bool>], (row, column): (usize, usize)) -> (usize, usize) {
        let mut across = 1;
        while !self.ends_right(row, column + across - 1) && !is_taken[row][column + across] {
            across += 1;
        }
        let is_open = |line: usize| {
            (column..column + across).all(|slot| !self.ends_below(line, slot))
                && (column..column + across - 1).all(|slot| !self.ends_right(line + 1, slot))
        };
        let mut down = 1;
        while is_open(row + down - 1) {
            down += 1;
        }
        (down, across)
    }
}

/// Places in order, near ones as one.
fn places(all: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut all: Vec<f64> = all.collect();
    all.sort_by(f64::total_cmp);
    all.dedup_by(|next, last| *next - *last <= NEAR);
    all
}

/// The middle of a gap between places.
fn middle(places: &[f64], at: usize) -> f64 {
    let from = places.get(at).copied().unwrap_or_default();
    let to = places.get(at + 1).copied().unwrap_or(from);
    f64::midpoint(from, to)
}

/// The gap between places in which something stands.
fn between(places: &[f64], at: f64) -> Option<usize> {
    let after = places.partition_point(|place| *place <= at);
    after.checked_sub(1).filter(|_| after < places.len())
}

/// The text of a cell: lines that fill it go on in the next one, others end.
fn text(glyphs: Vec<Glyph>, wide: f64) -> String {
    let size = glyphs.first().map_or(10.0, |it| it.size);
    let rows = lines::rows(glyphs);
    let last = rows.len().saturating_sub(1);
    let mut text = String::new();
    for (n, row) in rows.iter().enumerate() {
        text.push_str(&row.text());
        let is_full = wide - row.width() <= size * 2.0 + 12.0;
        if n < last && !is_full {
            text.push('\n');
        }
    }
    text
}
