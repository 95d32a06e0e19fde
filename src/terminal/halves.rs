//! Right halves of wide characters that a new frame uncovers.
//!
//! ```text
//! columns    0 1 2 3
//! before     a 中   b      中 fills 1 and 2
//! after      文   _ b      文 fills 0 and 1; at 2 stands a space
//! ```
//!
//! Writing 文 destroys 中, and the terminal blanks column 2 in a style of its own. As column 2 may be equal in both
//! buffers, the screen library would not send it. Such cells are marked to be sent anyway.

use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth as _};

/// Marks the cells of a frame that must be sent though they are equal to those on the screen.
pub(super) fn mark(shown: &Buffer, next: &mut Buffer) {
    let width = usize::from(next.area.width).max(1);
    let rows = next.content.chunks_mut(width);
    for (before, after) in shown.content.chunks(width).zip(rows) {
        // Most rows stay as they are.
        if before != after {
            mark_row(before, after);
        }
    }
}

fn mark_row(before: &[Cell], after: &mut [Cell]) {
    let (mut left_before, mut left_after) = (0, 0);
    for (before, cell) in before.iter().zip(after) {
        let was_covered = step(before, &mut left_before);
        let is_covered = step(cell, &mut left_after);
        // A cell with a forced width differs from a hidden one anyway, and must keep the width.
        let is_forced = matches!(cell.diff_option, CellDiffOption::ForcedWidth(_));
        if was_covered && !is_covered && !is_forced {
            cell.set_diff_option(CellDiffOption::AlwaysUpdate);
        }
    }
}

/// Whether the wide character before a cell covers it; `left` is how many columns it still covers.
fn step(cell: &Cell, left: &mut u16) -> bool {
    let is_covered = *left > 0;
    *left = if is_covered { *left - 1 } else { more(cell) };
    is_covered
}

/// The columns that a cell's character takes beyond its own.
fn more(cell: &Cell) -> u16 {
    cell.cell_width().saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU16;

    use proptest::prelude::*;
    use ratatui::layout::Rect;
    use ratatui::style::{Modifier, Style};

    use super::*;

    const COLUMNS: u16 = 9;

    /// The columns that a symbol takes beside its own, whatever the frame says: this terminal draws “ wide.
    fn more(symbol: &str) -> usize {
        usize::from(symbol.cell_width().max(1) - 1).max(usize::from(symbol == "“"))
    }

    /// A terminal of one row that blanks the other half of a wide character that is half overwritten.
    struct Model(Vec<(String, Modifier)>);

    impl Model {
        fn new() -> Self {
            Self(vec![
                (" ".to_owned(), Modifier::empty());
                usize::from(COLUMNS)
            ])
        }

        fn print(&mut self, x: usize, cell: &Cell) {
            let end = x + more(cell.symbol());
            let blank = (" ".to_owned(), Modifier::empty());
            for column in x..=end {
                if self.0[column].0.is_empty() {
                    self.0[column - 1] = blank.clone();
                }
                if let Some(right) = self.0.get_mut(column + 1).filter(|it| it.0.is_empty()) {
                    *right = blank.clone();
                }
                self.0[column] = blank.clone();
            }
            for column in x..=end {
                self.0[column] = (String::new(), cell.modifier);
            }
            self.0[x].0 = cell.symbol().to_owned();
        }
    }

    fn row(text: &str, reversed: bool) -> Buffer {
        let mut row = Buffer::empty(Rect::new(0, 0, COLUMNS, 1));
        let style = if reversed {
            Style::new().reversed()
        } else {
            Style::new()
        };
        // As a selected row: the style comes last and lies over hidden cells as well.
        row.set_string(0, 0, text, Style::new());
        row.set_style(row.area, style);
        // As where “ is two columns wide, though the library counts one.
        for cell in row.content.iter_mut().filter(|it| it.symbol() == "“") {
            cell.set_diff_option(CellDiffOption::ForcedWidth(
                const { NonZeroU16::new(2).unwrap() },
            ));
        }
        row
    }

    proptest! {
        #[test]
        fn frame_after_frame_shows_what_each_frame_says(
            frames in prop::collection::vec(("([a 中文]|“ ){0,4}", any::<bool>()), 1..8)
        ) {
            let mut model = Model::new();
            let mut before = Buffer::empty(Rect::new(0, 0, COLUMNS, 1));
            for (text, reversed) in frames {
                let mut frame = row(&text, reversed);
                mark(&before, &mut frame);
                for (x, _, cell) in before.diff(&frame) {
                    model.print(usize::from(x), cell);
                }
                let mut left = 0;
                for (column, cell) in frame.content.iter().enumerate() {
                    if !step(cell, &mut left) {
                        prop_assert_eq!(&model.0[column].0, cell.symbol());
                        prop_assert_eq!(model.0[column].1, cell.modifier, "{} in {:?}", column, text);
                    }
                }
                before = frame;
            }
        }
    }
}
