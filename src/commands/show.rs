//! `guihua show`: one thing of the plan: a heading with everything under it, a paragraph, a target, a term.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::Failure;
use crate::citation::{Passage, Source};
use crate::cli::{AsOfArgs, Common, ShowArgs, TargetArgs};
use crate::lookup::{self, Found};
use crate::manuscript::{self, Edition};
use crate::monitoring::Opened;
use crate::plan::{Address, Node, NodeId, NodeKind, Outline, Target, Term, TermKind};
use crate::terms;
use crate::words::{say, tr};

/// A heading with everything under it, or a paragraph, as `show --json` prints it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ShownPlace {
    /// The version of this shape.
    version: u8,
    /// What was asked for: always `place` here.
    kind: &'static str,
    /// Its address.
    #[schemars(with = "String")]
    address: Address,
    /// Where it stands, as the plan numbers it.
    place: String,
    /// The headings that it stands under, outermost first, itself included if it is one.
    trail: Vec<ShownHeading>,
    /// The headings and paragraphs, in reading order.
    paragraphs: Vec<ShownParagraph>,
}

/// A heading above what is shown.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ShownHeading {
    /// Its address.
    #[schemars(with = "String")]
    address: Address,
    /// The number before it, as the plan prints it; empty for most titles.
    number: String,
    /// Its text without the number.
    title: String,
}

/// A heading or a paragraph.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ShownParagraph {
    /// Its address.
    #[schemars(with = "String")]
    address: Address,
    /// What it is.
    kind: NodeKind,
    /// The number or the label before it, as the plan prints it; empty for most paragraphs.
    number: String,
    /// Its restored text without the number.
    text: String,
    /// The characters of the text that an editor supplied: from which one on, and up to which, counted from 0.
    supplied: Vec<[usize; 2]>,
}

/// A term, as `show --json` prints it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ShownTerm {
    /// The version of this shape.
    version: u8,
    /// What was asked for: always `term` here.
    kind: &'static str,
    /// Its name in the words of the plan.
    name: String,
    /// What it is.
    #[schemars(with = "String")]
    term_kind: TermKind,
    /// Other words of the plan for the same thing.
    aliases: Vec<String>,
    /// Where the plan explains it; `null` where it only names it.
    #[schemars(with = "Option<String>")]
    explained: Option<Address>,
    /// The text that stands there.
    explanation: Option<String>,
    /// How often it occurs.
    count: usize,
    /// Each sentence in which it occurs.
    places: Vec<ShownSentence>,
}

/// A sentence with its place.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ShownSentence {
    /// The paragraph in which it stands.
    #[schemars(with = "String")]
    address: Address,
    /// Its words.
    sentence: String,
}

pub(super) fn run(
    opened: &Opened,
    common: &Common,
    args: &ShowArgs,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let plan = &opened.plan;
    let outline = Outline::of(plan);
    match lookup::find(plan, &outline, &args.what)? {
        Found::Place(address) => place(&outline, address, args, out),
        Found::Target(target) => show_target(opened, common, target, args, out),
        Found::Term(term) => {
            let source = Source::restored(plan, &outline, args.as_of.date());
            show_term(&source, term, args, out)
        }
    }
}

fn place(
    outline: &Outline,
    address: Address,
    args: &ShowArgs,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let nodes = outline.under(address);
    if args.json {
        return print(&ShownPlace::of(outline, address, &nodes), out);
    }
    let edition = match (args.as_published, args.marks) {
        (true, _) => Edition::AsPublished,
        (_, true) => Edition::Marked,
        _ => Edition::Restored,
    };
    for id in nodes {
        writeln!(out, "{}", manuscript::line(outline.node(id), edition))?;
    }
    Ok(())
}

impl ShownPlace {
    fn of(outline: &Outline, address: Address, nodes: &[NodeId]) -> Self {
        let trail = nodes.first().map(|id| outline.trail(*id));
        let headings = trail.into_iter().flatten().map(|id| outline.node(id));
        let headings = headings.filter(|node| node.address.paragraph == 0);
        Self {
            version: 1,
            kind: "place",
            address,
            place: address.in_chinese(),
            trail: headings.map(ShownHeading::of).collect(),
            paragraphs: nodes
                .iter()
                .map(|id| ShownParagraph::of(outline.node(*id)))
                .collect(),
        }
    }
}

impl ShownHeading {
    /// A heading by its address, number and title.
    pub(super) fn of(node: &Node) -> Self {
        Self {
            address: node.address,
            number: node.number.trim().to_owned(),
            title: node.title().to_owned(),
        }
    }
}

impl ShownParagraph {
    fn of(node: &Node) -> Self {
        let text = node.prose.reading();
        let characters = |byte| text.get(..byte).map_or(0, |before| before.chars().count());
        let supplied = node.prose.supplied().iter();
        Self {
            address: node.address,
            kind: node.kind,
            number: node.number.trim().to_owned(),
            text: text.to_owned(),
            supplied: supplied
                .map(|range| [characters(range.start), characters(range.end)])
                .collect(),
        }
    }
}

/// A target as `target` prints it, and the sentences for its earlier figures and its other places.
fn show_target(
    opened: &Opened,
    common: &Common,
    target: &Target,
    args: &ShowArgs,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let shown = TargetArgs {
        target: target.id.clone(),
        why: false,
        json: args.json,
        as_of: AsOfArgs {
            as_of: args.as_of.as_of,
        },
    };
    super::target::run(opened, common, &shown, out)?;
    if args.json {
        return Ok(());
    }
    for stated in &target.history {
        let (quote, place) = (&stated.citation.quote, stated.citation.at.in_chinese());
        let year = say!("{year}年", year = stated.year);
        writeln!(out, "{year}  “{quote}”（{place}）")?;
    }
    for also in &target.also {
        let (quote, place) = (&also.quote, also.at.in_chinese());
        writeln!(out, "{}  “{quote}”（{place}）", tr("又见"))?;
    }
    Ok(())
}

fn show_term(
    source: &Source<'_>,
    term: &Term,
    args: &ShowArgs,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let shown = ShownTerm::of(source, term);
    if args.json {
        return print(&shown, out);
    }
    let head = say!(
        "{name}（{kind}）  出现 {count} 次",
        name = term.name,
        kind = term.kind.label(),
        count = shown.count
    );
    writeln!(out, "{head}")?;
    if !term.aliases.is_empty() {
        writeln!(out, "{}  {}", tr("又作"), term.aliases.join("、"))?;
    }
    if let (Some(at), Some(text)) = (shown.explained, &shown.explanation) {
        writeln!(out, "{}  {at} {text}", tr("解释"))?;
    }
    let columns = shown.places.iter().map(|it| it.address.to_string().len());
    let columns = columns.max().unwrap_or(0);
    for place in &shown.places {
        let address = place.address.to_string();
        writeln!(out, "{address:columns$}  {}", place.sentence)?;
    }
    Ok(())
}

impl ShownTerm {
    fn of(source: &Source<'_>, term: &Term) -> Self {
        let found = terms::occurrences(source.outline, term);
        let explained = term.explained.and_then(|at| source.outline.at(at));
        let explanation = explained.map(|id| source.outline.node(id).prose.reading());
        let sentence = |passage: Passage| ShownSentence {
            address: passage.at,
            sentence: source.words(&passage).concat(),
        };
        let passages = found
            .iter()
            .filter_map(|found| Passage::around(source.outline, found.node, &found.range));
        let mut passages: Vec<Passage> = passages.collect();
        passages.dedup();
        Self {
            version: 1,
            kind: "term",
            name: term.name.clone(),
            term_kind: term.kind,
            aliases: term.aliases.clone(),
            explained: term.explained,
            explanation: explanation.map(str::to_owned),
            count: found.len(),
            places: passages.into_iter().map(sentence).collect(),
        }
    }
}

/// An answer for programs, and the end of its line.
pub(super) fn print(answer: &impl Serialize, out: &mut impl Write) -> Result<(), Failure> {
    serde_json::to_writer_pretty(&mut *out, answer).map_err(io::Error::from)?;
    writeln!(out)?;
    Ok(())
}
