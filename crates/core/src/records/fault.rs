//! A fault of a record, as a message.

use std::fmt;

use super::field::Field;
use crate::words::tr;

/// A fault of a record and its remedy, in the language of the interface.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The faulty field; `None` for the record as a whole.
    pub field: Option<Field>,
    /// What is wrong.
    pub what: String,
    /// What to do; empty where `what` says it.
    pub remedy: String,
}

impl Fault {
    /// The same fault, with `field` if it names none.
    #[must_use]
    pub(super) fn of(mut self, field: Field) -> Self {
        self.field = self.field.or(Some(field));
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { what, remedy, .. } = self;
        if remedy.is_empty() {
            return f.write_str(what);
        }
        write!(f, "{what}{}{remedy}", tr("；"))
    }
}

impl std::error::Error for Fault {}

/// A fault of the record as a whole.
pub(super) fn fault(what: impl Into<String>, remedy: impl Into<String>) -> Fault {
    Fault {
        field: None,
        what: what.into(),
        remedy: remedy.into(),
    }
}
