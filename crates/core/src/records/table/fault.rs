//! What is wrong with a row of a table, and where.

use std::fmt;

use crate::words::{say, tr};

/// How many faulty rows a message lists.
const LISTED: usize = 20;

/// A fault of a table or of one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowFault {
    /// The sheet, in a workbook.
    pub sheet: Option<String>,
    /// The line in the file, from 1; the header is line 1.
    pub line: usize,
    /// The fault and its remedy.
    pub what: String,
}

impl RowFault {
    /// A table with so many of them is read no further.
    pub const MOST: usize = 1000;

    /// A fault of a line of a table without sheets.
    pub fn of_line(line: usize, what: String) -> Self {
        Self {
            sheet: None,
            line,
            what,
        }
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
            "{place}：{what}",
            place = place(self.sheet.as_deref(), self.line),
            what = self.what
        ))
    }
}

/// A row in words: its line, and the sheet in a workbook.
pub(super) fn place(sheet: Option<&str>, line: usize) -> String {
    match sheet {
        Some(sheet) => say!(
            "“{sheet}”表第 {line} 行",
            sheet = crate::load::brief(sheet),
            line
        ),
        None => say!("第 {line} 行", line),
    }
}
