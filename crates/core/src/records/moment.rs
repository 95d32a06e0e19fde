//! The times of records: a year, a part of one, or a day.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::load::brief;
use crate::words::{Language, language, say};

/// A day, written `2023-12-31`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub Date);

/// The time that a figure is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Moment {
    /// A whole year: the figure at its end, or the sum over it.
    Year(u16),
    /// A part of a year: the figure at its end.
    Part(u16, YearPart),
    /// A day.
    Day(Date),
}

/// A part of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum YearPart {
    /// A half-year, 1 or 2.
    Half(u8),
    /// A quarter, 1 to 4.
    Quarter(u8),
    /// A month, 1 to 12.
    Month(u8),
}

impl YearPart {
    /// How many of its sort there are in a year, and its number among them.
    fn place(self) -> (u8, u8) {
        match self {
            Self::Half(n) => (2, n),
            Self::Quarter(n) => (4, n),
            Self::Month(n) => (12, n),
        }
    }

    /// The part of this sort and number; `None` if there is none.
    fn known(self) -> Option<Self> {
        let (all, n) = self.place();
        (1..=all).contains(&n).then_some(self)
    }

    /// Its last month.
    fn last_month(self) -> i8 {
        let (all, n) = self.place();
        i8::try_from(12 / all * n).unwrap_or(12)
    }
}

/// Why of two figures that end on one day the one for the longer time comes last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Length {
    /// A day.
    Day,
    /// A month.
    Month,
    /// A quarter.
    Quarter,
    /// A half-year.
    Half,
    /// A year.
    Year,
}

impl Moment {
    /// Its last day.
    pub fn end(self) -> Date {
        match self {
            Self::Year(year) => last_day(year),
            Self::Part(year, part) => i16::try_from(year)
                .ok()
                .and_then(|year| Date::new(year, part.last_month(), 1).ok())
                .map_or(Date::MAX, Date::last_of_month),
            Self::Day(date) => date,
        }
    }

    /// The place in the order of time: by the last day, of two with one the longer last.
    pub fn order(self) -> (Date, Length) {
        let length = match self {
            Self::Day(_) => Length::Day,
            Self::Part(_, YearPart::Month(_)) => Length::Month,
            Self::Part(_, YearPart::Quarter(_)) => Length::Quarter,
            Self::Part(_, YearPart::Half(_)) => Length::Half,
            Self::Year(_) => Length::Year,
        };
        (self.end(), length)
    }

    /// The year it lies in.
    pub fn year(self) -> u16 {
        match self {
            Self::Year(year) | Self::Part(year, _) => year,
            Self::Day(date) => u16::try_from(date.year()).unwrap_or(0),
        }
    }

    /// In Chinese: `2023年`, `2023年上半年`, `2023年一季度`, `2023年6月`, `2023-06-30`.
    pub fn in_chinese(self) -> String {
        match self {
            Self::Year(year) => format!("{year}年"),
            Self::Part(year, YearPart::Half(1)) => format!("{year}年上半年"),
            Self::Part(year, YearPart::Half(_)) => format!("{year}年下半年"),
            Self::Part(year, YearPart::Quarter(n)) => {
                let n = ["一", "二", "三", "四"]
                    .get(usize::from(n).wrapping_sub(1))
                    .unwrap_or(&"");
                format!("{year}年{n}季度")
            }
            Self::Part(year, YearPart::Month(n)) => format!("{year}年{n}月"),
            Self::Day(date) => date.to_string(),
        }
    }

    /// In the language of the interface: `2023年`, in English `2023`.
    pub fn shown(self) -> String {
        match language() {
            Language::Chinese => self.in_chinese(),
            Language::English => self.to_string(),
        }
    }

    /// The position on a scale of years on which the end of 2023 is 2023, as a fraction: the 183rd of the 365 days of
    /// 2023 is (2022 × 365 + 183) / 365.
    pub fn position(self) -> (i64, i64) {
        let end = self.end();
        let days = i64::from(end.days_in_year());
        (
            (i64::from(end.year()) - 1) * days + i64::from(end.day_of_year()),
            days,
        )
    }
}

/// The last day of a year; [`Date::MAX`] for a year out of range.
pub fn last_day(year: u16) -> Date {
    i16::try_from(year)
        .ok()
        .and_then(|year| Date::new(year, 12, 31).ok())
        .unwrap_or(Date::MAX)
}

impl fmt::Display for Moment {
    /// `2023`, `2023H1`, `2023Q1`, `2023-06` or `2023-06-30`, as files write it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year}"),
            Self::Part(year, YearPart::Half(n)) => write!(f, "{year}H{n}"),
            Self::Part(year, YearPart::Quarter(n)) => write!(f, "{year}Q{n}"),
            Self::Part(year, YearPart::Month(n)) => write!(f, "{year}-{n:02}"),
            Self::Day(date) => write!(f, "{date}"),
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A text is not a period or day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAMoment {
    text: String,
    wanted: Wanted,
}

/// What a text should have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    /// A year, a part of one, or a day.
    Period,
    /// A day.
    Day,
}

impl NotAMoment {
    /// For a text that should have been a year, a part of one, or a day.
    pub fn period(text: &str) -> Self {
        Self {
            text: brief(text),
            wanted: Wanted::Period,
        }
    }

    /// For a text that should have been a day.
    pub fn day(text: &str) -> Self {
        Self {
            text: brief(text),
            wanted: Wanted::Day,
        }
    }
}

impl fmt::Display for NotAMoment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = &self.text;
        f.write_str(&match self.wanted {
            Wanted::Period => say!(
                "“{text}”不是日期或年份；写作 2023、2023H1、2023Q1、2023-06 或 2023-12-31",
                text
            ),
            Wanted::Day => say!("“{text}”不是日期；写作 2023-12-31", text),
        })
    }
}

impl std::error::Error for NotAMoment {}

impl FromStr for Day {
    type Err = NotAMoment;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let fault = || NotAMoment::day(text);
        let date: Date = text.parse().map_err(|_| fault())?;
        // Jiff accepts several formats; files only one.
        if date.to_string() == text && (1900..=2999).contains(&date.year()) {
            Ok(Self(date))
        } else {
            Err(fault())
        }
    }
}

impl FromStr for Moment {
    type Err = NotAMoment;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let day = || text.parse().ok().map(|day: Day| Self::Day(day.0));
        let found = match text.split_at_checked(4) {
            Some((year, "")) => known_year(year).map(Self::Year),
            Some((year, rest)) => part(year, rest).or_else(day),
            None => None,
        };
        found.ok_or_else(|| NotAMoment::period(text))
    }
}

/// A year of four digits.
fn known_year(text: &str) -> Option<u16> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit());
    let year = text.parse().ok().filter(|_| is_plain)?;
    (1900..=2999).contains(&year).then_some(year)
}

/// A part of a year as files write it: `H1`, `Q1`, `-06` behind the year.
fn part(year: &str, rest: &str) -> Option<Moment> {
    let number = |digits: &str, length: usize| {
        let is_plain = digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse::<u8>().ok().filter(|_| is_plain)
    };
    let (sign, digits) = rest.split_at_checked(1)?;
    let part = match sign {
        "H" => YearPart::Half(number(digits, 1)?),
        "Q" => YearPart::Quarter(number(digits, 1)?),
        "-" => YearPart::Month(number(digits, 2)?),
        _ => return None,
    };
    Some(Moment::Part(known_year(year)?, part.known()?))
}

/// Serializes a type by `Display` and `FromStr`.
macro_rules! as_text {
    ($type:ty) => {
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                text.parse().map_err(D::Error::custom)
            }
        }
    };
}

as_text!(Day);
as_text!(Moment);

#[cfg(test)]
mod tests {
    use super::{Day, Moment};

    #[test]
    fn a_file_writes_a_time_in_one_way_and_of_a_year_that_can_be() {
        for sound in ["1900", "2999", "2024H1", "2024Q4", "2024-06", "2024-06-30"] {
            let read = sound.parse::<Moment>().map(|it| it.to_string());
            assert_eq!(read.as_deref(), Ok(sound));
        }
        for wrong in [
            "1899",
            "3000",
            "0000",
            "+202",
            "202",
            "20240",
            "2024H3",
            "2024Q0",
            "2024-13",
            "2024-6",
            "2024H",
            "2024h1",
            "2024Q01",
            "1899-12",
            "3000H1",
            "1899-12-31",
            "3000-01-01",
            "20240630",
            "2024-6-30",
            "2024-02-30",
            "2024-06-30T00:00",
            "2024-06-30[UTC]",
            "-002024-06-30",
            "２０２４",
            "2024-06-30 ",
        ] {
            assert!(wrong.parse::<Moment>().is_err(), "{wrong}");
            assert!(wrong.parse::<Day>().is_err(), "{wrong}");
        }
    }
}
