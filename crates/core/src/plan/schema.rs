//! Schemas of the scalars of a plan file, for editors and validators: what the loader takes, said in JSON Schema.
//!
//! A file is read as it is written: a figure, a year or an address may stand in quotes or not, and YAML takes the address
//! `3.1` for a number. What the program itself writes has one form, which the schemas of its answers give.

use schemars::{Schema, json_schema};
use serde_json::json;

use super::{Address, Number, Prose};

/// What stands below a heading, as plan.yaml writes it: a box, a paragraph with a sentence, a table with a cell, a picture.
const BELOW: &str = r"(b[1-9][0-9]*)?(p[1-9][0-9]*(s[1-9][0-9]*)?|t[1-9][0-9]*(r[1-9][0-9]*(c[1-9][0-9]*)?|p[1-9][0-9]*)?|f[1-9][0-9]*)?";
/// The part of a document, or the heading, as plan.yaml writes it.
const HEADING: &str = r"([1-9][0-9]*(\.[1-9][0-9]*){0,7}|a[1-9][0-9]*(\.[1-9][0-9]*){0,8}|(masthead|notice|preface|attachment)(\.|$))";
/// The place as the plan prints it: `三、（一）2.第4段`.
const PRINTED: &str = r"([〇一二三四五六七八九十百]+、(（[〇一二三四五六七八九十百]+）([1-9][0-9]*\.)?)?|公文信息|通知|序言|附件)(第[1-9][0-9]*段)?";
/// Text in one line whose marks `⟦⟧` come in pairs, are not nested and have one to eight candidates between them. That no
/// two of these are equal is for the loader.
const MARKED: &str = r"^[^⟦⟧\n]*(⟦[^⟦⟧|｜\n]+(\|[^⟦⟧|｜\n]+){0,7}⟧[^⟦⟧\n]*)*$";

/// Gives a type a schema that stands wherever the type is used.
#[macro_export]
macro_rules! inline_schema {
    ($type:ty, $name:literal, $schema:expr) => {
        impl schemars::JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                $name.into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let is_read: bool = generator.contract().is_deserialize();
                let schema: fn(bool) -> schemars::Schema = $schema;
                schema(is_read)
            }
        }
    };
}
pub use inline_schema;

inline_schema!(Address, "Address", |is_read| if is_read {
    let pattern = format!("^({HEADING}{BELOW}|{PRINTED})$");
    json_schema!({ "type": ["string", "number"], "pattern": pattern, "exclusiveMinimum": 0 })
} else {
    json_schema!({ "type": "string", "pattern": format!("^{HEADING}{BELOW}$") })
});

inline_schema!(Number, "Number", |is_read| if is_read {
    json_schema!({
        "type": ["number", "string"],
        "pattern": r"^-?[0-9]{1,15}(\.[0-9]{1,8})?$",
        "exclusiveMinimum": -1_000_000_000_000_000_i64,
        "exclusiveMaximum": 1_000_000_000_000_000_i64,
    })
} else {
    json_schema!({ "type": "number" })
});

inline_schema!(Prose, "Prose", |_| json_schema!({
    "type": "string",
    "minLength": 1,
    "pattern": MARKED,
}));

/// Stands for [`Prose`] that may be empty.
pub(crate) struct MaybeEmpty;

inline_schema!(MaybeEmpty, "MaybeEmpty", |_| json_schema!({
    "type": "string",
    "pattern": MARKED,
}));

/// Stands for a number of a heading as printed; empty for a heading without one.
pub(crate) struct Printed;

inline_schema!(Printed, "Printed", |_| json_schema!({
    "type": "string",
    "pattern": r"^.*$",
}));

/// Stands for a number of columns or rows that a cell spans.
pub(crate) struct Span;

inline_schema!(Span, "Span", |is_read| count(is_read, 1));

/// Stands for a number of rows, which may be none.
pub(crate) struct Rows;

inline_schema!(Rows, "Rows", |is_read| count(is_read, 0));

/// A whole number up to 100.
fn count(is_read: bool, least: u8) -> Schema {
    if is_read {
        let pattern = format!("^([{least}-9]|[1-9][0-9]|100)$");
        json_schema!({ "type": ["integer", "string"], "pattern": pattern, "minimum": least, "maximum": 100 })
    } else {
        json_schema!({ "type": "integer", "minimum": least, "maximum": 100 })
    }
}

/// Stands for a year.
pub struct Year;

inline_schema!(Year, "Year", year);

/// The schema of a year.
pub(super) fn year(is_read: bool) -> Schema {
    if is_read {
        json_schema!({
            "type": ["integer", "string"],
            "pattern": "^(19|2[0-9])[0-9]{2}$",
            "minimum": 1900,
            "maximum": 2999,
        })
    } else {
        json_schema!({ "type": "integer", "minimum": 1900, "maximum": 2999 })
    }
}

/// Stands for an id in kebab-case.
pub struct Id;

inline_schema!(Id, "Id", |_| json_schema!({
    "type": "string",
    "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
}));

/// Stands for the date of issue.
pub(crate) struct IssueDate;

inline_schema!(IssueDate, "IssueDate", |_| json_schema!({
    "type": "string",
    "pattern": "^[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
}));

/// Stands for a year, a month or a day.
pub(crate) struct PartialDate;

inline_schema!(PartialDate, "PartialDate", |is_read| {
    let pattern = "^[1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";
    let types = if is_read {
        json!(["integer", "string"])
    } else {
        json!("string")
    };
    json_schema!({ "type": types, "pattern": pattern })
});
