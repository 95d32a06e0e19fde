//! Checks of records against the plan, and of the records of a file against each other.

use std::collections::HashMap;

use crate::load::place::Place;
use crate::load::reader::nearest;
use crate::load::{Problem, Problems, brief};
use crate::plan::{Address, Kind, NodeKind, Outline, Plan, Target, numeral};
use crate::words::{Language, language, say, tr};

use super::fault::{Fault, fault};
use super::field::Field;
use super::held::Origin;
use super::known::Known;
use super::model::{Observation, Record, Slot, Status, Subject};
use super::moment::{Day, Moment};
use super::{plausible, typed};

/// Whose records are checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Those shipped with the plan: every figure needs a standing.
    Shipped,
    /// The user's own.
    Own,
}

/// Checks one record against the plan: its subject, kind, unit and time.
pub fn check(record: &Record, plan: &Plan, outline: &Outline) -> Result<(), Fault> {
    match record {
        Record::Observation(observation) => {
            let target = target(&observation.target, plan)?;
            kind(observation, target)?;
            unit(observation, target).map_err(|fault| fault.of(Field::Value))?;
            plausible::check_possible(observation, target)
                .map_err(|fault| fault.of(Field::Value))?;
            period(observation, target, plan).map_err(|fault| fault.of(Field::Period))
        }
        Record::Status(status) => match &status.subject {
            Subject::Target(id) => status_of_target(status, target(id, plan)?, plan),
            Subject::Task(address) => {
                let node = outline.at(*address).map(|id| outline.node(id));
                match node.map(|node| node.kind) {
                    Some(NodeKind::Task | NodeKind::RunIn) => date(status, plan),
                    Some(_) => Err(fault(
                        say!("{address} 不是任务", address = shown(*address, outline)),
                        tr("任务的地址形如 3.1.2p1，保障措施形如 4.1"),
                    )
                    .of(Field::Task)),
                    None => Err(fault(
                        say!("规划里没有 {address}", address = shown(*address, outline)),
                        tr("任务的地址可在任务表里查到"),
                    )
                    .of(Field::Task)),
                }
            }
        },
        Record::Comment(comment) => {
            let known = comment.target.as_deref().map(|id| target(id, plan));
            known.transpose()?;
            day_of(comment.date, plan)
        }
    }
}

/// An address, in Chinese with its name in words.
fn shown(address: Address, outline: &Outline) -> String {
    match language() {
        Language::Chinese => format!("{address}（{}）", outline.place(address)),
        Language::English => address.to_string(),
    }
}

/// The target with this id; the fault suggests the nearest one.
fn target<'a>(id: &str, plan: &'a Plan) -> Result<&'a Target, Fault> {
    plan.target(id).ok_or_else(|| {
        let known: Vec<&str> = plan
            .targets
            .iter()
            .map(|target| target.id.as_str())
            .collect();
        let remedy = nearest(id, &known);
        let remedy = remedy.unwrap_or_else(|| tr("全部编号见 guihua targets").to_owned());
        fault(say!("没有编号为“{id}”的指标", id), remedy).of(Field::Target)
    })
}

fn kind(observation: &Observation, target: &Target) -> Result<(), Fault> {
    let name = &target.name;
    if target.kind == Kind::Qualitative {
        return Err(fault(
            say!("“{name}”是定性指标，不以数值评判", name),
            tr("记录其进展：guihua record status"),
        )
        .of(Field::Target));
    }
    if observation.area.is_some() {
        return match observation.benchmark {
            None => Ok(()),
            Some(_) => Err(fault(
                tr("参考地区的数据不能再有对照值"),
                tr("去掉对照值，或去掉“area”"),
            )
            .of(Field::Benchmark)),
        };
    }
    if observation.benchmark.is_some() && !target.kind.takes_benchmark() {
        return Err(fault(
            say!("“{name}”不与别的数值比较，不能有对照值", name),
            tr("去掉对照值"),
        )
        .of(Field::Benchmark));
    }
    if target.kind.is_yearly() && !matches!(observation.period, Moment::Year(_)) {
        return Err(fault(
            say!(
                "“{name}”（{kind}）逐年评判，期次应为年份",
                name,
                kind = tr(target.kind.label())
            ),
            tr("写四位年份，如 2023；累计指标记当年数"),
        )
        .of(Field::Period));
    }
    Ok(())
}

/// Where the plan prints a unit, no other is allowed. Growth is recorded in percent.
fn unit(observation: &Observation, target: &Target) -> Result<(), Fault> {
    match (&observation.unit, target.recorded_unit()) {
        (Some(given), Some(unit)) if given != unit && target.kind.is_growth() => Err(fault(
            say!(
                "“{name}”记的是增速，单位是“%”，不是“{given}”",
                name = target.name,
                given
            ),
            say!("记比上年增长百分之几，如 5.2"),
        )),
        (Some(given), Some(unit)) if given != unit => Err(fault(
            say!(
                "“{name}”的单位是“{unit}”，不是“{given}”",
                name = target.name,
                unit,
                given
            ),
            say!("换算成“{unit}”再记", unit),
        )),
        (Some(given), None) if !typed::is_unit(&typed::halfwidth(given)) => Err(fault(
            say!("“{text}”不是单位", text = brief(given)),
            tr("单位以文字、%、‰ 等开头，不带别的数字"),
        )),
        _ => Ok(()),
    }
}

/// Within the term, or later; the base year only where the plan itself gives no baseline.
fn period(observation: &Observation, target: &Target, plan: &Plan) -> Result<(), Fault> {
    let year = observation.period.year();
    let Some(term) = plan.meta.period else {
        return not_far_after(year, target.year.known());
    };
    let base = Moment::Year(term.base_year());
    // What is only shown beside the target may be from before its term.
    if observation.area.is_some() {
        return not_far_after(year, target.year.known().max(Some(term.end)));
    }
    if observation.period == base && target.baseline().is_none() && takes_baseline(target.kind) {
        return Ok(());
    }
    if year < term.start {
        let what = say!(
            "{year} 年早于规划期（{start}—{end}）",
            year,
            start = term.start,
            end = term.end
        );
        let remedy = match target.baseline() {
            Some(base) => say!(
                "基期值以规划所载为准：{year} 年 {value}",
                year = base.year,
                value = numeral(base.value)
            ),
            None => say!(
                "规划期之前只收基期（{base}）的值，写作 period: {base}",
                base = term.base_year()
            ),
        };
        return Err(fault(what, remedy));
    }
    not_far_after(year, target.year.known().max(Some(term.end)))
}

/// Refuses years more than ten after the end, which are slips. Without an end none is.
fn not_far_after(year: u16, end: Option<u16>) -> Result<(), Fault> {
    let Some(end) = end.filter(|end| year > end.saturating_add(10)) else {
        return Ok(());
    };
    Err(fault(
        say!("{year} 年远在目标年份 {end} 之后", year, end),
        tr("请核对年份"),
    ))
}

/// Whether a recorded figure of the base year can serve as a baseline.
pub(crate) fn takes_baseline(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::IncreaseTo
            | Kind::DecreaseTo
            | Kind::About
            | Kind::AtLeast
            | Kind::AtMost
            | Kind::ChangeBy
            | Kind::Direction
            | Kind::FullCoverage
    )
}

fn status_of_target(status: &Status, target: &Target, plan: &Plan) -> Result<(), Fault> {
    if target.is_judged_by_record() {
        return date(status, plan);
    }
    Err(fault(
        say!("“{name}”以数值评判，不能只记进展", name = target.name),
        tr("记录其数值：guihua record observation"),
    )
    .of(Field::Target))
}

fn date(status: &Status, plan: &Plan) -> Result<(), Fault> {
    day_of(status.date, plan)
}

fn day_of(date: Day, plan: &Plan) -> Result<(), Fault> {
    let year = Moment::Day(date.0).year();
    // Without a term there is no end that a date could be long after.
    let Some(term) = plan.meta.period else {
        return Ok(());
    };
    if year < term.start {
        return Err(fault(
            say!(
                "{date} 早于规划期（{start}—{end}）",
                date,
                start = term.start,
                end = term.end
            ),
            tr("请核对日期"),
        )
        .of(Field::Date));
    }
    not_far_after(year, plan.meta.vision_year.max(Some(term.end)))
        .map_err(|fault| fault.of(Field::Date))
}

/// The problems of the records of a file, each with the index of its record. The unit of a
/// faulty figure binds no later one. After `most` of them the checking stops.
pub(super) fn all(
    entries: &[(Place, Record)],
    plan: &Plan,
    side: Side,
    most: usize,
) -> Vec<(usize, Problem)> {
    if entries.is_empty() {
        return Vec::new();
    }
    let outline = Outline::of(plan);
    let mut problems = Vec::new();
    let mut earlier = Earlier::default();
    for (index, (place, record)) in entries.iter().enumerate() {
        let mut faults = Vec::new();
        faults.extend(check(record, plan, &outline).err());
        if side == Side::Shipped && lacks_standing(record) {
            faults.push(fault(
                tr("随附的监测数据缺少“standing”"),
                tr("写明来源等级"),
            ));
        }
        faults.extend(earlier.faults(record, plan));
        earlier.add(*place, record, faults.is_empty());
        let problem = |it: Fault| (index, Problem::new(*place, it.what, it.remedy));
        problems.extend(faults.into_iter().map(problem));
        if problems.len() >= most {
            break;
        }
    }
    problems
}

/// Reports every record that conflicts with an earlier one: the same slot without `replaces`, or a second unit of a
/// target.
pub(super) fn check_together(entries: &[(Place, Record)], plan: &Plan, problems: &mut Problems) {
    let mut earlier = Earlier::default();
    for (place, record) in entries {
        for fault in earlier.faults(record, plan) {
            problems.push(*place, fault.what, fault.remedy);
        }
        earlier.add(*place, record, true);
    }
}

/// The records of a file before the one that is checked.
#[derive(Default)]
struct Earlier {
    /// The first line of each slot.
    lines: HashMap<Slot, usize>,
    known: Known,
}

impl Earlier {
    fn add(&mut self, place: Place, record: &Record, is_sound: bool) {
        self.lines.entry(record.slot()).or_insert(place.line);
        if is_sound && matches!(record, Record::Observation(_)) {
            self.known.put(Origin::Own, record.clone());
        }
    }

    /// Conflicts of a record with the earlier ones.
    fn faults(&self, record: &Record, plan: &Plan) -> Vec<Fault> {
        let twin = self.lines.get(&record.slot());
        let twin = twin.filter(|_| !record.replaces()).map(|line| {
            let what = say!("{name}与第 {line} 行重复", name = record.name(), line);
            fault(what, tr("删去其一；如系更正，加“replaces: true”"))
        });
        let unit = match record {
            Record::Observation(it) => plan
                .target(&it.target)
                .and_then(|target| plausible::check_same_unit(it, target, &self.known).err()),
            Record::Status(_) | Record::Comment(_) => None,
        };
        twin.into_iter().chain(unit).collect()
    }
}

fn lacks_standing(record: &Record) -> bool {
    matches!(record, Record::Observation(observation) if observation.standing.is_none())
}
