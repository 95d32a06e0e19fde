//! The years of a target for which every year counts: each with what it came to.

use rust_decimal::Decimal;

/// A year of the term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Year {
    /// The year.
    pub year: u16,
    /// What it came to.
    pub state: YearState,
}

/// What a year came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearState {
    /// The condition of the year was met.
    Met,
    /// It was not.
    Missed,
    /// What the year adds to the sum, in the target's unit.
    Added(Decimal),
    /// The year is over, and there is no figure that could be judged.
    Missing,
    /// The year is not over.
    Ahead,
}
