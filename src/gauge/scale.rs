//! The scale of gauges, in text and in drawings.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

/// The positions of baseline and goal, in cells or in units of a drawing.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scale {
    /// The position of the baseline.
    pub(crate) zero: f64,
    /// The position of the goal.
    pub(crate) goal: f64,
    /// The smallest visible distance between the end of a bar and a mark.
    pub(crate) visible: f64,
}

impl Scale {
    /// The position of a fraction of the way from baseline (0) to goal (1), which may lie beyond the drawing.
    pub(crate) fn place(&self, fraction: Decimal) -> f64 {
        // A fraction too large for a double lies beyond every scale.
        let way = fraction.to_f64().unwrap_or(f64::MAX).clamp(-1e3, 1e3);
        self.zero + way * (self.goal - self.zero)
    }

    /// The end of a bar. Any negative fraction ends visibly before the baseline, any fraction under 1 visibly before
    /// the goal.
    pub(crate) fn end(&self, fraction: Decimal) -> f64 {
        let place = self.place(fraction);
        if fraction.is_zero() {
            self.zero
        } else if fraction.is_sign_negative() {
            place.min(self.zero - self.visible)
        } else if fraction < Decimal::ONE {
            place.min(self.goal - self.visible)
        } else {
            place
        }
    }
}
