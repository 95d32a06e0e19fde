//! The yearly change that a target needs, the pace before the term, and where that would lead, from the plan's own figures.

use rust_decimal::Decimal;

use super::{Evaluation, measure};
use crate::plan::{Kind, Period, Stated, Target};
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

/// The yearly change from the baseline to the goal, signed, in the target's unit; for a cumulative target the yearly
/// amount. `start` is the first year of the term.
fn needed(target: &Target, start: u16) -> Option<Decimal> {
    let goal = target.goal?.decimal();
    match target.kind {
        Kind::Cumulative => {
            let years = target.year.known()?.checked_sub(start)?.checked_add(1)?;
            goal.checked_div(years.into())
        }
        Kind::IncreaseTo | Kind::DecreaseTo | Kind::About | Kind::AtLeast | Kind::AtMost => {
            let base = target.baseline()?;
            let years = target.year.known()?.checked_sub(base.year)?;
            goal.checked_sub(base.value.decimal())?
                .checked_div(years.into())
        }
        _ => None,
    }
}

fn past(target: &Target) -> Option<Past> {
    let mut figures: Vec<&Stated> = target.history.iter().collect();
    figures.sort_by_key(|stated| stated.year);
    let [.., earlier, later] = figures.as_slice() else {
        return None;
    };
    let span = later.year.checked_sub(earlier.year)?;
    let change = later.value.decimal().checked_sub(earlier.value.decimal())?;
    let per_year = change.checked_div(span.into())?;
    let ahead = Decimal::from(target.year.known()?.checked_sub(later.year)?);
    let projected = target.goal.and_then(|_| {
        later
            .value
            .decimal()
            .checked_add(per_year.checked_mul(ahead)?)
    });
    Some(Past {
        from: earlier.year,
        to: later.year,
        per_year,
        projected,
    })
}

impl Evaluation {
    /// The yearly change needed, with its calculation; `None` where no time is left or it cannot be computed.
    pub fn needed(&self, target: &Target, term: Period) -> Option<String> {
        if !self.is_running(target) {
            return None;
        }
        let needed = needed(target, term.start)?;
        let goal = target.goal?;
        if target.kind == Kind::Cumulative {
            return Some(say!(
                "平均每年{amount}（{start}—{end}年累计{goal}）",
                amount = figure(rounded(needed, target), target),
                start = term.start,
                end = target.year.last(),
                goal = figure(goal.decimal(), target)
            ));
        }
        let base = target.baseline()?;
        Some(say!(
            "年均{change}（由{from}年{base}到{to}年{goal}）",
            change = change(needed, target),
            from = base.year,
            base = base.value,
            to = target.year.last(),
            goal
        ))
    }

    /// The pace before the term and, while the target is running, where it would lead; a sentence each.
    pub fn past(&self, target: &Target) -> Vec<String> {
        let Some(past) = past(target) else {
            return Vec::new();
        };
        let mut lines = vec![say!(
            "{from}—{to}年年均{change}",
            from = past.from,
            to = past.to,
            change = change(past.per_year, target)
        )];
        let projected = past.projected.filter(|_| self.is_running(target));
        if let (Some(projected), Some(goal)) = (projected, target.goal) {
            lines.push(say!(
                "照此速度直线推算，{year}年为{value}，{against}",
                year = target.year.last(),
                value = figure(rounded(projected, target), target),
                against = against_goal(projected - goal.decimal(), target)
            ));
        }
        lines
    }
}

/// A change with its sign in words: `增加3.1万人`, `减少0.2个百分点`.
fn change(value: Decimal, target: &Target) -> String {
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
fn rounded(value: Decimal, target: &Target) -> Decimal {
    let stated = target.history.iter().map(|stated| stated.value);
    let printed = stated.chain(target.goal);
    let decimals = printed.map(|number| number.decimal().scale()).max();
    measure::rounded(value, decimals.unwrap_or(0) + 1)
}
