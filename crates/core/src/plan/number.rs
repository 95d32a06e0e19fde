//! A figure of the plan, exactly as printed: 82.38 is 82.38, and 13.0 keeps its zero.

use std::fmt;
use std::io;
use std::str::FromStr;

use borsh::{BorshDeserialize as Unpack, BorshSerialize as Pack};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::words::{Language, language, say};

/// A decimal figure with its printed digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Number(#[serde(with = "rust_decimal::serde::arbitrary_precision")] Decimal);

impl Number {
    /// Whether it has at most 15 digits before the point and 8 after it. Within these bounds no arithmetic of the program
    /// can overflow; whoever reads a figure from outside asks.
    pub fn is_in_bounds(self) -> bool {
        self.0.abs() < Decimal::from(1_000_000_000_000_000_i64) && self.0.scale() <= 8
    }

    /// The value for arithmetic.
    pub fn decimal(self) -> Decimal {
        self.0
    }
}

impl Pack for Number {
    fn serialize<W: io::Write>(&self, writer: &mut W) -> io::Result<()> {
        Pack::serialize(&self.0.serialize(), writer)
    }
}

impl Unpack for Number {
    fn deserialize_reader<R: io::Read>(reader: &mut R) -> io::Result<Self> {
        <[u8; 16]>::deserialize_reader(reader).map(|bytes| Self(Decimal::deserialize(bytes)))
    }
}

impl From<Decimal> for Number {
    fn from(value: Decimal) -> Self {
        Self(value)
    }
}

impl FromStr for Number {
    type Err = rust_decimal::Error;

    /// Reads plain decimal notation; exponents, signs in front of nothing, separators and the like are errors.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Decimal::from_str_exact(text).map(Self)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A figure for readers, with a true minus sign.
pub fn numeral(value: impl fmt::Display) -> String {
    value.to_string().replacen('-', "−", 1)
}

/// A figure for readers behind a sign of arithmetic: a negative one stands in brackets.
pub fn operand(value: impl fmt::Display) -> String {
    let value = numeral(value);
    if value.starts_with('−') {
        say!("（{value}）", value)
    } else {
        value
    }
}

/// A figure with its unit, for readers: with a true minus sign. A unit in letters is a word of its own in English: `25 beds`, but `25%` and `25万人`. One that
/// begins with a digit (1/10万) stands apart, so that the two never read as one figure.
pub fn measured(value: impl fmt::Display, unit: Option<&str>) -> String {
    let unit = unit.unwrap_or_default();
    let value = numeral(value);
    let is_word = unit.starts_with(|c: char| c.is_ascii_alphabetic());
    let is_apart = unit.starts_with(|c: char| c.is_ascii_digit())
        || (is_word && language() == Language::English);
    if is_apart {
        format!("{value} {unit}")
    } else {
        format!("{value}{unit}")
    }
}
