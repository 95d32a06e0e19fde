//! The report for spreadsheets: the evaluation table as CSV.

use std::io;

use super::{Figures, Report};
use crate::output::csv::{self, Bom};
use crate::words::tr;

/// The evaluation table, with the domain, the id and the day on each row, and the bare figures for other programs after it.
pub fn csv(report: &Report, bom: Bom) -> io::Result<Vec<u8>> {
    let place = [tr("评估日"), tr("领域"), tr("编号")];
    let heads = place
        .into_iter()
        .chain(super::heads())
        .chain(Figures::heads());
    let rows = report.domains.iter().flat_map(|section| {
        section.rows.iter().map(|row| {
            let place = [&report.as_of, &section.domain, &row.id].map(String::as_str);
            place
                .into_iter()
                .chain(row.cells())
                .chain(row.figures.cells())
        })
    });
    csv::table(heads, rows, bom)
}
