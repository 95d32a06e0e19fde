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

use super::grid::{Grid, Tile};

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
    pub(super) fn between(shown: &Grid, next: &Grid) -> Option<Self> {
        let changed: Vec<usize> = (0..next.height())
            .filter(|row| shown.row(*row) != next.row(*row))
            .collect();
        if changed.len() < FEWEST_CHANGED {
            return None;
        }
        let up = likeliest(shown, next, &changed)?;
        let gains: Vec<Option<isize>> = (0..next.height())
            .map(|row| gain(shown, next, row, up))
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
        let blank = free.map(|row| cost(shown.row(row), next.row(row)) - filled(next.row(row)));
        let saved = saved + blank.sum::<isize>();
        (saved >= LEAST_SAVED).then_some(Self { rows, up })
    }

    /// Moves the block in a frame as the terminal does; the free rows become blank.
    pub(super) fn apply(&self, frame: &mut Grid) {
        let by = self.up.unsigned_abs() * frame.width();
        let block = frame.rows_mut(self.rows.clone());
        let by = by.min(block.len());
        if self.up > 0 {
            block.rotate_left(by);
            let kept = block.len() - by;
            block.iter_mut().skip(kept).for_each(|it| *it = Tile::BLANK);
        } else {
            block.rotate_right(by);
            block.iter_mut().take(by).for_each(|it| *it = Tile::BLANK);
        }
    }
}

/// How many columns have to be drawn where a row that is shown shall become another one.
fn cost(shown: &[Tile], wanted: &[Tile]) -> isize {
    let differing = shown.iter().zip(wanted).filter(|(a, b)| a != b);
    differing.count() as isize
}

/// A number for the signs in each half of a row; `None` for a blank half.
fn marks(row: &[Tile]) -> [Option<u64>; 2] {
    let (left, right) = row.split_at(row.len() / 2);
    [left, right].map(|half| {
        let blank = Tile::BLANK.sign();
        let (mark, others) = half.iter().fold((0, 0), |(mark, others), tile| {
            (mix(mark, tile.sign()), others | tile.sign() ^ blank)
        });
        (others != 0).then_some(mark)
    })
}

/// The distance by which most of the changed rows have moved: each row that stood elsewhere before votes, by each half.
fn likeliest(shown: &Grid, next: &Grid, changed: &[usize]) -> Option<isize> {
    const FEWEST_VOTES: usize = 3;
    let count = next.height();
    let before: Vec<_> = (0..count).map(|row| marks(shown.row(row))).collect();
    let mut votes = vec![0_usize; 2 * count];
    for row in changed {
        let [left, right] = marks(next.row(*row));
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
fn gain(shown: &Grid, next: &Grid, row: usize, up: isize) -> Option<isize> {
    let from = row.checked_add_signed(up)?;
    let wanted = next.row(row);
    (from < next.height()).then(|| cost(shown.row(row), wanted) - cost(shown.row(from), wanted))
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

/// How many columns of a row are not blank.
fn filled(row: &[Tile]) -> isize {
    row.iter().filter(|tile| **tile != Tile::BLANK).count() as isize
}

/// Mixes a sign into a number. Not for hostile input: two rows that get the same number only cost a worse guess.
fn mix(mark: u64, sign: u64) -> u64 {
    (mark.rotate_left(5) ^ sign).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
