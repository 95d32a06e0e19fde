//! Draws the form for a record.

use ratatui::layout::Position;

use super::canvas::Canvas;
use super::sheet;
use crate::app::App;
use crate::app::form::Form;
use crate::layout;
use crate::text::{width, wrap};
use crate::words::tr;

/// Draws the form over the view. Returns the position of the cursor, where input methods open.
pub(super) fn draw(app: &App, form: &Form, canvas: &mut Canvas<'_>) -> Position {
    let area = layout::sheet(app.size);
    let frame = sheet::frame(app, tr("记一笔"), area.x, canvas);
    let theme = canvas.theme;
    canvas.text(area.x, area.y, area.width, &form.title, theme.strong());
    let names = form.fields.iter().map(|field| width(field.name));
    let names = names.max().unwrap_or(0).max(6) as u16 + 2;
    let mut cursor = Position {
        x: area.x + names,
        y: area.y + 2,
    };
    for (n, field) in form.fields.iter().enumerate() {
        let y = area.y + 2 + n as u16;
        let style = if n == form.focus {
            theme.caption()
        } else {
            theme.quiet()
        };
        canvas.text(area.x, y, names, field.name, style);
        let room = area.width.saturating_sub(names);
        let mut cursor_before = 0;
        let text = field.shown();
        if text.is_empty() {
            canvas.text(area.x + names, y, room, &field.hint, theme.quiet());
        } else {
            let before = if n == form.focus {
                field.before_cursor()
            } else {
                0
            };
            let (shown, skipped) = scrolled(text, before, usize::from(room));
            canvas.text(area.x + names, y, room, shown, theme.plain());
            cursor_before = before - skipped;
        }
        if n == form.focus {
            cursor = Position {
                x: area.x + names + cursor_before as u16,
                y,
            };
        }
    }
    let y = area.y + 3 + form.fields.len() as u16;
    let problem = form
        .problem
        .as_deref()
        .unwrap_or_else(|| tr("Enter 下一项，末项 Enter 记入；Esc 放弃，不留痕迹"));
    let style = if form.problem.is_some() {
        theme.missing()
    } else {
        theme.quiet()
    };
    for (n, range) in wrap(problem, usize::from(area.width), 0)
        .into_iter()
        .enumerate()
    {
        let line = y + n as u16;
        if line < frame.bottom() - 1 {
            canvas.text(
                area.x,
                line,
                area.width,
                problem.get(range).unwrap_or_default(),
                style,
            );
        }
    }
    cursor
}

/// The rest of a line that shows the cursor, `before` columns from the start, within `room` columns. Also returns the
/// skipped columns.
fn scrolled(text: &str, before: usize, room: usize) -> (&str, usize) {
    let mut rest = text.chars();
    let mut skipped = 0;
    while before.saturating_sub(skipped) >= room.max(1) {
        let Some(c) = rest.next() else { break };
        skipped += width(c.encode_utf8(&mut [0; 4]));
    }
    (rest.as_str(), skipped.min(before))
}
