//! The report for spreadsheets: the evaluation table as CSV.

use std::io;

use super::{Figures, Report};
use crate::words::tr;

/// The evaluation table in CSV (RFC 4180, UTF-8), with the domain, the id and the day on each row, and the bare figures for
/// other programs after it. Excel knows UTF-8 only by a BOM.
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
            let cells = place.into_iter().chain(row.cells());
            writer.write_record(cells.chain(row.figures.cells()))?;
        }
    }
    writer.flush()?;
    drop(writer);
    Ok(bytes)
}
