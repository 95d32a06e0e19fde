//! Reading typed values off the tree. Each reader notes what is wrong and yields a placeholder, so that reading goes on
//! until there are more problems than are kept: then mappings and lists are read as empty ones.

use std::ops::RangeInclusive;

use super::limits::{LONGEST_NAME, LONGEST_TEXT};
use super::place::Place;
use super::problem::{Problems, is_unprintable};
use super::yaml::{Entry, Tree, Value};
use crate::plan::{Address, Number, Prose, without_marks};
use crate::words::{say, tr};

/// A mapping whose keys are taken one by one; what nobody took is unknown.
pub(crate) struct Fields<'a> {
    place: Place,
    /// What the mapping describes, for messages.
    what: &'static str,
    entries: &'a [Entry],
    asked: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    /// The mapping at `tree`; anything else is noted and read as an empty one.
    pub(crate) fn of(tree: &'a Tree, what: &'static str, problems: &mut Problems) -> Option<Self> {
        if problems.is_full() {
            return None;
        }
        let entries = match &tree.value {
            Value::Map(entries) => entries.as_slice(),
            other => {
                problems.push(
                    tree.place,
                    say!(
                        "{what}应为键值对，此处是{shape}",
                        what,
                        shape = shape(other)
                    ),
                    tr("每行写“键: 值”"),
                );
                return None;
            }
        };
        Some(Self {
            place: tree.place,
            what,
            entries,
            asked: Vec::new(),
        })
    }

    /// The place where the mapping begins.
    pub(crate) fn place(&self) -> Place {
        self.entries.first().map_or(self.place, |entry| entry.place)
    }

    /// The value of a key that may be absent.
    pub(crate) fn optional(&mut self, key: &'static str) -> Option<&'a Tree> {
        if !self.asked.contains(&key) {
            self.asked.push(key);
        }
        self.entries
            .iter()
            .find(|entry| entry.key == key)
            .map(|entry| &entry.tree)
    }

    /// The value of a key that must be there.
    pub(crate) fn required(
        &mut self,
        key: &'static str,
        problems: &mut Problems,
    ) -> Option<&'a Tree> {
        let found = self.optional(key);
        if found.is_none() {
            problems.push(
                self.place(),
                say!("{what}缺少“{key}”", what = self.what, key),
                say!("补上“{key}: …”", key),
            );
        }
        found
    }

    /// Notes every key that nobody asked for, with the nearest known one.
    pub(crate) fn finish(self, problems: &mut Problems) {
        for entry in self
            .entries
            .iter()
            .filter(|entry| !self.asked.contains(&entry.key.as_str()))
        {
            if problems.is_full() {
                return;
            }
            let what = say!(
                "{what}里没有“{key}”这个键",
                what = self.what,
                key = entry.key
            );
            problems.push(entry.place, what, suggestion(&entry.key, &self.asked));
        }
    }
}

/// The nearest known word as a question, or the list of all.
pub(crate) fn suggestion<S: AsRef<str>>(word: &str, known: &[S]) -> String {
    nearest(word, known).unwrap_or_else(|| listed(known))
}

/// The known words as a list, which is cut where it is longer than a message should be.
pub(crate) fn listed<S: AsRef<str>>(known: &[S]) -> String {
    const MOST_LISTED: usize = 30;
    let first = known.iter().map(AsRef::as_ref).take(MOST_LISTED);
    let first = first.collect::<Vec<&str>>().join(tr("、"));
    if known.len() > MOST_LISTED {
        say!("可用：{known}等 {n} 个", known = first, n = known.len())
    } else {
        say!("可用：{known}", known = first)
    }
}

/// The nearest known word as a question; `None` where none is near.
pub(crate) fn nearest<S: AsRef<str>>(word: &str, known: &[S]) -> Option<String> {
    /// Comparing takes time by the lengths of both words, and each unknown one is compared with each known one.
    const MOST_COMPARED: usize = 1000;
    const LONGEST: usize = 120;
    if word.len() > LONGEST {
        return None;
    }
    let candidates = known.iter().map(AsRef::as_ref).take(MOST_COMPARED);
    let nearest = candidates
        .filter(|candidate| candidate.len() <= LONGEST)
        .map(|candidate| (strsim::jaro_winkler(word, candidate), candidate))
        .max_by(|a, b| a.0.total_cmp(&b.0));
    let (_, candidate) = nearest.filter(|(likeness, _)| *likeness > 0.75)?;
    Some(say!("是不是“{name}”？", name = candidate))
}

fn shape(value: &Value) -> &'static str {
    match value {
        Value::Nothing => tr("空值"),
        Value::Scalar(_) => tr("文字"),
        Value::List(_) => tr("列表"),
        Value::Map(_) => tr("键值对"),
    }
}

/// The items of a list.
pub(crate) fn list<'a>(tree: &'a Tree, what: &str, problems: &mut Problems) -> &'a [Tree] {
    match &tree.value {
        _ if problems.is_full() => &[],
        Value::List(items) => items,
        other => {
            problems.push(
                tree.place,
                say!("{what}应为列表，此处是{shape}", what, shape = shape(other)),
                tr("每项另起一行，以“- ”开头"),
            );
            &[]
        }
    }
}

/// The items of a list; those beyond the most that there may be are noted and left out.
pub(crate) fn at_most<'a>(
    most: usize,
    tree: &'a Tree,
    what: &str,
    problems: &mut Problems,
) -> &'a [Tree] {
    let items = list(tree, what, problems);
    let Some(first_beyond) = items.get(most) else {
        return items;
    };
    let fault = say!("{what}超过 {max} 项", what, max = most);
    problems.push(first_beyond.place, fault, tr("分到几处去写"));
    items.get(..most).unwrap_or_default()
}

/// Where the items of a list stand; none where it is no list.
pub(crate) fn places(tree: &Tree) -> Vec<Place> {
    match &tree.value {
        Value::List(items) => items.iter().map(|tree| tree.place).collect(),
        _ => Vec::new(),
    }
}

/// A scalar that may be empty.
pub(crate) fn text_or_empty(tree: &Tree, what: &str, problems: &mut Problems) -> String {
    text_within(LONGEST_TEXT, tree, what, problems)
}

/// A scalar that may be empty, and that is no longer than a name may be.
pub(crate) fn name_or_empty(tree: &Tree, what: &str, problems: &mut Problems) -> String {
    text_within(LONGEST_NAME, tree, what, problems)
}

/// A scalar of at most `most` characters.
fn text_within(most: usize, tree: &Tree, what: &str, problems: &mut Problems) -> String {
    match &tree.value {
        Value::Scalar(text) => match too_long(text, what, most) {
            Some(fault) => {
                problems.push(tree.place, fault, tr("分成几段来写"));
                String::new()
            }
            None => clean(text, tree.place, what, problems),
        },
        other => {
            problems.push(
                tree.place,
                say!("{what}应为文字，此处是{shape}", what, shape = shape(other)),
                tr("写一行文字；空文字写作 ''"),
            );
            String::new()
        }
    }
}

/// That a text has more than `most` characters; `None` if it has not.
pub(crate) fn too_long(text: &str, what: &str, most: usize) -> Option<String> {
    let n = (text.len() > most).then(|| text.chars().count());
    let n = n.filter(|n| *n > most)?;
    Some(say!("{what}有 {n} 字，最多 {most} 字", what, n, most))
}

/// A text without the characters that can't be shown, which are noted.
fn clean(text: &str, place: Place, what: &str, problems: &mut Problems) -> String {
    let codes = unprintable(text);
    if !codes.is_empty() {
        let code = codes.join(tr("、"));
        let what = say!("{what}里有不可显示的字符 {code}", what, code);
        problems.push(place, what, tr("删去该字符；一段文字写成一行"));
    }
    text.chars().filter(|&c| !is_unprintable(c)).collect()
}

/// A text of paragraphs, each on a line, that must not be empty. Empty lines are left out.
pub(crate) fn paragraphs(tree: &Tree, what: &str, problems: &mut Problems) -> String {
    let Value::Scalar(whole) = &tree.value else {
        return text(tree, what, problems);
    };
    refuse_empty(tree, what, problems);
    if let Some(fault) = too_long(whole, what, LONGEST_TEXT) {
        problems.push(tree.place, fault, tr("写得短些"));
        return String::new();
    }
    let lines = whole.lines().map(str::trim).filter(|line| !line.is_empty());
    let lines = lines.map(|line| clean(line, tree.place, what, problems));
    lines.collect::<Vec<String>>().join("\n")
}

/// The characters of a text that can't be shown, each once, in its order.
pub(crate) fn unprintable(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for c in text.chars().filter(|&c| is_unprintable(c)) {
        if !found.contains(&c) {
            found.push(c);
        }
    }
    let codes = found.into_iter().map(|c| format!("U+{:04X}", c as u32));
    codes.collect()
}

/// A scalar that must not be empty.
pub(crate) fn text(tree: &Tree, what: &str, problems: &mut Problems) -> String {
    let text = text_or_empty(tree, what, problems);
    refuse_empty(tree, what, problems);
    text
}

/// A scalar that must neither be empty nor longer than a name may be.
pub(crate) fn name(tree: &Tree, what: &str, problems: &mut Problems) -> String {
    let name = name_or_empty(tree, what, problems);
    refuse_empty(tree, what, problems);
    name
}

fn refuse_empty(tree: &Tree, what: &str, problems: &mut Problems) {
    let is_empty = |text: &str| text.chars().all(|c| c.is_whitespace() || is_unprintable(c));
    if matches!(&tree.value, Value::Scalar(text) if is_empty(text)) {
        problems.push(tree.place, say!("{what}是空的", what), tr("写上文字"));
    }
}

/// A scalar that means something, such as a year: neither a text of any length nor empty. `remedy` says how it is written.
/// `None` where something about it was noted.
fn value(tree: &Tree, what: &str, remedy: &str, problems: &mut Problems) -> Option<String> {
    let fault = match &tree.value {
        Value::Scalar(text) if text.trim().is_empty() => say!("{what}是空的", what),
        Value::Scalar(written) => {
            let is_clean = !written.contains(is_unprintable);
            let text = text_or_empty(tree, what, problems);
            return is_clean.then_some(text);
        }
        other => say!(
            "{what}应为一个值，此处是{shape}",
            what,
            shape = shape(other)
        ),
    };
    problems.push(tree.place, fault, remedy);
    None
}

/// Text of the plan with its `⟦⟧` marks; may be empty.
pub(crate) fn prose_or_empty(tree: &Tree, what: &str, problems: &mut Problems) -> Prose {
    let marked = text_or_empty(tree, what, problems);
    parsed(tree, &marked, problems)
}

/// Faulty marks are noted and left out: the words remain, so that quotes of them are still found.
fn parsed(tree: &Tree, marked: &str, problems: &mut Problems) -> Prose {
    Prose::parse(marked).unwrap_or_else(|fault| {
        let remedy = tr("补字的写法是⟦字⟧，有几种可能时写⟦甲|乙⟧，成对且不嵌套");
        problems.push(tree.place, fault, remedy);
        Prose::plain(&without_marks(marked))
    })
}

/// Text of the plan that must not be empty.
pub(crate) fn prose(tree: &Tree, what: &str, problems: &mut Problems) -> Prose {
    let marked = text(tree, what, problems);
    parsed(tree, &marked, problems)
}

/// A year of four digits.
pub(crate) fn year(tree: &Tree, what: &str, problems: &mut Problems) -> u16 {
    let remedy = tr("写四位数字，如 2025");
    let Some(text) = value(tree, what, remedy, problems) else {
        return 0;
    };
    let is_plain = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    if let (true, Ok(year @ 1900..=2999)) = (is_plain, text.parse()) {
        return year;
    }
    problems.push(
        tree.place,
        say!("{what}“{text}”不是年份", what, text),
        remedy,
    );
    0
}

/// A whole number within bounds; the lower bound where it is none.
pub(crate) fn count(
    tree: &Tree,
    what: &str,
    bounds: RangeInclusive<u16>,
    problems: &mut Problems,
) -> u16 {
    let (min, max) = (*bounds.start(), *bounds.end());
    let remedy = say!("写 {min} 到 {max} 之间的整数", min, max);
    let Some(text) = value(tree, what, &remedy, problems) else {
        return min;
    };
    if let Some(n) = text.parse().ok().filter(|n| bounds.contains(n)) {
        return n;
    }
    problems.push(
        tree.place,
        say!("{what}“{text}”超出范围", what, text),
        remedy,
    );
    min
}

/// A figure in plain decimal notation.
pub(crate) fn number(tree: &Tree, what: &str, problems: &mut Problems) -> Option<Number> {
    let remedy = tr("只写数字和小数点，如 119.5；单位写在 unit");
    let text = value(tree, what, remedy, problems)?;
    let plain = text.strip_prefix('-').unwrap_or(&text);
    let is_plain = plain.starts_with(|c: char| c.is_ascii_digit())
        && plain.chars().all(|c| c.is_ascii_digit() || c == '.');
    let parsed: Option<Number> = if is_plain { text.parse().ok() } else { None };
    if parsed.is_some_and(|number| !number.is_in_bounds()) {
        let what = say!("{what}“{text}”位数过多", what, text);
        problems.push(tree.place, what, tr("整数最多15位，小数最多8位"));
        return None;
    }
    if parsed.is_none() {
        problems.push(tree.place, say!("{what}“{text}”不是数", what, text), remedy);
    }
    parsed
}

/// An address.
pub(crate) fn address(tree: &Tree, what: &str, problems: &mut Problems) -> Option<Address> {
    let remedy = tr("改成一段的地址");
    let text = value(tree, what, remedy, problems)?;
    match text.parse() {
        Ok(address) => Some(address),
        Err(fault) => {
            problems.push(
                tree.place,
                say!("{head}：{text}", head = what, text = fault),
                remedy,
            );
            None
        }
    }
}

/// One word of a list of known ones.
pub(crate) fn one_of<T: Copy>(
    tree: &Tree,
    what: &str,
    words: &[(&'static str, T)],
    problems: &mut Problems,
) -> Option<T> {
    let known: Vec<&str> = words.iter().map(|(known, _)| *known).collect();
    let word = value(tree, what, &listed(&known), problems)?;
    let found = words
        .iter()
        .find(|(known, _)| *known == word)
        .map(|(_, value)| *value);
    if found.is_none() {
        problems.push(
            tree.place,
            say!("{what}没有“{word}”", what, word),
            suggestion(&word, &known),
        );
    }
    found
}
