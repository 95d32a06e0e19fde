//! `guihua target`: the card of one target.

use std::io::{self, Write};

use super::{Failure, opening};
use crate::assessment::Assessment;
use crate::card::{self, Card};
use crate::cli::{Common, TargetArgs};
use crate::dossier::Dossier;
use crate::evaluation::{Evaluation, Projection, Step};
use crate::gauge::{self, Instrument};
use crate::load::printable;
use crate::output::answers;
use crate::plan::Target;
use crate::records::find_target;
use crate::search::Index;
use crate::text::{pad, width};
use crate::topic::Answer;
use crate::wording::{self, aside};
use crate::words::{say, tr};

pub(super) fn run(common: &Common, args: &TargetArgs, out: &mut impl Write) -> Result<(), Failure> {
    let dossier = opening::dossier(common)?;
    let assessment = Assessment::of(&dossier, args.as_of.date());
    let target = named(&dossier, &assessment, &args.target)?;
    if args.json {
        return Ok(as_json(&dossier, target, &assessment, out)?);
    }
    write_card(&dossier, target, &assessment, out)?;
    if args.why {
        let evaluation = assessment.evaluation(target);
        let steps = evaluation.map_or_else(Vec::new, |it| it.why(target, &assessment.method));
        why(steps, &tasks(target, &dossier), out)?;
    }
    Ok(())
}

/// The target that words name: by its id or name, or the only one of their topic.
fn named<'a>(
    dossier: &'a Dossier,
    assessment: &Assessment,
    words: &str,
) -> Result<&'a Target, Failure> {
    let targets = &dossier.plan.targets;
    let is_meant = |it: &&Target| it.id == words.trim() || it.name == words.trim();
    if let Some(target) = targets.iter().find(is_meant) {
        return Ok(target);
    }
    let index = Index::new(&dossier.plan, &dossier.outline, &[]);
    let answer = Answer::of(dossier, &index, words);
    let Some(answer) = answer.filter(|it| !it.named().is_empty()) else {
        return Ok(find_target(&dossier.plan, words)?);
    };
    let only = answer.only_target(&dossier.plan);
    only.ok_or_else(|| Failure::Unknown(candidates(dossier, assessment, &answer)))
}

/// The targets of a topic, of which one is to be named.
fn candidates(dossier: &Dossier, assessment: &Assessment, answer: &Answer) -> String {
    let promises = answer.named();
    let targets = promises.iter().filter_map(|promise| {
        let target = dossier.plan.targets.get(promise.target)?;
        Some((target, assessment.evaluation(target)?))
    });
    let rows = targets.map(|(target, evaluation)| {
        let goal = card::goal(target, evaluation);
        let name = wording::target_name(&dossier.plan, target);
        [
            target.id.clone(),
            name,
            goal.told(),
            evaluation.column_verdict(),
        ]
    });
    let rows: Vec<[String; 4]> = rows.collect();
    let widest = |column: usize| {
        rows.iter()
            .filter_map(|row| row.get(column))
            .map(|it| width(it))
            .max()
    };
    let columns: Vec<usize> = (0..3).map(|column| widest(column).unwrap_or(0)).collect();
    let lines = rows.iter().map(|[id, name, goal, verdict]| {
        let cells = [id, name, goal].into_iter().zip(&columns);
        let cells: Vec<String> = cells.map(|(cell, columns)| pad(cell, *columns)).collect();
        format!("\n  {}  {verdict}", cells.join("  "))
    });
    let head = say!(
        "与“{words}”有关的指标有 {count} 项，请写明一项的编号或名称：",
        words = printable(&answer.asked),
        count = rows.len()
    );
    head + &lines.collect::<String>()
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
pub(super) fn write_card(
    dossier: &Dossier,
    target: &Target,
    assessment: &Assessment,
    out: &mut impl Write,
) -> io::Result<()> {
    let Dossier { plan, outline, .. } = dossier;
    let Some(evaluation) = assessment.evaluation(target) else {
        return Ok(());
    };
    for line in Card::of(target, plan, outline, evaluation, assessment.as_of).lines() {
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
    // As wide as the labels of the card above it.
    let label = pad(tr("图示"), width(tr("原句")));
    Some(format!("{label}  {drawn} {}", instrument.figure()))
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
