//! Kinds judged by the figures of all years: a limit, a sum, a comparison, growth in step.

use rust_decimal::Decimal;

use super::Case;
use crate::evaluation::{Evaluation, Measure, Verdict, Year, YearState};
use crate::records::{Flag, Moment, Observation, last_day};
use crate::wording;
use crate::words::{say, tr};

impl Case<'_> {
    /// The figures by year of the term up to the day, and the years that have none.
    pub(super) fn by_year(&self) -> (Vec<&Observation>, Vec<u16>) {
        let usable = self.in_time.iter().copied();
        let usable: Vec<&Observation> = usable
            .filter(|it| it.flag != Flag::Break && matches!(it.period, Moment::Year(_)))
            .collect();
        let missing = self.missing(&usable);
        (usable, missing)
    }

    /// The first and the last of the years that count; `None` where the plan does not say which they are.
    fn span(&self) -> Option<(u16, u16)> {
        self.start.zip(self.goal.year.known())
    }

    /// The years up to the day that none of the figures is for; none where it is not known which years count.
    pub(super) fn missing(&self, figures: &[&Observation]) -> Vec<u16> {
        let Some((first, last)) = self.span() else {
            return Vec::new();
        };
        (first..=last)
            .take_while(|year| last_day(*year) <= self.as_of)
            .filter(|year| !figures.iter().any(|it| it.period.year() == *year))
            .collect()
    }

    /// The verdict once the last year is there: `whole` if no year is missing, as far as it is known which years count.
    pub(super) fn if_complete(&self, evaluation: &Evaluation, whole: Verdict) -> Verdict {
        if self.span().is_some() && evaluation.missing.is_empty() {
            whole
        } else {
            Verdict::Incomplete
        }
    }

    /// The years that count, each with what `state` makes of its figure (`None` where it can't be judged). Where it is
    /// not known which years count, those of the figures.
    pub(super) fn years_with(
        &self,
        figures: &[&Observation],
        state: impl Fn(&Observation) -> Option<YearState>,
    ) -> Vec<Year> {
        let own = figures.iter().map(|it| it.period.year());
        let years: Vec<u16> = match self.span() {
            Some((first, last)) => (first..=last).collect(),
            None => own.collect(),
        };
        let told = |year: u16| {
            let figure = figures.iter().find(|it| it.period.year() == year);
            match figure.and_then(|it| state(it)) {
                Some(state) => state,
                None if figure.is_some() || last_day(year) <= self.as_of => YearState::Missing,
                None => YearState::Ahead,
            }
        };
        let each = years.into_iter();
        each.map(|year| Year {
            year,
            state: told(year),
        })
        .collect()
    }

    /// Sets the latest usable figure as judged; `None` if there is none.
    pub(super) fn latest_year<'b>(
        &self,
        usable: &[&'b Observation],
        evaluation: &mut Evaluation,
    ) -> Option<&'b Observation> {
        let Some(latest) = usable.last().copied() else {
            // All figures are too late or not comparable.
            self.judged(evaluation)?;
            return None;
        };
        evaluation.judged = Some(latest.clone());
        evaluation.provisional = usable
            .iter()
            .any(|it| matches!(it.flag, Flag::Provisional | Flag::Estimated));
        Some(latest)
    }

    /// The goal or less in every year of the term.
    pub(super) fn every_year(&self, evaluation: &mut Evaluation) {
        let (usable, missing) = self.by_year();
        evaluation.missing = missing;
        let Some(latest) = self.latest_year(&usable, evaluation) else {
            return;
        };
        let kept = |it: &&&Observation| it.value.decimal() <= self.goal();
        let years_met = usable.iter().filter(kept).count();
        evaluation.measure = Measure::YearsMet {
            met: years_met,
            observed: usable.len(),
            margin: None,
        };
        evaluation.years = self.years_with(&usable, |it| Some(met(kept(&&it))));
        evaluation.gap = Some(latest.value.decimal() - self.goal());
        let broken = years_met < usable.len();
        match (broken, evaluation.ended || self.is_final(latest)) {
            // One breach decides.
            (true, true) => evaluation.verdict = Verdict::Missed,
            (true, false) => evaluation.verdict = Verdict::LimitBroken,
            (false, _) => {
                let whole = self.if_complete(evaluation, Verdict::Reached);
                let is_final = self.is_final(latest);
                Case::conclude(evaluation, is_final, Verdict::WithinLimit, || whole);
            }
        }
        self.remark_on_breaches(&usable, evaluation);
        self.remark_on_missing(evaluation);
    }

    /// Remarks on each year over the limit, with the excess.
    fn remark_on_breaches(&self, usable: &[&Observation], evaluation: &mut Evaluation) {
        let target = self.target;
        let over = |it: &&&Observation| it.value.decimal() > self.goal();
        evaluation
            .remarks
            .extend(usable.iter().filter(over).map(|it| {
                say!(
                    "{when}{value}突破上限{over}",
                    when = it.period.shown(),
                    value = wording::figure(it.value.decimal(), target),
                    over = wording::amount((it.value.decimal() - self.goal()).normalize(), target)
                )
            }));
    }

    /// Remarks on the years without a figure, and those with an incomparable one.
    pub(super) fn remark_on_missing(&self, evaluation: &mut Evaluation) {
        if evaluation.verdict == Verdict::Incomplete && self.start.is_none() {
            evaluation
                .remarks
                .push(say!("规划没有写明规划期，无从知道应有哪些年的数据"));
        }
        let broken = |year: &u16| {
            let of_year = |it: &&&Observation| it.period == Moment::Year(*year);
            self.in_time
                .iter()
                .any(|it| of_year(&it) && it.flag == Flag::Break)
        };
        let (broken, none): (Vec<u16>, Vec<u16>) =
            evaluation.missing.iter().partition(|year| broken(year));
        let listed = |years: Vec<u16>| {
            years
                .iter()
                .map(u16::to_string)
                .collect::<Vec<_>>()
                .join(tr("、"))
        };
        if !none.is_empty() {
            let years = listed(none);
            evaluation.remarks.push(say!("缺{years}年数据", years));
        }
        if !broken.is_empty() {
            let years = listed(broken);
            let remark = say!("{years}年数据口径不一致，按缺数处理", years);
            evaluation.remarks.push(remark);
        }
    }

    /// The sum over the term.
    pub(super) fn sum(&self, evaluation: &mut Evaluation) {
        let (usable, missing) = self.by_year();
        evaluation.missing.clone_from(&missing);
        let Some(latest) = self.latest_year(&usable, evaluation) else {
            return;
        };
        let sum: Decimal = usable.iter().map(|it| it.value.decimal()).sum();
        let goal = self.goal();
        evaluation.gap = Some(goal - sum);
        evaluation.measure = Measure::Attainment {
            sum,
            fraction: sum.checked_div(goal).unwrap_or_default(),
        };
        evaluation.years =
            self.years_with(&usable, |it| Some(YearState::Added(it.value.decimal())));
        let time = self.years(latest);
        evaluation.expected = time.map(|(gone, whole)| Decimal::from(gone) / Decimal::from(whole));
        evaluation.met_since = self.summed_up_in(&usable);
        let gaps = missing.iter().any(|year| *year < latest.period.year());
        let running = match sum {
            _ if sum >= goal => Verdict::AlreadyReached,
            _ if gaps => Verdict::Incomplete,
            _ => self.pace(sum, goal, time),
        };
        let is_early = evaluation.met_since < self.goal.year.known();
        let whole = match sum {
            _ if sum >= goal && is_early => Verdict::ReachedEarly,
            _ if sum >= goal => Verdict::Reached,
            _ => self.if_complete(evaluation, Verdict::Missed),
        };
        // A sum that is reached stays so: no need to wait for the last year.
        let is_decided = sum >= goal && evaluation.ended;
        let is_final = is_decided || self.is_final(latest);
        Case::conclude(evaluation, is_final, running, || whole);
        if let (Verdict::ReachedEarly, Some(year)) = (evaluation.verdict, evaluation.met_since) {
            evaluation
                .remarks
                .push(say!("各年之和到{year}年已达到目标", year));
        }
        self.remark_on_missing(evaluation);
    }

    /// The years from the base year to that of the figure and to that of the goal.
    fn years(&self, latest: &Observation) -> Option<(i64, i64)> {
        let (first, last) = self.span()?;
        let base = i64::from(first) - 1;
        let gone = i64::from(latest.period.year()) - base;
        Some((gone, (i64::from(last) - base).max(1)))
    }

    /// The year in which the sum reached the goal.
    fn summed_up_in(&self, usable: &[&Observation]) -> Option<u16> {
        let mut sum = Decimal::ZERO;
        usable.iter().find_map(|it| {
            sum += it.value.decimal();
            (sum >= self.goal()).then(|| it.period.year())
        })
    }

    /// Strictly better than the benchmark's figure of the same year.
    pub(super) fn against_benchmark(&self, evaluation: &mut Evaluation) {
        let (usable, _) = self.by_year();
        let Some(latest) = self.latest_year(&usable, evaluation) else {
            return;
        };
        let margins: Vec<(u16, Decimal)> = usable
            .iter()
            .filter_map(|it| {
                let margin = it.value.decimal() - it.benchmark?.decimal();
                Some((it.period.year(), margin))
            })
            .collect();
        let better = |margin: Decimal| margin * self.sense() > Decimal::ZERO;
        evaluation.measure = Measure::YearsMet {
            met: margins.iter().filter(|(_, margin)| better(*margin)).count(),
            observed: margins.len(),
            margin: margins.last().map(|(_, margin)| *margin),
        };
        evaluation.years = self.years_with(&usable, |it| {
            let margin = it.value.decimal() - it.benchmark?.decimal();
            Some(met(better(margin)))
        });
        let own = margins
            .iter()
            .find(|(year, _)| *year == latest.period.year());
        let Some((_, margin)) = own else {
            Case::conclude(
                evaluation,
                self.is_final(latest),
                Verdict::NoBenchmark,
                || Verdict::NoBenchmark,
            );
            let benchmark = self.target.benchmark.as_deref().unwrap_or_default();
            let year = latest.period.year();
            evaluation.remarks.push(say!(
                "缺{year}年{benchmark}的数值，无从比较",
                year,
                benchmark
            ));
            return;
        };
        evaluation.gap = Some(-*margin * self.sense());
        let running = if better(*margin) {
            Verdict::Better
        } else {
            Verdict::NotBetter
        };
        Case::conclude(evaluation, self.is_final(latest), running, || {
            if better(*margin) {
                Verdict::Reached
            } else {
                Verdict::Missed
            }
        });
        if margin.is_zero() {
            evaluation
                .remarks
                .push(say!("两值相等；“低于”“高于”不含本数"));
        }
    }

    /// Mean growth against that of the benchmark over the years that have both.
    pub(super) fn growth(&self, evaluation: &mut Evaluation) {
        let (usable, _) = self.by_year();
        let paired: Vec<&Observation> = usable
            .iter()
            .copied()
            .filter(|it| it.benchmark.is_some())
            .collect();
        let Some(latest) = self.latest_year(&usable, evaluation) else {
            return;
        };
        let gaps: Vec<Decimal> = paired
            .iter()
            .filter_map(|it| Some(it.value.decimal() - it.benchmark?.decimal()))
            .collect();
        let has_final = paired.iter().any(|it| self.is_final(it));
        evaluation.missing = self.missing(&paired);
        if gaps.is_empty() {
            let is_final = self.is_final(latest);
            Case::conclude(evaluation, is_final, Verdict::NoBenchmark, || {
                Verdict::NoBenchmark
            });
            return;
        }
        let (sum, years) = (gaps.iter().sum::<Decimal>(), Decimal::from(gaps.len()));
        evaluation.measure = Measure::GrowthGap {
            points: sum / years,
            years: gaps.len(),
        };
        let in_step = sum >= -self.method.in_step * years;
        let running = if in_step {
            Verdict::InStep
        } else {
            Verdict::OutOfStep
        };
        let whole = if in_step {
            Verdict::Reached
        } else {
            Verdict::Missed
        };
        let whole = self.if_complete(evaluation, whole);
        Case::conclude(evaluation, has_final, running, || whole);
        evaluation.remarks.push(say!(
            "平均增速落后对照不超过{points}个百分点的，视为基本同步；此容差为本程序所定，非规划所载",
            points = self.method.in_step
        ));
        self.remark_on_missing(evaluation);
    }
}

/// What a year came to whose condition `is_met`, or not.
pub(super) fn met(is_met: bool) -> YearState {
    if is_met {
        YearState::Met
    } else {
        YearState::Missed
    }
}
