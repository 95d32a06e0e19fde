//! Parses the cell of a table: a figure with sign, unit and meaning, or words.

use crate::text::{fold, has_any, head, letters, tail, trim};

use super::figure::{self, Bound, Extent};
use super::target::Kind;
use super::years;

/// The value of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Value {
    /// The figure's digits, or the words, as printed.
    pub(crate) text: String,
    /// Whether it is a figure.
    pub(crate) is_figure: bool,
    /// The unit after the figure.
    pub(crate) unit: Option<String>,
    /// Its bound.
    bound: Option<Bound>,
    /// Its meaning.
    sense: Sense,
}

/// What a figure in a cell means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sense {
    /// A level.
    Level,
    /// A change over the term: 下降15%.
    Change,
    /// Growth in every year: 年均增长5%.
    Yearly,
    /// A total over the term: [120].
    Total,
}

impl Value {
    /// The value as one of a column of changes, which are growth a year or over the term.
    /// A limit that may not be exceeded (＜5.5) is a level wherever it stands.
    pub(crate) fn into_change(mut self, is_yearly: bool) -> Self {
        if self.sense == Sense::Level && self.bound != Some(Bound::AtMost) {
            self.sense = if is_yearly {
                Sense::Yearly
            } else {
                Sense::Total
            };
        }
        self
    }
}

/// Parses a cell; `None` if it is empty or a dash.
pub(crate) fn read(cell: &str) -> Option<Value> {
    let text = trim(cell);
    if text.is_empty() || is_dash(&fold(text)) {
        return None;
    }
    if let Some(inner) = in_brackets(text) {
        let value = read(inner).filter(|value| value.is_figure && value.sense == Sense::Level);
        return value.map(|value| Value {
            sense: Sense::Total,
            ..value
        });
    }
    let figures = figure::all(text);
    let Some(figure) = figures
        .first()
        .filter(|f| f.extent == Extent::Number && letters(text) <= 30)
    else {
        let words = text.replace('\n', "");
        return (letters(&words) <= 40).then_some(Value {
            text: words,
            is_figure: false,
            unit: None,
            bound: None,
            sense: Sense::Level,
        });
    };
    let before = head(text, figure.at);
    let bound = figure::sign(before)
        .map(|(bound, _)| bound)
        .or(figure.bound)
        .or_else(|| said(before));
    let changes = has_any(
        before,
        &[
            "下降", "降低", "减少", "提高", "增长", "增加", "上升", "提升",
        ],
    ) && !before.trim_end().ends_with(['到', '至']);
    let sense = match () {
        () if before.contains("年均") => Sense::Yearly,
        () if changes => Sense::Change,
        () if has_any(before, &["[", "［", "〔", "【", "累计"]) => Sense::Total,
        () => Sense::Level,
    };
    Some(Value {
        text: figure.value.clone(),
        is_figure: true,
        unit: figure.unit.clone(),
        bound,
        sense,
    })
}

/// What a cell has between brackets, if these hold all of it: [120] is a total over the term.
fn in_brackets(text: &str) -> Option<&str> {
    let inner = text.strip_prefix(['[', '［', '〔', '【', '（', '('])?;
    let inner = inner.strip_suffix([']', '］', '〕', '】', '）', ')'])?;
    let counts = inner.contains(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c));
    counts.then_some(inner)
}

fn said(before: &str) -> Option<Bound> {
    match before {
        b if has_any(b, &["不低于", "不少于", "大于", "高于", "超过", "达到"])
            && !b.contains("达到") =>
        {
            Some(Bound::AtLeast)
        }
        b if has_any(b, &["不高于", "不超过", "小于", "低于", "控制在"]) => {
            Some(Bound::AtMost)
        }
        _ => None,
    }
}

/// Whether a cell is a dash.
pub(crate) fn is_dash(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|c| matches!(c, '-' | '/' | '\\' | '~' | '*' | '一'))
}

/// The kind of a row's goal. A plain figure is compared with the one before it.
pub(crate) fn kind(value: &Value, name: &str, before: Option<&str>, unit: Option<&str>) -> Kind {
    if !value.is_figure {
        return kind_of_words(&value.text);
    }
    let points = value.unit.as_deref() == Some("百分点");
    let share = unit.is_some_and(|u| u.contains('%') || u.contains('‰'));
    match (value.sense, value.bound) {
        (Sense::Yearly, _) => Kind::AnnualGrowth,
        (Sense::Change, _) if points => Kind::ChangeBy,
        (Sense::Change, _) => Kind::PeriodChange,
        (Sense::Total, _) if share => Kind::PeriodChange,
        (Sense::Total, _) => Kind::Cumulative,
        (_, Some(Bound::About)) => Kind::About,
        (_, Some(Bound::AtLeast)) => Kind::AtLeast,
        (_, Some(Bound::AtMost)) => Kind::AtMost,
        _ if has_any(name, &["年均增长", "年均增速", "年均降低", "年均下降"]) => {
            Kind::AnnualGrowth
        }
        _ if share && has_any(name, &["增长率", "增速", "增长"]) => Kind::AnnualGrowth,
        _ if share && has_any(name, &["降低", "下降", "减少"]) => Kind::PeriodChange,
        _ if has_any(name, &["累计", "新增"]) => Kind::Cumulative,
        _ if share && value.text == "100" => Kind::FullCoverage,
        _ => direction(&value.text, before),
    }
}

fn direction(value: &str, before: Option<&str>) -> Kind {
    let number = |text: &str| text.replace(',', "").parse::<f64>().ok();
    match (number(value), before.and_then(number)) {
        (Some(goal), Some(base)) if goal < base => Kind::DecreaseTo,
        _ => Kind::IncreaseTo,
    }
}

/// Splits the name of an indicator from the unit in brackets after it.
pub(crate) fn name_and_unit(text: &str) -> (String, Option<String>) {
    let text = without_year(unnumbered(trim(text)));
    let text = if letters(text) < 2 { "" } else { text };
    let open = text
        .rfind(['（', '('])
        .filter(|_| text.ends_with(['）', ')']));
    let Some(open) = open else {
        return behind_blank(&tidy(text));
    };
    let inside = tail(text, open)
        .trim_start_matches(['（', '('])
        .trim_end_matches(['）', ')']);
    let unit = fold(inside);
    if is_unit(&unit) {
        return (tidy(head(text, open)), Some(unit));
    }
    (tidy(text), None)
}

/// Splits a name from the unit of the next cell that stands close behind it in the text of a PDF: 早死亡率 %.
fn behind_blank(name: &str) -> (String, Option<String>) {
    let parts = name.rsplit_once(' ').filter(|(name, unit)| {
        let sign = matches!(*unit, "%" | "‰") || unit.contains('/');
        letters(name) >= 4 && sign && is_unit(unit)
    });
    match parts {
        Some((name, unit)) => (name.trim_end().to_owned(), Some(unit.to_owned())),
        None => (name.to_owned(), None),
    }
}

/// A name without text of the next cell that a PDF appended: 2012 年为.
fn without_year(text: &str) -> &str {
    let year = years::all(text)
        .into_iter()
        .next_back()
        .filter(|y| matches!(trim(tail(text, y.end)), "为"));
    year.map_or(text, |y| trim(head(text, y.at)))
}

/// A name without its row number: 3. or 3、, but not the 5 of 5岁.
fn unnumbered(text: &str) -> &str {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let behind = rest.trim_start_matches(['.', '．', '、']);
    let numbered = rest.len() < text.len()
        && behind.len() < rest.len()
        && !behind.starts_with(|c: char| c.is_ascii_digit());
    if numbered { trim(behind) } else { text }
}

fn tidy(text: &str) -> String {
    // Letter-spaced text (成 人 人 均) loses its blanks; blanks between words and digits stay.
    let spaced = text.matches(' ').count() * 3 >= letters(text);
    if spaced {
        text.replace(' ', "")
    } else {
        trim(text).to_owned()
    }
}

/// Whether the words in brackets are a unit: a symbol, a rate, or a measure.
fn is_unit(text: &str) -> bool {
    let sign = text.contains(['%', '‰', '/', '²', '³', '℃']);
    let one = format!("1{text}");
    let figures = figure::all(&one);
    let measured = figures
        .first()
        .is_some_and(|f| f.unit.is_some() && f.unit_end == one.len());
    // 受教育年限（年） has a unit, 数字经济（2025年） has a year.
    let years = text == "年" || !text.ends_with(['年', '版']);
    letters(text) <= 12 && years && (sign || measured)
}

/// The kind of a goal without a figure.
fn kind_of_words(text: &str) -> Kind {
    let direction = [
        "持续", "提高", "改善", "下降", "减缓", "提升", "增长", "保持", "降低", "上升", "优化",
        "减少", "增加", "趋势",
    ];
    match text {
        t if t.contains("视情") || t.contains("年度") => Kind::SetYearly,
        t if direction.iter().any(|w| t.contains(w)) => Kind::Direction,
        t if t.contains("全覆盖") => Kind::FullCoverage,
        _ => Kind::Qualitative,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_say_figures_or_words() {
        let read = |cell| read(cell).map(|v| (v.text, v.is_figure));
        assert_eq!(read("≥98.5"), Some(("98.5".into(), true)));
        assert_eq!(read("28 左右"), Some(("28".into(), true)));
        assert_eq!(read("持续改善"), Some(("持续改善".into(), false)));
        assert_eq!(read("—"), None);
        assert_eq!(read(""), None);
    }

    #[test]
    fn kinds_follow_signs_brackets_and_the_baseline() {
        let kind = |cell: &str, before, unit| read(cell).map(|v| kind(&v, "水库", before, unit));
        assert_eq!(kind("≤9", None, Some("%")), Some(Kind::AtMost));
        assert_eq!(kind("[12]", None, Some("%")), Some(Kind::PeriodChange));
        assert_eq!(kind("［30］", None, Some("座")), Some(Kind::Cumulative));
        assert_eq!(kind("〔13.5〕", None, Some("%")), Some(Kind::PeriodChange));
        assert_eq!(kind("[2000]", None, Some("户")), Some(Kind::Cumulative));
        assert_eq!(kind("（1500）", None, Some("户")), Some(Kind::Cumulative));
        assert_eq!(kind("15", Some("12"), None), Some(Kind::IncreaseTo));
        assert_eq!(kind("9.5", Some("12"), None), Some(Kind::DecreaseTo));
        assert_eq!(kind("下降15%", None, None), Some(Kind::PeriodChange));
    }

    #[test]
    fn a_unit_in_brackets_is_no_part_of_the_name() {
        assert_eq!(
            name_and_unit("堤防达标率（%）"),
            ("堤防达标率".into(), Some("%".into()))
        );
        assert_eq!(
            name_and_unit("管理员（助理）人数(名/10 万人)"),
            ("管理员（助理）人数".into(), Some("名/10万人".into()))
        );
        assert_eq!(
            name_and_unit("4.平均使用年限（年）"),
            ("平均使用年限".into(), Some("年".into()))
        );
        assert_eq!(
            name_and_unit("管网漏损率 %"),
            ("管网漏损率".into(), Some("%".into()))
        );
        assert_eq!(
            name_and_unit("水库座数（含小型）"),
            ("水库座数（含小型）".into(), None)
        );
    }
}
