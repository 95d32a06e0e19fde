//! The mean of yearly growth: geometric, in decimals, without a root.
//!
//! The mean of n years is compared with a goal by multiplying out: the product of the years' factors (1 + growth) against
//! the n-th power of the goal's. Only to be printed is it worked out, to two decimals of a percent.

use rust_decimal::Decimal;

/// The growth of some years, taken together.
pub(super) struct Compound {
    /// The product of the years' factors.
    product: Decimal,
    /// How many years.
    years: usize,
    /// The least and the greatest growth of a year, in percent: the mean lies between them.
    range: (Decimal, Decimal),
}

impl Compound {
    /// The growth of years in percent. `None` without any, with a year that lost everything, or beyond the numbers that
    /// can be worked with.
    pub(super) fn of(rates: &[Decimal]) -> Option<Self> {
        let (first, rest) = rates.split_first()?;
        let mut range = (*first, *first);
        let mut product = factor(*first)?;
        for rate in rest {
            product = product.checked_mul(factor(*rate)?)?;
            range = (range.0.min(*rate), range.1.max(*rate));
        }
        Some(Self {
            product,
            years: rates.len(),
            range,
        })
    }

    /// The growth of the `left` years that are still to come, so that the mean of all years is `goal` percent. `None` beyond
    /// the numbers that can be worked with.
    pub(super) fn still(goal: Decimal, gone: &[Decimal], left: usize) -> Option<Self> {
        let mut product = power(factor(goal)?, gone.len() + left)?;
        for rate in gone {
            product = product.checked_div(factor(*rate)?)?;
        }
        let most = product
            .checked_mul(Decimal::ONE_HUNDRED)?
            .max(Decimal::ONE_HUNDRED);
        Some(Self {
            product,
            years: left,
            range: (Decimal::new(-9999, 2), most),
        })
    }

    /// Whether the mean growth is at least `goal` percent.
    pub(super) fn reaches(&self, goal: Decimal) -> bool {
        match factor(goal) {
            None => goal.is_sign_negative(),
            Some(factor) => power(factor, self.years).is_some_and(|needed| self.product >= needed),
        }
    }

    /// The mean growth in percent, with two decimals, halves away from zero.
    pub(super) fn mean(&self) -> Decimal {
        let hundredths = Decimal::ONE_HUNDRED;
        let (low, high) = self.range;
        // The mean is at least `floor` hundredths and less than one more.
        let mut floor = (low * hundredths).floor();
        let mut above = (high * hundredths).floor() + Decimal::ONE;
        while above - floor > Decimal::ONE {
            let middle = ((floor + above) / Decimal::TWO).floor();
            if self.reaches(middle / hundredths) {
                floor = middle;
            } else {
                above = middle;
            }
        }
        let half = (floor + Decimal::new(5, 1)) / hundredths;
        let rounds_up = self.reaches(half) && !(half.is_sign_negative() && self.is(half));
        let rounded = if rounds_up {
            floor + Decimal::ONE
        } else {
            floor
        };
        (rounded / hundredths).normalize()
    }

    /// Whether the mean is exactly `rate` percent.
    pub(super) fn is(&self, rate: Decimal) -> bool {
        let exact = factor(rate).and_then(|factor| power(factor, self.years));
        exact == Some(self.product)
    }
}

/// 1 + `rate` percent; `None` unless positive.
fn factor(rate: Decimal) -> Option<Decimal> {
    let factor = Decimal::ONE.checked_add(rate / Decimal::ONE_HUNDRED)?;
    (factor > Decimal::ZERO).then_some(factor)
}

/// Multiplied in the same order as a product of as many equal factors, so that equal growth is equal to the last digit.
fn power(factor: Decimal, years: usize) -> Option<Decimal> {
    let mut product = factor;
    for _ in 1..years {
        product = product.checked_mul(factor)?;
    }
    Some(product)
}

#[cfg(test)]
mod tests {
    use super::Compound;
    use rust_decimal::Decimal;

    fn mean(rates: &[&str]) -> Option<String> {
        let rates: Vec<Decimal> = rates.iter().filter_map(|it| it.parse().ok()).collect();
        Some(Compound::of(&rates)?.mean().to_string())
    }

    #[test]
    fn the_mean_is_geometric_and_rounded_half_away_from_zero() {
        for (rates, wanted) in [
            (&["7", "7", "7"][..], Some("7")),
            // 1.1 × 1.3 = 1.43, whose root is 1.19582…
            (&["10", "30"], Some("19.58")),
            (&["-50", "100"], Some("0")),
            (&["6.125"], Some("6.13")),
            (&["-6.125"], Some("-6.13")),
            (&["-6.124"], Some("-6.12")),
            (&["5", "-100"], None),
            (&["-150"], None),
            (
                &["99999999999999", "99999999999999", "99999999999999"],
                None,
            ),
            (&[], None),
        ] {
            assert_eq!(mean(rates).as_deref(), wanted, "{rates:?}");
        }
    }

    #[test]
    fn equal_growth_over_many_years_is_exactly_its_mean() {
        let rate = Decimal::new(7_123_457, 6);
        let twenty = Compound::of(&[rate; 20]);
        assert!(twenty.is_some_and(|it| it.reaches(rate)));
    }
}
