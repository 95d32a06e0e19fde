//! The method of docs/method.md, a function for each way of judging.

mod level;
mod yearly;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::measure::Measure;
use super::verdict::Verdict;
use super::{Baseline, Evaluation, Method};
use crate::plan::{Direction, Kind, Number, Period, Target};
use crate::records::{Book, Flag, Moment, Observation, Stage, last_day, takes_baseline};
use crate::words::say;

/// A target to judge.
struct Case<'a> {
    target: &'a Target,
    term: Period,
    method: &'a Method,
    /// The last day of the goal's year.
    deadline: Date,
    as_of: Date,
    /// The observations up to the deadline, in order of time, without the base year.
    in_time: Vec<&'a Observation>,
    /// Those after it.
    late: Vec<&'a Observation>,
    baseline: Option<Baseline>,
}

pub(super) fn target(
    target: &Target,
    term: Period,
    book: &Book,
    as_of: Date,
    method: &Method,
) -> Evaluation {
    let seen = book.observations(&target.id, as_of);
    let deadline = last_day(target.year.last());
    let (in_time, late) = seen
        .iter()
        .filter(|observation| observation.period.year() >= term.start)
        .partition(|observation| observation.period.end() <= deadline);
    let case = Case {
        target,
        term,
        method,
        deadline,
        as_of,
        in_time,
        late,
        baseline: baseline(target, term, &seen),
    };
    let mut evaluation = case.blank();
    evaluation.seen = seen.into_iter().cloned().collect();
    match target.kind {
        _ if target.is_judged_by_record() => case.by_record(book, &mut evaluation),
        _ if case.in_time.is_empty() && case.late.is_empty() => {}
        Kind::KeepBelow => case.every_year(&mut evaluation),
        Kind::Cumulative => case.sum(&mut evaluation),
        Kind::Relative => case.against_benchmark(&mut evaluation),
        Kind::InStep => case.growth(&mut evaluation),
        Kind::Direction => case.direction(&mut evaluation),
        _ => case.level(&mut evaluation),
    }
    evaluation
}

/// The plan's own baseline, or else a recorded figure of the base year.
fn baseline(target: &Target, term: Period, seen: &[&Observation]) -> Option<Baseline> {
    if let Some(stated) = target.baseline() {
        return Some(Baseline {
            year: stated.year,
            value: stated.value,
            source: None,
        });
    }
    let base = Moment::Year(term.base_year());
    let recorded = seen
        .iter()
        .find(|observation| observation.period == base && observation.flag != Flag::Break)?;
    takes_baseline(target.kind).then(|| Baseline {
        year: term.base_year(),
        value: recorded.value,
        source: Some(recorded.source.clone()),
    })
}

impl Case<'_> {
    fn blank(&self) -> Evaluation {
        Evaluation {
            target: self.target.id.clone(),
            verdict: Verdict::NoData,
            interim: None,
            provisional: false,
            ended: self.as_of > self.deadline,
            baseline: self.baseline.clone(),
            judged: None,
            status: None,
            seen: Vec::new(),
            measure: Measure::None,
            expected: None,
            gap: None,
            met_since: None,
            met_late: None,
            tolerance: None,
            missing: Vec::new(),
            remarks: Vec::new(),
        }
    }

    /// The goal's figure; `load` ensures that kinds that need one have one.
    fn goal(&self) -> Decimal {
        self.target.goal.map_or(Decimal::ZERO, Number::decimal)
    }

    /// Whether the figure is that of the end of the goal's year.
    fn is_final(&self, observation: &Observation) -> bool {
        observation.period.end() == self.deadline
    }

    /// Sets the judged observation; `None` if nothing can be judged, with a remark.
    fn judged(&self, evaluation: &mut Evaluation) -> Option<&Observation> {
        let Some(judged) = self.in_time.last().copied() else {
            evaluation.verdict = Verdict::AwaitingFinal;
            evaluation.remarks.push(say!(
                "只有{year}年末以后的数据，不能替代终期数据",
                year = self.target.year.last()
            ));
            return None;
        };
        evaluation.judged = Some(judged.clone());
        evaluation.provisional = matches!(judged.flag, Flag::Provisional | Flag::Estimated);
        if judged.flag == Flag::Break {
            evaluation.verdict = Verdict::DifferentMeasure;
            evaluation
                .remarks
                .push(say!("最新数据与基期、目标口径不一致，只列出，不计算"));
            return None;
        }
        Some(judged)
    }

    /// Sets the verdict: the final one (`last`) with a final figure, else the running one; after the deadline that is only
    /// interim.
    fn conclude(
        evaluation: &mut Evaluation,
        has_final: bool,
        running: Verdict,
        last: impl FnOnce() -> Verdict,
    ) {
        if has_final {
            evaluation.verdict = last();
        } else if evaluation.ended {
            evaluation.verdict = Verdict::AwaitingFinal;
            evaluation.interim = Some(running);
        } else {
            evaluation.verdict = running;
        }
    }

    /// +1 where more is better, −1 where less is.
    fn sense(&self) -> Decimal {
        let down = match self.target.kind {
            Kind::DecreaseTo | Kind::AtMost => true,
            Kind::About => self
                .baseline
                .as_ref()
                .is_some_and(|base| base.value.decimal() > self.goal()),
            _ => self.target.direction == Some(Direction::Down),
        };
        if down {
            Decimal::NEGATIVE_ONE
        } else {
            Decimal::ONE
        }
    }

    /// Goals without a figure: judged by the recorded status.
    fn by_record(&self, book: &Book, evaluation: &mut Evaluation) {
        let Some(status) = book.status_of_target(&self.target.id, self.as_of) else {
            if let Some(latest) = self.in_time.last().or(self.late.last()) {
                evaluation.verdict = Verdict::Unrated;
                evaluation.judged = Some((*latest).clone());
                evaluation
                    .remarks
                    .push(say!("目标没有数值，须据监测数据另记进展"));
            }
            return;
        };
        evaluation.status = Some(status.clone());
        evaluation.judged = self.in_time.last().map(|it| (*it).clone());
        let date = status.date.0;
        let running = match status.stage {
            Stage::NotStarted => Verdict::NotStarted,
            Stage::Underway => Verdict::Underway,
            Stage::NotCompleted => Verdict::NotCompleted,
            Stage::Completed => Verdict::AlreadyReached,
            Stage::Adjusted => Verdict::Adjusted,
        };
        evaluation.verdict = match status.stage {
            Stage::Adjusted => Verdict::Adjusted,
            Stage::Completed if date > self.deadline => Verdict::ReachedLate,
            Stage::Completed if evaluation.ended => Verdict::Reached,
            Stage::NotCompleted if evaluation.ended => Verdict::Missed,
            _ if evaluation.ended && date >= self.deadline => Verdict::Missed,
            _ if evaluation.ended => {
                evaluation.interim = Some(running);
                Verdict::AwaitingFinal
            }
            _ => running,
        };
        if evaluation.verdict == Verdict::ReachedLate {
            evaluation.remarks.push(say!(
                "{date}已完成，晚于目标年份{year}年",
                date = status.date,
                year = self.target.year.last()
            ));
        }
    }
}
