//! `guihua text --json`, `guihua search --json`, `guihua terms --json`: the document and what stands in it.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Serialize;

use super::reading::{self, Notes};
use super::{PlanName, Version};
use crate::manuscript::Edition;
use crate::plan::{Address, Domain, Node, NodeKind, Outline, Plan, Term, TermKind};
use crate::search::{Entry, EntryKind, Hit, MatchClass};
use crate::terms;

/// `guihua text --json`: the document, each heading and paragraph for itself.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "text")]
pub struct Text<'a> {
    /// The version of this shape.
    version: Version,
    /// The plan.
    plan: PlanName<'a>,
    /// Which text it is.
    edition: Edition,
    /// The headings and paragraphs, in reading order.
    lines: Vec<Line<'a>>,
}

impl<'a> Text<'a> {
    /// The document of a plan.
    pub fn of(plan: &'a Plan, outline: &'a Outline, edition: Edition) -> Self {
        Self {
            version: Version,
            plan: PlanName::of(plan),
            edition,
            lines: outline
                .nodes()
                .iter()
                .map(|node| Line::of(node, edition))
                .collect(),
        }
    }
}

/// A heading or a paragraph.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Line<'a> {
    /// Where it stands.
    address: Address,
    /// What it is.
    kind: NodeKind,
    /// The domain of the section that it stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    domain: Option<&'a str>,
    /// The number before it (`三、`, `（一）`, `2.`), or the label of a particular; empty for most paragraphs.
    number: &'a str,
    /// Its text without the number; of the restored edition without marks.
    text: String,
    /// What was supplied in it and where its reading is open; nothing in the edition as published.
    #[serde(flatten)]
    notes: Notes<'a>,
}

impl<'a> Line<'a> {
    /// A heading or a paragraph in an edition.
    pub(super) fn of(node: &'a Node, edition: Edition) -> Self {
        let whole = 0..node.prose.reading().len();
        Self {
            number: &node.number,
            ..Self::part(node, node.address, &whole, edition)
        }
    }

    /// A part of a paragraph or of a row.
    pub(super) fn part(
        node: &'a Node,
        address: Address,
        range: &Range<usize>,
        edition: Edition,
    ) -> Self {
        let words = node.prose.slice(range);
        let notes = match edition {
            Edition::Restored | Edition::Marked => reading::notes(node, range),
            Edition::AsPublished => Notes::default(),
        };
        Self {
            address,
            kind: node.kind,
            domain: node.domain.as_deref(),
            number: "",
            text: match edition {
                Edition::Restored => words.reading().to_owned(),
                Edition::Marked | Edition::AsPublished => edition.of(&words),
            },
            notes,
        }
    }
}

/// `guihua search --json`: one hit, on one line, the best first.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "search")]
pub struct Found<'a> {
    /// The version of this shape.
    version: Version,
    /// Where it stands.
    address: Address,
    /// What it is.
    kind: EntryKind,
    /// Its domains, the leading one first.
    domains: &'a [Domain],
    /// A heading, a lead sentence, a name or a label; for a paragraph the heading above it.
    title: &'a str,
    /// Its text: a paragraph, the words that state a target, the other names of a term, what a record notes.
    text: &'a str,
    /// What matched in the title: first character and the one after the last, counted from 0.
    title_ranges: Vec<[usize; 2]>,
    /// What matched in the text, likewise.
    text_ranges: Vec<[usize; 2]>,
    /// The rank as a figure, the higher the better; to be compared within one search only.
    score: u32,
    /// How it matched.
    class: MatchClass,
}

impl<'a> Found<'a> {
    /// The line of a hit.
    pub fn of(hit: &Hit, entry: &'a Entry) -> Self {
        Self {
            version: Version,
            address: entry.address,
            kind: entry.kind,
            domains: &entry.domains,
            title: &entry.title,
            text: &entry.text,
            title_ranges: in_characters(&entry.title, &hit.title),
            text_ranges: in_characters(&entry.text, &hit.text),
            score: hit.score(),
            class: hit.class,
        }
    }
}

/// Ranges of bytes as ranges of characters.
pub(super) fn in_characters(text: &str, ranges: &[Range<usize>]) -> Vec<[usize; 2]> {
    let of = |range| reading::in_characters(text, range);
    ranges.iter().map(of).collect()
}

/// `guihua terms --json`: the index.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "terms")]
pub struct Terms<'a> {
    /// The version of this shape.
    version: Version,
    /// The plan.
    plan: PlanName<'a>,
    /// The terms, in the order of the plan; those of one kind if one was asked for.
    terms: Vec<IndexedTerm<'a>>,
}

impl<'a> Terms<'a> {
    /// The terms with where they occur.
    pub fn of(plan: &'a Plan, outline: &Outline, terms: impl Iterator<Item = &'a Term>) -> Self {
        Self {
            version: Version,
            plan: PlanName::of(plan),
            terms: terms.map(|term| IndexedTerm::of(term, outline)).collect(),
        }
    }
}

/// A term and where it occurs.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Term")]
pub(super) struct IndexedTerm<'a> {
    /// Its name in the words of the plan.
    name: &'a str,
    /// What it is.
    kind: TermKind,
    /// Other words of the plan for the same thing.
    aliases: &'a [String],
    /// The place where the plan explains it.
    #[serde(skip_serializing_if = "Option::is_none")]
    explained: Option<Address>,
    /// How often it occurs, by any of its names.
    count: usize,
    /// Where, each place once.
    places: Vec<Address>,
}

impl<'a> IndexedTerm<'a> {
    /// A term of a plan.
    pub(super) fn of(term: &'a Term, outline: &Outline) -> Self {
        let (count, places) = terms::places(outline, term);
        Self {
            name: &term.name,
            kind: term.kind,
            aliases: &term.aliases,
            explained: term.explained,
            count,
            places,
        }
    }
}
