//! The only place that knows the YAML library: text in, a tree of values with their places out.
//!
//! Scalars keep the characters they are written with: `13.0` stays `13.0`, `no` stays `no`. What they mean is the
//! reader's business, which knows what is expected.

mod explain;
mod folds;
mod lines;
mod raw;
mod references;

use std::collections::HashSet;

use serde_yaml::options::{DuplicateKeyPolicy, NonFiniteFloatPolicy};
use serde_yaml::{Error, Location, MergeKeyPolicy, Options, Spanned};

use self::explain::Fault;
use self::raw::Raw;
use super::place::Place;
use super::problem::Problems;
use super::quotes;
use super::scan::{self, Clean};
use crate::words::{say, tr};

/// A value of the file and its place.
#[derive(Debug)]
pub(crate) struct Tree {
    pub(crate) place: Place,
    pub(crate) value: Value,
}

impl Tree {
    /// The value of a key of a mapping.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        match &self.value {
            Value::Map(entries) => entries
                .iter()
                .find(|entry| entry.key == key)
                .map(|entry| &entry.tree),
            _ => None,
        }
    }

    /// The value of a key of a mapping, taken out of it.
    pub(crate) fn take(&mut self, key: &str) -> Option<Self> {
        let Value::Map(entries) = &mut self.value else {
            return None;
        };
        let at = entries.iter().position(|entry| entry.key == key)?;
        Some(entries.remove(at).tree)
    }
}

/// The shapes a value can have.
#[derive(Debug)]
pub(crate) enum Value {
    /// Nothing, `null` or `~`.
    Nothing,
    /// A scalar as it is written, without quotes.
    Scalar(String),
    /// A sequence.
    List(Vec<Tree>),
    /// A mapping in the order of the file.
    Map(Vec<Entry>),
}

/// A key with its value.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) place: Place,
    pub(crate) key: String,
    pub(crate) tree: Tree,
}

/// Parses one document. Faults of syntax and repeated keys are noted. Where the file can be read without what is at fault
/// it is read on; otherwise there is nothing.
pub(crate) fn parse(text: &str, problems: &mut Problems) -> Option<Tree> {
    let clean = scan::clean(text, problems);
    if problems.is_full() {
        return None;
    }
    let mut are_noted = false;
    let raw = match read(&clean.text, References::Refused) {
        Err(error) if explain::is_of_reference(&error) => {
            are_noted = references::note(&clean, problems);
            read(&clean.text, References::Followed)
        }
        result => result,
    };
    match raw {
        Ok(raw) => return Some(Reading { clean, problems }.tree(raw)),
        Err(error) if are_noted && explain::is_of_reference(&error) => {}
        Err(error) => note(&error, &clean, problems),
    }
    None
}

fn note(error: &Error, clean: &Clean<'_>, problems: &mut Problems) {
    let place = error.location().map(place_of);
    let Fault { what, remedy, kind } = explain::explain(error);
    let last = match kind {
        explain::Kind::Syntax => place.map_or(usize::MAX, |place| place.line),
        explain::Kind::Open => usize::MAX,
        explain::Kind::Tab | explain::Kind::Other => 0,
    };
    if last > 0
        && let Some((place, open)) = lines::unclosed(&clean.text, last)
    {
        let (what, remedy) = explain::unclosed(open);
        problems.push(clean.place(place), what, remedy);
        return;
    }
    if matches!(kind, explain::Kind::Syntax | explain::Kind::Other)
        && let Some(place) = place
        && let Some((place, key)) = lines::without_colon(&clean.text, place.line)
    {
        let what = say!("“{key}”之后没有冒号", key);
        problems.push(clean.place(place), what, tr("写作“键: 值”，冒号后空一格"));
        return;
    }
    let place = place.unwrap_or(Place::START);
    let tabs = match kind {
        // The library points at the scalar before the first one.
        explain::Kind::Tab => scan::tabs(&clean.text, place.line),
        _ => Vec::new(),
    };
    if tabs.is_empty() {
        problems.push(clean.place(place), what, remedy);
        return;
    }
    for place in tabs {
        problems.push(clean.place(place), what.clone(), remedy);
    }
}

/// Whether anchors and aliases are read: a plan has none, and they are how a small file becomes a large one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum References {
    Refused,
    /// Where they are faults already, what they stand for is read as far as that is harmless.
    Followed,
}

/// The most values and keys of a file: each takes some hundred bytes, and a file of the largest size has no more with sense.
const MOST_NODES: usize = 600_000;

fn read(text: &str, references: References) -> Result<Spanned<Raw>, Error> {
    let most = match references {
        References::Refused => 0,
        References::Followed => scan::MOST,
    };
    // Deep nesting is no part of a plan either.
    let mut options: Options = serde_yaml::options! {
        budget: serde_yaml::budget! { max_depth: 32, max_anchors: most, max_aliases: most, max_documents: 1, max_nodes: MOST_NODES, max_events: 4 * MOST_NODES },
    };
    options.alias_limits.max_total_replayed_events = 100 * most;
    options.duplicate_keys = DuplicateKeyPolicy::PassThrough;
    options.non_finite_float_policy = NonFiniteFloatPolicy::PassThrough;
    options.merge_keys = MergeKeyPolicy::AsOrdinary;
    options.with_snippet = false;
    serde_yaml::from_str_with_options(text, options)
}

fn place_of(location: Location) -> Place {
    Place {
        line: location.line() as usize,
        column: location.column() as usize,
    }
}

/// Reading scalars back from the text.
struct Reading<'a> {
    clean: Clean<'a>,
    problems: &'a mut Problems,
}

impl Reading<'_> {
    fn place<T>(&self, spanned: &Spanned<T>) -> Place {
        self.clean.place(place_of(spanned.defined))
    }

    fn tree(&mut self, raw: Spanned<Raw>) -> Tree {
        let place = self.place(&raw);
        let span = raw.defined.span();
        let value = match raw.value {
            Raw::Nothing => Value::Nothing,
            Raw::Text(text) => {
                self.note_marks(&text, raw.defined);
                Value::Scalar(text)
            }
            Raw::Literal => {
                let written = span
                    .byte_offset()
                    .zip(span.byte_len())
                    .and_then(|(at, len)| self.clean.text.get(at as usize..(at + len) as usize));
                Value::Scalar(written.unwrap_or_default().trim().to_owned())
            }
            Raw::List(items) => {
                Value::List(items.into_iter().map(|item| self.tree(item)).collect())
            }
            Raw::Map(entries) => Value::Map(self.map(entries)),
        };
        Tree { place, value }
    }

    /// Notes where a quoted text swallowed the entries after it, where a quotation mark closes what none has opened, and
    /// where the end of a line within a text became a blank between Chinese characters.
    fn note_marks(&mut self, text: &str, defined: Location) {
        let (span, start) = (defined.span(), place_of(defined));
        let written = span
            .byte_offset()
            .zip(span.byte_len())
            .and_then(|(at, len)| self.clean.text.get(at as usize..(at + len) as usize));
        let written = written.unwrap_or_default();
        if !written.starts_with(['\'', '"', '|', '>']) && quotes::are_half(written) {
            let what = tr("末尾是引号的一半，前面没有另一半").to_owned();
            let remedy = tr("删去，或补上另一半；原文就有的，整段加一对引号");
            self.problems.push(self.clean.place(start), what, remedy);
        }
        if written.starts_with(['\'', '"']) && written.lines().skip(1).any(lines::begins_entry) {
            let (what, remedy) = explain::unclosed(lines::Open::Quote);
            self.problems.push(self.clean.place(start), what, remedy);
            return;
        }
        for fold in folds::between_chinese(written, text, start) {
            let what = tr("一段话在这里换了行，读出来会在两字之间多一个空格").to_owned();
            let remedy = tr("把这一段写在一行里");
            self.problems.push(self.clean.place(fold), what, remedy);
        }
    }

    fn map(&mut self, entries: Vec<(Spanned<String>, Spanned<Raw>)>) -> Vec<Entry> {
        let mut seen = HashSet::new();
        let mut kept = Vec::with_capacity(entries.len());
        for (key, value) in entries {
            let place = self.place(&key);
            if seen.insert(key.value.clone()) {
                let tree = self.tree(value);
                let key = key.value;
                kept.push(Entry { place, key, tree });
            } else if !self.problems.is_full() {
                let what = say!("键重复：“{key}”", key = key.value);
                self.problems.push(place, what, tr("同一层每个键只写一次"));
            }
        }
        kept
    }
}
