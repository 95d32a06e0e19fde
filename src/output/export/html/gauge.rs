//! Gauges as drawings: the scale of [`gauge`](crate::gauge), with baseline and goal at fixed places and a margin on both
//! sides for what lies beyond. A target without data has a dotted track and nothing on it.

use maud::{Markup, html};
use rust_decimal::Decimal;

use crate::evaluation::{Evaluation, Verdict};
use crate::gauge::Scale;

/// The width of the drawing in its own units, of which a phone shows about as many as pixels.
const WIDTH: f64 = 280.0;
/// Baseline and goal stand a seventh from each edge.
const SCALE: Scale = Scale {
    zero: 40.0,
    goal: 240.0,
    visible: 3.0,
};

/// The gauge of a target, with `label` for those who can't see it; empty where there are data and no fraction of a way.
pub(super) fn gauge(evaluation: &Evaluation, label: &str) -> Markup {
    match evaluation.fraction() {
        Some(fraction) => drawing("known", label, &known(fraction, evaluation.expected)),
        None if evaluation.verdict == Verdict::NoData => drawing("none", label, &track()),
        None => html! {},
    }
}

fn drawing(class: &str, label: &str, parts: &Markup) -> Markup {
    html! {
        svg class={ "gauge " (class) } viewBox="0 0 280 22" role="img" aria-label=(label) { (parts) } "\n"
    }
}

fn track() -> Markup {
    html! { path.track d="M4 11H276" {} }
}

fn known(fraction: Decimal, expected: Option<Decimal>) -> Markup {
    let Scale { zero, goal, .. } = SCALE;
    let end = SCALE.end(fraction);
    let class = if end < zero { "back" } else { "way" };
    let expected = expected.filter(|it| *it < Decimal::ONE);
    let expected = expected.map(|it| SCALE.place(it).max(4.0));
    html! {
        (track())
        (bar(class, end.min(zero), end.clamp(zero, goal)))
        (bar("over", goal, end.min(WIDTH - 4.0)))
        @for mark in [zero, goal] { path.mark d={ "M" (mark) " 3V19" } {} }
        @if let Some(at) = expected { path.expected d=(format!("M{at:.1} 2V20")) {} }
        (latest(end))
    }
}

/// Where the figure stands; an arrow at the edge where it lies beyond the scale.
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

/// A bar; nothing if it would end where it begins.
fn bar(class: &str, from: f64, to: f64) -> Markup {
    let from_edge = from.max(4.0);
    html! {
        @if to > from {
            rect class=(class) x=(format!("{from_edge:.1}")) y="7" width=(format!("{:.1}", to - from_edge)) height="8" {}
        }
    }
}
