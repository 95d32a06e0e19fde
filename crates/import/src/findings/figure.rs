//! The figures of a text: digits with their unit and bound (以上, 左右, 以内). Years, dates and ordinals are excluded.

use crate::text::{cut, ends, head, is_blank, starts, tail};

/// A figure in a text; positions are byte offsets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Figure {
    /// Where its digits begin.
    pub(crate) at: usize,
    /// Its digits as printed.
    pub(crate) value: String,
    /// Its unit, without blanks; `None` if it has none.
    pub(crate) unit: Option<String>,
    /// Where the unit ends.
    pub(crate) unit_end: usize,
    /// Its bound.
    pub(crate) bound: Option<Bound>,
    /// Where the figure ends, including unit and bound.
    pub(crate) end: usize,
    /// Whether it is one of a range (25～30).
    pub(crate) is_range: bool,
}

/// The bound of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bound {
    /// 左右
    About,
    /// 以上, ≥
    AtLeast,
    /// 以下, 以内, ≤
    AtMost,
}

/// Words after digits that make them a date, an ordinal or a name.
const NOT_A_UNIT: &[&str] = &[
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
];

/// Multiples, between a figure and its unit.
const MULTIPLES: &[&str] = &["万亿", "千万", "百万", "十万", "万", "亿", "千", "百"];

/// All figures of a text.
pub(crate) fn all(text: &str) -> Vec<Figure> {
    let mut found: Vec<Figure> = Vec::new();
    let mut at = 0;
    while let Some((begin, end)) = digits(text, at) {
        at = end;
        if let Some(figure) = figure(text, begin, end) {
            at = figure.end.max(end);
            found.push(figure);
        }
    }
    found
}

/// The range of the next number, with decimal point and thousands separators.
fn digits(text: &str, from: usize) -> Option<(usize, usize)> {
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let begin = from + tail(text, from).find(is_digit)?;
    let mut end = begin;
    // Not one character more than the number has: a line may have thousands.
    let mut rest = tail(text, begin).chars();
    while let Some(c) = rest.next() {
        let behind = rest.as_str();
        let digits = || behind.chars().take(4).take_while(|c| is_digit(*c)).count();
        let point = matches!(c, '.' | '．') && digits() > 0;
        let comma = c == ',' && digits() == 3;
        if !(is_digit(c) || point || comma) {
            break;
        }
        end += c.len_utf8();
    }
    Some((begin, end))
}

fn figure(text: &str, begin: usize, end: usize) -> Option<Figure> {
    let before = head(text, begin).trim_end_matches(is_blank);
    let glued = head(text, begin)
        .ends_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '_' | '/' | '.' | '．'));
    // 〔2020〕 holds the year of a document, [30] a total.
    let bracket = before.ends_with(['〔', '['])
        && cut(text, begin, end)
            .parse::<u16>()
            .is_ok_and(|year| (1900..2101).contains(&year));
    if glued || bracket || ends(before, &["第", "每", "GB", "PM"]).is_some() {
        return None;
    }
    let is_range = ends(before, &["～", "~", "—", "–", "-", "－"]).is_some() || {
        let behind =
            tail(text, end).trim_start_matches(|c: char| is_blank(c) || c == '%' || c == '％');
        let other = behind.trim_start_matches(['～', '~', '—', '–', '-', '－']);
        other.len() < behind.len()
            && other
                .trim_start_matches(is_blank)
                .starts_with(|c: char| c.is_ascii_digit())
    };
    let rest = skip(text, end);
    let value = cut(text, begin, end)
        .chars()
        .map(crate::text::half_width)
        .collect::<String>();
    if starts(tail(text, rest), NOT_A_UNIT).is_some() || is_year(text, &value, rest) {
        return None;
    }
    // 2. before the text of an item counts it.
    let begins = before.is_empty() || before.ends_with(['。', '；', '：', '\n']);
    if begins && tail(text, end).starts_with(['.', '．', '、']) {
        return None;
    }
    // 1:6 is a ratio, and neither of its numbers a figure.
    let is_sign = |c: char| matches!(c, ':' | '：' | '∶' | '﹕');
    let is_digit = |c: char| c.is_ascii_digit();
    let of = tail(text, end).strip_prefix(is_sign);
    let to = before.strip_suffix(is_sign);
    if of.is_some_and(|it| it.starts_with(is_digit)) || to.is_some_and(|it| it.ends_with(is_digit))
    {
        return None;
    }
    let (unit, unit_end) = unit(text, rest).map_or((None, end), |(unit, end)| (Some(unit), end));
    if unit.is_none()
        && tail(text, end).starts_with(|c: char| c.is_ascii_alphabetic() || c == '-' || c == '/')
    {
        return None;
    }
    let (bound, end) = bound(text, unit_end);
    Some(Figure {
        at: begin,
        value,
        unit,
        unit_end,
        bound,
        end,
        is_range,
    })
}

fn skip(text: &str, at: usize) -> usize {
    text.len() - tail(text, at).trim_start_matches(is_blank).len()
}

/// Whether a number is a year: before 年, or at the start of a range of years (2021—2025年).
fn is_year(text: &str, value: &str, rest: usize) -> bool {
    let sound = value.len() == 4
        && value
            .parse::<u16>()
            .is_ok_and(|y| (1900..2101).contains(&y));
    let behind = tail(text, rest);
    sound
        && (behind.starts_with('年')
            || behind
                .trim_start_matches(['—', '-', '－', '–', '～', '~'])
                .starts_with("20"))
}

/// The unit at `at`: a multiple, a unit or both, or a rate (/10万).
fn unit(text: &str, at: usize) -> Option<(String, usize)> {
    let rest = tail(text, at);
    if let Some(share) = rest.strip_prefix('/') {
        let digits = share.trim_start_matches(|c: char| c.is_ascii_digit() || is_blank(c));
        let many = starts(digits, MULTIPLES)?;
        let end = text.len() - digits.len() + many.len();
        return Some((crate::text::solid(cut(text, at, end)), end));
    }
    let multiple = starts(rest, MULTIPLES).unwrap_or_default();
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
    (!unit.is_empty()).then(|| per(text, unit, end))
}

/// Extends a unit by its denominator: 微克/立方米, 名/10万人.
fn per(text: &str, unit: String, end: usize) -> (String, usize) {
    let Some(rest) = tail(text, end).strip_prefix('/') else {
        return (unit, end);
    };
    let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let multiple = starts(digits, MULTIPLES).unwrap_or_default();
    let measure = starts(tail(digits, multiple.len()), UNITS).unwrap_or_default();
    let length = rest.len() - digits.len() + multiple.len() + measure.len();
    if multiple.is_empty() && measure.is_empty() {
        return (unit, end);
    }
    (format!("{unit}/{}", head(rest, length)), end + 1 + length)
}

fn bound(text: &str, at: usize) -> (Option<Bound>, usize) {
    let begin = skip(text, at);
    let words = [
        ("左右", Bound::About),
        ("上下", Bound::About),
        ("及以上", Bound::AtLeast),
        ("以上", Bound::AtLeast),
        ("及以下", Bound::AtMost),
        ("以下", Bound::AtMost),
        ("以内", Bound::AtMost),
        ("之内", Bound::AtMost),
    ];
    let found = words
        .into_iter()
        .find(|(word, _)| tail(text, begin).starts_with(word));
    found.map_or((None, at), |(word, bound)| {
        (Some(bound), begin + word.len())
    })
}

/// The sign before a figure (≥ ≤ ＞ ＜), and its byte offset.
pub(crate) fn sign(before: &str) -> Option<(Bound, usize)> {
    let text = before.trim_end_matches(is_blank);
    let c = text.chars().last()?;
    let bound = match c {
        '≥' | '>' | '＞' | '⩾' | '﹥' => Bound::AtLeast,
        '≤' | '<' | '＜' | '⩽' | '﹤' => Bound::AtMost,
        _ => return None,
    };
    Some((bound, text.len() - c.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is(text: &str, value: &str, unit: Option<&str>, bound: Option<Bound>) {
        let found = all(text)
            .into_iter()
            .map(|f| (f.value, f.unit, f.bound))
            .collect::<Vec<_>>();
        assert_eq!(
            found,
            [(value.to_owned(), unit.map(str::to_owned), bound)],
            "{text}"
        );
    }

    #[test]
    fn figures_have_units_and_bounds() {
        is("达到 79.0 岁", "79.0", Some("岁"), None);
        is("达到80%以上", "80", Some("%"), Some(Bound::AtLeast));
        is("新增50万人", "50", Some("万人"), None);
        is("提高0.5个百分点", "0.5", Some("百分点"), None);
        is(
            "下降到18/10 万及以下",
            "18",
            Some("/10万"),
            Some(Bound::AtMost),
        );
        is(
            "产量1,500万吨左右",
            "1,500",
            Some("万吨"),
            Some(Bound::About),
        );
        is("建设20个左右枢纽", "20", Some("个"), Some(Bound::About));
    }

    #[test]
    fn years_dates_and_ordinals_are_no_figures() {
        for text in [
            "到2030年",
            "2021—2025年",
            "3月15日",
            "第5次",
            "每10万人",
            "PM2.5",
            "甲政发〔2020〕",
            "师生比1:6.5",
        ] {
            assert_eq!(all(text), [], "{text}");
        }
    }

    #[test]
    fn a_range_is_told() {
        assert!(all("25～30克").iter().all(|f| f.is_range));
    }
}
