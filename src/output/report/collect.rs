//! The data that still have to be collected for the conclusions, and why.

use jiff::civil::Date;

use super::Missing;
use crate::assessment::Assessment;
use crate::card;
use crate::coverage::Link;
use crate::dossier::Dossier;
use crate::evaluation::{Evaluation, Verdict};
use crate::plan::{Address, Duties, Kind, Plan, Target};
use crate::records::last_day;
use crate::wording;
use crate::words::{say, tr};

/// The paragraph on which data the conclusions need, and why.
pub(super) fn needed(plan: &Plan) -> String {
    let Some(term) = plan.meta.period else {
        return say!(
            "只列下结论所需而尚缺的数据。一般指标只看目标年年末的值，期间年份的数据可有可无，只影响规划期内的进度用词；全期不超过、累计、保持同步的指标须逐年齐全；优于对照的指标须有目标年的两个数值；定方向的指标须有基期值；没有数值的目标须有进展记录。"
        );
    };
    say!(
        "只列下结论所需而尚缺的数据。一般指标只看目标年年末的值，期间年份的数据可有可无，只影响规划期内的进度用词；全期不超过、累计、保持同步的指标须{start}年以来逐年齐全；优于对照的指标须有目标年的两个数值；定方向的指标须有{base}年的基期值；没有数值的目标须有进展记录。",
        start = term.start,
        base = term.base_year()
    )
}

/// What a target needs for its conclusion.
pub(in crate::output) struct Need<'a> {
    /// The target.
    pub(in crate::output) target: &'a Target,
    /// How it stands.
    pub(in crate::output) evaluation: &'a Evaluation,
    /// What is missing, in words.
    pub(in crate::output) what: String,
    /// The years of which figures are missing.
    pub(in crate::output) years: Vec<u16>,
}

/// All that is missing, for what binds most first.
pub(super) fn all(dossier: &Dossier, assessment: &Assessment) -> Vec<Missing> {
    let needs = needs(dossier, assessment).into_iter();
    let missing = needs.map(|it| Missing {
        id: it.target.id.clone(),
        target: wording::target_name(it.target),
        goal: card::goal(it.target, it.evaluation).to_string(),
        what: it.what,
        duty: Responsible::of(it.target, dossier).told(),
    });
    missing.collect()
}

/// The targets that need data on the day of the assessment, those that bind most first; figures not yet due are not
/// missing.
pub(in crate::output) fn needs<'a>(
    dossier: &'a Dossier,
    assessment: &'a Assessment,
) -> Vec<Need<'a>> {
    let mut targets: Vec<_> = assessment.targets(dossier).collect();
    targets.sort_by_key(|(target, _)| target.rank());
    let (plan, as_of) = (&dossier.plan, assessment.as_of);
    let end = plan.meta.period.map(|term| term.end);
    let within = targets
        .into_iter()
        .filter(|(target, _)| !target.year.is_beyond(end));
    let need = |(target, evaluation): (&'a Target, &'a Evaluation)| {
        let (what, years) = if target.is_judged_by_record() {
            (of_records(evaluation)?, Vec::new())
        } else {
            of_figures(target, evaluation, plan, as_of)?
        };
        Some(Need {
            target,
            evaluation,
            what,
            years,
        })
    };
    within.filter_map(need).collect()
}

/// Who is responsible for a target by the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::output) struct Responsible {
    /// The departments, those that lead first; empty where the plan names nobody.
    pub(in crate::output) names: Vec<String>,
    /// The task that names them and serves the target, where the target's own words name nobody.
    task: Option<Address>,
}

impl Responsible {
    /// Those that the target's own words name, else those of the first task that serves it and names somebody.
    pub(in crate::output) fn of(target: &Target, dossier: &Dossier) -> Self {
        let own = names(&target.duties);
        if !own.is_empty() {
            return Self {
                names: own,
                task: None,
            };
        }
        let of_task = |link: &Link| {
            let node = dossier.outline.node(dossier.outline.at(link.task)?);
            let names = names(node.duties()?);
            let task = Some(link.task);
            (!names.is_empty()).then_some(Self { names, task })
        };
        dossier
            .tasks_of(target)
            .find_map(of_task)
            .unwrap_or_default()
    }

    /// In words, with the task that names them; empty where nobody is named.
    pub(in crate::output) fn told(&self) -> String {
        let names = self.names.join(tr("、"));
        match self.task {
            Some(at) => wording::aside(names, say!("据任务{at}", at)),
            None => names,
        }
    }
}

/// Those who lead, then the others.
fn names(duties: &Duties) -> Vec<String> {
    let duties = [&duties.lead, &duties.with];
    let names = duties.into_iter().flatten().flat_map(|duty| &duty.names);
    names.cloned().collect()
}

fn of_records(evaluation: &Evaluation) -> Option<String> {
    Some(match evaluation.verdict {
        Verdict::NoData if evaluation.ended => say!("规划期末的进展记录，须有来源"),
        Verdict::NoData => say!("有来源的进展记录"),
        Verdict::AwaitingFinal => say!("规划期末的进展记录"),
        Verdict::Unrated => say!("有来源的进展评定"),
        _ => return None,
    })
}

fn of_figures(
    target: &Target,
    evaluation: &Evaluation,
    plan: &Plan,
    as_of: Date,
) -> Option<(String, Vec<u16>)> {
    let (mut parts, mut years) = (Vec::new(), Vec::new());
    let is_counted_from_it = matches!(target.kind, Kind::Direction | Kind::ChangeBy);
    let no_base = is_counted_from_it && evaluation.baseline.is_none();
    if no_base {
        parts.push(match plan.meta.period {
            Some(term) => say!("{year}年的基期值", year = term.base_year()),
            None => tr("基期值").to_owned(),
        });
    }
    if let Some((words, due)) = of_years(target, evaluation, plan, as_of) {
        parts.push(words);
        years = due;
    }
    if parts.is_empty() && evaluation.provisional {
        parts.push(say!("最终核定数"));
    }
    (!parts.is_empty()).then(|| (parts.join(tr("；")), years))
}

/// The figures of the term that are due and missing: in words, and their years.
fn of_years(
    target: &Target,
    evaluation: &Evaluation,
    plan: &Plan,
    as_of: Date,
) -> Option<(String, Vec<u16>)> {
    let pair = with_benchmark(target);
    if let Some(words) = of_another_sort(target, evaluation) {
        return Some((words, Vec::new()));
    }
    // Without a year no figure is known to be due.
    let year = evaluation.goal.year.known()?;
    // Without a term only the year of the goal is known to be needed.
    let first = plan.meta.period.map_or(year, |term| term.start);
    if target.kind.is_yearly() && target.kind != Kind::Relative {
        let years = missing_years(evaluation, || due(first, year, as_of));
        let words = || {
            say!(
                "{years}年的数据{pair}（须逐年齐全）",
                years = spans(&years),
                pair
            )
        };
        return (!years.is_empty()).then(|| (words(), years.clone()));
    }
    match evaluation.verdict {
        Verdict::NoData | Verdict::AwaitingFinal if evaluation.ended => {
            Some((say!("{year}年的终期数据{pair}", year, pair), vec![year]))
        }
        Verdict::NoData => due(first, year, as_of).last().map(|latest| {
            let words = say!("{latest}年的数据{pair}（判断进度）", latest, pair);
            (words, vec![*latest])
        }),
        _ => None,
    }
}

/// What is missing beside figures of years.
fn of_another_sort(target: &Target, evaluation: &Evaluation) -> Option<String> {
    match evaluation.verdict {
        Verdict::DifferentMeasure => Some(say!("与基期、目标同口径的数据")),
        Verdict::NoBenchmark if target.kind == Kind::SetYearly => {
            Some(tr("各年所定的目标").to_owned())
        }
        Verdict::NoBenchmark if target.kind == Kind::Relative => {
            let benchmark = target.benchmark.as_deref().unwrap_or(tr("对照"));
            Some(say!("同年的{benchmark}数值", benchmark))
        }
        _ => None,
    }
}

/// The missing years of a target judged year by year; none once it is decided.
fn missing_years(evaluation: &Evaluation, due: impl Fn() -> Vec<u16>) -> Vec<u16> {
    match evaluation.verdict {
        Verdict::Missed
        | Verdict::LimitBroken
        | Verdict::Reached
        | Verdict::ReachedEarly
        | Verdict::AlreadyReached => Vec::new(),
        Verdict::NoData => due(),
        _ => evaluation.missing.clone(),
    }
}

/// The years from `start` to `end` that have ended by `as_of`.
fn due(start: u16, end: u16, as_of: Date) -> Vec<u16> {
    (start..=end)
        .take_while(|year| last_day(*year) <= as_of)
        .collect()
}

/// Joins years, consecutive ones as a range: `2021、2023—2025`.
fn spans(years: &[u16]) -> String {
    let mut spans: Vec<(u16, u16)> = Vec::new();
    for &year in years {
        match spans.last_mut() {
            Some((_, last)) if *last + 1 == year => *last = year,
            _ => spans.push((year, year)),
        }
    }
    let text = |(first, last): (u16, u16)| {
        if first == last {
            first.to_string()
        } else {
            say!("{first}—{last}", first, last)
        }
    };
    spans
        .into_iter()
        .map(text)
        .collect::<Vec<_>>()
        .join(tr("、"))
}

fn with_benchmark(target: &Target) -> String {
    target
        .benchmark
        .as_ref()
        .map(|benchmark| say!("及同年的{benchmark}数值", benchmark))
        .unwrap_or_default()
}
