//! Whether a figure is about the past, the future, or undecided.

use std::ops::Range;

use crate::text::{back, cut, has_any};

use super::context::{Surrounded, View};
use super::years::{self, Time};

/// The tense of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    /// A fact or a forecast.
    Past,
    /// A goal if its verb says so.
    Open,
    /// A goal: a future year was named, or the section is about goals.
    Future,
}

/// Maximum bytes of a sentence examined before a figure.
const LONGEST: usize = 3000;

/// Words that indicate facts.
const FACTS: &[&str] = &[
    "已达",
    "已经",
    "已建",
    "已有",
    "已完",
    "截至",
    "截止",
    "目前",
    "现有",
    "当前",
    "同比",
    "比上年",
    "较上年",
    "去年",
    "上年",
    "以来",
    "曾",
    "近年",
    "现已",
    "占全国",
    "居全国",
    "位居",
    "调查显示",
    "研究表明",
    "研究显示",
    "研究发现",
    "研究证实",
    "研究结果",
    "数据显示",
    "据统计",
    "估计",
    "导致",
    "初步统计",
    "约为全国",
    "刚刚",
    "仅为",
    "只有",
    "仅有",
    "预测",
    "建议",
    "提倡",
    "鼓励",
    "倡导",
    "指导值",
    "推荐值",
    "计算方法",
    "说明",
    "连续",
    "此前",
    "原有",
    "患者超过",
    "死亡约",
];

/// Words that indicate facts unless a year ahead is named.
const LIKELY_FACTS: &[&str] = &["入选", "获批", "首次", "建成投用", "研究"];

/// The tense of a figure at a byte offset.
pub(crate) fn of(
    around: &Surrounded,
    time: Time,
    sentence: &Range<usize>,
    clause: &Range<usize>,
    at: usize,
) -> Tense {
    let text = around.text;
    let said = back(text, at, (at - sentence.start).min(LONGEST));
    let facts = has_any(cut(text, clause.start, clause.end), FACTS);
    let last = years::all(said).into_iter().rfind(|y| !y.is_base);
    let past_year = last.is_some_and(|y| time.is_past(y.value));
    let scope = time.scope(text, at);
    let past_plan = time.names_past_plan(said) && time.scope(said, said.len()).is_empty();
    let is_ahead = matches!(around.view, View::Goals) || !scope.is_empty();
    let facts = facts || !is_ahead && has_any(cut(text, clause.start, clause.end), LIKELY_FACTS);
    let past = facts || past_year || past_plan || around.view == View::Past;
    let meant = has_any(
        cut(text, clause.start, clause.end),
        &["力争", "争取", "确保", "期末", "预期目标"],
    );
    match (past, around.view) {
        (true, _) => Tense::Past,
        _ if !scope.is_empty() => Tense::Future,
        _ if around.after_past => Tense::Past,
        (_, View::Preface | View::Past) => Tense::Past,
        (_, View::Goals) => Tense::Future,
        (_, View::Tasks) if meant => Tense::Future,
        (_, View::Tasks) => Tense::Open,
    }
}
