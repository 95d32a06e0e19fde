//! The sheets over the view: the list of keys, made from the table that binds them; the reasons of a verdict.

use ratatui::layout::Rect;

use super::canvas::{Canvas, row_areas};
use super::{card, details};
use crate::app::keymap::{self, HelpRow, Mode};
use crate::app::{App, Sheet, Topic};
use crate::layout;
use crate::text::pad;
use crate::words::tr;

/// The columns of the keys.
const KEYS: u16 = 22;

pub(super) fn draw(app: &App, sheet: Sheet, canvas: &mut Canvas<'_>) {
    let area = layout::sheet(app.size);
    let title = match sheet.topic {
        Topic::Keys => tr("按键"),
        Topic::Why => tr("为什么"),
        Topic::Card => tr("会议卡片"),
    };
    frame(app, title, canvas);
    match sheet.topic {
        Topic::Keys => keys(app, sheet.top, area, canvas),
        Topic::Why => details::draw(&app.reasons(), sheet.top, area, canvas),
        Topic::Card => card::draw(app, area, canvas),
    }
}

/// Empties the view and draws the lines of a sheet with its title. Returns the area that the lines enclose, they included.
pub(super) fn frame(app: &App, title: &str, canvas: &mut Canvas<'_>) -> Rect {
    let frame = layout::frame(app.size).body;
    canvas.clear(frame);
    for y in [frame.y, frame.bottom() - 1] {
        canvas.rule(Rect {
            y,
            height: 1,
            ..frame
        });
    }
    let area = layout::sheet(app.size);
    let title = format!(" {title} ");
    canvas.text(area.x, frame.y, area.width, &title, canvas.theme.caption());
    frame
}

fn keys(app: &App, top: usize, area: Rect, canvas: &mut Canvas<'_>) {
    let rows = keymap::help_rows(Mode::View(app.view));
    let shown = canvas.more(area, rows.len(), top);
    for (line, row) in row_areas(area).take(shown).zip(rows.iter().skip(top)) {
        match row {
            HelpRow::Group(name) => {
                canvas.text(line.x, line.y, line.width, tr(name), canvas.theme.caption());
            }
            HelpRow::Note(words) => {
                canvas.text(line.x, line.y, line.width, tr(words), canvas.theme.quiet());
            }
            HelpRow::Keys(binding) => pair(&binding.keys_label(), tr(binding.help), line, canvas),
            HelpRow::Query(typed, asks) => pair(typed, tr(asks), line, canvas),
        }
    }
}

/// What is pressed or typed, and what it does.
fn pair(typed: &str, does: &str, line: Rect, canvas: &mut Canvas<'_>) {
    let typed = pad(&format!("  {typed}"), usize::from(KEYS));
    let x = canvas.text(line.x, line.y, KEYS, &typed, canvas.theme.strong());
    let room = line.right().saturating_sub(x + 1);
    canvas.text(x + 1, line.y, room, does, canvas.theme.plain());
}
