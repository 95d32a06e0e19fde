//! Tables of records: rows of a spreadsheet, long (a row for each record) or wide (a column for each year), and the form
//! of `collect`, whose columns of what is known are passed over.

pub(super) mod cells;
pub mod columns;
mod encoding;
mod fault;
pub mod formula;
mod rows;

use self::cells::Row as CellRow;
use self::columns::{Column, columns};
pub use self::fault::RowFault;
use super::draft::Draft;
use crate::words::say;

/// The size limit of a table, in bytes.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// The cells of one sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its rows: the line of each, from 1, and its cells as they are printed. The first one has the heads.
    pub rows: Vec<(usize, Vec<String>)>,
}

/// A table of records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name, noted beside its records in the file.
    pub name: String,
    /// Its records; a row with figures for several years has several. Empty where nobody filled anything in.
    pub rows: Vec<Row>,
    /// The rows that have a source or a note and no figure, in words: nothing is recorded of them.
    pub bare: Vec<String>,
}

/// A record of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The sheet, in a workbook.
    pub sheet: Option<String>,
    /// Its first line in the file, from 1.
    pub line: usize,
    /// The head of the column that its figure stands in, where each year has a column.
    pub column: Option<String>,
    /// Its contents, or the fault of its cells.
    pub draft: Result<Draft, String>,
}

impl Row {
    /// A fault of this row.
    pub(super) fn fault(&self, what: String) -> RowFault {
        let what = match &self.column {
            Some(column) => say!("“{column}”一格：{what}", column, what),
            None => what,
        };
        RowFault {
            sheet: self.sheet.clone(),
            line: self.line,
            what,
        }
    }
}

impl Table {
    /// Reads a table in UTF-8, UTF-16 with a byte order mark, or GBK (GB 18030), separated by commas, tabs or semicolons.
    /// Faults of the whole, such as unclosed quotes, are errors; of single rows only the number of cells is checked.
    pub fn parse(bytes: &[u8], name: &str) -> Result<Self, Vec<RowFault>> {
        let fault = |what: String| vec![RowFault::of_line(encoding::fault_line(bytes), what)];
        let text = encoding::decoded(bytes).map_err(fault)?;
        let rows = cells::rows(&text).map_err(|fault| vec![fault])?;
        let mut table = Self::empty(name);
        table.add(None, rows)?;
        Ok(table)
    }

    /// Reads the sheets of a workbook. An empty one is passed over.
    pub fn of_sheets(sheets: Vec<Sheet>, name: &str) -> Result<Self, Vec<RowFault>> {
        let mut table = Self::empty(name);
        for sheet in sheets {
            let rows = sheet.rows.into_iter();
            let rows = rows.map(|(line, cells)| CellRow { line, cells });
            table.add(Some(&sheet.name), rows.collect())?;
        }
        Ok(table)
    }

    fn empty(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            rows: Vec::new(),
            bare: Vec::new(),
        }
    }

    /// Adds the rows under the heads of one sheet.
    fn add(&mut self, sheet: Option<&str>, rows: Vec<CellRow>) -> Result<(), Vec<RowFault>> {
        let mut rows = rows.into_iter();
        let Some(head) = rows.next() else {
            return Ok(());
        };
        let columns = columns(&head.cells).map_err(|what| {
            vec![RowFault {
                sheet: sheet.map(str::to_owned),
                line: head.line,
                what,
            }]
        })?;
        let is_filled = |row: &CellRow| row.cells.iter().any(|cell| !cell.is_empty());
        for row in rows.filter(is_filled) {
            self.add_row(sheet, &row, &columns);
        }
        Ok(())
    }

    fn add_row(&mut self, sheet: Option<&str>, row: &CellRow, columns: &[Column]) {
        let as_row = |(column, draft): (Option<String>, Result<Draft, String>)| Row {
            sheet: sheet.map(str::to_owned),
            line: row.line,
            column,
            draft,
        };
        match rows::drafts(&row.cells, columns) {
            Ok(drafts) => {
                let drafts = drafts
                    .into_iter()
                    .map(|(column, draft)| (column, Ok(draft)));
                self.rows.extend(drafts.map(as_row));
            }
            Err(rows::Left::Untouched) => {}
            Err(rows::Left::Bare) => self.bare.push(fault::place(sheet, row.line)),
            Err(rows::Left::Faulty(what)) => self.rows.push(as_row((None, Err(what)))),
        }
    }
}
