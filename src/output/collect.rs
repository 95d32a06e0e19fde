//! The form to collect what is missing (收集表): a row for each target that needs data, by responsible department, with what
//! is known, and empty cells for what is not. `guihua record --from` reads the filled one.

mod form;
mod xlsx;

use std::io;

use self::form::Column;
pub use self::form::{Choice, Form};
pub(in crate::output) use self::form::{Row, Sheet};
pub use self::xlsx::xlsx;
use super::csv::{self, Bom};

/// The form as one table, sheet after sheet.
pub fn csv(form: &Form, bom: Bom) -> io::Result<Vec<u8>> {
    let heads = form.columns.iter().copied().map(Column::head);
    let rows = form.sheets.iter().flat_map(|sheet| &sheet.rows);
    let cells = rows.map(|row| form.columns.iter().map(|column| row.cell(*column)));
    csv::table(heads, cells, bom)
}
