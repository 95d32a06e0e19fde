//! The data that still have to be collected for the conclusions, and why.

use jiff::civil::Date;

use super::Missing;
use crate::assessment::Assessment;
use crate::card;
use crate::dossier::Dossier;
use crate::evaluation::{Evaluation, Verdict};
use crate::plan::{Kind, Plan, Target};
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

/// All that is missing, for what binds most first.
pub(super) fn all(dossier: &Dossier, assessment: &Assessment) -> Vec<Missing> {
    let mut targets: Vec<_> = assessment.targets(dossier).collect();
    targets.sort_by_key(|(target, _)| target.rank());
    let (plan, as_of) = (&dossier.plan, assessment.as_of);
    let missing = |(target, it): (&Target, &Evaluation)| missing(target, it, plan, as_of);
    targets.into_iter().filter_map(missing).collect()
}

/// The data missing for a target on `as_of`, if any; figures not yet due are not missing.
fn missing(target: &Target, evaluation: &Evaluation, plan: &Plan, as_of: Date) -> Option<Missing> {
    if target.year.is_beyond(plan.meta.period.map(|term| term.end)) {
        return None;
    }
    let what = if target.is_judged_by_record() {
        of_records(evaluation)
    } else {
        of_figures(target, evaluation, plan, as_of)
    }?;
    Some(Missing {
        id: target.id.clone(),
        target: wording::target_name(target),
        goal: card::goal(target, evaluation).to_string(),
        what,
        duty: duty(target),
    })
}

/// Who is responsible by the plan: the leading departments, then the others.
fn duty(target: &Target) -> String {
    let duties = [&target.duties.lead, &target.duties.with];
    let names = duties.into_iter().flatten().flat_map(|duty| &duty.names);
    names.cloned().collect::<Vec<_>>().join(tr("、"))
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
) -> Option<String> {
    let mut parts = Vec::new();
    let is_counted_from_it = matches!(target.kind, Kind::Direction | Kind::ChangeBy);
    let no_base = is_counted_from_it && evaluation.baseline.is_none();
    if no_base {
        parts.push(match plan.meta.period {
            Some(term) => say!("{year}年的基期值", year = term.base_year()),
            None => tr("基期值").to_owned(),
        });
    }
    parts.extend(of_years(target, evaluation, plan, as_of));
    if parts.is_empty() && evaluation.provisional {
        parts.push(say!("最终核定数"));
    }
    (!parts.is_empty()).then(|| parts.join(tr("；")))
}

/// The figures of the term that are due and missing.
fn of_years(target: &Target, evaluation: &Evaluation, plan: &Plan, as_of: Date) -> Option<String> {
    let pair = with_benchmark(target);
    match evaluation.verdict {
        Verdict::DifferentMeasure => return Some(say!("与基期、目标同口径的数据")),
        Verdict::NoBenchmark if target.kind == Kind::SetYearly => {
            return Some(tr("各年所定的目标").to_owned());
        }
        Verdict::NoBenchmark if target.kind == Kind::Relative => {
            let benchmark = target.benchmark.as_deref().unwrap_or(tr("对照"));
            return Some(say!("同年的{benchmark}数值", benchmark));
        }
        _ => {}
    }
    // Without a year no figure is known to be due.
    let year = evaluation.goal.year.known()?;
    // Without a term only the year of the goal is known to be needed.
    let first = plan.meta.period.map_or(year, |term| term.start);
    if target.kind.is_yearly() && target.kind != Kind::Relative {
        let decided = matches!(
            evaluation.verdict,
            Verdict::Missed
                | Verdict::LimitBroken
                | Verdict::Reached
                | Verdict::ReachedEarly
                | Verdict::AlreadyReached
        );
        let years = if evaluation.verdict == Verdict::NoData {
            due(first, year, as_of)
        } else {
            evaluation.missing.clone()
        };
        return (!decided && !years.is_empty()).then(|| {
            say!(
                "{years}年的数据{pair}（须逐年齐全）",
                years = spans(&years),
                pair
            )
        });
    }
    match evaluation.verdict {
        Verdict::NoData | Verdict::AwaitingFinal if evaluation.ended => {
            Some(say!("{year}年的终期数据{pair}", year, pair))
        }
        Verdict::NoData => due(first, year, as_of)
            .last()
            .map(|latest| say!("{latest}年的数据{pair}（判断进度）", latest, pair)),
        _ => None,
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
