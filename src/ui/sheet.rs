//! Draws the sheets over the view, and the frame that the form shares.

use ratatui::layout::Rect;

use super::canvas::{Canvas, row_areas};
use super::{card, details};
use crate::app::sheet::HelpLine;
use crate::app::{App, Sheet, Topic};
use crate::layout;
use crate::words::tr;

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

/// Clears the view and draws two rules with a title. Returns the area that they enclose, including the rules.
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
    let lines = app.help_lines();
    let shown = canvas.more(area, lines.len(), top);
    let theme = canvas.theme;
    for (row, line) in row_areas(area).take(shown).zip(lines.iter().skip(top)) {
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
        }
    }
}
