//! The document as a tree: notice, preface, chapters, sections, subsections, paragraphs.
//!
//! The shape is that of plan.yaml. Within a heading, paragraphs come first, then principles or tasks, then subsections.

use borsh::{BorshDeserialize as Unpack, BorshSerialize as Pack};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Domain, Prose, schema};

/// The notice by which the plan was issued (印发通知), with the table of particulars above it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema)]
pub struct Notice {
    /// The table of particulars (公文信息), in its printed order.
    pub fields: Vec<Field>,
    /// The notice's title.
    pub title: Prose,
    /// Whom it is addressed to (主送机关).
    pub addressees: Prose,
    /// Its text.
    pub paragraphs: Vec<Prose>,
    /// Who signed it (落款).
    pub issuer: Prose,
    /// The date below the signature, as printed.
    pub date: Prose,
}

/// One particular of the notice: a label and what stands beside it, which may be nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema)]
pub struct Field {
    /// The label, such as 索引号.
    pub label: String,
    /// The entry; empty where the page leaves it empty.
    #[schemars(with = "schema::MaybeEmpty")]
    pub value: Prose,
}

/// The plan itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema)]
pub struct Body {
    /// The title above the text.
    pub title: Prose,
    /// The paragraphs before the first chapter (序言).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub preface: Vec<Prose>,
    /// The chapters (章).
    #[schemars(length(min = 1))]
    pub chapters: Vec<Chapter>,
    /// The line that names the attachment (附件), if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attachment: Option<Prose>,
}

/// A chapter (一、).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema)]
pub struct Chapter {
    /// Its heading without the number.
    pub title: Prose,
    /// Paragraphs directly below the heading.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Prose>,
    /// Its sections (节).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Section>,
    /// Sections whose heading runs into their only paragraph (保障措施).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub safeguards: Vec<Clause>,
}

/// A section (（一）).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema)]
pub struct Section {
    /// Its heading without the number.
    pub title: Prose,
    /// The domain (领域) that its tasks belong to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<Domain>,
    /// Paragraphs directly below the heading.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Prose>,
    /// Principles (基本原则).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub principles: Vec<Principle>,
    /// Tasks (主要任务) directly below the heading.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<Clause>,
    /// Its subsections.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subsections: Vec<Subsection>,
}

/// A subsection (1.).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema)]
pub struct Subsection {
    /// Its heading without the number.
    pub title: Prose,
    /// Paragraphs below the heading.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Prose>,
    /// Tasks below the heading.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<Clause>,
}

/// A principle (原则): its name and its text, which together are one paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema)]
pub struct Principle {
    /// The lead sentence that names it, with its full stop.
    pub name: Prose,
    /// The rest of the paragraph.
    pub text: Prose,
}

/// A task (任务) or a safeguard (保障措施): the lead sentence and the text, which together are one paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema)]
pub struct Clause {
    /// The lead sentence with its full stop.
    pub title: Prose,
    /// The rest of the paragraph; may be empty.
    #[schemars(with = "schema::MaybeEmpty")]
    pub text: Prose,
}
