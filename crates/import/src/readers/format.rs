//! Detects the format of a file by its content, and by its name if the content is ambiguous.

use super::{Foreign, Kind, Refusal, archive, clean, compound};

/// A supported format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Text,
    Markdown,
    Csv,
    Html,
    Docx,
    Xlsx,
    Xls,
    Pdf,
}

impl Format {
    /// The kind, for messages.
    pub(super) fn kind(self) -> Kind {
        match self {
            Self::Text => Kind::Text,
            Self::Markdown => Kind::Markdown,
            Self::Csv => Kind::Csv,
            Self::Html => Kind::Html,
            Self::Docx => Kind::Docx,
            Self::Xlsx => Kind::Xlsx,
            Self::Pdf => Kind::Pdf,
            Self::Xls => Kind::Xls,
        }
    }
}

/// How an HTML page or fragment begins.
const PAGE: [&str; 14] = [
    "!doctype", "html", "head", "body", "meta", "title", "div", "p", "table", "span", "section",
    "article", "h1", "center",
];

/// Detects the format of a file.
pub(super) fn detect(name: &str, bytes: &[u8]) -> Result<Format, Refusal> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Refusal::Empty(by_name(name).kind()));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return packed(name, bytes);
    }
    if bytes.starts_with(compound::MARK) {
        return compound::check(name, bytes).map(|()| Format::Xls);
    }
    // The PDF header may be preceded by other bytes.
    if bytes
        .get(..bytes.len().min(1024))
        .unwrap_or_default()
        .windows(5)
        .any(|window| window == b"%PDF-")
    {
        return Ok(Format::Pdf);
    }
    if let Some(foreign) = foreign(bytes) {
        return Err(Refusal::Foreign(foreign));
    }
    text(name, bytes)
}

/// The format of a ZIP package.
fn packed(name: &str, bytes: &[u8]) -> Result<Format, Refusal> {
    match archive::kind(name, bytes)? {
        Kind::Xlsx => Ok(Format::Xlsx),
        _ => Ok(Format::Docx),
    }
}

/// The unsupported kind that the first bytes show.
fn foreign(bytes: &[u8]) -> Option<Foreign> {
    let marks: [(&[u8], Foreign); 12] = [
        (b"{\\rtf", Foreign::RichText),
        (b"MIME-Version:", Foreign::WebArchive),
        (b"\x89PNG", Foreign::Image),
        (b"\xff\xd8\xff", Foreign::Image),
        (b"GIF8", Foreign::Image),
        (b"II*\0", Foreign::Image),
        (b"MM\0*", Foreign::Image),
        (b"Rar!", Foreign::Archive),
        (b"7z\xbc\xaf", Foreign::Archive),
        (b"\x1f\x8b", Foreign::Archive),
        (b"\x09\x08\x08\0\0\x05\0\0", Foreign::OldExcel),
        (b"\xdb\xa5\x2d\0", Foreign::OldWord),
    ];
    marks
        .into_iter()
        .find(|(mark, _)| bytes.starts_with(mark))
        .map(|(_, foreign)| foreign)
}

/// The format of a text file. One with so many control characters that it is none is refused: where its name says that it
/// is a text, with the place of the first.
fn text(name: &str, bytes: &[u8]) -> Result<Format, Refusal> {
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    let text = crate::encoding::decode(head);
    let signs = text.chars().count();
    let strays = text.chars().filter(|sign| clean::is_stray(*sign)).count();
    let named = by_ending(name);
    // A text that a terminal has written has some for its colours.
    let most = if named.is_some() {
        signs / 5
    } else {
        signs / 50
    };
    if strays > most || (strays > 0 && text.contains('\0')) {
        let place = named.and_then(|_| first_stray(&text));
        return Err(place.unwrap_or(Refusal::Foreign(Foreign::Unknown)));
    }
    Ok(if is_page(&text) {
        Format::Html
    } else {
        named.unwrap_or(Format::Text)
    })
}

/// The refusal that names the first control character of a text.
fn first_stray(text: &str) -> Option<Refusal> {
    let (before, sign) = text
        .char_indices()
        .find(|(_, sign)| clean::is_stray(*sign))
        .map(|(at, sign)| (text.get(..at).unwrap_or_default(), sign))?;
    let last = before.rsplit('\n').next().unwrap_or_default();
    Some(Refusal::Control {
        line: before.matches('\n').count() + 1,
        column: last.chars().count() + 1,
        sign: clean::code(sign),
    })
}

/// Whether a text begins like HTML: with a doctype or element, perhaps after comments.
fn is_page(text: &str) -> bool {
    let mut rest = text.trim_start_matches(|sign: char| sign.is_whitespace() || sign == '\u{feff}');
    while let Some(end) = [("<!--", "-->"), ("<?", ">")]
        .iter()
        .find_map(|(start, end)| rest.starts_with(start).then_some(end))
    {
        let Some((_, after)) = rest.split_once(end) else {
            return false;
        };
        rest = after.trim_start();
    }
    let Some(tag) = rest.strip_prefix('<') else {
        return false;
    };
    let name: String = tag
        .chars()
        .take_while(|sign| sign.is_ascii_alphanumeric() || *sign == '!')
        .collect();
    PAGE.contains(&name.to_ascii_lowercase().as_str())
}

/// The format of a text by its file name, plain text for a name that tells nothing.
fn by_name(name: &str) -> Format {
    by_ending(name).unwrap_or(Format::Text)
}

/// The format of a text that the ending of its name tells.
fn by_ending(name: &str) -> Option<Format> {
    let (_, ending) = name.rsplit_once('.')?;
    match ending.to_ascii_lowercase().as_str() {
        "txt" | "text" => Some(Format::Text),
        "md" | "markdown" => Some(Format::Markdown),
        "html" | "htm" | "shtml" | "xhtml" | "jsp" | "jhtml" | "aspx" | "php" => Some(Format::Html),
        "csv" | "tsv" => Some(Format::Csv),
        _ => None,
    }
}
