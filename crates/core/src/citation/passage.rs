//! What is cited: a sentence, a paragraph, or everything under a heading.

use std::ops::Range;

use super::Reading;
use crate::plan::{
    Address, Citation, Node, NodeId, NodeKind, OpenPlace, Outline, Prose, Supplied, Term, sentences,
};
use crate::terms;

/// A passage of the plan: parts of consecutive headings and paragraphs, at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The paragraph, or the heading above all of it.
    pub at: Address,
    /// The nodes with ranges of their readings.
    pieces: Vec<(NodeId, Range<usize>)>,
}

impl Passage {
    /// A paragraph, or everything under a heading, or the heading itself if nothing is. `None` if the plan has no such
    /// place.
    pub fn at(outline: &Outline, address: Address) -> Option<Self> {
        if address != address.block() {
            let piece = outline.range(address)?;
            let pieces = vec![piece];
            return Some(Self {
                at: address,
                pieces,
            });
        }
        let mut nodes = outline.under(address);
        let first = outline.node(*nodes.first()?);
        if nodes.len() > 1 && first.kind.is_heading() {
            nodes.remove(0);
        }
        let whole = |id| (id, 0..outline.node(id).prose.reading().len());
        Some(Self {
            at: outline.at(address).map_or(address, |_| first.address),
            pieces: nodes.into_iter().map(whole).collect(),
        })
    }

    /// The sentences that a range of a node's reading touches; `None` if there is none.
    pub fn around(outline: &Outline, id: NodeId, words: &Range<usize>) -> Option<Self> {
        let node = outline.node(id);
        let met = sentences(node.prose.reading())
            .into_iter()
            .filter(|sentence| sentence.start < words.end && words.start < sentence.end);
        let (start, end) = met.fold((usize::MAX, 0), |(start, end), sentence| {
            (start.min(sentence.start), end.max(sentence.end))
        });
        (start < end).then(|| Self {
            at: node.address,
            pieces: vec![(id, start..end)],
        })
    }

    /// The words of a quote alone; `None` if the quote is not there, which `load` rules out.
    pub fn of_quote(outline: &Outline, citation: &Citation) -> Option<Self> {
        let id = outline.at(citation.at)?;
        let start = outline.node(id).prose.reading().find(&citation.quote)?;
        Self::part(outline, id, &(start..start + citation.quote.len()))
    }

    /// A part of a node's reading; `None` if it has no text.
    pub fn part(outline: &Outline, id: NodeId, part: &Range<usize>) -> Option<Self> {
        let node = outline.node(id);
        let words = node.prose.reading().get(part.clone())?;
        (!words.is_empty()).then(|| Self {
            at: node.address,
            pieces: vec![(id, part.clone())],
        })
    }

    /// The sentence of a quote; `None` if the quote is not there, which `load` rules out.
    pub fn quoted(outline: &Outline, citation: &Citation) -> Option<Self> {
        let id = outline.at(citation.at)?;
        let start = outline.node(id).prose.reading().find(&citation.quote)?;
        Self::around(outline, id, &(start..start + citation.quote.len()))
    }

    /// Where the plan explains a term, or else the first sentence that names it; `None` if there is neither.
    pub fn naming(outline: &Outline, term: &Term) -> Option<Self> {
        if let Some(address) = term.explained {
            return Self::at(outline, address);
        }
        let first = terms::occurrences(outline, term).into_iter().next()?;
        Self::around(outline, first.node, &first.range)
    }

    /// Every sentence in which a term occurs, each once.
    pub fn with(outline: &Outline, term: &Term) -> Vec<Self> {
        let found = terms::occurrences(outline, term).into_iter();
        let around = found.filter_map(|it| Self::around(outline, it.node, &it.range));
        let mut sentences: Vec<Self> = around.collect();
        sentences.dedup();
        sentences
    }

    /// Its sentences, each a passage of its own, without headings.
    pub fn sentences(&self, outline: &Outline) -> Vec<Self> {
        let texts = self.pieces.iter();
        let texts = texts.filter(|(id, _)| !outline.node(*id).kind.is_heading());
        let sentences = texts.flat_map(|(id, range)| {
            let node = outline.node(*id);
            let text = node.prose.reading().get(range.clone()).unwrap_or_default();
            let shifted = move |own: Range<usize>| range.start + own.start..range.start + own.end;
            sentences(text).into_iter().map(move |own| Self {
                at: node.address,
                pieces: vec![(*id, shifted(own))],
            })
        });
        sentences.collect()
    }

    /// The restored text in one string.
    pub fn reading(&self, outline: &Outline) -> String {
        self.paragraphs(outline, Reading::Restored).join("\n")
    }

    /// The restored text in one string, with brackets around what is uncertain.
    pub fn told(&self, outline: &Outline) -> String {
        let told =
            |(id, range): &(NodeId, Range<usize>)| outline.node(*id).prose.slice(range).told();
        self.pieces.iter().map(told).collect()
    }

    /// Its paragraphs. Where there are several, they keep their numbers.
    pub(super) fn paragraphs(&self, outline: &Outline, reading: Reading) -> Vec<String> {
        let several = self.pieces.len() > 1;
        let text = |(id, range): &(NodeId, Range<usize>)| {
            let node = outline.node(*id);
            let number = match (several, node.kind) {
                (true, _) | (_, NodeKind::Field) => node.number.as_str(),
                _ => "",
            };
            format!("{number}{}", words(&node.prose, range, reading))
        };
        self.pieces.iter().map(text).collect()
    }

    /// What was supplied in it.
    pub(super) fn supplied<'a>(
        &'a self,
        outline: &'a Outline,
    ) -> impl Iterator<Item = &'a Supplied> {
        self.pieces.iter().flat_map(|(id, range)| {
            let supplied = outline.node(*id).prose.supplied().iter();
            supplied.filter(|it| it.meets(range))
        })
    }

    /// The open places that it touches, each with its node.
    pub(super) fn open<'a>(
        &'a self,
        outline: &'a Outline,
    ) -> impl Iterator<Item = (&'a Node, &'a OpenPlace)> {
        self.pieces.iter().flat_map(|(id, range)| {
            let node = outline.node(*id);
            let met = node.open.iter().filter(|it| it.meets(range));
            met.map(move |it| (node, it))
        })
    }
}

/// A range of a text in the wanted reading.
fn words(prose: &Prose, range: &Range<usize>, reading: Reading) -> String {
    let text = prose.reading();
    if reading == Reading::Restored {
        return text.get(range.clone()).unwrap_or_default().to_owned();
    }
    let mut out = String::new();
    let mut at = range.start;
    for supplied in prose.supplied() {
        let supplied = &supplied.range;
        let end = supplied.start.clamp(at, range.end.max(at));
        out.push_str(text.get(at..end).unwrap_or_default());
        at = at.max(supplied.end);
    }
    out.push_str(text.get(at..range.end).unwrap_or_default());
    out
}
