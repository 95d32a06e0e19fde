//! `guihua export`: the plan for other programs and other people.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::{Failure, opening, written};
use crate::assessment::Assessment;
use crate::cli::{Common, ExportArgs, ExportFormat, ExportPart};
use crate::load::printable;
use crate::output::export::{self, Export, Part};
use crate::words::{say, tr};

pub(super) fn run(common: &Common, args: &ExportArgs, out: &mut impl Write) -> Result<(), Failure> {
    let mut dossier = opening::shipped(common)?;
    let format = format(args)?;
    fits(format, args)?;
    dossier.book = opening::book(&dossier, common)?;
    let assessment = Assessment::of(&dossier, args.as_of.date());
    let export = Export::of(&dossier, &assessment);
    let only = args.only.map(part);
    let bytes = match format {
        ExportFormat::Md => export::markdown(&export, only).into_bytes(),
        ExportFormat::Json => export::json(&export)?,
        ExportFormat::Csv => export::csv(&export, only.unwrap_or(Part::Targets), args.bom.into())?,
        ExportFormat::Html => export::html(&export).into_bytes(),
        ExportFormat::Ndjson => export::ndjson(&export, only)?,
    };
    let Some(path) = &args.output else {
        return Ok(out.write_all(&bytes)?);
    };
    let read = opening::paths(&dossier.plan, common)?;
    written::write(path, &bytes, read.iter().map(PathBuf::as_path))?;
    let (name, as_of) = (printable(&path.display().to_string()), assessment.as_of);
    let done = say!("已导出到 {name}（截至 {as_of}）", name, as_of);
    Ok(writeln!(out, "{done}")?)
}

/// The requested format, else the one of the file extension, else JSON.
fn format(args: &ExportArgs) -> Result<ExportFormat, Failure> {
    let name = args.output.as_deref().and_then(Path::extension);
    let Some(extension) = name.filter(|_| args.format.is_none()) else {
        return Ok(args.format.unwrap_or(ExportFormat::Json));
    };
    let extension = extension.to_string_lossy().to_ascii_lowercase();
    match extension.as_str() {
        "md" | "markdown" => Ok(ExportFormat::Md),
        "json" => Ok(ExportFormat::Json),
        "csv" => Ok(ExportFormat::Csv),
        "html" | "htm" => Ok(ExportFormat::Html),
        "ndjson" | "jsonl" => Ok(ExportFormat::Ndjson),
        other => Err(Failure::Unknown(say!(
            "从扩展名“{extension}”看不出格式；用 --format 写明 md、json、csv、html 或 ndjson",
            extension = printable(other)
        ))),
    }
}

/// Rejects options that do not apply to the format.
fn fits(format: ExportFormat, args: &ExportArgs) -> Result<(), Failure> {
    let whole = matches!(format, ExportFormat::Json | ExportFormat::Html);
    if whole && args.only.is_some() {
        let message = tr("json 和 html 总是整份导出；只要一部分用 --format csv、md 或 ndjson");
        return Err(Failure::Unknown(message.to_owned()));
    }
    if args.bom && format != ExportFormat::Csv {
        let message = tr("--bom 只用于 --format csv");
        return Err(Failure::Unknown(message.to_owned()));
    }
    Ok(())
}

fn part(part: ExportPart) -> Part {
    match part {
        ExportPart::Document => Part::Document,
        ExportPart::Targets => Part::Targets,
        ExportPart::Records => Part::Records,
    }
}
