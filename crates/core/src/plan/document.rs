//! The documents of a plan: the notice that issued it, the plan itself, its attachments.

use borsh::{BorshDeserialize as Unpack, BorshSerialize as Pack};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Block, Prose, schema};

/// The notice by which the plan was issued (印发通知), with the table of particulars above it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema)]
pub struct Notice {
    /// The table of particulars (公文信息), in its printed order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<Field>,
    /// The notice's title.
    pub title: Prose,
    /// Whom it is addressed to (主送机关).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Prose")]
    pub addressees: Option<Prose>,
    /// Its text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Prose>,
    /// Who signed it (落款).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Prose")]
    pub issuer: Option<Prose>,
    /// The date below the signature, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Prose")]
    pub date: Option<Prose>,
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

/// The plan itself. The default is empty.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema,
)]
pub struct Body {
    /// The title above the text.
    pub title: Prose,
    /// The first number of each level of headings (一、), outermost first, where they are not the usual ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<schema::Printed>", length(max = 8))]
    pub numbering: Vec<String>,
    /// The text in its order. What stands before the first section is the preamble (序言).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub content: Vec<Block>,
    /// The line that names the attachments (附件：…), if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Prose")]
    pub attachment: Option<Prose>,
}

/// A document that is attached to the plan (附件).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema)]
pub struct Attachment {
    /// What is printed before its title: 附件1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Its title.
    pub title: Prose,
    /// The first number of each level of headings, where they are not the usual ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<schema::Printed>", length(max = 8))]
    pub numbering: Vec<String>,
    /// The text in its order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub content: Vec<Block>,
}
