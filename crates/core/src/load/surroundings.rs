//! What a plan prints around the words that a figure is quoted from: their paragraph, its heading, and their table with the
//! line above it, where units and years of a whole table stand.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use super::figures;
use crate::plan::{Address, Citation, NodeId, NodeKind, Outline};

/// The maximum bytes that are looked at of the head of a table, and of the line above it.
const LONGEST: usize = 2000;

/// The texts of an outline by what they surround.
pub(super) struct Surroundings<'a> {
    outline: &'a Outline,
    /// By the address of their row 0.
    tables: HashMap<Address, Table>,
    /// What the nodes print, each looked at once and only if something is quoted from it.
    printed: Vec<OnceCell<Printed>>,
}

/// What holds for all figures of a table.
#[derive(Default)]
struct Table {
    /// The years that the line above it, its caption and the rows of its head print.
    years: HashSet<u16>,
    /// How many bytes of these were looked at.
    looked_at: usize,
    /// Every character in it or in its head: rows of scanned tables come apart.
    characters: HashSet<char>,
}

/// What a text prints.
#[derive(Debug, Default)]
pub(super) struct Printed {
    /// The numbers that can be years.
    pub(super) years: HashSet<u16>,
    /// The years with 年 behind them.
    pub(super) named_years: HashSet<u16>,
    characters: HashSet<char>,
}

impl Printed {
    /// What a text prints, in one pass.
    pub(super) fn in_text(text: &str) -> Self {
        Self {
            years: figures::years(text).filter(|it| is_year(*it)).collect(),
            named_years: named_years(text).collect(),
            characters: text.chars().collect(),
        }
    }

    fn is_chinese(&self) -> bool {
        let mut characters = self.characters.iter();
        characters.any(|c| ('\u{4e00}'..='\u{9fff}').contains(c))
    }
}

/// Whether four digits can be a year of a plan.
fn is_year(number: u16) -> bool {
    (1949..2100).contains(&number)
}

/// The years that a text prints with 年 behind them.
fn named_years(text: &str) -> impl Iterator<Item = u16> {
    text.match_indices('年').filter_map(|(at, _)| {
        let before = text.get(..at)?.trim_end();
        let year = before.get(before.len().checked_sub(4)?..)?;
        let is_plain = year.bytes().all(|byte| byte.is_ascii_digit());
        year.parse().ok().filter(|_| is_plain)
    })
}

impl Table {
    fn add(&mut self, text: &str, is_head: bool) {
        self.characters.extend(text.chars());
        if is_head && self.looked_at < LONGEST {
            self.looked_at += text.len() + 1;
            self.years.extend(figures::years(text));
        }
    }
}

impl<'a> Surroundings<'a> {
    /// Those of a plan, in one pass.
    pub(super) fn of(outline: &'a Outline) -> Self {
        let mut tables: HashMap<Address, Table> = HashMap::new();
        let mut above = "";
        for node in outline.nodes() {
            let reading = node.prose.reading();
            if matches!(node.kind, NodeKind::Table | NodeKind::Row) {
                let table = tables.entry(node.address.with_row(0)).or_default();
                if table.looked_at == 0 {
                    table.add(above, true);
                }
                let is_head = node.row().is_none_or(|row| row.is_head);
                table.add(reading, is_head);
            }
            above = if reading.len() < LONGEST { reading } else { "" };
        }
        Self {
            outline,
            tables,
            printed: outline.nodes().iter().map(|_| OnceCell::new()).collect(),
        }
    }

    fn node(&self, citation: &Citation) -> Option<NodeId> {
        self.outline.at(citation.at.block())
    }

    fn printed(&self, id: NodeId) -> Option<&Printed> {
        let text = || self.outline.node(id).prose.reading();
        let printed = self.printed.get(id)?;
        Some(printed.get_or_init(|| Printed::in_text(text())))
    }

    /// What the paragraph, or the row of a table, prints that a citation is of; `None` if there is no such place.
    pub(super) fn paragraph(&self, citation: &Citation) -> Option<&Printed> {
        self.printed(self.node(citation)?)
    }

    /// Whether a citation is of a row of a table.
    pub(super) fn is_row(&self, citation: &Citation) -> bool {
        let id = self.node(citation);
        id.is_some_and(|id| self.outline.node(id).row().is_some())
    }

    /// Whether the head of the table that a citation is of prints a year.
    pub(super) fn head_prints(&self, citation: &Citation, year: u16) -> bool {
        let table = self.tables.get(&citation.at.with_row(0));
        table.is_some_and(|table| table.years.contains(&year))
    }

    /// Whether a unit can be read from what surrounds a citation: each character of it stands there, since 万人 may be
    /// printed as 35万常住人口. True as well of a place that is not there, which is another fault, and of a text in another
    /// script, where units are words.
    pub(super) fn print_unit(&self, citation: &Citation, unit: &str) -> bool {
        let Some(id) = self.node(citation) else {
            return true;
        };
        let heading = self.outline.heading_of(id);
        let around = [self.printed(id), self.printed(heading)];
        let around = || around.into_iter().flatten();
        if !around().any(Printed::is_chinese) {
            return true;
        }
        let table = self.tables.get(&citation.at.with_row(0));
        let has = |c: char| {
            around().any(|it| it.characters.contains(&c))
                || table.is_some_and(|table| table.characters.contains(&c))
        };
        let mut spellings = figures::spellings(unit).into_iter();
        spellings.any(|unit| unit.chars().all(|c| has(c) || has(full_width(c))))
    }
}

/// The full-width twin of a character of ASCII, or the character.
fn full_width(c: char) -> char {
    let twin = c.is_ascii_graphic().then(|| u32::from(c) + 0xfee0);
    twin.and_then(char::from_u32).unwrap_or(c)
}
