//! Years as dots.

use super::bar::pieces;
use super::{Part, Piece, Signs};
use crate::evaluation::{Year, YearState};

/// A dot for each year, spaced where there is room; the latest where there is none.
pub(super) fn dots(years: &[Year], columns: usize, signs: Signs) -> Vec<Piece> {
    let [met, missed, missing, ahead] = signs.dots();
    let dot = |year: &Year| match year.state {
        YearState::Met => (met, Part::Met),
        YearState::Missed => (missed, Part::Missed),
        YearState::Added(_) => (met, Part::Told),
        YearState::Missing => (missing, Part::Missing),
        YearState::Ahead => (ahead, Part::Ahead),
    };
    let first = years.len().saturating_sub(columns);
    let shown = years.get(first..).unwrap_or_default();
    let is_spaced = shown.len() * 2 <= columns;
    let mut cells = Vec::new();
    for year in shown {
        cells.push(dot(year));
        if is_spaced {
            cells.push((' ', Part::Ahead));
        }
    }
    cells.resize(columns, (' ', Part::Ahead));
    pieces(cells)
}
