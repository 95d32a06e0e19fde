//! The list of keys, made from the table that binds them.

use ratatui::layout::Rect;

use super::canvas::{Canvas, row_areas};
use crate::app::App;
use crate::app::keymap::{self, HelpRow, Mode};
use crate::layout;
use crate::text::pad;

/// The columns of the keys.
const KEYS: u16 = 22;

pub(super) fn draw(app: &App, top: usize, canvas: &mut Canvas<'_>) {
    let area = layout::help(app.size);
    let frame = layout::frame(app.size).body;
    canvas.clear(frame);
    for y in [frame.y, frame.bottom() - 1] {
        canvas.rule(Rect {
            y,
            height: 1,
            ..frame
        });
    }
    canvas.text(
        area.x,
        frame.y,
        area.width,
        " 按键 ",
        canvas.theme.caption(),
    );
    let rows = keymap::help_rows(Mode::View(app.view));
    let shown = canvas.more(area, rows.len(), top);
    for (line, row) in row_areas(area).take(shown).zip(rows.iter().skip(top)) {
        match row {
            HelpRow::Group(name) => {
                canvas.text(line.x, line.y, line.width, name, canvas.theme.caption());
            }
            HelpRow::Keys(binding) => {
                let keys = pad(&format!("  {}", binding.keys_label()), usize::from(KEYS));
                let x = canvas.text(line.x, line.y, KEYS, &keys, canvas.theme.strong());
                canvas.text(
                    x + 1,
                    line.y,
                    line.right().saturating_sub(x + 1),
                    binding.help,
                    canvas.theme.plain(),
                );
            }
        }
    }
}
