//! Why a file was not read, as data; the program makes the message.

use std::fmt;

/// A kind of file that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// CSV or TSV.
    Csv,
    /// A web page.
    Html,
    /// A Word file (`.docx`).
    Docx,
    /// An Excel file (`.xlsx`).
    Xlsx,
    /// An Excel file of before 2007 (`.xls`).
    Xls,
    /// A PDF.
    Pdf,
}

/// A known kind of file that is not supported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// A Word or WPS file of before 2007 (`.doc`, `.wps`): office programs save it as `.docx`.
    OldWord,
    /// A sheet of before Excel 97 (`.xls` without BIFF8): office programs save it as `.xlsx`.
    OldExcel,
    /// OFD, the Chinese fixed-layout format.
    Ofd,
    /// Rich text (`.rtf`).
    RichText,
    /// `OpenDocument` (`.odt`, `.ods`).
    OpenDocument,
    /// Slides.
    Slides,
    /// A web page with its pictures in one file (`.mht`).
    WebArchive,
    /// A picture, perhaps of a page.
    Image,
    /// An archive (`.zip`, `.rar`, `.7z`) that holds other files.
    Archive,
    /// None that is known.
    Unknown,
}

/// A limit that a file exceeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excess {
    /// Bytes of the file.
    Bytes,
    /// Bytes of its parts when unpacked.
    Unpacked,
    /// Nesting depth.
    Nesting,
    /// Elements, characters on a page, or records.
    Pieces,
    /// Bytes of one line.
    Line,
    /// Cells of tables.
    Cells,
    /// Pages.
    Pages,
    /// Seconds that reading it takes.
    Seconds,
}

/// Why a file was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A scanned PDF without text.
    Scan {
        /// The number of pages.
        pages: usize,
    },
    /// A PDF whose fonts do not map glyphs to characters on most pages.
    Unmapped {
        /// The number of pages.
        pages: usize,
    },
    /// It needs a password.
    Encrypted(Kind),
    /// An unsupported kind.
    Foreign(Foreign),
    /// A kind that this build does not include.
    NotBuilt(Kind),
    /// It is damaged.
    Broken {
        /// What it seems to be.
        kind: Kind,
        /// The parser's message, for logs.
        detail: String,
    },
    /// It exceeds a limit.
    TooLarge {
        /// The limit that it exceeds.
        excess: Excess,
        /// The value of the limit.
        limit: u64,
    },
    /// A text with control characters as only programs write them; the first one.
    Control {
        /// Its line, from 1.
        line: usize,
        /// Its character on that line, from 1.
        column: usize,
        /// Its number, `U+001B`.
        sign: String,
    },
    /// It has no text.
    Empty(Kind),
}

impl Refusal {
    /// A damaged file of this kind.
    pub(crate) fn broken(kind: Kind, detail: impl fmt::Display) -> Self {
        Self::Broken {
            kind,
            detail: detail.to_string(),
        }
    }

    /// A file that exceeds a limit.
    pub(crate) fn too_large(excess: Excess, limit: usize) -> Self {
        Self::TooLarge {
            excess,
            limit: limit as u64,
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Scan { pages } => write!(
                out,
                "a scan of {pages} pages without text: recognise its text first"
            ),
            Self::Unmapped { pages } => {
                write!(
                    out,
                    "{pages} pages in fonts that do not say which characters they draw: save it anew, or find another copy"
                )
            }
            Self::Encrypted(kind) => write!(out, "{kind} with a password: save it without one"),
            Self::Foreign(foreign) => foreign.fmt(out),
            Self::NotBuilt(kind) => {
                write!(out, "{kind}: this build of the program does not read it")
            }
            Self::Broken { kind, detail } => write!(out, "damaged {kind}: {detail}"),
            Self::TooLarge { excess, limit } => write!(out, "too many {excess}: at most {limit}"),
            Self::Control { line, column, sign } => {
                write!(
                    out,
                    "control characters, the first one {sign} on line {line}, character {column}"
                )
            }
            Self::Empty(kind) => write!(out, "{kind} without text"),
        }
    }
}

impl std::error::Error for Refusal {}

impl fmt::Display for Kind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Text => "text file",
            Self::Markdown => "Markdown file",
            Self::Csv => "CSV table",
            Self::Html => "web page",
            Self::Docx => "Word file (.docx)",
            Self::Xlsx => "Excel file (.xlsx)",
            Self::Xls => "Excel file (.xls)",
            Self::Pdf => "PDF",
        })
    }
}

impl fmt::Display for Foreign {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::OldWord => "a Word file of before 2007 (.doc): save it as .docx",
            Self::OldExcel => "an Excel file of before 1997: save it as .xlsx",
            Self::Ofd => "an OFD: save it as PDF or copy its text",
            Self::RichText => "a rich text file (.rtf): save it as .docx",
            Self::OpenDocument => "an OpenDocument file: save it as .docx or .xlsx",
            Self::Slides => "slides: copy their text",
            Self::WebArchive => "a web archive (.mht): save the page as .html",
            Self::Image => "a picture: recognise its text first",
            Self::Archive => "an archive: unpack it and read the files in it",
            Self::Unknown => "not a kind of file that is known",
        })
    }
}

impl fmt::Display for Excess {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Bytes => "bytes",
            Self::Unpacked => "bytes when unpacked",
            Self::Nesting => "elements within elements",
            Self::Pieces => "pieces",
            Self::Line => "bytes of one line",
            Self::Cells => "cells",
            Self::Pages => "pages",
            Self::Seconds => "seconds of reading",
        })
    }
}
