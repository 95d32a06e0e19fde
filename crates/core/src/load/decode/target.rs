//! Targets, with the places that verification points at.

use super::super::place::Place;
use super::super::reader::{self, Fields};
use super::super::yaml::Tree;
use super::{Context, citation, claims, items, optional_text, other_place, required_text};
use crate::plan::{Direction, Domain, Kind, Number, Stated, Target};
use crate::words::tr;

/// Where the parts of a target stand in the file.
pub(in super::super) struct TargetPlaces {
    pub(in super::super) target: Place,
    pub(in super::super) id: Place,
    pub(in super::super) kind: Option<Place>,
    pub(in super::super) year: Place,
    pub(in super::super) part_of: Place,
    /// The year of each figure of the history, in order.
    pub(in super::super) history: Vec<Place>,
    /// Keys that are there, but whose value could not be read.
    pub(in super::super) unreadable: Vec<&'static str>,
}

impl TargetPlaces {
    /// All parts where the target begins, until they are found elsewhere.
    fn at(start: Place) -> Self {
        Self {
            target: start,
            id: start,
            kind: None,
            year: start,
            part_of: start,
            history: Vec::new(),
            unreadable: Vec::new(),
        }
    }

    /// Whether every part of the target was read.
    pub(in super::super) fn is_whole(&self) -> bool {
        self.kind.is_some() && self.unreadable.is_empty()
    }

    /// Notes that the value of a key could not be read, if so.
    fn noting<T>(&mut self, key: &'static str, value: Option<T>) -> Option<T> {
        if value.is_none() {
            self.unreadable.push(key);
        }
        value
    }
}

pub(super) fn target(tree: &Tree, cx: &mut Context<'_>) -> Option<(Target, TargetPlaces)> {
    let mut fields = Fields::of(tree, tr("指标"), cx.problems)?;
    let mut places = TargetPlaces::at(fields.place());
    let id = id(&mut fields, &mut places, cx);
    let name = required_text(&mut fields, "name", cx.problems);
    let domains = target_domains(&mut fields, cx);
    let kind = kind(&mut fields, &mut places, cx).unwrap_or(Kind::Qualitative);
    let direction = direction(&mut fields, &mut places, cx);
    let unit = optional_text(&mut fields, "unit", cx.problems);
    let goal = goal(&mut fields, &mut places, cx);
    let year = year(&mut fields, &mut places, cx);
    let benchmark = optional_text(&mut fields, "benchmark", cx.problems);
    let part_of = part_of(&mut fields, &mut places, cx);
    let citation = citation(&mut fields, goal.map(|goal| goal.to_string()), cx);
    let history = history(&mut fields, &mut places, cx);
    let also = items(&mut fields, "also", cx).iter();
    let also = also.filter_map(|tree| other_place(tree, cx)).collect();
    let served_by = items(&mut fields, "served_by", cx).iter();
    let served_by = served_by
        .filter_map(|tree| claims::served_by(tree, cx))
        .collect();
    let note = optional_text(&mut fields, "note", cx.problems);
    fields.finish(cx.problems);
    let citation = citation?;
    let target = Target {
        id,
        name,
        domains,
        kind,
        direction,
        unit,
        goal,
        year,
        benchmark,
        part_of,
        citation,
        history,
        also,
        served_by,
        note,
    };
    Some((target, places))
}

fn id(fields: &mut Fields<'_>, places: &mut TargetPlaces, cx: &mut Context<'_>) -> String {
    if let Some(tree) = fields.optional("id") {
        places.id = tree.place;
    }
    let id = required_text(fields, "id", cx.problems);
    cx.ids.push((places.id, id.clone()));
    id
}

fn kind(fields: &mut Fields<'_>, places: &mut TargetPlaces, cx: &mut Context<'_>) -> Option<Kind> {
    let tree = fields.required("kind", cx.problems)?;
    let words = Kind::ALL.map(|(kind, word, _)| (word, kind));
    let kind = reader::one_of(tree, tr("类型（kind）"), &words, cx.problems);
    places.kind = kind.map(|_| tree.place);
    kind
}

fn direction(
    fields: &mut Fields<'_>,
    places: &mut TargetPlaces,
    cx: &mut Context<'_>,
) -> Option<Direction> {
    let tree = fields.optional("direction")?;
    let words = [("up", Direction::Up), ("down", Direction::Down)];
    let direction = reader::one_of(tree, tr("方向（direction）"), &words, cx.problems);
    places.noting("direction", direction)
}

fn goal(
    fields: &mut Fields<'_>,
    places: &mut TargetPlaces,
    cx: &mut Context<'_>,
) -> Option<Number> {
    let tree = fields.optional("goal")?;
    let goal = reader::number(tree, tr("目标值（goal）"), cx.problems);
    places.noting("goal", goal)
}

fn year(fields: &mut Fields<'_>, places: &mut TargetPlaces, cx: &mut Context<'_>) -> u16 {
    fields.required("year", cx.problems).map_or(0, |tree| {
        places.year = tree.place;
        reader::year(tree, tr("目标年份（year）"), cx.problems)
    })
}

fn part_of(
    fields: &mut Fields<'_>,
    places: &mut TargetPlaces,
    cx: &mut Context<'_>,
) -> Option<String> {
    let tree = fields.optional("part_of")?;
    places.part_of = tree.place;
    Some(reader::text(tree, "part_of", cx.problems))
}

fn history(
    fields: &mut Fields<'_>,
    places: &mut TargetPlaces,
    cx: &mut Context<'_>,
) -> Vec<Stated> {
    let items = items(fields, "history", cx).iter();
    let read = items.filter_map(|tree| stated(tree, cx));
    let (at, history) = read.unzip();
    places.history = at;
    history
}

fn target_domains(fields: &mut Fields<'_>, cx: &mut Context<'_>) -> Vec<Domain> {
    let Some(tree) = fields.required("domains", cx.problems) else {
        return Vec::new();
    };
    let items = reader::list(tree, tr("领域（domains）"), cx.problems);
    if items.is_empty() {
        cx.problems
            .push(tree.place, tr("指标没有领域"), tr("至少写一个，如 [健康]"));
    }
    let mut domains = Vec::new();
    for tree in items {
        let domain = reader::text(tree, tr("领域"), cx.problems);
        cx.domains_named.push((tree.place, domain.clone()));
        domains.push(domain);
    }
    domains
}

fn stated(tree: &Tree, cx: &mut Context<'_>) -> Option<(Place, Stated)> {
    let mut fields = Fields::of(tree, tr("历史值（history）"), cx.problems)?;
    let year = fields
        .required("year", cx.problems)
        .map(|tree| (tree.place, reader::year(tree, tr("年份"), cx.problems)));
    let value = fields
        .required("value", cx.problems)
        .and_then(|tree| reader::number(tree, tr("数值（value）"), cx.problems));
    let citation = citation(&mut fields, value.map(|value| value.to_string()), cx);
    fields.finish(cx.problems);
    let (place, year) = year?;
    let stated = Stated {
        year,
        value: value?,
        citation: citation?,
    };
    Some((place, stated))
}
