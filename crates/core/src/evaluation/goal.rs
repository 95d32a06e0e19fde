//! The goal that counts on a day: the plan's own, one of its milestones, or one that was adjusted later.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::plan::schema::Year;
use crate::plan::{Adjustment, GoalYear, Number, Stated, Target};
use crate::records::last_day;
use crate::wording;
use crate::words::{say, tr};

/// The goal against which a target is judged on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Goal {
    /// The figure to reach; absent where the plan gives none, or where the target was given up.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Number")]
    pub value: Option<Number>,
    /// The year by whose end it is to be reached.
    #[serde(skip_serializing_if = "is_unknown")]
    #[schemars(with = "Year")]
    pub year: GoalYear,
    /// Where it comes from.
    pub origin: GoalOrigin,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over a reference"
)]
fn is_unknown(year: &GoalYear) -> bool {
    year.known().is_none()
}

/// Where the goal of a day comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum GoalOrigin {
    /// It is the plan's goal for the last of its years.
    Plan,
    /// The plan sets it for an earlier year that is not over.
    Milestone,
    /// A later document put it in the place of the plan's.
    Adjusted,
    /// A later document gave the target up.
    GivenUp,
}

impl Goal {
    /// The goal of `target` on the day: the next one that is due, as adjusted up to that day.
    pub fn of(target: &Target, as_of: Date) -> Self {
        let last = Self::last(target, as_of);
        if last.origin == GoalOrigin::GivenUp {
            return last;
        }
        let due = |it: &&Stated| last_day(it.year) > as_of;
        let next = target.milestones.iter().filter(due);
        next.min_by_key(|it| it.year).map_or(last, Self::milestone)
    }

    /// The goal for the last year.
    fn last(target: &Target, as_of: Date) -> Self {
        let (value, origin) = match adjustments(target, as_of).last() {
            None => (target.goal, GoalOrigin::Plan),
            Some(Adjustment { goal: None, .. }) => (None, GoalOrigin::GivenUp),
            Some(Adjustment { goal, .. }) => (*goal, GoalOrigin::Adjusted),
        };
        Self {
            value,
            year: target.year,
            origin,
        }
    }

    /// The goal of a milestone.
    pub(super) fn milestone(stated: &Stated) -> Self {
        Self {
            value: Some(stated.value),
            year: GoalYear::Stated(stated.year),
            origin: GoalOrigin::Milestone,
        }
    }

    /// Its year and where it comes from, such as `2022年，分年目标`; empty where nothing is known of its year.
    pub fn time(&self) -> String {
        let origin = match self.origin {
            GoalOrigin::Plan => None,
            GoalOrigin::Milestone => Some(tr("分年目标").to_owned()),
            GoalOrigin::Adjusted => Some(tr("调整后").to_owned()),
            GoalOrigin::GivenUp => Some(tr("已取消").to_owned()),
        };
        let parts = [wording::goal_year(self.year), origin];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        parts.join(tr("，"))
    }
}

/// The adjustments of a target up to a day, in order of time.
pub(super) fn adjustments(target: &Target, as_of: Date) -> Vec<&Adjustment> {
    let as_of = as_of.to_string();
    let mut made: Vec<&Adjustment> = target
        .adjusted
        .iter()
        .filter(|it| it.date <= as_of)
        .collect();
    made.sort_by(|one, other| one.date.cmp(&other.date));
    made
}

/// Each adjustment up to a day in a sentence: its day, its document, the goal before and since.
pub(super) fn told(target: &Target, as_of: Date) -> Vec<String> {
    let mut before = target.goal;
    let mut lines = Vec::new();
    for it in adjustments(target, as_of) {
        let figure = |goal: Option<Number>| match goal {
            Some(goal) => wording::measured(goal, target.unit.as_deref()),
            None => tr("无").to_owned(),
        };
        let (date, document) = (&it.date, &it.document);
        let was = figure(it.was.or(before));
        lines.push(match it.goal {
            Some(goal) => say!(
                "目标于{date}调整：{was} → {goal}（{document}）",
                date,
                was,
                goal = figure(Some(goal)),
                document
            ),
            None => say!(
                "目标（{was}）于{date}取消（{document}）",
                was,
                date,
                document
            ),
        });
        before = it.goal;
    }
    lines
}
