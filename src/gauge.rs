//! Gauges: the progress from baseline to goal, in characters that no terminal draws wide.
//!
//! ```text
//! ╌╌╌|⠶⠶⠶⠶⠶⠶╌╌¦╌╌╌|╌╌╌      | baseline and goal   ⠶ progress   ¦ expected at a linear pace
//!  ⠶⠶|                      below the baseline
//!    |⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶|⠶>       beyond the goal, and beyond the scale
//! ```

mod scale;

use rust_decimal::Decimal;

pub(crate) use self::scale::Scale;

/// The minimum columns of a gauge.
pub const NARROWEST: usize = 8;

/// A gauge of `columns`. `fraction` and `expected` are fractions of the way from the baseline (0) to the goal (1);
/// without `fraction` the gauge is an empty track.
pub fn gauge(fraction: Option<Decimal>, expected: Option<Decimal>, columns: usize) -> String {
    let mut cells = vec!['╌'; columns];
    let Some(fraction) = fraction else {
        return cells.into_iter().collect();
    };
    let scale = scale(columns);
    fill(&mut cells, scale, fraction);
    for mark in [scale.zero, scale.goal] {
        put(&mut cells, mark, '|');
    }
    if let Some(expected) = expected.filter(|expected| *expected < Decimal::ONE) {
        put(&mut cells, scale.place(expected).max(0.0), '¦');
    }
    cells.into_iter().collect()
}

/// The scale, with a margin on both sides.
fn scale(columns: usize) -> Scale {
    let margin = (columns / 7).max(1);
    Scale {
        zero: margin as f64,
        goal: columns.saturating_sub(margin + 1) as f64,
        visible: 1.0,
    }
}

fn put(cells: &mut [char], at: f64, mark: char) {
    if let Some(cell) = cells.get_mut(at.round() as usize) {
        *cell = mark;
    }
}

/// Draws the bar, with an arrow where it would leave the scale.
fn fill(cells: &mut [char], scale: Scale, fraction: Decimal) {
    let end = scale.end(fraction).round();
    let last = cells.len().saturating_sub(1) as f64;
    let (from, to) = if end < scale.zero {
        (end, scale.zero - 1.0)
    } else {
        (scale.zero + 1.0, end)
    };
    for at in from.max(0.0) as usize..=to.min(last).max(0.0) as usize {
        put(cells, at as f64, '⠶');
    }
    if from < 0.0 {
        put(cells, 0.0, '<');
    }
    if to > last {
        put(cells, last, '>');
    }
}
