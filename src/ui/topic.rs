//! Draws the page of a topic.

use super::canvas::{Canvas, row_areas};
use super::details;
use crate::app::App;

pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    let Some(page) = &app.document().topic else {
        return;
    };
    let top = page.cursor.top;
    let mut marked = false;
    for (area, lines) in app.topic_columns() {
        let shown = canvas.more(area, lines.len(), top);
        for (row, line) in row_areas(area).take(shown).zip(lines.iter().skip(top)) {
            canvas.line(row, &details::styled(&line.line, canvas.theme));
            // Of an item of several lines the first one is enough to see it.
            if line.item == Some(page.cursor.selected) && !marked {
                canvas.select(row);
                marked = true;
            }
        }
    }
}
