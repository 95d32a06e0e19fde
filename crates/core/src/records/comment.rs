//! The analyst's words (分析意见): issues with their causes, and advice, on a target or on the plan as a whole. They are
//! records like others: of one matter, subject and day the last one counts.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::draft::Draft;
use super::fault::{Fault, fault};
use super::field::Field;
use super::moment::Day;
use crate::plan::schema;
use crate::words::{say, tr};

/// An analyst's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Comment {
    /// The id of the target; absent where the words are on the plan as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "schema::Id")]
    pub target: Option<String>,
    /// The words.
    #[serde(flatten)]
    #[schemars(with = "WordsKeys")]
    pub words: Words,
    /// The day of the evaluation that they are written for; reports as of that day or a later one have them.
    pub date: Day,
    /// The day it was written down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded: Option<Day>,
    /// Whether it is meant to replace an earlier one of the same matter, subject and day.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub replaces: bool,
}

/// Words by what they are on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Words {
    /// What is wrong, and why (问题与原因).
    Issue(String),
    /// What should be done (对策建议).
    Advice(String),
}

impl Words {
    /// The text.
    pub fn text(&self) -> &str {
        match self {
            Self::Issue(text) | Self::Advice(text) => text,
        }
    }

    /// The paragraphs of the text.
    pub fn paragraphs(&self) -> impl Iterator<Item = &str> {
        self.text().lines()
    }

    /// The text in one line, for lists.
    pub fn in_line(&self) -> String {
        self.paragraphs().collect::<Vec<&str>>().join(" ")
    }

    /// What they are on.
    pub fn matter(&self) -> Matter {
        match self {
            Self::Issue(_) => Matter::Issue,
            Self::Advice(_) => Matter::Advice,
        }
    }
}

/// What an analyst writes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Matter {
    /// What is wrong, and why.
    Issue,
    /// What should be done.
    Advice,
}

impl Matter {
    /// The Chinese label.
    pub fn label(self) -> &'static str {
        match self {
            Self::Issue => "问题与原因",
            Self::Advice => "对策建议",
        }
    }

    /// Words on this matter.
    pub(super) fn words(self, text: String) -> Words {
        match self {
            Self::Issue => Words::Issue(text),
            Self::Advice => Words::Advice(text),
        }
    }
}

/// The keys of the words: one of the two.
#[derive(JsonSchema)]
#[schemars(extend("oneOf" = [{ "required": ["issue"] }, { "required": ["advice"] }]))]
#[expect(dead_code, reason = "only its schema is wanted")]
struct WordsKeys {
    /// What is wrong with the target or the plan, and why; each paragraph on a line of its own.
    #[schemars(default, skip_serializing_if = "Option::is_none", with = "String")]
    issue: Option<String>,
    /// What should be done about it; each paragraph on a line of its own.
    #[schemars(default, skip_serializing_if = "Option::is_none", with = "String")]
    advice: Option<String>,
}

/// The fields that a comment has.
const FIELDS: [Field; 6] = [
    Field::Target,
    Field::Issue,
    Field::Advice,
    Field::Date,
    Field::Unit,
    Field::Recorded,
];

/// The matter that a draft has words on, if it has any; a draft of a comment has nothing else.
pub(super) fn matter(draft: &Draft) -> Result<Option<Matter>, Fault> {
    let has = |field| draft.get(field).is_some();
    let matter = match (has(Field::Issue), has(Field::Advice)) {
        (false, false) => return Ok(None),
        (true, false) => Matter::Issue,
        (false, true) => Matter::Advice,
        (true, true) => {
            let what = tr("一条记录只写问题或建议之一");
            return Err(fault(what, tr("分成两条")).of(Field::Advice));
        }
    };
    if let Some(other) = Field::all().find(|field| has(*field) && !FIELDS.contains(field)) {
        let what = say!(
            "“{matter}”一条不能再有“{other}”",
            matter = tr(matter.label()),
            other = other.name()
        );
        return Err(fault(what, tr("分成两条")).of(other));
    }
    Ok(Some(matter))
}
