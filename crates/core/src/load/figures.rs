//! Finding figures in a sentence, so that a target's figures can be checked against the words it quotes.

use unicode_normalization::UnicodeNormalization as _;

/// Units that are told from one another behind a figure, the longer before those that they begin with.
const UNITS: [&str; 27] = [
    "个百分点",
    "百分点",
    "万平方米",
    "平方公里",
    "平方千米",
    "平方米",
    "万人次",
    "万人",
    "万吨",
    "万亩",
    "万元",
    "亿元",
    "公顷",
    "公里",
    "千米",
    "吨",
    "亩",
    "元",
    "岁",
    "人",
    "张",
    "辆",
    "户",
    "%",
    "‰",
    "米",
    "件",
];

/// Whether `figure` stands in `text` as a number of its own: 95 does in “95%以上”, not in “2095” or “95.5”. Full-width
/// digits are digits, a number may have its thousands apart (1200 stands in “1,200张”), and its sign belongs to it: -1.2
/// stands in “为−1.2‰”, and 1.2 does not.
pub fn prints(text: &str, figure: &str) -> bool {
    Numbers::of(std::iter::once(text)).have(figure)
}

/// The numbers that several texts print, to look many figures up.
pub(super) struct Numbers {
    text: String,
    /// The same without what sets thousands apart; `None` if nothing does.
    joined: Option<String>,
}

impl Numbers {
    /// Those of some texts.
    pub(super) fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut text = String::new();
        for each in texts {
            text.extend(each.nfkc());
            text.push('\n');
        }
        let joined = text.contains(',').then(|| without_separators(&text));
        Self { text, joined }
    }

    /// Whether a figure is printed as a number of its own.
    pub(super) fn have(&self, figure: &str) -> bool {
        let joined = self.joined.as_deref();
        is_printed(&self.text, figure) || joined.is_some_and(|text| is_printed(text, figure))
    }
}

fn is_printed(text: &str, figure: &str) -> bool {
    behind(text, figure).next().is_some()
}

/// The unit printed directly behind each place of a figure in a text; `None` where it is not a known one.
pub(super) fn units(text: &str, figure: &str) -> Vec<Option<&'static str>> {
    let of = |behind: &str| {
        let behind = behind.trim_start();
        UNITS.into_iter().find(|unit| behind.starts_with(unit))
    };
    let text: String = text.nfkc().collect();
    behind(&text, figure).map(of).collect()
}

/// Whether a unit is per cent or points of it: a change of the one is told in the other.
pub(super) fn is_percent(unit: &str) -> bool {
    unit == "%" || unit.ends_with("百分点")
}

/// How a unit may be printed, without the part behind a slash, which is often told before the figure (每千人口…4.5个).
pub(super) fn spellings(unit: &str) -> Vec<&str> {
    let own = unit.split('/').map(str::trim);
    let own = own.filter(|part| !part.is_empty() && *part != "1");
    let mut all: Vec<&str> = own.take(1).collect();
    all.extend_from_slice(match unit {
        "%" => &["百分"],
        "‰" => &["千分"],
        _ if is_percent(unit) => &["%"],
        "平方米" => &["㎡", "平米"],
        "平方公里" => &["㎢", "平方千米"],
        "立方米" => &["㎥"],
        "公里" => &["千米", "km"],
        _ => &[],
    });
    all
}

/// The years that a text prints: 2030, ２０３０, 二〇三〇年.
pub(super) fn years(text: &str) -> impl Iterator<Item = u16> {
    let numbers = numbers(text).map(|(_, number)| number);
    let years = numbers.filter(|number| number.len() == 4);
    let plain = years.filter_map(|number| number.parse().ok());
    plain.chain(in_other_digits(text))
}

/// The years that stand before 年 in full-width or Chinese digits.
fn in_other_digits(text: &str) -> impl Iterator<Item = u16> {
    text.match_indices('年').filter_map(|(at, _)| {
        let before = text.get(..at)?;
        let mut year = 0;
        let mut place = 1;
        for c in before.trim_end().chars().rev().take(4) {
            year += other_digit(c)? * place;
            place = if place < 1000 { place * 10 } else { place };
        }
        (year >= 1000).then_some(year)
    })
}

fn other_digit(c: char) -> Option<u16> {
    let full = ('０'..='９').position(|it| it == c);
    let han = "〇一二三四五六七八九".chars().position(|it| it == c);
    full.or(han).or((c == '○').then_some(0)).map(|it| it as u16)
}

/// The years of the five-year plans that a text names: those from 2021 to 2025 for 十四五.
pub(super) fn named_years(text: &str) -> impl Iterator<Item = u16> {
    const NAMES: [(&str, u16); 6] = [
        ("十一五", 2006),
        ("十二五", 2011),
        ("十三五", 2016),
        ("十四五", 2021),
        ("十五五", 2026),
        ("十六五", 2031),
    ];
    let named = NAMES.into_iter().filter(|(name, _)| text.contains(name));
    named.flat_map(|(_, first)| first..first + 5)
}

/// What stands behind each place of a figure in a text.
fn behind<'a>(text: &'a str, figure: &str) -> impl Iterator<Item = &'a str> {
    let size = figure.trim_start_matches('-');
    let is_negative = size.len() < figure.len();
    let found = numbers(text).filter(move |(at, number)| {
        *number == size && has_minus(text.get(..*at).unwrap_or_default()) == is_negative
    });
    found.filter_map(|(at, number)| text.get(at + number.len()..))
}

/// Whether a text ends in the sign of a negative number: behind a digit or a letter it is a dash, as in 2020-2025.
fn has_minus(before: &str) -> bool {
    let mut signs = before.chars().rev();
    let is_sign = signs
        .next()
        .is_some_and(|c| matches!(c, '-' | '−' | '–' | '负'));
    is_sign
        && !signs
            .next()
            .is_some_and(|c| c.is_ascii_alphanumeric() || c == '%')
}

/// The numbers in a text with the bytes at which they begin, without the points behind them.
fn numbers(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_part = |c: char| c.is_ascii_digit() || c == '.';
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = text.get(from..)?;
        let start = from + rest.find(is_part)?;
        let run = text.get(start..)?;
        let end = run.find(|c| !is_part(c)).unwrap_or(run.len());
        from = start + end;
        Some((start, run.get(..end)?.trim_end_matches('.')))
    })
}

/// A text without the commas that set thousands apart: those before three digits and no fourth.
fn without_separators(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let behind = text.get(at + 1..).unwrap_or_default().bytes();
        let digits = behind.take(4).take_while(u8::is_ascii_digit).count();
        let is_separator = c == ',' && digits == 3 && out.ends_with(|c: char| c.is_ascii_digit());
        if !is_separator {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{prints, units, years};

    #[test]
    fn a_figure_is_printed_as_a_number_of_its_own() {
        assert!(prints("达到95%以上", "95"));
        assert!(prints("达到９５．５％", "95.5"));
        assert!(prints("床位1,200张", "1200") && prints("床位1,234,500张", "1234500"));
        assert!(prints("第1,200条", "200") && prints("分别为12,345人", "345"));
        assert!(!prints("2095年95.5%", "95"));
        assert!(!prints("1,2000张", "12000"));
    }

    #[test]
    fn a_sign_belongs_to_its_figure_and_a_dash_does_not() {
        for sign in ["-", "−", "－", "–", "负"] {
            let text = format!("2020年人口自然增长率为{sign}1.2‰");
            assert!(prints(&text, "-1.2"), "{text}");
            assert!(!prints(&text, "1.2"), "{text}");
        }
        assert!(prints("2020-2025年", "2025") && !prints("2020-2025年", "-2025"));
        assert!(prints("16–59岁", "59") && prints("COVID-19", "19"));
    }

    #[test]
    fn units_and_years_are_read_where_they_are_printed() {
        assert_eq!(
            units("达到50万人次，其中50个", "50"),
            [Some("万人次"), None]
        );
        assert_eq!(units("覆盖率95 %，提高5个百分点", "5"), [Some("个百分点")]);
        assert_eq!(
            years("到二〇三五年，２０３０年前").collect::<Vec<_>>(),
            [2035, 2030]
        );
        assert_eq!(
            years("2021—2025年，第1200条，达到12.5年").collect::<Vec<_>>(),
            [2021, 2025, 1200]
        );
    }
}
