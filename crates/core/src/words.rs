//! The messages of the interface. The source has them in Chinese; `english` is the table of their English twins, from
//! `locales/en.toml`. The Chinese text is the key, as in gettext:
//!
//! ```text
//! tr("概览")                                  a label
//! say!("打不开 {name}：{why}", name = …, why = …)   a sentence with named placeholders
//! ```
//!
//! The text of the plan is never translated, nor are keywords of files (`推进中`, `increase-to`); their labels are.
//!
//! The language is set once for the process, before the first message. `tests/house/words.rs` checks that every Chinese
//! string of the source has its twin.

mod english;

use std::fmt::{Display, Write as _};
use std::sync::OnceLock;

use english::TWINS;

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Chinese (中文).
    Chinese,
    /// English.
    English,
}

impl Language {
    /// Every language, with its code in options and settings.
    pub const ALL: [(&'static str, Self); 2] = [("zh", Self::Chinese), ("en", Self::English)];

    /// The language of a locale such as `zh_CN.UTF-8`; `None` if it names none (`C`, `POSIX`, empty).
    pub fn of_locale(locale: &str) -> Option<Self> {
        let language = locale.split(['_', '.', '@']).next().unwrap_or_default();
        match language {
            "" | "C" | "POSIX" => None,
            "zh" => Some(Self::Chinese),
            _ => Some(Self::English),
        }
    }
}

static LANGUAGE: OnceLock<Language> = OnceLock::new();

/// Sets the language of the process. Only the first call counts; the default is Chinese.
pub fn set_language(language: Language) {
    // A later call is ignored: it would mix two languages on one screen.
    let _ = LANGUAGE.set(language);
}

/// The language of the process.
pub fn language() -> Language {
    LANGUAGE.get().copied().unwrap_or(Language::Chinese)
}

/// A message in the language of the process. A test ensures that every message has a twin.
pub fn tr(chinese: &'static str) -> &'static str {
    match language() {
        Language::Chinese => chinese,
        Language::English => twin(chinese).unwrap_or(chinese),
    }
}

/// The English twin of a message, whatever the language of the process.
pub fn twin(chinese: &str) -> Option<&'static str> {
    let found = TWINS.binary_search_by_key(&chinese, |(chinese, _)| chinese);
    Some(TWINS[found.ok()?].1)
}

/// All messages: Chinese text and English twin.
pub fn messages() -> impl Iterator<Item = (&'static str, &'static str)> {
    TWINS.iter().copied()
}

/// The translated template of a message; `None` where the language is Chinese.
pub fn template(chinese: &str) -> Option<&'static str> {
    match language() {
        Language::Chinese => None,
        Language::English => twin(chinese),
    }
}

/// Fills the placeholders (`{name}`) of a template. A test ensures that each has a value.
pub fn fill(template: &str, blanks: &[(&str, &dyn Display)]) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    let mut parts = template.split('{');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (name, rest) = part.split_once('}').unwrap_or((part, ""));
        match blanks.iter().find(|(blank, _)| *blank == name) {
            // Writing to a String can't fail.
            Some((_, value)) => drop(write!(out, "{value}")),
            None => out.extend(["{", name, "}"]),
        }
        out.push_str(rest);
    }
    out
}

/// A sentence with placeholders in the language of the process: `say!("第{n}段", n = 4)`, or `say!("第{n}段", n)`.
#[macro_export]
macro_rules! say {
    (@value $blank:ident) => { $blank };
    (@value $blank:ident = $value:expr) => { $value };
    ($text:literal $(, $blank:ident $(= $value:expr)?)* $(,)?) => {
        match $crate::words::template($text) {
            None => format!($text $(, $blank = $crate::say!(@value $blank $(= $value)?))*),
            Some(template) => $crate::words::fill(
                template,
                &[$((stringify!($blank), &$crate::say!(@value $blank $(= $value)?) as &dyn std::fmt::Display)),*],
            ),
        }
    };
}
pub use say;
