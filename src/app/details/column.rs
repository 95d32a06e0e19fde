//! The layout of the details: parts in order, each with its label and its words, set in lines of any width.

use super::{DetailLine, Role};
use crate::evaluation::Group;
use crate::gauge::{self, Instrument, Signs};
use crate::text::{pad, width, wrap};
use crate::words::tr;

/// The minimum columns of labels.
const LABELS: usize = 8;

/// The maximum columns of a gauge.
const WIDEST_GAUGE: usize = 48;

/// A part of the details that takes one or more lines.
pub(super) struct Part {
    label: Option<String>,
    text: Text,
    role: Role,
}

/// The content of a part.
pub(super) enum Text {
    /// Text to wrap.
    Words(String),
    /// A gauge with its figure; left out if there is no room.
    Gauge(Instrument, Group),
}

/// Parts in order. The width of the labels is known once all are there.
#[derive(Default)]
pub(super) struct Column {
    parts: Vec<Part>,
}

impl Column {
    pub(super) fn push(&mut self, label: Option<&str>, text: Text, role: Role) {
        let label = label.map(str::to_owned);
        self.parts.push(Part { label, text, role });
    }

    pub(super) fn gap(&mut self) {
        self.push(None, Text::Words(String::new()), Role::Gap);
    }

    /// Adds text to wrap.
    pub(super) fn flow(&mut self, text: &str, role: Role) {
        self.push(None, Text::Words(text.to_owned()), role);
    }

    /// Adds a label with text beside it.
    pub(super) fn fact(&mut self, label: &str, text: &str, role: Role) {
        self.push(Some(&capital(label)), Text::Words(text.to_owned()), role);
    }

    /// Wraps the parts to `columns`, the labels padded to the longest of them.
    pub(super) fn lines(self, columns: u16) -> Vec<DetailLine> {
        let columns = usize::from(columns);
        let labels = self.parts.iter().flat_map(|part| &part.label);
        // A minimum, so that the column stays in place from target to target.
        let least = LABELS.max(width(tr("基期")) + 2);
        let labels = labels.map(|label| width(label) + 2).fold(least, usize::max);
        // On narrow screens a long label must leave room for its text.
        let labels = labels.min(columns / 2);
        self.parts
            .into_iter()
            .flat_map(|part| part.lines(columns, labels))
            .collect()
    }
}

/// A word with its first letter in upper case.
fn capital(word: &str) -> String {
    let mut rest = word.chars();
    let first = rest.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(rest).collect()
}

impl Part {
    /// Wraps the part to `columns`, of which `labels` are for the label.
    fn lines(self, columns: usize, labels: usize) -> Vec<DetailLine> {
        let room = if self.label.is_some() {
            columns.saturating_sub(labels).max(2)
        } else {
            columns
        };
        let mut label = self.label.map(|label| pad(&label, labels));
        let words = match self.text {
            Text::Words(words) => words,
            Text::Gauge(instrument, group) => {
                return gauge(&instrument, group, room, label).into_iter().collect();
            }
        };
        let mut lines = Vec::new();
        for range in wrap(&words, room, 0) {
            lines.push(DetailLine {
                label: label.clone(),
                text: words.get(range).unwrap_or_default().to_owned(),
                role: self.role,
                gauge: Vec::new(),
                before: 0,
                address: 0,
            });
            label = label.map(|label| " ".repeat(width(&label)));
        }
        lines
    }
}

/// A gauge with its figure as a line; `None` if there is no room.
pub(in crate::app) fn gauge(
    instrument: &Instrument,
    group: Group,
    room: usize,
    label: Option<String>,
) -> Option<DetailLine> {
    let figure = instrument.figure();
    let columns = room.checked_sub(width(&figure) + 1)?.min(WIDEST_GAUGE);
    if columns < gauge::NARROWEST {
        return None;
    }
    let pieces = instrument.draw(columns, Signs::of_screen());
    Some(DetailLine {
        label,
        text: format!("{} {figure}", gauge::text(&pieces)),
        role: Role::Verdict(group),
        gauge: pieces,
        before: 0,
        address: 0,
    })
}
