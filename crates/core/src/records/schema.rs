//! JSON Schemas of times and of the subject of a status.

use schemars::{JsonSchema, json_schema};

use super::moment::{Day, Moment};
use crate::plan::Address;
use crate::plan::schema::{Id, inline_schema};

/// A day from 1900 to 2999.
const DAY: &str = "(19|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";

inline_schema!(Day, "Day", |_| json_schema!({
    "type": "string",
    "format": "date",
    "pattern": format!("^{DAY}$"),
}));

inline_schema!(Moment, "Moment", |is_read| {
    let pattern = format!("^((19|2[0-9])[0-9]{{2}}(H[12]|Q[1-4]|-(0[1-9]|1[0-2]))?|{DAY})$");
    if is_read {
        json_schema!({
            "type": ["integer", "string"],
            "pattern": pattern,
            "minimum": 1900,
            "maximum": 2999,
        })
    } else {
        json_schema!({ "type": "string", "pattern": pattern })
    }
});

/// The keys of the subject of a status: one of the two; a target needs a source.
#[derive(JsonSchema)]
#[schemars(extend("oneOf" = [{ "required": ["target", "source"] }, { "required": ["task"] }]))]
#[expect(dead_code, reason = "only its schema is wanted")]
pub(super) struct SubjectKeys {
    /// The id of the target.
    #[schemars(default, skip_serializing_if = "Option::is_none", with = "Id")]
    target: Option<String>,
    /// The address of the task or safeguard.
    #[schemars(default, skip_serializing_if = "Option::is_none", with = "Address")]
    task: Option<Address>,
}
