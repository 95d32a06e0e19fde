//! The method of docs/method.md, a function for each way of judging.

mod annual;
mod direction;
mod level;
mod record;
mod yearly;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::measure::Measure;
use super::verdict::{Group, Verdict};
use super::{Baseline, Evaluation, Goal, GoalOrigin, Method, goal};
use crate::plan::{Direction, GoalYear, Kind, Number, Period, Target};
use crate::records::{Book, Flag, Moment, Observation, last_day, takes_baseline};
use crate::wording;
use crate::words::{say, tr};

/// A target to judge against one goal.
struct Case<'a> {
    target: &'a Target,
    /// The first year of the term; `None` where the plan has none.
    start: Option<u16>,
    goal: Goal,
    method: &'a Method,
    /// The last day of the goal's year; `None` where no year is known.
    deadline: Option<Date>,
    as_of: Date,
    /// The observations up to the deadline, in order of time, without the base year.
    in_time: Vec<&'a Observation>,
    /// Those after it.
    late: Vec<&'a Observation>,
    baseline: Option<Baseline>,
}

pub(super) fn target(
    target: &Target,
    term: Option<Period>,
    book: &Book,
    as_of: Date,
    method: &Method,
) -> Evaluation {
    let seen = book.observations(&target.id, as_of);
    let against = |goal| Case::of(target, goal, term, (&seen, as_of), method);
    let case = against(Goal::of(target, as_of));
    let mut evaluation = case.judge(book);
    let milestones = target.milestones.iter();
    let past = milestones.filter(|it| last_day(it.year) <= as_of);
    let past = past.map(|it| against(Goal::milestone(it)));
    evaluation
        .remarks
        .extend(past.filter_map(|it| it.concluded(book)));
    evaluation.remarks.extend(goal::told(target, as_of));
    evaluation.seen = seen.into_iter().cloned().collect();
    let references = book.references(&target.id, as_of).into_iter();
    evaluation.references = references.cloned().collect();
    evaluation
}

/// The plan's own baseline, or else a recorded figure of the base year.
fn baseline(
    target: &Target,
    year: GoalYear,
    base: Option<u16>,
    seen: &[&Observation],
) -> Option<Baseline> {
    if target.kind == Kind::PeriodChange {
        return None;
    }
    if let Some(stated) = target.baseline_of(year) {
        return Some(Baseline {
            year: stated.year,
            value: stated.value,
            source: None,
        });
    }
    let base = base.filter(|_| takes_baseline(target.kind))?;
    let recorded = seen.iter().find(|observation| {
        observation.period == Moment::Year(base) && observation.flag != Flag::Break
    })?;
    Some(Baseline {
        year: base,
        value: recorded.value,
        source: Some(recorded.source.clone()),
    })
}

impl<'a> Case<'a> {
    fn of(
        target: &'a Target,
        goal: Goal,
        term: Option<Period>,
        (seen, as_of): (&[&'a Observation], Date),
        method: &'a Method,
    ) -> Self {
        let deadline = goal.year.known().map(last_day);
        let baseline = baseline(target, goal.year, term.map(Period::base_year), seen);
        let start = term.map(|term| term.start);
        // A level up to the baseline's own time tells nothing of the way since.
        let since = baseline.as_ref().filter(|_| takes_baseline(target.kind));
        let since = since.map(|base| last_day(base.year));
        let (in_time, late) = seen
            .iter()
            .copied()
            .filter(|it| start.is_none_or(|start| it.period.year() >= start))
            .filter(|it| since.is_none_or(|since| it.period.end() > since))
            .partition(|it| deadline.is_none_or(|deadline| it.period.end() <= deadline));
        Self {
            target,
            start,
            goal,
            method,
            deadline,
            as_of,
            in_time,
            late,
            baseline,
        }
    }

    /// The evaluation against this goal, without the figures seen.
    fn judge(&self, book: &Book) -> Evaluation {
        let mut evaluation = self.blank();
        match self.target.kind {
            _ if self.goal.origin == GoalOrigin::GivenUp => evaluation.verdict = Verdict::Adjusted,
            _ if self.target.is_judged_by_record() => self.by_record(book, &mut evaluation),
            _ if self.in_time.is_empty() && self.late.is_empty() => {}
            Kind::KeepBelow => self.every_year(&mut evaluation),
            Kind::Cumulative => self.sum(&mut evaluation),
            Kind::Relative => self.against_benchmark(&mut evaluation),
            Kind::InStep => self.growth(&mut evaluation),
            Kind::AnnualGrowth => self.mean_growth(&mut evaluation),
            Kind::SetYearly => self.against_yearly_goals(&mut evaluation),
            Kind::Direction => self.direction(&mut evaluation),
            _ => self.level(&mut evaluation),
        }
        evaluation
    }

    /// What a milestone came to in a sentence, once that is certain: `2022年分年目标60%：达到`.
    fn concluded(&self, book: &Book) -> Option<String> {
        let found = self.judge(book);
        let is_certain = matches!(found.group(), Group::Reached | Group::Missed);
        let word = found.verdict_text();
        is_certain.then(|| {
            say!(
                "{year}年分年目标{goal}：{word}",
                year = self.goal.year.known().unwrap_or_default(),
                goal = wording::goal_of(self.target, self.goal.value),
                word
            )
        })
    }

    fn blank(&self) -> Evaluation {
        Evaluation {
            target: self.target.id.clone(),
            verdict: Verdict::NoData,
            interim: None,
            provisional: false,
            goal: self.goal,
            ended: self.deadline.is_some_and(|deadline| self.as_of > deadline),
            baseline: self.baseline.clone(),
            judged: None,
            status: None,
            seen: Vec::new(),
            references: Vec::new(),
            measure: Measure::None,
            expected: None,
            gap: None,
            met_since: None,
            met_late: None,
            tolerance: None,
            missing: Vec::new(),
            years: Vec::new(),
            remarks: Vec::new(),
        }
    }

    /// The goal's figure; `load` ensures that kinds that need one have one.
    fn goal(&self) -> Decimal {
        self.goal.value.map_or(Decimal::ZERO, Number::decimal)
    }

    /// Whether the figure is that of the end of the goal's year.
    fn is_final(&self, observation: &Observation) -> bool {
        Some(observation.period.end()) == self.deadline
    }

    /// Sets the judged observation; `None` if nothing can be judged, with a remark.
    fn judged(&self, evaluation: &mut Evaluation) -> Option<&Observation> {
        let Some(judged) = self.in_time.last().copied() else {
            evaluation.verdict = Verdict::AwaitingFinal;
            evaluation.remarks.push(say!(
                "只有{year}年末以后的数据，不能替代终期数据",
                year = self.goal.year.known().unwrap_or_default()
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
        } else if running == Verdict::AlreadyReached && evaluation.goal.year.known().is_none() {
            // Without a year there is nothing to be early for.
            evaluation.verdict = Verdict::Reached;
        } else if evaluation.ended {
            evaluation.verdict = Verdict::AwaitingFinal;
            evaluation.interim = Some(running);
        } else {
            evaluation.verdict = running;
        }
    }

    /// Whether less is better.
    fn falls(&self) -> bool {
        match self.target.kind {
            Kind::DecreaseTo | Kind::AtMost => true,
            Kind::About => self
                .baseline
                .as_ref()
                .is_some_and(|base| base.value.decimal() > self.goal()),
            _ => self.target.direction == Some(Direction::Down),
        }
    }

    /// +1 where a greater figure is better, −1 where a smaller is. A change over the term is recorded in the direction of
    /// its goal.
    fn sense(&self) -> Decimal {
        if self.falls() && self.target.kind != Kind::PeriodChange {
            Decimal::NEGATIVE_ONE
        } else {
            Decimal::ONE
        }
    }

    /// Not met, and on the wrong side of the baseline.
    fn missed_beyond_baseline(&self) -> Verdict {
        if self.falls() {
            Verdict::MissedAboveBaseline
        } else {
            Verdict::MissedBelowBaseline
        }
    }

    /// What is missing to judge by a baseline, where there is none.
    fn without_baseline(&self, evaluation: &mut Evaluation, is_final: bool) {
        let verdict = Verdict::NoBaseline;
        Case::conclude(evaluation, is_final, verdict, || verdict);
        let base = self.start.map(|start| start.saturating_sub(1));
        evaluation.remarks.push(base.map_or_else(
            || tr("规划没有基期值，也没有写明规划期").to_owned(),
            |year| say!("规划没有基期值；可另记{year}年的值作基期", year),
        ));
    }
}
