//! Linear projection of a target to its goal's year.

use rust_decimal::Decimal;

use super::measure::{Measure, rounded};
use super::{Evaluation, Verdict};
use crate::words::say;

/// A projected figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Projection {
    /// The goal's year.
    pub year: u16,
    /// The figure in the target's unit, with one decimal more than the judged observation.
    pub value: Decimal,
    /// What it comes to of the way from the baseline (0) to the goal (1), unrounded.
    pub fraction: Decimal,
    /// The method in words, shown with the figure.
    pub method: String,
}

impl Projection {
    /// The line through the baseline and the judged observation; `None` without these, or if the target is not running.
    pub fn of(evaluation: &Evaluation) -> Option<Self> {
        let base = evaluation.baseline.as_ref()?;
        let judged = evaluation.judged.as_ref()?;
        let Measure::Progress { fraction } = evaluation.measure else {
            return None;
        };
        if !evaluation.is_running() || evaluation.verdict == Verdict::DifferentMeasure {
            return None;
        }
        let end = evaluation.goal.year.known()?;
        let (position, days) = judged.period.position();
        let base_days = i64::from(base.year) * days;
        let elapsed = Decimal::from(position - base_days);
        let whole = Decimal::from(i64::from(end) * days - base_days);
        let start = base.value.decimal();
        let change = judged.value.decimal() - start;
        let value = start + change.checked_mul(whole)?.checked_div(elapsed)?;
        Some(Self {
            year: end,
            fraction: fraction.checked_mul(whole)?.checked_div(elapsed)?,
            value: rounded(value, judged.value.decimal().scale() + 1),
            method: say!(
                "按{year}年的{base}与{when}的{latest}两点直线外推，只作参考",
                year = base.year,
                base = base.value,
                when = judged.period.shown(),
                latest = judged.value
            ),
        })
    }
}
