//! The sheets of a workbook as tables of records: figures with their printed digits. What a person can't see or can't tell
//! apart (hidden cells, merged ones) is refused by its place.

use guihua_import::readers;
use guihua_import::source::{Block, Cell, Omitted, Reason, Source, Table};

use super::{Document, refusal};
use crate::load::brief;
use crate::records::table::columns::KNOWN;
use crate::records::{RowFault, Sheet};
use crate::words::{say, tr, twin};

/// The first bytes of workbooks: a zip file (xlsx) or a compound file (xls).
const STARTS: [&[u8]; 2] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0"];

/// Why the sheets of a workbook can't be recorded.
#[derive(Debug)]
pub enum Unreadable {
    /// It could not be read at all: the whole message.
    File(String),
    /// Cells that nobody can be sure of.
    Rows(Vec<RowFault>),
}

/// Whether bytes seem to be a workbook.
pub fn is_workbook(bytes: &[u8]) -> bool {
    STARTS.iter().any(|start| bytes.starts_with(start))
}

/// The sheets of a workbook, empty ones left out.
pub fn sheets(document: &Document) -> Result<Vec<Sheet>, Unreadable> {
    let Document { name, bytes } = document;
    let unreadable = |why: &readers::Refusal| Unreadable::File(refusal(name, why));
    let source = readers::read(name, bytes).map_err(|why| unreadable(&why))?;
    let faults: Vec<RowFault> = source.omitted.iter().filter_map(omitted).collect();
    if !faults.is_empty() {
        return Err(Unreadable::Rows(faults));
    }
    let tables: Vec<&Table> = tables(&source).collect();
    if tables.is_empty() {
        let foreign = readers::Refusal::Foreign(readers::Foreign::Unknown);
        return Err(unreadable(&foreign));
    }
    let faults: Vec<RowFault> = tables.iter().flat_map(|table| merged(table)).collect();
    if !faults.is_empty() {
        return Err(Unreadable::Rows(faults));
    }
    Ok(tables.into_iter().map(sheet).collect())
}

fn tables(source: &Source) -> impl Iterator<Item = &Table> {
    source.blocks.iter().filter_map(|block| match block {
        Block::Table(table) if table.sheet.is_some() => Some(table),
        _ => None,
    })
}

/// The fault of cells that were not read.
fn omitted(it: &Omitted) -> Option<RowFault> {
    let what = match it.reason {
        Reason::Hidden => say!(
            "有隐藏的格（{text}）；请取消隐藏，或删去",
            text = brief(&it.text)
        ),
        Reason::Control => say!("这张表里有控制字符 {code}；请删去", code = brief(&it.text)),
        _ => return None,
    };
    Some(RowFault::of_line(it.place.line, what))
}

/// The faults of merged cells, but for those of what a form prints itself.
fn merged(table: &Table) -> Vec<RowFault> {
    let heads: Vec<&str> = head(table).map(|cell| cell.text.as_str()).collect();
    let is_known = |column: usize| heads.get(column).is_some_and(|head| is_known(head));
    let mut faults = Vec::new();
    for row in &table.rows {
        let merged = row.iter().enumerate();
        let mut merged = merged.filter(|(column, cell)| cell.span != (1, 1) && !is_known(*column));
        let Some((column, cell)) = merged.next() else {
            continue;
        };
        let what = match heads.get(column).filter(|head| !head.is_empty()) {
            Some(head) => say!(
                "“{head}”一格是合并的单元格；请取消合并，各格写各格的",
                head = brief(head)
            ),
            None => tr("有合并的单元格；请取消合并，各格写各格的").to_owned(),
        };
        faults.push(RowFault {
            sheet: table.sheet.clone(),
            line: line(row).max(cell.place.line),
            what,
        });
    }
    faults
}

fn head(table: &Table) -> impl Iterator<Item = &Cell> {
    table.rows.first().into_iter().flatten()
}

fn is_known(head: &str) -> bool {
    let is = |known: &str| head == known || twin(known).is_some_and(|twin| twin == head);
    KNOWN.into_iter().any(is)
}

/// The line of a row, that of its first cell which has a text.
fn line(row: &[Cell]) -> usize {
    let own = row.iter().filter(|cell| cell.span != (0, 0));
    own.map(|cell| cell.place.line).max().unwrap_or_default()
}

fn sheet(table: &Table) -> Sheet {
    let cells = |row: &Vec<Cell>| row.iter().map(|cell| cell.text.clone()).collect();
    let rows = table.rows.iter().map(|row| (line(row), cells(row)));
    Sheet {
        name: table.sheet.clone().unwrap_or_default(),
        rows: rows.collect(),
    }
}
