//! The meeting card (会议卡片) of a target, for the terminal and as text.

use std::fmt;

use jiff::civil::Date;

use crate::evaluation::{Evaluation, Measure, Verdict};
use crate::plan::{Kind, Outline, Plan, Target};
use crate::text::{pad, width};
use crate::wording;
use crate::words::{say, tr};

/// The texts of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The target's name as it is told to readers.
    pub name: String,
    /// The plan's own name of the target, where `name` is a gloss.
    pub own_name: Option<String>,
    /// Its domains.
    pub domains: String,
    /// The baseline.
    pub baseline: Figure,
    /// The goal.
    pub goal: Figure,
    /// The latest figure or status.
    pub latest: Figure,
    /// The verdict, with the interim word if the final figure is missing.
    pub verdict: String,
    /// Measure, elapsed time and gap to the goal; empty if nothing was observed.
    pub progress: String,
    /// The sentence of the plan.
    pub sentence: String,
    /// Its place.
    pub place: String,
    /// The source of the latest figure; empty if there is none.
    pub source: String,
    /// The figures of reference areas, each labelled.
    pub references: Vec<String>,
    /// Remarks.
    pub remarks: Vec<String>,
    /// The day of the evaluation, in words.
    pub as_of: String,
}

/// A figure on a card; prints as `135万人（2025年）`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What it is.
    pub head: &'static str,
    /// The figure with its unit, or that it is missing.
    pub value: String,
    /// When it holds; empty if it is missing.
    pub time: String,
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.time.is_empty() {
            f.write_str(&self.value)
        } else {
            f.write_str(&wording::aside(&self.value, &self.time))
        }
    }
}

impl Figure {
    /// The figure with what it is: `目标 135万人（2025年）`.
    pub fn told(&self) -> String {
        format!("{} {self}", self.head)
    }
}

impl Card {
    /// The card of a target.
    pub fn of(
        target: &Target,
        plan: &Plan,
        outline: &Outline,
        evaluation: &Evaluation,
        as_of: Date,
    ) -> Self {
        let mut remarks = evaluation.remarks.clone();
        remarks.extend(target.note.clone());
        Self {
            name: wording::target_name(plan, target),
            own_name: wording::own_name(plan, target).map(str::to_owned),
            domains: wording::domains(plan, &target.domains),
            baseline: baseline(target, evaluation),
            goal: goal(target, evaluation),
            latest: latest(target, evaluation),
            verdict: verdict(evaluation),
            progress: progress(target, evaluation),
            sentence: outline.told(&target.citation),
            place: wording::place(outline, target.citation.at),
            source: source(evaluation),
            references: evaluation.references_in_words(target),
            remarks,
            as_of: say!("截至{day}", day = as_of),
        }
    }

    /// The name, and behind it the plan's own where that is another one.
    pub fn names(&self) -> String {
        match &self.own_name {
            Some(own) => wording::aside(&self.name, own),
            None => self.name.clone(),
        }
    }

    /// The target's name and its domains.
    pub fn title(&self) -> String {
        wording::aside(&self.name, &self.domains)
    }

    /// The sentence of the plan in quotation marks, and where it stands.
    pub fn quote(&self) -> String {
        wording::aside(wording::quoted(&self.sentence), &self.place)
    }

    /// The verdict and the day of the evaluation.
    pub fn conclusion(&self) -> String {
        say!(
            "{verdict}  （{as_of}）",
            verdict = self.verdict,
            as_of = self.as_of
        )
    }

    /// The card as lines of text.
    pub fn lines(&self) -> Vec<String> {
        let figures = [&self.baseline, &self.goal, &self.latest];
        let figures = figures.map(Figure::told);
        let mut facts = vec![
            (tr("原名"), self.own_name.clone().unwrap_or_default()),
            (tr("结论"), self.conclusion()),
            (tr("进展"), self.progress.clone()),
            (tr("原句"), self.quote()),
            (tr("来源"), self.source.clone()),
        ];
        facts.extend(self.references.iter().map(|it| (tr("参考"), it.clone())));
        facts.extend(self.remarks.iter().map(|it| (tr("说明"), it.clone())));
        facts.retain(|(_, text)| !text.is_empty());
        let columns = facts.iter().map(|(head, _)| width(head)).max();
        let fact = |(head, text)| format!("{}  {text}", pad(head, columns.unwrap_or(0)));
        let mut lines = vec![self.title(), figures.join(" → ")];
        lines.extend(facts.into_iter().map(fact));
        lines
    }
}

/// The baseline with its year, or that there is none.
pub fn baseline(target: &Target, evaluation: &Evaluation) -> Figure {
    let base = evaluation.baseline.as_ref();
    Figure {
        head: tr("基期"),
        value: base.map_or_else(
            || tr("无同口径数值").to_owned(),
            |base| wording::measured(base.value, evaluation.unit(target)),
        ),
        time: base.map_or_else(String::new, |base| say!("{year}年", year = base.year)),
    }
}

/// The goal that counts on the day, with its year.
pub fn goal(target: &Target, evaluation: &Evaluation) -> Figure {
    let goal = &evaluation.goal;
    Figure {
        head: tr("目标"),
        value: wording::goal_of(target, goal.value),
        time: goal.time(),
    }
}

/// The latest figure or status with its time, or that there is none. Where the years add up it is their sum, with what the
/// last of them added.
pub fn latest(target: &Target, evaluation: &Evaluation) -> Figure {
    let seen = evaluation.judged.as_ref().or(evaluation.seen.last());
    let sum = match evaluation.measure {
        Measure::Attainment { sum, .. } => Some(sum),
        _ => None,
    };
    let (value, time) = match (&evaluation.status, seen, sum) {
        (None, Some(seen), Some(sum)) => (
            say!("累计{sum}", sum = wording::figure(sum.normalize(), target)),
            say!(
                "至{when}，当期{own}",
                when = seen.period.shown(),
                own = wording::measured(seen.value, evaluation.unit(target))
            ),
        ),
        (Some(status), ..) => (tr(status.stage.label()).to_owned(), status.date.to_string()),
        (None, Some(seen), None) => {
            let benchmark = seen
                .benchmark
                .map(|value| say!("，对照{benchmark}", benchmark = value));
            (
                wording::measured(seen.value, evaluation.unit(target)),
                seen.period.shown() + &benchmark.unwrap_or_default(),
            )
        }
        (None, None, _) => (Verdict::NoData.label().to_owned(), String::new()),
    };
    Figure {
        head: tr("最新"),
        value,
        time,
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
    let goal = evaluation.goal.value;
    let (Some(gap), Some(goal), Some(judged)) = (evaluation.gap, goal, &evaluation.judged) else {
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
