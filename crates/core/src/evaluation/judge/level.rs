//! Kinds judged by the figure of the goal's year: a level to reach, or a direction.

use rust_decimal::Decimal;

use super::Case;
use crate::evaluation::measure::rounded;
use crate::evaluation::{Evaluation, Measure, Verdict};
use crate::plan::Kind;
use crate::records::{Flag, Moment, Observation};
use crate::wording;
use crate::words::say;

impl Case<'_> {
    /// The tolerance of 左右 in the target's unit; 0 for other kinds.
    fn tolerance(&self) -> Decimal {
        match self.target.kind {
            Kind::About => self.goal().abs() * self.method.about,
            _ => Decimal::ZERO,
        }
    }

    /// The gap to the goal; negative beyond it.
    fn shortfall(&self, value: Decimal) -> Decimal {
        (self.goal() - value) * self.sense()
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
        let base = self.baseline.as_ref()?.value.decimal();
        Some(self.shortfall(base)).filter(|way| *way > Decimal::ZERO)
    }

    /// Kinds with a figure to reach at the end.
    pub(super) fn level(&self, evaluation: &mut Evaluation) {
        let Some(judged) = self.judged(evaluation) else {
            return;
        };
        let value = judged.value.decimal();
        let gone = self.way().map(|way| (way, way - self.shortfall(value)));
        evaluation.gap = Some(self.shortfall(value));
        evaluation.measure = match gone {
            Some((way, gone)) => Measure::Progress {
                fraction: gone / way,
            },
            None => Measure::Margin {
                value: value - self.goal(),
            },
        };
        let (elapsed, whole) = self.time(judged.period);
        if gone.is_some() {
            evaluation.expected = Some(Decimal::from(elapsed) / Decimal::from(whole));
        }
        evaluation.met_since = self.met_since();
        let running = self.running(value, gone, (elapsed, whole));
        Case::conclude(evaluation, self.is_final(judged), running, || {
            self.last(value)
        });
        if evaluation.verdict == Verdict::ReachedLate {
            evaluation.met_late = self.met_late();
        }
        evaluation.tolerance = self.tolerated(evaluation.verdict);
        self.remark_on_level(evaluation);
        Case::remark_on_time(evaluation);
    }

    /// The time from the baseline to `moment` and to the deadline, in days of the year's length.
    fn time(&self, moment: Moment) -> (i64, i64) {
        let base = self
            .baseline
            .as_ref()
            .map_or(self.term.base_year(), |base| base.year);
        let (position, days) = moment.position();
        let elapsed = position - i64::from(base) * days;
        let whole = (i64::from(self.target.year.last()) - i64::from(base)) * days;
        (elapsed, whole.max(1))
    }

    fn running(
        &self,
        value: Decimal,
        gone: Option<(Decimal, Decimal)>,
        time: (i64, i64),
    ) -> Verdict {
        let is_about = self.target.kind == Kind::About;
        match gone {
            _ if self.meets(value) => Verdict::AlreadyReached,
            _ if is_about && self.shortfall(value) < Decimal::ZERO => Verdict::BeyondRange,
            None => Verdict::NotYet,
            Some((way, _)) if way < self.least_way() => Verdict::TooSmall,
            Some((way, gone)) => self.pace(gone, way, time),
        }
    }

    /// Five units in the last printed digit of goal and baseline: on a shorter way the rounding error of the baseline,
    /// half a unit, would exceed a tenth of the way.
    fn least_way(&self) -> Decimal {
        let base = self.baseline.iter().map(|base| base.value);
        let printed = base.chain(self.target.goal);
        let decimals = printed.map(|number| number.decimal().scale()).max();
        Decimal::new(5, decimals.unwrap_or(0))
    }

    /// The verdict on pace: `gone` of `way` against time, multiplied out to avoid rounding.
    pub(super) fn pace(
        &self,
        gone: Decimal,
        way: Decimal,
        (elapsed, whole): (i64, i64),
    ) -> Verdict {
        let done = gone * Decimal::from(whole);
        let due = way * Decimal::from(elapsed);
        match done {
            _ if done < Decimal::ZERO => Verdict::Retreating,
            _ if done >= due * self.method.ahead => Verdict::Ahead,
            _ if done >= due * self.method.on_course => Verdict::OnCourse,
            _ if done >= due * self.method.behind => Verdict::Behind,
            _ => Verdict::FarBehind,
        }
    }

    /// The verdict on the final figure.
    fn last(&self, value: Decimal) -> Verdict {
        let base = self.baseline.as_ref().map(|base| base.value.decimal());
        let worse = base.is_some_and(|base| (value - base) * self.sense() < Decimal::ZERO);
        let late = self.late.iter().filter(|it| it.flag != Flag::Break);
        if self.meets(value) {
            let since = self.met_since();
            return match since {
                Some(year) if year < self.target.year.last() => Verdict::ReachedEarly,
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
            _ if worse && self.sense().is_sign_negative() => Verdict::MissedAboveBaseline,
            _ if worse => Verdict::MissedBelowBaseline,
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
        let meets = |value| self.meets(rounded(value, self.goal().scale()));
        let base = self.baseline.as_ref().map(|base| base.value.decimal());
        meets(value) && !base.is_some_and(meets)
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

    fn remark_on_level(&self, evaluation: &mut Evaluation) {
        let target = self.target;
        if target.kind == Kind::About {
            let percent = (self.method.about * Decimal::ONE_HUNDRED).normalize();
            let (goal, tolerance) = (self.goal(), self.tolerance().normalize());
            evaluation.remarks.push(say!(
                "“左右”按±{percent}%计（{least}—{most}），此容差为本程序所定，非规划所载",
                percent,
                least = (goal - tolerance).normalize(),
                most = wording::figure((goal + tolerance).normalize(), target)
            ));
        }
        if evaluation.verdict == Verdict::ReachedByRounding {
            evaluation.remarks.push(say!(
                "按目标的小数位四舍五入后为{goal}",
                goal = target.goal.map(|goal| goal.to_string()).unwrap_or_default()
            ));
        }
        let from_record = self.baseline.as_ref().and_then(|base| base.source.as_ref());
        if from_record.is_some() {
            evaluation
                .remarks
                .push(say!("基期值取自监测记录，非规划所载"));
        }
    }

    /// Only the direction is given: the latest figure against the baseline.
    pub(super) fn direction(&self, evaluation: &mut Evaluation) {
        let Some(judged) = self.judged(evaluation) else {
            return;
        };
        let is_final = self.is_final(judged);
        let Some(base) = self.baseline.as_ref() else {
            Case::conclude(evaluation, is_final, Verdict::NoBaseline, || {
                Verdict::NoBaseline
            });
            let year = self.term.base_year();
            evaluation
                .remarks
                .push(say!("规划没有基期值；可另记{year}年的值作基期", year));
            return;
        };
        let change = judged.value.decimal() - base.value.decimal();
        evaluation.measure = Measure::Change { value: change };
        let better = change * self.sense();
        let running = match better {
            _ if better > Decimal::ZERO => Verdict::RightWay,
            _ if better.is_zero() => Verdict::Unchanged,
            _ => Verdict::WrongWay,
        };
        Case::conclude(evaluation, is_final, running, || match running {
            Verdict::RightWay => Verdict::Reached,
            Verdict::Unchanged => Verdict::Missed,
            _ if self.sense().is_sign_negative() => Verdict::MissedAboveBaseline,
            _ => Verdict::MissedBelowBaseline,
        });
        self.remark_on_level(evaluation);
    }
}
