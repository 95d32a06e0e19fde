//! Parses the text of a settings file into its valid entries and all errors.

use std::ops::Range;
use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::{Fault, ITEMS, MEASURES, Place, Placed, Written};
use crate::app::Key;
use crate::app::keymap::{BINDINGS, Binding, Rebinding, clash};
use crate::paint::{Palette, When};
use crate::text::Ambiguity;
use crate::words::Language;

/// Parses `text`; relative paths start from `folder`.
pub(super) fn decode(text: &str, folder: &Path) -> (Written, Vec<Placed<Fault>>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader {
        text,
        folder,
        faults: Vec::new(),
    };
    for error in errors {
        let start = error.span().map_or(text.len(), |span| span.start);
        reader.note(start, Fault::NotToml(error.message().to_owned()));
    }
    // A line with a syntax error is reported once; its values would be guesses.
    let unread: Vec<usize> = reader.faults.iter().map(|it| it.place.line).collect();
    let read = reader.faults.len();
    let written = reader.settings(table.get_ref());
    let mut faults = reader.faults;
    let known = faults.split_off(read);
    faults.extend(
        known
            .into_iter()
            .filter(|it| !unread.contains(&it.place.line)),
    );
    faults.sort_by_key(|it| it.place);
    (written, faults)
}

struct Reader<'a> {
    text: &'a str,
    folder: &'a Path,
    faults: Vec<Placed<Fault>>,
}

type Value<'a> = Spanned<DeValue<'a>>;

impl Reader<'_> {
    fn settings(&mut self, table: &DeTable<'_>) -> Written {
        let mut written = Written::default();
        for (name, value) in table {
            match name.get_ref().as_ref() {
                "language" => written.language = self.word("language", value, &Language::ALL),
                "theme" => written.theme = self.word("theme", value, &Palette::ALL),
                "color" => written.color = self.word("color", value, &When::ALL),
                "measure" => written.measure = self.measure(value),
                "ambiguous" => {
                    written.ambiguous = self.word("ambiguous", value, &Ambiguity::ALL);
                }
                "mouse" => written.mouse = self.yes_or_no("mouse", value),
                "resume" => written.resume = self.yes_or_no("resume", value),
                "keys" => written.keys = self.keys(value),
                "plan" => written.plan = self.path("plan", value),
                "records" => written.records = self.path("records", value),
                _ => self.unknown(name),
            }
        }
        written
    }

    fn unknown(&mut self, name: &Spanned<DeString<'_>>) {
        let key = name.get_ref().to_string();
        let near = nearest(&key, ITEMS.iter().map(|item| item.key));
        self.note(name.span().start, Fault::Unknown(key, near));
    }

    fn word<T: Copy, const N: usize>(
        &mut self,
        key: &'static str,
        value: &Value<'_>,
        words: &[(&'static str, T); N],
    ) -> Option<Placed<T>> {
        let Some(word) = value.get_ref().as_str() else {
            return self.kind(key, value);
        };
        let known = || words.iter().map(|(known, _)| *known);
        if let Some((_, meant)) = words.iter().find(|(known, _)| *known == word) {
            return Some(self.placed(value, *meant));
        }
        let near = nearest(word, known());
        let fault = Fault::Word(key, word.to_owned(), known().collect(), near);
        self.fault(value.span(), fault)
    }

    fn measure(&mut self, value: &Value<'_>) -> Option<Placed<u16>> {
        let Some(integer) = value.get_ref().as_integer() else {
            return self.kind("measure", value);
        };
        let number = u16::from_str_radix(integer.as_str(), integer.radix()).ok();
        if let Some(number) = number.filter(|number| MEASURES.contains(number)) {
            return Some(self.placed(value, number));
        }
        let written = self.text.get(value.span()).unwrap_or_default().to_owned();
        self.fault(value.span(), Fault::Range("measure", written))
    }

    fn yes_or_no(&mut self, key: &'static str, value: &Value<'_>) -> Option<Placed<bool>> {
        match value.get_ref().as_bool() {
            Some(it) => Some(self.placed(value, it)),
            None => self.kind(key, value),
        }
    }

    fn keys(&mut self, value: &Value<'_>) -> Vec<Placed<Rebinding>> {
        let DeValue::Table(table) = value.get_ref() else {
            let _ = self.kind::<()>("keys", value);
            return Vec::new();
        };
        let mut changes = Vec::new();
        for (name, value) in table {
            let Some(binding) = Binding::named(name.get_ref()) else {
                let near = nearest(name.get_ref(), BINDINGS.iter().map(|binding| binding.name));
                let fault = Fault::UnknownAction(name.get_ref().to_string(), near);
                self.note(name.span().start, fault);
                continue;
            };
            changes.push(Placed {
                value: Rebinding::new(binding, self.pressed(value)),
                place: place(self.text, name.span().start),
            });
        }
        self.clashes(&changes);
        changes
    }

    /// One key or a list of keys.
    fn pressed(&mut self, value: &Value<'_>) -> Vec<Key> {
        let one = std::slice::from_ref(value);
        let written: &[Value<'_>] = match value.get_ref() {
            DeValue::Array(values) => values,
            _ => one,
        };
        let keys = written.iter().map(|value| {
            let Some(name) = value.get_ref().as_str() else {
                return self.kind("keys", value);
            };
            let key = Key::named(name);
            key.or_else(|| self.fault(value.span(), Fault::NoKey(name.to_owned())))
        });
        keys.collect::<Vec<_>>().into_iter().flatten().collect()
    }

    /// Reports keys with two actions.
    fn clashes(&mut self, changes: &[Placed<Rebinding>]) {
        let all: Vec<Rebinding> = changes.iter().map(|it| it.value.clone()).collect();
        for change in changes {
            if let Some((key, taken)) = clash(&change.value, &all) {
                self.faults.push(Placed {
                    value: Fault::KeyTaken(key, taken),
                    place: change.place,
                });
            }
        }
    }

    fn path(&mut self, key: &'static str, value: &Value<'_>) -> Option<Placed<PathBuf>> {
        let Some(path) = value.get_ref().as_str() else {
            return self.kind(key, value);
        };
        if path.trim().is_empty() {
            return self.fault(value.span(), Fault::Empty(key));
        }
        let path = match Path::new(path).strip_prefix("~") {
            Ok(rest) => match etcetera::home_dir() {
                Ok(home) => home.join(rest),
                Err(_) => return self.fault(value.span(), Fault::NoHome(key)),
            },
            Err(_) => self.folder.join(path),
        };
        Some(self.placed(value, path))
    }

    /// Reports a value of the wrong type.
    fn kind<T>(&mut self, key: &'static str, value: &Value<'_>) -> Option<T> {
        let kind = value.get_ref().type_str();
        self.fault(value.span(), Fault::Kind(key, kind))
    }

    fn placed<T>(&self, value: &Value<'_>, meant: T) -> Placed<T> {
        Placed {
            value: meant,
            place: place(self.text, value.span().start),
        }
    }

    /// Reports a fault; always `None`.
    fn fault<T>(&mut self, span: Range<usize>, fault: Fault) -> Option<T> {
        self.note(span.start, fault);
        None
    }

    fn note(&mut self, byte: usize, fault: Fault) {
        self.faults.push(Placed {
            value: fault,
            place: place(self.text, byte),
        });
    }
}

/// The line and column of a byte offset.
pub(super) fn place(text: &str, byte: usize) -> Place {
    let before = text
        .char_indices()
        .take_while(|(at, _)| *at < byte)
        .map(|(_, c)| c);
    let mut place = Place { line: 1, column: 1 };
    for c in before {
        match c {
            '\n' => {
                place.line += 1;
                place.column = 1;
            }
            // A leading BOM is not a column.
            '\u{feff}' => {}
            _ => place.column += 1,
        }
    }
    place
}

/// The most similar known name, if any is similar enough.
pub(super) fn nearest(
    typed: &str,
    names: impl Iterator<Item = &'static str>,
) -> Option<&'static str> {
    const NEAR: f64 = 0.75;
    let typed = typed.trim().to_lowercase().replace('_', "-");
    let near = names.map(|name| (strsim::jaro_winkler(&typed, name), name));
    let near = near.max_by(|a, b| a.0.total_cmp(&b.0));
    near.filter(|(likeness, _)| *likeness > NEAR)
        .map(|(_, name)| name)
}
