//! Addresses as they are written (`3.1.2p4`) and as people type and print them (`三、（一）2.第4段`, `３．１．２`).

use std::fmt;
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::super::numbering;
use super::{Address, Item, Part, Within};
use crate::words::{self, Language, say};

/// The parts that have a name, with the word that is written and the word that is read.
const NAMED: [(Part, &str, &str); 4] = [
    (Part::Masthead, "masthead", "公文信息"),
    (Part::Notice, "notice", "通知"),
    (Part::Preface, "preface", "序言"),
    (Part::AttachmentLine, "attachment", "附件"),
];

impl Part {
    /// The Chinese name of a part without numbers.
    pub fn name(self) -> Option<&'static str> {
        let named = NAMED.iter().find(|(part, ..)| *part == self);
        named.map(|(_, _, name)| *name)
    }
}

impl Address {
    /// The place as readers know it: `3.1.2p4`, or in Chinese the name of a part without numbers (`公文信息第1段`).
    pub fn for_readers(self) -> String {
        match (self.part.name(), words::language()) {
            (Some(name), Language::Chinese) => format!("{name}{}", self.below_heading()),
            _ => self.to_string(),
        }
    }

    /// What it names below its heading, in Chinese: `专栏1第4段第2句`; empty for a heading.
    pub fn below_heading(self) -> String {
        let boxed = self.in_box().map(|n| format!("专栏{n}"));
        let item = match self.item {
            Item::None => String::new(),
            Item::Paragraph(n) => format!("第{n}段"),
            Item::Table(n) => format!("表{n}"),
            Item::Picture(n) => format!("图{n}"),
        };
        let within = match self.within {
            Within::Whole => String::new(),
            Within::Sentence(n) => format!("第{n}句"),
            Within::Row(n) => format!("第{n}行"),
            Within::Cell(row, column) => format!("第{row}行第{column}列"),
            Within::Note(n) => format!("注{n}"),
        };
        boxed.unwrap_or_default() + &item + &within
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let levels: Vec<String> = self.levels().iter().map(u16::to_string).collect();
        let levels = levels.join(".");
        let named = NAMED.iter().find(|(part, ..)| *part == self.part);
        match (self.part, named) {
            (Part::Attachment(n), _) if levels.is_empty() => write!(f, "a{n}")?,
            (Part::Attachment(n), _) => write!(f, "a{n}.{levels}")?,
            (_, Some((_, name, _))) if self.is_heading() => f.write_str(name)?,
            (_, Some((_, name, _))) => write!(f, "{name}.")?,
            (_, None) => f.write_str(&levels)?,
        }
        if let Some(n) = self.in_box() {
            write!(f, "b{n}")?;
        }
        match self.item {
            Item::None => {}
            Item::Paragraph(n) => write!(f, "p{n}")?,
            Item::Table(n) => write!(f, "t{n}")?,
            Item::Picture(n) => write!(f, "f{n}")?,
        }
        match self.within {
            Within::Whole => Ok(()),
            Within::Sentence(n) => write!(f, "s{n}"),
            Within::Row(row) => write!(f, "r{row}"),
            Within::Cell(row, column) => write!(f, "r{row}c{column}"),
            Within::Note(n) => write!(f, "p{n}"),
        }
    }
}

/// Why a text is no address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAnAddress(String);

impl NotAnAddress {
    pub(in super::super) fn of(text: &str) -> Self {
        Self(text.trim().to_owned())
    }
}

impl fmt::Display for NotAnAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&say!(
            "“{text}”不是地址；地址写作 3、3.1、3.1.2 或 3.1.2p4（第4段），也可写“三、（一）2.”",
            text = self.0
        ))
    }
}

impl std::error::Error for NotAnAddress {}

impl FromStr for Address {
    type Err = NotAnAddress;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse(text).ok_or_else(|| NotAnAddress::of(text))
    }
}

fn parse(text: &str) -> Option<Address> {
    let folded: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(half_width)
        .collect();
    let mut address = Address::of(Part::Body);
    let mut rest = folded.as_str();
    for (part, written, read) in NAMED {
        let Some(after) = [written, read]
            .iter()
            .find_map(|name| folded.strip_prefix(name))
        else {
            continue;
        };
        // 附件1 is the first attachment, 附件 the line that names them.
        if part != Part::AttachmentLine || !after.starts_with(is_digit) {
            address = Address::of(part);
            rest = after;
        }
    }
    let is_named = address.part != Part::Body;
    for (counts, n) in counts(rest)? {
        address = extended(address, counts, n)?;
    }
    let is_somewhere = is_named || address.part != Part::Body || address.level() > 0;
    is_somewhere.then_some(address)
}

/// What a number in an address counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Counts {
    Heading,
    Attachment,
    Box,
    Paragraph,
    Sentence,
    Table,
    Row,
    Column,
    Picture,
}

/// The address with one more number; `None` where such a number can't stand.
fn extended(address: Address, counts: Counts, n: u16) -> Option<Address> {
    let is_heading = address.is_heading();
    let has_levels = matches!(address.part, Part::Body | Part::Attachment(_));
    let is_whole = address.within == Within::Whole;
    match (counts, address.item) {
        (Counts::Heading, _) if is_heading && has_levels => address.child(n),
        (Counts::Attachment, _) if address == Address::of(Part::Body) => {
            Some(Address::of(Part::Attachment(n)))
        }
        (Counts::Box, _) if is_heading => Some(address.with_box(n)),
        (Counts::Paragraph, Item::None) => Some(address.with_paragraph(n)),
        (Counts::Table, Item::None) => Some(address.with_table(n)),
        (Counts::Picture, Item::None) => Some(address.with_picture(n)),
        (Counts::Sentence, Item::Paragraph(_)) if is_whole => Some(address.with_sentence(n)),
        (Counts::Row, Item::Table(_)) if is_whole => Some(address.with_row(n)),
        (Counts::Paragraph, Item::Table(_)) if is_whole => Some(address.with_note(n)),
        (Counts::Column, Item::Table(_)) => match address.within {
            Within::Row(_) => Some(address.with_column(n)),
            _ => None,
        },
        _ => None,
    }
}

/// The words before a number that tell what it counts.
const BEFORE: [(&str, Counts); 15] = [
    ("附件", Counts::Attachment),
    ("专栏", Counts::Box),
    ("表", Counts::Table),
    ("图", Counts::Picture),
    ("注", Counts::Paragraph),
    ("第", Counts::Paragraph),
    ("#", Counts::Paragraph),
    ("a", Counts::Attachment),
    ("b", Counts::Box),
    ("p", Counts::Paragraph),
    ("s", Counts::Sentence),
    ("t", Counts::Table),
    ("r", Counts::Row),
    ("c", Counts::Column),
    ("f", Counts::Picture),
];

/// The words behind a number that tell what it counts, whatever stands before it.
const BEHIND: [(&str, Counts); 9] = [
    ("段", Counts::Paragraph),
    ("句", Counts::Sentence),
    ("行", Counts::Row),
    ("列", Counts::Column),
    ("篇", Counts::Heading),
    ("部分", Counts::Heading),
    ("章", Counts::Heading),
    ("节", Counts::Heading),
    ("条", Counts::Heading),
];

/// The numbers in an address with what each counts; `None` if anything else stands between them, or a number is 0.
fn counts(text: &str) -> Option<Vec<(Counts, u16)>> {
    let mut found = Vec::new();
    let mut rest = text.trim_matches(is_sign);
    while !rest.is_empty() {
        let mut counted = Counts::Heading;
        if let Some((after, counts)) = strip(rest, &BEFORE) {
            counted = counts;
            rest = after;
        }
        let (n, after) = number(rest, counted)?;
        rest = after;
        if let Some((after, counts)) = strip(rest, &BEHIND) {
            counted = counts;
            rest = after;
        }
        if n == 0 {
            return None;
        }
        found.push((counted, n));
        rest = rest.trim_start_matches(is_sign);
    }
    Some(found)
}

/// The number at the start of a text, and what stands behind it.
fn number(text: &str, counts: Counts) -> Option<(u16, &str)> {
    let first = text.chars().next()?;
    if let Some(n) = numbering::circled_value(first) {
        return Some((n, text.strip_prefix(first)?));
    }
    // Behind the number of an attachment that of a heading may stand at once: 附件1一、
    let is_one_kind = |c: char| counts != Counts::Attachment || c.is_ascii() == first.is_ascii();
    let end = text.find(|c| !is_digit(c) || !is_one_kind(c));
    let (digits, after) = text.split_at(end.unwrap_or(text.len()));
    let n = digits.parse().ok();
    Some((n.or_else(|| numbering::parse_chinese(digits))?, after))
}

/// The text behind one of the words, and what the word says.
fn strip<'a>(text: &'a str, words: &[(&str, Counts)]) -> Option<(&'a str, Counts)> {
    let lower = text.get(..1).map(str::to_ascii_lowercase);
    words.iter().find_map(|(word, counts)| {
        let is_letter = lower.as_deref() == Some(word);
        let after = text
            .strip_prefix(word)
            .or_else(|| is_letter.then(|| text.get(1..)).flatten())?;
        Some((after, *counts))
    })
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || "〇零一二三四五六七八九十百".contains(c)
}

/// A sign that may stand between numbers.
fn is_sign(c: char) -> bool {
    matches!(c, '.' | '、' | '(' | ')' | ',' | '-' | '。')
}

/// The ASCII twin of a full-width form, else the character itself.
pub(in super::super) fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

impl Serialize for Address {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Address {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <String as Deserialize>::deserialize(deserializer)?
            .parse()
            .map_err(D::Error::custom)
    }
}
