//! Rows that moved up or down between two frames, so that the terminal can move them itself.
//!
//! ```text
//! shown      next                    rows 1–3 moved up by one: scroll them, then draw
//! 0 title    0 title                 what still differs, here row 3 alone
//! 1 a        1 b
//! 2 b        2 c
//! 3 c        3 d
//! ```
//!
//! What stands beside the moving text in the same rows (a table of contents) moves along and is drawn again, so a shift
//! is taken only where it saves cells on balance.

use std::ops::Range;

use ratatui::buffer::{Buffer, Cell};

/// The fewest rows that have to differ before a shift is looked for: fewer are drawn as quickly.
const FEWEST_CHANGED: usize = 4;

/// The fewest cells that a shift has to save, as the codes for it take some bytes too.
const LEAST_SAVED: isize = 40;

/// A block of rows that moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shift {
    /// The rows of the block, the ones that become free included.
    pub(super) rows: Range<usize>,
    /// How many rows it moves up; down if negative. Never 0, and less than the block has rows.
    pub(super) up: isize,
}

impl Shift {
    /// The shift that saves most of the drawing between two frames of the same size; `None` if none is worth it.
    pub(super) fn between(shown: &Buffer, next: &Buffer) -> Option<Self> {
        let (shown, next) = (Rows::of(shown), Rows::of(next));
        let changed: Vec<usize> = (0..next.count())
            .filter(|row| shown.get(*row) != next.get(*row))
            .collect();
        if changed.len() < FEWEST_CHANGED {
            return None;
        }
        let up = likeliest(&shown, &next, &changed)?;
        let gains: Vec<Option<isize>> = (0..next.count())
            .map(|row| gain(&shown, &next, row, up))
            .collect();
        let (moved, saved) = best_run(&gains)?;
        let rows = if up > 0 {
            moved.start..moved.end + up.unsigned_abs()
        } else {
            moved.start - up.unsigned_abs()..moved.end
        };
        // What becomes free is blank.
        let free = if up > 0 {
            moved.end..rows.end
        } else {
            rows.start..moved.start
        };
        let blank = free.map(|row| shown.cost(next.get(row), row) - filled(next.get(row)));
        let saved = saved + blank.sum::<isize>();
        (saved >= LEAST_SAVED).then_some(Self { rows, up })
    }

    /// Moves the block in a frame as the terminal does; the free rows become blank.
    pub(super) fn apply(&self, frame: &mut Buffer) {
        let width = usize::from(frame.area.width);
        let cells = self.rows.start * width..self.rows.end * width;
        let Some(block) = frame.content.get_mut(cells) else {
            return;
        };
        let by = (self.up.unsigned_abs() * width).min(block.len());
        if self.up > 0 {
            block.rotate_left(by);
            let kept = block.len() - by;
            block.iter_mut().skip(kept).for_each(Cell::reset);
        } else {
            block.rotate_right(by);
            block.iter_mut().take(by).for_each(Cell::reset);
        }
    }
}

/// The rows of a frame.
struct Rows<'a> {
    cells: &'a [Cell],
    width: usize,
}

impl<'a> Rows<'a> {
    fn of(frame: &'a Buffer) -> Self {
        Self {
            cells: &frame.content,
            width: usize::from(frame.area.width).max(1),
        }
    }

    fn count(&self) -> usize {
        self.cells.len() / self.width
    }

    fn get(&self, row: usize) -> &'a [Cell] {
        let start = row * self.width;
        self.cells.get(start..start + self.width).unwrap_or(&[])
    }

    /// How many cells have to be drawn where a row of this frame shall become `wanted`.
    fn cost(&self, wanted: &[Cell], row: usize) -> isize {
        let differing = self.get(row).iter().zip(wanted).filter(|(a, b)| a != b);
        differing.count() as isize
    }

    /// A number for the signs in each half of a row; `None` for a blank half.
    fn marks(&self, row: usize) -> [Option<u64>; 2] {
        let cells = self.get(row);
        let (left, right) = cells.split_at(cells.len() / 2);
        [left, right].map(|half| {
            let is_blank = half.iter().all(|cell| cell.symbol() == " ");
            (!is_blank).then(|| half.iter().fold(0, |mark, cell| mix(mark, cell.symbol())))
        })
    }
}

/// The distance by which most of the changed rows have moved: each row that stood elsewhere before votes, by each half.
fn likeliest(shown: &Rows<'_>, next: &Rows<'_>, changed: &[usize]) -> Option<isize> {
    const FEWEST_VOTES: usize = 3;
    let count = next.count();
    let before: Vec<_> = (0..count).map(|row| shown.marks(row)).collect();
    let mut votes = vec![0_usize; 2 * count];
    for row in changed {
        let [left, right] = next.marks(*row);
        for (from, [own_left, own_right]) in before.iter().enumerate() {
            let is_same = |one: Option<u64>, other| one.is_some() && one == other;
            let both =
                usize::from(is_same(left, *own_left)) + usize::from(is_same(right, *own_right));
            if let Some(vote) = votes.get_mut(from + count - row).filter(|_| from != *row) {
                *vote += both;
            }
        }
    }
    let (at, most) = votes.iter().enumerate().max_by_key(|(_, votes)| **votes)?;
    (*most >= FEWEST_VOTES).then(|| at as isize - count as isize)
}

/// How many cells less there are to draw in a row if it comes from `up` rows below; `None` if there is no such row.
fn gain(shown: &Rows<'_>, next: &Rows<'_>, row: usize, up: isize) -> Option<isize> {
    let from = row.checked_add_signed(up)?;
    let is_there = from < next.count();
    is_there.then(|| shown.cost(next.get(row), row) - shown.cost(next.get(row), from))
}

/// The run of rows with the greatest sum of gains, and the sum; `None` if no sum is positive.
fn best_run(gains: &[Option<isize>]) -> Option<(Range<usize>, isize)> {
    let (mut best, mut most) = (0..0, 0);
    let (mut start, mut sum) = (0, 0);
    for (row, gain) in gains.iter().enumerate() {
        match gain {
            Some(gain) if sum > 0 => sum += gain,
            Some(gain) => (start, sum) = (row, *gain),
            None => (start, sum) = (row + 1, 0),
        }
        if sum > most {
            (best, most) = (start..row + 1, sum);
        }
    }
    (most > 0).then_some((best, most))
}

/// The cells of a row that are not blank.
fn filled(cells: &[Cell]) -> isize {
    cells.iter().filter(|cell| **cell != Cell::EMPTY).count() as isize
}

/// Mixes a sign into a number. Not for hostile input: two rows that get the same number only cost a worse guess.
fn mix(mark: u64, symbol: &str) -> u64 {
    let mut word = [0; 8];
    for (to, from) in word.iter_mut().zip(symbol.bytes()) {
        *to = from;
    }
    (mark.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
