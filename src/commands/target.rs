//! `guihua target`: the card of one target.

use std::io::{self, Write};

use super::{Failure, opening};
use crate::assessment::Assessment;
use crate::card::Card;
use crate::cli::{Common, TargetArgs};
use crate::dossier::Dossier;
use crate::evaluation::{Evaluation, Projection, Step};
use crate::gauge::{self, Instrument};
use crate::output::answers;
use crate::plan::{Outline, Target};
use crate::records::find_target;
use crate::text::{pad, width};
use crate::wording::{self, aside};
use crate::words::{say, tr};

pub(super) fn run(common: &Common, args: &TargetArgs, out: &mut impl Write) -> Result<(), Failure> {
    let mut dossier = opening::shipped(common)?;
    let target = find_target(&dossier.plan, &args.target)?;
    dossier.book = opening::book(&dossier, common)?;
    let assessment = Assessment::of(&dossier, args.as_of.date());
    if args.json {
        return Ok(as_json(&dossier, target, &assessment, out)?);
    }
    card(target, &dossier.outline, &assessment, out)?;
    if args.why {
        let evaluation = assessment.evaluation(target);
        let steps = evaluation.map_or_else(Vec::new, |it| it.why(target, &assessment.method));
        why(steps, &tasks(target, &dossier), out)?;
    }
    Ok(())
}

/// Writes a target and its evaluation as JSON.
pub(super) fn as_json(
    dossier: &Dossier,
    target: &Target,
    assessment: &Assessment,
    out: &mut impl Write,
) -> io::Result<()> {
    let answer = answers::Target::of(dossier, target, assessment);
    answer.map_or(Ok(()), |answer| answers::write(&answer, out))
}

/// Writes the card of a target, and its projection.
pub(super) fn card(
    target: &Target,
    outline: &Outline,
    assessment: &Assessment,
    out: &mut impl Write,
) -> io::Result<()> {
    let Some(evaluation) = assessment.evaluation(target) else {
        return Ok(());
    };
    for line in Card::of(target, outline, evaluation, assessment.as_of).lines() {
        writeln!(out, "{line}")?;
    }
    if let Some(line) = gauge(evaluation) {
        writeln!(out, "{line}")?;
    }
    let Some(projection) = Projection::of(evaluation) else {
        return Ok(());
    };
    let line = say!(
        "外推  {year}年{value}（{method}）",
        year = projection.year,
        value = wording::figure(projection.value, target),
        method = projection.method
    );
    writeln!(out, "{line}")
}

/// The columns of a printed gauge.
const GAUGE: usize = 40;

/// The gauge with its figure; `None` where nothing can be drawn.
fn gauge(evaluation: &Evaluation) -> Option<String> {
    let instrument = Instrument::of(evaluation)?;
    if matches!(instrument, Instrument::State(_) | Instrument::Words(_)) {
        return None;
    }
    let drawn = gauge::text(&instrument.draw(GAUGE, super::signs()));
    Some(format!("{}  {drawn} {}", tr("进度条"), instrument.figure()))
}

/// The tasks that serve the target, each with the origin of the link.
fn tasks(target: &Target, dossier: &Dossier) -> Vec<String> {
    let told = dossier.tasks_of(target).map(|link| {
        let task = format!("{} {}", link.at(), link.words(&dossier.outline));
        aside(task, tr(link.origin.label()))
    });
    told.collect()
}

/// Writes the steps of the reasoning and the tasks, with aligned labels.
fn why(steps: Vec<Step>, tasks: &[String], out: &mut impl Write) -> io::Result<()> {
    let steps = steps.into_iter().map(|step| (step.label, step.text));
    let tasks = tasks.iter().map(|task| (tr("任务"), task.clone()));
    let lines: Vec<(&str, String)> = steps.chain(tasks).collect();
    let columns = lines.iter().map(|(label, _)| width(label)).max();
    writeln!(out, "\n{}", tr("为什么"))?;
    for (label, text) in lines {
        writeln!(out, "  {}  {text}", pad(label, columns.unwrap_or(0)))?;
    }
    Ok(())
}
