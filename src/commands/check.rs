//! `guihua check`: lists the first problems of a plan file.

mod against;

use std::io::{self, Write};
use std::path::Path;

use super::Failure;
use super::opening::read;
use crate::audit::audit;
use crate::cli::CheckArgs;
use crate::load::{Problems, printable};
use crate::output::answers::{self, Check};
use crate::paint::Paint;
use crate::plan::{Citation, NodeKind, Plan};
use crate::records::{self, PlanFile};
use crate::wording::{self, aside};
use crate::words::{say, tr};

/// The source text of the built-in plan.
const BUILT_IN: &str = include_str!("../../plan.yaml");

pub(super) fn run(
    path: Option<&Path>,
    args: &CheckArgs,
    paint: Paint,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let (name, text) = match path {
        Some(path) => match read(path) {
            Ok(text) => (path.display().to_string(), text),
            Err(Failure::Faulty(name, problems)) => {
                return faulty(&name, &problems, args, paint, out);
            }
            Err(failure) => return Err(failure),
        },
        None => ("plan.yaml".to_owned(), BUILT_IN.to_owned()),
    };
    match records::open(&text) {
        Ok(file) if args.json => sound_as_json(&name, &file, args, out),
        Ok(file) => {
            let size = size(&file);
            let name = printable(&name);
            let sound = say!("{name}：没有问题（{size}）", name, size);
            writeln!(out, "{}", paint.well(&sound))?;
            if args.figures {
                figures(&file.plan, paint, out)?;
            }
            if args.against.is_empty() {
                return Ok(());
            }
            against::told(&file, &args.against, paint, out)
        }
        Err(problems) => faulty(&name, &problems, args, paint, out),
    }
}

fn faulty(
    name: &str,
    problems: &Problems,
    args: &CheckArgs,
    paint: Paint,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let written = if args.json {
        answers::write(&Check::faulty(name, problems), out)
    } else {
        listed(&printable(name), problems, paint, out)
    };
    match written {
        // The file is invalid even if the pipe is closed.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Err(Failure::ProblemsListed),
    }
}

fn listed(name: &str, problems: &Problems, paint: Paint, out: &mut impl Write) -> io::Result<()> {
    for problem in problems.first() {
        let place = paint.place(&format!("{name}:{}:{}:", problem.line, problem.column));
        writeln!(out, "{place} {}", problem.told())?;
    }
    let sum = say!("共 {count}问题", count = problems.count());
    match problems.others() {
        Some(others) => writeln!(out, "{sum}{}{others}", tr("，")),
        None => writeln!(out, "{sum}"),
    }
}

fn sound_as_json(
    name: &str,
    file: &PlanFile,
    args: &CheckArgs,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let plan = &file.plan;
    let mut answer = Check::sound(name, plan, args.figures);
    let mut holds = !args.figures || audit(plan).iter().all(|finding| finding.holds);
    if !args.against.is_empty() {
        let comparison = against::compared(file, &args.against)?;
        holds &= comparison.is_same();
        answer = answer.with_source(&against::names(&args.against), &comparison);
    }
    answers::write(&answer, out)?;
    if holds {
        Ok(())
    } else {
        Err(Failure::ProblemsListed)
    }
}

fn size(file: &PlanFile) -> String {
    let PlanFile {
        plan,
        outline,
        carried,
    } = file;
    let tasks = outline.of_kind(NodeKind::Task).count();
    let nodes = outline.nodes().iter();
    let headings = nodes.filter(|node| node.depth > 0).count();
    let records = carried
        .as_ref()
        .map(|records| say!("，记录 {n} 条", n = records.len()));
    say!(
        "标题 {headings} 个，任务 {tasks} 项，指标 {targets} 项{records}",
        headings,
        tasks,
        targets = plan.targets.len(),
        records = records.unwrap_or_default()
    )
}

/// Recomputes every claim, then lists the inconsistencies. A claim that does not hold is a problem of the plan.
fn figures(plan: &Plan, paint: Paint, out: &mut impl Write) -> Result<(), Failure> {
    let findings = audit(plan);
    for finding in &findings {
        let sign = if finding.holds {
            paint.well(tr("相符"))
        } else {
            paint.wrong(tr("不符"))
        };
        let claim = finding.claim;
        let line = say!(
            "{sign}  {states}：{reckoning}  {cited}",
            sign,
            states = wording::measured(claim.states, Some(&claim.unit)),
            reckoning = finding.text(),
            cited = cited(&claim.citation)
        );
        writeln!(out, "{line}")?;
    }
    let wrong = findings.iter().filter(|finding| !finding.holds).count();
    let sum = say!(
        "共 {n} 条数值关系，相符 {right} 条，不符 {wrong} 条",
        n = findings.len(),
        right = findings.len() - wrong,
        wrong
    );
    writeln!(out, "{sum}")?;
    for discord in &plan.discords {
        let places: Vec<String> = discord.between.iter().map(cited).collect();
        let line = say!(
            "不相衔接  {places}：{note}",
            places = places.join(tr("与")),
            note = discord.note
        );
        writeln!(out, "{line}")?;
    }
    let discords = plan.discords.len();
    writeln!(out, "{}", say!("共 {n} 处不相衔接", n = discords))?;
    if wrong == 0 {
        Ok(())
    } else {
        Err(Failure::ProblemsListed)
    }
}

/// A quotation with its address: `“至2025年……”（2.2p1）`.
fn cited(citation: &Citation) -> String {
    aside(format!("“{}”", citation.quote), citation.at)
}
