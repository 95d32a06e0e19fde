//! The evaluation table as CSV; the rest of the report is left out.

use std::io;

use super::{Figures, Report};
use crate::output::csv::{self, Bom};
use crate::records::table::formula;
use crate::words::tr;

/// The evaluation table, with domain, id and date in each row, followed by the unrounded figures. With a mark it is
/// meant for Excel, which would compute texts that begin like a formula, so source and remark are guarded.
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
            let place = [&report.as_of, &section.heading, &row.id].map(String::clone);
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
