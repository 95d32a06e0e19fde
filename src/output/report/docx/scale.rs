//! The axes of a chart: round numbers for their ends and steps.

/// An axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Axis {
    /// Where it begins.
    pub(super) from: f64,
    /// Where it ends.
    pub(super) to: f64,
    /// From one mark to the next.
    pub(super) step: f64,
}

impl Axis {
    /// The axis of years around the first and the last, at most about twelve marks, with room at either end for what is
    /// printed beside a point.
    pub(super) fn of_years(first: f64, last: f64) -> Self {
        let (first, last) = (first.floor(), last.ceil());
        let step = ((last - first) / 12.0).ceil().max(1.0);
        Self {
            from: first - step,
            to: last + step,
            step,
        }
    }

    /// The axis of figures around the lowest and the highest, about four marks, with room for what is printed at a point.
    pub(super) fn of_figures(low: f64, high: f64) -> Self {
        let range = if high > low { high - low } else { 1.0 };
        let step = round(range / 4.0);
        Self {
            from: ((low - range / 5.0) / step).floor() * step,
            to: ((high + range / 5.0) / step).ceil() * step,
            step,
        }
    }

    /// How many decimals its marks have.
    pub(super) fn decimals(self) -> usize {
        (0..9)
            .find(|places| {
                let marks = self.step * 10_f64.powi(*places);
                (marks - marks.round()).abs() < 1e-6
            })
            .unwrap_or(9) as usize
    }
}

/// The next of 1, 2, 5 and their tenfolds that is no smaller.
fn round(step: f64) -> f64 {
    let ten = 10_f64.powf(step.log10().floor());
    let steps = [1.0, 2.0, 5.0, 10.0].map(|of| of * ten);
    let fits = |it: &f64| *it >= step * (1.0 - 1e-9);
    steps.into_iter().find(fits).unwrap_or(step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_begin_and_end_at_round_numbers_and_hold_all() {
        for (low, high) in [
            (119.47, 135.0),
            (4.0, 5.1),
            (0.0, 100.0),
            (3.0, 3.0),
            (-2.5, 0.4),
            (12_300.0, 98_700.0),
        ] {
            let axis = Axis::of_figures(low, high);
            assert!(axis.from < low && high < axis.to, "{axis:?}");
            let marks = (axis.to - axis.from) / axis.step;
            assert!(
                (marks - marks.round()).abs() < 1e-6 && marks <= 9.5,
                "{axis:?}"
            );
        }
        let wide = Axis {
            from: 3.5,
            to: 5.5,
            step: 0.5,
        };
        assert_eq!(Axis::of_figures(4.0, 5.1), wide);
        assert_eq!(Axis::of_figures(4.0, 5.1).decimals(), 1);
        let term = Axis {
            from: 2019.0,
            to: 2026.0,
            step: 1.0,
        };
        assert_eq!(Axis::of_years(2020.0, 2025.0), term);
        let long = Axis {
            from: 1986.0,
            to: 2039.0,
            step: 4.0,
        };
        assert_eq!(Axis::of_years(1990.0, 2035.0), long);
    }
}
