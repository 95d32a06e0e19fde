//! The JSON of commands (`--json`) as types. docs/json.md describes it to users; the doc comments here are the
//! descriptions in its schema (`guihua schema output`).
//!
//! Rules for all of them, within version 1:
//!
//! - Keys are never renamed or removed and never change their meaning; new keys may come.
//! - A missing value has no key: nothing is `null`. A list is always there, perhaps empty.
//! - Enumerations are English words in kebab-case, whatever the language of the interface. Texts of plans and records
//!   are unchanged. Sentences for readers are in the language of the interface; their schema has `x-for-readers`.
//! - A figure has the digits that the plan prints; a computed one is not rounded.

#![expect(
    clippy::struct_field_names,
    reason = "a field is the key that users read, and targets has targets"
)]

mod bookmarks;
mod check;
mod collect;
mod config;
mod coverage;
mod document;
mod import;
mod lines;
mod lookup;
mod reading;
mod records;
mod report;
mod targets;
mod topic;
mod unit;

use std::io::{self, Write};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

pub use self::bookmarks::Bookmarks;
pub use self::check::Check;
pub use self::collect::Collect;
pub use self::config::Config;
pub use self::coverage::Coverage;
pub use self::document::{Found, Terms, Text};
pub use self::import::Import;
pub use self::lines::{RecordLine, TargetLine, TextLine};
pub use self::lookup::{Cited, Contents, Place, ShownTerm, Tasks};
pub use self::records::Records;
pub use self::report::Report;
pub use self::targets::{Target, Targets};
pub use self::topic::Topic;
pub use self::unit::Unit;
use crate::plan::Plan;
use crate::plan::schema::inline_schema;

/// The version of the shapes.
#[derive(Clone, Copy, Debug)]
struct Version;

impl Version {
    const NUMBER: u8 = 2;
}

impl Serialize for Version {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(Self::NUMBER)
    }
}

inline_schema!(
    Version,
    "Version",
    |_| json_schema!({ "type": "integer", "const": Version::NUMBER })
);

/// Which plan an answer is about.
#[derive(Debug, Serialize, JsonSchema)]
struct PlanName<'a> {
    /// The id of the plan.
    id: &'a str,
    /// Its title as one cites it.
    title: &'a str,
}

impl<'a> PlanName<'a> {
    fn of(plan: &'a Plan) -> Self {
        Self {
            id: &plan.meta.id,
            title: &plan.meta.title,
        }
    }
}

/// Writes an answer as indented JSON.
pub fn write(answer: &impl Serialize, out: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, answer)?;
    writeln!(out)
}

/// Writes an answer as one line of JSON.
pub fn write_line(answer: &impl Serialize, out: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, answer)?;
    writeln!(out)
}

/// The schema of every answer; the schemas of their parts stay in `generator`.
pub(crate) fn schemas(generator: &mut SchemaGenerator) -> Vec<Schema> {
    vec![
        generator.subschema_for::<Targets<'_>>(),
        generator.subschema_for::<Target<'_>>(),
        generator.subschema_for::<Topic<'_>>(),
        generator.subschema_for::<Found<'_>>(),
        generator.subschema_for::<Terms<'_>>(),
        generator.subschema_for::<Records<'_>>(),
        generator.subschema_for::<Bookmarks<'_>>(),
        generator.subschema_for::<Collect<'_>>(),
        generator.subschema_for::<Coverage<'_>>(),
        generator.subschema_for::<Check<'_>>(),
        generator.subschema_for::<Text<'_>>(),
        generator.subschema_for::<Place<'_>>(),
        generator.subschema_for::<ShownTerm<'_>>(),
        generator.subschema_for::<Contents<'_>>(),
        generator.subschema_for::<Tasks<'_>>(),
        generator.subschema_for::<Cited<'_>>(),
        generator.subschema_for::<Report<'_>>(),
        generator.subschema_for::<TextLine<'_>>(),
        generator.subschema_for::<TargetLine<'_>>(),
        generator.subschema_for::<RecordLine<'_>>(),
        generator.subschema_for::<Config>(),
        generator.subschema_for::<Import<'_>>(),
    ]
}
