//! A number as decimal digits, rounded as spreadsheets do for display.

/// Significant digits in spreadsheets; the rest is binary noise.
const DIGITS: usize = 15;

/// A number: `0.d1d2d3… × 10^point`, without its sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decimal {
    /// Whether it is below zero.
    pub(super) negative: bool,
    digits: Vec<u8>,
    point: i32,
}

impl Decimal {
    /// The number to 15 significant digits.
    pub(super) fn new(value: f64) -> Self {
        let written = format!("{:.*e}", DIGITS - 1, value.abs());
        let (mantissa, exponent) = written.split_once('e').unwrap_or(("0", "0"));
        let digits = mantissa
            .bytes()
            .filter(u8::is_ascii_digit)
            .map(|digit| digit - b'0')
            .collect();
        let point = exponent.parse::<i32>().unwrap_or(0) + 1;
        let mut decimal = Self {
            negative: value < 0.0,
            digits,
            point,
        };
        decimal.trim();
        decimal
    }

    /// Multiplied by a power of ten.
    pub(super) fn shifted(mut self, places: i32) -> Self {
        if !self.is_zero() {
            self.point += places;
        }
        self
    }

    /// Whether it is zero.
    pub(super) fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// The decimal exponent of its first digit.
    pub(super) fn exponent(&self) -> i32 {
        if self.is_zero() { 0 } else { self.point - 1 }
    }

    /// The number of decimal places.
    pub(super) fn places(&self) -> usize {
        usize::try_from(self.digits.len() as i32 - self.point).unwrap_or(0)
    }

    /// Rounds half up to `places` decimal places.
    pub(super) fn rounded(mut self, places: usize) -> Self {
        let keep = self.point.saturating_add(places as i32);
        let Ok(keep) = usize::try_from(keep) else {
            self.digits.clear();
            self.trim();
            return self;
        };
        if keep < self.digits.len() {
            let up = self.digits.get(keep).is_some_and(|digit| *digit >= 5);
            self.digits.truncate(keep);
            if up {
                self.raise();
            }
            self.trim();
        }
        self
    }

    /// Increments the last digit.
    fn raise(&mut self) {
        for digit in self.digits.iter_mut().rev() {
            *digit += 1;
            if *digit < 10 {
                return;
            }
            *digit = 0;
        }
        self.digits.insert(0, 1);
        self.point += 1;
    }

    fn trim(&mut self) {
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
        let zeros = self.digits.iter().take_while(|digit| **digit == 0).count();
        self.digits.drain(..zeros);
        self.point -= zeros as i32;
        if self.digits.is_empty() {
            self.point = 0;
            self.negative = false;
        }
    }

    /// The digits before the point; empty below one.
    pub(super) fn whole(&self) -> String {
        (0..self.point.max(0))
            .map(|place| self.digit(place))
            .collect()
    }

    /// The first `places` decimal digits.
    pub(super) fn fraction(&self, places: usize) -> String {
        (0..places as i32)
            .map(|place| self.digit(self.point + place))
            .collect()
    }

    /// The digit `place` places after the first; zero beyond the known digits.
    fn digit(&self, place: i32) -> char {
        let digit = usize::try_from(place)
            .ok()
            .and_then(|place| self.digits.get(place))
            .copied()
            .unwrap_or(0);
        char::from(b'0' + digit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn print(value: f64, places: usize) -> String {
        let decimal = Decimal::new(value).rounded(places);
        format!(
            "{}{}.{}",
            if decimal.negative { "-" } else { "" },
            decimal.whole(),
            decimal.fraction(places)
        )
    }

    #[test]
    fn halves_are_rounded_up_as_printed() {
        let cases = [
            (0.125, 2, ".13"),
            (2.675, 2, "2.68"),
            (-1.005, 2, "-1.01"),
            (9.999, 2, "10.00"),
            (0.004, 2, ".00"),
            (75.34 + 1.0, 2, "76.34"),
            (119.5, 2, "119.50"),
            (1e20, 1, "100000000000000000000.0"),
            (0.05, 1, ".1"),
            (0.96, 0, "1."),
        ];
        for (value, places, printed) in cases {
            assert_eq!(print(value, places), printed, "{value}");
        }
    }

    #[test]
    fn places_are_those_that_are_known() {
        assert_eq!(Decimal::new(0.1 + 0.2).places(), 1);
        assert_eq!(Decimal::new(1200.0).places(), 0);
        assert_eq!(Decimal::new(0.0).places(), 0);
        assert_eq!(Decimal::new(0.8).shifted(2).whole(), "80");
    }
}
