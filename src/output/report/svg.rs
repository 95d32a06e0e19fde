//! The chart of a target as SVG: observed figures joined by a line, dashed over years without one; the way from where it
//! began to the goal dashed and thin; the last figure and the goal labelled.

use maud::{Markup, html};

use super::chart::{Chart, GAP, Point};
use crate::wording::numeral;

/// The drawing in its own units, about the pixels of half a page.
const WIDTH: f64 = 560.0;
const HEIGHT: f64 = 190.0;
/// The room of the labels around the plot.
const LEFT: f64 = 24.0;
const RIGHT: f64 = 90.0;
const TOP: f64 = 24.0;
const BOTTOM: f64 = 30.0;

/// The chart with its figures in words below it.
pub(super) fn figure(chart: &Chart) -> Markup {
    let words = chart.in_words();
    html! {
        figure.chart {
            svg viewBox="0 0 560 190" role="img" aria-label=(words) { (drawing(chart)) }
            figcaption { (words) }
        }
        "\n"
    }
}

fn drawing(chart: &Chart) -> Markup {
    let scale = Scale::of(chart);
    let way = chart.start.as_ref().zip(chart.goal.as_ref());
    let way = way.filter(|_| chart.has_way);
    html! {
        path.axis d=(format!("M{LEFT} {y}H{x}", y = HEIGHT - BOTTOM, x = WIDTH - RIGHT)) {}
        @for year in scale.years() {
            text.year x=(places(scale.x(f64::from(year)))) y=(HEIGHT - 10.0) text-anchor="middle" { (year) }
        }
        @if let Some((start, goal)) = way {
            (line("way", &scale, start, goal))
        } @else if let Some(goal) = &chart.goal {
            path.way d=(format!("M{LEFT} {y:.1}H{x}", y = scale.y(goal.height), x = WIDTH - RIGHT)) {}
        }
        @for (from, to) in chart.known().zip(chart.known().skip(1)) {
            (line(if to.at - from.at > GAP { "seen gap" } else { "seen" }, &scale, from, to))
        }
        @if let Some(start) = &chart.start { (mark("start", &scale, start)) }
        @for point in &chart.seen { (mark("point", &scale, point)) }
        @if let Some(goal) = &chart.goal { (mark("goal", &scale, goal)) }
        (labels(chart, &scale))
    }
}

fn line(class: &str, scale: &Scale, from: &Point, to: &Point) -> Markup {
    let [x, y] = scale.place(from);
    let [to_x, to_y] = scale.place(to);
    html! { path class=(class) d=(format!("M{x:.1} {y:.1}L{to_x:.1} {to_y:.1}")) {} }
}

fn mark(class: &str, scale: &Scale, point: &Point) -> Markup {
    let [x, y] = scale.place(point);
    html! { circle class=(class) cx=(places(x)) cy=(places(y)) r="3.5" {} }
}

/// The first figure above its point, the last one before it, so that the goal has its room behind.
fn labels(chart: &Chart, scale: &Scale) -> Markup {
    let first = chart.start.as_ref().or(chart.seen.first());
    html! {
        @if let Some(first) = first {
            text.figure x=(places(scale.x(first.at) - 6.0)) y=(places(scale.y(first.height) - 9.0)) { (numeral(&first.figure)) }
        }
        @if let Some(last) = chart.seen.last() {
            text.figure x=(places(scale.x(last.at) - 8.0)) y=(places(scale.y(last.height) - 7.0)) text-anchor="end" { (numeral(&last.figure)) }
        }
        @if let Some(goal) = &chart.goal {
            text.goal x=(places(scale.x(goal.at) + 9.0)) y=(places(scale.y(goal.height) + 4.0)) { (numeral(&goal.figure)) }
        }
    }
}

/// A coordinate with one decimal.
fn places(at: f64) -> String {
    format!("{at:.1}")
}

/// From years and figures to the drawing.
struct Scale {
    years: [f64; 2],
    heights: [f64; 2],
}

impl Scale {
    fn of(chart: &Chart) -> Self {
        let points = || chart.seen.iter().chain(&chart.start).chain(&chart.goal);
        let ends = |of: fn(&Point) -> f64| {
            let low = points().map(of).fold(f64::INFINITY, f64::min);
            let high = points().map(of).fold(f64::NEG_INFINITY, f64::max);
            [low, if high > low { high } else { low + 1.0 }]
        };
        Self {
            years: ends(|point| point.at),
            heights: ends(|point| point.height),
        }
    }

    /// The years at whose end there is a mark of the axis.
    fn years(&self) -> impl Iterator<Item = u16> + use<> {
        let [first, last] = self.years;
        first.ceil() as u16..=last.floor() as u16
    }

    fn x(&self, at: f64) -> f64 {
        LEFT + share(at, self.years) * (WIDTH - LEFT - RIGHT)
    }

    fn y(&self, height: f64) -> f64 {
        let low = HEIGHT - BOTTOM - 12.0;
        low - share(height, self.heights) * (low - TOP)
    }

    fn place(&self, point: &Point) -> [f64; 2] {
        [self.x(point.at), self.y(point.height)]
    }
}

/// How far a value lies between two others, from 0 to 1.
fn share(value: f64, [low, high]: [f64; 2]) -> f64 {
    ((value - low) / (high - low)).clamp(0.0, 1.0)
}
