//! The plan: what plan.yaml says, as types, and the outline derived from it.
//!
//! Pure data. Nothing here reads files or knows of a terminal. A [`Plan`] that exists is sound:
//! the module `load` is the only way to make one from a file, and it refuses dangling addresses,
//! unknown domains and quotes that do not stand in the text.

mod address;
mod block;
mod claim;
mod document;
mod node;
mod number;
pub mod numbering;
mod outline;
pub mod packed;
mod prose;
pub mod schema;
mod sentence;
mod table;
mod target;
mod term;

use std::collections::BTreeMap;

use borsh::{BorshDeserialize as Unpack, BorshSerialize as Pack};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use self::address::{Address, DEEPEST, NotAnAddress, Part};
pub use self::block::{
    Block, Due, Duties, Duty, Panel, Picture, Principle, Section, Task, TaskKind,
};
pub use self::claim::{Claim, Discord, Reckoning};
pub use self::document::{Attachment, Body, Field, Notice};
pub use self::node::{Detail, Node, NodeId, NodeKind, OpenPlace, Row, RowCell};
pub use self::number::{Number, measured, numeral, operand};
pub use self::outline::Outline;
use self::packed::Text;
pub use self::prose::{Prose, Run, Supplied};
pub(crate) use self::prose::{bracketed, without_marks};
pub use self::sentence::sentences;
pub use self::table::{Cell, Table};
pub use self::target::{
    Adjustment, Binding, Citation, Direction, GoalYear, Kind, LinkOrigin, ServedBy, Stated, Target,
    Tier,
};
pub use self::term::{Term, TermKind};

/// A domain (领域) of the plan, such as 人才, by its name.
pub type Domain = String;

/// A whole plan. Serializes to the shape of plan.yaml. The default says nothing, and is not sound.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema,
)]
pub struct Plan {
    /// What the document is.
    pub meta: Meta,
    /// The domains, in the order in which they are shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("uniqueItems" = true))]
    pub domains: Vec<Domain>,
    /// The notice by which it was issued.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<Notice>,
    /// The text.
    #[serde(rename = "plan")]
    pub body: Body,
    /// The documents attached to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
    /// Places where the published text seems damaged and no reading is sure (存疑).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub open_readings: Vec<OpenReading>,
    /// Every goal that the plan states.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<Target>,
    /// What it says about its own figures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<Claim>,
    /// Figures that do not fit together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub discords: Vec<Discord>,
    /// English glosses of domains, targets and terms, by their names.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(with = "BTreeMap<String, String>")]
    pub english: BTreeMap<Text, Text>,
    /// What a program was not sure of and a person should look at (存疑).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub doubts: Vec<Doubt>,
    /// What of the published text the plan leaves out, and why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub omitted: Vec<Omitted>,
    /// The named things of the plan (术语), for its index.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<Term>,
}

impl Plan {
    /// The target with this id.
    pub fn target(&self, id: &str) -> Option<&Target> {
        self.targets.iter().find(|target| target.id == id)
    }
}

/// What the document is, for titles and citations.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema,
)]
pub struct Meta {
    /// A stable name for the plan, in kebab-case.
    #[schemars(with = "schema::Id")]
    pub id: String,
    /// The title as one cites it.
    pub title: String,
    /// The region it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub region: Option<String>,
    /// Who issued it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub issuer: Option<String>,
    /// The document number (发文字号).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub document_number: Option<String>,
    /// The date of issue, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "schema::IssueDate")]
    pub issued: Option<String>,
    /// The years it covers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Period")]
    pub period: Option<Period>,
    /// The year of its long-term vision (远景目标), if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "schema::Year")]
    pub vision_year: Option<u16>,
    /// The address of the published page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub source: Option<String>,
}

/// The term of a plan (规划期), both years included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema)]
pub struct Period {
    /// The first year.
    #[schemars(with = "schema::Year")]
    pub start: u16,
    /// The last year.
    #[schemars(with = "schema::Year")]
    pub end: u16,
}

impl Period {
    /// The year before the term: its base year (基期).
    pub fn base_year(self) -> u16 {
        self.start.saturating_sub(1)
    }
}

/// Something that a program was not sure of. It is taken out once a person has decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema)]
pub struct Doubt {
    /// Where it stands.
    pub at: Address,
    /// The words it is about; absent where it is about the whole place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub quote: Option<String>,
    /// What is doubtful, and why.
    pub note: String,
    /// What may be right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub proposal: Option<String>,
}

/// A piece of the published text that the plan leaves out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema)]
pub struct Omitted {
    /// The line of the published text, from 1; absent where the text is a line of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "u32", range(min = 1))]
    pub line: Option<u32>,
    /// What stands there.
    pub text: String,
    /// Why it is left out: a page number, a running head, a button.
    pub reason: String,
}

/// A place where characters seem lost and no restoration is sure: the text stands as published, or shows the likeliest of the
/// candidates that it names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema)]
pub struct OpenReading {
    /// The words as they stand.
    #[serde(flatten)]
    pub citation: Citation,
    /// What seems lost, and the possible readings.
    pub note: String,
}
