//! The report for spreadsheets: the evaluation table as CSV.

use std::borrow::Cow;
use std::io;

use super::{Figures, Report};
use crate::records::table::formula;
use crate::words::tr;

/// The evaluation table in CSV (RFC 4180, UTF-8), with the domain, the id and the day on each row, and the bare figures for
/// other programs after it. Excel knows UTF-8 only by a BOM; it would compute what begins like a formula, so a table for it
/// has source and remark guarded.
pub fn csv(report: &Report, bom: bool) -> io::Result<Vec<u8>> {
    let mut bytes = if bom {
        "\u{feff}".as_bytes().to_vec()
    } else {
        Vec::new()
    };
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(&mut bytes);
    let heads = [tr("评估日"), tr("领域"), tr("编号")]
        .into_iter()
        .chain(super::heads());
    writer.write_record(heads.chain(Figures::heads()))?;
    for section in &report.domains {
        for row in &section.rows {
            let place = [
                report.as_of.as_str(),
                section.domain.as_str(),
                row.id.as_str(),
            ];
            let cells = super::heads().into_iter().zip(row.cells());
            let cells = cells.map(|(head, cell)| {
                let is_of_records = bom && [tr("来源"), tr("备注")].contains(&head);
                if is_of_records {
                    formula::guarded(cell)
                } else {
                    cell.into()
                }
            });
            let place = place.into_iter().map(Cow::Borrowed);
            let figures = row.figures.cells();
            let figures = figures.into_iter().map(|cell| cell.to_owned().into());
            let cells: Vec<Cow<'_, str>> = place.chain(cells).chain(figures).collect();
            writer.write_record(cells.iter().map(|cell| cell.as_bytes()))?;
        }
    }
    writer.flush()?;
    drop(writer);
    Ok(bytes)
}
