//! The reasons of an evaluation (为什么), step by step, so that it can be checked by hand.

use super::measure::{Measure, percent, rounded, signed};
use super::{Evaluation, GoalOrigin, Method, bounds};
use crate::plan::{Direction, Kind, Target};
use crate::records::{Observation, Standing};
use crate::wording::{self, numeral, operand};
use crate::words::{say, tr};

/// One reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its label, such as 公式.
    pub label: &'static str,
    /// Its text, on one line.
    pub text: String,
}

pub(super) fn steps(evaluation: &Evaluation, target: &Target, method: &Method) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut push = |label, text: String| {
        if !text.is_empty() {
            steps.push(Step { label, text });
        }
    };
    push(
        tr("类型"),
        say!(
            "{head}：{text}",
            head = tr(target.kind.label()),
            text = rule(target)
        ),
    );
    push(tr("目标"), goal(evaluation, target));
    push(tr("公式"), formula(evaluation, target).to_owned());
    for line in bounds::by_year(evaluation, target, method) {
        push(tr("逐年"), line);
    }
    push(tr("代入"), substituted(evaluation, target));
    push(tr("时间"), time(evaluation));
    for bound in bounds::used(evaluation, target, method) {
        push(tr("阈值"), bound);
    }
    push(tr("结论"), conclusion(evaluation));
    for remark in &evaluation.remarks {
        push(tr("说明"), remark.clone());
    }
    let sentence = wording::quoted(&target.citation.quote);
    push(tr("原句"), wording::aside(sentence, target.citation.at));
    push(tr("基期"), baseline(evaluation, target));
    for observation in &evaluation.seen {
        let unit = evaluation.unit(target);
        push(tr("监测"), observed(observation, unit, target));
    }
    for reference in evaluation.references_in_words(target) {
        push(tr("参考"), reference);
    }
    push(tr("进展"), status(evaluation));
    steps
}

/// When a goal of this kind is met.
fn rule(target: &Target) -> &'static str {
    match target.kind {
        Kind::IncreaseTo => tr("目标年末的值不小于目标值即达到"),
        Kind::DecreaseTo => tr("目标年末的值不大于目标值即达到"),
        Kind::About => tr("目标年末的值与目标值之差在容差内即达到"),
        Kind::AtLeast => tr("目标年末的值不小于目标值即达到（“以上”含本数）"),
        Kind::AtMost => tr("目标年末的值不大于目标值即达到（“以内”含本数）"),
        Kind::KeepBelow => tr("规划期内每一年都不超过目标值才算达到（“以内”含本数）"),
        Kind::Cumulative => tr("规划期内各年之和不小于目标值即达到"),
        Kind::FullCoverage if target.goal.is_some() => {
            tr("目标年末的值不小于目标值即达到，不四舍五入")
        }
        Kind::FullCoverage | Kind::Qualitative => tr("没有数值，只凭有来源的进展记录评定"),
        Kind::Relative => tr("目标年的值优于同年对照值即达到（不含相等）"),
        Kind::InStep => tr("规划期内平均增速与对照之差不低于容差即达到"),
        Kind::AnnualGrowth => tr("规划期内各年增速的几何平均不小于目标值即达到"),
        Kind::PeriodChange => tr("规划期累计变化率朝目标方向不小于目标值即达到"),
        Kind::ChangeBy => tr("目标年末的值与基期值之差朝目标方向不小于目标值即达到"),
        Kind::SetYearly => tr("规划期内每一年都不劣于当年所定的目标才算达到"),
        Kind::Direction => tr("目标年末的值比基期值朝目标方向有变化即达到"),
    }
}

/// The goal that counts on the day; empty where it is simply the plan's.
fn goal(evaluation: &Evaluation, target: &Target) -> String {
    let goal = &evaluation.goal;
    let stated = wording::goal(target);
    match goal.origin {
        GoalOrigin::Plan => String::new(),
        GoalOrigin::GivenUp => say!("已取消（规划原定{stated}）", stated),
        GoalOrigin::Milestone => say!(
            "{goal}（{time}；最后的目标是{last}）",
            goal = wording::goal_of(target, goal.value),
            time = goal.time(),
            last = last_goal(target)
        ),
        GoalOrigin::Adjusted => say!(
            "{goal}（{time}；规划原定{stated}）",
            goal = wording::goal_of(target, goal.value),
            time = goal.time(),
            stated
        ),
    }
}

/// The goal of the last year, as the plan states it.
fn last_goal(target: &Target) -> String {
    let year = wording::goal_year(target.year).unwrap_or_default();
    [year, wording::goal(target)].concat()
}

fn formula(evaluation: &Evaluation, target: &Target) -> &'static str {
    match evaluation.measure {
        Measure::None => "",
        Measure::Progress { .. } if target.kind == Kind::PeriodChange => {
            tr("进度 = 比基期的累计变化 ÷ 目标值")
        }
        Measure::Progress { .. } if target.kind == Kind::ChangeBy => {
            tr("进度 =（最新值 − 基期值）÷ 目标变化")
        }
        Measure::Progress { .. } => tr("进度 =（最新值 − 基期值）÷（目标值 − 基期值）"),
        Measure::Margin { .. } => tr("没有可比的基期值，只列差距：最新值 − 目标值"),
        Measure::Attainment { .. } => tr("完成率 = 各年之和 ÷ 目标值"),
        Measure::YearsMet { .. } if target.kind == Kind::KeepBelow => {
            tr("达标年数 = 不超过目标值的年数 ÷ 有数据的年数")
        }
        Measure::YearsMet { .. } if target.kind == Kind::SetYearly => {
            tr("达标年数 = 不劣于当年目标的年数 ÷ 两值俱全的年数")
        }
        Measure::YearsMet { .. } => tr("达标年数 = 优于对照的年数 ÷ 两值俱全的年数"),
        Measure::GrowthGap { .. } => tr("增速差 = 各年（增速 − 对照增速）的平均"),
        Measure::MeanGrowth { .. } => {
            tr("年均增速 = 各年（1 + 增速）之积开年数次方 − 1，取两位小数")
        }
        Measure::Change { .. } => tr("变化 = 最新值 − 基期值"),
    }
}

fn substituted(evaluation: &Evaluation, target: &Target) -> String {
    let base = evaluation.baseline.as_ref().map(|base| base.value);
    let latest = evaluation.judged.as_ref().map(|judged| judged.value);
    let amount = evaluation.measure.text(evaluation.unit(target));
    let (Some(latest), goal) = (latest, evaluation.goal.value) else {
        return String::new();
    };
    let (first, aim) = (numeral(latest), goal);
    let (base, goal) = (base.map(operand), goal.map(operand));
    match (&evaluation.measure, base, goal) {
        (Measure::Progress { fraction }, None, Some(goal)) => {
            format!("{first} ÷ {goal} = {}", percent(*fraction))
        }
        (Measure::Progress { fraction }, Some(base), Some(goal))
            if target.kind == Kind::ChangeBy =>
        {
            let sign = if target.direction == Some(Direction::Down) {
                "−"
            } else {
                ""
            };
            let share = percent(*fraction);
            say!(
                "（{latest} − {base}）÷ {sign}{goal} = {share}",
                latest = first,
                base,
                sign,
                goal,
                share
            )
        }
        (Measure::Progress { fraction }, Some(base), Some(_)) => {
            say!(
                "（{latest} − {base}）÷（{goal} − {base}）= {share}",
                latest = first,
                base,
                goal = aim.map(numeral).unwrap_or_default(),
                share = percent(*fraction)
            )
        }
        (Measure::Margin { value }, _, Some(goal)) => {
            format!("{first} − {goal} = {}", signed(*value))
        }
        (Measure::Attainment { fraction, sum }, _, Some(goal)) => {
            format!("{} ÷ {goal} = {}", numeral(sum), percent(*fraction))
        }
        (Measure::Change { value }, Some(base), _) => {
            format!("{first} − {base} = {}", signed(*value))
        }
        (Measure::None, ..) => String::new(),
        _ => amount,
    }
}

fn time(evaluation: &Evaluation) -> String {
    let (Some(expected), Some(judged)) = (evaluation.expected, &evaluation.judged) else {
        return String::new();
    };
    let mut text = say!(
        "数据截至{when}，时间已过{share}（到{year}年末为100%）",
        when = judged.period.shown(),
        share = percent(expected),
        year = evaluation.goal.year.known().unwrap_or_default()
    );
    if let Some(fraction) = evaluation.fraction()
        && !expected.is_zero()
    {
        let ratio = rounded(fraction / expected, 4);
        text += &say!(
            "；进度 ÷ 时间 = {ratio}",
            ratio = signed(ratio).trim_start_matches('+')
        );
    }
    text
}

fn conclusion(evaluation: &Evaluation) -> String {
    let mut text = evaluation.full_verdict();
    if let Some(interim) = evaluation.interim {
        text += &say!(
            "；最新数据当时为“{interim}”，不是结论",
            interim = interim.label()
        );
    }
    text
}

fn baseline(evaluation: &Evaluation, target: &Target) -> String {
    let Some(base) = &evaluation.baseline else {
        return String::new();
    };
    let value = wording::measured(base.value, evaluation.unit(target));
    let source = match (&base.source, target.stated(base.year)) {
        (Some(source), _) => source.clone(),
        (None, Some(stated)) => say!(
            "规划 {place}：{words}",
            place = stated.citation.at,
            words = wording::quoted(&stated.citation.quote)
        ),
        (None, None) => String::new(),
    };
    say!(
        "{year}年末 {value}（{source}）",
        year = base.year,
        value,
        source
    )
}

/// An observation with all its details.
fn observed(observation: &Observation, unit: Option<&str>, target: &Target) -> String {
    let value = wording::measured(observation.value, unit);
    let mut parts = vec![format!("{} {value}", observation.period.shown())];
    if let Some(benchmark) = observation.benchmark {
        let is_goal = target.kind == Kind::SetYearly;
        let name = if is_goal {
            tr("当年目标")
        } else {
            tr("对照")
        };
        let name = target.benchmark.as_deref().unwrap_or(name);
        parts.push(format!("{name} {benchmark}"));
    }
    let standing = observation.standing.map_or("", Standing::label);
    let words = [observation.flag.label(), standing].map(tr);
    parts.extend(words.map(str::to_owned));
    parts.retain(|part| !part.is_empty());
    let source = say!("；来源：{source}", source = observation.source);
    parts.join(tr("，")) + &source + &noted(observation.note.as_deref())
}

fn noted(note: Option<&str>) -> String {
    note.map(|note| [tr("；"), note].concat())
        .unwrap_or_default()
}

fn status(evaluation: &Evaluation) -> String {
    let Some(status) = &evaluation.status else {
        return String::new();
    };
    let source = status.source.as_deref().unwrap_or(tr("未注明"));
    let stage = format!("{} {}", status.date, tr(status.stage.label()));
    stage + &say!("；来源：{source}", source) + &noted(status.note.as_deref())
}
