//! Short ways to read a made-up document and to look at what was found.

use guihua_import::source::{Block, Line, Omitted, Reason, Source, Table};

/// Reads a document that has to be readable.
#[track_caller]
pub(crate) fn read(name: &str, bytes: impl AsRef<[u8]>) -> Source {
    let read = guihua_import::read(name, bytes.as_ref());
    assert_eq!(read.as_ref().err(), None, "{name}");
    read.unwrap_or_default()
}

/// Its lines.
pub(crate) fn lines(source: &Source) -> Vec<&Line> {
    source
        .blocks
        .iter()
        .filter_map(|block| {
            if let Block::Line(line) = block {
                Some(line)
            } else {
                None
            }
        })
        .collect()
}

/// The texts of its lines.
pub(crate) fn texts(source: &Source) -> Vec<&str> {
    lines(source)
        .into_iter()
        .map(|line| line.text.as_str())
        .collect()
}

/// Its tables.
pub(crate) fn tables(source: &Source) -> Vec<&Table> {
    source
        .blocks
        .iter()
        .filter_map(|block| {
            if let Block::Table(table) = block {
                Some(table)
            } else {
                None
            }
        })
        .collect()
}

/// The cells of a table: `text`, `text rows×columns` for a merged one, `·` for a place that it covers.
pub(crate) fn cells(table: &Table) -> Vec<Vec<String>> {
    let cell = |cell: &guihua_import::source::Cell| match cell.span {
        (1, 1) => cell.text.clone(),
        (0, 0) => "·".to_owned(),
        (rows, columns) => format!("{} {rows}×{columns}", cell.text),
    };
    table
        .rows
        .iter()
        .map(|row| row.iter().map(cell).collect())
        .collect()
}

/// Its particulars.
pub(crate) fn particulars(source: &Source) -> Vec<(&str, &str)> {
    source
        .particulars
        .iter()
        .map(|particular| (particular.name.as_str(), particular.value.as_str()))
        .collect()
}

/// What was left out for a reason.
pub(crate) fn omitted(source: &Source, reason: Reason) -> Vec<&str> {
    let for_it = |omitted: &&Omitted| omitted.reason == reason;
    source
        .omitted
        .iter()
        .filter(for_it)
        .map(|omitted| omitted.text.as_str())
        .collect()
}

/// Its links, words and target.
pub(crate) fn links(source: &Source) -> Vec<(&str, &str)> {
    source
        .links
        .iter()
        .map(|link| (link.text.as_str(), link.target.as_str()))
        .collect()
}

/// A packed file with these parts.
pub(crate) fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        let started = zip.start_file(*name, zip::write::SimpleFileOptions::default());
        assert!(
            started.is_ok() && std::io::Write::write_all(&mut zip, content.as_bytes()).is_ok(),
            "{name}"
        );
    }
    zip.finish()
        .map(std::io::Cursor::into_inner)
        .unwrap_or_default()
}
