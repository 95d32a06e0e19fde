//! The trend of a target as a small chart in braille: what the plan states, what was observed, the goal, and while the
//! term runs where it would arrive.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::symbols::Marker;
use ratatui::widgets::Widget as _;
use ratatui::widgets::canvas::{Canvas, Circle, Line, Points};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::theme::Theme;
use crate::evaluation::{Evaluation, Projection};
use crate::plan::Target;

/// A point of the trend: a year, fractions of it included, and a figure.
type Point = (f64, f64);

/// The trend of a target in points. Figures are doubles here and nowhere else: a dot has no digits.
pub(super) struct Trend {
    stated: Vec<Point>,
    observed: Vec<Point>,
    projected: Option<Point>,
    goal: Point,
}

impl Trend {
    /// The trend of a target with a figure to reach; `None` where there is only one point to show.
    pub(super) fn of(target: &Target, evaluation: &Evaluation) -> Option<Self> {
        let stated: Vec<Point> = target
            .history
            .iter()
            .filter_map(|s| point(s.year, s.value.decimal()))
            .collect();
        let observed: Vec<Point> = evaluation
            .seen
            .iter()
            .filter_map(|o| {
                let (position, days) = o.period.position();
                Some((position as f64 / days as f64, o.value.decimal().to_f64()?))
            })
            .collect();
        let goal = point(target.year, target.goal?.decimal())?;
        let projection = Projection::of(evaluation, target);
        let projected = projection.and_then(|p| point(p.year, p.value));
        (stated.len() + observed.len() > 0).then_some(Self {
            stated,
            observed,
            projected,
            goal,
        })
    }

    /// The first and last year, and the lowest and highest figure, with a little room around them.
    fn bounds(&self) -> ([f64; 2], [f64; 2]) {
        let all = || {
            self.stated
                .iter()
                .chain(&self.observed)
                .chain(&self.projected)
                .chain([&self.goal])
        };
        let span = |values: Vec<f64>| {
            let low = values.iter().copied().fold(f64::INFINITY, f64::min);
            let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let room = ((high - low) * 0.08).max(f64::EPSILON);
            [low - room, high + room]
        };
        (
            span(all().map(|p| p.0).collect()),
            span(all().map(|p| p.1).collect()),
        )
    }

    /// The first and last year.
    pub(super) fn years(&self) -> (f64, f64) {
        let years = || {
            self.stated
                .iter()
                .chain(&self.observed)
                .map(|p| p.0)
                .chain([self.goal.0])
        };
        (
            years().fold(f64::INFINITY, f64::min),
            years().fold(f64::NEG_INFINITY, f64::max),
        )
    }

    /// Draws the trend.
    pub(super) fn draw(&self, area: Rect, buffer: &mut Buffer, theme: Theme) {
        let (years, figures) = self.bounds();
        let colour = |style: ratatui::style::Style| style.fg.unwrap_or_default();
        let (known, goal) = (colour(theme.caption()), colour(theme.goal()));
        let missing = colour(theme.missing());
        Canvas::default()
            .marker(Marker::Braille)
            .x_bounds(years)
            .y_bounds(figures)
            .paint(|context| {
                let at_goal: Vec<Point> = dots(years, self.goal.1);
                context.draw(&Points {
                    coords: &at_goal,
                    color: goal,
                });
                let known_points: Vec<Point> =
                    self.stated.iter().chain(&self.observed).copied().collect();
                for pair in known_points.windows(2) {
                    if let &[from, to] = pair {
                        context.draw(&Line {
                            x1: from.0,
                            y1: from.1,
                            x2: to.0,
                            y2: to.1,
                            color: known,
                        });
                    }
                }
                let radius = (years[1] - years[0]) / f64::from(area.width.max(1));
                for &(x, y) in &known_points {
                    context.draw(&Circle {
                        x,
                        y,
                        radius,
                        color: known,
                    });
                }
                if let (Some(&from), Some(to)) = (known_points.last(), self.projected) {
                    context.draw(&Points {
                        coords: &between(from, to),
                        color: missing,
                    });
                }
            })
            .render(area, buffer);
    }
}

fn point(year: u16, value: Decimal) -> Option<Point> {
    Some((f64::from(year), value.to_f64()?))
}

/// Points along a level, far enough apart to be told from a line.
fn dots([from, to]: [f64; 2], level: f64) -> Vec<Point> {
    (0..=40)
        .map(|n| (from + (to - from) * f64::from(n) / 40.0, level))
        .collect()
}

/// Points between two others.
fn between(from: Point, to: Point) -> Vec<Point> {
    let step = |n: i32| f64::from(n) / 12.0;
    (1..=12)
        .map(|n| {
            (
                from.0 + (to.0 - from.0) * step(n),
                from.1 + (to.1 - from.1) * step(n),
            )
        })
        .collect()
}
