//! Gauges as drawings: the scale of [`gauge`](crate::gauge), with baseline and goal at fixed places and a margin on both
//! sides for what lies beyond. A target without data has a dotted track and nothing on it.

use std::fmt::Write as _;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use crate::evaluation::{Evaluation, Verdict};
use crate::report::escaped;

/// The width of the drawing in its own units, and where baseline and goal stand: a seventh from each edge.
const WIDTH: f64 = 280.0;
const ZERO: f64 = 40.0;
const GOAL: f64 = 240.0;
/// What can just be seen: a bar that ends beside a mark ends so far from it.
const VISIBLE: f64 = 3.0;

/// The gauge of a target, with `label` for those who can't see it; empty where there are data and no fraction of a way.
pub(super) fn gauge(evaluation: &Evaluation, label: &str) -> String {
    let Some(fraction) = evaluation.fraction() else {
        return match evaluation.verdict {
            Verdict::NoData => drawing("none", label, "<path class=\"track\" d=\"M4 11H276\"/>"),
            _ => String::new(),
        };
    };
    let mut parts = String::from("<path class=\"track\" d=\"M4 11H276\"/>");
    let end = position(fraction);
    let class = if end < ZERO { "back" } else { "way" };
    let (from, to) = (end.min(ZERO), end.clamp(ZERO, GOAL));
    bar(&mut parts, class, from, to);
    if end > GOAL {
        bar(&mut parts, "over", GOAL, end.min(WIDTH - 4.0));
    }
    for mark in [ZERO, GOAL] {
        // Writing to a String can't fail.
        let _ = write!(parts, "<path class=\"mark\" d=\"M{mark} 3V19\"/>");
    }
    if let Some(expected) = evaluation.expected.filter(|it| *it < Decimal::ONE) {
        let at = position(expected).max(4.0);
        let _ = write!(parts, "<path class=\"expected\" d=\"M{at:.1} 2V20\"/>");
    }
    parts.push_str(&seen(end));
    drawing("known", label, &parts)
}

/// Where the figure stands; an arrow at the edge where it lies beyond the scale.
fn seen(end: f64) -> String {
    if end < 6.0 {
        "<path class=\"seen\" d=\"M2 11L11 5V17Z\"/>".to_owned()
    } else if end > WIDTH - 6.0 {
        "<path class=\"seen\" d=\"M278 11L269 5V17Z\"/>".to_owned()
    } else {
        format!("<circle class=\"seen\" cx=\"{end:.1}\" cy=\"11\" r=\"4.5\"/>")
    }
}

fn bar(parts: &mut String, class: &str, from: f64, to: f64) {
    if to > from {
        let from = from.max(4.0);
        let _ = write!(
            parts,
            "<rect class=\"{class}\" x=\"{from:.1}\" y=\"7\" width=\"{:.1}\" height=\"8\"/>",
            to - from
        );
    }
}

/// The place of a fraction of the way. However small a retreat, it lies left of the baseline; however little is missing,
/// the goal is not touched.
fn position(fraction: Decimal) -> f64 {
    // A fraction that no double holds lies beyond every scale.
    let way = fraction.to_f64().unwrap_or(f64::MAX).clamp(-1e3, 1e3);
    let place = ZERO + way * (GOAL - ZERO);
    if fraction.is_zero() {
        ZERO
    } else if fraction.is_sign_negative() {
        place.min(ZERO - VISIBLE)
    } else if fraction < Decimal::ONE {
        place.min(GOAL - VISIBLE)
    } else {
        place
    }
}

fn drawing(class: &str, label: &str, parts: &str) -> String {
    format!(
        "<svg class=\"gauge {class}\" viewBox=\"0 0 280 22\" role=\"img\" aria-label=\"{}\">{parts}</svg>\n",
        escaped(label)
    )
}
