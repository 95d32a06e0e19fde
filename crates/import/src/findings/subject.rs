//! Names that stand for themselves: a share or a rank is named with what it is of, and a figure that can't belong to the
//! subject of an earlier clause does not take its name.

use std::ops::Range;

use crate::text::{cut, ends, head, letters, starts, tail};

use super::clause::Clause;
use super::figure::Figure;
use super::naming;

impl Clause<'_> {
    /// The words of a name that stand for themselves. A share (占GDP的比重) and a rank (省级) are named with what they are of,
    /// the subject before them; a subject that can't have the figure's unit is none.
    pub(super) fn own_words(
        &self,
        name: &Range<usize>,
        figure: &Figure,
        from: usize,
    ) -> Option<String> {
        let text = self.around.text;
        let words = cut(text, name.start, name.end);
        let subject = cut(text, self.subject.start, self.subject.end);
        let has_subject = naming::is_name(subject) && letters(subject) <= 40;
        let is_part = words.starts_with('占') || RANKS.contains(&words);
        if is_part && name.start >= self.subject.end && has_subject {
            let what = ends_of_building(subject);
            let among = if RANKS.contains(&words) { "其中" } else { "" };
            return Some(format!("{what}{among}{words}"));
        }
        if RANKS.contains(&words) {
            return None;
        }
        if TOTALS.contains(&words) {
            let what = ends_of_building(subject);
            // Of 播种面积1530万亩、总产量125亿斤 the first is no part of the second's name.
            if ends(what, &["面积", "规模", "数量"]).is_some() && name.start > self.range.start
            {
                return Some(words.to_owned());
            }
            return (has_subject && letters(what) >= 2).then(|| format!("{what}{words}"));
        }
        // Of 研发投入增长8%、投入强度达到2.8% the second is 研发投入强度.
        let doubled = head(words, "投入".len());
        if has_subject && letters(words) == 4 && doubled == "投入" && subject.ends_with(doubled) {
            return Some(format!("{subject}{}", tail(words, doubled.len())));
        }
        let share = figure
            .unit
            .as_deref()
            .is_none_or(|unit| unit.contains(['%', '‰', '倍', '点', '/', '个', '位']));
        // A rate that an earlier clause spoke of has no number of things or money.
        let is_taken_over = *name == self.subject && name.start < from;
        match ends(words, RATES).filter(|_| is_taken_over && !share) {
            None => Some(words.to_owned()),
            Some("率" | "比重" | "占比" | "比例") => None,
            Some(_) => {
                let level = naming::without_growth(words);
                naming::is_name(level).then(|| level.to_owned())
            }
        }
    }
}

/// Whether a name says only of what it is the sum.
pub(super) fn is_total(name: &str) -> bool {
    TOTALS.contains(&name)
}

/// Whether a name is only a rank.
pub(super) fn is_rank(name: &str) -> bool {
    RANKS.contains(&name)
}

/// Names of ranks, which say nothing without what has them.
const RANKS: &[&str] = &[
    "国家级",
    "省级",
    "市级",
    "区级",
    "县级",
    "部级",
    "国家级和省级",
    "省级以上",
    "市级以上",
];

/// Names of totals, which say nothing without what they are of.
const TOTALS: &[&str] = &[
    "总数",
    "总规模",
    "总面积",
    "总额",
    "总投资",
    "总产值",
    "总产量",
    "总里程",
];

/// What is built, without the verbs before it: of 每年新增示范点 the last three.
fn ends_of_building(subject: &str) -> &str {
    let bare = starts(subject, &["每年"]).map_or(subject, |word| tail(subject, word.len()));
    let verbs = [
        "新增", "新建", "建成", "建设", "培育", "打造", "引进", "完成", "发展",
    ];
    starts(bare, &verbs).map_or(bare, |word| tail(bare, word.len()))
}

/// Endings of names of rates and of growth.
const RATES: &[&str] = &[
    "率",
    "比重",
    "占比",
    "比例",
    "增速",
    "增幅",
    "增长率",
    "平均水平",
    "增长",
];
