//! What the review says of an item: the line of the text, what was made of it, and why.

use std::ops::Range;

use super::Document;
use crate::plan::{NodeId, Target};
use crate::review::Item;
use crate::text::wrap;
use crate::wording;
use crate::words::{say, tr};

/// The most characters of a paragraph that are shown before the words in question.
const BEFORE: usize = 60;

/// A line of what is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// The heading of a part.
    Head(&'static str),
    /// A line of the document, with the bytes of it that are in question.
    Text(String, Range<usize>),
    /// Where it stands, or a paragraph beside it.
    Around(String),
    /// What was made of it: what it is called, and what it was taken for.
    Made(&'static str, String),
    /// The reason, or what a reader must know.
    Why(String),
    /// A blank line.
    Gap,
}

/// An item in one line, for the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// The name of the target, or the doubt with the words that it is about.
    pub words: String,
    /// The goal of the target; empty for a doubt.
    pub goal: String,
}

/// An item in one line.
pub fn summary(document: &Document, item: Item) -> Summary {
    let (words, goal) = match (
        document.reviewed_target(item),
        document.reviewed_doubt(item),
    ) {
        (Some(target), _) => (target.name.clone(), wording::goal(target)),
        (None, Some(doubt)) => {
            let words = match &doubt.quote {
                Some(quote) => format!("{}  “{quote}”", doubt.note),
                None => doubt.note.clone(),
            };
            (words, String::new())
        }
        (None, None) => Default::default(),
    };
    Summary { words, goal }
}

/// All that is told of an item, in lines of `columns`.
pub fn told(document: &Document, item: Item, columns: usize) -> Vec<Told> {
    let mut lines = vec![Told::Head(tr("原文"))];
    let outline = &document.dossier.outline;
    let at = document.reviewed_words(item).map(|(node, _)| node);
    if let Some(at) = at {
        let place = wording::place(outline, outline.node(at).address);
        let heading = outline.node(outline.heading_of(at)).title();
        lines.extend(around(&format!("{place}  {heading}"), columns));
    }
    lines.extend(text(document, item, columns));
    lines.push(Told::Gap);
    lines.push(Told::Head(tr("认作")));
    if let Some(target) = document.reviewed_target(item) {
        lines.extend(made(target));
    }
    let (reason, note) = match (
        document.reviewed_target(item),
        document.reviewed_doubt(item),
    ) {
        (Some(target), _) => (target.proposed.clone(), target.note.clone()),
        (None, Some(doubt)) => {
            lines.push(Told::Made(tr("存疑"), doubt.note.clone()));
            let proposal = doubt.proposal.as_ref();
            (None, proposal.map(|words| say!("或应为：{words}", words)))
        }
        (None, None) => (None, None),
    };
    let reasons: Vec<String> = reason.into_iter().chain(note).collect();
    if !reasons.is_empty() {
        lines.push(Told::Gap);
        lines.push(Told::Head(tr("缘由")));
    }
    lines.extend(
        reasons
            .iter()
            .flat_map(|it| cut(it, columns))
            .map(Told::Why),
    );
    for (name, beside) in beside(document, at) {
        lines.extend([Told::Gap, Told::Head(name)]);
        lines.extend(around(beside, columns));
    }
    lines
}

/// The paragraphs or headings before and after one, as far as they have words.
fn beside(document: &Document, node: Option<NodeId>) -> Vec<(&'static str, &str)> {
    let Some(node) = node else { return Vec::new() };
    let nodes = document.dossier.outline.nodes();
    let places = [
        (tr("前文"), node.checked_sub(1)),
        (tr("后文"), node.checked_add(1)),
    ];
    let words = places.map(|(name, at)| {
        let node = nodes.get(at?)?;
        Some((name, node.prose.reading())).filter(|(_, words)| !words.is_empty())
    });
    words.into_iter().flatten().collect()
}

/// A text in lines of `columns`.
fn cut(text: &str, columns: usize) -> Vec<String> {
    let lines = wrap(text, columns, 0).into_iter();
    let lines = lines.map(|line| text.get(line).unwrap_or_default().to_owned());
    lines.collect()
}

fn around(text: &str, columns: usize) -> impl Iterator<Item = Told> {
    cut(text, columns).into_iter().map(Told::Around)
}

/// The paragraph, row or heading, with the words in question; a long one from shortly before them.
fn text(document: &Document, item: Item, columns: usize) -> Vec<Told> {
    let Some((node, quote)) = document.reviewed_words(item) else {
        return Vec::new();
    };
    let node = document.dossier.outline.node(node);
    let reading = node.prose.reading();
    let at = quote.and_then(|quote| reading.find(quote)).unwrap_or(0);
    let before = reading.get(..at).unwrap_or_default();
    let mut skipped = before.char_indices().rev().skip(BEFORE);
    let start = skipped.next().map_or(0, |(at, _)| at);
    let text = match reading {
        // A picture without a caption has no words.
        "" => node.title(),
        reading => reading.get(start..).unwrap_or_default(),
    };
    let offset = at - start;
    let words = quote.map_or(0..0, |quote| offset..offset + quote.len());
    let lines = wrap(text, columns, 0).into_iter().map(|range| {
        let line = text.get(range.clone()).unwrap_or_default().to_owned();
        let inside = |at: usize| at.clamp(range.start, range.end) - range.start;
        Told::Text(line, inside(words.start)..inside(words.end))
    });
    lines.collect()
}

/// What a target was taken for.
fn made(target: &Target) -> Vec<Told> {
    let year = wording::goal_year(target.year);
    let mut lines = vec![
        Told::Made(tr("名称"), target.name.clone()),
        Told::Made(tr("类型"), tr(target.kind.label()).to_owned()),
        Told::Made(tr("目标"), wording::goal(target)),
        Told::Made(tr("年份"), year.unwrap_or_else(|| tr("没有").to_owned())),
    ];
    let domains = target.domains.join(tr("、"));
    lines.push(Told::Made(tr("领域"), domains));
    if let Some(base) = target.baseline() {
        let figure = wording::goal_of(target, Some(base.value));
        lines.push(Told::Made(
            tr("基期"),
            say!("{figure}（{year}年）", figure, year = base.year),
        ));
    }
    lines
}
