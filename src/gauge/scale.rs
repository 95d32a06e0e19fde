//! The scale that all gauges share, whatever they are drawn with.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

/// Where baseline and goal stand, in cells or in units of a drawing.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scale {
    /// The place of the baseline.
    pub(crate) zero: f64,
    /// The place of the goal.
    pub(crate) goal: f64,
    /// What can just be seen: a bar that ends beside a mark ends so far from it.
    pub(crate) visible: f64,
}

impl Scale {
    /// The place of a fraction of the way from baseline (0) to goal (1); it may lie beyond the edges of the drawing.
    pub(crate) fn place(&self, fraction: Decimal) -> f64 {
        // A fraction that no double holds lies beyond every scale.
        let way = fraction.to_f64().unwrap_or(f64::MAX).clamp(-1e3, 1e3);
        self.zero + way * (self.goal - self.zero)
    }

    /// The place where a bar of a fraction ends: however small a retreat, it lies before the baseline; however little is
    /// missing, the goal is not touched.
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
