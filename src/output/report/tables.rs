//! The report for spreadsheets: the evaluation table as CSV.

use std::io;

use super::{Figures, Report};
use crate::output::csv::{self, Bom};
use crate::records::table::formula;
use crate::words::tr;

/// The evaluation table, with the domain, the id and the day on each row, and the bare figures for other programs after it.
/// Excel would compute what begins like a formula, so a table for it, with its mark, has source and remark guarded.
pub fn csv(report: &Report, bom: Bom) -> io::Result<Vec<u8>> {
    let place = [tr("评估日"), tr("领域"), tr("编号")];
    let heads = place
        .into_iter()
        .chain(super::heads())
        .chain(Figures::heads());
    let guarded = |(head, cell): (&str, &str)| {
        if bom == Bom::With && [tr("来源"), tr("备注")].contains(&head) {
            formula::guarded(cell).into_owned()
        } else {
            cell.to_owned()
        }
    };
    let rows = report.domains.iter().flat_map(|section| {
        section.rows.iter().map(|row| {
            let place = [&report.as_of, &section.domain, &row.id].map(String::clone);
            let cells = super::heads().into_iter().zip(row.cells());
            let figures = row.figures.cells().map(str::to_owned);
            place
                .into_iter()
                .chain(cells.map(guarded))
                .chain(figures)
                .collect::<Vec<String>>()
        })
    });
    csv::table(heads, rows, bom)
}
