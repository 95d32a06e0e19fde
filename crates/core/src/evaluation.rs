//! Evaluation (评估): the verdict on each target on a given day, with its reasons.
//!
//! Pure, in decimal arithmetic. docs/method.md specifies the method; `tests/evaluation/evaluate.py` is a second
//! implementation that must agree.

mod board;
mod bounds;
mod goal;
mod judge;
mod mean;
mod measure;
mod needed;
mod pace;
mod projection;
mod verdict;
mod why;
mod year;

use jiff::civil::Date;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;

use crate::plan::schema;
use crate::plan::{Number, Plan, Target};
use crate::records::{Book, Observation, Status, last_day};
use crate::wording;
use crate::words::{say, tr};

pub use self::board::{Board, ByTier, Tally, TaskTally};
pub use self::goal::{Goal, GoalOrigin};
pub use self::measure::{Measure, percent, signed};
pub use self::projection::Projection;
pub use self::verdict::{Group, Verdict};
pub use self::why::Step;
pub use self::year::{Year, YearState};

/// The thresholds of the method, with the values that docs/method.md gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Method {
    /// The tolerance of 左右, as a fraction of the goal. Our choice: the plan gives none.
    pub about: Decimal,
    /// How far the mean growth may stay behind the benchmark's, in percentage points. Our choice.
    pub in_step: Decimal,
    /// The least ratio of progress to time that is faster than expected (快于预期). Our choice.
    pub ahead: Decimal,
    /// The least ratio that is as expected (符合预期). By Statistics Canada.
    pub on_course: Decimal,
    /// The least ratio that is behind (滞后); below it, far behind (明显滞后). By Statistics Canada.
    pub behind: Decimal,
}

impl Default for Method {
    fn default() -> Self {
        Self {
            about: Decimal::new(1, 2),
            in_step: Decimal::ONE,
            ahead: Decimal::new(105, 2),
            on_course: Decimal::new(95, 2),
            behind: Decimal::new(60, 2),
        }
    }
}

/// The figure from which a target's progress is counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Baseline {
    /// The year at whose end it held.
    #[schemars(with = "schema::Year")]
    pub year: u16,
    /// The figure.
    pub value: Number,
    /// The source of a recorded figure; the plan's own has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// The evaluation of a target on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluation {
    /// The target's id.
    pub target: String,
    /// The verdict (结论).
    pub verdict: Verdict,
    /// Where the final figure is missing: the verdict on the latest one in its time, which is no conclusion.
    pub interim: Option<Verdict>,
    /// Whether the judged figure may be revised or is an estimate.
    pub provisional: bool,
    /// The goal that counts on the day.
    pub goal: Goal,
    /// Whether the last day of that goal has passed; never for a goal without a year.
    pub ended: bool,
    /// The baseline (基期), if comparable.
    pub baseline: Option<Baseline>,
    /// The observation that is judged.
    pub judged: Option<Observation>,
    /// The status that is judged, for a target without a figure.
    pub status: Option<Status>,
    /// All observations in order of time, those of the base year included.
    pub seen: Vec<Observation>,
    /// The figures of reference areas up to the day, in order of time. They are shown and never judged.
    pub references: Vec<Observation>,
    /// The measure.
    pub measure: Measure,
    /// Where linear progress would be at the time of the judged observation, as a fraction of the way.
    pub expected: Option<Decimal>,
    /// The gap to the goal in the target's unit; negative beyond it.
    pub gap: Option<Decimal>,
    /// The year since which all observations meet the goal.
    pub met_since: Option<u16>,
    /// The first figure after the goal's year that meets the goal, where the final one did not.
    pub met_late: Option<Observation>,
    /// The tolerance used, as a fraction of the goal; shown with the verdict.
    pub tolerance: Option<Decimal>,
    /// Years without a figure, where every year counts.
    pub missing: Vec<u16>,
    /// The years of the term in order, where each of them counts: whether it was met, or what it adds to the sum.
    pub years: Vec<Year>,
    /// Remarks on the verdict.
    pub remarks: Vec<String>,
}

impl Evaluation {
    /// Evaluates a target of `plan` with the records of `book` up to the day `as_of`.
    pub fn of(target: &Target, plan: &Plan, book: &Book, as_of: Date, method: &Method) -> Self {
        judge::target(target, plan.meta.period, book, as_of, method)
    }

    /// Progress from the baseline (0) to the goal (1), signed and unbounded; for a cumulative target the sum's share of the
    /// goal. `None` where nothing comparable was observed.
    pub fn fraction(&self) -> Option<Decimal> {
        self.measure.fraction()
    }

    /// Whether the target is still running: its last day has not passed, and there is no final figure.
    pub fn is_running(&self) -> bool {
        let deadline = self.goal.year.known().map(last_day);
        let is_final = |it: &Observation| deadline.is_some_and(|day| it.period.end() >= day);
        !self.ended && !self.judged.as_ref().is_some_and(is_final)
    }

    /// Its group in counts. Before the final figure, exceeding the range is not yet a miss, and a milestone that is met is
    /// not yet the whole; with it, no change that could be told from rounding is not a matter of pace.
    pub fn group(&self) -> Group {
        let is_milestone = self.goal.origin == GoalOrigin::Milestone;
        match self.verdict {
            Verdict::BeyondRange if self.is_running() => Group::Open,
            Verdict::AlreadyReached if is_milestone => Group::OnCourse,
            Verdict::UnchangedWithinRounding if !self.is_running() => Group::Open,
            verdict => verdict.group(),
        }
    }

    /// The sign of the verdict, which tells what its colour tells.
    pub fn verdict_sign(&self) -> &'static str {
        match self.verdict {
            Verdict::ReachedByRounding => "≃",
            Verdict::ReachedLate => "↷",
            _ => self.group().sign(),
        }
    }

    /// The verdict, marked if the figure may be revised: `达到（初步）`.
    pub fn verdict_text(&self) -> String {
        let word = self.verdict.label();
        if self.provisional {
            say!("{word}（初步）", word)
        } else {
            word.to_owned()
        }
    }

    /// The verdict with the tolerance used, when the goal was met, and whether the figure may be revised:
    /// `逾期达到（2026年82.5岁）`.
    pub fn full_verdict(&self) -> String {
        let rounding = (self.verdict == Verdict::UnchangedWithinRounding)
            .then(|| tr("在取整误差之内").to_owned());
        self.verdict_with(rounding)
    }

    /// The same for a column: what the verdict itself implies is left to the remarks.
    pub fn column_verdict(&self) -> String {
        self.verdict_with(None)
    }

    fn verdict_with(&self, rounding: Option<String>) -> String {
        let tolerance = self.tolerance.map(|tolerance| {
            let percent = (tolerance * Decimal::ONE_HUNDRED).normalize();
            say!("按±{percent}%计", percent)
        });
        let since = self
            .met_since
            .filter(|_| self.verdict == Verdict::ReachedEarly);
        let since = since.map(|year| say!("{year}年起", year));
        let late = self.met_late.as_ref().map(|it| {
            let value = wording::measured(it.value, it.unit.as_deref());
            say!("{when}{value}", when = it.period.shown(), value)
        });
        let milestone = (self.goal.origin == GoalOrigin::Milestone)
            .then(|| self.goal.year.known())
            .flatten()
            .filter(|_| self.judged.is_some());
        let milestone = milestone.map(|year| say!("{year}年分年目标", year));
        let provisional = self.provisional.then(|| tr("初步").to_owned());
        let asides = [milestone, tolerance, since, late, rounding, provisional];
        let asides: Vec<String> = asides.into_iter().flatten().collect();
        match self.verdict.label() {
            word if asides.is_empty() => word.to_owned(),
            word => wording::aside(word, asides.join(tr("，"))),
        }
    }

    /// The observation that is judged, or else the last one.
    pub fn latest(&self) -> Option<&Observation> {
        self.judged.as_ref().or(self.seen.last())
    }

    /// The figures of reference areas in words: `全市 2025年 82.58岁`.
    pub fn references_in_words(&self, target: &Target) -> Vec<String> {
        let words = |it: &Observation| {
            let value = wording::measured(it.value, it.unit.as_deref().or(self.unit(target)));
            let area = it.area.as_deref().unwrap_or_default();
            say!(
                "{area} {when} {value}（仅供参考，不作评判；来源：{source}）",
                area,
                when = it.period.shown(),
                value,
                source = it.source
            )
        };
        self.references.iter().map(words).collect()
    }

    /// A one-line summary: verdict, interim verdict, measure.
    pub fn summary(&self, target: &Target) -> String {
        let mut parts = vec![self.full_verdict()];
        if let Some(interim) = self.interim {
            parts.push(say!("数据当时：{interim}", interim = interim.label()));
        }
        let measure = self.measure.text(self.unit(target));
        if !measure.is_empty() {
            parts.push(measure);
        }
        parts.join(tr("，"))
    }

    /// The unit of the target's figures: the plan's, or that of its records; `None` if neither gives one.
    pub fn unit<'a>(&'a self, target: &'a Target) -> Option<&'a str> {
        let of_records = || self.seen.iter().find_map(|it| it.unit.as_deref());
        target.recorded_unit().or_else(of_records)
    }

    /// The reasons: formula, substituted numbers, thresholds, the plan's sentence, the observations.
    pub fn why(&self, target: &Target, method: &Method) -> Vec<Step> {
        why::steps(self, target, method)
    }
}
