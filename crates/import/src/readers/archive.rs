//! ZIP packages (Word, Excel), unpacked within limits.

use std::io::{Cursor, Read};

use zip::{ZipArchive, result::ZipError};

use super::{Excess, Foreign, Kind, Refusal, limits, xml};

/// An open package.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    kind: Kind,
    unpacked: usize,
}

impl<'a> Archive<'a> {
    /// Opens the package of a document of this kind.
    pub(super) fn open(bytes: &'a [u8], kind: Kind) -> Result<Self, Refusal> {
        let zip =
            ZipArchive::new(Cursor::new(bytes)).map_err(|fault| Refusal::broken(kind, fault))?;
        Ok(Self {
            zip,
            kind,
            unpacked: 0,
        })
    }

    /// The names of its parts.
    pub(super) fn names(&self) -> Vec<String> {
        self.zip.file_names().map(str::to_owned).collect()
    }

    /// The XML of a part; `None` if there is no such part.
    pub(super) fn xml(&mut self, name: &str) -> Result<Option<xml::Element>, Refusal> {
        let Some(bytes) = self.part(name)? else {
            return Ok(None);
        };
        xml::parse(&crate::encoding::decode(&bytes), self.kind).map(Some)
    }

    /// The bytes of a part; `None` if there is no such part.
    fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let name = name.trim_start_matches('/');
        let Some(index) = self.index(name) else {
            return Ok(None);
        };
        let part = match self.zip.by_index(index) {
            Ok(part) => part,
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err(Refusal::Encrypted(self.kind));
            }
            Err(fault) => return Err(Refusal::broken(self.kind, fault)),
        };
        let limit = limits::PART.min(limits::UNPACKED.saturating_sub(self.unpacked));
        let mut bytes = Vec::new();
        let read = part.take(limit as u64 + 1).read_to_end(&mut bytes);
        read.map_err(|fault| Refusal::broken(self.kind, format!("{name}: {fault}")))?;
        if bytes.len() > limit {
            return Err(Refusal::too_large(Excess::Unpacked, limits::PART));
        }
        self.unpacked += bytes.len();
        Ok(Some(bytes))
    }

    /// The index of a part; some programs write names with other case or with backslashes.
    fn index(&self, name: &str) -> Option<usize> {
        self.zip.index_for_name(name).or_else(|| {
            let same = |known: &str| {
                known
                    .replace('\\', "/")
                    .trim_start_matches('/')
                    .eq_ignore_ascii_case(name)
            };
            (0..self.zip.len()).find(|index| self.zip.name_for_index(*index).is_some_and(same))
        })
    }
}

/// The kind of document in a package. Of one that can't be opened only the name of the file tells it.
pub(super) fn kind(name: &str, bytes: &[u8]) -> Result<Kind, Refusal> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    let told = match ending.map(str::to_ascii_lowercase).as_deref() {
        Some("xlsx" | "xlsm") => Kind::Xlsx,
        _ => Kind::Docx,
    };
    let archive = Archive::open(bytes, told)?;
    let names: Vec<String> = archive
        .names()
        .iter()
        .map(|name| name.replace('\\', "/").to_ascii_lowercase())
        .collect();
    let has = |start: &str| {
        names
            .iter()
            .any(|name| name.trim_start_matches('/').starts_with(start))
    };
    let foreign = |foreign| Err(Refusal::Foreign(foreign));
    if has("word/") {
        Ok(Kind::Docx)
    } else if has("xl/") {
        Ok(Kind::Xlsx)
    } else if has("ofd.xml") {
        foreign(Foreign::Ofd)
    } else if has("ppt/") {
        foreign(Foreign::Slides)
    } else if has("mimetype") && has("content.xml") {
        foreign(Foreign::OpenDocument)
    } else {
        foreign(Foreign::Archive)
    }
}
