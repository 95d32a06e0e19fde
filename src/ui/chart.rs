//! The trend of a target as a small chart: what the plan states, what was observed, the goal, and while the term runs
//! where it would arrive. Points are letters, so that each kind has its own shape; only lines are in braille.
//!
//! ```text
//!  135.0 ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁+     + goal    o stated by the plan    * observed
//!                    ⠠ ⠐ x       x projected, at the end of a dotted line
//!  109.0 o⠒⠒⠒⠒⠒*⠒⠒⠒*
//!        2015     2023     2025
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::symbols::Marker;
use ratatui::widgets::Widget as _;
use ratatui::widgets::canvas::{Canvas, Line, Points};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::canvas::put;
use super::theme::Theme;
use crate::evaluation::{Evaluation, Projection};
use crate::plan::{Kind, Number, Target};
use crate::records::{Flag, Moment};
use crate::text::{truncate, width};
use crate::words::tr;

/// A point of the trend: a year, fractions of it included, and a figure.
type Point = (f64, f64);

/// The columns of the figures beside the chart.
const LABELS: u16 = 9;

/// The columns of a year.
const YEAR: u16 = 4;

/// The trend of a target in points. Figures are doubles here and nowhere else: a dot has no digits.
pub(super) struct Trend {
    stated: Vec<Point>,
    observed: Vec<Point>,
    projected: Option<Point>,
    goal: Point,
    /// Figures to be named beside the chart, as printed.
    named: Vec<(f64, String)>,
    /// Whether the observed figures are sums of the years.
    summed: bool,
}

impl Trend {
    /// The trend of a target with a figure to reach; `None` where there is only one point to show. A figure that measures
    /// something else is no part of it.
    pub(super) fn of(target: &Target, evaluation: &Evaluation) -> Option<Self> {
        let goal = point(target.year.known()?, target.goal?.decimal())?;
        let stated: Vec<(Point, String)> = target
            .history
            .iter()
            .filter_map(|s| Some((point(s.year, s.value.decimal())?, s.value.to_string())))
            .collect();
        let summed = target.kind == Kind::Cumulative;
        let observed = if summed {
            sums(evaluation, target)
        } else {
            figures(evaluation)
        };
        let projection = Projection::of(evaluation, target);
        let projected = projection.and_then(|p| point(p.year, p.value));
        let all = || stated.iter().chain(&observed);
        let mut named = vec![(goal.1, text(target.goal?))];
        named.extend(all().next_back().map(|((_, y), text)| (*y, text.clone())));
        let lowest = all().min_by(|a, b| a.0.1.total_cmp(&b.0.1));
        named.extend(lowest.map(|((_, y), text)| (*y, text.clone())));
        (all().next().is_some()).then(|| Self {
            stated: stated.iter().map(|(point, _)| *point).collect(),
            observed: observed.iter().map(|(point, _)| *point).collect(),
            projected,
            goal,
            named,
            summed,
        })
    }

    /// The first and last year, and the lowest and highest figure. A single figure gets a little room around it.
    fn bounds(&self) -> ([f64; 2], [f64; 2]) {
        let all = || {
            let known = self.stated.iter().chain(&self.observed);
            known.chain(&self.projected).chain([&self.goal])
        };
        let span = |values: Vec<f64>| {
            let low = values.iter().copied().fold(f64::INFINITY, f64::min);
            let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            if high > low {
                [low, high]
            } else {
                [low - 1.0, high + 1.0]
            }
        };
        let years = span(all().map(|p| p.0).collect());
        (years, span(all().map(|p| p.1).collect()))
    }

    /// Draws the chart with the figures on its left, the years under it, and below them what the shapes mean.
    pub(super) fn draw(&self, area: Rect, buffer: &mut Buffer, theme: Theme) {
        let plot = Rect {
            x: area.x + LABELS,
            width: area.width.saturating_sub(LABELS + 1),
            height: area.height.saturating_sub(2),
            ..area
        };
        if plot.width < 2 || plot.height < 2 {
            return;
        }
        let scale = Scale::of(self.bounds(), plot);
        self.lines(plot, buffer, theme);
        self.marks(&scale, buffer, theme);
        self.figures(area, &scale, buffer, theme);
        self.years(&scale, buffer, theme);
        let legend = Rect {
            y: area.bottom() - 1,
            height: 1,
            ..area
        };
        let text = truncate(&self.legend(), usize::from(legend.width)).into_owned();
        let x = legend.x + (legend.width.saturating_sub(width(&text) as u16)) / 2;
        put(buffer, x, legend.y, legend.width, &text, theme.quiet());
    }

    /// The goal as a dotted level, what is known as a line, the projection as dots far apart.
    fn lines(&self, plot: Rect, buffer: &mut Buffer, theme: Theme) {
        let (years, figures) = self.bounds();
        let colour = |style: Style| style.fg.unwrap_or_default();
        let (known, goal) = (colour(theme.caption()), colour(theme.goal()));
        let missing = colour(theme.missing());
        let points: Vec<Point> = self.stated.iter().chain(&self.observed).copied().collect();
        let level = between(
            (years[0], self.goal.1),
            (years[1], self.goal.1),
            plot.width / 2,
        );
        let ahead = self.projected.zip(points.last().copied());
        let ahead = ahead
            .map(|(to, from)| between(from, to, 8))
            .unwrap_or_default();
        Canvas::default()
            .marker(Marker::Braille)
            .x_bounds(years)
            .y_bounds(figures)
            .paint(|context| {
                context.draw(&Points::new(&level, goal));
                for pair in points.windows(2) {
                    if let &[from, to] = pair {
                        context.draw(&Line::new(from.0, from.1, to.0, to.1, known));
                    }
                }
                context.draw(&Points::new(&ahead, missing));
            })
            .render(plot, buffer);
    }

    /// The points, each kind in its own letter; what was observed lies on top.
    fn marks(&self, scale: &Scale, buffer: &mut Buffer, theme: Theme) {
        let mut mark = |point: &Point, sign: &str, style: Style| {
            let (x, y) = scale.cell(*point);
            put(buffer, x, y, 1, sign, style);
        };
        mark(&self.goal, "+", theme.goal());
        if let Some(point) = &self.projected {
            mark(point, "x", theme.missing());
        }
        for point in &self.stated {
            mark(point, "o", theme.strong());
        }
        for point in &self.observed {
            mark(point, "*", theme.strong());
        }
    }

    /// The goal, the latest and the lowest figure on the left, the earlier named one where two meet.
    fn figures(&self, area: Rect, scale: &Scale, buffer: &mut Buffer, theme: Theme) {
        let mut taken = Vec::new();
        for (value, text) in &self.named {
            let y = scale.cell((self.goal.0, *value)).1;
            if taken.contains(&y) {
                continue;
            }
            taken.push(y);
            let text = truncate(text, usize::from(LABELS - 1));
            let x = area.x + LABELS - 1 - width(&text) as u16;
            put(buffer, x, y, LABELS, &text, theme.quiet());
        }
    }

    /// The years under the points, as many as there is room for, the first and the last before the others.
    fn years(&self, scale: &Scale, buffer: &mut Buffer, theme: Theme) {
        let points = self.stated.iter().chain(&self.observed);
        let mut years: Vec<f64> = points.map(|point| point.0).collect();
        years.push(self.goal.0);
        years.retain(|year| year.fract() == 0.0);
        years.sort_by(f64::total_cmp);
        years.dedup();
        let last = years.pop();
        let first = years.first().copied();
        let mut taken: Vec<u16> = Vec::new();
        for year in first.into_iter().chain(last).chain(years) {
            let plot = scale.plot;
            let x = scale.cell((year, self.goal.1)).0;
            let x = x
                .saturating_sub(1)
                .clamp(plot.x, plot.right().saturating_sub(YEAR).max(plot.x));
            if taken.iter().any(|other| x.abs_diff(*other) <= YEAR) {
                continue;
            }
            taken.push(x);
            put(
                buffer,
                x,
                plot.bottom(),
                YEAR,
                &format!("{year:.0}"),
                theme.quiet(),
            );
        }
    }

    fn legend(&self) -> String {
        let observed = if self.summed {
            tr("* 监测（累计）")
        } else {
            tr("* 监测")
        };
        let parts = [
            (!self.stated.is_empty(), tr("o 规划所载（含基期）")),
            (!self.observed.is_empty(), observed),
            (self.projected.is_some(), tr("x 直线外推")),
            (true, tr("+ 目标")),
        ];
        let shown = parts.iter().filter(|(shown, _)| *shown);
        shown.map(|(_, text)| *text).collect::<Vec<_>>().join("  ")
    }
}

/// Where a point stands on the screen.
struct Scale {
    years: [f64; 2],
    figures: [f64; 2],
    plot: Rect,
}

impl Scale {
    fn of((years, figures): ([f64; 2], [f64; 2]), plot: Rect) -> Self {
        Self {
            years,
            figures,
            plot,
        }
    }

    fn cell(&self, (year, figure): Point) -> (u16, u16) {
        let share =
            |value: f64, [low, high]: [f64; 2]| ((value - low) / (high - low)).clamp(0.0, 1.0);
        let x = share(year, self.years) * f64::from(self.plot.width - 1);
        let y = (1.0 - share(figure, self.figures)) * f64::from(self.plot.height - 1);
        (
            self.plot.x + x.round() as u16,
            self.plot.y + y.round() as u16,
        )
    }
}

/// The figures that are computed with, at their times.
fn figures(evaluation: &Evaluation) -> Vec<(Point, String)> {
    let usable = evaluation.seen.iter().filter(|it| it.flag != Flag::Break);
    let placed = usable.filter_map(|it| {
        let (position, days) = it.period.position();
        let at = (position as f64 / days as f64, it.value.decimal().to_f64()?);
        Some((at, it.value.to_string()))
    });
    placed.collect()
}

/// The running sum of the years of the term.
fn sums(evaluation: &Evaluation, target: &Target) -> Vec<(Point, String)> {
    let mut sum = Decimal::ZERO;
    let mut points = Vec::new();
    for it in &evaluation.seen {
        let Moment::Year(year) = it.period else {
            continue;
        };
        if it.flag == Flag::Break || year > target.year.last() {
            continue;
        }
        sum += it.value.decimal();
        points.extend(point(year, sum).map(|at| (at, sum.to_string())));
    }
    points
}

fn point(year: u16, value: Decimal) -> Option<Point> {
    Some((f64::from(year), value.to_f64()?))
}

fn text(number: Number) -> String {
    number.to_string()
}

/// So many points between two others, both included.
fn between(from: Point, to: Point, count: u16) -> Vec<Point> {
    let last = f64::from(count.max(1));
    (0..=count)
        .map(|n| {
            let step = f64::from(n) / last;
            (
                from.0 + (to.0 - from.0) * step,
                from.1 + (to.1 - from.1) * step,
            )
        })
        .collect()
}
