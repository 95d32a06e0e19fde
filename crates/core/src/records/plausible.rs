//! Impossible figures, future records, and implausible figures.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::fault::{Fault, fault};
use super::field::Field;
use super::known::Known;
use super::model::{Observation, Record};
use super::moment::Moment;
use crate::plan::{Direction, Kind, Number, Target, measured};
use crate::words::say;

/// By what factor a figure may differ from those of the plan before it counts as implausible. Our choice.
const FAR: i64 = 5;

/// Units that take whole numbers only.
const WHOLE: [&str; 12] = [
    "人", "个", "家", "所", "名", "户", "张", "件", "座", "处", "台", "辆",
];

/// Whether figures of the target may be negative: growth, a change, a balance, a temperature, and whatever the plan itself
/// states below zero.
fn is_signed(target: &Target) -> bool {
    let stated = target.history.iter().map(|it| it.value).chain(target.goal);
    target.kind.is_growth()
        || target.kind == Kind::PeriodChange
        || target.name.contains(['增', '净', '涨', '降', '差'])
        || target
            .recorded_unit()
            .is_some_and(|unit| unit.contains('℃'))
        || stated.into_iter().any(|it| it.decimal() < Decimal::ZERO)
}

/// The maximum of a share in `unit`. `None` where the figure is no share: growth, gross rates (毛入学率), ratios.
fn whole(target: &Target, unit: Option<&str>) -> Option<Decimal> {
    let no_share = is_signed(target)
        || target.name.contains(['毛', '倍'])
        || target.name.contains("负债")
        || target.name.ends_with('比');
    match unit {
        Some("%") if !no_share => Some(Decimal::ONE_HUNDRED),
        Some("‰") if !no_share => Some(Decimal::ONE_THOUSAND),
        _ => None,
    }
}

/// Refuses impossible figures of a target.
pub(super) fn check_possible(observation: &Observation, target: &Target) -> Result<(), Fault> {
    let unit = observation.unit.as_deref().or(target.recorded_unit());
    for number in [Some(observation.value), observation.benchmark]
        .into_iter()
        .flatten()
    {
        possible_figure(number, unit, target)?;
    }
    Ok(())
}

fn possible_figure(number: Number, unit: Option<&str>, target: &Target) -> Result<(), Fault> {
    let (value, name) = (number.decimal(), &target.name);
    let shown = measured(number, unit);
    if value.is_sign_negative() && !value.is_zero() && !is_signed(target) {
        return Err(fault(
            say!("“{name}”不会是负数（{shown}）", name, shown),
            say!("请核对数值"),
        ));
    }
    if whole(target, unit).is_some_and(|most| value > most) {
        return Err(fault(
            say!("“{name}”是占比，不会超过全部（{shown}）", name, shown),
            say!("请核对数值和单位"),
        ));
    }
    let counted = unit.is_some_and(|unit| WHOLE.contains(&unit));
    if counted && !value.fract().is_zero() {
        return Err(fault(
            say!(
                "“{name}”以“{unit}”计，不会有小数（{shown}）",
                name,
                unit = unit.unwrap_or_default(),
                shown
            ),
            say!("请核对数值和单位"),
        ));
    }
    Ok(())
}

/// Refuses a record of the future; a year counts as over at its end.
pub(super) fn check_not_future(record: &Record, today: Date) -> Result<(), Fault> {
    if record.day() <= today {
        return Ok(());
    }
    let field = match record {
        Record::Observation(_) => Field::Period,
        Record::Status(_) | Record::Comment(_) => Field::Date,
    };
    let fault = match record {
        Record::Observation(it) if matches!(it.period, Moment::Year(_)) => fault(
            say!(
                "{year}年还没有过完（今天是{today}），年末的数据还不会有",
                year = it.period,
                today
            ),
            say!("年中的数据写上日期"),
        ),
        _ => fault(
            say!("{day}还没有到（今天是{today}）", day = record.day(), today),
            say!("请核对日期"),
        ),
    };
    Err(fault.of(field))
}

/// Refuses a second unit for a target for which the plan prints none.
pub(super) fn check_same_unit(
    observation: &Observation,
    target: &Target,
    known: &Known,
) -> Result<(), Fault> {
    if target.recorded_unit().is_some() || observation.area.is_some() {
        return Ok(());
    }
    let Some((when, other)) = known.other_unit(observation) else {
        return Ok(());
    };
    let spoken = |unit: &Option<String>| match unit {
        Some(unit) => format!("“{unit}”"),
        None => say!("无单位"),
    };
    let what = say!(
        "“{name}”已记{when}的数据单位是{one}，这条是{two}",
        name = target.name,
        when = when.in_chinese(),
        one = spoken(&other),
        two = spoken(&observation.unit)
    );
    let remedy = say!("同一指标只用一个单位：换算后连单位一起写");
    Err(fault(what, remedy).of(Field::Value))
}

/// Why a figure is implausible, if it is: it is more than [`FAR`] times what the plan states, or less than the reciprocal;
/// where the plan states nothing, or the figure lies outside the stated range, also compared with the recorded figures
/// before and after.
pub(super) fn doubt(observation: &Observation, target: &Target, known: &Known) -> Option<Fault> {
    // What a reference area is like, the plan's figures don't tell.
    if observation.area.is_some() {
        return None;
    }
    let value = observation.value.decimal();
    let stated = stated(target);
    let is_expected = stated.is_some_and(|(low, high)| (low..=high).contains(&value));
    let range = if target.kind.is_growth() || is_expected {
        stated.filter(|range| is_far(value, *range, target))
    } else {
        let beside = known.beside(observation, target.recorded_unit());
        let ranges = [stated, span(beside.into_iter())];
        let mut ranges = ranges.into_iter().flatten();
        ranges.find(|range| is_far(value, *range, target))
    };
    let unit = observation.unit.as_deref().or(target.recorded_unit());
    let Some(range) = range else {
        return doubtful_benchmark(observation, target, known);
    };
    let what = say!(
        "“{name}”{figure}与已知的{range}相差悬殊",
        name = target.name,
        figure = measured(observation.value, unit),
        range = between(range, unit)
    );
    Some(fault(what, say!("请核对数值和单位")).of(Field::Value))
}

/// Why a benchmark is implausible, if it is: of a growth for the same reason as the figure itself, else because it is as
/// far from the figure and from the benchmarks before and after. A benchmark of zero is left alone.
fn doubtful_benchmark(observation: &Observation, target: &Target, known: &Known) -> Option<Fault> {
    let benchmark = observation.benchmark?;
    let figure = benchmark.decimal();
    let own = target.recorded_unit();
    let (low, high) = if target.kind.is_growth() {
        stated(target)?
    } else {
        let beside = known.benchmarks_beside(observation, own).into_iter();
        span(beside.chain([observation.value.decimal()]))?
    };
    let far = Decimal::from(FAR);
    let is_small = !target.kind.is_growth() && !figure.is_zero() && figure * far < low;
    if !is_small && figure <= high * far {
        return None;
    }
    let unit = observation.unit.as_deref().or(own);
    let what = say!(
        "“{name}”的对照值{figure}与已知的{range}相差悬殊",
        name = target.name,
        figure = measured(benchmark, unit),
        range = between((low, high), unit)
    );
    Some(fault(what, say!("请核对数值和单位")).of(Field::Benchmark))
}

/// A range in words, or its only figure.
fn between((low, high): (Decimal, Decimal), unit: Option<&str>) -> String {
    if low == high {
        measured(high, unit)
    } else {
        format!("{low}—{}", measured(high, unit))
    }
}

fn is_far(value: Decimal, (low, high): (Decimal, Decimal), target: &Target) -> bool {
    let far = Decimal::from(FAR);
    let falls = matches!(
        target.kind,
        Kind::AtMost | Kind::KeepBelow | Kind::DecreaseTo
    ) || target.direction == Some(Direction::Down);
    let sum = target.kind == Kind::Cumulative;
    // A change over the term begins at nothing.
    let begins_small = sum || target.kind == Kind::PeriodChange;
    let too_small = value * far < low && !begins_small && !(falls && value.is_zero());
    // One year of a cumulative target stays below the whole.
    let too_large = if sum {
        value > high
    } else {
        value > high * far
    };
    too_small || too_large
}

/// The least and the largest figure that the plan states of a target; for growth, fixed bounds.
fn stated(target: &Target) -> Option<(Decimal, Decimal)> {
    if target.kind.is_growth() {
        return Some((
            Decimal::NEGATIVE_ONE * Decimal::ONE_HUNDRED,
            Decimal::from(20),
        ));
    }
    let base = target.baseline().map(|base| base.value);
    // A change is no level.
    let goal = target.goal.filter(|_| target.kind != Kind::ChangeBy);
    span(base.into_iter().chain(goal).map(Number::decimal))
}

/// The least and the largest of the positive figures; `None` without any.
fn span(figures: impl Iterator<Item = Decimal>) -> Option<(Decimal, Decimal)> {
    let figures: Vec<Decimal> = figures.filter(|figure| *figure > Decimal::ZERO).collect();
    let low = figures.iter().min().copied()?;
    Some((low, figures.iter().max().copied()?))
}
