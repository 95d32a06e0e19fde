//! `guihua targets`: the targets as a table or as JSON.

use std::io::{self, Write};

use super::Failure;
use crate::answers;
use crate::card;
use crate::cli::{Common, TargetsArgs};
use crate::evaluation::{Evaluation, Method};
use crate::load::printable;
use crate::monitoring::Opened;
use crate::plan::Target;
use crate::text::{pad, width};
use crate::wording;

pub(super) fn run(
    opened: &Opened,
    common: &Common,
    args: &TargetsArgs,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let plan = &opened.plan;
    if let Some(domain) = args
        .domain
        .as_ref()
        .filter(|domain| !plan.domains.contains(domain))
    {
        let known = plan.domains.join("、");
        return Err(Failure::Unknown(format!(
            "没有“{}”这个领域；可用：{known}",
            printable(domain)
        )));
    }
    let wanted = |target: &&Target| {
        args.domain
            .as_ref()
            .is_none_or(|domain| target.domains.contains(domain))
    };
    let as_of = args.as_of.date();
    let (book, method) = (super::book(opened, common)?, Method::default());
    let evaluate = |target| (target, Evaluation::of(target, plan, &book, as_of, &method));
    let targets: Vec<(&Target, Evaluation)> =
        plan.targets.iter().filter(wanted).map(evaluate).collect();
    if args.json {
        answers::write(&answers::Targets::of(plan, as_of, &targets), out)?;
    } else {
        table(&targets, out)?;
        writeln!(out, "截至{as_of}")?;
    }
    Ok(())
}

/// Columns aligned by display width. A figure that the plan does not state is a dash.
fn table(targets: &[(&Target, Evaluation)], out: &mut impl Write) -> io::Result<()> {
    let mut years: Vec<u16> = targets
        .iter()
        .flat_map(|(target, _)| target.history.iter().map(|stated| stated.year))
        .collect();
    years.sort_unstable();
    years.dedup();
    let mut rows = vec![head(&years)];
    rows.extend(
        targets
            .iter()
            .map(|(target, evaluation)| row(target, evaluation, &years)),
    );
    let columns = rows.first().map_or(0, Vec::len);
    let widths: Vec<usize> = (0..columns)
        .map(|n| {
            rows.iter()
                .filter_map(|row| row.get(n))
                .map(|cell| width(cell))
                .max()
                .unwrap_or(0)
        })
        .collect();
    for row in rows {
        let cells: Vec<String> = row
            .iter()
            .zip(&widths)
            .map(|(cell, &columns)| pad(cell, columns))
            .collect();
        writeln!(out, "{}", cells.join("  ").trim_end())?;
    }
    Ok(())
}

fn head(years: &[u16]) -> Vec<String> {
    let years = years.iter().map(|year| format!("{year}年"));
    ["编号", "指标"]
        .into_iter()
        .map(str::to_owned)
        .chain(years)
        .chain(["目标", "年份", "最新", "进度", "结论", "领域", "出处"].map(str::to_owned))
        .collect()
}

fn row(target: &Target, evaluation: &Evaluation, years: &[u16]) -> Vec<String> {
    let stated = years.iter().map(|year| {
        target
            .stated(*year)
            .map_or_else(|| "-".to_owned(), |stated| stated.value.to_string())
    });
    let mut row = vec![target.id.clone(), target.name.clone()];
    row.extend(stated);
    row.extend([
        wording::goal(target),
        target.year.to_string(),
        dash(observed(target, evaluation)),
        dash(evaluation.measure.text(evaluation.unit(target))),
        evaluation.told(),
        target.domains.join("、"),
        target.citation.at.to_string(),
    ]);
    row
}

/// The latest figure with its time; empty where there is none, which the verdict says.
fn observed(target: &Target, evaluation: &Evaluation) -> String {
    if evaluation.status.is_none() && evaluation.seen.is_empty() {
        return String::new();
    }
    card::latest(target, evaluation)
}

fn dash(cell: String) -> String {
    if cell.is_empty() {
        "-".to_owned()
    } else {
        cell
    }
}
