//! Which format a file has: by its content, and by its name where the content leaves it open.

use super::{Foreign, Kind, Refusal};

/// A format with a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Text,
    Markdown,
    Csv,
}

impl Format {
    /// The kind, for words about it.
    pub(super) fn kind(self) -> Kind {
        match self {
            Self::Text => Kind::Text,
            Self::Markdown => Kind::Markdown,
            Self::Csv => Kind::Csv,
        }
    }
}

/// Tells the format of a file.
pub(super) fn tell(name: &str, bytes: &[u8]) -> Result<Format, Refusal> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Refusal::Empty(by_name(name).kind()));
    }
    if let Some(foreign) = foreign(bytes) {
        return Err(Refusal::Foreign(foreign));
    }
    text(name, bytes)
}

/// What its first bytes say, for kinds that are not read.
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

/// The format of what is text, or else unknown.
fn text(name: &str, bytes: &[u8]) -> Result<Format, Refusal> {
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    let text = crate::encoding::decode(head);
    let (signs, controls) = text
        .chars()
        .fold((0_usize, 0_usize), |(signs, controls), sign| {
            (
                signs + 1,
                controls
                    + usize::from(
                        sign.is_control() && !matches!(sign, '\t' | '\n' | '\r' | '\x0b' | '\x0c'),
                    ),
            )
        });
    if controls * 50 > signs {
        return Err(Refusal::Foreign(Foreign::Unknown));
    }
    Ok(by_name(name))
}

/// The format of a text of this name.
fn by_name(name: &str) -> Format {
    let extension = name
        .rsplit_once('.')
        .map(|(_, extension)| extension.to_ascii_lowercase());
    match extension.as_deref() {
        Some("md" | "markdown") => Format::Markdown,
        Some("csv" | "tsv") => Format::Csv,
        _ => Format::Text,
    }
}
