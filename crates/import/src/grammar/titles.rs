//! The title of a document that no notice announces: the line before the first heading that looks like one, with the lines
//! above it that begin it.

use std::ops::Range;

use crate::text::{ends, fold, has_any, is_blank, is_han, letters, trim};

use super::flow::{Flow, Para};
use super::names::{is_line, is_named};
use super::particulars;

/// The last line before the first heading that looks like a title, preferably not of a notice.
pub(super) fn plain(flows: &[Flow], first: usize) -> Option<Range<usize>> {
    let titles: Vec<usize> = (0..first)
        .filter(|at| {
            flows[*at]
                .para()
                .is_some_and(|p| is_line(p) && is_title(&p.text, p.look.heading))
        })
        .collect();
    let is_notice = |at: &usize| {
        flows[*at]
            .para()
            .is_some_and(|p| p.text.trim_end().ends_with("通知"))
    };
    let at = titles
        .iter()
        .copied()
        .rfind(|at| !is_notice(at))
        .or_else(|| titles.last().copied())
        .or_else(|| (0..first).find(|at| flows[*at].para().is_some_and(names_a_table)))?;
    let begin = title_begin(flows, at);
    Some(begin..at + 1 + usize::from(is_continued(flows, at + 1)))
}

/// The first line of a title that ends at `at`: the one with 关于, the one that names an office or the region, or the first of
/// those that are set alike.
fn title_begin(flows: &[Flow], at: usize) -> usize {
    let lines: Vec<&Para> = (0..=at)
        .rev()
        .take(TITLE_LINES)
        .map_while(|n| flows[n].para().filter(|p| n == at || may_begin_title(p)))
        .collect();
    let own = lines.first().map_or("", |p| p.text.as_str());
    let before = || lines.iter().enumerate().skip(1);
    let mut count = 0;
    if !own.contains("关于") {
        let whole = starts_whole(own);
        let begun = before().find(|(_, p)| is_begun(&p.text)).map(|(n, _)| n);
        let placed = before()
            .find(|(_, p)| !whole && names_a_region(&p.text))
            .map(|(n, _)| n);
        count = begun.or(placed).unwrap_or(0);
    }
    let first = lines.get(count).map_or(own, |p| p.text.as_str());
    let office = lines.get(count + 1).filter(|p| is_office(&p.text, first));
    let offices = match office {
        Some(_) => 1,
        None => issuers(lines.get(count + 1..).unwrap_or_default(), first),
    };
    at - count - offices
}

/// How many lines before a title that begins with 关于 name those who issue it: 中共甲县委 甲县人民政府.
fn issuers(before: &[&Para], title: &str) -> usize {
    let is_issuer = |para: &&&Para| {
        let text = trim(&para.text);
        let is_name = text.chars().all(|c| is_han(c) || is_blank(c) || c == '、');
        let is_whose = particulars::region(text).is_some() || text.starts_with("中共");
        is_name && is_whose && is_body(text) && ends(text, &["文件", "网", "门户"]).is_none()
    };
    if !trim(title).starts_with("关于") {
        return 0;
    }
    before.iter().take_while(is_issuer).count()
}

/// The most lines of a title.
const TITLE_LINES: usize = 4;

/// Whether a line may be one of a title that goes on in the next line.
fn may_begin_title(para: &Para) -> bool {
    is_line(para) && !is_named(&para.text) && !particulars::is_labelled(&para.text)
}

/// Whether a title needs no line before it: it names the region that it is for, or what it is in 《》.
fn starts_whole(text: &str) -> bool {
    particulars::region(text).is_some() || text.contains('《')
}

/// Whether a line begins with a region and goes on, so that the line below it completes it: 甲县国民经济和社会发展.
fn names_a_region(text: &str) -> bool {
    let text = trim(text);
    let behind = particulars::region(text).and_then(|it| text.strip_prefix(it.as_str()));
    behind.is_some_and(|it| {
        letters(it) >= 2 && !it.contains([' ', '\u{3000}', '|', '>', '：']) && !is_body(it)
    })
}

/// Whether words end with the name of a body, as a signature or the head of a page does.
fn is_body(text: &str) -> bool {
    let bodies = [
        "政府",
        "委员会",
        "办公室",
        "局",
        "委",
        "厅",
        "文件",
        "网",
        "会议",
        "代表大会",
        "门户",
    ];
    ends(trim(text), &bodies).is_some()
}

/// Whether a line is the title of a table that is given by itself: 甲县重点任务分工表.
fn names_a_table(para: &Para) -> bool {
    let words = ["分工表", "分解表", "任务表", "指标表", "主要指标", "一览表"];
    is_line(para)
        && letters(&para.text) >= 8
        && ends(&fold(&para.text), &words).is_some()
        && particulars::region(&para.text).is_some()
}

/// Whether a line is the first half of a title.
fn is_begun(text: &str) -> bool {
    text.contains("关于") && !is_named(text)
}

/// Whether a line is the beginning of a title that names an office, which the next line completes: 甲县水利局防汛 before
/// 指挥部办公室关于…….
fn is_office(text: &str, next: &str) -> bool {
    let (text, next) = (trim(text), trim(next));
    let office = next.split("关于").next().unwrap_or_default();
    let is_cut = next.contains("关于")
        && !office.is_empty()
        && particulars::region(office).is_none()
        && !has_any(office, &["中共中央", "国务院", "教育部", "部关于"]);
    let is_name = letters(text) >= 4
        && text.chars().all(|c| is_han(c) || is_blank(c))
        && !text.ends_with("文件")
        && !is_named(text)
        && (particulars::region(text).is_some() || text.starts_with("中共"));
    is_cut && is_name
}

fn is_title(text: &str, heading: Option<u8>) -> bool {
    letters(text) >= 5 && (is_named(text) || heading == Some(1)) && !text.contains("引证码")
}

/// Whether a line continues the title before it: years or 草案 in brackets.
pub(super) fn is_continued(flows: &[Flow], at: usize) -> bool {
    let Some(para) = flows.get(at).and_then(Flow::para) else {
        return false;
    };
    let text = fold(&para.text);
    text.starts_with('(')
        && text.ends_with(')')
        && letters(&text) <= 16
        && (text.contains('-') || text.contains("草案") || text.contains("稿"))
}
