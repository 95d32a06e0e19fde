//! Kinds judged by the figures of all years: a limit, a sum, a comparison, growth in step.

use rust_decimal::Decimal;

use super::Case;
use crate::evaluation::{Evaluation, Measure, Verdict};
use crate::records::{Flag, Moment, Observation, last_day};
use crate::wording;
use crate::words::{say, tr};

impl Case<'_> {
    /// The figures by year of the term up to the day, and the years that have none.
    fn by_year(&self) -> (Vec<&Observation>, Vec<u16>) {
        let usable = self.in_time.iter().copied();
        let usable: Vec<&Observation> = usable
            .filter(|it| it.flag != Flag::Break && matches!(it.period, Moment::Year(_)))
            .collect();
        let missing = self.missing(&usable);
        (usable, missing)
    }

    /// The years of the term up to the day that none of the figures is for.
    fn missing(&self, figures: &[&Observation]) -> Vec<u16> {
        (self.term.start..=self.target.year.last())
            .filter(|year| last_day(*year) <= self.as_of)
            .filter(|year| !figures.iter().any(|it| it.period.year() == *year))
            .collect()
    }

    /// Sets the latest usable figure as judged; `None` if there is none.
    fn latest_year<'b>(
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
        evaluation.missing.clone_from(&missing);
        let Some(latest) = self.latest_year(&usable, evaluation) else {
            return;
        };
        let kept = |it: &&&Observation| it.value.decimal() <= self.goal();
        let met = usable.iter().filter(kept).count();
        evaluation.measure = Measure::YearsMet {
            met,
            observed: usable.len(),
            margin: None,
        };
        evaluation.gap = Some(latest.value.decimal() - self.goal());
        let broken = met < usable.len();
        match (broken, evaluation.ended || self.is_final(latest)) {
            // One breach decides.
            (true, true) => evaluation.verdict = Verdict::Missed,
            (true, false) => evaluation.verdict = Verdict::LimitBroken,
            (false, _) => {
                Case::conclude(
                    evaluation,
                    self.is_final(latest),
                    Verdict::WithinLimit,
                    || {
                        if missing.is_empty() {
                            Verdict::Reached
                        } else {
                            Verdict::Incomplete
                        }
                    },
                );
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
    fn remark_on_missing(&self, evaluation: &mut Evaluation) {
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
        let elapsed = i64::from(latest.period.year()) - i64::from(self.term.base_year());
        let whole = i64::from(self.target.year.last()) - i64::from(self.term.base_year());
        evaluation.expected = Some(Decimal::from(elapsed) / Decimal::from(whole.max(1)));
        evaluation.met_since = self.summed_up_in(&usable);
        let gaps = missing.iter().any(|year| *year < latest.period.year());
        let running = match sum {
            _ if sum >= goal => Verdict::AlreadyReached,
            _ if gaps => Verdict::Incomplete,
            _ => self.pace(sum, goal, (elapsed, whole)),
        };
        let early = evaluation
            .met_since
            .is_some_and(|year| year < self.target.year.last());
        if sum >= goal && evaluation.ended {
            evaluation.verdict = if early {
                Verdict::ReachedEarly
            } else {
                Verdict::Reached
            };
        } else {
            Case::conclude(evaluation, self.is_final(latest), running, || match sum {
                _ if sum >= goal && early => Verdict::ReachedEarly,
                _ if sum >= goal => Verdict::Reached,
                _ if missing.is_empty() => Verdict::Missed,
                _ => Verdict::Incomplete,
            });
        }
        if let (Verdict::ReachedEarly, Some(year)) = (evaluation.verdict, evaluation.met_since) {
            evaluation
                .remarks
                .push(say!("各年之和到{year}年已达到目标", year));
        }
        self.remark_on_missing(evaluation);
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
        let complete = evaluation.missing.is_empty();
        Case::conclude(evaluation, has_final, running, || match in_step {
            _ if !complete => Verdict::Incomplete,
            true => Verdict::Reached,
            false => Verdict::Missed,
        });
        evaluation.remarks.push(say!(
            "平均增速落后对照不超过{points}个百分点的，视为基本同步；此容差为本程序所定，非规划所载",
            points = self.method.in_step
        ));
        self.remark_on_missing(evaluation);
    }
}
