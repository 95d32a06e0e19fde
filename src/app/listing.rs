//! The rows of the lists of targets, tasks and terms, in groups, and moving among them.

use super::list::Cursor;
use crate::plan::{Kind, NodeId, NodeKind, Outline, Plan, Target, TermKind, Tier};
use crate::words::tr;

/// A row of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// The heading of a group, with the number of its items.
    Group(String, usize),
    /// An item: the index of a target or a term, or a task's node.
    Item(usize),
    /// A row that stands for the targets of a group without data, which follow it while it is open.
    Fold {
        /// The heading of the group.
        group: String,
        /// The targets that it stands for.
        items: Vec<usize>,
        /// Whether they are shown.
        is_open: bool,
    },
}

/// The groups of the list of targets, with their headings: the plan's targets lead.
const GROUPS: [(&str, Group); 5] = [
    ("定量指标", Group::Figure),
    ("可比对、定方向指标", Group::Comparable),
    ("定性目标", Group::Qualitative),
    ("编者列出的方向性要求", Group::Commitment),
    ("待确认（程序提出，尚无人确认）", Group::Proposed),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    /// The goal is a figure.
    Figure,
    /// The goal is a direction, or a comparison with a benchmark.
    Comparable,
    /// The goal is no quantity.
    Qualitative,
    /// It is a commitment of direction, whatever its goal.
    Commitment,
    /// No person has confirmed it.
    Proposed,
}

impl Group {
    fn of(target: &Target) -> Self {
        match (target.kind, target.goal) {
            _ if target.proposed.is_some() => Self::Proposed,
            _ if target.tier == Tier::Commitment => Self::Commitment,
            (Kind::Qualitative, _) => Self::Qualitative,
            (_, Some(_)) => Self::Figure,
            (_, None) => Self::Comparable,
        }
    }
}

/// The targets of a domain (`None` for all), those with a figure first.
pub fn targets(plan: &Plan, domain: Option<&str>) -> Vec<Row> {
    let members = |group: Group| {
        let all = plan.targets.iter().enumerate();
        let own = all.filter(|(_, target)| Group::of(target) == group && is_in(target, domain));
        own.map(|(index, _)| index).collect()
    };
    in_groups(GROUPS.map(|(name, group)| (tr(name).to_owned(), members(group))))
}

/// Whether a target belongs to a domain; to all if that is `None`.
pub(super) fn is_in(target: &Target, domain: Option<&str>) -> bool {
    domain.is_none_or(|domain| target.domains.iter().any(|own| own == domain))
}

/// The tasks of a domain (`None` for all), grouped by section.
pub fn tasks(outline: &Outline, domain: Option<&str>) -> Vec<Row> {
    let mut groups: Vec<(NodeId, Vec<usize>)> = Vec::new();
    for (id, node) in outline.of_kind(NodeKind::Task) {
        if domain.is_some_and(|wanted| node.domain.as_deref() != Some(wanted)) {
            continue;
        }
        let section = section_of(outline, id);
        match groups.last_mut() {
            Some((last, tasks)) if *last == section => tasks.push(id),
            _ => groups.push((section, vec![id])),
        }
    }
    let named = groups.into_iter().map(|(section, tasks)| {
        let node = outline.node(section);
        (format!("{}{}", node.number, node.title()), tasks)
    });
    in_groups(named)
}

/// How many [tasks] a domain has.
pub fn count_tasks(outline: &Outline, domain: Option<&str>) -> usize {
    let tasks = outline.of_kind(NodeKind::Task);
    let own = tasks.filter(|(_, node)| domain.is_none() || node.domain.as_deref() == domain);
    own.count()
}

/// The terms of the plan, grouped by kind.
pub fn terms(plan: &Plan) -> Vec<Row> {
    let of = |kind: TermKind| {
        let all = plan.terms.iter().enumerate();
        all.filter(|(_, term)| term.kind == kind)
            .map(|(index, _)| index)
            .collect()
    };
    in_groups(TermKind::ALL.map(|(kind, _, label)| (tr(label).to_owned(), of(kind))))
}

/// The section of a node; the node itself if it is in none.
fn section_of(outline: &Outline, id: NodeId) -> NodeId {
    let trail = outline.trail(id);
    trail
        .iter()
        .copied()
        .find(|&id| outline.node(id).address.level() == 2)
        .unwrap_or(id)
}

fn in_groups(groups: impl IntoIterator<Item = (String, Vec<usize>)>) -> Vec<Row> {
    let mut rows = Vec::new();
    for (name, items) in groups.into_iter().filter(|(_, items)| !items.is_empty()) {
        rows.push(Row::Group(name, items.len()));
        rows.extend(items.into_iter().map(Row::Item));
    }
    rows
}

/// The selected item.
pub fn selected(rows: &[Row], cursor: Cursor) -> Option<usize> {
    match rows.get(cursor.selected) {
        Some(Row::Item(item)) => Some(*item),
        _ => None,
    }
}

/// Moves the selection by `by` rows, and on in that direction to an item.
pub fn move_by(cursor: &mut Cursor, by: isize, rows: &[Row]) {
    cursor.move_by(by, rows.len());
    settle(cursor, by < 0, rows);
}

/// Moves the selection off a heading: down, or up with `upwards`, to the nearest item.
pub fn settle(cursor: &mut Cursor, upwards: bool, rows: &[Row]) {
    cursor.select(cursor.selected, rows.len());
    let is_item = |row: &usize| matches!(rows.get(*row), Some(Row::Item(_) | Row::Fold { .. }));
    let above = (0..=cursor.selected).rev().find(is_item);
    let below = (cursor.selected..rows.len()).find(is_item);
    let found = if upwards {
        above.or(below)
    } else {
        below.or(above)
    };
    cursor.selected = found.unwrap_or(0);
}

/// Selects an item, if it is in the rows.
pub fn select(cursor: &mut Cursor, item: usize, rows: &[Row]) {
    if let Some(row) = rows.iter().position(|row| *row == Row::Item(item)) {
        cursor.selected = row;
    }
}

/// Moves by `by` groups, to the first item of one.
pub fn move_by_group(cursor: &mut Cursor, by: isize, rows: &[Row]) {
    let heads: Vec<usize> = rows
        .iter()
        .enumerate()
        .filter(|(_, row)| matches!(row, Row::Group(..)))
        .map(|(n, _)| n)
        .collect();
    let own = heads
        .iter()
        .rposition(|&head| head <= cursor.selected)
        .unwrap_or(0);
    let wanted = own
        .saturating_add_signed(by)
        .min(heads.len().saturating_sub(1));
    cursor.selected = heads.get(wanted).map_or(0, |head| head + 1);
    settle(cursor, false, rows);
}

/// Keeps the selected row in view, with the heading above it if that is the row before.
pub fn keep_in_view(cursor: &mut Cursor, height: usize, rows: &[Row]) {
    cursor.keep_in_view(height, rows.len());
    let head_above = cursor.top > 0
        && cursor.top == cursor.selected
        && matches!(rows.get(cursor.top - 1), Some(Row::Group(..)));
    if head_above && height > 1 {
        cursor.top -= 1;
    }
}
