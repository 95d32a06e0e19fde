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
    /// Whether it is a number or has to do with a range (25～30).
    pub(crate) extent: Extent,
}

/// What a figure is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    /// One number.
    Number,
    /// An end of a range whose other end is no figure.
    End,
    /// Both ends of a range, whose value is all of it as printed with its unit.
    Range,
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
    "平方千米",
    "千米",
    "厘米",
    "毫米",
    "克",
    "千克",
    "毫升",
    "吨标煤",
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
    "床位",
    "学位",
    "车位",
    "泊位",
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
            match found.last_mut() {
                Some(first) if is_range(text, first, &figure) => first.extend(text, figure),
                _ => found.push(figure),
            }
        }
    }
    found
}

/// Signs between the two ends of a range.
const DASHES: [char; 6] = ['～', '~', '—', '–', '-', '－'];

/// Whether nothing but a dash stands between two figures.
fn is_range(text: &str, first: &Figure, second: &Figure) -> bool {
    let between = crate::text::solid(cut(text, first.end, second.at));
    let is_dash = !between.is_empty() && between.chars().all(|c| DASHES.contains(&c));
    first.extent == Extent::End && second.extent == Extent::End && is_dash
}

impl Figure {
    /// Makes the first end of a range all of it.
    fn extend(&mut self, text: &str, second: Self) {
        *self = Self {
            at: self.at,
            value: crate::text::solid(cut(text, self.at, second.unit_end)),
            unit: second.unit.or_else(|| self.unit.take()),
            extent: Extent::Range,
            ..second
        };
    }
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
    let ends_range = before.ends_with(DASHES) || {
        let behind =
            tail(text, end).trim_start_matches(|c: char| is_blank(c) || c == '%' || c == '％');
        let other = behind.trim_start_matches(DASHES);
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
    let is_code = |c: char| c.is_ascii_alphabetic() || c == '/' || c == '-' && !ends_range;
    if unit.is_none() && tail(text, end).starts_with(is_code) {
        return None;
    }
    // The voltage of a line says which line it is.
    let is_voltage = unit.as_deref() == Some("千伏");
    if is_voltage || unit.is_some() && is_attribute(tail(text, unit_end)) {
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
        extent: if ends_range {
            Extent::End
        } else {
            Extent::Number
        },
    })
}

/// Whether what stands behind a unit makes the figure a property of what follows: 30万千瓦级机组, 3人制篮球场, 5年期贷款.
fn is_attribute(behind: &str) -> bool {
    let named = ["直径", "口径", "跨径"];
    let is_other = starts(behind, &["级别", "期间"]).is_some();
    behind.starts_with(['级', '制', '期', '型']) && !is_other || starts(behind, &named).is_some()
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
    // 千瓦 and 百分点 begin like multiples.
    let is_measure = starts(rest, UNITS).is_some();
    let multiple = starts(rest, MULTIPLES).filter(|_| !is_measure);
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
    fn a_range_is_one_figure() {
        let ends = ["25～30克", "8-10家", "5%—6%", "3 — 5 种"];
        let printed = ["25～30克", "8-10家", "5%—6%", "3—5种"];
        for (text, value) in ends.into_iter().zip(printed) {
            let found = all(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(
                (found[0].extent, found[0].value.as_str()),
                (Extent::Range, value)
            );
        }
        assert_eq!(all("9—x个")[0].extent, Extent::Number);
    }

    #[test]
    fn a_property_of_what_follows_is_no_figure() {
        for text in [
            "30万千瓦级机组",
            "3人制篮球场",
            "5年期贷款",
            "110千伏变电站",
        ] {
            assert_eq!(all(text), [], "{text}");
        }
        is("3个级别", "3", Some("个"), None);
    }

    #[test]
    fn a_unit_may_have_another_in_brackets() {
        is(
            "水泵1万台（套）以上",
            "1",
            Some("万台（套）"),
            Some(Bound::AtLeast),
        );
        is("水渠10条（含支渠）", "10", Some("条"), None);
    }
}
