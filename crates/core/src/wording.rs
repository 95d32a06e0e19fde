//! Figures, goals, days and places in words.

use std::fmt::Display;

use rust_decimal::Decimal;

use crate::plan::{Address, Direction, Domain, GoalYear, Kind, Number, Outline, Plan, Target};
pub use crate::plan::{measured, numeral, operand};
use crate::words::{Language, language, say, tr};

/// The goal that the plan states, short enough for a column: `135万人左右`, `95%以上`, `优于全市平均水平`.
pub fn goal(target: &Target) -> String {
    goal_of(target, target.goal)
}

/// The same with another figure, such as that of a milestone.
pub fn goal_of(target: &Target, goal: Option<Number>) -> String {
    let unit = target.unit.as_deref();
    let figure = goal.map(|goal| measured(goal, unit));
    let falls = target.direction == Some(Direction::Down);
    match (target.kind, figure) {
        (Kind::About, Some(figure)) => say!("{figure}左右", figure),
        (Kind::AtLeast, Some(figure)) => say!("{figure}以上", figure),
        (Kind::AtMost | Kind::KeepBelow, Some(figure)) => say!("{figure}以内", figure),
        (Kind::Cumulative, Some(figure)) => say!("累计{figure}", figure),
        (Kind::AnnualGrowth, Some(figure)) => say!("年均增长{figure}", figure),
        (Kind::PeriodChange, Some(figure)) if falls => say!("累计降低{figure}", figure),
        (Kind::PeriodChange, Some(figure)) => say!("累计提高{figure}", figure),
        (Kind::ChangeBy, Some(_)) => {
            let size = goal.map(|goal| difference(goal, unit)).unwrap_or_default();
            if falls {
                say!("降低{size}", size)
            } else {
                say!("提高{size}", size)
            }
        }
        (_, Some(figure)) => figure,
        (Kind::FullCoverage, None) => tr("全覆盖").to_owned(),
        (Kind::Relative, None) => relative(target),
        (Kind::InStep, None) => say!("与{benchmark}同步", benchmark = benchmark(target)),
        (Kind::Direction, None) if falls => tr("降低").to_owned(),
        (Kind::Direction, None) => tr("提高").to_owned(),
        (kind, None) => tr(kind.label()).to_owned(),
    }
}

fn relative(target: &Target) -> String {
    let benchmark = benchmark(target);
    if target.direction == Some(Direction::Up) {
        say!("高于{benchmark}", benchmark)
    } else {
        say!("低于{benchmark}", benchmark)
    }
}

fn benchmark(target: &Target) -> &str {
    target.benchmark.as_deref().unwrap_or_default()
}

/// The name of a domain, target or term as it is told to readers: in English its gloss, if the plan has one.
pub fn told<'a>(plan: &'a Plan, name: &'a str) -> &'a str {
    let gloss = match language() {
        Language::English => plan.english.get(name),
        Language::Chinese => None,
    };
    gloss.map_or(name, |gloss| gloss)
}

/// The years from one to another in words: `2021—2025年`, `2026年`.
pub fn years(start: u16, end: u16) -> String {
    if start == end {
        say!("{year}年", year = end)
    } else {
        say!("{start}—{end}年", start, end)
    }
}

/// Domains in one text, as they are told to readers.
pub fn domains(plan: &Plan, domains: &[Domain]) -> String {
    let names: Vec<&str> = domains.iter().map(|it| told(plan, it)).collect();
    names.join(tr("、"))
}

/// The name of a target as it is told to readers, marked if a program proposed it and no person has confirmed it:
/// `常住人口（待确认）`.
pub fn target_name(plan: &Plan, target: &Target) -> String {
    let name = told(plan, &target.name);
    if target.proposed.is_some() {
        aside(name, tr("待确认"))
    } else {
        name.to_owned()
    }
}

/// The plan's own name of a target where readers are told a gloss; otherwise `None`.
pub fn own_name<'a>(plan: &Plan, target: &'a Target) -> Option<&'a str> {
    (told(plan, &target.name) != target.name).then_some(target.name.as_str())
}

/// A figure with the target's unit.
pub fn figure(value: Decimal, target: &Target) -> String {
    measured(value, target.unit.as_deref())
}

/// A quote of the plan in quotation marks; inner ones become single (GB/T 15834).
pub fn quoted(words: &str) -> String {
    let inner = words.replace('“', "‘").replace('”', "’");
    format!("“{inner}”")
}

/// A difference of two figures of a target, with its unit.
pub fn amount(value: Decimal, target: &Target) -> String {
    difference(value, target.unit.as_deref())
}

/// A difference of two figures in `unit`, with its unit: percentage points for percentages.
pub fn difference(value: impl Display, unit: Option<&str>) -> String {
    match unit {
        Some("%") => say!("{value}个百分点", value),
        unit => measured(value, unit),
    }
}

/// A text with an aside in brackets: `常住人口（人才）`, in English `常住人口 (人才)`. Without an aside the text alone.
pub fn aside(text: impl Display, aside: impl Display) -> String {
    let aside = aside.to_string();
    if aside.is_empty() {
        return text.to_string();
    }
    say!("{text}（{aside}）", text, aside)
}

/// A word as a heading, with a capital in English.
pub fn head(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// A day in words: `2023年12月31日`, in English `2023-12-31`. Other text stays as it is.
pub fn day(iso: &str) -> String {
    let parts: Vec<&str> = iso.split('-').collect();
    let shown = |part: &'_ str| match language() {
        Language::Chinese => part.trim_start_matches('0').to_owned(),
        Language::English => part.to_owned(),
    };
    match parts[..] {
        [year, month, day] => say!(
            "{year}年{month}月{day}日",
            year,
            month = shown(month),
            day = shown(day)
        ),
        _ => iso.to_owned(),
    }
}

/// The year of a goal, and whether it is assumed: `2025年`, `2025年，推定`. `None` where none is known.
pub fn goal_year(year: GoalYear) -> Option<String> {
    let known = year.known()?;
    Some(if year.is_assumed() {
        say!("{year}年，推定", year = known)
    } else {
        say!("{year}年", year = known)
    })
}

/// What stands for a picture that has no caption, wherever the text is drawn.
pub fn picture_sign() -> &'static str {
    tr("〔此处有图〕")
}

/// Who says the year of a goal: the plan, or nobody, so that it is taken from the term. Empty where no year is known.
pub fn year_basis(year: GoalYear) -> &'static str {
    match year {
        GoalYear::Stated(_) => tr("规划载明"),
        GoalYear::Assumed(_) => tr("推定"),
        GoalYear::Unknown => "",
    }
}

/// A place of the plan in the language of the interface: as the plan numbers it (`三、（一）2.第4段`), in English as it is
/// typed (`3.1.2p4`).
pub fn place(outline: &Outline, at: Address) -> String {
    match language() {
        Language::Chinese => outline.place(at),
        Language::English => at.to_string(),
    }
}
