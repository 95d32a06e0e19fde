//! Draws the header (title and tabs) and the footer (the prompt, a message, or position and hints).

mod hints;
mod position;
mod typed;

use ratatui::layout::{Position, Rect};

use self::hints::{NEEDED, OF_USE, columns_of, fitting};
use self::position::position;
use self::typed::typed;
use super::canvas::Canvas;
use crate::app::hints::Hint;
use crate::app::keymap::Mode;
use crate::app::{App, View, tabs, title_room};
use crate::layout;
use crate::text::{truncate_within, width};

pub(super) fn header(app: &App, canvas: &mut Canvas<'_>) {
    let area = layout::frame(app.size).header;
    let mode = Mode::View(app.document().view);
    let chips = tabs(area, mode, &app.keys);
    let room = title_room(area, mode, &app.keys);
    canvas.style(area, canvas.theme.bar());
    canvas.text(
        area.x + 1,
        area.y,
        room,
        header_title(app, room),
        canvas.theme.strong(),
    );
    canvas.chips(&chips, &app.document().view);
}

/// The plan's title; empty in the overview if it has no room, as the overview then begins with it.
fn header_title(app: &App, room: u16) -> &str {
    let title = app.document().dossier.plan.body.title.reading();
    if app.document().view == View::Overview && width(title) > usize::from(room) {
        ""
    } else {
        title
    }
}

/// Draws the footer. With a prompt, returns the position of the cursor, where input methods open.
pub(super) fn footer(app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
    let area = layout::frame(app.size).footer;
    canvas.style(area, canvas.theme.bar());
    let area = Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(2),
        ..area
    };
    if let Some(prompt) = app.prompt() {
        return Some(typed(app, prompt, area, canvas));
    }
    if let Some(message) = &app.message {
        // A reason stands at the end, often behind a path.
        let message = truncate_within(message, usize::from(area.width));
        canvas.text(area.x, area.y, area.width, &message, canvas.theme.message());
        return None;
    }
    if app.review().is_some() {
        super::review::footer(app, area, canvas);
        return None;
    }
    let hints = crate::app::hints::hints(app);
    let columns = usize::from(area.width);
    let left = beside_hints(app, &hints, columns);
    let style = canvas.theme.quiet();
    canvas.text(area.x, area.y, area.width, &left, style);
    let room = columns.saturating_sub(width(&left) + GAP);
    hints::draw(&fitting(app, &hints, room), area, canvas);
    None
}

/// The columns between position and hints.
const GAP: usize = 3;

/// As many parts of the position as leave room for the hints of use here; if not even the first part does, for the
/// necessary hints.
fn beside_hints(app: &App, hints: &[Hint], columns: usize) -> String {
    let parts = position(app);
    let of = |need: u8| {
        let hints: Vec<Hint> = hints.iter().filter(|it| it.need <= need).copied().collect();
        columns_of(&fitting(app, &hints, usize::MAX)) + GAP
    };
    let beside = |needed: usize| {
        let lengths = (1..=parts.len()).rev();
        let mut texts = lengths.map(|n| parts.get(..n).unwrap_or_default().join("  "));
        texts.find(|text| width(text) + needed <= columns)
    };
    let text = beside(of(OF_USE)).or_else(|| beside(of(NEEDED)));
    text.unwrap_or_else(|| parts.first().cloned().unwrap_or_default())
}
