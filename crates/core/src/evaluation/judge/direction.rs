//! Goals of which only the direction is given: the latest figure against the baseline.

use rust_decimal::Decimal;

use super::Case;
use crate::evaluation::{Evaluation, Measure, Verdict};

impl Case<'_> {
    /// Only the direction is given: the latest figure against the baseline.
    pub(super) fn direction(&self, evaluation: &mut Evaluation) {
        let Some(judged) = self.judged(evaluation) else {
            return;
        };
        let is_final = self.is_final(judged);
        let Some(base) = self.baseline.as_ref() else {
            self.without_baseline(evaluation, is_final);
            return;
        };
        let change = judged.value.decimal() - base.value.decimal();
        evaluation.measure = Measure::Change { value: change };
        let better = change * self.sense();
        let running = match better {
            _ if better.is_zero() => Verdict::Unchanged,
            _ if self.is_at_baseline(judged.value.decimal()) => Verdict::UnchangedWithinRounding,
            _ if better > Decimal::ZERO => Verdict::RightWay,
            _ => Verdict::WrongWay,
        };
        Case::conclude(evaluation, is_final, running, || match running {
            Verdict::RightWay => Verdict::Reached,
            Verdict::Unchanged => Verdict::Missed,
            Verdict::UnchangedWithinRounding => running,
            _ => self.missed_beyond_baseline(),
        });
        self.remark_on_level(evaluation);
        self.remark_on_rounding(evaluation, judged.value.decimal());
    }
}
