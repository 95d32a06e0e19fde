//! `guihua show --json`, `guihua toc --json`, `guihua tasks --json`, `guihua cite --json`: what one looks up.

use std::ops::Range;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::document::{IndexedTerm, Line};
use super::{PlanName, Version};
use crate::assessment::Assessment;
use crate::citation::{Passage, Source, Style};
use crate::coverage::Link;
use crate::dossier::Dossier;
use crate::manuscript::Edition;
use crate::plan::schema::Id;
use crate::plan::{
    Address, Domain, Duties, LinkOrigin, Node, NodeId, Outline, Plan, TaskKind, Term, sentences,
};
use crate::records::{Book, Day, Status};

/// `guihua show PLACE --json`: a heading with everything under it, or a paragraph.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "show-place")]
pub struct Place<'a> {
    /// The version of this shape.
    version: Version,
    /// The plan.
    plan: PlanName<'a>,
    /// Which text it is.
    edition: Edition,
    /// What was asked for.
    address: Address,
    /// The headings that it stands under, outermost first; a heading is the last of them itself.
    trail: Vec<Heading<'a>>,
    /// The headings and paragraphs, in reading order.
    lines: Vec<Line<'a>>,
}

impl<'a> Place<'a> {
    /// The nodes at an address of a plan.
    pub fn of(plan: &'a Plan, outline: &'a Outline, address: Address, edition: Edition) -> Self {
        let nodes = outline.under(address);
        let trail = nodes.first().map(|id| outline.trail(*id));
        let trail = trail.into_iter().flatten().map(|id| outline.node(id));
        let headings = trail.filter(|node| node.toc_depth().is_some());
        let lines = nodes.iter().map(|id| Line::of(outline.node(*id), edition));
        let part = outline
            .range(address)
            .filter(|_| address != address.block());
        let part = part.map(|(id, range)| Line::part(outline.node(id), address, &range, edition));
        Self {
            version: Version,
            plan: PlanName::of(plan),
            edition,
            address,
            trail: headings.map(Heading::of).collect(),
            lines: part.map_or_else(|| lines.collect(), |line| vec![line]),
        }
    }
}

/// A heading, to tell where something stands.
#[derive(Debug, Serialize, JsonSchema)]
struct Heading<'a> {
    /// Where it stands.
    address: Address,
    /// The number before it (`三、`, `（一）`, `2.`); empty for titles without one.
    number: &'a str,
    /// Its text without the number.
    title: &'a str,
}

impl<'a> Heading<'a> {
    fn of(node: &'a Node) -> Self {
        Self {
            address: node.address,
            number: node.number.trim(),
            title: node.title(),
        }
    }
}

/// `guihua show TERM --json`: a term with the sentences in which it occurs.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "show-term")]
pub struct ShownTerm<'a> {
    /// The version of this shape.
    version: Version,
    /// The plan.
    plan: PlanName<'a>,
    /// The term.
    term: IndexedTerm<'a>,
    /// The text of the place where the plan explains it.
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<&'a str>,
    /// Each sentence in which it occurs.
    sentences: Vec<Sentence>,
}

/// A sentence and where it stands.
#[derive(Debug, Serialize, JsonSchema)]
struct Sentence {
    /// The paragraph.
    address: Address,
    /// Its words.
    sentence: String,
}

impl<'a> ShownTerm<'a> {
    /// A term of a plan.
    pub fn of(source: Source<'a>, term: &'a Term) -> Self {
        let explained = term.explained.and_then(|at| source.outline.at(at));
        let sentence = |passage: Passage| Sentence {
            address: passage.at,
            sentence: source.words(&passage).concat(),
        };
        let sentences = Passage::with(source.outline, term).into_iter();
        Self {
            version: Version,
            plan: PlanName::of(source.plan),
            term: IndexedTerm::of(term, source.outline),
            explanation: explained.map(|id| source.outline.node(id).prose.reading()),
            sentences: sentences.map(sentence).collect(),
        }
    }
}

/// `guihua toc --json`: the table of contents.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "toc")]
pub struct Contents<'a> {
    /// The version of this shape.
    version: Version,
    /// The plan.
    plan: PlanName<'a>,
    /// The headings, in reading order, down to the depth that was asked for.
    headings: Vec<ListedHeading<'a>>,
}

/// A line of the table of contents.
#[derive(Debug, Serialize, JsonSchema)]
struct ListedHeading<'a> {
    /// How deep it stands: 1 for chapters and the other great parts, 2 for sections, 3 for subsections.
    depth: u8,
    /// The domain that its tasks belong to.
    #[serde(skip_serializing_if = "Option::is_none")]
    domain: Option<&'a Domain>,
    #[serde(flatten)]
    heading: Heading<'a>,
}

impl<'a> Contents<'a> {
    /// Headings with their depths.
    pub fn of(plan: &'a Plan, listed: impl Iterator<Item = (u8, &'a Node)>) -> Self {
        let heading = |(depth, node): (u8, &'a Node)| ListedHeading {
            depth,
            domain: node.domain.as_ref(),
            heading: Heading::of(node),
        };
        Self {
            version: Version,
            plan: PlanName::of(plan),
            headings: listed.map(heading).collect(),
        }
    }
}

/// `guihua tasks --json`: the tasks with their progress.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "tasks")]
pub struct Tasks<'a> {
    /// The version of this shape.
    version: Version,
    /// The plan.
    plan: PlanName<'a>,
    /// The day as at which their progress is shown.
    as_of: Day,
    /// The tasks, in reading order; those of one domain if one was asked for.
    tasks: Vec<ListedTask<'a>>,
}

/// A task.
#[derive(Debug, Serialize, JsonSchema)]
struct ListedTask<'a> {
    /// Where it stands.
    address: Address,
    /// The headings that it stands under, outermost first.
    trail: Vec<Heading<'a>>,
    /// The domain that it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    domain: Option<&'a Domain>,
    /// Its lead sentence without the full stop.
    title: &'a str,
    /// What follows the lead sentence; may be empty.
    text: &'a str,
    /// Whether it is a project.
    #[schemars(with = "TaskKind")]
    kind: Option<TaskKind>,
    /// Who does it and until when, as far as the plan says so.
    #[serde(flatten)]
    duties: Option<&'a Duties>,
    /// Its measures: its sentences, the title included.
    measures: Vec<Measure<'a>>,
    /// The latest record of its progress; without a record there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'a Status>,
    /// The targets that it serves, in the order of the plan.
    targets: Vec<Serves<'a>>,
}

/// A measure of a task: one of its sentences.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "TaskMeasure")]
pub(super) struct Measure<'a> {
    /// Where it stands.
    pub(super) address: Address,
    /// The sentence.
    pub(super) text: &'a str,
    /// The latest record of its progress; without a record there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) status: Option<&'a Status>,
}

/// The measures of a task, in its order.
pub(super) fn measures<'a>(node: &'a Node, book: &'a Book, as_of: Date) -> Vec<Measure<'a>> {
    let reading = node.prose.reading();
    let sentences = (1u16..).zip(sentences(reading));
    let measure = |(n, range): (u16, Range<usize>)| {
        let address = node.address.with_sentence(n);
        Measure {
            address,
            text: reading.get(range).unwrap_or_default(),
            status: book.status_of_task(address, as_of),
        }
    };
    sentences.map(measure).collect()
}

/// A target that a task serves.
#[derive(Debug, Serialize, JsonSchema)]
struct Serves<'a> {
    /// The id of the target.
    #[schemars(with = "Id")]
    target: &'a str,
    /// Who says so.
    origin: LinkOrigin,
}

impl<'a> Tasks<'a> {
    /// Tasks with the latest record of each.
    pub fn of(
        dossier: &'a Dossier,
        assessment: &Assessment,
        tasks: impl Iterator<Item = (NodeId, Option<&'a Status>)>,
    ) -> Self {
        let Dossier { plan, outline, .. } = dossier;
        let serves = |link: &Link| {
            let target = plan.targets.get(link.target)?;
            Some(Serves {
                target: &target.id,
                origin: link.origin,
            })
        };
        let task = |(id, status)| {
            let node = outline.node(id);
            let trail = outline.trail(id).into_iter().map(|id| outline.node(id));
            let links = dossier.coverage().targets_of(node.address);
            ListedTask {
                address: node.address,
                trail: trail.map(Heading::of).collect(),
                domain: node.domain.as_ref(),
                title: node.title(),
                text: node.rest(),
                kind: node.task_kind(),
                duties: node.duties(),
                measures: measures(node, &dossier.book, assessment.as_of),
                status,
                targets: links.filter_map(serves).collect(),
            }
        };
        Self {
            version: Version,
            plan: PlanName::of(plan),
            as_of: Day(assessment.as_of),
            tasks: tasks.map(task).collect(),
        }
    }
}

/// `guihua cite --json`: a citation and its parts.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "cite")]
pub struct Cited<'a> {
    /// The version of this shape.
    version: Version,
    /// The plan.
    plan: PlanName<'a>,
    /// How the citation is written.
    style: Style,
    /// The citation.
    citation: String,
    /// Where the words stand; there is none where the plan as a whole is cited.
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<Address>,
    /// The same as a citation prints it; there is none for the notice as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<String>,
    /// The words, a paragraph each, with the quotation marks of the plan; none where it is cited as a whole.
    words: Vec<String>,
    /// Whether characters that an editor supplied, and that are certain, are among them.
    supplied: bool,
    /// Whether supplied characters that are the likeliest of several are among them.
    uncertain: bool,
    /// The notes on open readings among them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    open_readings: Vec<String>,
}

impl<'a> Cited<'a> {
    /// A passage, or the plan as a whole, in a style.
    pub fn of(source: Source<'a>, of: Option<&Passage>, style: Style) -> Self {
        let place = of.map(|passage| source.place(passage.at));
        Self {
            version: Version,
            plan: PlanName::of(source.plan),
            style,
            citation: source.cited(of, style),
            address: of.map(|passage| passage.at),
            place: place.filter(|place| !place.is_empty()),
            words: of.map_or_else(Vec::new, |passage| source.words(passage)),
            supplied: of.is_some_and(|passage| source.is_supplied(passage)),
            uncertain: of.is_some_and(|passage| source.is_uncertain(passage)),
            open_readings: of.map_or_else(Vec::new, |passage| source.open_notes(passage)),
        }
    }
}
