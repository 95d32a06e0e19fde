//! What must hold of a target: the keys that its kind needs, years that the plan prints, the unit that the quote prints.

use std::collections::HashSet;

use super::decode::{Decoded, TargetPlaces};
use super::figures;
use super::place::Place;
use super::problem::Problems;
use super::reader::suggestion;
use super::surroundings::{Printed, Surroundings};
use crate::plan::{Citation, Claim, GoalYear, Number, Outline, Period, Reckoning, Target};
use crate::words::{say, tr};

/// A plan as decoded, with its text.
struct Text<'a> {
    decoded: &'a Decoded,
    around: Surroundings<'a>,
    /// All years that the text prints or names, as “十四五” does.
    years: HashSet<u16>,
    /// The ids of all targets, in their order and to look up.
    ids: (Vec<&'a str>, HashSet<&'a str>),
}

/// Notes what does not hold of the targets.
pub(super) fn verify(decoded: &Decoded, outline: &Outline, problems: &mut Problems) {
    let nodes = outline.nodes().iter();
    let named = nodes
        .clone()
        .flat_map(|node| figures::named_years(node.prose.reading()));
    let years = nodes
        .flat_map(|node| figures::years(node.prose.reading()).chain(figures::years(&node.number)));
    let ids = decoded.ids.iter().map(|(_, id)| id.as_str());
    let ids = ids.filter(|id| !id.is_empty());
    let text = Text {
        decoded,
        around: Surroundings::of(outline),
        years: years.chain(named).collect(),
        ids: (ids.clone().collect(), ids.collect()),
    };
    for (target, places) in decoded.plan.targets.iter().zip(&decoded.targets) {
        keys(target, places, problems);
        goal_year(target, places, &text, problems);
        history(target, places, &text, problems);
        milestones(target, places, &text, problems);
        units(target, places, &text, problems);
        whole(target, places, &text, problems);
    }
    for (claim, place) in decoded.plan.claims.iter().zip(&decoded.claims) {
        unit_of_claim(claim, *place, &text, problems);
    }
}

fn keys(target: &Target, places: &TargetPlaces, problems: &mut Problems) {
    if let Some(kind) = places.kind {
        let missing = missing_keys(target).into_iter();
        for missing in missing.filter(|key| !places.unreadable.contains(key)) {
            let what = say!(
                "“{kind}”类指标缺少“{missing}”",
                kind = tr(target.kind.label()),
                missing
            );
            let remedy = say!("补上“{missing}: …”，或改用别的类型", missing);
            problems.push(kind, what, remedy);
        }
    }
}

fn goal_year(target: &Target, places: &TargetPlaces, text: &Text<'_>, problems: &mut Problems) {
    let meta = &text.decoded.plan.meta;
    let GoalYear::Stated(year) = target.year else {
        return;
    };
    let of_plan = [meta.period.map(|term| term.end), meta.vision_year];
    if let Some(Period { start, end }) = meta.period.filter(|period| year < period.start) {
        let what = say!("目标年份 {year} 早于规划期", year);
        let remedy = say!("规划期是 {start}—{end}", start, end);
        problems.push(places.year, what, remedy);
    } else if !of_plan.contains(&Some(year)) && !text.years.contains(&year) {
        let what = say!("目标年份 {year} 不见于原文", year);
        let remedy = tr("核对年份；原文没有写明的，不写 year");
        problems.push(places.year, what, remedy);
    }
}

fn history(target: &Target, places: &TargetPlaces, text: &Text<'_>, problems: &mut Problems) {
    let mut years = HashSet::new();
    let stated_years = target.history.iter().zip(&places.history);
    for (stated, &place) in stated_years.filter(|(stated, _)| stated.year != 0) {
        let year = stated.year;
        let is_new = years.insert(year);
        if !is_new {
            let what = say!("历史值里 {year} 年重复", year);
            problems.push(place, what, tr("每年只写一个值"));
        } else if let Some(goal) = target.year.known().filter(|goal| year >= *goal) {
            let what = say!("历史值的年份 {year} 不早于目标年份 {goal}", year, goal);
            problems.push(place, what, tr("history 只写目标年份之前的值"));
        } else if !is_year_of(year, &stated.citation, text) {
            let what = say!("历史值的年份 {year} 不见于引文或其段落", year);
            problems.push(place, what, tr("核对年份，或改引写明年份的句子"));
        }
    }
}

/// Whether a figure can be of a year before the term: the quote prints the year; or it prints none, and the head of its
/// table or its paragraph does; or none prints any, and the year is the last before the term, or an earlier one that is
/// printed elsewhere.
fn is_year_of(year: u16, citation: &Citation, text: &Text<'_>) -> bool {
    // In a cell, 1950 may be so many tonnes.
    let is_row = text.around.is_row(citation);
    let years = |printed: &Printed| -> HashSet<u16> {
        let years = printed.years.iter().copied();
        years
            .filter(|year| !is_row || printed.named_years.contains(year))
            .collect()
    };
    let quoted = years(&Printed::in_text(&citation.quote));
    if !quoted.is_empty() {
        return quoted.contains(&year);
    }
    let beside = text.around.paragraph(citation).map(years);
    let beside = beside.unwrap_or_default();
    if text.around.head_prints(citation, year) || !beside.is_empty() {
        return text.around.head_prints(citation, year) || beside.contains(&year);
    }
    let period = text.decoded.plan.meta.period;
    let is_before = period.is_none_or(|period| year < period.start);
    period.map(Period::base_year) == Some(year) || (is_before && text.years.contains(&year))
}

fn milestones(target: &Target, places: &TargetPlaces, text: &Text<'_>, problems: &mut Problems) {
    let milestones = target.milestones.iter().zip(&places.milestones);
    for (stated, &place) in milestones.filter(|(stated, _)| stated.year != 0) {
        let year = stated.year;
        if !is_year_of_goal(year, &stated.citation, text) {
            let what = say!("分期目标的年份 {year} 不见于引文或其段落", year);
            problems.push(place, what, tr("核对年份，或改引写明年份的句子"));
        } else if let Some(goal) = target.year.known().filter(|goal| year >= *goal) {
            let what = say!("分期目标的年份 {year} 不早于目标年份 {goal}", year, goal);
            problems.push(place, what, tr("milestones 只写目标年份之前的值"));
        }
    }
}

/// Whether a goal can be of a year: its paragraph prints it, perhaps beside the year that it is compared with; or the head
/// of its table does; or neither prints any year, and the year is printed elsewhere.
fn is_year_of_goal(year: u16, citation: &Citation, text: &Text<'_>) -> bool {
    let beside = text.around.paragraph(citation);
    beside.is_some_and(|printed| printed.years.contains(&year))
        || text.around.head_prints(citation, year)
        || (beside.is_none_or(|printed| printed.years.is_empty()) && text.years.contains(&year))
}

/// Notes where the quote prints another unit behind a figure, and a unit that is printed nowhere around the figures.
fn units(target: &Target, places: &TargetPlaces, text: &Text<'_>, problems: &mut Problems) {
    let Some(unit) = &target.unit else { return };
    let goal = target.goal.map(|goal| (goal, &target.citation));
    let stated = target.history.iter().chain(&target.milestones);
    let figures: Vec<(Number, &Citation)> = goal
        .into_iter()
        .chain(stated.map(|it| (it.value, &it.citation)))
        .collect();
    unit_of((unit, places.unit), &figures, &target.also, text, problems);
}

fn unit_of_claim(claim: &Claim, place: Place, text: &Text<'_>, problems: &mut Problems) {
    // “接近六成” prints neither its figure nor its unit.
    if claim.reckoning != Reckoning::Near {
        let figures = [(claim.states, &claim.citation)];
        unit_of((&claim.unit, place), &figures, &claim.from, text, problems);
    }
}

/// Notes a unit that can't be the one of these figures; `also` may print it too.
fn unit_of(
    (unit, place): (&str, Place),
    figures: &[(Number, &Citation)],
    also: &[Citation],
    text: &Text<'_>,
    problems: &mut Problems,
) {
    let others = figures.iter().map(|(value, citation)| {
        let printed = other_unit(*value, citation, unit)?;
        Some((*value, printed))
    });
    if let Some((figure, printed)) = others.flatten().next() {
        let what = say!(
            "引文里 {figure} 后面的单位是“{printed}”，不是“{unit}”",
            figure,
            printed,
            unit
        );
        problems.push(place, what, tr("单位应与引文一致"));
        return;
    }
    let mut places = figures.iter().map(|(_, citation)| *citation).chain(also);
    let has_figures = !figures.is_empty() && !unit.is_empty();
    if has_figures && !places.any(|citation| text.around.print_unit(citation, unit)) {
        let what = say!("单位“{unit}”不见于引文所在的段落或表格", unit);
        problems.push(place, what, tr("单位照印出的写；原文没有单位的，不写 unit"));
    }
}

/// The unit that a quote prints behind a figure, if it can't be the given one: 万人 can't be 吨, but 个 is a part of 个/千人. A
/// figure that also stands before something else is left alone.
fn other_unit(value: Number, citation: &Citation, unit: &str) -> Option<&'static str> {
    let is_same = |printed: &str| {
        unit.starts_with(printed)
            || printed.starts_with(unit)
            || (figures::is_percent(unit) && figures::is_percent(printed))
    };
    let printed: Option<Vec<&'static str>> = figures::units(&citation.quote, &value.to_string())
        .into_iter()
        .collect();
    let printed = printed?;
    let others = printed.iter().all(|printed| !is_same(printed));
    others.then(|| printed.first().copied()).flatten()
}

/// Notes a target that is a part of one that is not there.
fn whole(target: &Target, places: &TargetPlaces, text: &Text<'_>, problems: &mut Problems) {
    let Some(whole) = &target.part_of else { return };
    let (in_order, known) = &text.ids;
    if problems.is_full() || (*whole != target.id && known.contains(whole.as_str())) {
        return;
    }
    let others = in_order.iter().copied().filter(|id| *id != target.id);
    let remedy = suggestion(whole, &others.collect::<Vec<&str>>());
    let what = say!("没有编号为“{id}”的另一指标", id = whole);
    problems.push(places.part_of, what, remedy);
}

/// The keys that a target of this kind can't do without.
fn missing_keys(target: &Target) -> Vec<&'static str> {
    let mut missing = Vec::new();
    if target.kind.needs_goal() && target.goal.is_none() {
        missing.push("goal");
    }
    if target.kind.needs_benchmark() && target.benchmark.is_none() {
        missing.push("benchmark");
    }
    if target.kind.needs_direction() && target.direction.is_none() {
        missing.push("direction");
    }
    missing
}
