//! Gauges: how much of the way is gone, in characters that no terminal draws wide. They show what is known and nothing
//! else.
//!
//! ```text
//! ╌╌╌|⠶⠶⠶⠶⠶⠶╌╌¦╌╌╌|╌╌╌      | baseline and goal   ⠶ the way gone   ¦ where linear progress would be
//!  ⠶⠶|                      back behind the baseline
//!    |⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶|⠶>       beyond the goal, and beyond the scale
//! ```

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

/// The words for missing monitoring data.
pub const NO_DATA: &str = "尚无监测数据";

/// The fewest columns on which the marks can be told apart.
pub const NARROWEST: usize = 8;

/// A gauge of so many columns. `fraction` and `expected` count the way from the baseline (0) to the goal (1); without a
/// fraction there is nothing but an empty track. The bar ends at the edge of the scale, the number beside it does not.
pub fn gauge(fraction: Option<Decimal>, expected: Option<Decimal>, columns: usize) -> String {
    let mut cells = vec!['╌'; columns];
    let Some(fraction) = fraction else {
        return cells.into_iter().collect();
    };
    let scale = Scale::of(columns);
    scale.fill(&mut cells, fraction);
    for mark in [scale.zero, scale.goal] {
        put(&mut cells, mark, '|');
    }
    if let Some(expected) = expected.filter(|expected| *expected < Decimal::ONE) {
        put(&mut cells, scale.position(expected).max(0) as usize, '¦');
    }
    cells.into_iter().collect()
}

fn put(cells: &mut [char], at: usize, mark: char) {
    if let Some(cell) = cells.get_mut(at) {
        *cell = mark;
    }
}

/// Where baseline and goal stand, with a margin on both sides for what lies beyond.
struct Scale {
    zero: usize,
    goal: usize,
    columns: usize,
}

impl Scale {
    fn of(columns: usize) -> Self {
        let margin = (columns / 7).max(1);
        Self {
            zero: margin,
            goal: columns.saturating_sub(margin + 1),
            columns,
        }
    }

    /// The column of a fraction; it may lie beyond the edges.
    fn position(&self, fraction: Decimal) -> isize {
        let way = self.goal.saturating_sub(self.zero) as f64;
        // A fraction that no double holds lies beyond every scale.
        let fraction = fraction.to_f64().unwrap_or(f64::MAX).clamp(-1e6, 1e6);
        self.zero as isize + (fraction * way).round() as isize
    }

    fn fill(&self, cells: &mut [char], fraction: Decimal) {
        let end = self.position(fraction);
        let last = self.columns as isize - 1;
        let (zero, goal) = (self.zero as isize, self.goal as isize);
        let (from, to) = if fraction.is_sign_negative() && !fraction.is_zero() {
            // However small the retreat, it lies left of the baseline.
            (end.min(zero - 1), zero - 1)
        } else if fraction < Decimal::ONE {
            // However little is missing, the goal is not touched.
            (zero + 1, end.min(goal - 1))
        } else {
            (zero + 1, end)
        };
        for at in from.max(0)..=to.min(last) {
            put(cells, at as usize, '⠶');
        }
        if from < 0 {
            put(cells, 0, '<');
        }
        if to > last {
            put(cells, last as usize, '>');
        }
    }
}
