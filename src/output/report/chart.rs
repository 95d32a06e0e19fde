//! The chart of a target as data: its figures by time, where it began, what it is to reach.

use rust_decimal::prelude::ToPrimitive as _;

use crate::evaluation::Evaluation;
use crate::plan::{Kind, Number, Plan, Target};
use crate::records::Flag;
use crate::wording;
use crate::words::{say, tr};

/// The fewest figures of which a chart tells more than the table.
const FEWEST: usize = 2;

/// Two figures further apart than this, in years, have others missing between them.
pub const GAP: f64 = 1.01;

/// The chart of a target.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The target's name, with the unit.
    pub title: String,
    /// The observed figures in order of time.
    pub seen: Vec<Point>,
    /// Where it began, if that is comparable.
    pub start: Option<Point>,
    /// What it is to reach, if that is a figure with a year.
    pub goal: Option<Point>,
    /// Whether the way from the start to the goal is one that a figure can be held against.
    pub has_way: bool,
}

/// A figure at its time.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// On a scale of years on which the end of 2023 is 2023.
    pub at: f64,
    /// The figure on the scale of the chart.
    pub height: f64,
    /// The time in words: `2023年`.
    pub time: String,
    /// The figure with its printed digits.
    pub figure: String,
}

impl Chart {
    /// The chart of a target; `None` where fewer than two comparable figures are known, or each year stands for itself.
    pub fn of(plan: &Plan, target: &Target, evaluation: &Evaluation) -> Option<Self> {
        let seen: Vec<Point> = seen(evaluation);
        if seen.len() < FEWEST || target.kind == Kind::Cumulative {
            return None;
        }
        let base = evaluation.baseline.as_ref();
        let goal = &evaluation.goal;
        let unit = evaluation.unit(target);
        Some(Self {
            title: match unit {
                Some(unit) => wording::aside(wording::target_name(plan, target), unit),
                None => wording::target_name(plan, target),
            },
            seen,
            start: base.and_then(|base| of_year(base.year, base.value)),
            goal: goal
                .year
                .known()
                .zip(goal.value)
                .and_then(|(year, value)| of_year(year, value)),
            has_way: evaluation.fraction().is_some(),
        })
    }

    /// The figures in order of time: the observed ones, and before them where it began.
    pub fn known(&self) -> impl Iterator<Item = &Point> {
        let first = self.seen.first().map_or(f64::INFINITY, |point| point.at);
        let start = self.start.iter().filter(move |start| start.at < first);
        start.chain(&self.seen)
    }

    /// The figures in words: `2020年119.5，2021年121.5；目标2025年135`.
    pub fn in_words(&self) -> String {
        let told = |point: &Point| {
            say!(
                "{when}{value}",
                when = point.time,
                value = wording::numeral(&point.figure)
            )
        };
        let is_start = |point: &&Point| {
            let start = self.start.as_ref();
            start.is_none_or(|start| (start.at - point.at).abs() > f64::EPSILON)
        };
        let start = self
            .start
            .iter()
            .map(|start| say!("基期{figure}", figure = told(start)));
        let seen = self.seen.iter().filter(is_start).map(told);
        let figures: Vec<String> = start.chain(seen).collect();
        let figures = figures.join(tr("，"));
        let words = match &self.goal {
            Some(goal) => say!("{figures}；目标{goal}", figures, goal = told(goal)),
            None => figures,
        };
        say!("{head}：{text}", head = self.title, text = words)
    }
}

/// The comparable figures.
fn seen(evaluation: &Evaluation) -> Vec<Point> {
    let comparable = evaluation.seen.iter().filter(|it| it.flag != Flag::Break);
    let points = comparable.filter_map(|it| {
        let (position, days) = it.period.position();
        Some(Point {
            at: position as f64 / days as f64,
            height: it.value.decimal().to_f64()?,
            time: it.period.shown(),
            figure: it.value.to_string(),
        })
    });
    points.collect()
}

fn of_year(year: u16, value: Number) -> Option<Point> {
    Some(Point {
        at: f64::from(year),
        height: value.decimal().to_f64()?,
        time: say!("{year}年", year),
        figure: value.to_string(),
    })
}
