//! `guihua collect`: the form to collect what is missing.

use std::io::{self, Write};
use std::path::Path;

use super::{Failure, opening, unwritable};
use crate::assessment::Assessment;
use crate::cli::{CollectArgs, Common, FormFormat};
use crate::dossier::Dossier;
use crate::load::{brief, printable};
use crate::output::answers;
use crate::output::collect::{self, Choice, Form};
use crate::saving;
use crate::words::{say, tr};

pub(super) fn run(
    common: &Common,
    args: &CollectArgs,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let format = format(args)?;
    if args.bom && format != FormFormat::Csv {
        let message = tr("--bom 只用于 --format csv");
        return Err(Failure::Unknown(message.to_owned()));
    }
    let dossier = opening::dossier(common)?;
    let assessment = Assessment::of(&dossier, args.as_of.date());
    let choice = if args.all {
        Choice::All
    } else {
        Choice::Missing
    };
    let department = args.department.as_deref();
    let department = department.map(|word| named(&dossier, word)).transpose()?;
    let form = Form::of(&dossier, &assessment, choice, department.as_deref());
    if args.json {
        let answer = answers::Collect::of(&dossier.plan, &form);
        return Ok(answers::write(&answer, out)?);
    }
    if form.targets() == 0 {
        writeln!(out, "{}", tr("没有要收集的数据"))?;
        return Ok(());
    }
    let bytes = match format {
        FormFormat::Csv => collect::csv(&form, args.bom.into())?,
        FormFormat::Xlsx => collect::xlsx(&form)?,
    };
    let Some(path) = &args.output else {
        return Ok(out.write_all(&bytes)?);
    };
    create(path, &bytes)?;
    let done = say!(
        "已写入 {name}：{n} 项指标，按责任单位分 {parts} 部分（截至{as_of}）；填好后用 guihua record --from 读回",
        name = printable(&path.display().to_string()),
        n = form.targets(),
        parts = form.departments().len(),
        as_of = form.as_of
    );
    Ok(writeln!(out, "{done}")?)
}

/// The requested format, else the one of the file extension, else CSV.
fn format(args: &CollectArgs) -> Result<FormFormat, Failure> {
    let extension = args.output.as_deref().and_then(Path::extension);
    let Some(extension) = extension.filter(|_| args.format.is_none()) else {
        return Ok(args.format.unwrap_or(FormFormat::Csv));
    };
    let extension = extension.to_string_lossy().to_ascii_lowercase();
    match extension.as_str() {
        "csv" => Ok(FormFormat::Csv),
        "xlsx" => Ok(FormFormat::Xlsx),
        other => Err(Failure::Unknown(say!(
            "从扩展名“{extension}”看不出格式；用 --format 写明 csv 或 xlsx",
            extension = printable(other)
        ))),
    }
}

/// The department with this name, or the only one whose name contains it.
fn named(dossier: &Dossier, word: &str) -> Result<String, Failure> {
    let known = Form::known_departments(dossier);
    if let Some(name) = known.get(word) {
        return Ok(name.clone());
    }
    let mut parts = known
        .iter()
        .filter(|name| !word.is_empty() && name.contains(word));
    if let (Some(name), None) = (parts.next(), parts.next()) {
        return Ok(name.clone());
    }
    if known.is_empty() {
        let message = tr("规划没有写明指标的责任单位；不写 --department 则列出全部");
        return Err(Failure::NotFound(message.to_owned()));
    }
    let known: Vec<String> = known.into_iter().collect();
    Err(Failure::NotFound(say!(
        "没有“{word}”这个责任单位；规划写明的有：{known}",
        word = brief(word),
        known = known.join(tr("、"))
    )))
}

/// Writes the form where there is no file: one that is there may be filled in already.
fn create(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    saving::create(path, bytes).map_err(|error| {
        if error.kind() != io::ErrorKind::AlreadyExists {
            return unwritable(path)(error);
        }
        let name = printable(&path.display().to_string());
        Failure::Unknown(say!(
            "已有 {name}，可能已经填过，没有覆盖；请换一个文件名",
            name
        ))
    })
}
