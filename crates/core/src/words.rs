//! The words of the interface. The source speaks Chinese; `english` is the one table of their English twins, written in
//! `locales/en.toml`.
//!
//! A message is known by its Chinese text, as in gettext, so that the code can be read with its words in place:
//!
//! ```text
//! tr("概览")                                  a label
//! say!("打不开 {name}：{why}", name = …, why = …)   a sentence with blanks, by name
//! ```
//!
//! The plan's own words never pass through here. Words that stand in files (`推进中`, `increase-to`) are data as well:
//! they are read and written as they are, and only their labels are translated.
//!
//! The language belongs to the process, as a locale does: it is chosen once, before the first word. `tests/house/words.rs`
//! holds every Chinese word of the source against the table.

mod english;

use std::fmt::{Display, Write as _};
use std::sync::OnceLock;

use english::TWINS;

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Chinese (中文), the language of the plans and of those who work with them.
    Chinese,
    /// English.
    English,
}

impl Language {
    /// Every language, with the word that options and settings use for it.
    pub const ALL: [(&'static str, Self); 2] = [("zh", Self::Chinese), ("en", Self::English)];

    /// The language for a locale such as `zh_CN.UTF-8`. `None` for one that names no language (`C`, `POSIX`, nothing).
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

/// Chooses the language of the process. The first choice stands; without one it is Chinese.
pub fn speak(language: Language) {
    // Words in two languages on one screen would be worse than a second choice that comes too late.
    let _ = LANGUAGE.set(language);
}

/// The language of the process.
pub fn language() -> Language {
    LANGUAGE.get().copied().unwrap_or(Language::Chinese)
}

/// A message in the language of the process. One without a twin stays Chinese, which a test rules out.
pub fn tr(chinese: &'static str) -> &'static str {
    match language() {
        Language::Chinese => chinese,
        Language::English => twin(chinese).unwrap_or(chinese),
    }
}

/// The English twin of a message of the program, whatever the language of the process.
pub fn twin(chinese: &str) -> Option<&'static str> {
    let found = TWINS.binary_search_by_key(&chinese, |(chinese, _)| chinese);
    Some(TWINS[found.ok()?].1)
}

/// All messages: the Chinese text and its English twin.
pub fn messages() -> impl Iterator<Item = (&'static str, &'static str)> {
    TWINS.iter().copied()
}

/// The template to fill in for a message; `None` where the Chinese text itself serves.
pub fn template(chinese: &str) -> Option<&'static str> {
    match language() {
        Language::Chinese => None,
        Language::English => twin(chinese),
    }
}

/// A template with its blanks (`{name}`) filled in. A blank that nothing fills stays as it is, which a test rules out.
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

/// A sentence with blanks in the language of the process: `say!("第{n}段", n = 4)`, or `say!("第{n}段", n)` as for a field.
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
