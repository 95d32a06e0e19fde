//! The times of records: a year or a day.

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
    /// A day.
    Day(Date),
}

impl Moment {
    /// Its last day.
    pub fn end(self) -> Date {
        match self {
            Self::Year(year) => last_day(year),
            Self::Day(date) => date,
        }
    }

    /// The year it lies in.
    pub fn year(self) -> u16 {
        match self {
            Self::Year(year) => year,
            Self::Day(date) => u16::try_from(date.year()).unwrap_or(0),
        }
    }

    /// In Chinese: `2023年`, `2023-06-30`.
    pub fn in_chinese(self) -> String {
        match self {
            Self::Year(year) => format!("{year}年"),
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
    /// `2023` or `2023-06-30`, as files write it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year}"),
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
    /// A year or a day.
    Period,
    /// A day.
    Day,
}

impl NotAMoment {
    /// For a text that should have been a year or a day.
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

/// Whether a text names a half-year, quarter or month, which files cannot hold yet.
fn is_part_of_year(text: &str) -> bool {
    let named = text.contains(['季', '月']) || text.contains("半年");
    let text = text.to_ascii_uppercase();
    let (year, rest) = text.split_at_checked(4).unwrap_or_default();
    let rest = rest.trim_start_matches(['-', '/', '.', ' ', '年']);
    let is_month = |rest: &str| matches!(rest.parse(), Ok(1..=12_u8));
    let is_coded = rest.strip_prefix(['H', 'Q', 'M']).is_some_and(is_month);
    let begins_with_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    begins_with_year && (named || is_coded || is_month(rest))
}

impl fmt::Display for NotAMoment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = &self.text;
        f.write_str(&match self.wanted {
            Wanted::Period if is_part_of_year(text) => say!(
                "“{text}”不是年份或日期：半年、季度、月份的数据目前还不能记；写作年份 2023，或截止的那天 2023-06-30",
                text
            ),
            Wanted::Period => say!(
                "“{text}”不是日期或年份；写作 2023 或 2023-12-31",
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
        match text.parse() {
            Ok(year @ 1900..=2999) if text.len() == 4 => Ok(Self::Year(year)),
            _ => text
                .parse()
                .map(|day: Day| Self::Day(day.0))
                .map_err(|_: NotAMoment| NotAMoment::period(text)),
        }
    }
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
