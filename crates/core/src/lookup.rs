//! Lookup of a place, target or term by what was typed, with suggestions where nothing or several things match.

use std::fmt;

use crate::load::printable;
use crate::plan::{Address, Node, NodeKind, Outline, Plan, Target, Term};
use crate::search::{Entry, EntryKind, Index, Query, Subject};
use crate::text::truncate;
use crate::words::{say, tr};

/// The maximum names in a message.
const LISTED: usize = 6;
/// The maximum columns of a title in a message.
const TITLE: usize = 40;
/// The least similarity (Jaro–Winkler) of a suggested name.
const ALIKE: f64 = 0.75;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found<'a> {
    /// A heading or a paragraph.
    Place(Address),
    /// A target.
    Target(&'a Target),
    /// A term of the index.
    Term(&'a Term),
}

/// Why nothing was found. `Display` is the message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Miss {
    /// An address that the plan does not have.
    NoPlace(Address),
    /// The words, and the several names that contain them.
    Several(String, Vec<String>),
    /// The words, and similar names, the most similar first.
    Nothing(String, Vec<String>),
}

impl fmt::Display for Miss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message = match self {
            Self::NoPlace(address) => {
                say!(
                    "本规划没有 {address}；地址见 guihua toc",
                    address = address.for_readers()
                )
            }
            Self::Several(words, names) => several(words, names),
            Self::Nothing(words, near) if near.is_empty() => say!(
                "没有“{words}”这个地址、指标或术语；可用 guihua search 查找",
                words = printable(words)
            ),
            Self::Nothing(words, near) => say!(
                "没有“{words}”这个地址、指标或术语；是不是：{names}？",
                words = printable(words),
                names = near.join(tr("、"))
            ),
        };
        f.write_str(&message)
    }
}

impl std::error::Error for Miss {}

fn several(words: &str, names: &[String]) -> String {
    let listed: Vec<&str> = names.iter().take(LISTED).map(String::as_str).collect();
    let (words, listed) = (printable(words), listed.join(tr("、")));
    if names.len() > LISTED {
        say!(
            "“{words}”有 {count} 处，请写全：{names} 等",
            words,
            count = names.len(),
            names = listed
        )
    } else {
        say!(
            "“{words}”有 {count} 处，请写全：{names}",
            words,
            count = names.len(),
            names = listed
        )
    }
}

/// What `words` name: a target's id or name, a term, a title, an address in any form, or a part of one name only.
pub fn find<'a>(plan: &'a Plan, outline: &Outline, words: &str) -> Result<Found<'a>, Miss> {
    let words = words.trim();
    let known = known(plan, outline);
    if let Some((_, found)) = known.iter().find(|(name, _)| name == words) {
        return Ok(*found);
    }
    let address = outline.read_place(words).ok();
    if let Some(address) = address.filter(|address| !outline.under(*address).is_empty()) {
        return Ok(Found::Place(address));
    }
    let mut parts: Vec<Found<'a>> = Vec::new();
    for (name, found) in &known {
        if !words.is_empty() && name.contains(words) && !parts.contains(found) {
            parts.push(*found);
        }
    }
    match (parts.as_slice(), address) {
        ([found], _) => Ok(*found),
        ([], Some(address)) => Err(Miss::NoPlace(address)),
        ([], None) => Err(Miss::Nothing(words.to_owned(), near(plan, outline, words))),
        (several, _) => {
            let names = several.iter().map(|found| called(*found, outline));
            Err(Miss::Several(words.to_owned(), names.collect()))
        }
    }
}

/// Every name with what it names: targets before terms before titles.
fn known<'a>(plan: &'a Plan, outline: &Outline) -> Vec<(String, Found<'a>)> {
    let targets = plan.targets.iter().flat_map(|target| {
        [&target.id, &target.name].map(|name| (name.clone(), Found::Target(target)))
    });
    let terms = plan.terms.iter().flat_map(|term| {
        let names = term.words().map(str::to_owned);
        names.map(move |name| (name, Found::Term(term)))
    });
    let titles = outline.nodes().iter().filter(|node| is_titled(node));
    let titles = titles.map(|node| (node.title().to_owned(), Found::Place(node.address)));
    targets.chain(terms).chain(titles).collect()
}

fn is_titled(node: &Node) -> bool {
    node.kind.is_heading()
        || matches!(
            node.kind,
            NodeKind::Principle | NodeKind::Task | NodeKind::RunIn
        )
}

/// The name of what was found, for messages.
fn called(found: Found<'_>, outline: &Outline) -> String {
    let name = |name: &str, kind: EntryKind| say!("“{name}”（{kind}）", name, kind = kind.name());
    match found {
        Found::Target(target) => name(&target.name, EntryKind::Target),
        Found::Term(term) => name(&term.name, EntryKind::Term),
        Found::Place(address) => {
            let title = outline
                .at(address)
                .map_or("", |id| outline.node(id).title());
            let title = truncate(title, TITLE);
            say!("{address}“{title}”", address = address.for_readers(), title)
        }
    }
}

/// Suggestions: what a search finds, else similar names.
fn near(plan: &Plan, outline: &Outline, words: &str) -> Vec<String> {
    let index = Index::new(plan, outline, &[]);
    let hits = index.search(&Query::parse(words));
    let entries = hits.iter().map(|hit| index.entry(hit));
    let mut names: Vec<String> = Vec::new();
    for name in entries.filter_map(|entry| entry_called(entry, plan, outline)) {
        if names.len() < LISTED && !names.contains(&name) {
            names.push(name);
        }
    }
    if names.is_empty() {
        names = alike(plan, outline, words);
    }
    names
}

fn entry_called(entry: &Entry, plan: &Plan, outline: &Outline) -> Option<String> {
    let found = match entry.subject {
        Subject::Target(n) => Found::Target(plan.targets.get(n)?),
        Subject::Term(n) => Found::Term(plan.terms.get(n)?),
        Subject::Node(id) => Found::Place(outline.node(id).address),
        Subject::Note(_) => return None,
    };
    Some(called(found, outline))
}

fn alike(plan: &Plan, outline: &Outline, words: &str) -> Vec<String> {
    let known = known(plan, outline);
    let likeness = |(name, found): &(String, Found<'_>)| {
        (strsim::jaro_winkler(words, name), called(*found, outline))
    };
    let mut found: Vec<(f64, String)> = known.iter().map(likeness).collect();
    found.retain(|(likeness, _)| *likeness > ALIKE);
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut names: Vec<String> = found.into_iter().map(|(_, name)| name).collect();
    names.dedup();
    names.truncate(3);
    names
}
