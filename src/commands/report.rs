//! `guihua report`: the evaluation report.

use std::io::{self, Write};
use std::path::PathBuf;

use super::{Failure, opening, written};
use crate::assessment::Assessment;
use crate::cli::{Common, ReportArgs, ReportFormat};
use crate::load::printable;
use crate::output::answers;
use crate::output::report::{self, Report};
use crate::words::say;

pub(super) fn run(common: &Common, args: &ReportArgs, out: &mut impl Write) -> Result<(), Failure> {
    let dossier = opening::dossier(common)?;
    let assessment = Assessment::of(&dossier, args.as_of.date());
    let report = Report::of(&dossier, &assessment);
    let bytes = match args.format {
        ReportFormat::Md => report::markdown(&report).into_bytes(),
        ReportFormat::Html => report::html(&report).into_bytes(),
        ReportFormat::Csv => report::csv(&report, args.bom.into())?,
        ReportFormat::Json => json(&answers::Report::of(&dossier, &assessment, &report))?,
        ReportFormat::Docx => report::docx(&report)?,
    };
    match &args.output {
        None => out.write_all(&bytes)?,
        Some(path) => {
            let name = path.display().to_string();
            let read = opening::paths(&dossier.plan, common)?;
            written::write(path, &bytes, read.iter().map(PathBuf::as_path))?;
            let done = say!(
                "已写入 {name}（截至{as_of}）",
                name = printable(&name),
                as_of = report.as_of
            );
            writeln!(out, "{done}")?;
        }
    }
    Ok(())
}

fn json(answer: &answers::Report<'_>) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    answers::write(answer, &mut bytes)?;
    Ok(bytes)
}
