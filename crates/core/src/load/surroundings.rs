//! What a plan prints around the words that a figure is quoted from: their paragraph, its heading, and their table with the
//! line above it, where units and years of a whole table stand.

use std::collections::{HashMap, HashSet};

use super::figures;
use crate::plan::{Address, Citation, NodeKind, Outline};

/// The maximum bytes kept of the head of a table, and of the line above it.
const LONGEST: usize = 2000;

/// The texts of an outline by what they surround.
pub(super) struct Surroundings<'a> {
    outline: &'a Outline,
    /// By the address of their row 0.
    tables: HashMap<Address, Table>,
}

/// What holds for all figures of a table.
#[derive(Default)]
struct Table {
    /// The line above it, its caption, and the rows of its head.
    head: String,
    /// Every character in it or in its head: rows of scanned tables come apart.
    characters: HashSet<char>,
}

impl Table {
    fn add(&mut self, text: &str, is_head: bool) {
        self.characters.extend(text.chars());
        if is_head && self.head.len() < LONGEST {
            self.head.push('\n');
            self.head.push_str(text);
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
                if table.head.is_empty() {
                    table.add(above, true);
                }
                let is_head = node.row().is_none_or(|row| row.is_head);
                table.add(reading, is_head);
            }
            above = if reading.len() < LONGEST { reading } else { "" };
        }
        Self { outline, tables }
    }

    /// The paragraph, or the row of a table, that a citation is of; `None` if there is no such place.
    pub(super) fn paragraph(&self, citation: &Citation) -> Option<&'a str> {
        let id = self.outline.at(citation.at)?;
        Some(self.outline.node(id).prose.reading())
    }

    /// Whether a citation is of a row of a table.
    pub(super) fn is_row(&self, citation: &Citation) -> bool {
        let id = self.outline.at(citation.at);
        id.is_some_and(|id| self.outline.node(id).row().is_some())
    }

    /// Whether the head of the table that a citation is of prints a year.
    pub(super) fn head_prints(&self, citation: &Citation, year: u16) -> bool {
        let table = self.tables.get(&citation.at.with_row(0));
        table.is_some_and(|table| figures::years(&table.head).any(|printed| printed == year))
    }

    /// Whether a unit can be read from what surrounds a citation: each character of it stands there, since 万人 may be
    /// printed as 35万常住人口. True as well of a place that is not there, which is another fault, and of a text in another
    /// script, where units are words.
    pub(super) fn print_unit(&self, citation: &Citation, unit: &str) -> bool {
        let Some(id) = self.outline.at(citation.at) else {
            return true;
        };
        let heading = self.outline.node(self.outline.heading_of(id));
        let texts = [
            self.outline.node(id).prose.reading(),
            heading.prose.reading(),
        ];
        if !texts
            .into_iter()
            .any(|text| text.contains(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)))
        {
            return true;
        }
        let table = self.tables.get(&citation.at.with_row(0));
        let has = |c: char| {
            texts.into_iter().any(|text| text.contains(c))
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
