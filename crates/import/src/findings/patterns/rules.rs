//! What a figure is beside a goal: a rule, a limit, a count of things, an aside.

use crate::text::{ends, has_any, head, starts, trim};

use super::super::figure::{self, Figure};
use super::super::verb::Sense;

/// Whether a figure is all of something.
pub(super) fn is_everything(figure: &Figure) -> bool {
    figure.unit.as_deref() == Some("%") && figure.value == "100"
}

/// Whether a sign before a figure (达标率≥90%) limits a rate, outside of brackets.
pub(super) fn limits_a_rate(figure: &Figure, said: &str) -> bool {
    let named = figure::sign(said).map_or("", |(_, at)| trim(head(said, at)));
    let is_share = matches!(figure.unit.as_deref(), Some("%" | "‰"));
    is_share && !is_inside_brackets(said) && ends(named, &["率", "比例", "比重", "占比"]).is_some()
}

/// Whether words name a ratio or code in capital letters (数据中心PUE), for which 低于 before a number is as strong as 不高于.
pub(super) fn limits_a_code(sense: Sense, said: &str, verb_at: usize) -> bool {
    let limits = matches!(sense, Sense::More | Sense::Less) && figure::sign(said).is_none();
    let name = trim(head(said, verb_at)).trim_end_matches(['）', ')', '值']);
    let capitals = name.chars().rev().take_while(char::is_ascii_uppercase);
    limits && capitals.count() >= 2
}

/// Whether a time is how long a procedure takes by rule (一般不少于5个工作日, 周期为1年), not a goal.
pub(super) fn is_rule_of_time(sense: Sense, figure: &Figure, named: &str) -> bool {
    let times = ["工作日", "日", "天", "小时", "分钟", "个月", "年"];
    let is_time = figure
        .unit
        .as_deref()
        .is_some_and(|unit| times.contains(&unit));
    let named = trim(named);
    let by_rule = ends(
        named,
        &[
            "一般",
            "原则上",
            "最长",
            "最短",
            "最多",
            "最少",
            "至少",
            "最高",
        ],
    );
    let term = ends(
        named,
        &[
            "周期",
            "有效期",
            "期限",
            "服务期",
            "合同期",
            "聘期",
            "试点期",
        ],
    );
    is_time && (by_rule.is_some() || sense == Sense::Be && term.is_some())
}

/// Whether an amount is what someone gets by rule (每件补贴不超过2000元), not a goal.
pub(super) fn is_rule_of_money(figure: &Figure, named: &str) -> bool {
    let is_money = figure.unit.as_deref().is_some_and(|it| it.contains('元'));
    let named = trim(named);
    let bare = named.trim_start_matches(['对', '按', '给', '予']);
    let gives = [
        "补贴", "补助", "奖励", "奖补", "资助", "支持", "经费", "贷款",
    ];
    let is_each = starts(bare, &["每", "单个", "单台", "单户", "单项", "单笔"]).is_some();
    let is_given = ["最高", "支持金额", "奖励", "给予", "资助额度", "一次性"];
    is_money && (is_each && has_any(named, &gives) || ends(named, &is_given).is_some())
}

/// Whether a unit counts things that can be built or founded.
pub(super) fn is_counter(unit: &str) -> bool {
    let measures = [
        "%",
        "‰",
        "百分点",
        "年",
        "天",
        "小时",
        "岁",
        "倍",
        "分钟",
        "分",
        "课时",
        "学时",
        "次",
        "场",
        "周岁",
        "月",
        "工作日",
        "元",
        "g",
        "kg",
        "cm",
        "mm",
        "m",
        "米",
        "千伏安",
        "兆伏安",
        "克",
        "千克",
        "毫升",
        "厘米",
        "毫米",
        "周",
    ];
    !measures.contains(&unit) && !unit.contains('/') && !unit.ends_with('元')
}

/// Whether a bracket is open at the end of a text.
pub(super) fn is_inside_brackets(text: &str) -> bool {
    text.matches(['（', '(']).count() > text.matches(['）', ')']).count()
}
