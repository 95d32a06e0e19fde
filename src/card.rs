//! The meeting card (会议卡片): one target on one card, the same parts in the terminal and as text.

use jiff::civil::Date;

use crate::evaluation::{Evaluation, Measure};
use crate::plan::{Kind, Target};
use crate::wording;
use crate::words::{say, tr};

/// The parts of a card, in Chinese, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The target's name.
    pub name: String,
    /// Its domains.
    pub domains: String,
    /// Baseline, goal and latest figure, each with its head; what is missing says so.
    pub figures: [(&'static str, String); 3],
    /// The verdict, with the interim word if the final figure is missing.
    pub verdict: String,
    /// What is measured, how much time has gone, and what is missing to the goal; empty if nothing was observed.
    pub progress: String,
    /// The sentence of the plan.
    pub sentence: String,
    /// Where it stands.
    pub place: String,
    /// Where the latest figure comes from; empty if there is none.
    pub source: String,
    /// What a reader must know.
    pub remarks: Vec<String>,
    /// The day of the evaluation, in words.
    pub as_of: String,
}

impl Card {
    /// The card of a target.
    pub fn of(target: &Target, evaluation: &Evaluation, as_of: Date) -> Self {
        let mut remarks = evaluation.remarks.clone();
        remarks.extend(target.note.clone());
        Self {
            name: target.name.clone(),
            domains: target.domains.join("、"),
            figures: [
                ("基期", baseline(target, evaluation)),
                (
                    "目标",
                    format!("{}（{}年）", wording::goal(target), target.year),
                ),
                ("最新", latest(target, evaluation)),
            ],
            verdict: verdict(evaluation),
            progress: progress(target, evaluation),
            sentence: target.citation.quote.clone(),
            place: target.citation.at.in_chinese(),
            source: source(evaluation),
            remarks,
            as_of: format!("截至{as_of}"),
        }
    }

    /// The card as lines of text.
    pub fn lines(&self) -> Vec<String> {
        let figures: Vec<String> = self
            .figures
            .iter()
            .map(|(head, text)| format!("{head} {text}"))
            .collect();
        let mut lines = vec![
            format!("{}（{}）", self.name, self.domains),
            figures.join(" → "),
            format!("结论  {}  （{}）", self.verdict, self.as_of),
        ];
        if !self.progress.is_empty() {
            lines.push(format!("进展  {}", self.progress));
        }
        lines.push(format!(
            "原句  {}（{}）",
            wording::quoted(&self.sentence),
            self.place
        ));
        if !self.source.is_empty() {
            lines.push(format!("来源  {}", self.source));
        }
        lines.extend(self.remarks.iter().map(|remark| format!("说明  {remark}")));
        lines
    }
}

/// The baseline with its year, or that the plan has none.
pub fn baseline(target: &Target, evaluation: &Evaluation) -> String {
    evaluation
        .baseline
        .as_ref()
        .map_or("无".to_owned(), |base| {
            let figure = wording::with_unit(base.value, evaluation.unit(target));
            format!("{figure}（{}年）", base.year)
        })
}

/// The latest figure or status with its time, or that there is none.
pub fn latest(target: &Target, evaluation: &Evaluation) -> String {
    match (
        &evaluation.status,
        &evaluation.judged,
        evaluation.seen.last(),
    ) {
        (Some(status), ..) => format!("{}（{}）", status.stage.label(), status.date),
        (None, Some(judged), _) | (None, None, Some(judged)) => {
            let figure = wording::with_unit(judged.value, evaluation.unit(target));
            let benchmark = judged.benchmark.map(|value| format!("，对照{value}"));
            let when = judged.period.in_chinese();
            format!("{figure}（{when}{}）", benchmark.unwrap_or_default())
        }
        (None, None, None) => crate::gauge::NO_DATA.to_owned(),
    }
}

/// The verdict, and what the latest figure amounted to where the final one is missing.
pub fn verdict(evaluation: &Evaluation) -> String {
    let interim = evaluation
        .interim
        .map(|interim| format!("（最新数据当时为“{}”，不是结论）", interim.label()));
    format!("{}{}", evaluation.told(), interim.unwrap_or_default())
}

/// What is measured, how much of the time has gone, and what is missing; empty if nothing is measured.
pub fn progress(target: &Target, evaluation: &Evaluation) -> String {
    let mut parts = vec![evaluation.measure.text(evaluation.unit(target))];
    if let Some(expected) = evaluation.expected {
        parts.push(format!("时间 {}", crate::evaluation::percent(expected)));
    }
    parts.push(distance(target, evaluation));
    parts.retain(|part| !part.is_empty());
    parts.join("，")
}

/// How far the latest figure is from the goal, in the words of the goal's kind: a limit is not exceeded to the good. Empty
/// where nothing is compared, or the measure says it.
fn distance(target: &Target, evaluation: &Evaluation) -> String {
    let (Some(gap), Some(goal), Some(judged)) = (evaluation.gap, target.goal, &evaluation.judged)
    else {
        return String::new();
    };
    let size = wording::amount(gap.abs().normalize(), target);
    let above = judged.value.decimal() > goal.decimal();
    match target.kind {
        Kind::KeepBelow => {
            let year = judged.period.in_chinese();
            match gap {
                gap if gap.is_zero() => say!("{year}恰为上限", year = year),
                _ if above => say!("{year}高于上限{size}", year = year, size = size),
                _ => say!("{year}低于上限{size}", year = year, size = size),
            }
        }
        _ if matches!(evaluation.measure, Measure::Margin { .. }) => String::new(),
        _ if gap.is_zero() => tr("恰为目标值").to_owned(),
        Kind::AtMost if above => say!("高于上限{size}", size = size),
        Kind::AtMost => say!("低于上限{size}", size = size),
        Kind::About | Kind::DecreaseTo if gap.is_sign_negative() => {
            if above {
                say!("高于目标{size}", size = size)
            } else {
                say!("低于目标{size}", size = size)
            }
        }
        _ if gap.is_sign_negative() => say!("超出目标{size}", size = size),
        _ => say!("差{size}", size = size),
    }
}

/// Who published the judged figure or status, and how far that can be trusted.
pub fn source(evaluation: &Evaluation) -> String {
    if let Some(status) = &evaluation.status {
        return status.source.clone().unwrap_or_default();
    }
    let Some(judged) = evaluation.judged.as_ref().or(evaluation.seen.last()) else {
        return String::new();
    };
    let standing = judged.standing.map(|it| format!("（{}）", it.label()));
    format!("{}{}", judged.source, standing.unwrap_or_default())
}
