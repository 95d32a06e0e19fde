//! Excel files of before 2007, built here record by record.

use std::io::{Cursor, Write};

use guihua_import::{
    Refusal,
    readers::{Foreign, Kind},
    source::Reason,
};

use crate::support::{cells, omitted, read, tables};

/// A container with these streams.
pub(crate) fn container(streams: &[(&str, &[u8])]) -> Vec<u8> {
    filled(streams).unwrap_or_default()
}

fn filled(streams: &[(&str, &[u8])]) -> std::io::Result<Vec<u8>> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new()))?;
    for (name, content) in streams {
        file.create_stream(name)?.write_all(content)?;
    }
    file.flush()?;
    Ok(file.into_inner().into_inner())
}

fn record(number: u16, body: &[u8]) -> Vec<u8> {
    [
        &number.to_le_bytes()[..],
        &(body.len() as u16).to_le_bytes(),
        body,
    ]
    .concat()
}

/// Numbers of two bytes.
fn shorts(numbers: &[u16]) -> Vec<u8> {
    numbers
        .iter()
        .flat_map(|number| number.to_le_bytes())
        .collect()
}

/// A text with its length in two bytes.
fn text(words: &str) -> Vec<u8> {
    let units: Vec<u16> = words.encode_utf16().collect();
    [shorts(&[units.len() as u16]), vec![1], shorts(&units)].concat()
}

fn beginning(kind: u16) -> Vec<u8> {
    record(0x0809, &shorts(&[0x0600, kind, 0, 0, 0, 0, 0, 0]))
}

/// A workbook with these records for all of it, and sheets: name, whether it is hidden, records.
fn workbook(globals: &[Vec<u8>], sheets: &[(&str, bool, Vec<Vec<u8>>)]) -> Vec<u8> {
    let entry = |start: usize, name: &str, hidden: bool| {
        let units: Vec<u16> = name.encode_utf16().collect();
        let head = [
            (start as u32).to_le_bytes().to_vec(),
            vec![u8::from(hidden), 0, units.len() as u8, 1],
        ]
        .concat();
        record(0x0085, &[head, shorts(&units)].concat())
    };
    let heads: usize = sheets
        .iter()
        .map(|(name, hidden, _)| entry(0, name, *hidden).len())
        .sum();
    let mut start = beginning(5).len() + globals.concat().len() + heads + 4;
    let mut stream = [beginning(5), globals.concat()].concat();
    let mut bodies = Vec::new();
    for (name, hidden, records) in sheets {
        let body = [beginning(16), records.concat(), record(0x000a, &[])].concat();
        stream.extend(entry(start, name, *hidden));
        start += body.len();
        bodies.extend(body);
    }
    stream.extend(record(0x000a, &[]));
    stream.extend(bodies);
    container(&[("Workbook", &stream)])
}

fn number(row: u16, column: u16, style: u16, value: f64) -> Vec<u8> {
    record(
        0x0203,
        &[shorts(&[row, column, style]), value.to_le_bytes().to_vec()].concat(),
    )
}

fn shared(row: u16, column: u16, index: u32) -> Vec<u8> {
    record(
        0x00fd,
        &[shorts(&[row, column, 0]), index.to_le_bytes().to_vec()].concat(),
    )
}

/// A workbook with cells of all kinds.
pub(crate) fn sample() -> Vec<u8> {
    let globals = [
        record(0x041e, &[shorts(&[164]), text("0.0\"张\"")].concat()),
        record(0x00e0, &shorts(&[0, 0])),
        record(0x00e0, &shorts(&[0, 2])),
        record(0x00e0, &shorts(&[0, 164])),
        record(0x00e0, &shorts(&[0, 9])),
        record(
            0x00fc,
            &[
                2_u32.to_le_bytes().to_vec(),
                2_u32.to_le_bytes().to_vec(),
                text("指标"),
                text("床位数"),
            ]
            .concat(),
        ),
    ];
    let formula = [shorts(&[1, 3, 0]), vec![0, 0, 0, 0, 0, 0, 0xff, 0xff]].concat();
    let rows = vec![
        shared(0, 0, 0),
        record(0x00e5, &shorts(&[1, 0, 0, 0, 3])),
        shared(1, 0, 1),
        number(1, 1, 1, 119.5),
        record(
            0x00bd,
            &[
                shorts(&[1, 2, 2]),
                ((79_u32 << 2) | 2).to_le_bytes().to_vec(),
                shorts(&[2]),
            ]
            .concat(),
        ),
        record(0x0006, &formula),
        record(0x0207, &text("下降10%")),
        record(
            0x027e,
            &[
                shorts(&[2, 1, 3]),
                ((80_u32 << 2) | 3).to_le_bytes().to_vec(),
            ]
            .concat(),
        ),
    ];
    workbook(&globals, &[("附表", false, rows)])
}

#[test]
fn cells_are_read_as_printed() {
    let source = read("指标.xls", sample());
    let table = tables(&source)[0];
    assert_eq!(
        cells(table),
        [
            ["指标 1×4", "·", "·", "·"],
            ["床位数", "119.50", "79.0张", "下降10%"],
            ["", "80%", "", ""]
        ]
    );
    assert_eq!(table.sheet.as_deref(), Some("附表"));
}

#[test]
fn hidden_rows_columns_and_sheets_are_left_out() {
    let row = record(0x0208, &shorts(&[1, 0, 1, 0, 0, 0, 0x20, 0]));
    let column = record(0x007d, &shorts(&[1, 1, 0, 0, 1, 0]));
    let rows = vec![
        row,
        column,
        number(0, 0, 0, 1.0),
        number(0, 1, 0, 2.0),
        number(1, 0, 0, 3.0),
    ];
    let source = read(
        "a.xls",
        workbook(
            &[],
            &[
                ("甲", false, rows),
                ("乙", true, vec![number(0, 0, 0, 4.0)]),
            ],
        ),
    );
    assert_eq!(cells(tables(&source)[0]), [["1"]]);
    assert_eq!(omitted(&source, Reason::Hidden), ["2", "3", "4"]);
}

#[test]
fn other_files_in_the_container_are_told() {
    let told = |name: &str, stream: &str| guihua_import::read(name, &container(&[(stream, b"x")]));
    assert_eq!(
        told("a.doc", "WordDocument"),
        Err(Refusal::Foreign(Foreign::OldWord))
    );
    assert_eq!(
        told("a.xls", "Book"),
        Err(Refusal::Foreign(Foreign::OldExcel))
    );
    assert_eq!(
        told("a.docx", "EncryptedPackage"),
        Err(Refusal::Encrypted(Kind::Docx))
    );
    assert_eq!(
        told("a.xlsx", "EncryptedPackage"),
        Err(Refusal::Encrypted(Kind::Xlsx))
    );
    assert_eq!(
        told("a.ppt", "PowerPoint Document"),
        Err(Refusal::Foreign(Foreign::Slides))
    );
    let locked = workbook(&[record(0x002f, &[0; 6])], &[]);
    assert_eq!(
        guihua_import::read("a.xls", &locked),
        Err(Refusal::Encrypted(Kind::Xls))
    );
}
