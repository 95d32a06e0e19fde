//! Draws the form for a record.

use std::ops::Range;

use ratatui::layout::{Position, Rect};

use super::canvas::{Canvas, row_areas};
use super::sheet;
use crate::app::App;
use crate::app::form::{Field, Form, Slot};
use crate::layout;
use crate::text::{clusters, width, wrap};
use crate::words::tr;

/// The rows below the fields that an analyst's words leave for what is told there.
const BELOW: u16 = 4;

/// Draws the form over the view. Returns the position of the cursor, where input methods open.
pub(super) fn draw(app: &App, form: &Form, canvas: &mut Canvas<'_>) -> Position {
    let area = layout::sheet(app.size);
    let frame = sheet::frame(app, form.heading, area.x, canvas);
    let theme = canvas.theme;
    canvas.text(area.x, area.y, area.width, &form.title, theme.strong());
    let names = form.fields.iter().map(|field| width(field.name));
    let names = names.max().unwrap_or(0).max(6) as u16 + 2;
    let mut y = area.y + 2;
    let mut cursor = Position {
        x: area.x + names,
        y,
    };
    for (n, field) in form.fields.iter().enumerate() {
        let has_focus = n == form.focus;
        let style = if has_focus {
            theme.caption()
        } else {
            theme.quiet()
        };
        canvas.text(area.x, y, names, field.name, style);
        let own = Rect {
            x: area.x + names,
            y,
            width: area.width.saturating_sub(names),
            height: frame.bottom().saturating_sub(y + BELOW).max(1),
        };
        let (taken, at) = entry(field, has_focus, own, canvas);
        if has_focus {
            cursor = at;
        }
        y += taken;
    }
    let rest = Rect {
        y: y + 1,
        height: (frame.bottom() - 1).saturating_sub(y + 1),
        ..area
    };
    told(form, rest, canvas);
    cursor
}

/// What was entered in a field, or what it asks for. Returns the rows that it takes, and where the cursor stands in it.
fn entry(field: &Field, has_focus: bool, area: Rect, canvas: &mut Canvas<'_>) -> (u16, Position) {
    let theme = canvas.theme;
    let text = field.shown();
    let start = Position {
        x: area.x,
        y: area.y,
    };
    if text.is_empty() {
        canvas.text(area.x, area.y, area.width, &field.hint, theme.quiet());
        return (1, start);
    }
    let before = if has_focus {
        field.before_cursor()
    } else {
        String::new()
    };
    let room = usize::from(area.width).max(2);
    if field.slot == Slot::Words {
        return paragraphs(text, before.len(), area, canvas);
    }
    let before = width(&before);
    let (shown, skipped) = scrolled(text, before, room);
    canvas.text(area.x, area.y, area.width, shown, theme.plain());
    let x = area.x + (before - skipped) as u16;
    (1, Position { x, ..start })
}

/// Paragraphs over as many rows as they need; where there are fewer, those up to the byte `at` of the cursor.
fn paragraphs(text: &str, at: usize, area: Rect, canvas: &mut Canvas<'_>) -> (u16, Position) {
    let rows = folded(text, usize::from(area.width));
    let own = rows.partition_point(|row| row.start <= at).max(1) - 1;
    let height = usize::from(area.height);
    let top = (own + 1).saturating_sub(height);
    for (line, row) in row_areas(area).zip(rows.iter().skip(top)) {
        let row = text.get(row.clone()).unwrap_or_default();
        canvas.put(line.x, line.y, line.width, row, canvas.theme.plain());
    }
    let start = rows.get(own).map_or(0, |row| row.start);
    let columns = width(text.get(start..at).unwrap_or_default()) as u16;
    let cursor = Position {
        x: area.x + columns.min(area.width.saturating_sub(1)),
        y: area.y + (own - top) as u16,
    };
    (rows.len().min(height) as u16, cursor)
}

/// The rows of paragraphs, of at most `room` columns each, broken anywhere: what is typed stays where it is.
fn folded(text: &str, room: usize) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let mut from = 0;
    for line in text.split('\n') {
        let (mut start, mut columns) = (0, 0);
        for cluster in clusters(line) {
            if columns + cluster.width > room.max(2) {
                rows.push(from + start..from + cluster.start);
                (start, columns) = (cluster.start, 0);
            }
            columns += cluster.width;
        }
        rows.push(from + start..from + line.len());
        from += line.len() + 1;
    }
    rows
}

/// The problem of the form, or how one goes on.
fn told(form: &Form, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let own = form.fields.get(form.focus);
    let how = if own.is_some_and(|field| field.slot == Slot::Words) {
        tr("Ctrl-j 或 Alt-Enter 另起一段，Enter 记入；Esc 放弃，不留痕迹")
    } else {
        tr("Enter 下一项，末项 Enter 记入；Esc 放弃，不留痕迹")
    };
    let asked = form.problem.as_deref();
    let (text, style) = asked.map_or((how, theme.quiet()), |it| (it, theme.missing()));
    let lines = wrap(text, usize::from(area.width), 0);
    for (row, range) in row_areas(area).zip(lines) {
        let line = text.get(range).unwrap_or_default();
        canvas.text(row.x, row.y, row.width, line, style);
    }
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
