//! The only place that knows the YAML library: text in, a tree of values with their places out.
//!
//! Scalars keep the characters they are written with: `13.0` stays `13.0`, `no` stays `no`. What they mean is the
//! reader's business, which knows what is expected.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::options::DuplicateKeyPolicy;
use serde_yaml::{Options, Spanned};

use super::problem::Problems;

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
    let strict = read(text, DuplicateKeyPolicy::Error);
    let raw = match strict {
        Ok(raw) => raw,
        Err(error) => {
            let (what, remedy) = explain(&error.without_snippet().to_string());
            let place = error.location().map_or(Place::START, |l| Place {
                line: l.line() as usize,
                column: l.column() as usize,
            });
            let repeated = what.starts_with("键重复");
            problems.push(place, what, remedy);
            if !repeated {
                return None;
            }
            read(text, DuplicateKeyPolicy::FirstWins).ok()?
        }
    };
    Some(tree(raw, text))
}

fn read(text: &str, duplicate_keys: DuplicateKeyPolicy) -> Result<Spanned<Raw>, serde_yaml::Error> {
    let mut options = limits();
    options.duplicate_keys = duplicate_keys;
    options.with_snippet = false;
    serde_yaml::from_str_with_options(text, options)
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
        ("duplicate mapping key", "键重复", "同一层每个键只写一次"),
        ("unclosed quote", "引号没有闭合", "补上另一半引号"),
        (
            "mapping values are not allowed",
            "此处不能再有“: ”",
            "含“: ”的文字请加引号",
        ),
        (
            "multiple YAML documents",
            "文件里有不止一个 YAML 文档",
            "去掉多余的“---”",
        ),
        ("expected string scalar", "键应为文字", "把键写成一个词"),
        (
            "budget",
            "文件超出允许的层数或规模",
            "去掉锚点、别名和过深的嵌套",
        ),
        ("alias", "不支持别名（*）和锚点（&）", "把内容写全"),
        ("tab", "缩进里有制表符", "缩进请用空格"),
    ];
    let lower = message.to_lowercase();
    let found = known.iter().find(|(sign, ..)| lower.contains(sign));
    let detail = message.split(" at line ").next().unwrap_or(message);
    match found {
        Some((_, what, remedy)) => (format!("{what}（{detail}）"), remedy),
        None => (
            format!("YAML 语法有误（{detail}）"),
            "按 YAML 1.2 的写法改正此处",
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

fn tree(raw: Spanned<Raw>, text: &str) -> Tree {
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
        Raw::List(items) => Value::List(items.into_iter().map(|item| tree(item, text)).collect()),
        Raw::Map(entries) => Value::Map(
            entries
                .into_iter()
                .map(|(key, value)| entry(key, value, text))
                .collect(),
        ),
    };
    Tree { place, value }
}

fn entry(key: Spanned<String>, value: Spanned<Raw>, text: &str) -> Entry {
    Entry {
        place: place(&key),
        key: key.value,
        tree: tree(value, text),
    }
}
