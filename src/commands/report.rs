//! `guihua report`: the evaluation as a report.

use std::fs;
use std::io::{self, Write};

use jiff::civil::Date;

use super::Failure;
use crate::answers::{self, Material};
use crate::cli::{Common, ReportArgs, ReportFormat};
use crate::evaluation::Method;
use crate::monitoring::Opened;
use crate::plan::Plan;
use crate::records::Book;
use crate::report::{self, Report};
use crate::words::say;

pub(super) fn run(
    opened: &Opened,
    common: &Common,
    args: &ReportArgs,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let plan = &opened.plan;
    let book = super::book(opened, common)?;
    let (as_of, method) = (args.as_of.date(), Method::default());
    let report = Report::of(plan, &book, as_of, &method);
    let bytes = match args.format {
        ReportFormat::Md => report::markdown(&report).into_bytes(),
        ReportFormat::Html => report::html(&report).into_bytes(),
        ReportFormat::Csv => report::csv(&report, args.bom.into())?,
        ReportFormat::Json => json(plan, &book, as_of, &method)?,
        ReportFormat::Docx => report::docx(&report)?,
    };
    match &args.output {
        None => out.write_all(&bytes)?,
        Some(path) => {
            let name = path.display().to_string();
            fs::write(path, bytes).map_err(|error| Failure::Unwritable(name.clone(), error))?;
            let done = say!(
                "已写入 {name}（截至{as_of}）",
                name = name.escape_debug(),
                as_of = report.as_of
            );
            writeln!(out, "{done}")?;
        }
    }
    Ok(())
}

fn json(plan: &Plan, book: &Book, as_of: Date, method: &Method) -> io::Result<Vec<u8>> {
    let material = Material::of(plan, book, as_of, method);
    let mut bytes = Vec::new();
    answers::write(&answers::Report::of(&material), &mut bytes)?;
    Ok(bytes)
}
