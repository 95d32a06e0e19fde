//! Draws the list of bookmarks: for each its note, and below it where it stands with its words.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use crate::app::{App, BOOKMARK_ROWS};
use crate::bookmarks::Bookmark;
use crate::text::width;
use crate::wording;

pub(super) fn draw(app: &App, at: usize, area: Rect, canvas: &mut Canvas<'_>) {
    let height = BOOKMARK_ROWS as u16;
    let all = app.document().bookmarks().iter().enumerate();
    let rows = (area.y..area.bottom()).step_by(BOOKMARK_ROWS);
    for (y, (n, own)) in rows.zip(all.skip(app.bookmarks_top())) {
        let area = Rect {
            y,
            height: height.min(area.bottom() - y),
            ..area
        };
        bookmark(app, own, area, canvas);
        if n == at {
            canvas.select(area);
        }
    }
}

fn bookmark(app: &App, own: &Bookmark, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let day_columns = width(&own.day) as u16 + 2;
    canvas.text_right(Rect { height: 1, ..area }, &own.day, theme.quiet());
    let room = area.width.saturating_sub(day_columns);
    let words = wording::quoted(&own.words);
    let note = if own.note.is_empty() {
        &words
    } else {
        &own.note
    };
    canvas.text(area.x, area.y, room, note, theme.strong());
    if area.height < 2 {
        return;
    }
    let (y, place) = (area.y + 1, app.bookmark_place(own));
    let x = canvas.text(
        area.x + 2,
        y,
        area.width.saturating_sub(2),
        &place,
        theme.quiet(),
    );
    if !own.note.is_empty() {
        let room = area.right().saturating_sub(x + 2);
        canvas.text(x + 2, y, room, &words, theme.quiet());
    }
}
