//! Compound files, the container of office programs before 2007, still used for encrypted files.

use std::io::{Cursor, Read};

use cfb::CompoundFile;

use super::{Excess, Foreign, Kind, Refusal, limits};

/// The magic bytes.
pub(super) const MARK: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Refuses such a file with what it is, unless it is a readable Excel file.
pub(super) fn check(name: &str, bytes: &[u8]) -> Result<(), Refusal> {
    let file = open(bytes)?;
    let names: Vec<String> = file
        .read_root_storage()
        .map(|entry| entry.name().to_ascii_lowercase())
        .collect();
    let has = |name: &str| names.iter().any(|known| known == name);
    if has("workbook") {
        Ok(())
    } else if has("encryptedpackage") {
        Err(Refusal::Encrypted(
            if name.to_ascii_lowercase().ends_with("xlsx") {
                Kind::Xlsx
            } else {
                Kind::Docx
            },
        ))
    } else if has("worddocument") {
        Err(Refusal::Foreign(Foreign::OldWord))
    } else if has("book") {
        Err(Refusal::Foreign(Foreign::OldExcel))
    } else if has("powerpoint document") {
        Err(Refusal::Foreign(Foreign::Slides))
    } else {
        Err(Refusal::Foreign(Foreign::Unknown))
    }
}

fn open(bytes: &[u8]) -> Result<CompoundFile<Cursor<&[u8]>>, Refusal> {
    CompoundFile::open(Cursor::new(bytes)).map_err(|fault| Refusal::broken(Kind::Xls, fault))
}

/// The bytes of a stream; its name is case-insensitive.
pub(super) fn stream(bytes: &[u8], name: &str) -> Result<Vec<u8>, Refusal> {
    let broken = |fault: std::io::Error| Refusal::broken(Kind::Xls, fault);
    let mut content = Vec::new();
    let mut file = open(bytes)?;
    let stream = file.open_stream(name).map_err(broken)?;
    stream
        .take(limits::PART as u64 + 1)
        .read_to_end(&mut content)
        .map_err(broken)?;
    if content.len() > limits::PART {
        return Err(Refusal::too_large(Excess::Unpacked, limits::PART));
    }
    Ok(content)
}
