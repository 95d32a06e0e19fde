//! How targets are put into words: the goal with its qualifier and unit, kinds, arithmetic.

use rust_decimal::Decimal;

use crate::evaluation::Evaluation;
use crate::plan::{Address, Direction, Kind, Number, Period, Target};
use crate::progress::{self, Pace};
use crate::records::Moment;
use crate::words::{self, Language};

/// The goal as short as a column allows: `135万人左右`, `95%以上`, `优于全市平均水平`.
pub fn goal(target: &Target) -> String {
    let unit = target.unit.as_deref().unwrap_or_default();
    let figure = target.goal.map(|goal| format!("{goal}{unit}"));
    match (target.kind, figure) {
        (Kind::About, Some(figure)) => format!("{figure}左右"),
        (Kind::AtLeast, Some(figure)) => format!("{figure}以上"),
        (Kind::AtMost | Kind::KeepBelow, Some(figure)) => format!("{figure}以内"),
        (Kind::Cumulative, Some(figure)) => format!("累计{figure}"),
        (_, Some(figure)) => figure,
        (Kind::FullCoverage, None) => "全覆盖".to_owned(),
        (Kind::Relative, None) => relative(target),
        (Kind::InStep, None) => {
            format!("与{}同步", target.benchmark.as_deref().unwrap_or_default())
        }
        (Kind::Direction, None) => match target.direction {
            Some(Direction::Down) => "降低".to_owned(),
            _ => "提高".to_owned(),
        },
        (kind, None) => kind.label().to_owned(),
    }
}

fn relative(target: &Target) -> String {
    let way = if target.direction == Some(Direction::Up) {
        "高于"
    } else {
        "低于"
    };
    format!("{way}{}", target.benchmark.as_deref().unwrap_or_default())
}

/// A figure with the target's unit.
pub fn figure(value: Decimal, target: &Target) -> String {
    format!("{value}{}", target.unit.as_deref().unwrap_or_default())
}

/// A figure as printed, with the unit it was recorded in.
pub fn with_unit(value: Number, unit: Option<&str>) -> String {
    format!("{value}{}", unit.unwrap_or_default())
}

/// Words of the plan between quotation marks. Marks within become single ones (GB/T 15834).
pub fn quoted(words: &str) -> String {
    let inner = words.replace('“', "‘").replace('”', "’");
    format!("“{inner}”")
}

/// A difference with its unit: one of percentages is counted in percentage points.
pub fn amount(value: Decimal, target: &Target) -> String {
    let unit = match target.unit.as_deref() {
        Some("%") => "个百分点",
        unit => unit.unwrap_or_default(),
    };
    format!("{value}{unit}")
}

/// A change with its sign in words: `增加3.1万人`, `减少0.2%`.
fn change(value: Decimal, target: &Target) -> String {
    let rounded = progress::rounded(value.abs(), target);
    let way = if value.is_sign_negative() {
        "减少"
    } else {
        "增加"
    };
    format!("{way}{}", amount(rounded, target))
}

/// The change needed a year, with the arithmetic behind it.
pub fn needed(target: &Target, period: Period) -> Option<String> {
    let pace = Pace::of(target, period.start);
    let needed = pace.needed?;
    if target.kind == Kind::Cumulative {
        let amount = figure(progress::rounded(needed, target), target);
        return Some(format!(
            "平均每年{amount}（{}—{}年累计{}）",
            period.start,
            target.year,
            goal_figure(target)
        ));
    }
    let base = target.baseline()?;
    let sum = format!(
        "（由{}年{}到{}年{}）",
        base.year, base.value, target.year, target.goal?
    );
    Some(format!("年均{}{sum}", change(needed, target)))
}

fn goal_figure(target: &Target) -> String {
    target
        .goal
        .map(|goal| figure(goal.decimal(), target))
        .unwrap_or_default()
}

/// The pace before the term, and while the target's time is `running` where it would lead. After the end there is nothing
/// left to project.
pub fn past(target: &Target, period: Period, running: bool) -> Vec<String> {
    let Some(past) = Pace::of(target, period.start).past else {
        return Vec::new();
    };
    let mut lines = vec![format!(
        "{}—{}年年均{}",
        past.from,
        past.to,
        change(past.per_year, target)
    )];
    let projected = past.projected.filter(|_| running);
    if let (Some(projected), Some(goal)) = (projected, target.goal) {
        let gap = projected - goal.decimal();
        let against = if gap.is_zero() {
            "与目标相同".to_owned()
        } else {
            let way = if gap.is_sign_negative() {
                "低于"
            } else {
                "高于"
            };
            format!(
                "{way}目标{}",
                figure(progress::rounded(gap.abs(), target), target)
            )
        };
        let value = figure(progress::rounded(projected, target), target);
        lines.push(format!(
            "照此速度直线推算，{}年为{value}，{against}",
            target.year
        ));
    }
    lines
}

/// What the observations of a target come to, in a line: the verdict, what it was when the figure was taken, the measure.
pub fn progress(evaluation: &Evaluation, target: &Target) -> String {
    let mut parts = vec![evaluation.told()];
    if let Some(interim) = evaluation.interim {
        parts.push(format!("数据当时：{}", interim.label()));
    }
    let measure = evaluation.measure.text(evaluation.unit(target));
    if !measure.is_empty() {
        parts.push(measure);
    }
    parts.join("，")
}

/// A place of the plan in the language of the interface: as the plan numbers it (`三、（一）2.第4段`), in English as it is
/// typed (`3.1.2p4`).
pub fn place(at: Address) -> String {
    match words::language() {
        Language::Chinese => at.in_chinese(),
        Language::English => at.to_string(),
    }
}

/// The time of a figure in the language of the interface: `2023年`, in English `2023`; a day is `2023-06-30`.
pub fn when(moment: Moment) -> String {
    match words::language() {
        Language::Chinese => moment.in_chinese(),
        Language::English => moment.to_string(),
    }
}
