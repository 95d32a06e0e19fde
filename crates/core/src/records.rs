//! Records (监测记录): figures observed of targets, and the status of targets and tasks, each with its source, and an
//! analyst's words on them.
//!
//! ```text
//! form, command line, row of a table ──▶ Draft ──admission──▶ Record ──desk──▶ store (the user's file)
//! file ──ledger──▶ records, and the faults of others ──▶ Book
//! ```
//!
//! Files of records are YAML lists: `observations.yaml` beside the plan has what was published, the user's own file one
//! record per line. Everything here but [`Store`] is pure.

mod admission;
mod book;
mod carried;
mod check;
mod comment;
mod decode;
mod describe;
mod desk;
mod draft;
mod edit;
mod error;
mod fault;
mod field;
mod held;
mod known;
mod ledger;
mod model;
mod moment;
mod pieces;
mod plausible;
mod reading;
mod schema;
mod store;
mod subject;
pub mod table;
pub mod typed;
mod write;

pub use self::admission::{Admission, Admitted, Consent, Refusal};
pub use self::book::Book;
pub use self::carried::{PlanFile, open};
pub(crate) use self::check::takes_baseline;
pub use self::check::{Side, check};
pub use self::comment::{Comment, Matter, Words};
pub use self::describe::{describe, task_words};
pub use self::desk::{Added, Desk, describe_all};
pub use self::draft::{Draft, Undated, in_lines};
pub use self::edit::inserted;
pub use self::error::RecordError;
pub use self::fault::Fault;
pub use self::field::{Field, heads};
pub use self::held::{Held, Origin};
pub use self::ledger::{Entry, Ledger, load, survey};
pub use self::model::{Flag, Observation, Record, Slot, Stage, Standing, Status, Subject};
pub use self::moment::{Day, Moment, NotAMoment, YearPart, last_day};
pub use self::reading::read;
pub use self::store::Store;
pub use self::subject::find_target;
pub use self::table::{Row, RowFault, Sheet, Table};
pub use self::write::line;
