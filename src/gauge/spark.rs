//! A trend in one row: the figures of years as heights.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::Signs;
use crate::evaluation::{Evaluation, YearState};
use crate::plan::{Kind, Target};
use crate::records::{Flag, Moment};

/// The figures of a target by year, from the first to the last of them; `None` for a year without one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spark {
    figures: Vec<Option<Decimal>>,
}

impl Spark {
    /// The trend of a target from its baseline on; `None` with fewer than two figures.
    pub fn of(target: &Target, evaluation: &Evaluation) -> Option<Self> {
        let mut points: Vec<(u16, Decimal)> = Vec::new();
        let base = evaluation.baseline.as_ref();
        let base = base.filter(|_| target.kind != Kind::Cumulative);
        points.extend(base.map(|base| (base.year, base.value.decimal())));
        points.extend(observed(target, evaluation));
        points.sort_by_key(|(year, _)| *year);
        // Of several figures in a year the latest stands for it.
        points.reverse();
        points.dedup_by_key(|(year, _)| *year);
        points.reverse();
        let (first, last) = (points.first()?.0, points.last()?.0);
        if points.len() < 2 {
            return None;
        }
        let of = |year| points.iter().find(|(own, _)| *own == year);
        let figures = (first..=last).map(|year| of(year).map(|(_, value)| *value));
        Some(Self {
            figures: figures.collect(),
        })
    }

    /// The heights in at most `columns`, the latest years first to be kept; a gap is blank.
    pub fn draw(&self, columns: usize, signs: Signs) -> String {
        let from = self.figures.len().saturating_sub(columns);
        let shown = self.figures.get(from..).unwrap_or_default();
        let known = || shown.iter().flatten().copied();
        let (Some(low), Some(high)) = (known().min(), known().max()) else {
            return String::new();
        };
        let rising = signs.rising();
        let height = |value: Decimal| {
            let share = value
                .checked_sub(low)
                .and_then(|it| it.checked_div(high.checked_sub(low)?));
            // All alike stand in the middle.
            let share = share.and_then(|it| it.to_f64()).unwrap_or(0.5);
            let at = (share * (rising.len() - 1) as f64).round() as usize;
            rising.get(at).copied().unwrap_or(' ')
        };
        let each = shown.iter().map(|value| value.map_or(' ', height));
        each.collect()
    }
}

/// The observed figures by year; running sums where they are added up.
fn observed(target: &Target, evaluation: &Evaluation) -> Vec<(u16, Decimal)> {
    if target.kind == Kind::Cumulative {
        let mut sum = Decimal::ZERO;
        let added = evaluation.years.iter().filter_map(|it| match it.state {
            YearState::Added(amount) => {
                sum = sum.checked_add(amount)?;
                Some((it.year, sum))
            }
            _ => None,
        });
        return added.collect();
    }
    let usable = evaluation.seen.iter().filter(|it| it.flag != Flag::Break);
    let of_year = |moment: Moment| moment.year();
    usable
        .map(|it| (of_year(it.period), it.value.decimal()))
        .collect()
}
