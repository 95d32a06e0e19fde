//! The figures of a text: digits with their unit and bound (以上, 左右, 以内). Years, dates and ordinals are excluded.

mod units;

use crate::text::{cut, ends, head, is_blank, starts, tail};

use units::{NOT_A_UNIT, is_attribute, skip, unit};

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
    // 9时30分 is a time of day.
    if before.ends_with(['时', '点']) && tail(text, rest).starts_with('分') {
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
            "9时30分",
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
