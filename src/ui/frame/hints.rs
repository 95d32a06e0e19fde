//! Draws the hints of the footer: as many as fit, each with its key.

use ratatui::layout::Rect;

use crate::app::hints::Hint;
use crate::app::keymap::Mode;
use crate::app::{Action, App, View};
use crate::text::width;
use crate::ui::canvas::Canvas;
use crate::words::tr;

/// The highest ranks of hints that are necessary, and that are of use in the view.
pub(super) const NEEDED: u8 = 3;
pub(super) const OF_USE: u8 = 6;

/// A hint as it is shown.
pub(super) struct Shown {
    key: String,
    name: String,
}

impl Shown {
    fn columns(&self) -> usize {
        width(&self.key) + 1 + width(&self.name)
    }
}

/// The columns of hints with the gaps between them.
pub(super) fn columns_of(hints: &[Shown]) -> usize {
    let columns: usize = hints.iter().map(Shown::columns).sum();
    columns + 2 * hints.len().saturating_sub(1)
}

/// The hints that fit into `room` columns by rank, in their order.
pub(super) fn fitting(app: &App, hints: &[Hint], room: usize) -> Vec<Shown> {
    let shown = |hint: &Hint| {
        let name = tr(hint.name).to_lowercase();
        let key = key_of(app, hint.action)?.to_string();
        Some(Shown { key, name })
    };
    let named = hints.iter().enumerate();
    let mut named: Vec<_> = named
        .filter_map(|(n, hint)| Some((n, hint.need, shown(hint)?)))
        .collect();
    named.sort_by_key(|(_, need, _)| *need);
    let mut fits: Vec<(usize, Shown)> = Vec::new();
    let mut used = 0;
    for (n, _, hint) in named {
        let columns = hint.columns() + if fits.is_empty() { 0 } else { 2 };
        if used + columns <= room {
            used += columns;
            fits.push((n, hint));
        }
    }
    fits.sort_by_key(|(n, _)| *n);
    fits.into_iter().map(|(_, hint)| hint).collect()
}

fn key_of(app: &App, action: &Action) -> Option<crate::app::Key> {
    let views = View::ALL.map(|(view, _)| Mode::View(view));
    let mut modes = std::iter::once(app.mode()).chain(views);
    modes.find_map(|mode| app.keys.key_for(mode, action))
}

/// Hints at the right end of an area, each with its key before its name.
pub(super) fn draw(hints: &[Shown], area: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let mut x = area.right().saturating_sub(columns_of(hints) as u16);
    for Shown { key, name } in hints {
        let room = |x: u16| area.right().saturating_sub(x);
        x = canvas.put(x, area.y, room(x), key, theme.key()) + 1;
        x = canvas.put(x, area.y, room(x), name, theme.quiet()) + 2;
    }
}
