//! Draws the help.

use ratatui::layout::{Position, Rect};

use super::canvas::{Canvas, row_areas};
use super::sheet;
use crate::app::help::HelpLine;
use crate::app::{App, Help};
use crate::layout;
use crate::text::width;
use crate::words::{say, tr};

/// Draws the help, and returns the position of the cursor once something is typed.
pub(super) fn draw(app: &App, help: &Help, canvas: &mut Canvas<'_>) -> Option<Position> {
    let areas = layout::help(app.size);
    let [first, _] = areas;
    let frame = sheet::frame(app, tr("按键"), first.x, canvas);
    let cursor = narrowing(help, frame, canvas);
    let columns = app.help_columns();
    if columns.iter().all(Vec::is_empty) {
        let [area, _] = areas;
        let style = canvas.theme.missing();
        canvas.text(area.x, area.y, area.width, tr("没有这样的按键"), style);
    }
    for (area, lines) in areas.into_iter().zip(columns) {
        let shown = canvas.more(area, lines.len(), help.top);
        let rows = row_areas(area).take(shown);
        for (row, line) in rows.zip(lines.iter().skip(help.top)) {
            self::line(line, row, canvas);
        }
    }
    cursor
}

/// What was typed, on the right of the upper rule; before that, that one may type.
fn narrowing(help: &Help, frame: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
    let theme = canvas.theme;
    let typed = help.typed.text();
    let area = Rect {
        width: frame.width.saturating_sub(3),
        ..frame
    };
    if typed.is_empty() {
        canvas.text_right(area, tr(" 键入即筛选 "), theme.quiet());
        return None;
    }
    let text = say!(" 筛选：{words} ", words = typed);
    canvas.text_right(area, &text, theme.strong());
    let rest = width(typed) - width(&help.typed.before_cursor());
    let x = area.right().saturating_sub(rest as u16 + 1);
    Some(Position { x, y: area.y })
}

fn line(line: &HelpLine, row: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    match line {
        HelpLine::Group(name) => {
            canvas.text(row.x, row.y, row.width, name, theme.caption());
        }
        HelpLine::Note(words) => {
            canvas.text(row.x, row.y, row.width, words, theme.quiet());
        }
        HelpLine::Pair(pressed, does) => {
            let x = canvas.text(row.x, row.y, row.width, pressed, theme.strong());
            let room = row.right().saturating_sub(x);
            canvas.text(x, row.y, room, does, theme.plain());
        }
        HelpLine::Gap => {}
    }
}
