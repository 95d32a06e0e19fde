//! Numbers as the plan prints them: 一、 for chapters, （一） for sections, 1. for subsections.
//!
//! The plan's numbering is never stored; it follows from position.

const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// The heading number of a chapter, such as `三、`.
pub fn chapter(n: u16) -> String {
    format!("{}、", chinese(n))
}

/// The heading number of a section, such as `（一）`.
pub fn section(n: u16) -> String {
    format!("（{}）", chinese(n))
}

/// The heading number of a subsection, such as `2.`.
pub fn subsection(n: u16) -> String {
    format!("{n}.")
}

/// A number in Chinese numerals as headings use them: 一, 十, 十二, 二十, 九十九. Above 99 it is read digit by digit.
pub fn chinese(n: u16) -> String {
    let digit = |d: u16| DIGITS[usize::from(d % 10)];
    match n {
        0..=9 => digit(n).to_string(),
        10..=99 => {
            let mut out = String::new();
            if n >= 20 {
                out.push(digit(n / 10));
            }
            out.push('十');
            if !n.is_multiple_of(10) {
                out.push(digit(n % 10));
            }
            out
        }
        _ => n
            .to_string()
            .bytes()
            .map(|b| digit(u16::from(b - b'0')))
            .collect(),
    }
}

/// The value of a Chinese numeral up to 99, or of a string of its digits; `None` where it is none.
pub fn parse_chinese(text: &str) -> Option<u16> {
    let value = |c: char| DIGITS.iter().position(|&d| d == c).map(|d| d as u16);
    if let Some((tens, ones)) = text.split_once('十') {
        let part = |s: &str, empty: u16| {
            let mut chars = s.chars();
            match (chars.next(), chars.next()) {
                (None, _) => Some(empty),
                (Some(c), None) => value(c),
                _ => None,
            }
        };
        return Some(part(tens, 1)? * 10 + part(ones, 0)?);
    }
    if text.is_empty() {
        return None;
    }
    text.chars()
        .try_fold(0u16, |n, c| n.checked_mul(10)?.checked_add(value(c)?))
}
