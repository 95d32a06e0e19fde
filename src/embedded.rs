//! The built-in plan and its published observations, encoded by build.rs.

use crate::plan::{Outline, Plan, packed};
use crate::records::{PlanFile, Record, check};

/// plan.yaml as build.rs checked and encoded it.
const PLAN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/plan.borsh"));

/// Its text.
const TEXT: &str = include_str!(concat!(env!("OUT_DIR"), "/plan.txt"));

/// The id of the built-in plan, which the shipped observations are about.
pub const PLAN_ID: &str = env!("GUIHUA_PLAN_ID");

/// The built-in plan.
///
/// # Panics
/// Never: build.rs wrote the bytes from a `Plan`, and a test reads them back.
#[expect(
    clippy::expect_used,
    reason = "build.rs wrote these bytes from the very type that reads them"
)]
pub fn plan() -> Plan {
    packed::unpack(PLAN, TEXT).expect("build.rs encodes a valid plan")
}

/// The built-in plan as if read from a file.
pub fn file() -> PlanFile {
    let plan = plan();
    let outline = Outline::of(&plan);
    PlanFile {
        plan,
        outline,
        carried: None,
    }
}

/// observations.yaml as build.rs checked and encoded it.
const OBSERVATIONS: &str = include_str!(concat!(env!("OUT_DIR"), "/observations.json"));

/// The published observations of the built-in plan.
///
/// # Panics
/// Never: build.rs wrote the JSON from records, and a test reads it back.
#[expect(
    clippy::expect_used,
    reason = "build.rs wrote this JSON from the very type that reads it"
)]
pub fn observations() -> Vec<Record> {
    serde_json::from_str(OBSERVATIONS).expect("build.rs encodes valid records")
}

/// The built-in observations that fit `plan`; none if it is not the built-in plan.
pub fn shipped(plan: &Plan, outline: &Outline) -> Vec<Record> {
    if plan.meta.id != PLAN_ID {
        return Vec::new();
    }
    // `plan` may be another edition of the built-in plan that lacks a target.
    let fits = |record: &Record| check(record, plan, outline).is_ok();
    observations().into_iter().filter(fits).collect()
}
