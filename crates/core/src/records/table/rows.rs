//! A row of a table as drafts: one record, or one for each year that has a figure.

use super::columns::Column;
use super::formula;
use crate::records::draft::Draft;
use crate::records::field::Field;
use crate::words::say;

/// The fields that make a record of a row of a form.
const FIGURES: [Field; 6] = [
    Field::Value,
    Field::Benchmark,
    Field::Stage,
    Field::Date,
    Field::Issue,
    Field::Advice,
];
/// The fields that a person fills in beside them.
const BESIDE: [Field; 2] = [Field::Source, Field::Note];

/// Why a row has no record.
pub(super) enum Left {
    /// Nobody wrote anything in a row of a form.
    Untouched,
    /// There is a source or a note, and no figure.
    Bare,
    /// Its cells are faulty.
    Faulty(String),
}

/// The drafts of a row, each with the head of its year's column if it has one. An empty cell is nothing, never zero.
pub(super) fn drafts(
    cells: &[String],
    columns: &[Column],
) -> Result<Vec<(Option<String>, Draft)>, Left> {
    if cells.len() != columns.len() {
        return Err(Left::Faulty(say!(
            "有 {n} 格，表头有 {heads} 格",
            n = cells.len(),
            heads = columns.len()
        )));
    }
    let (whole, years) = split(cells, columns);
    if !columns.iter().any(Column::is_of_form) {
        return Ok(vec![(None, whole)]);
    }
    let has = |field: &Field| whole.get(*field).is_some();
    let mut drafts: Vec<(Option<String>, Draft)> = years
        .iter()
        .map(|(year, head, figure)| (Some((*head).to_owned()), of_year(&whole, *year, figure)))
        .collect();
    if FIGURES.iter().any(has) {
        drafts.push((None, whole));
    } else if drafts.is_empty() {
        let is_bare = BESIDE.iter().any(has);
        return Err(if is_bare { Left::Bare } else { Left::Untouched });
    }
    Ok(drafts)
}

/// The year of a column, its head, and the cell under it.
type OfYear<'a> = (u16, &'a str, &'a str);

/// The fields of a row, and its figures by year.
fn split<'a>(cells: &'a [String], columns: &'a [Column]) -> (Draft, Vec<OfYear<'a>>) {
    let mut draft = Draft::of_table();
    let (mut years, mut id) = (Vec::new(), None);
    for (column, cell) in columns.iter().zip(cells) {
        match column {
            Column::Field(field @ (Field::Source | Field::Note)) => {
                draft.set(*field, formula::unguarded(cell));
            }
            Column::Field(field) => draft.set(*field, cell),
            Column::Id => id = Some(cell.trim()).filter(|id| !id.is_empty()),
            Column::Year(year, head) if !cell.trim().is_empty() => {
                years.push((*year, head.as_str(), cell.as_str()));
            }
            Column::Year(..) | Column::Known => {}
        }
    }
    if let Some(id) = id {
        draft.called = draft.get(Field::Target).map(str::to_owned);
        draft.set(Field::Target, id);
    }
    (draft, years)
}

/// The record of one year: the row without what belongs to its own figure.
fn of_year(whole: &Draft, year: u16, figure: &str) -> Draft {
    let mut draft = whole.clone();
    for field in FIGURES {
        draft.clear(field);
    }
    draft
        .with(Field::Period, &year.to_string())
        .with(Field::Value, figure)
}
