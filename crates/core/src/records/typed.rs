//! What a person or a spreadsheet types for a time or a figure, read as they mean it where that is beyond doubt.

use super::model::{Moment, NotAMoment, figure};
use crate::plan::Number;
use crate::words::say;

/// Full-width letters, digits and signs as their ASCII twins, and a true minus as a hyphen: `２０２５` is 2025.
pub fn halfwidth(text: &str) -> String {
    let plain = |c: char| match c {
        '\u{3000}' => ' ',
        '−' => '-',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    };
    text.trim().chars().map(plain).collect::<String>()
}

/// A year or a day in any way of writing that has one meaning: `2025年末`, `2025.0` (a spreadsheet's number), `2025/12/1`.
pub fn moment(text: &str) -> Result<Moment, NotAMoment> {
    let plain = halfwidth(text);
    let bare = plain.trim_end_matches(['年', '末', '底']);
    let bare = bare.strip_suffix(".0").unwrap_or(bare);
    if let Ok(moment) = bare.parse() {
        return Ok(moment);
    }
    day(&plain)
        .and_then(|day| day.parse().ok())
        .ok_or_else(|| NotAMoment::period(text))
}

/// The day as records write it, from its three numbers.
pub fn day(text: &str) -> Option<String> {
    let plain = halfwidth(text);
    // A spreadsheet may add the time of day.
    let plain = plain.split(' ').next().unwrap_or_default();
    let plain = plain.strip_suffix('日').unwrap_or(plain);
    let parts: Vec<&str> = plain.split(['-', '/', '.', '年', '月']).collect();
    let [year, month, day] = parts.as_slice() else {
        return None;
    };
    let number = |part: &str| part.trim().parse::<u16>().ok();
    let (month, day) = (number(month)?, number(day)?);
    Some(format!("{:04}-{month:02}-{day:02}", number(year)?))
}

/// A figure and the unit typed after it, if one was. `grouped` allows the commas with which spreadsheets group digits.
pub fn quantity(text: &str, grouped: bool) -> Result<(Number, Option<String>), String> {
    let plain = halfwidth(text);
    let end = plain.find(|c: char| !(c.is_ascii_digit() || "-.,".contains(c)));
    let (digits, unit) = match end.and_then(|end| plain.split_at_checked(end)) {
        Some((digits, unit)) if !digits.is_empty() => (digits, unit.trim()),
        _ => (plain.as_str(), ""),
    };
    let digits = if grouped {
        ungrouped(digits).ok_or_else(|| say!("“{text}”里的逗号不是千分位", text = text))?
    } else {
        digits.to_owned()
    };
    let unit = Some(unit.to_owned()).filter(|unit| !unit.is_empty());
    Ok((figure(&digits)?, unit))
}

/// Digits without commas, if each comma stands before three digits.
fn ungrouped(digits: &str) -> Option<String> {
    let whole = digits.split('.').next().unwrap_or_default();
    let mut groups = whole.trim_start_matches('-').split(',');
    let first = groups.next().unwrap_or_default().len();
    let sound = groups.clone().all(|group| group.len() == 3);
    let grouped = groups.next().is_some();
    (!grouped || (sound && (1..=3).contains(&first))).then(|| digits.replace(',', ""))
}
