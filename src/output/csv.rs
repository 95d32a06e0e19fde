//! CSV writer: RFC 4180, UTF-8, CR LF.

use std::io;

use csv::{Terminator, WriterBuilder};

/// Whether a CSV file begins with a byte order mark, which Excel needs to recognise UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bom {
    /// With the mark.
    With,
    /// Without it.
    Without,
}

impl From<bool> for Bom {
    fn from(asked: bool) -> Self {
        if asked { Self::With } else { Self::Without }
    }
}

/// A table as a CSV file. Every row has a cell for each head.
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
