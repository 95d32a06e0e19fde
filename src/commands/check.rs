//! `guihua check`: everything that is wrong with a plan file.

use std::io::{self, Write};
use std::path::Path;

use super::{Failure, read};
use crate::answers::{self, Check};
use crate::audit::audit;
use crate::cli::CheckArgs;
use crate::load::{Problems, printable};
use crate::paint::Paint;
use crate::plan::{NodeKind, Outline, Plan};
use crate::records::{self, Record};
use crate::words::say;

/// The built-in plan as it is written.
const BUILT_IN: &str = include_str!("../../plan.yaml");

pub(super) fn run(
    path: Option<&Path>,
    args: &CheckArgs,
    paint: Paint,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let (name, text) = match path {
        Some(path) => (path.display().to_string(), read(path)?),
        None => ("plan.yaml".to_owned(), BUILT_IN.to_owned()),
    };
    match records::open(&text) {
        Ok((plan, _)) if args.json => sound_as_json(&name, &plan, args.figures, out),
        Ok((plan, carried)) => {
            let size = size(&plan, carried.as_deref());
            writeln!(
                out,
                "{}：{}（{size}）",
                printable(&name),
                paint.well("没有问题")
            )?;
            if args.figures {
                figures(&plan, paint, out)
            } else {
                Ok(())
            }
        }
        Err(problems) => {
            let written = if args.json {
                answers::write(&Check::faulty(&name, &problems), out)
            } else {
                listed(&printable(&name), &problems, paint, out)
            };
            match written {
                // The file is faulty even if nobody reads why.
                Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
                _ => Err(Failure::ProblemsListed),
            }
        }
    }
}

fn listed(name: &str, problems: &Problems, paint: Paint, out: &mut impl Write) -> io::Result<()> {
    for problem in problems.iter() {
        let place = paint.place(&format!("{name}:{}:{}:", problem.line, problem.column));
        writeln!(out, "{place} {}", problem.told())?;
    }
    writeln!(out, "共 {} 处问题", problems.len())
}

fn sound_as_json(
    name: &str,
    plan: &Plan,
    with_figures: bool,
    out: &mut impl Write,
) -> Result<(), Failure> {
    answers::write(&Check::sound(name, plan, with_figures), out)?;
    if with_figures && audit(plan).iter().any(|finding| !finding.holds) {
        return Err(Failure::ProblemsListed);
    }
    Ok(())
}

fn size(plan: &Plan, carried: Option<&[Record]>) -> String {
    let outline = Outline::of(plan);
    let tasks = outline.of_kind(NodeKind::Task).count();
    let records = carried.map(|records| say!("，记录 {n} 条", n = records.len()));
    format!(
        "{} 章，任务 {tasks} 项，指标 {} 项{}",
        plan.body.chapters.len(),
        plan.targets.len(),
        records.unwrap_or_default()
    )
}

/// Every claim recomputed, then what does not fit together. A claim that does not hold is a problem of the plan.
fn figures(plan: &Plan, paint: Paint, out: &mut impl Write) -> Result<(), Failure> {
    let findings = audit(plan);
    for finding in &findings {
        let sign = if finding.holds {
            paint.well("相符")
        } else {
            paint.wrong("不符")
        };
        let claim = finding.claim;
        writeln!(
            out,
            "{sign}  {}{}：{}  “{}”（{}）",
            claim.states,
            claim.unit,
            finding.text(),
            claim.citation.quote,
            claim.citation.at
        )?;
    }
    let wrong = findings.iter().filter(|finding| !finding.holds).count();
    writeln!(
        out,
        "共 {} 条数值关系，相符 {} 条，不符 {wrong} 条",
        findings.len(),
        findings.len() - wrong
    )?;
    for discord in &plan.discords {
        let places: Vec<String> = discord
            .between
            .iter()
            .map(|citation| format!("“{}”（{}）", citation.quote, citation.at))
            .collect();
        writeln!(out, "不相衔接  {}：{}", places.join("与"), discord.note)?;
    }
    writeln!(out, "共 {} 处不相衔接", plan.discords.len())?;
    if wrong == 0 {
        Ok(())
    } else {
        Err(Failure::ProblemsListed)
    }
}
