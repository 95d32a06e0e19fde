//! The signs of gauges, in three sets of which each terminal draws one right.

use crate::text::{Ambiguity, ambiguity};

/// A set of signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signs {
    /// Blocks in eighths of a cell, where signs of ambiguous width take one column.
    Blocks,
    /// Braille in eighths of a cell, where such signs take two.
    Braille,
    /// Plain characters in halves of a cell, for terminals that draw nothing else.
    Plain,
}

/// What is gone of a cell, from nothing to the whole. The second sign is for less than the first step.
const BLOCKS: [char; 10] = [' ', '⡀', '▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'];
const BRAILLE: [char; 10] = [' ', '⠁', '⡀', '⡄', '⡆', '⡇', '⣇', '⣧', '⣷', '⣿'];
const PLAIN: [char; 4] = ['.', '-', '=', '#'];

/// How far a row of figures goes up in a cell, from the lowest to the highest.
/// Blocks end below the top of the cell, so that those of neighbouring rows don't touch.
const RISING_BLOCKS: [char; 7] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇'];
const RISING_BRAILLE: [char; 4] = ['⣀', '⣤', '⣶', '⣿'];
const RISING_PLAIN: [char; 4] = ['_', '-', '=', '^'];

impl Signs {
    /// Those of the screen.
    pub fn of_screen() -> Self {
        match ambiguity() {
            Ambiguity::Narrow => Self::Blocks,
            Ambiguity::Wide => Self::Braille,
        }
    }

    /// The steps in which a cell is filled.
    pub fn steps(self) -> usize {
        self.cell().len() - 2
    }

    /// Nothing, less than a step, then one sign for each step.
    fn cell(self) -> &'static [char] {
        match self {
            Self::Blocks => &BLOCKS,
            Self::Braille => &BRAILLE,
            Self::Plain => &PLAIN,
        }
    }

    /// A cell of which nothing is gone.
    pub(super) fn rest(self) -> char {
        self.cell().first().copied().unwrap_or(' ')
    }

    /// A cell of which less than a step is gone.
    pub(super) fn trace(self) -> char {
        self.cell().get(1).copied().unwrap_or(' ')
    }

    /// A cell of which `steps` are gone, at least one.
    pub(super) fn filled(self, steps: usize) -> char {
        let at = (steps.clamp(1, self.steps())) + 1;
        self.cell().get(at).copied().unwrap_or(' ')
    }

    /// A cell before the tip. Blocks are lower there than the row, so that those of neighbouring rows don't touch.
    pub(super) fn body(self) -> char {
        match self {
            Self::Blocks => '▆',
            Self::Braille | Self::Plain => self.filled(self.steps()),
        }
    }

    /// The goal at the end of the way.
    pub(super) fn goal(self) -> char {
        match self {
            Self::Blocks => '▕',
            Self::Braille => '⢸',
            Self::Plain => '|',
        }
    }

    /// The line of a goal within a gauge.
    pub(super) fn line(self) -> char {
        match self {
            Self::Blocks => '│',
            Self::Braille => '⡇',
            Self::Plain => '|',
        }
    }

    /// Where a straight path would be.
    pub(super) fn tick(self) -> char {
        match self {
            Self::Blocks | Self::Braille => '╎',
            Self::Plain => ':',
        }
    }

    /// More to the left than the gauge shows: behind the baseline.
    pub(super) fn before(self) -> char {
        match self {
            Self::Blocks | Self::Braille => '◂',
            Self::Plain => '<',
        }
    }

    /// More to the right than the gauge shows: beyond the goal.
    pub(super) fn beyond(self) -> char {
        match self {
            Self::Blocks | Self::Braille => '▸',
            Self::Plain => '>',
        }
    }

    /// Years that were met, missed, without a figure, still ahead.
    pub fn dots(self) -> [char; 4] {
        match self {
            Self::Blocks => ['●', '✗', '○', '·'],
            Self::Braille => ['▪', '✗', '▫', '⠄'],
            Self::Plain => ['+', 'x', '?', '.'],
        }
    }

    /// The points of a chart: stated by the plan, observed, the goal, projected.
    pub fn points(self) -> [&'static str; 4] {
        match self {
            Self::Blocks => ["○", "●", "◆", "x"],
            Self::Braille | Self::Plain => ["o", "*", "+", "x"],
        }
    }

    /// Heights, from the lowest to the highest.
    pub(super) fn rising(self) -> &'static [char] {
        match self {
            Self::Blocks => &RISING_BLOCKS,
            Self::Braille => &RISING_BRAILLE,
            Self::Plain => &RISING_PLAIN,
        }
    }
}
