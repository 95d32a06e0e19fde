//! The units of figures, with their multiples and denominators.

use crate::text::{cut, head, is_blank, starts, tail};

/// Words after digits that make them a date, an ordinal or a name.
pub(super) const NOT_A_UNIT: &[&str] = &[
    "月", "日", "号", "时", "点", "届", "世纪", "周年", "线", "级", "字头", "版",
];

/// Units, with or without a multiple (万, 亿) before them.
const UNITS: &[&str] = &[
    "个百分点",
    "百分点",
    "个小时",
    "个工作日",
    "工作日",
    "个月",
    "周岁",
    "%",
    "％",
    "‰",
    "吨标准煤",
    "千瓦时",
    "千瓦",
    "立方米",
    "平方米",
    "平方公里",
    "公顷",
    "公里",
    "微克/立方米",
    "微克每立方米",
    "毫克/升",
    "人次",
    "标准箱",
    "标箱",
    "学时",
    "课时",
    "小时",
    "分钟",
    "学分",
    "人",
    "户",
    "元",
    "吨",
    "亩",
    "米",
    "岁",
    "年",
    "天",
    "套",
    "个",
    "家",
    "所",
    "名",
    "张",
    "件",
    "项",
    "座",
    "处",
    "支",
    "条",
    "种",
    "场",
    "次",
    "辆",
    "台",
    "对",
    "部",
    "篇",
    "门",
    "倍",
    "位",
    "只",
    "头",
    "株",
    "份",
    "批",
    "片",
    "间",
    "艘",
    "架",
    "颗",
    "组",
    "队",
    "册",
    "美元",
    "斤",
    "公斤",
    "摄氏度",
    "分贝",
    "兆瓦",
    "吉瓦",
    "m2",
    "㎡",
    "m²",
    "km",
    "kg",
    "mg",
    "cm",
    "mm",
    "m",
    "g",
    "TEU",
    "分",
    "类",
    "升",
    "宗",
    "笔",
    "期",
    "例",
    "枚",
    "村",
    "镇",
    "县",
    "根",
    "盏",
    "栋",
    "幢",
    "床",
    "机架",
    "标准机架",
    "平方千米",
    "千米",
    "厘米",
    "毫米",
    "克",
    "千克",
    "毫升",
    "吨标煤",
    "克标准煤",
    "千克标准煤",
    "吨煤",
    "蒸吨",
    "千伏安",
    "兆伏安",
    "千伏",
    "眼",
    "口",
    "块",
    "班",
    "艘次",
    "架次",
    "班次",
    "车次",
    "户次",
    "周",
    "羽",
    "尾",
    "桶",
    "列",
    "席",
    "幅",
    "箱",
    "端口",
    "PFLOPS",
    "PFlops",
    "EFLOPS",
    "EFlops",
    "Gbps",
    "Tbps",
    "Mbps",
    "毫秒",
    "床位",
    "学位",
    "车位",
    "泊位",
];

/// Multiples, between a figure and its unit.
const MULTIPLES: &[&str] = &["万亿", "千万", "百万", "十万", "万", "亿", "千", "百"];

/// Whether what stands behind a unit makes the figure a property of what follows: 30万千瓦级机组, 3人制篮球场, 5年期贷款.
pub(super) fn is_attribute(behind: &str) -> bool {
    let named = ["直径", "口径", "跨径"];
    let is_other = starts(behind, &["级别", "期间"]).is_some();
    behind.starts_with(['级', '制', '期', '型']) && !is_other || starts(behind, &named).is_some()
}

pub(super) fn skip(text: &str, at: usize) -> usize {
    text.len() - tail(text, at).trim_start_matches(is_blank).len()
}

/// The unit at `at`: a multiple, a unit or both, or a rate (/10万).
pub(super) fn unit(text: &str, at: usize) -> Option<(String, usize)> {
    let rest = tail(text, at);
    if let Some(share) = rest.strip_prefix('/') {
        let digits = share.trim_start_matches(|c: char| c.is_ascii_digit() || is_blank(c));
        let many = starts(digits, MULTIPLES)?;
        let of = starts(tail(digits, many.len()), &["人", "人口", "户"]).map_or(0, str::len);
        let end = text.len() - digits.len() + many.len() + of;
        return Some((crate::text::solid(cut(text, at, end)), end));
    }
    // 千瓦 and 百分点 begin like multiples.
    let multiple = starts(rest, MULTIPLES).filter(|_| starts(rest, UNITS).is_none());
    let multiple = multiple.unwrap_or_default();
    let behind = skip(text, at + multiple.len());
    let measure =
        starts(tail(text, behind), UNITS).filter(|m| !m.is_ascii() || multiple.is_empty());
    let end = behind + measure.map_or(0, str::len);
    let name = match measure {
        Some("个百分点") => "百分点",
        Some("个小时") => "小时",
        Some("个工作日") => "工作日",
        Some("％") => "%",
        other => other.unwrap_or_default(),
    };
    let end = if measure.is_none() {
        at + multiple.len()
    } else {
        end
    };
    let unit = format!("{multiple}{name}");
    (!unit.is_empty()).then(|| {
        let (unit, end) = per(text, unit, end);
        or(text, unit, end)
    })
}

/// Extends a unit by the other one in brackets behind it: 台（套）.
fn or(text: &str, unit: String, end: usize) -> (String, usize) {
    let rest = tail(text, end);
    let other = rest.strip_prefix(['（', '(']);
    let other = other.and_then(|inner| inner.split_once(['）', ')']));
    match other {
        Some((other, behind)) if UNITS.contains(&other) => {
            let length = rest.len() - behind.len();
            (format!("{unit}{}", head(rest, length)), end + length)
        }
        _ => (unit, end),
    }
}

/// Extends a unit by its denominator: 微克/立方米, 名/10万人.
fn per(text: &str, unit: String, end: usize) -> (String, usize) {
    let Some(rest) = tail(text, end).strip_prefix('/') else {
        return (unit, end);
    };
    let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let multiple = starts(digits, MULTIPLES).unwrap_or_default();
    let below = starts(tail(digits, multiple.len()), &["日", "秒", "月"]);
    let measure = starts(tail(digits, multiple.len()), UNITS).or(below);
    let measure = measure.unwrap_or_default();
    let length = rest.len() - digits.len() + multiple.len() + measure.len();
    if multiple.is_empty() && measure.is_empty() {
        return (unit, end);
    }
    (format!("{unit}/{}", head(rest, length)), end + 1 + length)
}
