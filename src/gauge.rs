//! Gauges: how much of the way is gone, in characters that no terminal draws wide. They show what is known and nothing
//! else.
//!
//! ```text
//! ╌╌╌|⠶⠶⠶⠶⠶⠶╌╌¦╌╌╌|╌╌╌      | baseline and goal   ⠶ the way gone   ¦ where linear progress would be
//!  ⠶⠶|                      back behind the baseline
//!    |⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶|⠶>       beyond the goal, and beyond the scale
//! ```

mod scale;

use rust_decimal::Decimal;

pub(crate) use self::scale::Scale;

/// The fewest columns on which the marks can be told apart.
pub const NARROWEST: usize = 8;

/// A gauge of so many columns. `fraction` and `expected` count the way from the baseline (0) to the goal (1); without a
/// fraction there is nothing but an empty track. The bar ends at the edge of the scale, the number beside it does not.
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

/// A margin on both sides is for what lies beyond.
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

/// Draws the bar, and an arrow at an edge that it would cross.
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
