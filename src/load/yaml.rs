//! The only place that knows the YAML library: text in, a tree of values with their places out.
//!
//! Scalars keep the characters they are written with: `13.0` stays `13.0`, `no` stays `no`. What they mean is the
//! reader's business, which knows what is expected.

use std::collections::HashSet;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::options::{DuplicateKeyPolicy, NonFiniteFloatPolicy};
use serde_yaml::{Options, Spanned};

use super::problem::Problems;
use crate::words::{say, tr};

/// A place in the file; both numbers count from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

impl Place {
    pub(crate) const START: Self = Self { line: 1, column: 1 };
}

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

/// Parses one document. A fault of syntax is noted; a repeated key is noted and the first one taken.
pub(crate) fn parse(text: &str, problems: &mut Problems) -> Option<Tree> {
    let mut options = limits();
    options.duplicate_keys = DuplicateKeyPolicy::PassThrough;
    options.non_finite_float_policy = NonFiniteFloatPolicy::PassThrough;
    options.with_snippet = false;
    match serde_yaml::from_str_with_options(text, options) {
        Ok(raw) => Some(tree(raw, text, problems)),
        Err(error) => {
            let (what, remedy) = explain(&error.without_snippet().to_string());
            let place = error.location().map_or(Place::START, |l| Place {
                line: l.line() as usize,
                column: l.column() as usize,
            });
            let place = if remedy == tr("缩进请用空格") {
                tab(text, place.line).unwrap_or(place)
            } else {
                place
            };
            problems.push(place, what, remedy);
            None
        }
    }
}

/// The first tab in the indentation of a line, from line `from` on. The library points at the scalar before it.
fn tab(text: &str, from: usize) -> Option<Place> {
    let mut lines = text.lines().enumerate().skip(from.saturating_sub(1));
    lines.find_map(|(index, line)| {
        let mut indent = line.chars().take_while(|c| matches!(c, ' ' | '\t'));
        let column = indent.position(|c| c == '\t')? + 1;
        Some(Place {
            line: index + 1,
            column,
        })
    })
}

/// Deep nesting and aliases are no part of a plan, and are how a small file becomes a large one.
fn limits() -> Options {
    serde_yaml::options! {
        budget: serde_yaml::budget! { max_depth: 32, max_anchors: 0, max_aliases: 0, max_documents: 1, max_nodes: 2_000_000, max_events: 8_000_000 },
    }
}

/// The library's message in our words, with what to do.
fn explain(message: &str) -> (String, &'static str) {
    let known = [
        ("unclosed quote", tr("引号没有闭合"), tr("补上另一半引号")),
        (
            "mapping values are not allowed",
            tr("此处不能再有“: ”"),
            tr("含“: ”的文字请加引号"),
        ),
        (
            "documents {",
            tr("文件里有不止一个 YAML 文档"),
            tr("去掉多余的“---”"),
        ),
        (
            "anchors {",
            tr("不支持别名（*）和锚点（&）"),
            tr("去掉锚点、别名和过深的嵌套"),
        ),
        (
            "recursion limit",
            tr("文件超出允许的层数或规模"),
            tr("去掉锚点、别名和过深的嵌套"),
        ),
        (
            "expected string scalar",
            tr("键应为文字"),
            tr("把键写成一个词"),
        ),
        (
            "budget",
            tr("文件超出允许的层数或规模"),
            tr("去掉锚点、别名和过深的嵌套"),
        ),
        ("alias", tr("不支持别名（*）和锚点（&）"), tr("把内容写全")),
        ("tab", tr("缩进里有制表符"), tr("缩进请用空格")),
    ];
    let lower = message.to_lowercase();
    let found = known.iter().find(|(sign, ..)| lower.contains(sign));
    let detail = message.split(" at line ").next().unwrap_or(message);
    match found {
        Some((_, what, remedy)) => (
            say!("{text}（{aside}）", text = what, aside = detail),
            *remedy,
        ),
        None => (
            say!("YAML 语法有误（{detail}）", detail = detail),
            tr("按 YAML 1.2 的写法改正此处"),
        ),
    }
}

/// A value as the library yields it, before scalars are read back from the text.
enum Raw {
    Nothing,
    Text(String),
    /// A number or a truth value: what counts is how it is written.
    Literal,
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<String>, Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Nothing)
    }

    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Nothing)
    }

    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Raw, E> {
        Ok(Raw::Literal)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Literal)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Raw, E> {
        Ok(Raw::Literal)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Literal)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Raw, E> {
        Ok(Raw::Literal)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Literal)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Raw, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element()? {
            items.push(item);
        }
        Ok(Raw::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Raw, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = access.next_entry()? {
            entries.push(entry);
        }
        Ok(Raw::Map(entries))
    }
}

fn place<T>(spanned: &Spanned<T>) -> Place {
    Place {
        line: spanned.defined.line() as usize,
        column: spanned.defined.column() as usize,
    }
}

fn tree(raw: Spanned<Raw>, text: &str, problems: &mut Problems) -> Tree {
    let place = place(&raw);
    let span = raw.defined.span();
    let value = match raw.value {
        Raw::Nothing => Value::Nothing,
        Raw::Text(text) => Value::Scalar(text),
        Raw::Literal => {
            let written = span
                .byte_offset()
                .zip(span.byte_len())
                .and_then(|(at, len)| text.get(at as usize..(at + len) as usize));
            Value::Scalar(written.unwrap_or_default().trim().to_owned())
        }
        Raw::List(items) => Value::List(
            items
                .into_iter()
                .map(|item| tree(item, text, problems))
                .collect(),
        ),
        Raw::Map(entries) => Value::Map(map(entries, text, problems)),
    };
    Tree { place, value }
}

fn map(
    entries: Vec<(Spanned<String>, Spanned<Raw>)>,
    text: &str,
    problems: &mut Problems,
) -> Vec<Entry> {
    let mut seen = HashSet::new();
    let mut kept = Vec::with_capacity(entries.len());
    for (key, value) in entries {
        let place = place(&key);
        if seen.insert(key.value.clone()) {
            let tree = tree(value, text, problems);
            let key = key.value;
            kept.push(Entry { place, key, tree });
        } else {
            let what = say!("键重复：“{key}”", key = key.value);
            problems.push(place, what, tr("同一层每个键只写一次"));
        }
    }
    kept
}
