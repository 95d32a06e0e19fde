//! Targets, with the places that verification points at.

use super::super::place::Place;
use super::super::reader::{self, Fields};
use super::super::yaml::Tree;
use super::blocks::{self, Own};
use super::{Context, citation, claims, details, optional, other_place, required};
use crate::plan::{
    Adjustment, Binding, Direction, Domain, GoalYear, Kind, Number, Stated, Target, Tier,
};
use crate::words::{say, tr};

/// Where the parts of a target stand in the file.
pub(in super::super) struct TargetPlaces {
    pub(in super::super) id: Place,
    pub(in super::super) kind: Option<Place>,
    pub(in super::super) year: Place,
    pub(in super::super) unit: Place,
    pub(in super::super) part_of: Place,
    /// The year of each figure of the history, in order.
    pub(in super::super) history: Vec<Place>,
    /// The year of each milestone, in order.
    pub(in super::super) milestones: Vec<Place>,
    /// Keys that are there, but whose value could not be read.
    pub(in super::super) unreadable: Vec<&'static str>,
}

impl TargetPlaces {
    /// All parts where the target begins, until they are found elsewhere.
    fn at(start: Place) -> Self {
        Self {
            id: start,
            kind: None,
            year: start,
            unit: start,
            part_of: start,
            history: Vec::new(),
            milestones: Vec::new(),
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
    let name = required(&mut fields, "name", reader::name, cx.problems);
    let domains = target_domains(&mut fields, cx);
    let word = ("tier", tr("层次（tier）"));
    let tier = one_of(&mut fields, word, &Tier::ALL, &mut places, cx);
    let word = ("binding", tr("属性（binding）"));
    let binding = one_of(&mut fields, word, &Binding::ALL, &mut places, cx);
    let kind = kind(&mut fields, &mut places, cx).unwrap_or(Kind::Qualitative);
    let direction = direction(&mut fields, &mut places, cx);
    let unit = unit(&mut fields, &mut places, cx);
    let goal = goal(&mut fields, &mut places, cx);
    let year = year(&mut fields, &mut places, cx);
    let benchmark = optional(&mut fields, "benchmark", reader::text, cx.problems);
    let part_of = part_of(&mut fields, &mut places, cx);
    let citation = citation(&mut fields, goal.map(|goal| goal.to_string()), cx);
    let history = history(&mut fields, &mut places, cx);
    let milestones = milestones(&mut fields, &mut places, cx);
    let own = citation.as_ref().map(|citation| citation.at);
    let duties = blocks::duties(&mut fields, Own::At(own), cx);
    let adjusted = adjusted(&mut fields, goal, cx);
    let proposed = optional(&mut fields, "proposed", reader::text, cx.problems);
    let also = details(&mut fields, "also", cx).iter();
    let also = also.filter_map(|tree| other_place(tree, cx)).collect();
    let links = details(&mut fields, "served_by", cx).iter();
    let served_by = links.filter_map(|tree| claims::served_by(tree, cx));
    let served_by = served_by.collect();
    let note = optional(&mut fields, "note", reader::text, cx.problems);
    fields.finish(cx.problems);
    let citation = citation?;
    let target = Target {
        id,
        name,
        domains,
        tier: tier.unwrap_or_default(),
        binding,
        kind,
        direction,
        unit,
        goal,
        year,
        milestones,
        benchmark,
        part_of,
        citation,
        history,
        also,
        duties,
        adjusted,
        served_by,
        proposed,
        note,
    };
    Some((target, places))
}

fn direction(
    fields: &mut Fields<'_>,
    places: &mut TargetPlaces,
    cx: &mut Context<'_>,
) -> Option<Direction> {
    let words = [("up", Direction::Up), ("down", Direction::Down)];
    let word = ("direction", tr("方向（direction）"));
    one_of(fields, word, &words, places, cx)
}

fn unit(
    fields: &mut Fields<'_>,
    places: &mut TargetPlaces,
    cx: &mut Context<'_>,
) -> Option<String> {
    if let Some(tree) = fields.optional("unit") {
        places.unit = tree.place;
    }
    optional(fields, "unit", reader::name, cx.problems)
}

/// The figures for years before the last one.
fn milestones(
    fields: &mut Fields<'_>,
    places: &mut TargetPlaces,
    cx: &mut Context<'_>,
) -> Vec<Stated> {
    let milestones = details(fields, "milestones", cx).iter();
    let (at, milestones) = milestones.filter_map(|tree| stated(tree, cx)).unzip();
    places.milestones = at;
    milestones
}

fn id(fields: &mut Fields<'_>, places: &mut TargetPlaces, cx: &mut Context<'_>) -> String {
    if let Some(tree) = fields.optional("id") {
        places.id = tree.place;
    }
    let id = required(fields, "id", reader::name, cx.problems);
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

/// One of the words that a key may have: the key, and what messages call it.
fn one_of<T: Copy>(
    fields: &mut Fields<'_>,
    (key, what): (&'static str, &str),
    words: &[(&'static str, T)],
    places: &mut TargetPlaces,
    cx: &mut Context<'_>,
) -> Option<T> {
    let tree = fields.optional(key)?;
    let found = reader::one_of(tree, what, words, cx.problems);
    places.noting(key, found)
}

/// The adjustments of a target, each of the goal that the one before it left.
fn adjusted(
    fields: &mut Fields<'_>,
    mut goal: Option<Number>,
    cx: &mut Context<'_>,
) -> Vec<Adjustment> {
    let mut adjusted = Vec::new();
    for tree in details(fields, "adjusted", cx) {
        let Some(one) = adjustment(tree, cx) else {
            continue;
        };
        if let (Some(was), Some(goal)) = (one.was, goal)
            && was.decimal() != goal.decimal()
        {
            let what = say!("原目标值（was）{was} 与此前的目标值 {goal} 不同", was, goal);
            cx.problems.push(tree.place, what, tr("核对两处的数值"));
        }
        goal = one.goal.or(goal);
        adjusted.push(one);
    }
    adjusted
}

fn adjustment(tree: &Tree, cx: &mut Context<'_>) -> Option<Adjustment> {
    let mut fields = Fields::of(tree, tr("指标的调整（adjusted）"), cx.problems)?;
    let date = fields.required("date", cx.problems);
    let date = date.map(|tree| {
        let text = reader::text(tree, tr("日期（date）"), cx.problems);
        let is_day = text.len() == 10 && blocks::is_partial_date(&text);
        if !text.is_empty() && !is_day {
            let what = say!("“{text}”不是日期", text);
            cx.problems.push(tree.place, what, tr("写作 2023-06-30"));
        }
        text
    });
    let document = required(&mut fields, "document", reader::text, cx.problems);
    let mut figure = |key, what| {
        let tree = fields.optional(key)?;
        reader::number(tree, what, cx.problems)
    };
    let was = figure("was", tr("原目标值（was）"));
    let goal = figure("goal", tr("目标值（goal）"));
    fields.finish(cx.problems);
    Some(Adjustment {
        date: date?,
        document,
        was,
        goal,
    })
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

fn year(fields: &mut Fields<'_>, places: &mut TargetPlaces, cx: &mut Context<'_>) -> GoalYear {
    let Some(tree) = fields.optional("year") else {
        return GoalYear::Unknown;
    };
    places.year = tree.place;
    match reader::year(tree, tr("目标年份（year）"), cx.problems) {
        0 => {
            places.unreadable.push("year");
            GoalYear::Unknown
        }
        year => GoalYear::Stated(year),
    }
}

fn part_of(
    fields: &mut Fields<'_>,
    places: &mut TargetPlaces,
    cx: &mut Context<'_>,
) -> Option<String> {
    let tree = fields.optional("part_of")?;
    places.part_of = tree.place;
    Some(reader::name(tree, "part_of", cx.problems))
}

fn history(
    fields: &mut Fields<'_>,
    places: &mut TargetPlaces,
    cx: &mut Context<'_>,
) -> Vec<Stated> {
    let items = details(fields, "history", cx).iter();
    let read = items.filter_map(|tree| stated(tree, cx));
    let (at, history) = read.unzip();
    places.history = at;
    history
}

fn target_domains(fields: &mut Fields<'_>, cx: &mut Context<'_>) -> Vec<Domain> {
    let items = details(fields, "domains", cx);
    let mut domains = Vec::new();
    for tree in items {
        let domain = reader::name(tree, tr("领域"), cx.problems);
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
