//! CSV as all tables of the program are written: RFC 4180, UTF-8, lines that end in CR LF.

use std::io;

use csv::{Terminator, WriterBuilder};

/// Whether a table begins with a byte order mark, without which Excel takes UTF-8 for the encoding of the system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bom {
    /// The mark, then the table.
    With,
    /// The table alone.
    Without,
}

impl From<bool> for Bom {
    fn from(asked: bool) -> Self {
        if asked { Self::With } else { Self::Without }
    }
}

/// A table as the bytes of a file. Every row has as many cells as there are heads.
pub(crate) fn table<Heads, Row>(
    heads: Heads,
    rows: impl IntoIterator<Item = Row>,
    bom: Bom,
) -> io::Result<Vec<u8>>
where
    Heads: IntoIterator<Item: AsRef<[u8]>>,
    Row: IntoIterator<Item: AsRef<[u8]>>,
{
    let mut bytes = match bom {
        Bom::With => "\u{feff}".as_bytes().to_vec(),
        Bom::Without => Vec::new(),
    };
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(&mut bytes);
    writer.write_record(heads)?;
    for row in rows {
        writer.write_record(row)?;
    }
    writer.flush()?;
    drop(writer);
    Ok(bytes)
}
