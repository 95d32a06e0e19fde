//! `guihua topic --json`: what the plan says on a topic, and how it stands.

use schemars::JsonSchema;
use serde::Serialize;

use super::document::in_characters;
use super::lookup::Measure;
use super::targets::EvaluatedTarget;
use super::{PlanName, Version};
use crate::assessment::Assessment;
use crate::citation::Source;
use crate::dossier::Dossier;
use crate::plan::{Address, Domain};
use crate::records::{Day, Status};
use crate::topic;

/// `guihua topic --json`: a topic with its targets, its tasks and the places that mention it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "topic")]
pub struct Topic<'a> {
    /// The version of this shape.
    version: Version,
    /// The plan.
    plan: PlanName<'a>,
    /// The day of the evaluation.
    as_of: Day,
    /// What was asked for, as typed.
    asked: &'a str,
    /// What each word was taken to mean, in the order in which they were typed.
    words: Vec<Word<'a>>,
    /// The targets, those named first, of these those with a figure to reach.
    targets: Vec<PromisedTarget<'a>>,
    /// The tasks, those found by their own words first.
    tasks: Vec<TopicTask<'a>>,
    /// The other sentences and headings that mention it, in reading order.
    mentions: Vec<Mention<'a>>,
    /// The answer as one paragraph with its citation.
    #[schemars(extend("x-for-readers" = true))]
    paragraph: String,
}

/// What a typed word was taken to mean.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "TopicWord")]
struct Word<'a> {
    /// The word as the plan has it; as typed where the plan has only words that belong to it.
    word: &'a str,
    /// Whether the plan has the word itself.
    in_plan: bool,
    /// Other words of the plan that belong to the topic and were looked for as well.
    related: &'a [String],
    /// Other words of the plan that the letters may spell, the most probable first.
    others: &'a [String],
}

/// A target of a topic with its evaluation.
#[derive(Debug, Serialize, JsonSchema)]
struct PromisedTarget<'a> {
    /// How it belongs to the topic.
    tie: topic::Tie,
    #[serde(flatten)]
    target: EvaluatedTarget<'a>,
}

/// A task of a topic.
#[derive(Debug, Serialize, JsonSchema)]
struct TopicTask<'a> {
    /// Where it stands.
    address: Address,
    /// The domain that it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    domain: Option<&'a Domain>,
    /// Its lead sentence without the full stop.
    title: &'a str,
    /// Whether its own words mention the topic; else it serves a target that is named by it.
    mentioned: bool,
    /// The latest record of its progress; without a record there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'a Status>,
    /// Its sentences that belong to the topic.
    measures: Vec<Measure<'a>>,
}

/// A sentence or heading that mentions a topic.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "TopicMention")]
struct Mention<'a> {
    /// Where it stands.
    address: Address,
    /// Its words.
    text: &'a str,
    /// What matched in them: first character and the one after the last, counted from 0.
    text_ranges: Vec<[usize; 2]>,
}

impl<'a> Topic<'a> {
    /// An answer with the words of the plan.
    pub fn of(
        dossier: &'a Dossier,
        assessment: &'a Assessment,
        answer: &'a topic::Answer,
        source: Source<'_>,
    ) -> Self {
        let promises = answer.promises.iter().filter_map(|promise| {
            let target = dossier.plan.targets.get(promise.target)?;
            let evaluation = assessment.evaluation(target)?;
            Some(PromisedTarget {
                tie: promise.tie,
                target: EvaluatedTarget::of(target, evaluation, dossier),
            })
        });
        let tasks = answer.tasks.iter();
        let mentions = answer.mentions.iter();
        Self {
            version: Version,
            plan: PlanName::of(&dossier.plan),
            as_of: Day(assessment.as_of),
            asked: &answer.asked,
            words: answer.meanings.iter().map(Word::of).collect(),
            targets: promises.collect(),
            tasks: tasks
                .map(|it| TopicTask::of(dossier, assessment, it))
                .collect(),
            mentions: mentions.map(|it| Mention::of(dossier, it)).collect(),
            paragraph: topic::paragraph(source, assessment, answer),
        }
    }
}

impl<'a> Word<'a> {
    fn of(meaning: &'a topic::Meaning) -> Self {
        Self {
            word: &meaning.word,
            in_plan: meaning.is_in_plan,
            related: &meaning.related,
            others: &meaning.others,
        }
    }
}

impl<'a> TopicTask<'a> {
    fn of(dossier: &'a Dossier, assessment: &Assessment, served: &topic::Served) -> Self {
        let node = dossier.outline.node(served.task);
        let status = |at: Address| dossier.book.status_of_task(at, assessment.as_of);
        let measures = served.measures.iter().map(|it| Measure {
            address: it.at,
            text: node
                .prose
                .reading()
                .get(it.words.clone())
                .unwrap_or_default(),
            status: status(it.at),
        });
        Self {
            address: node.address,
            domain: node.domain.as_ref(),
            title: node.title(),
            mentioned: served.is_mentioned,
            status: status(node.address),
            measures: measures.collect(),
        }
    }
}

impl<'a> Mention<'a> {
    fn of(dossier: &'a Dossier, mention: &topic::Mention) -> Self {
        let reading = dossier.outline.node(mention.node).prose.reading();
        let place = &mention.place;
        let start = place.words.start;
        let text = reading.get(place.words.clone()).unwrap_or_default();
        let within = |range: &std::ops::Range<usize>| {
            let end = range.end.min(place.words.end);
            range.start.max(start) - start..end - start
        };
        let found: Vec<_> = place.found.iter().map(within).collect();
        Self {
            address: place.at,
            text,
            text_ranges: in_characters(text, &found),
        }
    }
}
