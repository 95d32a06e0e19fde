//! Several figures in a row: 分别 gives each name its figure, or each year.

use crate::text::{cut, ends, head, letters, solid, tail};

use super::clause::Clause;
use super::figure::{self, Bound, Extent, Figure};
use super::naming;
use super::subject;
use super::target::{Goal, Reading, Target};
use super::tense::Tense;
use super::verb;

/// Groups figures with nothing but commas and 和 between them.
pub(crate) fn groups(text: &str, figures: &[Figure]) -> Vec<Vec<Figure>> {
    let mut found: Vec<Vec<Figure>> = Vec::new();
    for figure in figures {
        let joined = found
            .last()
            .and_then(|g: &Vec<Figure>| g.last())
            .is_some_and(|last| joins(cut(text, last.end, figure.at)));
        match found.last_mut() {
            Some(group) if joined => group.push(figure.clone()),
            _ => found.push(vec![figure.clone()]),
        }
    }
    found
}

fn joins(between: &str) -> bool {
    matches!(
        solid(between).as_str(),
        "、" | "和" | "及" | "与" | "," | "以及" | "和≥" | "、≥" | "和≤" | "、≤"
    )
}

/// The targets of a group of figures; none if it is unclear which figure belongs to which name.
pub(crate) fn read(clause: &Clause, group: &[Figure], from: usize, tense: Tense) -> Vec<Target> {
    let (Some(first), Some(last)) = (group.first(), group.last()) else {
        return Vec::new();
    };
    if group.len() < 2
        || group.iter().any(|f| f.extent != Extent::Number)
        || !clause.ends_here(last)
    {
        return Vec::new();
    }
    let text = clause.around.text;
    let said = cut(text, from, first.at);
    let Some((sense, verb_at)) = sense(said) else {
        return Vec::new();
    };
    if tense != Tense::Future && !verb::is_strong(sense, false) {
        return Vec::new();
    }
    let mut end = said
        .rfind("分别")
        .filter(|at| *at < verb_at.max(1))
        .unwrap_or(verb_at);
    end = head(said, end).trim_end().len();
    let years = clause.time.scope(text, first.at);
    let Some(name) = clause.name(from, from + end) else {
        return Vec::new();
    };
    let names = names(cut(text, name.start, name.end));
    let figures = completed(group);
    let alone = [cut(text, name.start, name.end)];
    let (names, dated): (&[&str], bool) = match (names.len(), years.len()) {
        (_, years) if years > 1 && figures.len() == years => (&alone, true),
        (names_count, years) if years > 1 && figures.len() == names_count * years => (&names, true),
        (names_count, _) if figures.len() == names_count && said.contains("分别") => {
            (&names, false)
        }
        _ => return Vec::new(),
    };
    let count = names.len();
    let called = called(names, alone[0]);
    let target = |n: usize| {
        let own: Vec<&Figure> = figures.iter().skip(n).step_by(count).collect();
        let goals: Vec<Goal> = own
            .iter()
            .enumerate()
            .map(|(k, f)| clause.goal(f, dated.then(|| years.get(k).copied()).flatten()))
            .collect();
        let figure = own.last()?;
        let begin = clause.range.start;
        clause.target(
            called.get(n)?.clone(),
            verb::kind(sense, figure, said),
            figure.unit.clone(),
            goals,
            Reading::Respectively,
            begin,
        )
    };
    (0..count).filter_map(target).collect()
}

/// What each of several names is called. Of 播种、收割机械化率 what the first is the rate of is not printed whole, so that each
/// is called by all of it and its place in the row.
fn called(names: &[&str], all: &str) -> Vec<String> {
    let last = names.last().copied().unwrap_or_default();
    let own = |name: &&str| whole(naming::object(name), last);
    let own: Vec<String> = names.iter().map(own).collect();
    let is_elided = |name: &String| {
        subject::is_rank(name) || ends(last, MEASURES).is_some() && ends(name, MEASURES).is_none()
    };
    let places = 1..=own.len();
    if own.iter().any(is_elided) {
        places.map(|n| format!("{all}（第{n}项）")).collect()
    } else {
        own
    }
}

/// What names of measures end with.
const MEASURES: &[&str] = &[
    "率", "量", "数", "额", "值", "比重", "占比", "比例", "面积", "规模", "浓度", "强度", "收入",
    "增速", "里程", "投资",
];

/// The sense of the verb or sign before the first figure, and its byte offset.
fn sense(said: &str) -> Option<(verb::Sense, usize)> {
    match figure::sign(said) {
        Some((Bound::AtLeast, at)) => Some((verb::Sense::More, at)),
        Some((_, at)) => Some((verb::Sense::Less, at)),
        None => verb::last(said),
    }
}

/// The figures, with missing units and bounds taken from those after them.
fn completed(group: &[Figure]) -> Vec<Figure> {
    let (mut unit, mut bound) = (None, None);
    let mut found: Vec<Figure> = group.to_vec();
    for figure in found.iter_mut().rev() {
        figure.unit = figure.unit.take().or_else(|| unit.clone());
        figure.bound = figure.bound.or(bound);
        unit.clone_from(&figure.unit);
        bound = figure.bound;
    }
    found
}

/// Whether a sign or character stands between two names: not the 及 of 普及率 or the 与 of 参与率.
fn joins_names(text: &str, at: usize, c: char) -> bool {
    let before = head(text, at);
    let behind = tail(text, at + c.len_utf8());
    match c {
        '、' => true,
        '和' => {
            !before.ends_with(['饱', '总', '调', '共', '缓']) && !behind.starts_with(['谐', '平'])
        }
        '及' => {
            !before.ends_with(['普', '涉', '波', '触']) && !behind.starts_with(['率', '格', '时'])
        }
        '与' => !before.ends_with(['参', '赋', '给']),
        _ => false,
    }
}

/// What several names share at their end: of 肉、奶产量 the first is 肉产量.
const SHARED: &[&str] = &[
    "产量",
    "覆盖率",
    "参保率",
    "普及率",
    "入学率",
    "合格率",
    "达标率",
    "利用率",
    "比重",
    "占比",
    "数量",
    "规模",
    "增速",
    "增加值",
    "收入",
    "总量",
    "总数",
    "面积",
    "浓度",
    "排放量",
    "排放总量",
];

/// A name with what it shares with the last one.
fn whole(name: &str, last: &str) -> String {
    // 奶产量 is as long as 肉产量; of 农村居民人均收入 more than the end belongs to 城镇.
    let ends_alike = |word: &&&str| {
        let before = last.strip_suffix(**word).map_or(0, letters);
        (1..=letters(name) + 1).contains(&before)
    };
    let shared = SHARED
        .iter()
        .filter(ends_alike)
        .max_by_key(|word| word.len());
    let has_own = SHARED.iter().any(|word| name.ends_with(word));
    match shared {
        Some(word) if !has_own && letters(name) <= 8 => format!("{name}{word}"),
        _ => name.to_owned(),
    }
}

/// The names of a list.
fn names(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut begin = 0;
    let mut depth = 0_i32;
    for (at, c) in text.char_indices() {
        depth += i32::from(matches!(c, '（' | '(' | '“' | '《'))
            - i32::from(matches!(c, '）' | ')' | '”' | '》'));
        if depth == 0 && joins_names(text, at, c) {
            found.push(cut(text, begin, at));
            begin = at + c.len_utf8();
        }
    }
    found.push(tail(text, begin));
    found.retain(|name| !name.trim().is_empty());
    found
}
