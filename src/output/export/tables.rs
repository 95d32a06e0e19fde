//! CSV for spreadsheets: the targets, the text, or the records.
//!
//! Cells carry what stands in the plan and in the records, character for character: the words are evidence, and the
//! records have to read back. So nothing is put before a cell that a spreadsheet might take for a formula (`=`, `+`, `-`,
//! `@`); a plan has no such sentence, and a spreadsheet that asks before it computes is the place for such a guard.

use std::io;

use serde::Serialize;
use serde_json::Value;

use super::{Export, Part, Unit};
use crate::card;
use crate::evaluation::Evaluation;
use crate::output::csv::{self, Bom};
use crate::plan::Target;
use crate::records::table::formula;
use crate::records::{Field, heads};
use crate::wording;
use crate::words::{Language, language, tr};

type Row = Vec<String>;

/// A part of an export as CSV. With a mark it is meant for Excel, which would compute texts that begin like a formula,
/// so the texts of records are guarded.
pub fn csv(export: &Export<'_>, part: Part, bom: Bom) -> io::Result<Vec<u8>> {
    let (heads, mut rows) = match part {
        Part::Document => document(export),
        Part::Targets => targets(export),
        Part::Records => records(export),
    };
    if bom == Bom::With {
        for row in &mut rows {
            guard(&heads, row);
        }
    }
    csv::table(heads, rows, bom)
}

/// Guards the cells of a row that hold a record's source or note.
fn guard(heads: &[String], row: &mut Row) {
    let texts = [
        Field::Source.name(),
        Field::Note.name(),
        tr("来源"),
        tr("备注"),
    ];
    for (head, cell) in heads.iter().zip(row) {
        if texts.contains(&head.as_str()) {
            *cell = formula::guarded(cell).into_owned();
        }
    }
}

fn document(export: &Export<'_>) -> (Row, Vec<Row>) {
    let heads = [
        tr("地址"),
        tr("类别"),
        tr("序号"),
        tr("领域"),
        tr("标题"),
        tr("正文"),
        tr("网页原样"),
    ];
    let row = |unit: Unit<'_>| {
        let or_empty = |cell: Option<&str>| cell.unwrap_or_default().to_owned();
        vec![
            unit.address.to_string(),
            word(&unit.kind),
            or_empty(unit.number),
            or_empty(unit.domain.map(String::as_str)),
            or_empty(unit.title),
            unit.text.to_owned(),
            unit.published,
        ]
    };
    (
        heads.map(wording::head).to_vec(),
        export.units().map(row).collect(),
    )
}

/// The word of an enumeration in JSON.
fn word(kind: &impl Serialize) -> String {
    let word = serde_json::to_value(kind).unwrap_or_default();
    word.as_str().unwrap_or_default().to_owned()
}

fn targets(export: &Export<'_>) -> (Row, Vec<Row>) {
    let targets = export.targets();
    let histories = targets.clone().flat_map(|(target, _)| &target.history);
    let mut years: Vec<u16> = histories.map(|stated| stated.year).collect();
    years.sort_unstable();
    years.dedup();
    let as_of = export.assessment.as_of.to_string();
    let rows = targets.map(|(target, evaluation)| {
        let mut row = vec![as_of.clone()];
        row.extend(of_plan(target, &years));
        row.extend(of_evaluation(target, evaluation));
        row
    });
    (target_heads(&years), rows.collect())
}

fn target_heads(years: &[u16]) -> Row {
    let name = [
        tr("评估日"),
        tr("编号"),
        tr("指标"),
        tr("领域"),
        tr("层次"),
        tr("性质"),
        tr("类型"),
        tr("单位"),
    ];
    let goal = [
        tr("目标值"),
        tr("目标"),
        tr("目标年份"),
        tr("年份依据"),
        tr("原句位置"),
        tr("原句"),
        tr("编者注"),
    ];
    let found = [
        tr("最新期次"),
        tr("最新值"),
        tr("对照值"),
        tr("最新"),
        tr("进度"),
        tr("比例"),
        tr("差距"),
        tr("结论"),
        tr("分组"),
        tr("来源"),
        tr("备注"),
    ];
    let years = years.iter().map(u16::to_string);
    let name = name.into_iter().map(str::to_owned);
    let rest = goal.into_iter().chain(found).map(str::to_owned);
    name.chain(years).chain(rest).collect()
}

/// The cells of a target from the plan; each year has its own column.
fn of_plan(target: &Target, years: &[u16]) -> Row {
    let kind = serde_json::to_value(target.kind).unwrap_or_default();
    let mut row = vec![
        target.id.clone(),
        target.name.clone(),
        target.domains.join(tr("、")),
        tr(target.tier.label()).to_owned(),
        of_binding(target).to_owned(),
        cell(Some(&kind)),
        target.unit.clone().unwrap_or_default(),
    ];
    let stated = years.iter().map(|year| target.stated(*year));
    row.extend(stated.map(|stated| or_empty(stated.map(|it| it.value))));
    row.extend([
        or_empty(target.goal),
        wording::goal(target),
        or_empty(target.year.known()),
        wording::year_basis(target.year).to_owned(),
        target.citation.at.to_string(),
        target.citation.quote.clone(),
        target.note.clone().unwrap_or_default(),
    ]);
    row
}

/// Whether a target is binding or expected; empty where the plan says neither.
fn of_binding(target: &Target) -> &'static str {
    target.binding.map_or("", |binding| tr(binding.label()))
}

fn of_evaluation(target: &Target, evaluation: &Evaluation) -> Row {
    let latest = evaluation.judged.as_ref().or(evaluation.seen.last());
    let status = evaluation.status.as_ref();
    let is_known = latest.is_some() || status.is_some();
    vec![
        status.map_or_else(
            || or_empty(latest.map(|it| it.period)),
            |it| it.date.to_string(),
        ),
        or_empty(latest.map(|it| it.value)),
        or_empty(latest.and_then(|it| it.benchmark)),
        if is_known {
            card::latest(target, evaluation).to_string()
        } else {
            String::new()
        },
        card::progress(target, evaluation),
        or_empty(evaluation.fraction()),
        or_empty(evaluation.gap),
        card::verdict(evaluation),
        evaluation.group().label().to_owned(),
        card::source(evaluation),
        evaluation.remarks.join(tr("；")),
    ]
}

fn or_empty(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// The records under the heads of `guihua record --csv`. Cells are filled from the keys of a record's JSON, so that no
/// field can be forgotten.
fn records(export: &Export<'_>) -> (Row, Vec<Row>) {
    let row_heads = heads().map(|(chinese, key)| match language() {
        Language::Chinese => chinese.to_owned(),
        Language::English => key.to_owned(),
    });
    let row = |record: Value| -> Row {
        let cells = heads().map(|(_, key)| cell(record.get(key)));
        cells.collect()
    };
    let held = export.dossier.book.held().iter();
    let values = held.filter_map(|held| serde_json::to_value(&held.record).ok());
    (row_heads.collect(), values.map(row).collect())
}

fn cell(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}
