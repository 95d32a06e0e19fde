//! The text of a plan file (YAML), from a plan: the counterpart of `load`, which reads it back as the same plan.
//!
//! The keys and their order are those of the types (`Serialize`); here is only how they are set out: what belongs together
//! on one line, what is quoted, which parts have a comment above.

mod scalar;
mod tree;

use std::fmt::Write as _;

use scalar::Inside;
use serde::Serialize;
use tree::Tree;

use crate::plan::Plan;

/// The comment above each part of the file, in the order of the parts.
pub(crate) const PARTS: [(&str, &str); 12] = [
    ("meta", "基本信息"),
    ("domains", "领域"),
    ("notice", "印发通知"),
    ("plan", "正文"),
    ("attachments", "附件"),
    ("open_readings", "存疑之处"),
    ("targets", "指标"),
    ("claims", "数值关系"),
    ("discords", "不相衔接之处"),
    ("doubts", "程序拿不准、待人看过的地方"),
    ("omitted", "原文里略去的文字及其缘由"),
    ("terms", "术语"),
];

/// Keys whose maps and lists stand on one line.
const ON_ONE_LINE: [&str; 13] = [
    "period",
    "domains",
    "numbering",
    "fields",
    "rows",
    "history",
    "milestones",
    "also",
    "served_by",
    "lead",
    "with",
    "due",
    "omitted",
];

/// A text between the brackets of a list.
pub(crate) fn scalar_in_list(text: &str) -> String {
    let mut out = String::new();
    scalar::write(text, Inside::Flow, &mut out);
    out
}

/// The items of a list as lines, whose dashes stand at a column.
pub(crate) fn items<T: Serialize>(
    list: &str,
    items: &[T],
    dash: usize,
) -> Result<String, serde_json::Error> {
    let mut out = String::new();
    if let Tree::List(items) = tree(items)? {
        items_at(list, &items, dash, &mut out);
    }
    Ok(out)
}

/// The keys of a map as lines that begin at a column.
pub(crate) fn keys<T: Serialize>(value: &T, column: usize) -> Result<String, serde_json::Error> {
    let mut out = String::new();
    if let Tree::Map(entries) = tree(value)? {
        map(&entries, column, Place::OwnLine, &mut out);
    }
    Ok(out)
}

fn tree<T: Serialize + ?Sized>(value: &T) -> Result<Tree, serde_json::Error> {
    serde_json::from_str(&serde_json::to_string(value)?)
}

/// The plan as a plan file, below a comment of these lines. The error is that of the serializer, which plans don't cause.
pub fn plan_file(plan: &Plan, comment: &[String]) -> Result<String, serde_json::Error> {
    let tree = tree(plan)?;
    let mut out = String::new();
    for line in comment {
        // Writing to a String can't fail.
        let _ = writeln!(out, "# {}", line.replace(char::is_control, " "));
    }
    let Tree::Map(parts) = &tree else {
        return Ok(out);
    };
    for (key, value) in parts {
        let words = PARTS.iter().find(|(part, _)| part == key);
        if let Some((_, words)) = words {
            let _ = write!(out, "\n# {words}\n");
        }
        entry(key, value, 0, &mut out);
    }
    Ok(out)
}

/// A key with its value, at an indent of so many spaces. The first line is not indented.
fn entry(key: &str, value: &Tree, indent: usize, out: &mut String) {
    scalar::write(key, Inside::Block, out);
    out.push(':');
    match value {
        Tree::List(items) if is_column(key, items) => {
            out.push('\n');
            items_at(key, items, indent + 2, out);
        }
        Tree::Map(entries) if !entries.is_empty() && !is_short(key) => {
            out.push('\n');
            map(entries, indent + 2, Place::OwnLine, out);
        }
        other => {
            out.push(' ');
            line(other, Inside::Block, out);
            out.push('\n');
        }
    }
}

/// Whether a list has a line for each of its items.
fn is_column(key: &str, items: &[Tree]) -> bool {
    let is_on_one_line = items.is_empty() || is_short(key) && items.iter().all(Tree::is_scalar);
    !is_on_one_line
}

fn is_short(key: &str) -> bool {
    ON_ONE_LINE.contains(&key)
}

fn items_at(key: &str, items: &[Tree], dash: usize, out: &mut String) {
    for (n, item) in items.iter().enumerate() {
        if is_heading(item) && n > 0 {
            out.push('\n');
        }
        let _ = write!(out, "{:dash$}- ", "");
        match item {
            Tree::Map(entries) if !is_short(key) && !entries.is_empty() => {
                map(entries, dash + 2, Place::AfterDash, out);
            }
            other => {
                line(other, Inside::Block, out);
                out.push('\n');
            }
        }
    }
}

/// Whether an item begins a part of the text, which has a blank line above.
fn is_heading(item: &Tree) -> bool {
    matches!(item, Tree::Map(entries) if entries.first().is_some_and(|(key, _)| key == "section"))
}

/// Where the first entry of a map stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    OwnLine,
    AfterDash,
}

fn map(entries: &[(String, Tree)], indent: usize, place: Place, out: &mut String) {
    for (n, (key, value)) in entries.iter().enumerate() {
        if n > 0 || place == Place::OwnLine {
            let _ = write!(out, "{:indent$}", "");
        }
        entry(key, value, indent, out);
    }
}

/// A value on one line.
fn line(value: &Tree, inside: Inside, out: &mut String) {
    match value {
        Tree::Text(text) => scalar::write(text, inside, out),
        Tree::Plain(text) => out.push_str(text),
        Tree::List(items) => {
            out.push('[');
            for (n, item) in items.iter().enumerate() {
                out.push_str(if n > 0 { ", " } else { "" });
                line(item, Inside::Flow, out);
            }
            out.push(']');
        }
        Tree::Map(entries) => {
            out.push_str("{ ");
            for (n, (key, item)) in entries.iter().enumerate() {
                out.push_str(if n > 0 { ", " } else { "" });
                scalar::write(key, Inside::Flow, out);
                out.push_str(": ");
                line(item, Inside::Flow, out);
            }
            out.push_str(" }");
        }
    }
}
