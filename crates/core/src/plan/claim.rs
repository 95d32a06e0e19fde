//! Claims (数值关系): what the plan says about its own figures, so that the figures can be checked against each other.

use borsh::{BorshDeserialize as Unpack, BorshSerialize as Pack};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Citation, Number};

/// A statement of the plan that follows from other figures of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema)]
pub struct Claim {
    /// The figure that the plan prints.
    pub states: Number,
    /// Its unit, for readers.
    pub unit: String,
    /// How it follows from the operands.
    #[serde(rename = "is")]
    pub reckoning: Reckoning,
    /// The figures that it follows from, in the order of the reckoning; each is printed in one of the quotes.
    #[schemars(length(min = 1))]
    pub of: Vec<Number>,
    /// Where the plan states it.
    #[serde(flatten)]
    pub citation: Citation,
    /// Where the operands stand, if not in the same words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub from: Vec<Citation>,
}

/// How a figure follows from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Reckoning {
    /// The first minus the second.
    Difference,
    /// By how many percent the first is more than the second.
    Growth,
    /// All together.
    Sum,
    /// How many percent of the second the first is.
    Share,
    /// Close below the stated figure (接近): the first is less than it, by at most a half of ten percent.
    Near,
    /// A part of the first, and so not more than it (其中).
    Part,
}

impl Reckoning {
    /// Every reckoning, with the word plan.yaml uses for it and the word for readers.
    pub const ALL: [(Self, &'static str, &'static str); 6] = [
        (Self::Difference, "difference", "差"),
        (Self::Growth, "growth", "增长率"),
        (Self::Sum, "sum", "和"),
        (Self::Share, "share", "占比"),
        (Self::Near, "near", "接近"),
        (Self::Part, "part", "其中"),
    ];

    /// How many operands it takes; `None` for any number from two.
    pub fn operands(self) -> Option<usize> {
        match self {
            Self::Difference | Self::Growth | Self::Share => Some(2),
            Self::Near | Self::Part => Some(1),
            Self::Sum => None,
        }
    }

    /// The result for operands; `None` if there are too few, or for a division by zero.
    pub fn compute(self, of: &[Number]) -> Option<Decimal> {
        let hundred = Decimal::ONE_HUNDRED;
        let first = of.first()?.decimal();
        let second = of.get(1).map(|number| number.decimal());
        match self {
            Self::Difference => first.checked_sub(second?),
            Self::Growth => first
                .checked_sub(second?)?
                .checked_mul(hundred)?
                .checked_div(second?),
            Self::Share => first.checked_mul(hundred)?.checked_div(second?),
            Self::Sum => of.iter().try_fold(Decimal::ZERO, |sum, number| {
                sum.checked_add(number.decimal())
            }),
            Self::Near | Self::Part => Some(first),
        }
    }
}

/// Figures of the plan that do not fit together, and why (不相衔接).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema)]
pub struct Discord {
    /// The places, at least two.
    #[schemars(length(min = 2))]
    pub between: Vec<Citation>,
    /// Why they don't fit, in our words.
    pub note: String,
}
