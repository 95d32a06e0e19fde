//! A document as a tree of what it consists of: its title, the notice it came with, headings and blocks, annexes.
//!
//! The body is one list in reading order; the depth of its headings makes the tree. Every part knows where it stands, and
//! what it prints together is all that the source prints, apart from what is listed as left out (`coverage`).

use crate::marker::Marker;
use crate::source::{Omitted, Picture, Place, Reason, Table};

/// One document of a file.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// Its title; `None` where the file prints none that could be recognised.
    pub title: Option<Title>,
    /// What it says about itself.
    pub particulars: Particulars,
    /// What stands before it in the file: the notice that publishes it, lines of a data base or a web page.
    pub notice: Vec<Part>,
    /// The document itself.
    pub body: Vec<Part>,
    /// Its annexes, in their order.
    pub annexes: Vec<Annex>,
}

/// The title of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// Its words on one line.
    pub text: String,
    /// The lines in which it is printed at the head of the document; none where only a notice names it.
    pub lines: Vec<Part>,
}

/// What a document says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Particulars {
    /// 发文字号, as printed.
    pub number: Option<String>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// The day of issue as printed.
    pub date: Option<String>,
    /// The region, by its title or issuer.
    pub region: Option<String>,
    /// The first and last year of its term.
    pub term: Option<Term>,
    /// The year that it looks ahead to beyond its term.
    pub vision: Option<u16>,
}

/// The years that a plan covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// The first year.
    pub start: u16,
    /// The last year.
    pub end: u16,
    /// How this is known.
    pub by: TermBy,
}

/// How the term of a plan is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermBy {
    /// The title prints both years.
    Years,
    /// The title names a five-year plan (“十五五”).
    FiveYears,
    /// The title names one year.
    Year,
    /// The title prints only the last year (健康中国2030); the first is the year of issue.
    LastYear,
}

/// An annex.
#[derive(Clone, Debug, Default)]
pub struct Annex {
    /// What it is called (附件1), as printed.
    pub label: String,
    /// What it consists of, its label and title included.
    pub parts: Vec<Part>,
}

/// A part of a document, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its place in reading order: the number of the first piece of the source that it was made of.
    pub order: usize,
    /// Where it begins in the file.
    pub place: Place,
    /// What it is.
    pub content: Content,
}

/// What a part of a document is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A heading.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Table(Grid),
    /// A box (专栏).
    Box(Panel),
    /// A place where a picture stood.
    Picture(Picture),
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its number as printed; `None` for 序言, 附则 and other headings without one.
    pub marker: Option<Marker>,
    /// Whether the number stands in the text, or is one that Word counts.
    pub number: NumberBy,
    /// Its words, without number and closing stop.
    pub title: String,
    /// The stop or colon behind it, empty if there is none.
    pub close: String,
    /// The rank of its style of number in this document, from 1; 0 for what stands before all numbered parts (序言).
    pub depth: u8,
    /// Whether its paragraph goes on on the same line.
    pub run_in: bool,
    /// Why it was taken for a heading.
    pub why: Why,
}

/// Who prints the number of a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberBy {
    /// It stands in the text.
    Text,
    /// The program of the file counts it.
    Program,
}

/// Why a line was taken for a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It has the first number of a new level.
    First,
    /// It has the next number of a level that is open.
    Next,
    /// Its numbers go on from the part before.
    GoesOn,
    /// It repeats the number before it.
    Repeats,
    /// At least one number is missing before it.
    Skips,
    /// It begins a count anew where the old one was not closed.
    Restarts,
    /// It is one of the parts that have no number (序言, 总则, 附则).
    Named,
    /// The file marks it as a heading.
    Marked,
    /// A sentence alone on its line, as the document does throughout.
    Lead,
}

impl Why {
    /// Whether a person should look at it.
    pub fn is_doubtful(self) -> bool {
        matches!(self, Self::Repeats | Self::Skips | Self::Restarts)
    }

    /// The reason in words.
    pub fn label(self) -> &'static str {
        match self {
            Self::First => "新一级的第一个编号",
            Self::Next => "本级的下一个编号",
            Self::GoesOn => "编号接续上一部分",
            Self::Repeats => "编号与前一个重复",
            Self::Skips => "编号不连续，前面有缺号",
            Self::Restarts => "编号在未结束的一级中重新开始",
            Self::Named => "不编号的部分（序言、总则、附则等）",
            Self::Marked => "文件标明的标题样式",
            Self::Lead => "单独成行的小标题",
        }
    }
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// Its text on one line.
    pub text: String,
    /// Bytes at which something was left out between two lines (a page number, a running head), so that the words on
    /// both sides do not stand together in the file.
    pub cuts: Vec<usize>,
    /// What it is beside a paragraph.
    pub role: Role,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// Nothing special.
    #[default]
    Text,
    /// A principle; the byte where its name ends.
    Principle(usize),
}

/// A table, with how it was recognised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// The table.
    pub table: Table,
    /// How its cells are told apart in the file.
    pub made_of: MadeOf,
}

/// How the cells of a table are told apart in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MadeOf {
    /// The file marks them.
    Marks,
    /// One cell on each line.
    CellLines,
    /// Columns of blanks.
    Columns,
}

/// A box (专栏).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panel {
    /// Its number as printed, with its word: 专栏3.
    pub label: String,
    /// Its title; empty if it has none.
    pub title: String,
    /// What it consists of, the lines of its label and title not included.
    pub parts: Vec<Part>,
}

/// What was left out, with its place in reading order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Omission {
    /// The number of the piece of the source.
    pub order: usize,
    /// What it was, and why.
    pub omitted: Omitted,
}

impl Omission {
    pub(crate) fn new(order: usize, place: Place, text: &str, reason: Reason) -> Self {
        Self {
            order,
            omitted: Omitted {
                place,
                text: text.trim_matches(crate::text::is_blank).to_owned(),
                reason,
            },
        }
    }
}

impl Part {
    /// The heading, if it is one.
    pub fn heading(&self) -> Option<&Heading> {
        match &self.content {
            Content::Heading(heading) => Some(heading),
            _ => None,
        }
    }

    /// The paragraph, if it is one.
    pub fn paragraph(&self) -> Option<&Paragraph> {
        match &self.content {
            Content::Paragraph(paragraph) => Some(paragraph),
            _ => None,
        }
    }

    /// All that it prints, lines apart by line feeds; numbers that the program of the file counts are not part of it.
    pub fn print(&self, out: &mut String) {
        match &self.content {
            Content::Heading(heading) => heading.print(out),
            Content::Paragraph(paragraph) => out.push_str(&paragraph.text),
            Content::Table(grid) => print_table(&grid.table, out),
            Content::Picture(picture) => {
                out.push_str(picture.caption.as_deref().unwrap_or_default());
            }
            Content::Box(panel) => {
                out.push_str(&panel.label);
                out.push_str(&panel.title);
                for part in &panel.parts {
                    out.push('\n');
                    part.print(out);
                }
            }
        }
    }
}

impl Heading {
    fn print(&self, out: &mut String) {
        if let Some(marker) = self
            .marker
            .as_ref()
            .filter(|_| self.number == NumberBy::Text)
        {
            out.push_str(&marker.printed);
            // A number that ends with a word or digit needs a blank before the title: 第一章 总则, 1.1 目的.
            if marker.printed.ends_with(|c: char| c.is_alphanumeric()) {
                out.push(' ');
            }
        }
        out.push_str(&self.title);
        out.push_str(&self.close);
    }
}

fn print_table(table: &Table, out: &mut String) {
    out.push_str(table.caption.as_deref().unwrap_or_default());
    for row in &table.rows {
        out.push('\n');
        for cell in row.iter().filter(|c| c.span != (0, 0)) {
            out.push_str(&cell.text);
            out.push('\t');
        }
    }
}

impl Document {
    /// All its parts: what stands before it, its title, its body and its annexes.
    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        let title = self.title.iter().flat_map(|t| &t.lines);
        let annexes = self.annexes.iter().flat_map(|a| &a.parts);
        self.notice
            .iter()
            .chain(title)
            .chain(&self.body)
            .chain(annexes)
    }

    /// The place in reading order where it begins.
    pub fn begins(&self) -> usize {
        self.parts().map(|p| p.order).min().unwrap_or(0)
    }
}
