//! Dates as documents print them: 2021年12月31日, 二〇二一年十二月三十一日, 2021-12-31, 2024年6月底前.

use guihua_core::plan::numbering::parse_chinese;

use crate::text::fold;

/// The year, month and day of a printed date, as far as it has them.
pub(super) fn parts(text: &str) -> Option<(u16, Option<u16>, Option<u16>)> {
    let text = fold(text).replace(['○', 'Ｏ'], "〇");
    let (year, rest) = text.split_once(['年', '-', '/', '.'])?;
    let year = last_number(year).filter(|year| (1900..=2999).contains(year))?;
    let (month, rest) = match rest.split_once(['月', '-', '/', '.']) {
        Some((month, rest)) => (number(month).filter(|n| (1..=12).contains(n)), rest),
        None => (None, ""),
    };
    let most = if rest.starts_with(|c: char| c.is_ascii_digit()) {
        2
    } else {
        3
    };
    let day: String = rest
        .chars()
        .take(most)
        .take_while(|c| c.is_ascii_digit() || "〇一二三四五六七八九十".contains(*c))
        .collect();
    let day = month.and_then(|_| number(&day).filter(|n| (1..=31).contains(n)));
    Some((year, month, day))
}

/// A whole day as plan files write it.
pub(super) fn day(text: &str) -> Option<String> {
    match parts(text)? {
        (year, Some(month), Some(day)) => Some(format!("{year}-{month:02}-{day:02}")),
        _ => None,
    }
}

/// A year, a month or a day as plan files write it.
pub(super) fn partial(text: &str) -> Option<String> {
    Some(match parts(text)? {
        (year, Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
        (year, Some(month), None) => format!("{year}-{month:02}"),
        (year, None, _) => year.to_string(),
    })
}

fn number(text: &str) -> Option<u16> {
    text.parse().ok().or_else(|| parse_chinese(text))
}

/// The number at the end of a text: 2024 of “力争2024”.
fn last_number(text: &str) -> Option<u16> {
    let is_digit = |c: char| c.is_ascii_digit() || "〇零一二三四五六七八九".contains(c);
    let start = text.trim_end_matches(is_digit).len();
    let digits = text.get(start..)?;
    (digits.chars().count() == 4).then(|| number(digits))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_printed() {
        assert_eq!(day("2021年12月31日").as_deref(), Some("2021-12-31"));
        assert_eq!(day("二〇二一年三月八日").as_deref(), Some("2021-03-08"));
        assert_eq!(day("2021-03-08 10:20").as_deref(), Some("2021-03-08"));
        assert_eq!(day("2021年12月"), None);
        assert_eq!(partial("2024年6月底前").as_deref(), Some("2024-06"));
        assert_eq!(partial("2024年底").as_deref(), Some("2024"));
        assert_eq!(partial("长期坚持"), None);
    }
}
