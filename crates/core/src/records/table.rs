//! Tables of records from a spreadsheet (CSV).

mod cells;
mod encoding;
pub mod formula;

use std::fmt;

use self::cells::Row as CellRow;
use super::draft::Draft;
use super::field::Field;
use crate::load::brief;
use crate::words::{say, tr};

/// The size limit of a table, in bytes.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// How many faulty rows a message lists.
const LISTED: usize = 20;

/// A fault of a table or of one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowFault {
    /// The line in the file, from 1; the header is line 1.
    pub line: usize,
    /// The fault and its remedy.
    pub what: String,
}

impl RowFault {
    /// A table with so many of them is read no further.
    pub const MOST: usize = 1000;

    /// Makes faults of a line.
    pub(super) fn of(line: usize) -> impl Fn(String) -> Self {
        move |what| Self { line, what }
    }

    /// Faults of a table, one per line, limited to a screenful.
    pub fn listed(faults: &[Self]) -> String {
        let listed = faults.iter().take(LISTED).map(ToString::to_string);
        let more = faults.len().saturating_sub(LISTED);
        let more = (more > 0).then(|| {
            if faults.len() < Self::MOST {
                say!("还有 {n} 行", n = more)
            } else {
                tr("其后还有，改正后再查").to_owned()
            }
        });
        listed.chain(more).collect::<Vec<_>>().join("\n")
    }
}

impl fmt::Display for RowFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&say!(
            "第 {line} 行：{what}",
            line = self.line,
            what = self.what
        ))
    }
}

/// A table of records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name, noted beside its records in the file.
    pub name: String,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its first line in the file, from 1.
    pub line: usize,
    /// Its contents, or the fault of its cells.
    pub draft: Result<Draft, String>,
}

impl Table {
    /// Reads a table in UTF-8, UTF-16 with a byte order mark, or GBK (GB 18030), separated by commas, tabs or semicolons.
    /// Faults of the whole, such as unclosed quotes, are errors; of single rows only the number of cells is checked.
    pub fn parse(bytes: &[u8], name: &str) -> Result<Self, Vec<RowFault>> {
        let fault = |what: String| vec![RowFault { line: 1, what }];
        let text = encoding::decoded(bytes).map_err(fault)?;
        let rows = cells::rows(&text).map_err(|fault| vec![fault])?;
        let mut rows = rows.into_iter();
        let heads = rows.next().map_or_else(Vec::new, |row| row.cells);
        let columns = columns(&heads).map_err(fault)?;
        let is_filled = |row: &CellRow| row.cells.iter().any(|cell| !cell.is_empty());
        let rows = rows.filter(is_filled).map(|row| Row {
            line: row.line,
            draft: draft(&row.cells, &columns),
        });
        let rows: Vec<Row> = rows.collect();
        if rows.is_empty() {
            return Err(fault(tr("表里没有一行数据").to_owned()));
        }
        Ok(Self {
            name: name.to_owned(),
            rows,
        })
    }
}

fn columns(heads: &[String]) -> Result<Vec<Field>, String> {
    let mut columns = Vec::new();
    for head in heads {
        let Some(field) = Field::headed(head) else {
            let known: Vec<&str> = Field::all().map(Field::name).collect();
            return Err(say!(
                "表头里不认得“{head}”；可用：{known}",
                head = brief(head),
                known = known.join(tr("、"))
            ));
        };
        if columns.contains(&field) {
            return Err(say!("表头里“{head}”重复", head = brief(head)));
        }
        columns.push(field);
    }
    Ok(columns)
}

fn draft(cells: &[String], columns: &[Field]) -> Result<Draft, String> {
    if cells.len() != columns.len() {
        return Err(say!(
            "有 {n} 格，表头有 {heads} 格",
            n = cells.len(),
            heads = columns.len()
        ));
    }
    let mut draft = Draft::of_table();
    for (field, cell) in columns.iter().zip(cells) {
        let cell = match field {
            Field::Source | Field::Note => formula::unguarded(cell),
            _ => cell,
        };
        draft.set(*field, cell);
    }
    Ok(draft)
}
