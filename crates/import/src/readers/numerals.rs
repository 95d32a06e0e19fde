//! Numerals of office programs: Chinese, Roman, circled.

/// A number in one of Word's formats; in digits if the format can't express it, as in Word.
pub(super) fn write(number: i64, format: &str) -> String {
    let digits = number.to_string();
    let Ok(count) = u32::try_from(number) else {
        return digits;
    };
    let written = match format {
        "none" => Some(String::new()),
        "decimalZero" => Some(format!("{number:02}")),
        "decimalFullWidth" | "decimalFullWidth2" => Some(digits.chars().map(full_width).collect()),
        "upperRoman" => roman(count),
        "lowerRoman" => roman(count).map(|roman| roman.to_ascii_lowercase()),
        "upperLetter" => letters(count, 'A'),
        "lowerLetter" => letters(count, 'a'),
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand" => {
            chinese(count, "〇一二三四五六七八九", "十百千", Tens::Short)
        }
        "chineseLegalSimplified" => chinese(count, "零壹贰叁肆伍陆柒捌玖", "拾佰仟", Tens::Full),
        "ideographLegalTraditional" => chinese(count, "零壹貳參肆伍陸柒捌玖", "拾佰仟", Tens::Full),
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => digits
            .chars()
            .map(|digit| sign("〇一二三四五六七八九", digit.to_digit(10)?))
            .collect(),
        "ideographTraditional" => one_of("甲乙丙丁戊己庚辛壬癸", count),
        "ideographZodiac" => one_of("子丑寅卯辰巳午未申酉戌亥", count),
        "ideographEnclosedCircle" => one_of("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉", count),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => circled(count),
        "decimalEnclosedParen" => one_of("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇", count),
        "decimalEnclosedFullstop" => one_of("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛", count),
        _ => None,
    };
    written.unwrap_or(digits)
}

/// Whether ten is written 十 or 壹拾.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tens {
    Short,
    Full,
}

/// A number up to 9999 in Chinese.
fn chinese(number: u32, digits: &str, units: &str, tens: Tens) -> Option<String> {
    if !(1..=9999).contains(&number) {
        return (number == 0).then(|| digits.chars().take(1).collect());
    }
    let mut written = String::new();
    let mut gap = false;
    for power in (0..4_u32).rev() {
        let digit = number / 10_u32.pow(power) % 10;
        if digit == 0 {
            gap = !written.is_empty();
            continue;
        }
        if gap {
            written.push('零');
            gap = false;
        }
        if !(tens == Tens::Short && power == 1 && digit == 1 && written.is_empty()) {
            written.push(sign(digits, digit)?);
        }
        written.extend(power.checked_sub(1).and_then(|unit| sign(units, unit)));
    }
    Some(written)
}

fn sign(signs: &str, index: u32) -> Option<char> {
    signs.chars().nth(index as usize)
}

/// The `number`th of `signs`, from 1.
fn one_of(signs: &str, number: u32) -> Option<String> {
    sign(signs, number.checked_sub(1)?).map(String::from)
}

fn circled(number: u32) -> Option<String> {
    let first = match number {
        0 => return Some("⓪".to_owned()),
        1..=20 => 0x2460,
        21..=35 => 0x3251 - 20,
        36..=50 => 0x32b1 - 35,
        _ => return None,
    };
    char::from_u32(first + number - 1).map(String::from)
}

fn full_width(digit: char) -> char {
    digit
        .to_digit(10)
        .and_then(|digit| char::from_u32(0xff10 + digit))
        .unwrap_or(digit)
}

/// A, B, …, Z, AA, BB, …
fn letters(number: u32, first: char) -> Option<String> {
    let rank = number.checked_sub(1)?;
    let letter = char::from_u32(first as u32 + rank % 26)?;
    (rank < 26 * 20).then(|| std::iter::repeat_n(letter, (rank / 26 + 1) as usize).collect())
}

fn roman(number: u32) -> Option<String> {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&number) {
        return None;
    }
    let mut rest = number;
    let mut written = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            written.push_str(sign);
            rest -= value;
        }
    }
    Some(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_word_writes_them() {
        let cases = [
            (1, "chineseCountingThousand", "一"),
            (10, "chineseCounting", "十"),
            (19, "japaneseCounting", "十九"),
            (20, "chineseCountingThousand", "二十"),
            (101, "chineseCountingThousand", "一百零一"),
            (110, "chineseCountingThousand", "一百一十"),
            (1005, "chineseCountingThousand", "一千零五"),
            (12, "chineseLegalSimplified", "壹拾贰"),
            (20, "ideographDigital", "二〇"),
            (3, "ideographTraditional", "丙"),
            (11, "ideographTraditional", "11"),
            (12, "decimalEnclosedCircle", "⑫"),
            (21, "decimalEnclosedCircleChinese", "㉑"),
            (36, "decimalEnclosedCircle", "㊱"),
            (12, "decimalFullWidth", "１２"),
            (4, "upperRoman", "IV"),
            (1999, "lowerRoman", "mcmxcix"),
            (28, "upperLetter", "BB"),
            (7, "decimalZero", "07"),
            (7, "none", ""),
            (7, "something new", "7"),
            (-3, "chineseCounting", "-3"),
            (i64::MAX, "lowerLetter", "9223372036854775807"),
        ];
        for (number, format, written) in cases {
            assert_eq!(write(number, format), written, "{number} {format}");
        }
    }
}
