//! A document as read from a file: blocks in reading order with place and look, not yet interpreted.

/// A document as read from a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The content, in reading order.
    pub blocks: Vec<Block>,
    /// Metadata of the file: names as printed there (`索引号`, `发布日期`, `title`) with their values.
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

/// A line of text. The grammar decides whether it is a whole paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its text, without line ends; blanks are kept.
    pub text: String,
    /// Where it stands.
    pub place: Place,
    /// How it looks.
    pub look: Look,
}

/// A place in the file, counted from 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The line of a text or of a page's HTML, the paragraph of a Word file, or the row of a sheet.
    pub line: usize,
    /// The page, in files that have pages.
    pub page: Option<usize>,
}

/// The formatting of a line; `None` or `false` if the file does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// The heading level in the file's markup (`h1` to `h6`, Word outline levels), from 1.
    pub heading: Option<u8>,
    /// The whole line is bold.
    pub bold: bool,
    /// Centred.
    pub centred: bool,
    /// Blanks or indent before the first character, in halves of a Han character.
    pub indent: u16,
    /// An automatic number that is not in the text (Word's lists).
    pub number: Option<String>,
    /// Font size in half points.
    pub size: Option<u16>,
    /// The typeface: 黑体 and 楷体 mark headings in official documents.
    pub face: Option<String>,
    /// How far the line ends before the right margin, in halves of a Han character, in files that set lines in places.
    pub room: Option<u16>,
    /// Whether the file marks this line as a paragraph of its own. A hard-wrapped line of a PDF or text is not.
    pub paragraph: bool,
}

/// A table. A merged cell is in its first place; the other places that it covers have the span `(0, 0)`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The caption, if the file marks one.
    pub caption: Option<String>,
    /// The name of the sheet, in a spreadsheet.
    pub sheet: Option<String>,
    /// The rows; all have the same number of cells.
    pub rows: Vec<Vec<Cell>>,
    /// The number of head rows at the top, as marked in the file.
    pub heads: usize,
    /// Where it begins.
    pub place: Place,
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its text as printed: figures with the displayed digits, line breaks as `\n`.
    pub text: String,
    /// The rows and columns that it spans: `(1, 1)` for a plain cell, `(0, 0)` for a place covered by a merged cell.
    pub span: (u16, u16),
    /// Where it stands.
    pub place: Place,
}

/// A picture, of which only the place is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// Its caption or alternative text.
    pub caption: Option<String>,
    /// Where it stands.
    pub place: Place,
}

/// A piece of metadata.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Particular {
    /// Its name, as printed.
    pub name: String,
    /// Its value, as printed.
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
    /// A running head or foot.
    RunningHead,
    /// A page number.
    PageNumber,
    /// A table of contents.
    Contents,
    /// A table of metadata (索引号、发文字号 and the like), kept as [`Source::particulars`].
    Particulars,
    /// Deleted with tracked changes.
    Deleted,
    /// Hidden text.
    Hidden,
    /// Control characters, named by their numbers.
    Control,
}

impl Reason {
    /// The reason as text.
    pub fn label(self) -> &'static str {
        match self {
            Self::Chrome => "网站的菜单、按钮、页眉页脚",
            Self::RunningHead => "页眉或页脚",
            Self::PageNumber => "页码",
            Self::Contents => "目录",
            Self::Particulars => "公文信息",
            Self::Deleted => "修订中删去的文字",
            Self::Hidden => "隐藏文字",
            Self::Control => "控制字符，不是文字",
        }
    }
}

/// A file that a document links to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The text of the link.
    pub text: String,
    /// Its URL or path.
    pub target: String,
}
