//! A record that counts, with its origin.

use schemars::JsonSchema;
use serde::Serialize;

use super::model::Record;

/// Where a record comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// Shipped with the plan.
    Shipped,
    /// Written by the user.
    Own,
}

impl Origin {
    /// The Chinese label.
    pub fn label(self) -> &'static str {
        match self {
            Self::Shipped => "随附",
            Self::Own => "自记",
        }
    }
}

/// A record that counts, with its origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Its origin.
    pub origin: Origin,
    /// The record.
    pub record: Record,
}
