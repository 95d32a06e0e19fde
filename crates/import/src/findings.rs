//! Finds targets, tasks and doubts in a document, each a proposal with its reason and place.
//!
//! Nothing here changes the document. A finding is a guess with its evidence until a person confirms it.

mod clause;
mod context;
mod damage;
pub mod departments;
pub mod doubt;
mod doubtful;
mod figure;
mod grid;
mod imperative;
mod indicators;
mod labels;
mod naming;
mod patterns;
mod prose;
mod respectively;
mod subject;
pub mod target;
pub mod task;
mod tense;
mod value;
mod verb;
mod worded;
mod years;

use std::collections::HashMap;

use crate::document::{Document, Grid};
use crate::source::Table;
use crate::text::{ends, fold, has_any, head, letters};
use doubt::Doubt;
use target::{Kind, Target};
use task::Task;
use years::Time;

/// The findings of a document.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// Proposed targets, in the order of the text.
    pub targets: Vec<Target>,
    /// Proposed tasks, in the order of the text, then those of tables.
    pub tasks: Vec<Task>,
    /// What a person should check.
    pub doubts: Vec<Doubt>,
}

/// Finds everything in a document.
pub fn find(document: &Document) -> Findings {
    let time = Time::of(&document.particulars);
    let paragraphs = context::paragraphs(document, time);
    let title = document.title.as_ref().map_or("", |it| &it.text);
    if is_report_of_facts(title) {
        let doubts = doubtful::all(document, &[]);
        return Findings {
            tasks: task::all(document, &paragraphs),
            doubts,
            ..Findings::default()
        };
    }
    let unlabelled = paragraphs.iter().filter(|p| !labels::is_label_line(p.text));
    let mut targets: Vec<Target> = unlabelled.flat_map(|p| prose::targets(p, time)).collect();
    targets.extend(indicators::targets(document, time));
    targets.extend(labels::targets(document, time));
    targets.sort_by_key(|t| (t.evidence.order, t.evidence.place.line));
    let targets = merged(targets);
    let tasks = task::all(document, &paragraphs);
    let doubts = doubtful::all(document, &targets);
    Findings {
        targets,
        tasks,
        doubts,
    }
}

/// Whether a document only says how things were, so that its figures are no goals: 统计公报.
fn is_report_of_facts(title: &str) -> bool {
    has_any(
        title,
        &[
            "统计公报",
            "状况公报",
            "质量公报",
            "普查公报",
            "统计年鉴",
            "工作总结",
        ],
    )
}

/// How many rows of a table stand above its data: title and head.
pub(crate) fn head_rows(grid: &Grid) -> usize {
    // The head of a table stands among its first rows.
    let above: Vec<_> = grid.table.rows.iter().take(12).cloned().collect();
    let texts = grid::spread(&Table {
        rows: above,
        ..Table::default()
    });
    let of_indicators = grid::read_heads(&texts, grid).map(|(first, _)| first);
    of_indicators
        .or_else(|| task::head_row(&texts).map(|row| row + 1))
        .unwrap_or(grid.table.heads.max(1))
}

/// What a target is about: 地区生产总值增长 and 地区生产总值 where both grow.
fn thing(target: &Target) -> String {
    let name = fold(&target.name);
    let is_change = matches!(
        target.kind,
        Kind::AnnualGrowth | Kind::PeriodChange | Kind::ChangeBy
    );
    let word = ends(&name, CHANGES).filter(|word| is_change && letters(&name) > letters(word) + 1);
    let length = name.len() - word.map_or(0, str::len);
    head(&name, length).to_owned()
}

/// Words for a change at the end of a name.
const CHANGES: &[&str] = &[
    "增长",
    "增速",
    "增长率",
    "增幅",
    "降低",
    "下降",
    "减少",
    "提高",
];

/// A figure without the zeros at its end: 48.50 and 48.5 are the same.
fn short(value: &str) -> String {
    let digits = if value.contains('.') {
        value.trim_end_matches('0').trim_end_matches('.')
    } else {
        value
    };
    digits.to_owned()
}

/// Merges targets stated twice (same name, goal and year): keeps the one with a baseline, else the first.
fn merged(targets: Vec<Target>) -> Vec<Target> {
    let mut found: Vec<Target> = Vec::new();
    let mut places: HashMap<(String, Option<String>, Option<u16>), usize> = HashMap::new();
    for mut target in targets {
        let last = target.goals.last();
        let key = (
            thing(&target),
            last.map(|g| short(&g.value)),
            last.and_then(|g| g.year),
        );
        let Some(known) = places.get(&key).and_then(|at| found.get_mut(*at)) else {
            places.insert(key, found.len());
            found.push(target);
            continue;
        };
        known.binding = known.binding.or(target.binding);
        if target.baseline.is_some() && known.baseline.is_none() {
            target.binding = known.binding;
            std::mem::swap(known, &mut target);
            known.also.append(&mut target.also);
        }
        known.also.push(target.evidence);
    }
    found
}
