//! The records as types.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::comment::{Comment, Matter};
use super::moment::{Day, Moment};
use super::schema::SubjectKeys;
use crate::plan::{Address, Number, schema};
use crate::words::{say, tr, twin};

/// One record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Record {
    /// A figure of a target (监测数据).
    Observation(Observation),
    /// The status of a task, or of a target without a figure (进展).
    Status(Status),
    /// An analyst's words on a target or on the plan as a whole (分析意见).
    Comment(Comment),
}

impl Record {
    /// The day on which it holds; an evaluation uses records up to its own day.
    pub fn day(&self) -> Date {
        match self {
            Self::Observation(observation) => observation.period.end(),
            Self::Status(status) => status.date.0,
            Self::Comment(comment) => comment.date.0,
        }
    }

    /// Whether it is meant to replace an earlier one.
    pub fn replaces(&self) -> bool {
        match self {
            Self::Observation(observation) => observation.replaces,
            Self::Status(status) => status.replaces,
            Self::Comment(comment) => comment.replaces,
        }
    }

    /// Its subject and time, for messages.
    pub fn name(&self) -> String {
        match self {
            Self::Observation(it) => match &it.area {
                None => say!("“{id}”{period} 的数据", id = it.target, period = it.period),
                Some(area) => say!(
                    "“{id}”{area} {period} 的数据",
                    id = it.target,
                    area,
                    period = it.period
                ),
            },
            Self::Status(it) => match &it.subject {
                Subject::Target(id) => say!("“{id}”{date} 的进展", id, date = it.date),
                Subject::Task(address) => {
                    say!("任务 {address} {date} 的进展", address, date = it.date)
                }
            },
            Self::Comment(it) => {
                let matter = tr(it.words.matter().label());
                match &it.target {
                    Some(id) => say!("“{id}”{date} 的{matter}", id, date = it.date, matter),
                    None => say!("全规划 {date} 的{matter}", date = it.date, matter),
                }
            }
        }
    }

    /// Its subject and time.
    pub fn slot(&self) -> Slot {
        match self {
            Self::Observation(it) => Slot::Figure(it.target.clone(), it.area.clone(), it.period),
            Self::Status(it) => Slot::Stage(it.subject.clone(), it.date),
            Self::Comment(it) => Slot::Words(it.words.matter(), it.target.clone(), it.date),
        }
    }

    /// What it is about; `None` for the plan as a whole.
    pub(super) fn subject(&self) -> Option<Subject> {
        match self {
            Self::Observation(it) => Some(Subject::Target(it.target.clone())),
            Self::Status(it) => Some(it.subject.clone()),
            Self::Comment(it) => it.target.clone().map(Subject::Target),
        }
    }

    /// The record with `replaces` set.
    #[must_use]
    pub(super) fn replacing(mut self, replaces: bool) -> Self {
        match &mut self {
            Self::Observation(it) => it.replaces = replaces,
            Self::Status(it) => it.replaces = replaces,
            Self::Comment(it) => it.replaces = replaces,
        }
        self
    }
}

/// The subject and time of a record; of two records of one slot, the later replaces the earlier.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Slot {
    /// A figure of a target, of a reference area if one is named, for a time.
    Figure(String, Option<String>, Moment),
    /// The status of a subject on a day.
    Stage(Subject, Day),
    /// Words on a target, or on the plan as a whole, for an evaluation of a day.
    Words(Matter, Option<String>, Day),
}

/// A figure of a target for a year, a part of one, or a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Observation {
    /// The id of the target.
    #[schemars(with = "schema::Id")]
    pub target: String,
    /// The reference area that it is of, such as 全市; absent for the area of the plan. Shown beside the target and never
    /// judged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub area: Option<String>,
    /// The year at whose end it holds (or that it sums up), the part of a year at whose end it holds, or its day.
    pub period: Moment,
    /// The figure, in the target's unit.
    pub value: Number,
    /// The unit as given; the target's, if the plan prints one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The benchmark's figure for the same period: the city's, or the growth of the economy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub benchmark: Option<Number>,
    /// A qualification of the figure.
    #[serde(default, skip_serializing_if = "Flag::is_normal")]
    pub flag: Flag,
    /// How reliable the source is, if stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
    /// Who published it where. Never empty.
    pub source: String,
    /// What a reader must know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The day it was written down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded: Option<Day>,
    /// Whether it is meant to replace an earlier record of the same target and period.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub replaces: bool,
}

/// The status of a target or task on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Status {
    /// The target or task.
    #[serde(flatten)]
    #[schemars(with = "SubjectKeys")]
    pub subject: Subject,
    /// The status itself.
    #[serde(rename = "status")]
    pub stage: Stage,
    /// The day on which that held.
    pub date: Day,
    /// The source; required for a target.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// What a reader must know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The day it was written down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded: Option<Day>,
    /// Whether it is meant to replace an earlier record of the same subject and day.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub replaces: bool,
}

/// The subject of a status.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// A target, by id.
    Target(String),
    /// A task or safeguard, by address.
    Task(Address),
}

/// The progress of a task or target (进展).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub enum Stage {
    /// Not started.
    #[serde(rename = "未启动")]
    NotStarted,
    /// Under way.
    #[serde(rename = "推进中")]
    Underway,
    /// Done.
    #[serde(rename = "已完成")]
    Completed,
    /// Given up, or ended without being done.
    #[serde(rename = "未完成")]
    NotCompleted,
    /// Changed by a later decision.
    #[serde(rename = "已调整")]
    Adjusted,
}

impl Stage {
    /// Every stage with its Chinese label, which files and commands use as well.
    pub const ALL: [(&'static str, Self); 5] = [
        ("未启动", Self::NotStarted),
        ("推进中", Self::Underway),
        ("已完成", Self::Completed),
        ("未完成", Self::NotCompleted),
        ("已调整", Self::Adjusted),
    ];

    /// The Chinese label.
    pub fn label(self) -> &'static str {
        word(&Self::ALL, self)
    }

    /// The stage of a label or of its English twin.
    pub fn named(text: &str) -> Option<Self> {
        let is_called = |word: &str| {
            word == text || twin(word).is_some_and(|twin| twin.eq_ignore_ascii_case(text))
        };
        let mut known = Self::ALL.into_iter();
        known.find(|(word, _)| is_called(word)).map(|(_, it)| it)
    }
}

/// A qualification of a figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Flag {
    /// Nothing.
    #[default]
    Normal,
    /// It may yet be revised (初步数).
    Provisional,
    /// It was estimated (估计数).
    Estimated,
    /// Not comparable with baseline and goal (口径不一致): shown, never computed with.
    Break,
}

impl Flag {
    /// Every flag with its word in files and commands.
    pub const ALL: [(&'static str, Self); 4] = [
        ("normal", Self::Normal),
        ("provisional", Self::Provisional),
        ("estimated", Self::Estimated),
        ("break", Self::Break),
    ];

    /// The Chinese label; empty for a normal figure.
    pub fn label(self) -> &'static str {
        match self {
            Self::Normal => "",
            Self::Provisional => "初步数",
            Self::Estimated => "估计数",
            Self::Break => "口径不一致",
        }
    }

    /// Whether `text` names it: 初步数, 初步 or `provisional`.
    pub fn is_called(self, text: &str) -> bool {
        let label = self.label();
        !text.is_empty()
            && (text == word(&Self::ALL, self)
                || text == label
                || label.strip_suffix('数') == Some(text))
    }

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde passes a reference"
    )]
    fn is_normal(&self) -> bool {
        *self == Self::Normal
    }
}

/// How reliable a source is (来源等级).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Read in the official publication itself.
    Official,
    /// Read where a third party cites the official publication.
    Quoted,
    /// Not checked against any official publication.
    Unverified,
}

impl Standing {
    /// Every standing with its word in files and commands.
    pub const ALL: [(&'static str, Self); 3] = [
        ("official", Self::Official),
        ("quoted", Self::Quoted),
        ("unverified", Self::Unverified),
    ];

    /// The Chinese label.
    pub fn label(self) -> &'static str {
        match self {
            Self::Official => "官方公布",
            Self::Quoted => "第三方转引官方",
            Self::Unverified => "未核实",
        }
    }
}

/// The word for a value in such a table.
pub(super) fn word<T: Copy + PartialEq>(words: &[(&'static str, T)], value: T) -> &'static str {
    words
        .iter()
        .find(|(_, known)| *known == value)
        .map_or("", |(word, _)| word)
}
