//! A document as a reader found it: blocks in reading order, each with its place and its look, nothing interpreted yet.

/// A document as read from a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// What stands in the document, in reading order.
    pub blocks: Vec<Block>,
    /// What the file says about the document apart from its text: names as printed there (`索引号`, `发布日期`, `title`) and
    /// their values.
    pub particulars: Vec<Particular>,
    /// What was left out while reading (menus, running heads, page numbers), with the reason.
    pub omitted: Vec<Omitted>,
    /// Files that the document links to as its annexes.
    pub links: Vec<Link>,
}

/// A piece of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A line or paragraph of text, as the file breaks it.
    Line(Line),
    /// A table that the file marks as one.
    Table(Table),
    /// A picture, which can't be read.
    Picture(Picture),
    /// The end of a page, in files that have pages.
    PageEnd,
}

/// A line of text. Whether it is a whole paragraph is for the grammar to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its text, without line ends; blanks as in the file.
    pub text: String,
    /// Where it stands.
    pub place: Place,
    /// How it looks.
    pub look: Look,
}

/// Where a piece stands in its file, from 1: the line of a text, the paragraph of a Word file, the row of a table, the
/// line of the source of a web page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The line, paragraph or row.
    pub line: usize,
    /// The page, in files that have pages.
    pub page: Option<usize>,
}

/// How a line looks; what the file does not say is `None` or `false`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// The level of a heading by the style of the file (`h1` to `h6`, Word outline levels), from 1.
    pub heading: Option<u8>,
    /// The whole line is bold.
    pub bold: bool,
    /// Set in the middle of the line.
    pub centred: bool,
    /// Blanks or indents before the first character, in widths of a Han character times two.
    pub indent: u16,
    /// A number that the program of the file prints before the text but which does not stand in it (Word's lists).
    pub number: Option<String>,
    /// Size of the characters in half points, where the file says it.
    pub size: Option<u16>,
    /// The typeface of the line, where the file says it: 黑体 and 楷体 mark headings in official papers.
    pub face: Option<String>,
    /// Whether the file marks this line as a paragraph of its own. A hard-wrapped line of a PDF or text is not.
    pub paragraph: bool,
}

/// A table with its cells spread: a merged cell stands in its first place, the others name it as their origin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The caption, if the file marks one.
    pub caption: Option<String>,
    /// The name of the sheet, in a spreadsheet.
    pub sheet: Option<String>,
    /// The rows; all have the same number of cells.
    pub rows: Vec<Vec<Cell>>,
    /// Rows at the top that the file marks as heads.
    pub heads: usize,
    /// Where it begins.
    pub place: Place,
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its text as printed: a figure with the digits that a reader sees, line breaks as `\n`.
    pub text: String,
    /// How many rows and columns it spans; `(1, 1)` for a plain cell, `(0, 0)` for a place covered by a merged cell.
    pub span: (u16, u16),
    /// Where it stands.
    pub place: Place,
}

/// A place where a picture stood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// Its caption or alternative text, if there is one.
    pub caption: Option<String>,
    /// Where it stands.
    pub place: Place,
}

/// A fact that the file tells about the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Particular {
    /// What it is, as printed.
    pub name: String,
    /// What it says, as printed.
    pub value: String,
}

/// Text that does not belong to the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Omitted {
    /// Where it stood.
    pub place: Place,
    /// The text.
    pub text: String,
    /// Why it was left out.
    pub reason: Reason,
}

/// Why text was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Menus, buttons, headers and footers of a web site.
    Chrome,
    /// A line that stands at the head or foot of every page.
    RunningHead,
    /// The number of a page.
    PageNumber,
    /// A list of contents, which repeats the headings.
    Contents,
    /// A table of particulars (索引号、发文字号 and their like), kept as such.
    Particulars,
    /// Deleted by its author with changes tracked.
    Deleted,
    /// Hidden by its author.
    Hidden,
}

/// A file that a document links to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The words of the link.
    pub text: String,
    /// Where it leads.
    pub target: String,
}
