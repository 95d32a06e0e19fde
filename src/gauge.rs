//! Gauges: how a target stands, drawn in a row of cells by an instrument that suits its kind.
//!
//! ```text
//! ▆▆▆▆▆▆▍  ╎    ▕  the way from baseline to goal, and where a straight path would be
//! ▆▆▆▆▆▆▆▆▆▆▆▆▏│   a figure before the line of its goal, where there is no baseline
//! ●●✗○·            years that were met, missed, without a figure, still ahead
//! 推进中            a state
//! ```
//!
//! [`Instrument::of`] chooses; [`Instrument::draw`] gives the cells in pieces by their part, for the styles of whoever shows
//! them. A bar rounds down to an eighth of a cell: it is full only at the goal, and empty only at the baseline. Its last cell,
//! the tip, is as high as the row and ends where the figure is; what lies before it is lower, so that the bars of
//! neighbouring rows stay apart.

mod bar;
mod scale;
mod signs;
mod spark;
mod years;

use rust_decimal::Decimal;

use crate::evaluation::{Evaluation, Measure, Year, YearState, percent, signed};
use crate::plan::{Number, numeral};
use crate::records::{Flag, Stage};
use crate::text::{pad, width};
use crate::words::{say, tr};

pub(crate) use self::scale::Scale;
pub use self::signs::Signs;
pub use self::spark::Spark;

/// The minimum columns of a gauge.
pub const NARROWEST: usize = 8;

/// How a target stands, as what is drawn of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Instrument {
    /// The way from the baseline (0) to the goal (1).
    Way {
        /// What is gone of it.
        fraction: Decimal,
        /// Where a straight path would be.
        expected: Option<Decimal>,
    },
    /// A figure against its goal, where nothing is known of a baseline.
    Level {
        /// The figure.
        value: Decimal,
        /// The goal, in the same unit.
        goal: Decimal,
    },
    /// The years, each with whether it was met.
    Years(Vec<Year>),
    /// The years stacked up to a sum, as shares of the goal.
    Sum {
        /// The share of each year, the earliest first.
        parts: Vec<Decimal>,
        /// What they come to, as a share of the goal.
        fraction: Decimal,
        /// Where a straight path would be.
        expected: Option<Decimal>,
    },
    /// A recorded state.
    State(Stage),
    /// Words only: there are data, but nothing that could be drawn without inventing a scale.
    Words(String),
}

/// What a piece of a gauge shows, for its style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What was reached, up to the tip.
    Reached,
    /// The same, to tell a year of a sum from the one before.
    Alternate,
    /// The last cell of what was reached.
    Tip,
    /// A state in words, or a year that adds to a sum.
    Told,
    /// What is left.
    Rest,
    /// Where a straight path would be.
    Tick,
    /// The same, within what was reached.
    TickPassed,
    /// The same, in the cell in which the bar ends.
    TipAtTick,
    /// The goal.
    Goal,
    /// A year that was met.
    Met,
    /// A year that was missed.
    Missed,
    /// A year without a figure.
    Missing,
    /// A year that is not over.
    Ahead,
}

/// A part of a gauge with its signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The signs.
    pub text: String,
    /// What they show.
    pub part: Part,
}

impl Instrument {
    /// The instrument of a target; `None` where there are no data.
    pub fn of(evaluation: &Evaluation) -> Option<Self> {
        if let Some(status) = &evaluation.status {
            return Some(Self::State(status.stage));
        }
        let judged = evaluation.judged.as_ref();
        let judged = judged.filter(|it| it.flag != Flag::Break);
        let expected = evaluation.expected;
        match &evaluation.measure {
            Measure::None => None,
            Measure::Progress { fraction } => Some(Self::Way {
                fraction: *fraction,
                expected,
            }),
            Measure::Margin { value } => {
                let figure = judged?.value.decimal();
                Some(Self::level(figure, figure.checked_sub(*value)?))
            }
            Measure::Attainment { fraction, .. } => Some(Self::Sum {
                parts: shares(evaluation),
                fraction: *fraction,
                expected,
            }),
            Measure::YearsMet { .. } => Some(Self::Years(evaluation.years.clone())),
            Measure::GrowthGap { points, .. } => Some(Self::Words(signed(points.round_dp(2)))),
            Measure::MeanGrowth { percent, .. } => {
                let goal = evaluation.goal.value?.decimal();
                Some(Self::level(*percent, goal))
            }
            Measure::Change { value } => Some(Self::Words(signed(*value))),
        }
    }

    /// A figure of a target as it stands to the goal: on the way from the baseline, or before the line of the goal. `None`
    /// where that kind of target has no such drawing.
    pub fn of_figure(evaluation: &Evaluation, figure: Decimal) -> Option<Self> {
        let goal = evaluation.goal.value?.decimal();
        match (&evaluation.measure, &evaluation.baseline) {
            (Measure::Progress { .. }, Some(baseline)) => {
                let start = baseline.value.decimal();
                let way = goal.checked_sub(start)?;
                let fraction = figure.checked_sub(start)?.checked_div(way)?;
                Some(Self::Way {
                    fraction,
                    expected: None,
                })
            }
            (Measure::Margin { .. } | Measure::YearsMet { .. }, _) => {
                Some(Self::level(figure, goal)).filter(|it| matches!(it, Self::Level { .. }))
            }
            _ => None,
        }
    }

    /// A figure against its goal. Where either is not positive no length stands for it, and only words are left.
    fn level(value: Decimal, goal: Decimal) -> Self {
        let is_drawable = value >= Decimal::ZERO && goal > Decimal::ZERO;
        if is_drawable {
            Self::Level { value, goal }
        } else {
            Self::Words(against(value, goal))
        }
    }

    /// The figure that stands beside the drawing: `42.7%`, `4.3／4.5`, `4／5年`. Empty where the drawing says it.
    pub fn figure(&self) -> String {
        match self {
            Self::Way { fraction, .. } | Self::Sum { fraction, .. } => percent(*fraction),
            Self::Level { value, goal } => against(*value, *goal),
            Self::Years(years) => {
                let count = |state| years.iter().filter(|it| it.state == state).count();
                let met = count(YearState::Met);
                say!("{met}／{n}年", met, n = met + count(YearState::Missed))
            }
            Self::State(_) => String::new(),
            Self::Words(words) => words.clone(),
        }
    }

    /// The drawing, exactly `columns` wide.
    pub fn draw(&self, columns: usize, signs: Signs) -> Vec<Piece> {
        match self {
            Self::Way { fraction, expected } => {
                bar::way(*fraction, &[*fraction], *expected, columns, signs)
            }
            Self::Sum {
                parts,
                fraction,
                expected,
            } => bar::way(*fraction, parts, *expected, columns, signs),
            Self::Level { value, goal } => bar::level(*value, *goal, columns, signs),
            Self::Years(years) => years::dots(years, columns, signs),
            Self::State(stage) => words(tr(stage.label()), columns),
            Self::Words(_) => words("", columns),
        }
    }
}

/// A figure and its goal: `4.3／4.5`.
fn against(value: Decimal, goal: Decimal) -> String {
    say!(
        "{value}／{goal}",
        value = numeral(value.normalize()),
        goal = numeral(goal.normalize())
    )
}

/// Words in the place of a drawing; none where they don't fit.
fn words(words: &str, columns: usize) -> Vec<Piece> {
    let words = if width(words) <= columns { words } else { "" };
    vec![Piece {
        text: pad(words, columns),
        part: Part::Told,
    }]
}

/// The drawing as plain text.
pub fn text(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

/// What each year adds to a sum, as a share of the goal.
fn shares(evaluation: &Evaluation) -> Vec<Decimal> {
    let goal = evaluation.goal.value.map(Number::decimal);
    let added = evaluation.years.iter().filter_map(|it| match it.state {
        YearState::Added(amount) => amount.checked_div(goal?),
        _ => None,
    });
    added.collect()
}
