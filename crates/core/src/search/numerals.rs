//! Converts numbers in characters (三十五, 一百零二, 二零二五, 十二点五) to digits and back.

const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// The units within a group of four digits, with their values.
const UNITS: [(char, u64); 3] = [('十', 10), ('百', 100), ('千', 1000)];

/// The maximum length of a number in characters.
const LONGEST: usize = 24;

/// Which two is written: 二, or 两 before hundreds and what is counted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Two {
    Er,
    Liang,
}

/// Whether a number may begin with a character.
pub(super) fn begins(c: char) -> bool {
    digit(c).is_some() || c == '十'
}

/// Whether a character may be a part of a number.
pub(super) fn continues(c: char) -> bool {
    begins(c) || "百千万亿点".contains(c)
}

fn digit(c: char) -> Option<u64> {
    let c = if c == '两' { '二' } else { c };
    DIGITS
        .iter()
        .position(|digit| *digit == c)
        .map(|n| n as u64)
}

/// The digits of a number with units (三十五), or of a year by its four digits.
pub(super) fn figures(number: &[char]) -> Option<String> {
    if number.len() > LONGEST {
        return None;
    }
    let point = number.iter().position(|c| *c == '点');
    let (whole, decimals) = number.split_at(point.unwrap_or(number.len()));
    let whole = if whole.len() == 4 && whole.iter().all(|c| digit(*c).is_some()) {
        by_digits(whole)?
    } else {
        value(whole)?.to_string()
    };
    match decimals.split_first() {
        None => Some(whole),
        Some((_, [])) => None,
        Some((_, decimals)) => Some(format!("{whole}.{}", by_digits(decimals)?)),
    }
}

fn by_digits(digits: &[char]) -> Option<String> {
    let digits = digits.iter().map(|c| digit(*c));
    digits.map(|digit| Some(digit?.to_string())).collect()
}

fn value(number: &[char]) -> Option<u64> {
    for (unit, worth) in [('亿', 100_000_000), ('万', 10_000)] {
        if let Some(at) = number.iter().rposition(|c| *c == unit) {
            let (before, after) = (number.get(..at)?, number.get(at + 1..)?);
            let rest = if after.is_empty() { 0 } else { value(after)? };
            let many = value(before)?.checked_mul(worth)?;
            return many.checked_add(rest).filter(|_| rest < worth);
        }
    }
    section(number)
}

/// The value of a number below ten thousand. A digit may not follow another: 十四五 is no number.
fn section(number: &[char]) -> Option<u64> {
    let (mut sum, mut last) = (0, 10_000);
    let mut left: Option<u64> = None;
    let mut has_zero = false;
    for c in number {
        if let Some((_, worth)) = UNITS.iter().find(|(unit, _)| unit == c) {
            let is_bare_ten = *worth == 10 && sum == 0 && left.is_none();
            let many = left.take().or(is_bare_ten.then_some(1))?;
            if *worth >= last {
                return None;
            }
            sum += many * worth;
            last = *worth;
            has_zero = false;
        } else if left.is_some() || has_zero && digit(*c) == Some(0) {
            return None;
        } else if digit(*c)? == 0 && number.len() > 1 {
            has_zero = true;
        } else {
            left = digit(*c);
        }
    }
    let is_complete = match left {
        None => !has_zero && sum > 0,
        Some(_) => has_zero || last == 10 || sum == 0,
    };
    is_complete.then(|| sum + left.unwrap_or_default())
}

/// A number in characters; `None` if it is too long.
pub(super) fn written(figures: &str, two: Two) -> Option<String> {
    let (whole, decimals) = figures.split_once('.').unwrap_or((figures, ""));
    let value: u64 = whole.parse().ok()?;
    let mut written = if value < 1_000_000_000_000 {
        of_value(value, two)
    } else {
        return None;
    };
    if !decimals.is_empty() {
        written.push('点');
        written.push_str(&digits(decimals));
    }
    Some(written)
}

/// Each digit as a character, as in years.
pub(super) fn digits(figures: &str) -> String {
    let digits = figures.chars().filter_map(|c| c.to_digit(10));
    digits.filter_map(|n| DIGITS.get(n as usize)).collect()
}

fn of_value(value: u64, two: Two) -> String {
    for (unit, worth) in [('亿', 100_000_000), ('万', 10_000)] {
        if value >= worth {
            let (many, rest) = (value / worth, value % worth);
            let zero = if rest > 0 && rest < worth / 10 {
                "零"
            } else {
                ""
            };
            let rest = if rest > 0 {
                of_value(rest, two)
            } else {
                String::new()
            };
            // Within a number, 十 is written 一十.
            let rest = if zero.is_empty() && rest.starts_with('十') {
                format!("一{rest}")
            } else {
                rest
            };
            return format!("{}{unit}{zero}{rest}", of_value(many, two));
        }
    }
    of_section(value, two)
}

fn of_section(value: u64, two: Two) -> String {
    let mut out = String::new();
    let mut is_gap = false;
    for (unit, worth) in UNITS.iter().rev() {
        let many = value / worth % 10;
        if many == 0 {
            is_gap |= !out.is_empty();
            continue;
        }
        if std::mem::take(&mut is_gap) {
            out.push('零');
        }
        let is_bare_ten = *unit == '十' && many == 1 && out.is_empty();
        if !is_bare_ten {
            out.push(character(many, if *worth > 10 { two } else { Two::Er }));
        }
        out.push(*unit);
    }
    let ones = value % 10;
    if ones > 0 || out.is_empty() {
        if is_gap {
            out.push('零');
        }
        out.push(character(ones, if value == 2 { two } else { Two::Er }));
    }
    out
}

fn character(digit: u64, two: Two) -> char {
    match (digit, two) {
        (2, Two::Liang) => '两',
        _ => DIGITS.get(digit as usize).copied().unwrap_or('零'),
    }
}

#[cfg(test)]
mod tests {
    use super::{Two, digits, figures, written};

    fn read(number: &str) -> Option<String> {
        figures(&number.chars().collect::<Vec<_>>())
    }

    #[test]
    fn numbers_are_read_and_written() {
        for (characters, value) in [
            ("零", "0"),
            ("五", "5"),
            ("十", "10"),
            ("十五", "15"),
            ("三十五", "35"),
            ("一百", "100"),
            ("一百零二", "102"),
            ("一百一十", "110"),
            ("六千", "6000"),
            ("一千零一十", "1010"),
            ("一万二千", "12000"),
            ("一万零五十", "10050"),
            ("十二点五", "12.5"),
            ("一亿零三万", "100030000"),
        ] {
            assert_eq!(read(characters).as_deref(), Some(value), "{characters}");
            assert_eq!(
                written(value, Two::Er).as_deref(),
                Some(characters),
                "{value}"
            );
        }
        assert_eq!(read("二零二五").as_deref(), Some("2025"));
        assert_eq!(read("两百").as_deref(), Some("200"));
        assert_eq!(written("200", Two::Liang).as_deref(), Some("两百"));
        assert_eq!(digits("2035"), "二零三五");
    }

    #[test]
    fn what_is_no_number_is_not_read_as_one() {
        for characters in [
            "",
            "十四五",
            "十三五",
            "一百二",
            "百",
            "七八十",
            "一百零",
            "点五",
            "五点",
            "十十",
            "一二三",
        ] {
            assert_eq!(read(characters), None, "{characters}");
        }
        assert_eq!(written("12345678901234567890123", Two::Er), None);
        assert_eq!(read(&"千".repeat(30)), None);
    }

    #[test]
    fn every_number_is_read_as_it_is_written() {
        for value in (0_u64..20_000).chain((0..3_000_000_000).step_by(1_234_567)) {
            let figures = value.to_string();
            for two in [Two::Er, Two::Liang] {
                let characters = written(&figures, two).unwrap_or_default();
                assert_eq!(read(&characters), Some(figures.clone()), "{characters}");
            }
        }
    }
}
