//! `guihua import`: makes plan files of published documents.

mod explain;
mod files;
mod into;

use std::io::{self, IsTerminal as _, Write};
use std::path::{Path, PathBuf};

use super::{Failure, complaint, opening, written};
use crate::cli::ImportArgs;
use crate::importing::{self, Document, Found, Imported, Understood};
use crate::load::printable;
use crate::output::answers;
use crate::paint::Paint;
use crate::plan::Doubt;
use crate::words::{say, tr};

use files::Outcome;

/// The most doubts that are told of a plan; the file has all.
const MOST_TOLD: usize = 20;

pub(super) fn run(args: &ImportArgs, paint: Paint, out: &mut impl Write) -> Result<(), Failure> {
    let mut understood = Vec::new();
    for path in &args.files {
        understood.push(read(path)?);
    }
    if let Some(plan) = &args.into {
        return into::run(plan, &understood, paint, out);
    }
    let plans = plans(&understood, args)?;
    if args.explain {
        understood
            .iter()
            .try_for_each(|file| explain::told(file, out))?;
    }
    let names: Vec<String> = understood.iter().map(|file| file.name.clone()).collect();
    let is_report_alone = args.report.as_deref() == Some(Path::new("-"));
    if is_report_alone && args.output.is_none() {
        answers::write(&answers::Import::of(&names, &plans), out)?;
        return sound(plans.iter().all(|plan| plan.file.is_ok()));
    }
    if args.output.as_deref() == Some(Path::new("-")) {
        return piped(&plans, args, out);
    }
    let mut is_sound = true;
    for (imported, path) in plans.iter().zip(files::paths(&plans, args)) {
        let outcome = files::write(imported, &path)?;
        is_sound &= imported.file.is_ok() && !matches!(outcome, Outcome::Differs(_));
        if !is_report_alone {
            told(imported, &path, &outcome, paint, out)?;
        }
    }
    if is_report_alone {
        answers::write(&answers::Import::of(&names, &plans), out)?;
    } else if let Some(path) = &args.report {
        let made = files::paths(&plans, args);
        let read = args.files.iter().chain(&made).map(PathBuf::as_path);
        let mut bytes = Vec::new();
        answers::write(&answers::Import::of(&names, &plans), &mut bytes)?;
        written::write(path, &bytes, read)?;
    }
    sound(is_sound)
}

/// Writes the one plan to standard output, and what was found to standard error.
fn piped(plans: &[Imported], args: &ImportArgs, out: &mut impl Write) -> Result<(), Failure> {
    let [only] = plans else {
        let message = say!(
            "有 {n} 份规划，写不进一个标准输出；请用 -o 文件夹/",
            n = plans.len()
        );
        return Err(Failure::Unknown(message));
    };
    if args.report.is_some() || args.explain {
        let message = tr("-o - 只写规划文件；--report、--explain 请与 -o 文件 一起用");
        return Err(Failure::Unknown(message.to_owned()));
    }
    out.write_all(only.text.as_bytes())?;
    let found = Found::of(&only.plan).told();
    let line = say!("{name}：{found}", name = printable(&only.from), found);
    // An account only; a closed stderr must not stop the command.
    let _ = writeln!(io::stderr(), "{}", complaint(&line));
    sound(only.file.is_ok())
}

fn sound(is_sound: bool) -> Result<(), Failure> {
    if is_sound {
        Ok(())
    } else {
        Err(Failure::ProblemsListed)
    }
}

/// Reads a document, or tells why not.
fn read(path: &Path) -> Result<Understood, Failure> {
    let Document { name, bytes } = opening::document(path)?;
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase());
    if matches!(ending.as_deref(), Some("yaml" | "yml" | "json")) {
        let name = printable(&name);
        let message = say!(
            "{name} 已经是规划文件；检查它用 guihua check，打开它用 guihua --plan",
            name
        );
        return Err(Failure::Unknown(message));
    }
    if io::stderr().is_terminal() {
        let line = say!("正在读 {name}……", name = printable(&name));
        // Progress only; a closed stderr must not stop the command.
        let _ = writeln!(io::stderr(), "{}", complaint(&line));
    }
    importing::read(Document { name, bytes }).map_err(Failure::Unknown)
}

/// The plans of one document, or the one of several.
fn plans(understood: &[Understood], args: &ImportArgs) -> Result<Vec<Imported>, Failure> {
    let named = args.domains.iter().flat_map(|it| it.split(['，', '、']));
    let named = named.map(str::trim).filter(|name| !name.is_empty());
    let mut domains: Vec<String> = Vec::new();
    for name in named {
        if !domains.iter().any(|known| known == name) {
            domains.push(name.to_owned());
        }
    }
    let made = match understood {
        [only] => importing::plans(only, &domains),
        several => importing::joined(several, &domains).map(|plan| vec![plan]),
    };
    made.map_err(Failure::Unknown)
}

/// Tells what was made of a document, and what a person should look at.
fn told(
    imported: &Imported,
    path: &Path,
    outcome: &Outcome,
    paint: Paint,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let name = printable(&path.display().to_string());
    let found = Found::of(&imported.plan);
    let line = say!("{name}：{found}", name, found = found.told());
    let line = match outcome {
        Outcome::Differs(_) => paint.wrong(&line),
        _ => paint.well(&line),
    };
    writeln!(out, "{line}")?;
    writeln!(
        out,
        "  {}",
        say!("规划：{title}", title = &imported.plan.meta.title)
    )?;
    writeln!(out, "  {}", imported.fidelity())?;
    if found.omitted > 0 {
        let omitted = say!(
            "略去 {n} 处不属规划的文字，见规划文件的 omitted",
            n = found.omitted
        );
        writeln!(out, "  {omitted}")?;
    }
    if imported.assigned > 0 {
        let (n, joined, own) = (imported.assigned, imported.joined, imported.own);
        let rows = say!(
            "分工表 {n} 行，其中 {joined} 行与正文的任务对上，{own} 行是正文没有的任务",
            n,
            joined,
            own
        );
        writeln!(out, "  {rows}")?;
    }
    doubts(&imported.plan.doubts, out)?;
    if let Err(problems) = &imported.file {
        let count = say!("规划文件有 {count}问题：", count = problems.count());
        writeln!(out, "  {count}")?;
        for problem in problems.first() {
            writeln!(out, "  {name}:{problem}")?;
        }
    }
    files::told(outcome, out)?;
    Ok(())
}

/// Tells the first doubts, and how many there are beyond.
fn doubts(doubts: &[Doubt], out: &mut impl Write) -> io::Result<()> {
    for doubt in doubts.iter().take(MOST_TOLD) {
        writeln!(out, "  {}", doubtful(doubt))?;
    }
    let more = doubts.len().saturating_sub(MOST_TOLD);
    if more > 0 {
        let more = say!("另有 {n} 处存疑，见规划文件的 doubts", n = more);
        writeln!(out, "  {more}")?;
    }
    Ok(())
}

/// A doubt on one line.
fn doubtful(doubt: &Doubt) -> String {
    let quote = doubt.quote.as_ref().map(|quote| format!("“{quote}”"));
    let proposal = doubt.proposal.as_ref();
    let proposal = proposal.map(|words| say!("，或应为：{words}", words));
    say!(
        "存疑 {at} {quote}{note}{proposal}",
        at = doubt.at,
        quote = quote.unwrap_or_default(),
        note = &doubt.note,
        proposal = proposal.unwrap_or_default()
    )
}
