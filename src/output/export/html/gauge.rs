//! Gauges as SVG, on the scale of [`gauge`](crate::gauge): baseline and goal at fixed places, with a margin for values
//! beyond; a figure without a baseline before the line of its goal. Without data there is none.

use maud::{Markup, html};
use rust_decimal::Decimal;

use crate::evaluation::Evaluation;
use crate::gauge::{Instrument, Scale};

/// The width in units of the drawing, about the pixels of a phone.
const WIDTH: f64 = 280.0;
/// Baseline and goal are a seventh from each edge.
const SCALE: Scale = Scale {
    zero: 40.0,
    goal: 240.0,
    visible: 3.0,
};

/// The gauge of a target, with `label` for screen readers; empty where nothing has a length.
pub(super) fn gauge(evaluation: &Evaluation, label: &str) -> Markup {
    let parts = match (evaluation.fraction(), Instrument::of(evaluation)) {
        (Some(fraction), _) => known(fraction, evaluation.expected),
        (None, Some(Instrument::Level { value, goal })) => level(value, goal),
        _ => return html! {},
    };
    html! {
        svg.gauge viewBox="0 0 280 22" role="img" aria-label=(label) { (parts) } "\n"
    }
}

fn known(fraction: Decimal, expected: Option<Decimal>) -> Markup {
    let Scale { zero, goal, .. } = SCALE;
    let end = SCALE.end(fraction);
    let class = if end < zero { "back" } else { "way" };
    let expected = expected.filter(|it| *it < Decimal::ONE);
    let expected = expected.map(|it| SCALE.place(it).max(4.0));
    html! {
        path.track d="M4 11H276" {}
        (bar(class, end.min(zero), end.clamp(zero, goal)))
        (bar("over", goal, end.min(WIDTH - 4.0)))
        @for mark in [zero, goal] { path.mark d={ "M" (mark) " 3V19" } {} }
        @if let Some(at) = expected { path.expected d=(format!("M{at:.1} 2V20")) {} }
        (latest(end))
    }
}

/// A figure, as a bar from the edge, before or beyond the line of its goal.
fn level(value: Decimal, goal: Decimal) -> Markup {
    let share = value.checked_div(goal).unwrap_or(Decimal::MAX);
    let scale = Scale { zero: 4.0, ..SCALE };
    let end = scale.end(share);
    html! {
        path.track d="M4 11H276" {}
        (bar("way", scale.zero, end.clamp(scale.zero, scale.goal)))
        (bar("over", scale.goal, end.min(WIDTH - 4.0)))
        path.mark d={ "M" (scale.goal) " 3V19" } {}
        (latest(end))
    }
}

/// The marker of the latest figure; an arrow at the edge if it is beyond the scale.
fn latest(end: f64) -> Markup {
    html! {
        @if end < 6.0 {
            path.seen d="M2 11L11 5V17Z" {}
        } @else if end > WIDTH - 6.0 {
            path.seen d="M278 11L269 5V17Z" {}
        } @else {
            circle.seen cx=(format!("{end:.1}")) cy="11" r="4.5" {}
        }
    }
}

/// A bar; empty if it has no length.
fn bar(class: &str, from: f64, to: f64) -> Markup {
    let from_edge = from.max(4.0);
    html! {
        @if to > from {
            rect class=(class) x=(format!("{from_edge:.1}")) y="7" width=(format!("{:.1}", to - from_edge)) height="8" {}
        }
    }
}
