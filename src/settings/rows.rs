//! The settings as a list for printing.

use std::path::PathBuf;

use super::{Origin, Setting, Settings, shown};
use crate::app::keymap::Rebinding;
use crate::paint::{Palette, When};
use crate::text::Ambiguity;
use crate::words::Language;

/// A setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its key in the file.
    pub name: &'static str,
    /// Its value as in the file, without quotes; `None` if unset.
    pub value: Option<String>,
    /// Who chose it.
    pub origin: Origin,
}

impl Settings {
    /// All settings, in the order of [`ITEMS`](super::ITEMS).
    pub fn rows(&self) -> Vec<Row> {
        vec![
            word("language", &self.language, &Language::ALL),
            word("theme", &self.theme, &Palette::ALL),
            word("color", &self.color, &When::ALL),
            row("measure", &self.measure),
            word("ambiguous", &self.ambiguous, &Ambiguity::ALL),
            row("mouse", &self.mouse),
            row("resume", &self.resume),
            keys(&self.keys),
            path("plan", &self.plan),
            path("records", &self.records),
        ]
    }
}

fn row(name: &'static str, setting: &Setting<impl ToString>) -> Row {
    Row {
        name,
        value: Some(setting.value.to_string()),
        origin: setting.origin.clone(),
    }
}

/// The changed keys as an inline table.
fn keys(setting: &Setting<Vec<Rebinding>>) -> Row {
    let change = |change: &Rebinding| {
        let keys = change
            .keys()
            .iter()
            .map(|key| format!("{:?}", key.written()));
        let keys: Vec<String> = keys.collect();
        format!("{} = [{}]", change.name(), keys.join(", "))
    };
    let changes: Vec<String> = setting.value.iter().map(change).collect();
    Row {
        name: "keys",
        value: (!changes.is_empty()).then(|| changes.join(", ")),
        origin: setting.origin.clone(),
    }
}

fn word<T: PartialEq>(
    name: &'static str,
    setting: &Setting<T>,
    words: &[(&'static str, T)],
) -> Row {
    let word = words.iter().find(|(_, value)| *value == setting.value);
    Row {
        name,
        value: word.map(|(word, _)| (*word).to_owned()),
        origin: setting.origin.clone(),
    }
}

fn path(name: &'static str, setting: &Setting<Option<PathBuf>>) -> Row {
    Row {
        name,
        value: setting.value.as_deref().map(shown),
        origin: setting.origin.clone(),
    }
}
