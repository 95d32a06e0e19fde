//! Topics (主题): what a plan says on what was asked for, and how it stands: one answer for the screen, the command, the
//! clipboard and JSON.
//!
//! ```text
//! typed ──meaning──▶ words that mean it ──gather──▶ targets, tasks and places, each with how it belongs to the topic
//! ```
//!
//! A pure function of a dossier and its search index. An [`Answer`] has indices into the plan and its outline; whoever shows
//! it takes the words from there, and the verdicts from the assessment. What is found brings with it the targets that its sentence and
//! its paragraph state, and the tasks that serve them.

mod families;
mod gather;
mod meaning;
mod near;
mod observed;
mod told;

use std::ops::Range;

use schemars::JsonSchema;
use serde::Serialize;

pub use self::meaning::Meaning;
pub use self::near::{Near, near};
pub use self::observed::{Observed, observed};
pub use self::told::{conclusion, figures, paragraph};
use crate::dossier::Dossier;
use crate::plan::{Address, NodeId, Plan, Target};
use crate::search::{Hit, Index, Query};

/// What a plan says on a topic. Never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What was asked for, as typed.
    pub asked: String,
    /// What each typed word was taken to mean, in the order in which they were typed.
    pub meanings: Vec<Meaning>,
    /// The targets, those that are named first, of these those with a figure to reach.
    pub promises: Vec<Promise>,
    /// The tasks, those found by their own words first.
    pub tasks: Vec<Served>,
    /// The other sentences and headings that mention it, in reading order.
    pub mentions: Vec<Mention>,
}

/// How a target belongs to a topic, the closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Tie {
    /// By its name.
    Name,
    /// By the words that state it, or by their sentence.
    Sentence,
    /// By its paragraph alone.
    Paragraph,
}

/// A target of a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Promise {
    /// Its index in the plan.
    pub target: usize,
    /// How it belongs to the topic.
    pub tie: Tie,
}

/// A task of a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Served {
    /// The task.
    pub task: NodeId,
    /// Whether its own words mention the topic; else it serves a target that is named by it.
    pub is_mentioned: bool,
    /// Its sentences that belong to the topic, in order; all if its title does.
    pub measures: Vec<Place>,
}

/// A sentence, or another part of a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its address.
    pub at: Address,
    /// Its bytes in the reading of the node.
    pub words: Range<usize>,
    /// The bytes in the reading that mention the topic, in order, none overlapping; none in a sentence that only belongs to it.
    pub found: Vec<Range<usize>>,
}

/// A sentence or heading that mentions a topic, and is neither the words of a target nor of a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The heading or paragraph.
    pub node: NodeId,
    /// The sentence in it; of a heading or a row of a table, all of it.
    pub place: Place,
}

impl Answer {
    /// The answer to a query; `None` if the plan says nothing on it.
    pub fn of(dossier: &Dossier, index: &Index, typed: &str) -> Option<Self> {
        let query = Query::parse(typed);
        let words = query.each_word();
        // English names have several words; each alone would be read as pinyin.
        let phrase = (words.len() > 1)
            .then(|| meaning::of_english(&dossier.plan, index, &query))
            .flatten();
        if let Some(meaning) = phrase {
            return Self::of_meanings(dossier, index, typed, vec![meaning]);
        }
        let meanings = words
            .into_iter()
            .map(|word| meaning::of(&dossier.plan, index, &word, &index.search(&word)))
            .collect::<Option<_>>()?;
        Self::of_meanings(dossier, index, typed, meanings)
    }

    /// The same where all hits of what was typed are known.
    pub fn of_hits(dossier: &Dossier, index: &Index, typed: &str, hits: &[Hit]) -> Option<Self> {
        match Query::parse(typed).each_word().as_slice() {
            [word] => {
                let meaning = meaning::of(&dossier.plan, index, word, hits)?;
                Self::of_meanings(dossier, index, typed, vec![meaning])
            }
            _ => Self::of(dossier, index, typed),
        }
    }

    fn of_meanings(
        dossier: &Dossier,
        index: &Index,
        typed: &str,
        meanings: Vec<Meaning>,
    ) -> Option<Self> {
        let query = Query::parse(typed);
        if meanings.is_empty() {
            return None;
        }
        let found = gather::found(index, &query, &meanings);
        let answer = Self {
            asked: typed.trim().to_owned(),
            ..gather::answer(dossier, &found, meanings)
        };
        let is_empty =
            answer.promises.is_empty() && answer.tasks.is_empty() && answer.mentions.is_empty();
        (!is_empty).then_some(answer)
    }

    /// The topic in the words of the plan: `托育`, `高级职称 人才`.
    pub fn name(&self) -> String {
        let words = self.meanings.iter().map(|it| it.word.as_str());
        words.collect::<Vec<_>>().join(" ")
    }

    /// The other words that were looked for as well, each once.
    pub fn related(&self) -> Vec<&str> {
        let mut words: Vec<&str> = Vec::new();
        for word in self.meanings.iter().flat_map(|it| &it.related) {
            if !words.contains(&word.as_str()) {
                words.push(word);
            }
        }
        words
    }

    /// The promises that are named by the topic or stated in a sentence that mentions it.
    pub fn foremost(&self) -> &[Promise] {
        let near = self.promises.partition_point(|it| it.tie < Tie::Paragraph);
        self.promises.get(..near).unwrap_or_default()
    }

    /// Whether its targets are told before its tasks: some target is named by it. Else what the tasks say is closer.
    pub fn leads_with_targets(&self) -> bool {
        self.promises.first().is_some_and(|it| it.tie == Tie::Name)
    }

    /// The promises that are named by the topic; where there are none, the foremost.
    pub fn named(&self) -> &[Promise] {
        match self.promises.partition_point(|it| it.tie == Tie::Name) {
            0 => self.foremost(),
            named => self.promises.get(..named).unwrap_or_default(),
        }
    }

    /// The other targets, which only stand in the same paragraph as what mentions the topic.
    pub fn remote(&self) -> &[Promise] {
        self.promises
            .get(self.foremost().len()..)
            .unwrap_or_default()
    }

    /// The target that was asked for: the only one that is named by the very words. `None` if there is none, or several.
    pub fn only_target<'a>(&self, plan: &'a Plan) -> Option<&'a Target> {
        let named = self.promises.iter().filter(|it| it.tie == Tie::Name);
        let mut named = named.filter_map(|it| plan.targets.get(it.target));
        let first = named.next()?;
        let is_only = named.next().is_none() && is_named(first, &self.meanings);
        is_only.then_some(first)
    }

    /// How many measures its tasks have.
    pub fn measures(&self) -> usize {
        self.tasks.iter().map(|task| task.measures.len()).sum()
    }
}

/// Whether the name of a target has every word that was asked for, rather than words that belong to it.
fn is_named(target: &Target, meanings: &[Meaning]) -> bool {
    meanings.iter().all(|it| target.name.contains(&it.word))
}
