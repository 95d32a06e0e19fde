//! The number before a heading or item: its style (第三章, 三、, （三）, 3., 3.1), its value, and where it ends.
//!
//! A marker says what a line *could* be. Whether it is a heading is decided by its place in a sequence (`sequence`).

use crate::text::{cut, is_blank, is_han, starts, tail};

pub(crate) mod numeral;

/// Numbering styles, from the highest rank to the lowest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Style {
    /// 第一篇
    Volume,
    /// 第一部分
    Division,
    /// 第一章
    Chapter,
    /// 第一节
    Section,
    /// 第一条
    Article,
    /// 一、
    Han,
    /// 行动一： with numbers in brackets below it
    LabelAbove,
    /// （一）
    HanBrackets,
    /// 行动一：
    Label,
    /// 1. 1． 1、
    Digit,
    /// （1） (1) 1）
    DigitBrackets,
    /// ①
    Circled,
    /// 1, 1.1, 1.1.1: the count of numbers.
    Decimal(u8),
}

impl Style {
    /// Whether it counts what it names: 行动一：
    pub fn is_label(self) -> bool {
        matches!(self, Self::Label | Self::LabelAbove)
    }

    /// Its rank among the styles of a document; smaller is higher.
    pub fn rank(self) -> u8 {
        match self {
            Self::Volume => 1,
            Self::Division => 2,
            Self::Chapter => 3,
            Self::Section => 4,
            Self::Article => 5,
            Self::Han => 6,
            Self::LabelAbove => 7,
            Self::HanBrackets => 8,
            Self::Decimal(depth) => 8 + depth,
            Self::Label => 19,
            Self::Digit => 20,
            Self::DigitBrackets => 21,
            Self::Circled => 22,
        }
    }
}

/// A number as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marker {
    /// Its style.
    pub style: Style,
    /// Its value; of 1.2.3 the last number.
    pub value: u32,
    /// All its numbers: three for 1.2.3, one for other styles.
    pub path: Vec<u32>,
    /// As printed, without trailing blanks.
    pub printed: String,
}

/// The marker at the start of a text without leading blanks, and the byte offset where the text after it begins.
pub fn read(text: &str) -> Option<(Marker, usize)> {
    ordinal(text)
        .or_else(|| label(text))
        .or_else(|| han(text))
        .or_else(|| brackets(text))
        .or_else(|| decimal(text))
        .or_else(|| digit(text))
        .or_else(|| circled(text))
}

fn marked(text: &str, style: Style, path: Vec<u32>, end: usize) -> Option<(Marker, usize)> {
    let value = *path.last()?;
    let rest = tail(text, end);
    let begin = text.len() - rest.trim_start_matches(is_blank).len();
    let printed = cut(text, 0, end).trim_end_matches(is_blank).to_owned();
    (begin < text.len()).then_some((
        Marker {
            style,
            value,
            path,
            printed,
        },
        begin,
    ))
}

/// 第三章, 第 3 章; not as a reference in running text (第三章规定).
fn ordinal(text: &str) -> Option<(Marker, usize)> {
    let rest = text.strip_prefix('第')?.trim_start_matches(is_blank);
    let number: String = rest
        .chars()
        .take_while(|c| numeral::is_numeral(*c) || c.is_ascii_digit())
        .collect();
    let value = number.parse().ok().or_else(|| numeral::value(&number))?;
    let behind = tail(rest, number.len()).trim_start_matches(is_blank);
    let kinds = [
        ("篇", Style::Volume),
        ("部分", Style::Division),
        ("章", Style::Chapter),
        ("节", Style::Section),
        ("条", Style::Article),
    ];
    let (word, style) = kinds
        .into_iter()
        .find(|(word, _)| behind.starts_with(word))?;
    let title = tail(behind, word.len());
    let running = [
        "的", "第", "规定", "、", "，", "和", "至", "所", "。", "；", "）", "中",
    ];
    if running.iter().any(|r| title.starts_with(r)) {
        return None;
    }
    let gap = title.trim_start_matches(['、', '：', '.', '．']);
    marked(text, style, vec![value], text.len() - gap.len())
}

/// What is counted with its number behind it: 行动一：, 任务2：.
const LABELS: &[&str] = &[
    "专项行动",
    "重点行动",
    "重点任务",
    "重点工程",
    "重大工程",
    "行动",
    "任务",
    "工程",
    "专项",
    "举措",
    "措施",
    "步骤",
];

/// 行动一： and 任务2：
fn label(text: &str) -> Option<(Marker, usize)> {
    let word = starts(text, LABELS)?;
    let rest = tail(text, word.len()).trim_start_matches(is_blank);
    let number: String = rest
        .chars()
        .take_while(|c| numeral::is_numeral(*c) || c.is_ascii_digit())
        .collect();
    let value = arabic(&number).or_else(|| numeral::value(&number))?;
    let behind = tail(rest, number.len());
    let gap = behind.trim_start_matches(is_blank);
    let sign = gap
        .chars()
        .next()
        .filter(|c| matches!(c, '：' | ':' | '、' | '．'));
    let end = text.len() - gap.len() + sign.map_or(0, char::len_utf8);
    let is_set_apart = sign.is_some() || gap.len() < behind.len();
    (is_set_apart && value < 100).then(|| marked(text, Style::Label, vec![value], end))?
}

/// 三、 and 三．
fn han(text: &str) -> Option<(Marker, usize)> {
    let number: String = text
        .chars()
        .take_while(|c| numeral::is_numeral(*c))
        .collect();
    let value = numeral::value(&number)?;
    let rest = tail(text, number.len()).trim_start_matches(is_blank);
    let sign = rest
        .chars()
        .next()
        .filter(|c| matches!(c, '、' | '．' | '.'))?;
    marked(
        text,
        Style::Han,
        vec![value],
        text.len() - rest.len() + sign.len_utf8(),
    )
}

/// （三） and （3）, with brackets of either width, and 3）.
fn brackets(text: &str) -> Option<(Marker, usize)> {
    let opened = text.strip_prefix(['（', '(', '﹙']);
    let rest = opened.unwrap_or(text).trim_start_matches(is_blank);
    let number: String = rest
        .chars()
        .take_while(|c| numeral::is_numeral(*c) || c.is_ascii_digit() || ('０'..='９').contains(c))
        .collect();
    let behind = tail(rest, number.len()).trim_start_matches(is_blank);
    let close = behind
        .chars()
        .next()
        .filter(|c| matches!(c, '）' | ')' | '﹚'))?;
    let end = text.len() - behind.len() + close.len_utf8();
    let end = end
        + tail(text, end)
            .chars()
            .next()
            .filter(|c| matches!(c, '、' | '．'))
            .map_or(0, char::len_utf8);
    if let Some(value) = arabic(&number).filter(|_| number.chars().count() <= 3) {
        return marked(text, Style::DigitBrackets, vec![value], end);
    }
    let value = opened.and_then(|_| numeral::value(&number))?;
    marked(text, Style::HanBrackets, vec![value], end)
}

/// 1.2, 1.2.3, and 1 before a blank and a Han character. `sequence` decides whether the document counts so.
fn decimal(text: &str) -> Option<(Marker, usize)> {
    let mut path = Vec::new();
    let mut end = 0;
    loop {
        let number: String = tail(text, end)
            .chars()
            .take_while(char::is_ascii_digit)
            .collect();
        if number.is_empty() || number.len() > 2 || number.starts_with('0') {
            return None;
        }
        path.push(number.parse().ok()?);
        end += number.len();
        let Some(rest) = tail(text, end).strip_prefix(['.', '．']) else {
            break;
        };
        if !rest.starts_with(|c: char| c.is_ascii_digit()) {
            break;
        }
        end = text.len() - rest.len();
    }
    let rest = tail(text, end);
    let gap = rest.starts_with(is_blank);
    let title = rest.trim_start_matches(is_blank).chars().next()?;
    let unit = !gap && "亿万千百个岁倍元人名米公年月日小吨成分以".contains(title);
    let sound = if path.len() == 1 {
        gap && is_han(title)
    } else {
        (gap || is_han(title)) && !unit
    };
    let depth = path.len() as u8;
    (sound && depth <= 5 && is_title(title))
        .then(|| marked(text, Style::Decimal(depth), path, end))
        .flatten()
}

/// 3. 3． 3、, but not 3.5, 3.《…》, nor a figure with its unit.
fn digit(text: &str) -> Option<(Marker, usize)> {
    let number: String = text
        .chars()
        .take_while(|c| c.is_ascii_digit() || ('０'..='９').contains(c))
        .collect();
    let value = arabic(&number).filter(|v| *v > 0 && *v < 200)?;
    let rest = tail(text, number.len());
    let sign = rest
        .chars()
        .next()
        .filter(|c| matches!(c, '.' | '．' | '、' | '﹒'))?;
    let behind = tail(rest, sign.len_utf8());
    let title = behind.trim_start_matches(is_blank).chars().next()?;
    if title.is_ascii_digit()
        && !behind.starts_with(is_blank)
        && sign != '、'
        && !begins_with_year(behind)
    {
        return None;
    }
    marked(
        text,
        Style::Digit,
        vec![value],
        number.len() + sign.len_utf8(),
    )
}

/// Whether a text begins with a year: the title in 3.2025年目标.
fn begins_with_year(text: &str) -> bool {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    digits == 4 && tail(text, 4).starts_with(['年', '—', '-', '－'])
}

fn circled(text: &str) -> Option<(Marker, usize)> {
    let c = text.chars().next()?;
    let value = match c {
        '①'..='⑳' => c as u32 - '①' as u32 + 1,
        _ => return None,
    };
    marked(text, Style::Circled, vec![value], c.len_utf8())
}

fn arabic(number: &str) -> Option<u32> {
    let half: String = number.chars().map(crate::text::half_width).collect();
    (!half.is_empty() && !half.starts_with('0'))
        .then(|| half.parse().ok())
        .flatten()
}

fn is_title(c: char) -> bool {
    is_han(c) || matches!(c, '“' | '‘' | '《' | '"' | '〔' | '（') || c.is_ascii_alphabetic()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is(text: &str, style: Style, value: u32, title: &str) {
        let found =
            read(text).map(|(marker, begin)| (marker.style, marker.value, tail(text, begin)));
        assert_eq!(found, Some((style, value, title)));
    }

    #[test]
    fn all_styles_are_read() {
        is("第二十一章　深化改革", Style::Chapter, 21, "深化改革");
        is("第三篇 总则", Style::Volume, 3, "总则");
        is("第一节　引导", Style::Section, 1, "引导");
        is("十二、保障", Style::Han, 12, "保障");
        is("（三十八）协调", Style::HanBrackets, 38, "协调");
        is("(二) 协调", Style::HanBrackets, 2, "协调");
        is("3．兴修水利", Style::Digit, 3, "兴修水利");
        is("1. 建立机制", Style::Digit, 1, "建立机制");
        is("2、建立机制", Style::Digit, 2, "建立机制");
        is("（12）建立", Style::DigitBrackets, 12, "建立");
        is("3）建立", Style::DigitBrackets, 3, "建立");
        is("③建立", Style::Circled, 3, "建立");
        is("4　响应", Style::Decimal(1), 4, "响应");
        is("4.2.1 响应", Style::Decimal(3), 1, "响应");
    }

    #[test]
    fn figures_and_references_have_no_marker() {
        for text in [
            "1.5亿人",
            "3.2%",
            "2025年",
            "第三章的规定",
            "第三章规定",
            "100个",
            "（2021—2025年）",
            "（试行）",
            "十分重要",
            "一是",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn labels_count_what_they_name() {
        is("行动一：粮食安全行动", Style::Label, 1, "粮食安全行动");
        is("重点任务 十二、改造泵站", Style::Label, 12, "改造泵站");
        is("任务2 建设水库", Style::Label, 2, "建设水库");
        assert_eq!(read("行动一致，步调统一"), None);
        assert_eq!(read("任务10项以上"), None);
    }

    #[test]
    fn a_number_without_a_title_is_none() {
        assert_eq!(read("（一）"), None);
    }
}
