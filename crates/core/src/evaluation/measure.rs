//! The measures of a target, each with its own name: progress is never mixed with attainment.

use rust_decimal::{Decimal, RoundingStrategy, serde as digits};
use schemars::JsonSchema;
use serde::Serialize;

use crate::plan::Number;
use crate::wording;
use crate::words::{say, tr};

/// A measure of a target and its amount.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Measure {
    /// Nothing.
    None,
    /// Progress (进度) from baseline (0) to goal (1), signed and unbounded.
    Progress {
        /// The fraction.
        #[serde(with = "digits::arbitrary_precision")]
        #[schemars(with = "Number")]
        fraction: Decimal,
    },
    /// Margin (距目标): the figure minus the goal, or minus the benchmark, in the target's unit.
    Margin {
        /// The difference.
        #[serde(with = "digits::arbitrary_precision")]
        #[schemars(with = "Number")]
        value: Decimal,
    },
    /// Attainment (完成率): the sum of the years as a share of the goal.
    Attainment {
        /// The sum so far, in the target's unit.
        #[serde(with = "digits::arbitrary_precision")]
        #[schemars(with = "Number")]
        sum: Decimal,
        /// Its share of the goal.
        #[serde(with = "digits::arbitrary_precision")]
        #[schemars(with = "Number")]
        fraction: Decimal,
    },
    /// Years met (达标年数): of the years that were observed.
    YearsMet {
        /// How many met the condition.
        met: usize,
        /// How many were observed (or paired with a benchmark).
        observed: usize,
        /// For a comparison: the latest figure minus the benchmark's, or minus the goal of its year.
        #[serde(
            default,
            skip_serializing_if = "Option::is_none",
            with = "digits::arbitrary_precision_option"
        )]
        #[schemars(with = "Number")]
        margin: Option<Decimal>,
    },
    /// The mean growth minus that of the benchmark, in percentage points (增速差).
    GrowthGap {
        /// The difference.
        #[serde(with = "digits::arbitrary_precision")]
        #[schemars(with = "Number")]
        points: Decimal,
        /// Over how many years.
        years: usize,
    },
    /// The mean yearly growth (年均), in percent.
    MeanGrowth {
        /// The geometric mean, with two decimals.
        #[serde(with = "digits::arbitrary_precision")]
        #[schemars(with = "Number")]
        percent: Decimal,
        /// Over how many years.
        years: usize,
    },
    /// The change since the baseline (较基期), in the target's unit.
    Change {
        /// The difference.
        #[serde(with = "digits::arbitrary_precision")]
        #[schemars(with = "Number")]
        value: Decimal,
    },
}

impl Measure {
    /// The fraction for a gauge.
    pub fn fraction(&self) -> Option<Decimal> {
        match self {
            Self::Progress { fraction } | Self::Attainment { fraction, .. } => Some(*fraction),
            _ => None,
        }
    }

    /// Its name and amount, such as `进度 42.7%`, in a target's unit; empty for none.
    pub fn text(&self, unit: Option<&str>) -> String {
        match self {
            Self::None => String::new(),
            Self::Progress { fraction } => say!("进度 {share}", share = percent(*fraction)),
            Self::Margin { value } => {
                let size = wording::difference(signed(*value), unit);
                say!("距目标 {size}", size)
            }
            Self::Attainment { fraction, sum } => say!(
                "完成率 {share}（累计{sum}）",
                share = percent(*fraction),
                sum = wording::measured(sum, unit)
            ),
            Self::YearsMet { observed: 0, .. } => tr("缺同期对照值").to_owned(),
            Self::YearsMet { met, observed, .. } => {
                say!("达标年数 {met}/{observed}年", met, observed)
            }
            Self::GrowthGap { points, .. } => {
                let points = signed(rounded(*points, 2));
                say!("增速差 {points}个百分点", points)
            }
            Self::MeanGrowth { percent, years } => {
                let rate = signed(*percent);
                say!("年均 {rate}%（{years}年）", rate, years)
            }
            Self::Change { value } => {
                let size = wording::difference(signed(*value), unit);
                say!("较基期 {size}", size)
            }
        }
    }
}

/// A fraction in percent with one decimal, rounded down so that nothing short of the whole reads as 100%: `42.7%`, `-0.2%`
/// with a true minus sign.
pub fn percent(fraction: Decimal) -> String {
    let percent = fraction * Decimal::ONE_HUNDRED;
    let percent = percent.round_dp_with_strategy(1, RoundingStrategy::ToNegativeInfinity);
    let sign = if percent.is_sign_negative() && !percent.is_zero() {
        "−"
    } else {
        ""
    };
    format!("{sign}{:.1}%", percent.abs())
}

/// A number with its sign, a true minus before negative ones; zero has none.
pub fn signed(value: Decimal) -> String {
    let plain = value.normalize().abs();
    if value.is_zero() {
        plain.to_string()
    } else if value.is_sign_negative() {
        format!("−{plain}")
    } else {
        format!("+{plain}")
    }
}

/// Rounded to `decimals`, halves away from zero, trailing zeros dropped.
pub(super) fn rounded(value: Decimal, decimals: u32) -> Decimal {
    value
        .round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
        .normalize()
}
