//! Goals for every year: growth by so many percent a year on average, and goals that are set anew every year.

use rust_decimal::Decimal;

use super::Case;
use super::yearly::met;
use crate::evaluation::mean::Compound;
use crate::evaluation::{Evaluation, Measure, Verdict};
use crate::records::Observation;
use crate::words::{say, tr};

impl Case<'_> {
    /// The geometric mean of the growth of all years against the goal.
    pub(super) fn mean_growth(&self, evaluation: &mut Evaluation) {
        let (usable, missing) = self.by_year();
        evaluation.missing = missing;
        let Some(latest) = self.latest_year(&usable, evaluation) else {
            return;
        };
        let is_final = self.is_final(latest);
        let rates: Vec<Decimal> = usable.iter().map(|it| it.value.decimal()).collect();
        let Some(growth) = Compound::of(&rates) else {
            let verdict = Verdict::Incomplete;
            Case::conclude(evaluation, is_final, verdict, || verdict);
            evaluation
                .remarks
                .push(tr("增速不大于−100%或大得无法连乘，求不出年均增速；请核对记录").to_owned());
            return;
        };
        let mean = growth.mean();
        evaluation.measure = Measure::MeanGrowth {
            percent: mean,
            years: usable.len(),
        };
        evaluation.gap = Some(self.goal() - mean);
        let is_met = growth.reaches(self.goal());
        self.conclude_years(evaluation, is_final, is_met);
        if mean == self.goal().normalize() && !growth.is(self.goal()) {
            evaluation.remarks.push(say!(
                "年均增速按两位小数取整后等于目标值；判定用未取整的乘积"
            ));
        }
        self.remark_on_missing(evaluation);
    }

    /// Each year's figure against the goal of that year.
    pub(super) fn against_yearly_goals(&self, evaluation: &mut Evaluation) {
        let (usable, _) = self.by_year();
        let Some(latest) = self.latest_year(&usable, evaluation) else {
            return;
        };
        let has_goal = |it: &&Observation| it.benchmark.is_some();
        let paired: Vec<&Observation> = usable.iter().copied().filter(has_goal).collect();
        evaluation.missing = self.missing(&paired);
        let excess = |it: &Observation| Some(it.value.decimal() - it.benchmark?.decimal());
        let Some((last, margin)) = paired.last().and_then(|it| Some((it, excess(it)?))) else {
            let verdict = Verdict::NoBenchmark;
            Case::conclude(evaluation, self.is_final(latest), verdict, || verdict);
            evaluation
                .remarks
                .push(tr("记录里没有当年所定的目标，无从比较").to_owned());
            return;
        };
        evaluation.judged = Some((*last).clone());
        let worse = |it: &&&Observation| {
            excess(it).is_some_and(|excess| excess * self.sense() < Decimal::ZERO)
        };
        evaluation.years = self.years_with(&usable, |it| {
            it.benchmark?;
            Some(met(!worse(&&it)))
        });
        let missed = paired.iter().filter(worse).count();
        evaluation.measure = Measure::YearsMet {
            met: paired.len() - missed,
            observed: paired.len(),
            margin: Some(margin),
        };
        evaluation.gap = Some(-margin * self.sense());
        if missed > 0 && (evaluation.ended || self.is_final(last)) {
            // One year decides.
            evaluation.verdict = Verdict::Missed;
        } else {
            self.conclude_years(evaluation, self.is_final(last), missed == 0);
        }
        self.remark_on_missing(evaluation);
    }

    /// The verdict on goals for every year: they are met or missed only once no year is missing.
    fn conclude_years(&self, evaluation: &mut Evaluation, is_final: bool, is_met: bool) {
        let (running, whole) = if is_met {
            (Verdict::MetSoFar, Verdict::Reached)
        } else {
            (Verdict::NotMetSoFar, Verdict::Missed)
        };
        let whole = self.if_complete(evaluation, whole);
        Case::conclude(evaluation, is_final, running, || whole);
    }
}
