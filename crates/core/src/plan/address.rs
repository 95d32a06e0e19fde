//! Addresses: where a text stands in the plan.
//!
//! Written `3.1.2p4` (chapter 3, section 1, subsection 2, paragraph 4), `notice.p1`, `preface.p1`,
//! `masthead.p2` or `attachment`; read also as people type and print them: `三、（一）2.`, `３．１．２`.
//! The derived order of addresses is the reading order of the document.

use std::fmt::{self, Write as _};
use std::str::FromStr;

use borsh::{BorshDeserialize as Unpack, BorshSerialize as Pack};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::numbering;
use crate::words::{self, Language, say};

/// The great parts of a document, in reading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Pack, Unpack)]
pub enum Part {
    /// The table of particulars above the notice (公文信息).
    Masthead,
    /// The notice by which the plan was issued (通知).
    Notice,
    /// The plan's title and preamble (序言).
    Preface,
    /// A chapter (章), counted from 1.
    Chapter(u16),
    /// The line that names the attachment (附件).
    Attachment,
}

/// The place of a heading or a paragraph. A level that is 0 is not there: `3.1` has no subsection and no paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Pack, Unpack)]
pub struct Address {
    /// The part of the document.
    pub part: Part,
    /// The section (节) in the chapter, from 1.
    pub section: u16,
    /// The subsection in the section, from 1.
    pub subsection: u16,
    /// The paragraph in the innermost of these, from 1; 0 for the heading itself.
    pub paragraph: u16,
}

impl Address {
    /// The heading of a part.
    pub fn of(part: Part) -> Self {
        Self {
            part,
            section: 0,
            subsection: 0,
            paragraph: 0,
        }
    }

    /// The heading of a section of the part.
    #[must_use]
    pub fn with_section(self, section: u16) -> Self {
        Self { section, ..self }
    }

    /// The heading of a subsection of the section.
    #[must_use]
    pub fn with_subsection(self, subsection: u16) -> Self {
        Self { subsection, ..self }
    }

    /// A paragraph below the heading.
    #[must_use]
    pub fn with_paragraph(self, paragraph: u16) -> Self {
        Self { paragraph, ..self }
    }

    /// The heading that this place stands under; a heading stands under itself.
    #[must_use]
    pub fn heading(self) -> Self {
        self.with_paragraph(0)
    }

    /// The place as readers know it: the number of its chapter, section and paragraph (`3.1.2p4`), or the name of a part
    /// without numbers (`公文信息第1段`; in English as it is typed, `masthead.p1`).
    pub fn for_readers(self) -> String {
        match (self.part, words::language()) {
            (Part::Chapter(_), _) | (_, Language::English) => self.to_string(),
            (_, Language::Chinese) => self.in_chinese(),
        }
    }

    /// Whether the other place is this one or stands under it.
    pub fn holds(self, other: Self) -> bool {
        let is_met = |own, other| own == 0 || own == other;
        let is_under = self.part == other.part
            && is_met(self.section, other.section)
            && is_met(self.subsection, other.subsection);
        // Under a paragraph there is nothing.
        self == other || (self.paragraph == 0 && is_under)
    }

    /// The place as the plan numbers it: `三、（一）2.第4段`.
    pub fn in_chinese(self) -> String {
        let mut out = match self.part {
            Part::Masthead => "公文信息".to_owned(),
            Part::Notice => "通知".to_owned(),
            Part::Preface => "序言".to_owned(),
            Part::Chapter(n) => numbering::chapter(n),
            Part::Attachment => "附件".to_owned(),
        };
        if self.section > 0 {
            out.push_str(&numbering::section(self.section));
        }
        if self.subsection > 0 {
            out.push_str(&numbering::subsection(self.subsection));
        }
        if self.paragraph > 0 {
            let _ = write!(out, "第{}段", self.paragraph);
        }
        out
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named = match self.part {
            Part::Masthead => Some("masthead"),
            Part::Notice => Some("notice"),
            Part::Preface => Some("preface"),
            Part::Attachment => Some("attachment"),
            Part::Chapter(_) => None,
        };
        match (self.part, named) {
            (_, Some(name)) => {
                f.write_str(name)?;
                if self.paragraph > 0 {
                    write!(f, ".p{}", self.paragraph)?;
                }
                return Ok(());
            }
            (Part::Chapter(n), None) => write!(f, "{n}")?,
            _ => {}
        }
        for level in [self.section, self.subsection] {
            if level > 0 {
                write!(f, ".{level}")?;
            }
        }
        if self.paragraph > 0 {
            write!(f, "p{}", self.paragraph)?;
        }
        Ok(())
    }
}

/// Why a text is no address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAnAddress(String);

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
        parse(text).ok_or_else(|| NotAnAddress(text.trim().to_owned()))
    }
}

fn parse(text: &str) -> Option<Address> {
    let folded: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(half_width)
        .collect();
    let names = [
        ("masthead", Part::Masthead),
        ("公文信息", Part::Masthead),
        ("notice", Part::Notice),
        ("通知", Part::Notice),
        ("preface", Part::Preface),
        ("序言", Part::Preface),
        ("attachment", Part::Attachment),
        ("附件", Part::Attachment),
    ];
    for (name, part) in names {
        if let Some(rest) = folded.strip_prefix(name) {
            let paragraph = match numbers(rest)?.as_slice() {
                [] => 0,
                [(true, n)] => *n,
                _ => return None,
            };
            return Some(Address::of(part).with_paragraph(paragraph));
        }
    }
    let found = numbers(&folded)?;
    let (paragraph, levels) = match found.as_slice() {
        [levels @ .., (true, n)] => (*n, levels),
        levels => (0, levels),
    };
    if levels.iter().any(|(is_paragraph, _)| *is_paragraph) {
        return None;
    }
    let chapter = |n: &(bool, u16)| Address::of(Part::Chapter(n.1));
    let heading = match levels {
        [c] => chapter(c),
        [c, s] => chapter(c).with_section(s.1),
        [c, s, u] => chapter(c).with_section(s.1).with_subsection(u.1),
        _ => return None,
    };
    Some(heading.with_paragraph(paragraph))
}

/// The numbers in an address, each with whether it counts paragraphs; `None` if anything else stands between them.
fn numbers(text: &str) -> Option<Vec<(bool, u16)>> {
    let mut found = Vec::new();
    let mut digits = String::new();
    let mut paragraph = false;
    for c in text.chars().chain(Some('.')) {
        match c {
            '0'..='9'
            | '〇'
            | '一'
            | '二'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十' => digits.push(c),
            '.' | '、' | '(' | ')' | ',' | '-' | '段' | 'p' | 'P' | '#' | '第' | '。' => {
                if !digits.is_empty() {
                    let n = digits
                        .parse()
                        .ok()
                        .or_else(|| numbering::parse_chinese(&digits))?;
                    if n == 0 {
                        return None;
                    }
                    found.push((paragraph, n));
                    digits.clear();
                    paragraph = false;
                }
                paragraph |= matches!(c, 'p' | 'P' | '#' | '第');
            }
            _ => return None,
        }
    }
    Some(found)
}

/// The ASCII twin of a full-width form, else the character itself.
fn half_width(c: char) -> char {
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
