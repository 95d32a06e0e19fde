//! What must hold of a target: the keys that its kind needs, years that the plan prints, the unit that the quote prints.

use std::collections::HashSet;

use super::decode::{Decoded, TargetPlaces};
use super::figures;
use super::problem::Problems;
use super::reader::suggestion;
use crate::plan::{Citation, GoalYear, Number, Outline, Period, Target};
use crate::words::{say, tr};

/// A plan as decoded, with its text.
struct Text<'a> {
    decoded: &'a Decoded,
    outline: &'a Outline,
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
        outline,
        years: years.chain(named).collect(),
        ids: (ids.clone().collect(), ids.collect()),
    };
    for (target, places) in decoded.plan.targets.iter().zip(&decoded.targets) {
        keys(target, places, problems);
        goal_year(target, places, &text, problems);
        history(target, places, &text, problems);
        units(target, places, problems);
        whole(target, places, &text, problems);
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

/// Whether a figure can be of a year: the quote prints the year; or it prints none, and its paragraph does; or neither
/// prints any, as in a row of a table, and the year is printed elsewhere or is the one before the term.
fn is_year_of(year: u16, citation: &Citation, text: &Text<'_>) -> bool {
    let node = text.outline.at(citation.at).map(|id| text.outline.node(id));
    let is_row = node.is_some_and(|node| node.row().is_some());
    let paragraph = node.map(|node| node.prose.reading());
    let texts = [Some(citation.quote.as_str()), paragraph];
    let printed = texts.into_iter().flatten().map(|text| {
        // In a cell, 1950 may be so many tonnes.
        let is_named = |year: &u16| {
            let mut before = text
                .match_indices('年')
                .filter_map(|(at, _)| text.get(..at));
            before.any(|it| it.trim_end().ends_with(&year.to_string()))
        };
        let says = |year: &u16| !is_row || is_named(year);
        let years = figures::years(text).filter(|year| is_year(*year));
        years.filter(says).collect::<Vec<_>>()
    });
    if let Some(printed) = printed.into_iter().find(|years| !years.is_empty()) {
        return printed.contains(&year);
    }
    let base = text.decoded.plan.meta.period.map(Period::base_year);
    text.years.contains(&year) || base == Some(year)
}

/// Whether four digits can be a year of a plan.
fn is_year(number: u16) -> bool {
    (1949..2100).contains(&number)
}

/// Notes where the quote prints another unit behind a figure.
fn units(target: &Target, places: &TargetPlaces, problems: &mut Problems) {
    let Some(unit) = &target.unit else { return };
    let goal = target.goal.map(|goal| (goal, &target.citation));
    let history = target.history.iter().map(|it| (it.value, &it.citation));
    for (value, citation) in goal.into_iter().chain(history) {
        if let Some(printed) = other_unit(value, citation, unit) {
            let what = say!(
                "引文里 {figure} 后面的单位是“{printed}”，不是“{unit}”",
                figure = value,
                printed,
                unit
            );
            problems.push(places.unit, what, tr("单位应与引文一致"));
            return;
        }
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
