//! Formats the number of a cell as displayed: 119.5 with `0.00` is 119.50, 0.8 with `0%` is 80%.

use super::{
    code::{Piece, Section, sections},
    date::{Epoch, moment},
    decimal::Decimal,
    print_date::print_date,
};

/// Maximum significant digits of the `General` format.
const GENERAL: i32 = 10;

/// The code of a built-in format; `None` if there is none. Dates are in the Chinese locale.
pub(in crate::readers) fn built_in(id: u16) -> Option<&'static str> {
    Some(match id {
        0 => "General",
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        5 | 6 => "¥#,##0;¥-#,##0",
        7 | 8 => "¥#,##0.00;¥-#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        14 => "yyyy/m/d",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 => "h:mm",
        21 => "h:mm:ss",
        22 => "yyyy/m/d h:mm",
        27 | 36 | 50 | 52 | 57 => "yyyy\"年\"m\"月\"",
        28 | 29 | 51 | 53 | 54 | 58 => "m\"月\"d\"日\"",
        30 => "m/d/yy",
        31 => "yyyy\"年\"m\"月\"d\"日\"",
        32 => "h\"时\"mm\"分\"",
        33 => "h\"时\"mm\"分\"ss\"秒\"",
        34 | 55 => "上午/下午h\"时\"mm\"分\"",
        35 | 56 => "上午/下午h\"时\"mm\"分\"ss\"秒\"",
        37 | 38 => "#,##0;-#,##0",
        39 | 40 => "#,##0.00;-#,##0.00",
        41 | 42 => "#,##0;-#,##0;\"-\"",
        43 | 44 => "#,##0.00;-#,##0.00;\"-\"",
        45 | 47 => "mm:ss",
        46 => "[h]:mm:ss",
        48 => "##0.0E+0",
        49 => "@",
        _ => return None,
    })
}

/// Formats a number.
pub(in crate::readers) fn print(value: f64, code: &str, epoch: Epoch) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let sections = sections(code);
    let (section, signed) = choose(&sections, value);
    let Some(section) = section else {
        return general(value);
    };
    if section.is_date() {
        return moment(value, epoch).map_or_else(
            || general(value),
            |moment| print_date(section, moment, value),
        );
    }
    let shown = if signed { value } else { value.abs() };
    print_number(section, shown).unwrap_or_else(|| general(shown))
}

/// The section for a number, and whether a minus sign is needed.
fn choose(sections: &[Section], value: f64) -> (Option<&Section>, bool) {
    let numbers: Vec<&Section> = sections.iter().take(3).collect();
    if numbers.iter().any(|section| section.condition.is_some()) {
        let holds = |section: &&&Section| {
            section
                .condition
                .as_ref()
                .is_none_or(|(sign, limit)| compare(value, sign, *limit))
        };
        return (numbers.iter().find(holds).copied(), true);
    }
    match numbers.as_slice() {
        [_, negative, ..] if value < 0.0 => (Some(*negative), false),
        [_, _, zero] if value == 0.0 => (Some(*zero), false),
        [first, ..] => (Some(*first), true),
        [] => (None, true),
    }
}

fn compare(value: f64, sign: &str, limit: f64) -> bool {
    match sign {
        "<" => value < limit,
        "<=" => value <= limit,
        ">" => value > limit,
        ">=" => value >= limit,
        "<>" => (value - limit).abs() > 0.0,
        _ => (value - limit).abs() <= 0.0,
    }
}

/// Formats a number as `General`.
fn general(value: f64) -> String {
    let number = Decimal::new(value);
    let places = (GENERAL - 1 - number.exponent().max(0)).clamp(0, 9) as usize;
    let number = number.rounded(places);
    written(&number, 1, number.places(), number.places(), false)
}

/// The digits of a number: at least `whole` before the point, and `least` to `most` after it.
fn written(number: &Decimal, whole: usize, least: usize, most: usize, thousands: bool) -> String {
    let mut digits = number.whole();
    while digits.len() < whole {
        digits.insert(0, '0');
    }
    if thousands {
        digits = grouped(&digits);
    }
    let places = number.places().clamp(least, most.max(least));
    if places > 0 {
        digits.push('.');
        digits.push_str(&number.fraction(places));
    }
    if number.negative {
        format!("-{digits}")
    } else {
        digits
    }
}

fn grouped(digits: &str) -> String {
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// The digit placeholders of a section.
#[derive(Default)]
struct Shape {
    whole: usize,
    least: usize,
    most: usize,
    thousands: bool,
    /// The power of ten to multiply by.
    shift: i32,
    exponent: Option<(bool, usize)>,
}

/// Formats a number with digit placeholders; `None` if the section is not for plain numbers.
fn print_number(section: &Section, value: f64) -> Option<String> {
    let pieces = &section.pieces;
    let is_place = |piece: &Piece| {
        matches!(
            piece,
            Piece::Digit(_) | Piece::Point | Piece::Exponent { .. }
        )
    };
    let Some(first) = pieces.iter().position(is_place) else {
        return Some(without_places(pieces, value));
    };
    let last = pieces.iter().rposition(is_place)?;
    let places = pieces.get(first..=last)?;
    if places.iter().any(|piece| matches!(piece, Piece::Text(_))) {
        return None;
    }
    let mut shape = shape(places);
    let behind = pieces.get(last + 1..).unwrap_or_default();
    shape.shift -= 3 * behind
        .iter()
        .take_while(|piece| **piece == Piece::Comma)
        .count() as i32;
    shape.shift += 2 * pieces
        .iter()
        .filter(|piece| **piece == Piece::Percent)
        .count() as i32;
    let printed = digits(value, &shape);
    let (sign, printed) = printed
        .strip_prefix('-')
        .map_or(("", printed.as_str()), |rest| ("-", rest));
    let before = texts(pieces.get(..first).unwrap_or_default());
    Some(
        format!("{sign}{before}{printed}{}", texts(behind))
            .trim()
            .to_owned(),
    )
}

/// Formats with a section without digit placeholders: literal text or `General`.
fn without_places(pieces: &[Piece], value: f64) -> String {
    let print = |piece: &Piece| match piece {
        Piece::General | Piece::Cell => general(value),
        piece => texts(std::slice::from_ref(piece)),
    };
    pieces.iter().map(print).collect()
}

fn texts(pieces: &[Piece]) -> String {
    let text = |piece: &Piece| match piece {
        Piece::Text(text) => text.clone(),
        Piece::Percent => "%".to_owned(),
        _ => String::new(),
    };
    pieces.iter().map(text).collect()
}

fn shape(places: &[Piece]) -> Shape {
    let mut shape = Shape::default();
    let mut behind_point = false;
    for piece in places {
        match piece {
            Piece::Digit(sign) if shape.exponent.is_some() => {
                shape.exponent = shape
                    .exponent
                    .map(|(always, count)| (always, count + usize::from(*sign == '0')));
            }
            Piece::Digit(sign) if behind_point => {
                shape.most += 1;
                if *sign != '#' {
                    shape.least = shape.most;
                }
            }
            Piece::Digit(sign) => shape.whole += usize::from(*sign == '0'),
            Piece::Point => behind_point = true,
            Piece::Comma => shape.thousands |= !behind_point,
            Piece::Exponent { always } => shape.exponent = Some((*always, 0)),
            _ => {}
        }
    }
    shape
}

fn digits(value: f64, shape: &Shape) -> String {
    let number = Decimal::new(value).shifted(shape.shift);
    let Some((always, count)) = shape.exponent else {
        return written(
            &number.rounded(shape.most),
            shape.whole,
            shape.least,
            shape.most,
            shape.thousands,
        );
    };
    let exponent = number.exponent();
    let mantissa = number.shifted(-exponent).rounded(shape.most);
    let sign = if exponent < 0 {
        "-"
    } else if always {
        "+"
    } else {
        ""
    };
    let mantissa = written(
        &mantissa,
        shape.whole.max(1),
        shape.least,
        shape.most,
        false,
    );
    format!("{mantissa}E{sign}{:0count$}", exponent.abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_the_digits_that_are_printed() {
        let cases = [
            (119.5, "0.00", "119.50"),
            (79.0, "0.0_ ", "79.0"),
            (79.0, "General", "79"),
            (0.8, "0%", "80%"),
            (0.075, "0.0%", "7.5%"),
            (0.9856, "0.00%", "98.56%"),
            (1_234_567.0, "#,##0", "1,234,567"),
            (1234.5, "#,##0.00;[Red]-#,##0.00", "1,234.50"),
            (-1234.5, "#,##0.00;[Red]-#,##0.00", "-1,234.50"),
            (-5.0, "0.0;(0.0)", "(5.0)"),
            (-5.0, "0.0", "-5.0"),
            (0.0, "0;-0;\"—\"", "—"),
            (12.0, "0\"张\"", "12张"),
            (12.0, "≥0", "≥12"),
            (-0.001, "0.00", "0.00"),
            (5.0, "000", "005"),
            (0.5, "#.##", ".5"),
            (12_345_678.0, "0.0,,\"百万\"", "12.3百万"),
            (1200.0, "0.00E+00", "1.20E+03"),
            (80.0, "[>=60]\"达标\"0;\"未达标\"0", "达标80"),
            (3.5, "@", "3.5"),
            (3.5, "# ?/?", "3.5"),
            (1234.0, "[$¥-804]#,##0", "¥1,234"),
            (75.34 + 1.0, "General", "76.34"),
            (1.0 / 3.0, "General", "0.333333333"),
            (44_256.0, "General", "44256"),
            (0.0, "General", "0"),
            (-3.0, "General", "-3"),
        ];
        for (value, code, printed) in cases {
            assert_eq!(print(value, code, Epoch::Of1900), printed, "{value} {code}");
        }
    }
}
