//! The names of plans that notices announce (after 印发, between 《 and 》), and the form of titles.

use crate::text::{cut, ends, fold, has_any, is_stop, letters, starts, tail, trim};

use super::flow::{Flow, Para};

/// Endings of plan titles.
const ENDS: &[&str] = &[
    "规划", "纲要", "方案", "意见", "计划", "行动", "预案", "建议", "报告", "办法", "要点", "清单",
    "措施", "规定", "决定", "分工", "细则", "通知", "指南", "任务", "政策", "条例", "战略", "纲领",
    "通告", "公报", "公告", "通报", "指引", "函",
];

/// Maximum characters of a title.
const LONGEST: usize = 70;

/// Maximum number of plans that a notice announces.
const MOST: usize = 40;

/// The distinct names of plans in these paragraphs, in order.
pub(crate) fn announced(flows: &[Flow]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut add = |name: &str| {
        let name = trim(name).trim_matches(['《', '》']).to_owned();
        if names.len() < MOST
            && letters(&name) >= 5
            && is_named(&name)
            && !names.iter().any(|n| plain(n) == plain(&name))
        {
            names.push(name);
        }
    };
    for window in windows(flows) {
        if let Some(name) = published(&window) {
            add(name);
        }
        if window.contains("印发《") {
            quoted(&window).into_iter().for_each(&mut add);
        }
    }
    for para in flows
        .iter()
        .filter_map(Flow::para)
        .filter(|p| is_announcement(&p.text))
    {
        brought(&para.text).into_iter().for_each(&mut add);
    }
    names
}

/// Whether a paragraph announces a publication.
fn is_announcement(text: &str) -> bool {
    [
        "印发",
        "现予公布",
        "主要内容如下",
        "全文如下",
        "现将",
        "予以公布",
        "已经",
        "现发布",
    ]
    .iter()
    .any(|w| text.contains(w))
}

/// Windows of up to four short lines, joined, since titles of notices are broken over lines.
fn windows(flows: &[Flow]) -> Vec<String> {
    let short: Vec<Option<&str>> = flows
        .iter()
        .map(|f| {
            f.para()
                .filter(|p| letters(&p.text) <= LONGEST * 2)
                .map(|p| p.text.as_str())
        })
        .collect();
    let mut found = Vec::new();
    for at in 0..short.len() {
        for size in 1..=4 {
            let Some(lines) = short.get(at..at + size) else {
                break;
            };
            let Some(text) = lines.iter().copied().collect::<Option<String>>() else {
                break;
            };
            found.push(text);
        }
    }
    found
}

/// The name between 印发 (or 发布) and 的通知.
fn published(text: &str) -> Option<&str> {
    let end = text
        .find("的通知")
        .or_else(|| text.ends_with("通知").then(|| text.len() - "通知".len()))?;
    let before = cut(text, 0, end);
    let begin = ["印发", "发布", "下发", "公布"]
        .iter()
        .filter_map(|w| before.rfind(w).map(|at| at + w.len()))
        .max()?;
    let name = tail(before, begin);
    (!name.contains('》') || name.matches('《').count() == 1)
        .then_some(name)
        .filter(|n| !n.contains(is_stop))
}

/// All titles between 《 and 》.
fn quoted(text: &str) -> Vec<&str> {
    let pieces = text.split('《').skip(1);
    pieces
        .filter_map(|piece| piece.split_once('》').map(|(name, _)| name))
        .collect()
}

/// The titles between 《 and 》 that a paragraph brings, and does not only go by: 根据《…》, 印发的《…》（甲政发〔2021〕3号）.
fn brought(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut at = 0;
    // Of several titles in a row, what stands before the first holds for all.
    let mut goes_by = false;
    while let Some(open) = tail(text, at).find('《').map(|n| at + n) {
        let before = cut(text, at, open);
        let Some(close) = tail(text, open).find('》').map(|n| open + n) else {
            break;
        };
        let name = cut(text, open + '《'.len_utf8(), close);
        at = close + '》'.len_utf8();
        let clause = before.rsplit(['，', '。', '；']).next().unwrap_or(before);
        if letters(clause) > 1 || at == 0 {
            goes_by = has_any(clause, GROUNDS);
        }
        let is_numbered = trim(tail(text, at)).starts_with(['（', '('])
            && cut(text, at, text.len())
                .chars()
                .take(24)
                .any(|c| c == '号');
        if !goes_by && (!is_numbered || text.contains("转发")) {
            found.push(name);
        }
    }
    found
}

/// Words before a title that is only referred to.
const GROUNDS: &[&str] = &[
    "根据",
    "依据",
    "按照",
    "按",
    "依照",
    "贯彻",
    "落实",
    "执行",
    "遵照",
    "参照",
    "结合",
    "对照",
    "你厅",
    "你局",
    "你市",
    "你县",
    "你单位",
    "上报",
    "请示",
    "废止",
];

/// A name for comparing: without blanks, quotation marks and 《》.
pub(crate) fn plain(name: &str) -> String {
    fold(name)
        .chars()
        .filter(|c| {
            !matches!(
                c,
                '“' | '”' | '"' | '《' | '》' | '‘' | '’' | '\'' | '<' | '>'
            )
        })
        .collect()
}

/// Whether a name ends like that of a plan, perhaps followed by years or 草案 in brackets.
pub(crate) fn is_named(name: &str) -> bool {
    let text = fold(name);
    let core = match text.rfind('(') {
        Some(at) if text.ends_with(')') => cut(&text, 0, at).to_owned(),
        _ => text,
    };
    ends(&core, ENDS).is_some()
}

/// Whether a paragraph could be a line of a title: short, without a number, a stop or an address.
pub(crate) fn is_line(para: &Para) -> bool {
    let text = trim(&para.text);
    letters(text) <= LONGEST
        && !text.ends_with(|c| is_stop(c) || matches!(c, '：' | ':' | '；' | '，' | '、'))
        && !text.contains('。')
        && starts(
            text,
            &[
                "附件", "附：", "来源", "发布", "时间", "日期", "索引", "原文",
            ],
        )
        .is_none()
        && crate::marker::read(text).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flows(lines: &[&str]) -> Vec<Flow> {
        lines
            .iter()
            .map(|l| {
                Flow::Para(Para {
                    text: (*l).into(),
                    ..Para::default()
                })
            })
            .collect()
    }

    #[test]
    fn a_name_is_read_over_broken_lines() {
        let lines = flows(&[
            "甲县人民政府关于印发",
            "甲县水利发展“十四五”规划的通知",
            "各乡镇：",
        ]);
        assert_eq!(announced(&lines), ["甲县水利发展“十四五”规划"]);
    }

    #[test]
    fn several_names_are_read() {
        let lines = flows(&["《甲县水利方案》《甲县林业方案》已经县政府同意，现印发给你们。"]);
        assert_eq!(announced(&lines), ["甲县水利方案", "甲县林业方案"]);
    }

    #[test]
    fn a_title_that_is_only_referred_to_is_not_announced() {
        for text in [
            "根据《甲省水利发展规划》（甲政发〔2021〕3号），现予公布。",
            "去年省政府印发了《甲省水利发展规划》（甲政发〔2021〕3号），现通知如下。",
            "为贯彻落实省政府印发的《甲省水利规划》《甲省林业规划》，现将有关事项通知如下。",
        ] {
            assert!(announced(&flows(&[text])).is_empty(), "{text}");
        }
        let own = "为贯彻《甲省水利规划》，县政府制定了《甲县水利规划》，现印发给你们。";
        assert_eq!(announced(&flows(&[own])), ["甲县水利规划"]);
    }

    #[test]
    fn names_end_like_plans() {
        assert!(is_named("甲县水利规划（2021—2025年）"));
        assert!(!is_named("各乡镇人民政府"));
    }
}
