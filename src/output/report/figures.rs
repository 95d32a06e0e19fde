//! The figures of a target for programs that read the CSV: unrounded, without units.

use rust_decimal::RoundingStrategy;

use crate::evaluation::Evaluation;
use crate::plan::Target;
use crate::wording;
use crate::words::tr;

/// The figures of a target; an empty string is a missing one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The address of the target: `2.3p2`.
    pub address: String,
    /// Whether it is a target or a commitment of direction.
    pub tier: String,
    /// Whether the plan calls it binding or expected.
    pub binding: String,
    /// The year of the goal.
    pub year: String,
    /// Whether the plan states that year, or it is assumed.
    pub year_basis: String,
    /// The unit of its figures.
    pub unit: String,
    /// The figure of the baseline.
    pub baseline: String,
    /// The figure of the goal.
    pub goal: String,
    /// The year or date of the latest figure.
    pub period: String,
    /// The latest figure.
    pub value: String,
    /// The fraction of the way or of the whole, with six decimals.
    pub fraction: String,
}

impl Figures {
    /// The column heads, in the order of [`Figures::cells`].
    pub fn heads() -> [&'static str; 11] {
        [
            tr("出处地址"),
            tr("层次"),
            tr("性质"),
            tr("目标年份"),
            tr("年份依据"),
            tr("单位"),
            tr("基期数值"),
            tr("目标数值"),
            tr("期次"),
            tr("最新数值"),
            tr("进度小数"),
        ]
    }

    pub(super) fn of(target: &Target, evaluation: &Evaluation) -> Self {
        let latest = evaluation.latest();
        let fraction = evaluation.fraction().map(|fraction| {
            let away = RoundingStrategy::MidpointAwayFromZero;
            fraction.round_dp_with_strategy(6, away).to_string()
        });
        Self {
            address: target.citation.at.to_string(),
            tier: tr(target.tier.label()).to_owned(),
            binding: text(target.binding.map(|binding| tr(binding.label()))),
            year: text(target.year.known()),
            year_basis: wording::year_basis(target.year).to_owned(),
            unit: evaluation.unit(target).unwrap_or_default().to_owned(),
            baseline: text(evaluation.baseline.as_ref().map(|base| base.value)),
            goal: text(target.goal),
            period: text(latest.map(|it| it.period)),
            value: text(latest.map(|it| it.value)),
            fraction: fraction.unwrap_or_default(),
        }
    }

    /// The cells, in the order of [`Figures::heads`].
    pub fn cells(&self) -> [&str; 11] {
        [
            &self.address,
            &self.tier,
            &self.binding,
            &self.year,
            &self.year_basis,
            &self.unit,
            &self.baseline,
            &self.goal,
            &self.period,
            &self.value,
            &self.fraction,
        ]
        .map(String::as_str)
    }
}

fn text(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
