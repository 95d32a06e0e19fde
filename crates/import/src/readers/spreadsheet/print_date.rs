//! Formats dates and times as displayed, including Chinese digits and weekdays.

use super::{
    code::{Piece, Section},
    date::Moment,
};
use crate::readers::numerals;

/// Formats a date or time.
pub(super) fn print_date(section: &Section, moment: Moment, days: f64) -> String {
    let twelve = section.pieces.contains(&Piece::Noon);
    let mut printed = String::new();
    for (index, piece) in section.pieces.iter().enumerate() {
        match piece {
            Piece::Text(text) => printed.push_str(text),
            Piece::Point => printed.push('.'),
            Piece::Comma => printed.push(','),
            Piece::Noon => printed.push_str(if moment.hour < 12 { "上午" } else { "下午" }),
            Piece::Elapsed(unit) => printed.push_str(&elapsed(*unit, days)),
            Piece::Date('m', count) if *count < 3 && is_minute(&section.pieces, index) => {
                printed.push_str(&padded(moment.minute, *count, section.chinese));
            }
            Piece::Date(part, count) => {
                printed.push_str(&date_part(*part, *count, moment, twelve, section.chinese));
            }
            _ => {}
        }
    }
    printed.trim().to_owned()
}

/// Whether an `m` means minutes: after hours or before seconds.
fn is_minute(pieces: &[Piece], index: usize) -> bool {
    let part = |piece: &&Piece| matches!(piece, Piece::Date(..) | Piece::Elapsed(_));
    let before = pieces.iter().take(index).rev().find(part);
    let after = pieces.iter().skip(index + 1).find(part);
    matches!(before, Some(Piece::Date('h', _) | Piece::Elapsed('h')))
        || matches!(after, Some(Piece::Date('s', _)))
}

fn date_part(part: char, count: usize, moment: Moment, twelve: bool, chinese: bool) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    match (part, count) {
        ('y' | 'e', 1 | 2) if part == 'y' => padded((moment.year % 100) as u32, 2, false),
        ('y' | 'e', _) if chinese => numerals::write(moment.year, "ideographDigital"),
        ('y' | 'e', _) => moment.year.to_string(),
        ('m', 3..) => {
            let name = MONTHS
                .get(moment.month as usize - 1)
                .copied()
                .unwrap_or_default();
            if count == 3 {
                name.chars().take(3).collect()
            } else {
                name.to_owned()
            }
        }
        ('m', _) => padded(moment.month, count, chinese),
        ('d', 1 | 2) => padded(moment.day, count, chinese),
        ('a', 4..) => format!("星期{}", weekday(moment)),
        ('a', 3) | ('d', 3..) => format!("周{}", weekday(moment)),
        ('h', _) if twelve => padded(
            if moment.hour.is_multiple_of(12) {
                12
            } else {
                moment.hour % 12
            },
            count,
            chinese,
        ),
        ('h', _) => padded(moment.hour, count, chinese),
        ('s', _) => padded(moment.second, count, chinese),
        _ => String::new(),
    }
}

fn weekday(moment: Moment) -> char {
    "日一二三四五六"
        .chars()
        .nth(moment.weekday as usize)
        .unwrap_or('日')
}

fn padded(number: u32, count: usize, chinese: bool) -> String {
    if chinese {
        numerals::write(i64::from(number), "chineseCounting")
    } else {
        format!("{number:0count$}")
    }
}

fn elapsed(unit: char, days: f64) -> String {
    let per_day = match unit {
        'h' => 24.0,
        'm' => 1440.0,
        _ => 86_400.0,
    };
    format!("{}", (days * per_day + 1e-6).floor())
}

#[cfg(test)]
mod tests {
    use crate::readers::spreadsheet::{Epoch, print};

    #[test]
    fn days_and_times_are_printed() {
        let cases = [
            (44_256.0, "yyyy/m/d", "2021/3/1"),
            (44_256.0, "yyyy\"年\"mm\"月\"dd\"日\"", "2021年03月01日"),
            (44_256.0, "[$-804]yyyy\"年\"m\"月\";@", "2021年3月"),
            (
                44_256.0,
                "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@",
                "二〇二一年三月一日",
            ),
            (44_256.75, "yyyy-mm-dd hh:mm:ss", "2021-03-01 18:00:00"),
            (44_256.75, "h:mm AM/PM", "6:00 下午"),
            (1.5, "[h]:mm", "36:00"),
            (44_256.0, "aaaa", "星期一"),
            (-1.0, "yyyy/m/d", "-1"),
        ];
        for (value, code, printed) in cases {
            assert_eq!(print(value, code, Epoch::Of1900), printed, "{value} {code}");
        }
    }
}
