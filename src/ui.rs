//! The screen as a function of the state: [`draw`] reads an [`App`] and fills a buffer.

mod bookmarks;
mod canvas;
mod card;
mod chart;
mod columns;
mod details;
mod finder;
mod form;
mod found;
mod frame;
mod help;
mod lines;
mod listing;
mod overview;
mod presentation;
mod reading;
mod review;
mod sheet;
pub mod theme;
mod topic;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Size};

use self::canvas::Canvas;
use self::theme::Theme;
use crate::app::{App, View};
use crate::layout;
use crate::words::{say, tr};

/// Draws the whole screen into a blank buffer, and returns where the cursor stands, if it shows.
pub fn draw(app: &App, theme: Theme, frame: &mut Buffer) -> Option<Position> {
    let size = frame.area.as_size();
    let mut canvas = Canvas::new(frame, theme);
    canvas.ground(theme.ground());
    if !layout::is_large_enough(size) {
        too_small(size, &mut canvas);
        return None;
    }
    // After a resize the state is laid out for the old size until the event comes, which draws the next frame.
    if app.size != size {
        return None;
    }
    if let Some(open) = app.presentation() {
        presentation::draw(app, open, &mut canvas);
        return frame::footer(app, &mut canvas);
    }
    frame::header(app, &mut canvas);
    match app.document().view {
        _ if app.is_finding() => finder::draw(app, &mut canvas),
        View::Overview => overview::draw(app, &mut canvas),
        View::Reading => reading::draw(app, &mut canvas),
        View::Targets => listing::targets(app, &mut canvas),
        View::Tasks => listing::tasks(app, &mut canvas),
        View::Terms => listing::terms(app, &mut canvas),
        View::Topic => topic::draw(app, &mut canvas),
    }
    if let Some(sheet) = app.sheet() {
        sheet::draw(app, sheet, &mut canvas);
    }
    if let Some(open) = app.review() {
        review::draw(app, open, &mut canvas);
    }
    let field = app.form().map(|form| form::draw(app, form, &mut canvas));
    let typed = app
        .help()
        .and_then(|help| help::draw(app, help, &mut canvas));
    frame::footer(app, &mut canvas).or(field).or(typed)
}

/// Says that the screen is too small.
fn too_small(size: Size, canvas: &mut Canvas<'_>) {
    let smallest = layout::SMALLEST;
    let lines = [
        tr("屏幕太小").to_owned(),
        say!(
            "至少 {columns}×{rows}",
            columns = smallest.width,
            rows = smallest.height
        ),
        say!(
            "现为 {columns}×{rows}",
            columns = size.width,
            rows = size.height
        ),
    ];
    for (y, line) in (0..size.height).zip(lines) {
        canvas.text(0, y, size.width, &line, canvas.theme.plain());
    }
}
