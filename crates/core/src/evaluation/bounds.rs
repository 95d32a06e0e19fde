//! The thresholds of a verdict with their origin, and each year's figure against its own.

use rust_decimal::Decimal;

use super::measure::{Measure, rounded, signed};
use super::{Evaluation, Method, Verdict};
use crate::plan::{Direction, Kind, Number, Target};
use crate::records::{Flag, Moment, Observation};
use crate::wording::{self, numeral, operand};
use crate::words::{say, tr};

/// Verdicts by the ratio of progress to time.
const PACES: [Verdict; 5] = [
    Verdict::Ahead,
    Verdict::OnCourse,
    Verdict::Behind,
    Verdict::FarBehind,
    Verdict::Retreating,
];

/// The thresholds used, and who set them; empty where nothing was judged.
pub(super) fn used(evaluation: &Evaluation, target: &Target, method: &Method) -> Vec<String> {
    let verdict = evaluation.interim.unwrap_or(evaluation.verdict);
    if evaluation.judged.is_none() || verdict == Verdict::DifferentMeasure {
        return Vec::new();
    }
    let mut bounds = Vec::new();
    if PACES.contains(&verdict) {
        bounds.push(paces(method));
    } else if verdict == Verdict::TooSmall {
        bounds.push(
            tr("全程变化不足基期值、目标值中小数位较多者末位的5倍的，不判进度（5倍为本程序所定）")
                .to_owned(),
        );
    }
    if verdict == Verdict::UnchangedWithinRounding {
        bounds.push(
            tr("与基期之差不超过基期值末位的一半的，是取整误差之内的基本持平，不判快慢、不算倒退（一半为取整的误差）")
                .to_owned(),
        );
    }
    bounds.extend(of_kind(evaluation, target, method));
    bounds
}

fn paces(method: &Method) -> String {
    say!(
        "进度 ÷ 时间：≥{ahead} 快于预期，≥{fair} 符合预期，≥{behind} 滞后，≥0 明显滞后，<0 倒退（{fair}、{behind}、0 取自加拿大统计局，{ahead} 为本程序所定；用词取自国家“十四五”规划中期评估）",
        ahead = method.ahead,
        fair = method.on_course,
        behind = method.behind
    )
}

/// The threshold between met and missed of a kind of goal. That of 左右 is in its remark.
fn of_kind(evaluation: &Evaluation, target: &Target, method: &Method) -> Option<String> {
    let goal = evaluation.goal.value.map(Number::decimal);
    let goal = goal.unwrap_or_default();
    let amount = wording::amount(goal, target);
    let goal = wording::figure(goal, target);
    Some(match target.kind {
        Kind::IncreaseTo | Kind::AtLeast | Kind::FullCoverage | Kind::Cumulative => {
            say!(
                "≥ {goal} 为达到（{goal}为规划所定；含本数，参照《民法典》第一千二百五十九条）",
                goal
            )
        }
        Kind::DecreaseTo | Kind::AtMost => {
            say!(
                "≤ {goal} 为达到（{goal}为规划所定；含本数，参照《民法典》第一千二百五十九条）",
                goal
            )
        }
        Kind::KeepBelow => {
            say!(
                "每年 ≤ {goal} 为达标，一年超过即未达到（{goal}为规划所定；含本数，参照《民法典》第一千二百五十九条）",
                goal
            )
        }
        Kind::Relative => {
            let than = if target.direction == Some(Direction::Up) {
                tr("高于")
            } else {
                tr("低于")
            };
            say!(
                "目标年的值{than}同年对照值为达到（规划所定；不含相等，参照《民法典》第一千二百五十九条）",
                than
            )
        }
        Kind::InStep => {
            say!(
                "平均增速差 ≥ −{points} 个百分点为基本同步（{points}个百分点为本程序所定，非规划所载）",
                points = method.in_step
            )
        }
        Kind::AnnualGrowth => say!(
            "各年（1 + 增速）之积 ≥（1 + {goal}）的年数次方为达到（{goal}为规划所定；用未取整的乘积比较）",
            goal
        ),
        Kind::PeriodChange => say!("累计变化 ≥ {goal} 为达到（{goal}为规划所定）", goal),
        Kind::ChangeBy => say!("变化 ≥ {amount} 为达到（{amount}为规划所定）", amount),
        Kind::SetYearly => tr("每年的值不劣于当年所定的目标为达到（目标逐年另定）").to_owned(),
        Kind::Direction => {
            tr("与基期之差朝目标方向即为达到，多少不论（规划只定了方向）").to_owned()
        }
        Kind::About | Kind::Qualitative => return None,
    })
}

/// For kinds judged by all years: each year's figure against its threshold, in order of time.
pub(super) fn by_year(evaluation: &Evaluation, target: &Target, method: &Method) -> Vec<String> {
    let limit = evaluation.goal.value.map(Number::decimal);
    let line: fn(&Observation, Decimal, &Target) -> String = match target.kind {
        Kind::KeepBelow => against_limit,
        Kind::SetYearly => against_own_goal,
        Kind::AnnualGrowth => |it, _, _| wording::measured(it.value, Some("%")),
        Kind::Relative => against_benchmark,
        Kind::InStep => in_growth,
        Kind::Cumulative => |it, _, _| numeral(it.value),
        _ => return Vec::new(),
    };
    let last = evaluation.goal.year.known();
    let counted = |it: &&Observation| {
        it.flag != Flag::Break
            && matches!(it.period, Moment::Year(year) if last.is_none_or(|last| year <= last))
    };
    let years = evaluation.seen.iter().filter(counted);
    let mut lines: Vec<String> = years
        .map(|it| {
            format!(
                "{} {}",
                it.period.shown(),
                line(it, limit.unwrap_or_default(), target)
            )
        })
        .collect();
    if target.kind == Kind::InStep {
        lines.extend(mean(evaluation, method));
    }
    lines
}

/// `6.1 > 6，未达标`.
fn against_limit(it: &Observation, limit: Decimal, _: &Target) -> String {
    let (value, most) = (numeral(it.value), numeral(limit));
    if it.value.decimal() > limit {
        say!("{value} > {limit}，未达标", value, limit = most)
    } else {
        say!("{value} ≤ {limit}，达标", value, limit = most)
    }
}

/// `7.2，当年目标 7，达标`.
fn against_own_goal(it: &Observation, _: Decimal, target: &Target) -> String {
    let value = numeral(it.value);
    let Some(goal) = it.benchmark else {
        return say!("{value}，缺当年目标", value);
    };
    let excess = it.value.decimal() - goal.decimal();
    let goal = numeral(goal);
    let is_worse = match target.direction {
        Some(Direction::Down) => excess > Decimal::ZERO,
        _ => excess < Decimal::ZERO,
    };
    if is_worse {
        say!("{value}，当年目标 {goal}，未达标", value, goal)
    } else {
        say!("{value}，当年目标 {goal}，达标", value, goal)
    }
}

/// `3.1 低于对照 5，差 −1.9`.
fn against_benchmark(it: &Observation, _: Decimal, _: &Target) -> String {
    let value = numeral(it.value);
    let Some(benchmark) = it.benchmark else {
        return say!("{value}，缺同期对照值", value);
    };
    let margin = it.value.decimal() - benchmark.decimal();
    let against = match margin {
        margin if margin.is_zero() => tr("等于"),
        margin if margin.is_sign_negative() => tr("低于"),
        _ => tr("高于"),
    };
    say!(
        "{value} {against}对照 {benchmark}，差 {margin}",
        value,
        against,
        benchmark = numeral(benchmark),
        margin = signed(margin)
    )
}

/// `8.2 − 7.1 = +1.1`.
fn in_growth(it: &Observation, _: Decimal, _: &Target) -> String {
    let value = numeral(it.value);
    match it.benchmark {
        Some(benchmark) => {
            let gap = signed(it.value.decimal() - benchmark.decimal());
            format!("{value} − {} = {gap}", operand(benchmark))
        }
        None => say!("{value}，缺同期对照值", value),
    }
}

/// The mean of the yearly gaps against the tolerance.
fn mean(evaluation: &Evaluation, method: &Method) -> Option<String> {
    let Measure::GrowthGap { points, years } = evaluation.measure else {
        return None;
    };
    let against = if points >= -method.in_step {
        "≥"
    } else {
        "<"
    };
    Some(say!(
        "{years}年平均 {points} {against} −{bound}",
        years,
        points = signed(rounded(points, 2)),
        against,
        bound = method.in_step
    ))
}
