//! Kinds judged by the figure of the goal's year: a level to reach, or a direction.

use rust_decimal::Decimal;

use super::Case;
use crate::evaluation::measure::{rounded, signed};
use crate::evaluation::{Evaluation, Measure, Verdict};
use crate::plan::Kind;
use crate::records::{Flag, Moment, Observation};
use crate::wording;
use crate::words::say;

/// The time from the base to the figure and to the deadline, in days of the figure's year: elapsed, whole.
pub(super) type Time = (i64, i64);

impl Case<'_> {
    /// The tolerance of 左右 in the target's unit; 0 for other kinds.
    fn tolerance(&self) -> Decimal {
        match self.target.kind {
            Kind::About => self.goal().abs() * self.method.about,
            _ => Decimal::ZERO,
        }
    }

    /// The base in figures of the target: nothing for a change over the term, which is counted from it.
    fn base(&self) -> Option<Decimal> {
        match self.target.kind {
            Kind::PeriodChange => Some(Decimal::ZERO),
            _ => self.baseline.as_ref().map(|base| base.value.decimal()),
        }
    }

    /// The figure to reach: that of the goal, or for a change by an amount the baseline and the amount.
    fn level_to_reach(&self) -> Decimal {
        match (self.target.kind, self.base()) {
            (Kind::ChangeBy, Some(base)) => base + self.goal() * self.sense(),
            _ => self.goal(),
        }
    }

    /// The gap to the goal; negative beyond it.
    fn shortfall(&self, value: Decimal) -> Decimal {
        (self.level_to_reach() - value) * self.sense()
    }

    fn meets(&self, value: Decimal) -> bool {
        let shortfall = self.shortfall(value);
        match self.target.kind {
            Kind::About => shortfall.abs() <= self.tolerance(),
            _ => shortfall <= Decimal::ZERO,
        }
    }

    /// The distance from the baseline to the goal; `None` unless positive.
    fn way(&self) -> Option<Decimal> {
        Some(self.shortfall(self.base()?)).filter(|way| *way > Decimal::ZERO)
    }

    /// Kinds with a figure to reach at the end.
    pub(super) fn level(&self, evaluation: &mut Evaluation) {
        let Some(judged) = self.judged(evaluation) else {
            return;
        };
        if self.target.kind == Kind::ChangeBy && self.baseline.is_none() {
            self.without_baseline(evaluation, self.is_final(judged));
            return;
        }
        let value = judged.value.decimal();
        let gone = self.way().map(|way| (way, way - self.shortfall(value)));
        evaluation.gap = Some(self.shortfall(value));
        evaluation.measure = match gone {
            Some((way, gone)) => Measure::Progress {
                fraction: gone / way,
            },
            None => Measure::Margin {
                value: value - self.level_to_reach(),
            },
        };
        let time = self.time(judged.period);
        if let (Some(_), Some((elapsed, whole))) = (gone, time) {
            evaluation.expected = Some(Decimal::from(elapsed) / Decimal::from(whole));
        }
        evaluation.met_since = self.met_since();
        let running = self.running(value, gone, time);
        Case::conclude(evaluation, self.is_final(judged), running, || {
            self.last(value)
        });
        if evaluation.verdict == Verdict::ReachedLate {
            evaluation.met_late = self.met_late();
        }
        evaluation.tolerance = self.tolerated(evaluation.verdict);
        self.remark_on_level(evaluation);
        self.remark_on_rounding(evaluation, value);
        Case::remark_on_time(evaluation);
    }

    /// The time of `moment`; `None` where the base year or the goal's is not known, or the figure is not after the base.
    fn time(&self, moment: Moment) -> Option<Time> {
        let base = match &self.baseline {
            Some(base) => base.year,
            None => self.start?.saturating_sub(1),
        };
        let (position, days) = moment.position();
        let elapsed = position - i64::from(base) * days;
        let whole = (i64::from(self.goal.year.known()?) - i64::from(base)) * days;
        (elapsed > 0 && whole > 0).then_some((elapsed, whole))
    }

    fn running(
        &self,
        value: Decimal,
        gone: Option<(Decimal, Decimal)>,
        time: Option<Time>,
    ) -> Verdict {
        let is_about = self.target.kind == Kind::About;
        match gone {
            _ if self.meets(value) => Verdict::AlreadyReached,
            _ if is_about && self.shortfall(value) < Decimal::ZERO => Verdict::BeyondRange,
            None => Verdict::NotYet,
            Some((way, _)) if way < self.least_way() => Verdict::TooSmall,
            _ if self.is_at_baseline(value) => Verdict::UnchangedWithinRounding,
            Some((way, gone)) => self.pace(gone, way, time),
        }
    }

    /// Five units in the last printed digit of goal and baseline: on a shorter way the rounding error of the baseline,
    /// half a unit, would exceed a tenth of the way. Without a baseline there is no such error.
    fn least_way(&self) -> Decimal {
        let Some(base) = &self.baseline else {
            return Decimal::ZERO;
        };
        let printed = std::iter::once(base.value).chain(self.goal.value);
        let decimals = printed.map(|number| number.decimal().scale()).max();
        Decimal::new(5, decimals.unwrap_or(0))
    }

    /// Half a unit in the last printed digit of the baseline: its rounding error. `None` without a baseline.
    pub(super) fn rounding_of_baseline(&self) -> Option<Decimal> {
        let base = self.baseline.as_ref()?.value.decimal();
        Some(Decimal::new(5, base.scale() + 1))
    }

    /// Whether the figure differs from the baseline by no more than its rounding error.
    pub(super) fn is_at_baseline(&self, value: Decimal) -> bool {
        let base = self.baseline.as_ref().map(|base| base.value.decimal());
        base.zip(self.rounding_of_baseline())
            .is_some_and(|(base, error)| (value - base).abs() <= error)
    }

    /// The verdict on pace: `gone` of `way` against time, multiplied out to avoid rounding. Without time only a
    /// retreat can be told.
    pub(super) fn pace(&self, gone: Decimal, way: Decimal, time: Option<Time>) -> Verdict {
        if gone < Decimal::ZERO {
            return Verdict::Retreating;
        }
        let Some((elapsed, whole)) = time else {
            return Verdict::NotYet;
        };
        let done = gone * Decimal::from(whole);
        let due = way * Decimal::from(elapsed);
        match done {
            _ if done >= due * self.method.ahead => Verdict::Ahead,
            _ if done >= due * self.method.on_course => Verdict::OnCourse,
            _ if done >= due * self.method.behind => Verdict::Behind,
            _ => Verdict::FarBehind,
        }
    }

    /// The verdict on the final figure.
    fn last(&self, value: Decimal) -> Verdict {
        let base = self.base();
        let worse = base.is_some_and(|base| (value - base) * self.sense() < Decimal::ZERO)
            && !self.is_at_baseline(value);
        let late = self.late.iter().filter(|it| it.flag != Flag::Break);
        if self.meets(value) {
            let since = self.met_since();
            return match since {
                Some(year) if Some(year) < self.goal.year.known() => Verdict::ReachedEarly,
                _ => Verdict::Reached,
            };
        }
        if self.meets_when_rounded(value) {
            return Verdict::ReachedByRounding;
        }
        if late.into_iter().any(|it| self.meets(it.value.decimal())) {
            return Verdict::ReachedLate;
        }
        match self.target.kind {
            Kind::About if self.shortfall(value) < Decimal::ZERO => Verdict::BeyondRange,
            _ if worse => self.missed_beyond_baseline(),
            _ => Verdict::Missed,
        }
    }

    /// The year since which all figures in time meet the goal.
    fn met_since(&self) -> Option<u16> {
        let mut since = None;
        for observation in self.in_time.iter().filter(|it| it.flag != Flag::Break) {
            since = match (self.meets(observation.value.decimal()), since) {
                (true, None) => Some(observation.period.year()),
                (true, since) => since,
                (false, _) => None,
            };
        }
        since
    }

    /// Whether the figure meets the goal when rounded to the goal's digits. Not where the baseline would too: then the
    /// digits are too coarse. Not for 左右, which has a tolerance, nor for full coverage.
    fn meets_when_rounded(&self, value: Decimal) -> bool {
        if matches!(self.target.kind, Kind::About | Kind::FullCoverage) {
            return false;
        }
        let decimals = self.goal().scale();
        if let (Kind::ChangeBy, Some(base)) = (self.target.kind, self.base()) {
            return rounded((value - base) * self.sense(), decimals) >= self.goal();
        }
        let meets = |value| self.meets(rounded(value, decimals));
        meets(value) && !self.base().is_some_and(meets)
    }

    /// The first figure after the goal's year that meets the goal, with its unit.
    fn met_late(&self) -> Option<Observation> {
        let late = self.late.iter().filter(|it| it.flag != Flag::Break);
        let mut met = late.filter(|it| self.meets(it.value.decimal()));
        met.next().map(|it| Observation {
            unit: it.unit.clone().or_else(|| self.target.unit.clone()),
            ..(*it).clone()
        })
    }

    /// The tolerance, for the verdicts on 左右 that it decides.
    fn tolerated(&self, verdict: Verdict) -> Option<Decimal> {
        let decides = matches!(
            verdict,
            Verdict::AlreadyReached
                | Verdict::Reached
                | Verdict::ReachedEarly
                | Verdict::ReachedLate
                | Verdict::Missed
                | Verdict::MissedBelowBaseline
                | Verdict::MissedAboveBaseline
                | Verdict::BeyondRange
        );
        (decides && self.target.kind == Kind::About).then_some(self.method.about)
    }

    /// Remarks when the goal was met, if not in its year.
    fn remark_on_time(evaluation: &mut Evaluation) {
        let remark = match (
            evaluation.verdict,
            evaluation.met_since,
            &evaluation.met_late,
        ) {
            (Verdict::ReachedEarly, Some(year), _) => {
                say!("自{year}年起一直达到目标", year)
            }
            (Verdict::ReachedLate, _, Some(late)) => say!(
                "目标年末未达到；{when}{value}达到，已逾期",
                when = late.period.shown(),
                value = wording::measured(late.value, late.unit.as_deref())
            ),
            _ => return,
        };
        evaluation.remarks.push(remark);
    }

    pub(super) fn remark_on_level(&self, evaluation: &mut Evaluation) {
        let target = self.target;
        if target.kind == Kind::About {
            let percent = (self.method.about * Decimal::ONE_HUNDRED).normalize();
            let (goal, tolerance) = (self.goal(), self.tolerance().normalize());
            evaluation.remarks.push(say!(
                "“左右”按±{percent}%计（{least}—{most}），此容差为本程序所定，非规划所载",
                percent,
                least = wording::numeral((goal - tolerance).normalize()),
                most = wording::figure((goal + tolerance).normalize(), target)
            ));
        }
        if evaluation.verdict == Verdict::ReachedByRounding {
            evaluation.remarks.push(say!(
                "按目标的小数位四舍五入后为{goal}",
                goal = self.goal.value.map(wording::numeral).unwrap_or_default()
            ));
        }
        if evaluation.verdict == Verdict::Reached && self.goal.year.known().is_none() {
            evaluation
                .remarks
                .push(say!("规划没有写明目标年份，按最新数据判"));
        }
        let from_record = self.baseline.as_ref().and_then(|base| base.source.as_ref());
        if from_record.is_some() {
            evaluation
                .remarks
                .push(say!("基期值取自监测记录，非规划所载"));
        }
    }

    /// The remark on a figure that can't be told from the baseline.
    pub(super) fn remark_on_rounding(&self, evaluation: &mut Evaluation, value: Decimal) {
        let shown = [Some(evaluation.verdict), evaluation.interim];
        let (Some(base), Some(error)) = (&self.baseline, self.rounding_of_baseline()) else {
            return;
        };
        if shown.contains(&Some(Verdict::UnchangedWithinRounding)) {
            evaluation.remarks.push(say!(
                "与基期之差{change}不超过基期值{base}的取整误差（末位的一半，{error}）",
                change = signed(value - base.value.decimal()),
                base = wording::numeral(base.value),
                error
            ));
        }
    }
}
