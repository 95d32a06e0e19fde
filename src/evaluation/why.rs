//! Why (为什么): the reasons of an evaluation in Chinese, step by step, so that anyone can check it by hand.

use std::fmt::Write as _;

use super::measure::{Measure, percent, rounded, signed};
use super::{Evaluation, Method, bounds};
use crate::plan::{Kind, Target};
use crate::records::Observation;
use crate::wording;

/// One reason: what it is, and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it is, such as 公式.
    pub label: &'static str,
    /// The text, of one line.
    pub text: String,
}

pub(super) fn steps(evaluation: &Evaluation, target: &Target, method: &Method) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut push = |label, text: String| {
        if !text.is_empty() {
            steps.push(Step { label, text });
        }
    };
    push("类型", format!("{}：{}", target.kind.label(), rule(target)));
    push("公式", formula(evaluation, target).to_owned());
    for line in bounds::by_year(evaluation, target, method) {
        push("逐年", line);
    }
    push("代入", substituted(evaluation, target));
    push("时间", time(evaluation, target));
    for bound in bounds::used(evaluation, target, method) {
        push("阈值", bound);
    }
    push("结论", conclusion(evaluation));
    for remark in &evaluation.remarks {
        push("说明", remark.clone());
    }
    push(
        "原句",
        format!(
            "{}（{}）",
            wording::quoted(&target.citation.quote),
            target.citation.at
        ),
    );
    push("基期", baseline(evaluation, target));
    for observation in &evaluation.seen {
        let unit = evaluation.unit(target);
        push("监测", observed(observation, unit, target));
    }
    push("进展", status(evaluation));
    steps
}

/// When a goal of this kind is met.
fn rule(target: &Target) -> &'static str {
    match target.kind {
        Kind::IncreaseTo => "目标年末的值不小于目标值即达到",
        Kind::DecreaseTo => "目标年末的值不大于目标值即达到",
        Kind::About => "目标年末的值与目标值之差在容差内即达到",
        Kind::AtLeast => "目标年末的值不小于目标值即达到（“以上”含本数）",
        Kind::AtMost => "目标年末的值不大于目标值即达到（“以内”含本数）",
        Kind::KeepBelow => "规划期内每一年都不超过目标值才算达到（“以内”含本数）",
        Kind::Cumulative => "规划期内各年之和不小于目标值即达到",
        Kind::FullCoverage if target.goal.is_some() => "目标年末的值不小于目标值即达到，不四舍五入",
        Kind::FullCoverage | Kind::Qualitative => "没有数值，只凭有来源的进展记录评定",
        Kind::Relative => "目标年的值优于同年对照值即达到（不含相等）",
        Kind::InStep => "规划期内平均增速与对照之差不低于容差即达到",
        Kind::Direction => "目标年末的值比基期值朝目标方向有变化即达到",
    }
}

fn formula(evaluation: &Evaluation, target: &Target) -> &'static str {
    match evaluation.measure {
        Measure::None => "",
        Measure::Progress { .. } => "进度 =（最新值 − 基期值）÷（目标值 − 基期值）",
        Measure::Margin { .. } => "没有可比的基期值，只列差距：最新值 − 目标值",
        Measure::Attainment { .. } => "完成率 = 各年之和 ÷ 目标值",
        Measure::YearsMet { .. } if target.kind == Kind::KeepBelow => {
            "达标年数 = 不超过目标值的年数 ÷ 有数据的年数"
        }
        Measure::YearsMet { .. } => "达标年数 = 优于对照的年数 ÷ 两值俱全的年数",
        Measure::GrowthGap { .. } => "增速差 = 各年（增速 − 对照增速）的平均",
        Measure::Change { .. } => "变化 = 最新值 − 基期值",
    }
}

fn substituted(evaluation: &Evaluation, target: &Target) -> String {
    let base = evaluation.baseline.as_ref().map(|base| base.value);
    let latest = evaluation.judged.as_ref().map(|judged| judged.value);
    let amount = evaluation.measure.text(evaluation.unit(target));
    let (Some(latest), goal) = (latest, target.goal) else {
        return String::new();
    };
    match (&evaluation.measure, base, goal) {
        (Measure::Progress { fraction }, Some(base), Some(goal)) => {
            format!(
                "（{latest} − {base}）÷（{goal} − {base}）= {}",
                percent(*fraction)
            )
        }
        (Measure::Margin { value }, _, Some(goal)) => {
            format!("{latest} − {goal} = {}", signed(*value))
        }
        (Measure::Attainment { fraction, sum }, _, Some(goal)) => {
            format!("{sum} ÷ {goal} = {}", percent(*fraction))
        }
        (Measure::Change { value }, Some(base), _) => {
            format!("{latest} − {base} = {}", signed(*value))
        }
        (Measure::None, ..) => String::new(),
        _ => amount,
    }
}

fn time(evaluation: &Evaluation, target: &Target) -> String {
    // Here and below, writing to a String can't fail.
    let (Some(expected), Some(judged)) = (evaluation.expected, &evaluation.judged) else {
        return String::new();
    };
    let mut text = format!(
        "数据截至{}，时间已过{}（到{}年末为100%）",
        judged.period.in_chinese(),
        percent(expected),
        target.year
    );
    if let Some(fraction) = evaluation.fraction()
        && !expected.is_zero()
    {
        let ratio = rounded(fraction / expected, 4);
        let _ = write!(
            text,
            "；进度 ÷ 时间 = {}",
            signed(ratio).trim_start_matches('+')
        );
    }
    text
}

fn conclusion(evaluation: &Evaluation) -> String {
    let mut text = evaluation.told();
    if let Some(interim) = evaluation.interim {
        let _ = write!(text, "；最新数据当时为“{}”，不是结论", interim.label());
    }
    text
}

fn baseline(evaluation: &Evaluation, target: &Target) -> String {
    let Some(base) = &evaluation.baseline else {
        return String::new();
    };
    let value = wording::with_unit(base.value, evaluation.unit(target));
    let source = match (&base.source, target.stated(base.year)) {
        (Some(source), _) => source.clone(),
        (None, Some(stated)) => format!(
            "规划 {}：{}",
            stated.citation.at,
            wording::quoted(&stated.citation.quote)
        ),
        (None, None) => String::new(),
    };
    format!("{}年末 {value}（{source}）", base.year)
}

/// An observation with everything that is known of it.
fn observed(observation: &Observation, unit: Option<&str>, target: &Target) -> String {
    let mut text = format!(
        "{} {}",
        observation.period.in_chinese(),
        wording::with_unit(observation.value, unit)
    );
    if let Some(benchmark) = observation.benchmark {
        let name = target.benchmark.as_deref().unwrap_or("对照");
        let _ = write!(text, "，{name} {benchmark}");
    }
    let words = [
        observation.flag.label(),
        observation
            .standing
            .map_or("", crate::records::Standing::label),
    ];
    for word in words.into_iter().filter(|word| !word.is_empty()) {
        let _ = write!(text, "，{word}");
    }
    let _ = write!(text, "；来源：{}", observation.source);
    if let Some(note) = &observation.note {
        let _ = write!(text, "；{note}");
    }
    text
}

fn status(evaluation: &Evaluation) -> String {
    let Some(status) = &evaluation.status else {
        return String::new();
    };
    let source = status.source.as_deref().unwrap_or("未注明");
    let note = status.note.as_deref().map(|note| format!("；{note}"));
    format!(
        "{} {}；来源：{source}{}",
        status.date,
        status.stage.label(),
        note.unwrap_or_default()
    )
}
