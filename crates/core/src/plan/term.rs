//! Terms (术语): the named things of a plan, for its index. Where they occur is worked out, not stored.

use borsh::{BorshDeserialize as Unpack, BorshSerialize as Pack};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Address;
use crate::words::{self, Language};

/// A named thing of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema)]
pub struct Term {
    /// Its name in the words of the plan.
    pub name: String,
    /// What it is.
    pub kind: TermKind,
    /// Other words of the plan for the same thing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Words that people use for the same thing, whether the plan has them or not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub synonyms: Vec<String>,
    /// The place where the plan explains it; none where it only names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub explained: Option<Address>,
}

impl Term {
    /// The name and the aliases.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name)
            .chain(&self.aliases)
            .map(String::as_str)
    }
}

/// What a named thing is.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    Pack,
    Unpack,
    JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum TermKind {
    /// A policy, a strategy or a system of rules.
    Policy,
    /// A programme: a project, a campaign or an action with a name.
    Programme,
    /// A document that is cited.
    Document,
    /// An institution.
    Institution,
    /// A place.
    Place,
    /// A spatial scheme, such as 两城三带三区.
    Scheme,
}

impl TermKind {
    /// Every kind, with the word plan.yaml uses for it and the word shown to readers.
    pub const ALL: [(Self, &'static str, &'static str); 6] = [
        (Self::Policy, "policy", "政策"),
        (Self::Programme, "programme", "工程行动"),
        (Self::Document, "document", "文件"),
        (Self::Institution, "institution", "机构"),
        (Self::Place, "place", "地点"),
        (Self::Scheme, "scheme", "空间格局"),
    ];

    /// The word for one thing of the kind in the language of the interface.
    pub fn name(self) -> &'static str {
        let words = Self::ALL.iter().find(|(kind, ..)| *kind == self);
        words.map_or("", |(_, word, label)| match words::language() {
            Language::Chinese => label,
            Language::English => word,
        })
    }

    /// The word that readers see of the kind as a group.
    pub fn label(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(kind, ..)| *kind == self)
            .map_or("", |(_, _, label)| label)
    }
}
