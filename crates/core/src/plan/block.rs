//! Blocks: what the text of a plan consists of, in its order.
//!
//! In a plan file a plain string is a paragraph, and everything else is named by its first key: `- section: …`.

use std::borrow::Cow;

use borsh::{BorshDeserialize as Unpack, BorshSerialize as Pack};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{Address, Domain, Prose, Table, schema};

/// A block of the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema)]
#[serde(untagged)]
pub enum Block {
    /// A paragraph.
    Paragraph(Prose),
    /// A heading with what stands below it.
    Section(Section),
    /// A task (任务).
    Task(Task),
    /// A principle (原则).
    Principle(Principle),
    /// A table (表).
    Table(Table),
    /// A box (专栏).
    Box(Panel),
    /// A place where a picture stood.
    Picture(Picture),
}

/// A heading with what stands below it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema)]
pub struct Section {
    /// The heading without its number.
    #[serde(rename = "section")]
    pub title: Prose,
    /// What follows the heading on its own line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "schema::MaybeEmpty")]
    pub text: Option<Prose>,
    /// The number as printed, where it doesn't follow from the one before; empty where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "schema::Printed")]
    pub number: Option<String>,
    /// The domain (领域) that its tasks belong to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Domain")]
    pub domain: Option<Domain>,
    /// What stands below it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub content: Vec<Block>,
}

/// A principle (原则): its name and its text, which together are one paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema)]
pub struct Principle {
    /// The lead sentence that names it, with its full stop.
    #[serde(rename = "principle")]
    pub name: Prose,
    /// The rest of the paragraph.
    #[serde(default, skip_serializing_if = "Prose::is_empty")]
    pub text: Prose,
}

/// A task (任务): the lead sentence and the text, which together are one paragraph. Its sentences are its measures (举措).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema)]
pub struct Task {
    /// The lead sentence with its full stop.
    #[serde(rename = "task")]
    pub title: Prose,
    /// The rest of the paragraph.
    #[serde(default, skip_serializing_if = "Prose::is_empty")]
    pub text: Prose,
    /// What kind of task it is.
    #[serde(default, skip_serializing_if = "TaskKind::is_task")]
    pub kind: TaskKind,
    /// Who does it, and until when.
    #[serde(flatten)]
    pub duties: Duties,
}

/// What kind of task it is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum TaskKind {
    /// A task (任务).
    #[default]
    Task,
    /// A project (项目、工程).
    Project,
    /// A reform (改革).
    Reform,
}

impl TaskKind {
    /// Every kind with the word that plan files use for it.
    pub const ALL: [(&'static str, Self); 3] = [
        ("task", Self::Task),
        ("project", Self::Project),
        ("reform", Self::Reform),
    ];

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde hands over a reference"
    )]
    fn is_task(&self) -> bool {
        *self == Self::Task
    }

    /// The word for readers.
    pub fn label(self) -> &'static str {
        match self {
            Self::Task => "任务",
            Self::Project => "项目",
            Self::Reform => "改革",
        }
    }
}

/// Who does something, and until when: the division of work (分工).
#[derive(
    Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema,
)]
pub struct Duties {
    /// Who leads (牵头单位).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Duty")]
    pub lead: Option<Duty>,
    /// Who takes part or is responsible (责任单位、配合单位).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Duty")]
    pub with: Option<Duty>,
    /// When it has to be done (完成时限).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Due")]
    pub due: Option<Due>,
}

impl Duties {
    /// Whether the plan says nothing of the kind.
    pub fn is_empty(&self) -> bool {
        self.lead.is_none() && self.with.is_none() && self.due.is_none()
    }
}

/// Departments, and the words of the plan that name them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema)]
pub struct Duty {
    /// The departments in the words of the plan.
    #[schemars(length(min = 1))]
    pub names: Vec<String>,
    /// The words that name them.
    pub quote: String,
    /// Where these stand, if not in the paragraph itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Address")]
    pub at: Option<Address>,
}

/// A time limit, and the words of the plan that set it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema)]
pub struct Due {
    /// The year, month or day by whose end it has to be done: `2025`, `2025-06`, `2025-06-30`. None for a limit of another
    /// kind (长期坚持).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "schema::PartialDate")]
    pub date: Option<String>,
    /// The words that set it.
    pub quote: String,
    /// Where these stand, if not in the paragraph itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Address")]
    pub at: Option<Address>,
}

/// A box (专栏) with what stands in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema)]
pub struct Panel {
    /// Its title; empty where it has none.
    #[serde(rename = "box")]
    #[schemars(with = "schema::MaybeEmpty")]
    pub title: Prose,
    /// Its number as printed: 专栏1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub number: Option<String>,
    /// What stands in it: all but sections and boxes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<Boxed>")]
    pub content: Vec<Block>,
}

/// Stands for what a box holds: all blocks but sections and boxes.
struct Boxed;

impl JsonSchema for Boxed {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Boxed".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let block = generator.subschema_for::<Block>();
        let named = |key| json!({ "type": "object", "required": [key] });
        json_schema!({ "allOf": [block], "not": { "anyOf": [named("section"), named("box")] } })
    }
}

/// A place where a picture stood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema)]
pub struct Picture {
    /// Its caption; empty where it has none.
    #[serde(rename = "picture")]
    #[schemars(with = "schema::MaybeEmpty")]
    pub caption: Prose,
}
