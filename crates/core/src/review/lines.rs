//! The lines of a plan file on which the items of its lists stand, and edits of them.

mod insertion;

use std::ops::Range;

use serde::Serialize;

use crate::compose::PARTS;
use crate::load::Problems;
use crate::load::yaml::{self, Tree, Value};

/// A plan file as lines with their ends, and as a tree with places.
pub(super) struct Lines<'a> {
    lines: Vec<&'a str>,
    tree: Tree,
}

/// Lines, which may be none, and what takes their place.
pub(super) type Edit = (Range<usize>, String);

/// An item of a list that is written on lines of its own.
struct Written {
    /// Its lines, from 0.
    lines: Range<usize>,
    /// The keys of the item with the lines of each.
    keys: Vec<(String, Range<usize>)>,
    /// The columns before its keys.
    indent: usize,
}

impl<'a> Lines<'a> {
    /// The lines of a text; `None` if it is no YAML.
    pub(super) fn of(text: &'a str) -> Option<Self> {
        let tree = yaml::parse(text, &mut Problems::default())?;
        Some(Self {
            lines: text.split_inclusive('\n').collect(),
            tree,
        })
    }

    /// Without the lines of a key of an item.
    pub(super) fn without_key(&self, list: &str, at: usize, key: &str) -> Option<String> {
        let item = self.item(list, at)?;
        match item.key(key) {
            Some(lines) => self.with(&[(lines, String::new())]),
            None => Some(self.lines.concat()),
        }
    }

    /// With keys of an item as given: those that it has are replaced, others stand behind its kind.
    pub(super) fn with_keys(
        &self,
        list: &str,
        at: usize,
        keys: &[(&str, Option<&str>)],
    ) -> Option<String> {
        let item = self.item(list, at)?;
        let behind = item.key("kind")?.end;
        let mut edits = Vec::new();
        for (key, value) in keys {
            let Some(value) = value else { continue };
            let line = format!("{}{key}: {value}{}", " ".repeat(item.indent), self.ending());
            edits.push((item.key(key).unwrap_or(behind..behind), line));
        }
        self.with(&edits)
    }

    /// With the lines of an item as comments; of the last one, that of the list as well.
    pub(super) fn commented(&self, list: &str, at: usize) -> Option<String> {
        let range = self.item_or_list(list, at)?;
        let lines = self.lines.get(range.clone())?;
        let mut comments = String::new();
        for line in lines {
            comments.push_str("# ");
            comments.push_str(line);
        }
        self.with(&[(range, comments)])
    }

    /// Without the lines of an item; of the last one, without those of the list as well.
    pub(super) fn removed(&self, list: &str, at: usize) -> Option<String> {
        self.with(&[(self.removable(list, at)?, String::new())])
    }

    /// Without an item of a list, and with another at the end of another list, which is begun if there is none.
    pub(super) fn moved<T: Serialize>(
        &self,
        from: &str,
        at: usize,
        to: &str,
        item: &T,
    ) -> Option<String> {
        let range = self.removable(from, at)?;
        self.with(&[self.appended(to, &[item])?, (range, String::new())])
    }

    /// The lines of an item; of the last one, those of the list with the comment that a program writes above it.
    fn removable(&self, list: &str, at: usize) -> Option<Range<usize>> {
        let range = self.item_or_list(list, at)?;
        let words = PARTS.iter().find(|(part, _)| *part == list);
        let words = words.map_or("", |(_, words)| words);
        let above = |n: usize| Some(self.lines.get(range.start.checked_sub(n)?)?.trim());
        let is_list = self.list_line(list) == Some(range.start);
        if !is_list || above(1).and_then(|it| it.strip_prefix("# ")) != Some(words) {
            return Some(range);
        }
        let head = if above(2) == Some("") { 2 } else { 1 };
        Some(range.start - head..range.end)
    }

    /// The lines of an item, or of the whole list if it has no other.
    fn item_or_list(&self, list: &str, at: usize) -> Option<Range<usize>> {
        let item = self.item(list, at)?;
        let is_alone =
            matches!(&self.tree.get(list)?.value, Value::List(items) if items.len() == 1);
        if is_alone {
            return Some(self.list_line(list)?..item.lines.end);
        }
        Some(item.lines)
    }

    /// The line on which a list begins: that of its key.
    fn list_line(&self, list: &str) -> Option<usize> {
        let Value::Map(entries) = &self.tree.value else {
            return None;
        };
        let entry = entries.iter().find(|entry| entry.key == list)?;
        let line = entry.place.line.checked_sub(1)?;
        let text = self.lines.get(line)?;
        (entry.place.column == 1 && text.trim_end().ends_with(':')).then_some(line)
    }

    fn item(&self, list: &str, at: usize) -> Option<Written> {
        let Value::List(items) = &self.tree.get(list)?.value else {
            return None;
        };
        self.written(items, at)
    }

    /// An item among those of its list.
    fn written(&self, items: &[Tree], at: usize) -> Option<Written> {
        let item = items.get(at)?;
        let Value::Map(entries) = &item.value else {
            return None;
        };
        let first = entries.first()?;
        let start = first.place.line.checked_sub(1)?;
        let indent = first.place.column.checked_sub(1)?;
        let dash = indent.checked_sub(2)?;
        // The item begins its line: a dash, a blank and the first key.
        let begins = self.lines.get(start)?.get(..indent)?;
        if begins.trim_start() != "- "
            || entries
                .iter()
                .skip(1)
                .any(|it| it.place.column != indent + 1)
        {
            return None;
        }
        let next = items
            .get(at + 1)
            .map(|next| next.place.line.saturating_sub(1));
        let end = next.unwrap_or_else(|| self.end_of_list(start + 1, dash));
        let end = self.without_tail(start, end);
        let starts = entries.iter().map(|it| it.place.line.saturating_sub(1));
        let ends = starts.clone().skip(1).chain([end]);
        let keys = entries.iter().zip(starts.zip(ends));
        let keys = keys.map(|(it, (start, end))| (it.key.clone(), start..end));
        Some(Written {
            lines: start..end,
            keys: keys.collect(),
            indent,
        })
    }

    /// The first line from one on that stands further left than the items of a list, which begin at a column.
    fn end_of_list(&self, from: usize, dash: usize) -> usize {
        let lines = self.lines.iter().enumerate().skip(from);
        let mut outside = lines.filter(|(_, line)| {
            let indent = line.len() - line.trim_start_matches(' ').len();
            is_content(line) && indent <= dash
        });
        outside.next().map_or(self.lines.len(), |(n, _)| n)
    }

    /// The end of an item without the blank lines and comments behind it.
    fn without_tail(&self, start: usize, end: usize) -> usize {
        let lines = self.lines.get(start..end).unwrap_or_default();
        let last = lines.iter().rposition(|line| is_content(line));
        last.map_or(end, |last| start + last + 1)
    }

    /// The text with ranges of lines replaced, which do not overlap.
    pub(super) fn with(&self, edits: &[Edit]) -> Option<String> {
        let mut edits: Vec<&Edit> = edits.iter().collect();
        edits.sort_by_key(|(range, _)| range.start);
        let mut text = String::new();
        let mut at = 0;
        for (range, new) in edits {
            text.push_str(&self.lines.get(at..range.start)?.concat());
            if !text.is_empty() && !text.ends_with('\n') {
                text.push_str(self.ending());
            }
            text.push_str(new);
            at = range.end;
        }
        text.push_str(&self.lines.get(at..)?.concat());
        Some(text)
    }

    /// How the lines of the file end.
    fn ending(&self) -> &'static str {
        match self.lines.first() {
            Some(line) if line.ends_with("\r\n") => "\r\n",
            _ => "\n",
        }
    }
}

impl Written {
    /// The lines of a key, unless it is the first, beside the dash.
    fn key(&self, key: &str) -> Option<Range<usize>> {
        let mut others = self.keys.iter().skip(1);
        let found = others.find(|(it, _)| it == key)?;
        Some(found.1.clone())
    }
}

/// Whether a line is neither blank nor a comment.
fn is_content(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty() && !line.starts_with('#')
}
