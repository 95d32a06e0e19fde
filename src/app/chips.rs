//! Rows of clickable labels: the tabs of the views and the domains. Drawing and mouse use the same functions.

use ratatui::layout::Rect;

use super::action::{Action, View};
use super::keymap::{Keymap, Mode};
use super::{Document, listing};
use crate::text::width;
use crate::wording;
use crate::words::{say, tr};

/// A clickable label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip<T> {
    /// Its area.
    pub area: Rect,
    /// Its text.
    pub label: String,
    /// Its value.
    pub value: T,
}

/// The tabs at the right end of the header, with their keys if there is room.
pub fn tabs(header: Rect, mode: Mode, keys: &Keymap) -> Vec<Chip<View>> {
    let labels = |with_keys: bool| {
        View::ALL.map(|(view, name)| {
            let key = keys
                .key_for(mode, &Action::Show(view))
                .filter(|_| with_keys);
            (
                match key {
                    Some(key) => format!(" {key} {} ", tr(name)),
                    None => format!(" {} ", tr(name)),
                },
                view,
            )
        })
    };
    let needed = |labels: &[(String, View)]| {
        labels
            .iter()
            .map(|(label, _)| width(label) as u16)
            .sum::<u16>()
    };
    let full = labels(true);
    let labels = if needed(&full) + 30 <= header.width {
        full
    } else {
        labels(false)
    };
    let x = header.right().saturating_sub(needed(&labels));
    flow(
        Rect {
            x,
            width: header.right() - x,
            ..header
        },
        0,
        labels,
    )
}

/// The columns for the plan's title, left of the tabs.
pub fn title_room(header: Rect, mode: Mode, keys: &Keymap) -> u16 {
    let tabs = tabs(header, mode, keys);
    let end = tabs.first().map_or(header.right(), |tab| tab.area.x);
    end.saturating_sub(header.x + 2)
}

/// Lays out labels line by line, with `gap` columns between them.
pub fn flow<T>(
    area: Rect,
    gap: u16,
    labels: impl IntoIterator<Item = (String, T)>,
) -> Vec<Chip<T>> {
    let (mut x, mut y) = (area.x, area.y);
    let place = |(label, value): (String, T)| {
        let columns = width(&label) as u16;
        if x > area.x && x + columns > area.right() {
            (x, y) = (area.x, y + 1);
        }
        let chip = Chip {
            area: Rect {
                x,
                y,
                width: columns,
                height: 1,
            },
            label,
            value,
        };
        x += columns + gap;
        chip
    };
    labels.into_iter().map(place).collect()
}

impl Document {
    /// The domains over a list, with the number of items in each, laid out in `area`.
    pub fn domain_chips(&self, area: Rect) -> Vec<Chip<Option<usize>>> {
        if self.view == View::Terms {
            return Vec::new();
        }
        let count = |domain: Option<&str>| match self.view {
            View::Tasks => listing::count_tasks(&self.dossier.outline, domain),
            _ => self.count_sifted(domain),
        };
        let all = (say!(" 0 全部 {n} ", n = count(None)), None);
        let each = self.dossier.plan.domains.iter().enumerate();
        let each = each.map(|(index, name)| {
            let told = wording::told(&self.dossier.plan, name);
            (
                format!(" {} {told} {} ", index + 1, count(Some(name))),
                Some(index),
            )
        });
        flow(area, 0, std::iter::once(all).chain(each))
    }
}

/// The value of the chip at a point.
pub(super) fn hit<T: Clone>(chips: &[Chip<T>], x: u16, y: u16) -> Option<T> {
    let found = chips.iter().find(|chip| chip.area.contains((x, y).into()));
    found.map(|chip| chip.value.clone())
}
