//! The pace before the term, and where that would lead, from the plan's own figures.

use rust_decimal::Decimal;

use super::{Evaluation, Goal, measure};
use crate::plan::{Stated, Target};
use crate::wording::{amount, figure};
use crate::words::{say, tr};

/// The pace between the two latest figures that the plan states.
struct Past {
    /// The year of the earlier figure.
    from: u16,
    /// The year of the later figure.
    to: u16,
    /// The mean yearly change, signed.
    per_year: Decimal,
    /// The linear projection to the goal's year; `None` without a goal's figure.
    projected: Option<Decimal>,
}

fn past(target: &Target, goal: &Goal) -> Option<Past> {
    let mut figures: Vec<&Stated> = target.history.iter().collect();
    figures.sort_by_key(|stated| stated.year);
    let [.., earlier, later] = figures.as_slice() else {
        return None;
    };
    let span = later.year.checked_sub(earlier.year)?;
    let change = later.value.decimal().checked_sub(earlier.value.decimal())?;
    let per_year = change.checked_div(span.into())?;
    let ahead = goal
        .year
        .known()
        .and_then(|year| year.checked_sub(later.year));
    let projected = goal.value.zip(ahead).and_then(|(_, ahead)| {
        later
            .value
            .decimal()
            .checked_add(per_year.checked_mul(ahead.into())?)
    });
    Some(Past {
        from: earlier.year,
        to: later.year,
        per_year,
        projected,
    })
}

impl Evaluation {
    /// The pace before the term and, while the target is running, where it would lead; a sentence each.
    pub fn past(&self, target: &Target) -> Vec<String> {
        let Some(past) = past(target, &self.goal) else {
            return Vec::new();
        };
        let mut lines = vec![say!(
            "{from}—{to}年年均{change}",
            from = past.from,
            to = past.to,
            change = change(past.per_year, target)
        )];
        let projected = past.projected.filter(|_| self.is_running());
        if let (Some(projected), Some(goal)) = (projected, self.goal.value) {
            lines.push(say!(
                "照此速度直线推算，{year}年为{value}，{against}",
                year = self.goal.year.known().unwrap_or_default(),
                value = figure(rounded(projected, target), target),
                against = against_goal(projected - goal.decimal(), target)
            ));
        }
        lines
    }
}

/// A change with its sign in words: `增加3.1万人`, `减少0.2个百分点`.
pub(super) fn change(value: Decimal, target: &Target) -> String {
    let amount = amount(rounded(value.abs(), target), target);
    if value.is_sign_negative() {
        say!("减少{amount}", amount)
    } else {
        say!("增加{amount}", amount)
    }
}

fn against_goal(gap: Decimal, target: &Target) -> String {
    let size = figure(rounded(gap.abs(), target), target);
    match gap {
        gap if gap.is_zero() => tr("与目标相同").to_owned(),
        gap if gap.is_sign_negative() => say!("低于目标{size}", size),
        _ => say!("高于目标{size}", size),
    }
}

/// A result rounded to one decimal more than the target's figures are printed with, trailing zeros dropped.
pub(super) fn rounded(value: Decimal, target: &Target) -> Decimal {
    let stated = target.history.iter().map(|stated| stated.value);
    let printed = stated.chain(target.goal);
    let decimals = printed.map(|number| number.decimal().scale()).max();
    measure::rounded(value, decimals.unwrap_or(0) + 1)
}
