//! What is found: targets, tasks and places, and what each brings with it.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Answer, Meaning, Mention, Place, Promise, Served, Tie};
use crate::coverage::Link;
use crate::dossier::Dossier;
use crate::plan::{Address, Citation, Node, NodeId, NodeKind, Outline, sentences};
use crate::search::{Index, Query, Subject};

/// What mentions the topic.
#[derive(Default)]
pub(super) struct Found {
    /// The headings and paragraphs, each with the bytes of its reading.
    nodes: BTreeMap<NodeId, Vec<Range<usize>>>,
    /// The targets, each with whether its name does; else its quote.
    targets: BTreeMap<usize, bool>,
}

/// What has a word of every meaning.
pub(super) fn found(index: &Index, query: &Query, meanings: &[Meaning]) -> Found {
    let of_each = meanings.iter().map(|meaning| {
        let own = meaning.is_in_plan.then_some(&meaning.word);
        let words = own.into_iter().chain(&meaning.related);
        let mut found = Found::default();
        words.for_each(|word| found.add(index, &query.for_word(word)));
        found
    });
    of_each.reduce(Found::and).unwrap_or_default()
}

impl Found {
    fn add(&mut self, index: &Index, query: &Query) {
        for hit in index.search_as_written(query) {
            match index.entry(&hit).subject {
                Subject::Node(id) => self.nodes.entry(id).or_default().extend(hit.text),
                Subject::Target(target) => {
                    let is_named = !hit.title.is_empty();
                    *self.targets.entry(target).or_default() |= is_named;
                }
                Subject::Term(_) | Subject::Note(_) => {}
            }
        }
    }

    /// What both have.
    fn and(mut self, mut other: Self) -> Self {
        self.nodes.retain(|id, _| other.nodes.contains_key(id));
        for (id, ranges) in &mut self.nodes {
            ranges.extend(other.nodes.remove(id).unwrap_or_default());
        }
        self.targets.retain(|id, _| other.targets.contains_key(id));
        for (id, is_named) in &mut self.targets {
            *is_named |= other.targets.get(id).copied().unwrap_or_default();
        }
        self
    }

    /// The bytes of a node that mention the topic, in order.
    fn in_node(&self, id: NodeId) -> Vec<Range<usize>> {
        let mut ranges = self.nodes.get(&id).cloned().unwrap_or_default();
        ranges.sort_by_key(|range| (range.start, range.end));
        let mut merged: Vec<Range<usize>> = Vec::new();
        for range in ranges {
            match merged.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => merged.push(range),
            }
        }
        merged
    }
}

/// The targets, tasks and mentions of what was found; without the question.
pub(super) fn answer(dossier: &Dossier, found: &Found, meanings: Vec<Meaning>) -> Answer {
    let promises = promises(dossier, found, &meanings);
    let tasks = tasks(dossier, found, &promises);
    let mentions = mentions(dossier, found, &promises);
    Answer {
        asked: String::new(),
        meanings,
        promises,
        tasks,
        mentions,
    }
}

fn promises(dossier: &Dossier, found: &Found, meanings: &[Meaning]) -> Vec<Promise> {
    let targets = dossier.plan.targets.iter().enumerate();
    let mut promises: Vec<Promise> = targets
        .filter_map(|(target, of)| {
            let own = found.targets.get(&target).map(|is_named| match is_named {
                true => Tie::Name,
                false => Tie::Sentence,
            });
            let stated = std::iter::once(&of.citation).chain(&of.also);
            let near = || {
                stated
                    .filter_map(|it| tie(&dossier.outline, found, it))
                    .min()
            };
            let tie = own.or_else(near)?;
            Some(Promise { target, tie })
        })
        .collect();
    promises.sort_by_key(|it| {
        let target = dossier.plan.targets.get(it.target);
        let has_figure = target.is_some_and(|it| it.goal.is_some());
        let is_meant = target.is_some_and(|it| super::is_named(it, meanings));
        (it.tie, !has_figure, !is_meant)
    });
    promises
}

/// How words of the plan belong to the topic: by their sentence, or by their paragraph.
fn tie(outline: &Outline, found: &Found, stated: &Citation) -> Option<Tie> {
    let id = outline.at(stated.at)?;
    let ranges = found.in_node(id);
    if ranges.is_empty() {
        return None;
    }
    let sentence = sentence_of(outline.node(id), stated);
    let is_there = sentence.is_some_and(|it| ranges.iter().any(|range| meets(range, &it)));
    Some(if is_there {
        Tie::Sentence
    } else {
        Tie::Paragraph
    })
}

/// The bytes of the sentences that a quote touches.
fn sentence_of(node: &Node, stated: &Citation) -> Option<Range<usize>> {
    let reading = node.prose.reading();
    let start = reading.find(&stated.quote)?;
    let quote = start..start + stated.quote.len();
    let met = sentences(reading)
        .into_iter()
        .filter(|it| meets(it, &quote));
    met.reduce(|all, it| all.start..it.end)
}

fn meets(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// The tasks that mention the topic, then those that serve a target named by it.
fn tasks(dossier: &Dossier, found: &Found, promises: &[Promise]) -> Vec<Served> {
    let outline = &dossier.outline;
    let links: Vec<&Link> = promises
        .iter()
        .filter(|promise| promise.tie == Tie::Name)
        .flat_map(|promise| dossier.coverage().tasks_of(promise.target))
        .collect();
    let tasks = outline.of_kind(NodeKind::Task).filter_map(|(id, node)| {
        let own = links.iter().filter(|link| link.task == node.address);
        let linked: Vec<Address> = own.map(|link| link.at()).collect();
        let ranges = found.in_node(id);
        (!linked.is_empty() || !ranges.is_empty()).then(|| Served {
            task: id,
            is_mentioned: !ranges.is_empty(),
            measures: measures(node, &ranges, &linked),
        })
    });
    let mut tasks: Vec<Served> = tasks.collect();
    let of_title = |it: &Served| {
        let lead = outline.node(it.task).lead;
        found
            .in_node(it.task)
            .iter()
            .any(|range| range.start < lead)
    };
    tasks.sort_by_key(|it| (!it.is_mentioned, !of_title(it)));
    tasks
}

/// The sentences of a task that belong to the topic: all below its title if the title or all of it does.
fn measures(node: &Node, ranges: &[Range<usize>], linked: &[Address]) -> Vec<Place> {
    let is_titled = node.lead > 0 && ranges.iter().any(|range| range.start < node.lead);
    let parts = parts(node).into_iter();
    let parts = parts.filter(|(_, words)| words.end > node.lead);
    let places = parts.map(|(at, words)| Place {
        at,
        found: ranges
            .iter()
            .filter(|range| meets(range, &words))
            .cloned()
            .collect(),
        words,
    });
    let belongs = |it: &Place| is_titled || !it.found.is_empty() || linked.contains(&it.at);
    places.filter(belongs).collect()
}

/// The sentences of a node with their addresses; a heading or a row of a table is one part.
fn parts(node: &Node) -> Vec<(Address, Range<usize>)> {
    let reading = node.prose.reading();
    if node.kind.is_heading()
        || matches!(node.kind, NodeKind::Row | NodeKind::Box | NodeKind::Table)
    {
        return vec![(node.address, 0..reading.len())];
    }
    let numbers = 1..=u16::MAX;
    let sentences = numbers.zip(sentences(reading));
    sentences
        .map(|(n, words)| (node.address.with_sentence(n), words))
        .collect()
}

/// The other sentences and headings that mention the topic.
fn mentions(dossier: &Dossier, found: &Found, promises: &[Promise]) -> Vec<Mention> {
    let outline = &dossier.outline;
    let told = told(dossier, promises);
    let nodes = found.nodes.keys().copied();
    let nodes = nodes.filter(|id| outline.node(*id).kind != NodeKind::Task);
    let mentions = nodes.flat_map(|id| {
        let ranges = found.in_node(id);
        let told: Vec<Range<usize>> = told
            .iter()
            .filter(|(node, _)| *node == id)
            .map(|(_, it)| it.clone())
            .collect();
        parts(outline.node(id))
            .into_iter()
            .filter_map(move |(at, words)| {
                let own = ranges.iter().filter(|range| meets(range, &words)).cloned();
                let own: Vec<Range<usize>> = own.collect();
                let is_told = |range: &Range<usize>| told.iter().any(|it| meets(it, range));
                let is_new = own.iter().any(|range| !is_told(range));
                let place = Place {
                    at,
                    words,
                    found: own,
                };
                is_new.then_some(Mention { node: id, place })
            })
    });
    mentions.collect()
}

/// The words of the promises, which are no further mentions.
fn told(dossier: &Dossier, promises: &[Promise]) -> Vec<(NodeId, Range<usize>)> {
    let targets = promises
        .iter()
        .filter_map(|it| dossier.plan.targets.get(it.target));
    let words = targets.filter_map(|target| {
        let id = dossier.outline.at(target.citation.at)?;
        let quote = &target.citation.quote;
        let start = dossier.outline.node(id).prose.reading().find(quote)?;
        Some((id, start..start + quote.len()))
    });
    words.collect()
}
