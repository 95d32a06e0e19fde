//! Records (监测记录): what has been observed of targets, and how far targets and tasks have come, each with its source.
//!
//! They live in YAML sequences: `observations.yaml` beside the plan ships what has been published, and the user's own
//! file grows by one line a record. Everything here but [`Store`] is pure; build.rs compiles it as well.

mod book;
mod carried;
mod check;
mod decode;
mod model;
mod plausible;
mod schema;
mod store;
pub mod typed;
mod write;

pub use self::book::{Book, Held, Origin};
pub use self::carried::{PlanFile, open};
pub(crate) use self::check::takes_baseline;
pub use self::check::{Fault, Side, check};
pub use self::decode::{Entry, Ledger, load, survey};
pub use self::model::{
    Day, Flag, Moment, NotAMoment, Observation, Record, Stage, Standing, Status, Subject, figure,
    last_day,
};
pub use self::plausible::{doubt, has_come, in_one_unit};
pub use self::store::Store;
pub use self::write::line;
