//! The meeting card (会议卡片) of a target, for the terminal and as text.

use std::fmt::Display;

use jiff::civil::Date;

use crate::evaluation::{Evaluation, Measure, Verdict};
use crate::plan::{GoalYear, Kind, Outline, Target};
use crate::text::{pad, width};
use crate::wording;
use crate::words::{say, tr};

/// The texts of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The target's name.
    pub name: String,
    /// Its domains.
    pub domains: String,
    /// Baseline, goal and latest figure, each with its label; missing ones say so.
    pub figures: [(&'static str, String); 3],
    /// The verdict, with the interim one if the final figure is missing.
    pub verdict: String,
    /// Measure, elapsed time and gap to the goal; empty if nothing was observed.
    pub progress: String,
    /// The sentence of the plan.
    pub sentence: String,
    /// Its place.
    pub place: String,
    /// The source of the latest figure; empty if there is none.
    pub source: String,
    /// Remarks.
    pub remarks: Vec<String>,
    /// The day of the evaluation, in words.
    pub as_of: String,
}

impl Card {
    /// The card of a target.
    pub fn of(target: &Target, outline: &Outline, evaluation: &Evaluation, as_of: Date) -> Self {
        let mut remarks = evaluation.remarks.clone();
        remarks.extend(target.note.clone());
        Self {
            name: target.name.clone(),
            domains: target.domains.join(tr("、")),
            figures: [
                (tr("基期"), baseline(target, evaluation)),
                (tr("目标"), in_goal_year(wording::goal(target), target.year)),
                (tr("最新"), latest(target, evaluation)),
            ],
            verdict: verdict(evaluation),
            progress: progress(target, evaluation),
            sentence: target.citation.quote.clone(),
            place: wording::place(outline, target.citation.at),
            source: source(evaluation),
            remarks,
            as_of: say!("截至{day}", day = as_of),
        }
    }

    /// The card as lines of text.
    pub fn lines(&self) -> Vec<String> {
        let figures: Vec<String> = self
            .figures
            .iter()
            .map(|(head, text)| format!("{head} {text}"))
            .collect();
        let sentence = wording::aside(wording::quoted(&self.sentence), &self.place);
        let verdict = say!(
            "{verdict}  （{as_of}）",
            verdict = self.verdict,
            as_of = self.as_of
        );
        let mut facts = vec![
            (tr("结论"), verdict),
            (tr("进展"), self.progress.clone()),
            (tr("原句"), sentence),
            (tr("来源"), self.source.clone()),
        ];
        facts.extend(self.remarks.iter().map(|it| (tr("说明"), it.clone())));
        facts.retain(|(_, text)| !text.is_empty());
        let columns = facts.iter().map(|(head, _)| width(head)).max();
        let fact = |(head, text)| format!("{}  {text}", pad(head, columns.unwrap_or(0)));
        let mut lines = vec![
            wording::aside(&self.name, &self.domains),
            figures.join(" → "),
        ];
        lines.extend(facts.into_iter().map(fact));
        lines
    }
}

/// A figure with its year: `135万人（2025年）`.
pub fn in_year(figure: impl Display, year: u16) -> String {
    say!("{figure}（{year}年）", figure, year)
}

/// A goal with its year, and whether that is assumed: `135万人（2025年）`, `扩大（2025年，推定）`.
pub fn in_goal_year(goal: impl Display, year: GoalYear) -> String {
    match wording::goal_year(year) {
        Some(year) => wording::aside(goal, year),
        None => goal.to_string(),
    }
}

/// The baseline with its year, or that the plan has none.
pub fn baseline(target: &Target, evaluation: &Evaluation) -> String {
    evaluation
        .baseline
        .as_ref()
        .map_or(tr("无").to_owned(), |base| {
            let figure = wording::measured(base.value, evaluation.unit(target));
            in_year(figure, base.year)
        })
}

/// The latest figure or status with its time, or that there is none.
pub fn latest(target: &Target, evaluation: &Evaluation) -> String {
    match (
        &evaluation.status,
        &evaluation.judged,
        evaluation.seen.last(),
    ) {
        (Some(status), ..) => wording::aside(tr(status.stage.label()), status.date),
        (None, Some(judged), _) | (None, None, Some(judged)) => {
            let figure = wording::measured(judged.value, evaluation.unit(target));
            let benchmark = judged
                .benchmark
                .map(|value| say!("，对照{benchmark}", benchmark = value));
            let when = judged.period.shown() + &benchmark.unwrap_or_default();
            wording::aside(figure, when)
        }
        (None, None, None) => Verdict::NoData.label().to_owned(),
    }
}

/// The verdict, with the interim one where the final figure is missing.
pub fn verdict(evaluation: &Evaluation) -> String {
    let verdict = evaluation.full_verdict();
    match evaluation.interim {
        None => verdict,
        Some(interim) => say!(
            "{verdict}（最新数据当时为“{interim}”，不是结论）",
            verdict,
            interim = interim.label()
        ),
    }
}

/// Measure, elapsed time and gap to the goal; empty if nothing is measured.
pub fn progress(target: &Target, evaluation: &Evaluation) -> String {
    let mut parts = vec![evaluation.measure.text(evaluation.unit(target))];
    if let Some(expected) = evaluation.expected {
        parts.push(say!(
            "时间 {share}",
            share = crate::evaluation::percent(expected)
        ));
    }
    parts.push(distance(target, evaluation));
    parts.retain(|part| !part.is_empty());
    parts.join(tr("，"))
}

/// The gap between the latest figure and the goal, in words that fit the goal's kind. Empty where nothing is compared, or
/// the measure says it.
fn distance(target: &Target, evaluation: &Evaluation) -> String {
    let (Some(gap), Some(goal), Some(judged)) = (evaluation.gap, target.goal, &evaluation.judged)
    else {
        return String::new();
    };
    let size = wording::amount(gap.abs().normalize(), target);
    let above = judged.value.decimal() > goal.decimal();
    match target.kind {
        Kind::KeepBelow => {
            let year = judged.period.shown();
            match gap {
                gap if gap.is_zero() => say!("{year}恰为上限", year),
                _ if above => say!("{year}高于上限{size}", year, size),
                _ => say!("{year}低于上限{size}", year, size),
            }
        }
        _ if matches!(evaluation.measure, Measure::Margin { .. }) => String::new(),
        _ if gap.is_zero() => tr("恰为目标值").to_owned(),
        Kind::AtMost if above => say!("高于上限{size}", size),
        Kind::AtMost => say!("低于上限{size}", size),
        Kind::About | Kind::DecreaseTo if gap.is_sign_negative() => {
            if above {
                say!("高于目标{size}", size)
            } else {
                say!("低于目标{size}", size)
            }
        }
        _ if gap.is_sign_negative() => say!("超出目标{size}", size),
        _ => say!("差{size}", size),
    }
}

/// The source of the judged figure or status, and its standing.
pub fn source(evaluation: &Evaluation) -> String {
    if let Some(status) = &evaluation.status {
        return status.source.clone().unwrap_or_default();
    }
    let Some(judged) = evaluation.judged.as_ref().or(evaluation.seen.last()) else {
        return String::new();
    };
    match judged.standing {
        Some(standing) => wording::aside(&judged.source, tr(standing.label())),
        None => judged.source.clone(),
    }
}
