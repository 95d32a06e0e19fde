//! The lines of the screen, one kind for each purpose.
//!
//! ```text
//! 领域 ──────────   across: behind a heading, and at the edges of what lies over the view
//! 指标 │ 详情       between: two parts of the screen
//! ╌╌╌╌╌╌╌╌╌╌╌╌╌◆   level: a goal in a chart
//! ▆▆▍  ╎   ▕        only in gauges: where steady progress would be, and the goal
//! ```
//!
//! Words are underlined where they are the plan's own; what is to be scrolled has a thumb and no track. Where signs of
//! ambiguous width take two columns, lines are drawn with those that take one everywhere.

use crate::text::{Ambiguity, ambiguity};

/// The one of two signs that takes one column on this terminal.
fn sign(narrow: &'static str, everywhere: &'static str) -> &'static str {
    match ambiguity() {
        Ambiguity::Narrow => narrow,
        Ambiguity::Wide => everywhere,
    }
}

/// A cell of a line across the screen.
pub(super) fn across() -> &'static str {
    sign("─", "╌")
}

/// A cell of a line down the screen.
pub(super) fn between() -> &'static str {
    sign("│", "╎")
}

/// A cell of the level of a goal in a chart.
pub(super) fn level() -> &'static str {
    "╌"
}
