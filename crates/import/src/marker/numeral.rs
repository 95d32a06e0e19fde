//! Chinese numerals up to 999, as in headings: 七, 十二, 三十八, 一百零二.

/// The value of a Chinese numeral; `None` if it is none, or too large for a heading.
pub(crate) fn value(text: &str) -> Option<u32> {
    if text.is_empty() || text.chars().count() > 7 {
        return None;
    }
    let (mut total, mut digit) = (0, None);
    for c in text.chars() {
        match (c, unit(c)) {
            ('零' | '〇', _) => {}
            (_, Some(unit)) => {
                total += digit.take().unwrap_or(1) * unit;
            }
            _ if digit.is_some() => return None,
            _ => digit = Some(self::digit(c)?),
        }
    }
    let value = total + digit.unwrap_or(0);
    (value > 0).then_some(value)
}

/// Whether a character may be part of a numeral.
pub(crate) fn is_numeral(c: char) -> bool {
    digit(c).is_some() || unit(c).is_some() || matches!(c, '零' | '〇')
}

fn digit(c: char) -> Option<u32> {
    "一二三四五六七八九"
        .chars()
        .position(|d| d == c)
        .map(|at| at as u32 + 1)
}

fn unit(c: char) -> Option<u32> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn numerals_of_headings_are_read() {
        let read: Vec<_> = [
            "一",
            "十",
            "十二",
            "二十",
            "三十八",
            "九十九",
            "一百零二",
            "百",
        ]
        .map(value)
        .into();
        let right = [1, 10, 12, 20, 38, 99, 102, 100].map(Some);
        assert_eq!(read, right);
    }

    #[test]
    fn what_is_no_numeral_is_none() {
        assert_eq!(["", "两", "一二", "零", "大"].map(value), [None; 5]);
    }
}
