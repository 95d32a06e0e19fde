//! What the plan's own figures say about a target: the change needed a year, the pace before the term, and where that
//! pace would have led. Pure decimal arithmetic; nothing here is an observation.

use rust_decimal::Decimal;

use crate::plan::{Kind, Stated, Target};

/// The arithmetic of one target, as far as its figures allow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pace {
    /// The change a year that leads from the baseline to the goal in a straight line, signed, in the target's unit;
    /// for a cumulative target the amount a year.
    pub needed: Option<Decimal>,
    /// What happened before the term.
    pub past: Option<Past>,
}

/// The pace between the two latest figures that the plan states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    /// The year of the earlier figure.
    pub from: u16,
    /// The year of the later figure.
    pub to: u16,
    /// The mean change a year between them, signed.
    pub per_year: Decimal,
    /// Where a straight line through both leads in the goal's year; `None` for a target without a figure to compare.
    pub projected: Option<Decimal>,
}

impl Pace {
    /// Works out a target. `start` is the first year of the term.
    pub fn of(target: &Target, start: u16) -> Self {
        Self {
            needed: needed(target, start),
            past: past(target),
        }
    }
}

fn needed(target: &Target, start: u16) -> Option<Decimal> {
    let goal = target.goal?.decimal();
    match target.kind {
        Kind::Cumulative => {
            let years = target.year.checked_sub(start)?.checked_add(1)?;
            goal.checked_div(years.into())
        }
        Kind::IncreaseTo | Kind::DecreaseTo | Kind::About | Kind::AtLeast | Kind::AtMost => {
            let base = target.baseline()?;
            let years = target.year.checked_sub(base.year)?;
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
    let ahead = Decimal::from(target.year.checked_sub(later.year)?);
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

/// A result rounded to one decimal more than the target's figures are printed with, trailing zeros dropped.
pub fn rounded(value: Decimal, target: &Target) -> Decimal {
    let goal = target.goal.iter().map(|goal| goal.decimal().scale());
    let stated = target
        .history
        .iter()
        .map(|stated| stated.value.decimal().scale());
    let printed = goal.chain(stated).max().unwrap_or(0);
    value
        .round_dp_with_strategy(
            printed + 1,
            rust_decimal::RoundingStrategy::MidpointAwayFromZero,
        )
        .normalize()
}
