//! Bars: the way to a goal, and a figure before the line of its goal.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::{Part, Piece, Signs};

/// A way of which `fraction` is gone, in `parts` that are told apart; the last cell is the goal.
pub(super) fn way(
    fraction: Decimal,
    parts: &[Decimal],
    expected: Option<Decimal>,
    columns: usize,
    signs: Signs,
) -> Vec<Piece> {
    let room = columns.saturating_sub(1);
    let length = Length::of(fraction, room, signs);
    let end = if fraction > Decimal::ONE {
        End::Open
    } else {
        End::Tip
    };
    let mut cells = length.cells(room, end, signs);
    alternate(&mut cells, parts, length, signs);
    if fraction.is_sign_negative() && !fraction.is_zero() {
        put(&mut cells, 0, (signs.before(), Part::Tip));
    }
    let expected = expected.filter(|it| *it < Decimal::ONE && *it > Decimal::ZERO);
    if let Some(expected) = expected {
        tick(&mut cells, expected, signs);
    }
    cells.push(if fraction > Decimal::ONE {
        (signs.beyond(), Part::Tip)
    } else {
        (signs.goal(), Part::Goal)
    });
    pieces(cells)
}

/// A figure and the line of its goal, which leaves some room beyond it.
pub(super) fn level(value: Decimal, goal: Decimal, columns: usize, signs: Signs) -> Vec<Piece> {
    let before = columns.saturating_sub(1) * 5 / 6;
    let beyond = columns.saturating_sub(before + 1);
    let share = value.checked_div(goal).unwrap_or(Decimal::MAX);
    let over = share.checked_sub(Decimal::ONE).unwrap_or_default();
    // Beyond the goal the scale stays the same.
    let over = over
        .checked_mul(before.into())
        .and_then(|it| it.checked_div(beyond.max(1).into()));
    let over = over.unwrap_or(Decimal::MAX);
    let end = if over > Decimal::ZERO {
        End::Open
    } else {
        End::Tip
    };
    let mut cells = Length::of(share, before, signs).cells(before, end, signs);
    cells.push((signs.line(), Part::Goal));
    cells.extend(Length::of(over, beyond, signs).cells(beyond, End::Tip, signs));
    if over > Decimal::ONE {
        put(
            &mut cells,
            columns.saturating_sub(1),
            (signs.beyond(), Part::Tip),
        );
    }
    pieces(cells)
}

/// A cell: its sign and what that shows.
type Cell = (char, Part);

/// How a stretch of a bar ends.
#[derive(Clone, Copy)]
enum End {
    /// With its tip.
    Tip,
    /// It goes on beyond what follows it.
    Open,
}

/// How long a bar is, in steps of its cells.
#[derive(Clone, Copy)]
enum Length {
    /// It has no length.
    Nothing,
    /// It is there, but less than a step.
    Trace,
    /// So many steps.
    Steps(usize),
}

impl Length {
    /// A fraction of `room` cells, rounded down.
    fn of(fraction: Decimal, room: usize, signs: Signs) -> Self {
        if fraction <= Decimal::ZERO {
            return Self::Nothing;
        }
        let whole = room * signs.steps();
        let steps = fraction.min(Decimal::ONE) * Decimal::from(whole);
        match steps.floor().to_usize() {
            None | Some(0) => Self::Trace,
            Some(steps) => Self::Steps(steps),
        }
    }

    fn cells(self, room: usize, end: End, signs: Signs) -> Vec<Cell> {
        let steps = match self {
            Self::Nothing => 0,
            Self::Trace => {
                let mut cells = vec![(signs.rest(), Part::Rest); room];
                put(&mut cells, 0, (signs.trace(), Part::Tip));
                return cells;
            }
            Self::Steps(steps) => steps,
        };
        let each = signs.steps();
        let cell = |n: usize| match (steps.saturating_sub(n * each), end) {
            (0, _) => (signs.rest(), Part::Rest),
            (left, End::Tip) if left <= each => (signs.filled(left), Part::Tip),
            _ => (signs.body(), Part::Reached),
        };
        (0..room).map(cell).collect()
    }

    /// The cell of its tip.
    fn tip(self, signs: Signs) -> usize {
        match self {
            Self::Nothing | Self::Trace => 0,
            Self::Steps(steps) => steps.saturating_sub(1) / signs.steps(),
        }
    }
}

/// Tells the parts of a sum apart: each cell goes to the part in which its middle lies.
fn alternate(cells: &mut [Cell], parts: &[Decimal], length: Length, signs: Signs) {
    let room = cells.len();
    let mut ends = Vec::new();
    let mut sum = Decimal::ZERO;
    for part in parts {
        sum = sum.saturating_add(*part);
        ends.push(sum);
    }
    for (n, cell) in cells.iter_mut().enumerate().take(length.tip(signs) + 1) {
        let middle = Decimal::from(2 * n + 1) / Decimal::from(2 * room.max(1));
        let own = ends.iter().position(|end| middle <= *end);
        let own = own.unwrap_or(ends.len().saturating_sub(1));
        if own % 2 == 1 && cell.1 == Part::Reached {
            cell.1 = Part::Alternate;
        }
    }
}

/// Marks where a straight path would be: in the same cell wherever the bar ends. A tip in that cell stays as it is, on a
/// ground of its own.
fn tick(cells: &mut [Cell], expected: Decimal, signs: Signs) {
    let place = (expected * Decimal::from(cells.len())).floor().to_usize();
    let Some(cell) = place.and_then(|place| cells.get_mut(place)) else {
        return;
    };
    *cell = match *cell {
        (sign, Part::Tip) => (sign, Part::TipAtTick),
        (_, Part::Reached | Part::Alternate) => (signs.tick(), Part::TickPassed),
        _ => (signs.tick(), Part::Tick),
    };
}

fn put(cells: &mut [Cell], at: usize, cell: Cell) {
    if let Some(place) = cells.get_mut(at) {
        *place = cell;
    }
}

/// Cells as pieces, neighbours of one part together.
pub(super) fn pieces(cells: Vec<Cell>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (sign, part) in cells {
        match pieces.last_mut() {
            Some(last) if last.part == part => last.text.push(sign),
            _ => pieces.push(Piece {
                text: sign.to_string(),
                part,
            }),
        }
    }
    pieces
}
