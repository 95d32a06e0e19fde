//! Lenient parsers of times, figures and units as people and spreadsheets write them, where the meaning is unambiguous.

use rust_decimal::Decimal;

use super::moment::{Day, Moment, NotAMoment};
use crate::load::brief;
use crate::plan::Number;
use crate::words::say;

/// The maximum length of a unit in characters.
const LONGEST_UNIT: usize = 20;

/// Multiples before a unit (万人, 亿元), as powers of ten.
const POWERS: [(&str, u32); 3] = [("万亿", 12), ("万", 4), ("亿", 8)];

/// Full-width letters, digits and signs as their ASCII twins, and every printed minus as a hyphen: `２０２５` is 2025.
pub fn halfwidth(text: &str) -> String {
    let plain = |c: char| match c {
        '\u{3000}' => ' ',
        '−' | '–' | '﹣' | '‐' | '‑' => '-',
        '﹪' => '%',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    };
    text.trim().chars().map(plain).collect::<String>()
}

/// A year, a part of one or a day in any unambiguous format: `2025年末`, `2025年度`, `2025.0` (a spreadsheet's number), `2025年上半年`,
/// `2025年第一季度`, `2025年3月`, `2025/12/1`.
pub fn moment(text: &str) -> Result<Moment, NotAMoment> {
    let plain = unspaced(&halfwidth(text));
    let moment = year(&plain).or_else(|| part_of_year(&plain));
    let moment = moment.or_else(|| day(&plain).map(|day| Moment::Day(day.0)).ok());
    moment.ok_or_else(|| NotAMoment::period(text))
}

/// A year as people and spreadsheets write it.
fn year(plain: &str) -> Option<Moment> {
    const ENDINGS: [&str; 8] = ["", ".0", "年", "年度", "年末", "年底", "末", "底"];
    let (year, ending) = plain.split_at_checked(4)?;
    ENDINGS.contains(&ending).then(|| year.parse().ok())?
}

/// A time without the blanks that a word processor puts around 年, 月 and 日. One behind 日 stands before the time of day.
fn unspaced(plain: &str) -> String {
    let mut out = String::with_capacity(plain.len());
    let mut characters = plain.chars().peekable();
    while let Some(c) = characters.next() {
        let is_part = |c: &char| matches!(c, '年' | '月' | '日' | '末' | '底' | ' ');
        let is_inner = out.ends_with(['年', '月']) || characters.peek().is_none_or(is_part);
        if c != ' ' || !is_inner {
            out.push(c);
        }
    }
    out
}

/// A half-year, quarter or month as people write it.
fn part_of_year(plain: &str) -> Option<Moment> {
    let (year, rest) = plain.split_at_checked(4)?;
    let rest = rest.strip_prefix('年').unwrap_or(rest);
    let rest = rest.trim().to_ascii_uppercase();
    let rest = rest.strip_suffix(['末', '底']).unwrap_or(&rest);
    let word = |(name, code): &(&str, &str)| (*name == rest).then(|| (*code).to_owned());
    let code = PARTS.iter().find_map(word).or_else(|| coded(rest))?;
    [year, &code].concat().parse().ok()
}

/// What people call parts of a year, and how files write them.
const PARTS: [(&str, &str); 10] = [
    ("上半年", "H1"),
    ("下半年", "H2"),
    ("一季度", "Q1"),
    ("二季度", "Q2"),
    ("三季度", "Q3"),
    ("四季度", "Q4"),
    ("第一季度", "Q1"),
    ("第二季度", "Q2"),
    ("第三季度", "Q3"),
    ("第四季度", "Q4"),
];

/// A part of a year written with digits: `H1`, `-Q1`, `第1季度`, `6月`, `/6`.
fn coded(rest: &str) -> Option<String> {
    if let Some(n) = rest.strip_suffix("季度") {
        return Some(format!("Q{}", n.strip_prefix('第').unwrap_or(n)));
    }
    if let Some(month) = rest.strip_suffix('月') {
        return Some(format!("-{:02}", two_digits(month)?));
    }
    let behind_sign = rest.strip_prefix(['-', '/']);
    let bare = behind_sign.unwrap_or(rest);
    if bare.starts_with(['H', 'Q']) {
        return Some(bare.to_owned());
    }
    Some(format!("-{:02}", two_digits(behind_sign?)?))
}

/// The number of one digit or two.
fn two_digits(text: &str) -> Option<u8> {
    let is_plain = text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_plain)
}

/// A day in any unambiguous format: `2025-12-1`, `2025/12/01`, `2025年12月1日`, with or without a time.
pub fn day(text: &str) -> Result<Day, NotAMoment> {
    written(&unspaced(&halfwidth(text)))
        .and_then(|day| day.parse().ok())
        .ok_or_else(|| NotAMoment::day(text))
}

/// The day in the format of files.
fn written(plain: &str) -> Option<String> {
    // A spreadsheet may add the time of day; anything else, such as a second day, has a meaning that would be lost.
    let plain = match plain.split_once([' ', 'T']) {
        Some((day, time)) if is_time(time) => day,
        Some(_) => return None,
        None => plain,
    };
    let (year, rest) = plain.split_at_checked(4)?;
    let in_words = || {
        let rest = rest.strip_prefix('年')?;
        rest.strip_suffix('日').unwrap_or(rest).split_once('月')
    };
    let signed = |sign: char| rest.strip_prefix(sign)?.split_once(sign);
    let (month, day) = ['-', '/', '.']
        .into_iter()
        .find_map(signed)
        .or_else(in_words)?;
    let (month, day) = (two_digits(month)?, two_digits(day)?);
    Some(format!("{year}-{month:02}-{day:02}"))
}

/// Whether a text is a time of day: `8:00`, `08:00:00.000`, `08:00:00Z`.
fn is_time(text: &str) -> bool {
    let parts: Vec<&str> = text.strip_suffix('Z').unwrap_or(text).split(':').collect();
    let is_below = |text: &str, most: u8| two_digits(text).is_some_and(|n| n < most);
    let is_second = |text: &str| {
        let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
        is_below(whole, 60) && !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    match parts.as_slice() {
        [hour, minute] => is_below(hour, 24) && is_below(minute, 60),
        [hour, minute, second] => is_below(hour, 24) && is_below(minute, 60) && is_second(second),
        _ => false,
    }
}

/// A figure and the unit typed after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The figure.
    pub value: Number,
    /// The unit, if typed.
    pub unit: Option<String>,
}

impl Quantity {
    /// Parses a figure with or without a unit: `120.1`, `1,201人`, `2.1‰`. The error is a message.
    pub fn parse(text: &str) -> Result<Self, String> {
        let plain = halfwidth(text);
        let plain = match plain.strip_prefix('负') {
            Some(size) if !size.starts_with('-') => format!("-{size}"),
            _ => plain,
        };
        let end = plain.find(|c: char| !(c.is_ascii_digit() || "-.,".contains(c)));
        let (digits, unit) = plain.split_at(end.unwrap_or(plain.len()));
        let unit = match unit.trim() {
            "" => None,
            unit if is_unit(unit) => Some(unit.to_owned()),
            _ => return Err(not_a_number(text)),
        };
        let value = figure(&ungrouped(digits).ok_or_else(|| ill_grouped(text))?, text)?;
        Ok(Self { value, unit })
    }

    /// Converts to the unit `own` where only the multiple or the spelling differs: `120.1万` for 万人, `0.12万人` for 人,
    /// `35㎡` for 平方米. No digit is lost. Any other quantity stays as it is.
    #[must_use]
    pub fn in_unit(self, own: &str) -> Self {
        let Some(given) = self.unit.as_deref() else {
            return self;
        };
        let ((given_power, given_base), (own_power, own_base)) = (power(given), power(own));
        let is_same =
            is_spelt_alike(given_base, own_base) || (given_base.is_empty() && given_power > 0);
        let moved = given_power
            .checked_sub(own_power)
            .and_then(|zeros| moved(self.value, zeros));
        match moved.filter(|_| is_same && given != own) {
            Some(value) => Self {
                value,
                unit: Some(own.to_owned()),
            },
            None => self,
        }
    }
}

/// Units with the other ways to write them.
const SPELLINGS: [&[&str]; 5] = [
    &["公里", "千米", "km", "㎞"],
    &["千克", "公斤", "kg", "㎏"],
    &["平方米", "㎡", "m²", "平米"],
    &["平方公里", "㎢", "km²", "平方千米"],
    &["立方米", "㎥", "m³"],
];

/// Whether two units are one, perhaps written in two ways.
fn is_spelt_alike(one: &str, other: &str) -> bool {
    let both = |unit: &&[&str]| unit.contains(&one) && unit.contains(&other);
    one == other || SPELLINGS.iter().any(both)
}

/// The power of ten of a unit, and the unit without it.
fn power(unit: &str) -> (u32, &str) {
    let found = POWERS
        .iter()
        .find_map(|(word, zeros)| Some((*zeros, unit.strip_prefix(word)?)));
    found.unwrap_or((0, unit))
}

/// A figure times a power of ten; `None` if out of bounds.
fn moved(value: Number, zeros: u32) -> Option<Number> {
    let value = value.decimal();
    let scale = value.scale();
    let mut digits = value;
    digits.set_scale(scale.saturating_sub(zeros)).ok()?;
    let missing = zeros.saturating_sub(scale);
    let moved = digits.checked_mul(Decimal::from(10_u64.checked_pow(missing)?))?;
    Some(Number::from(moved)).filter(|number| number.is_in_bounds())
}

/// What makes a figure behind it vague or provisional: it is no unit, and must not be lost as one.
const VAGUE: [&str; 13] = [
    "左右", "上下", "前后", "以上", "以下", "以内", "多", "余", "约", "初步", "初值", "预计",
    "估计",
];

/// Whether a text can be a unit: it begins with a letter, a Han character, a sign such as %, or `/`, or is a rate such as
/// 1/10万; it has no other digits and no exponent.
pub fn is_unit(text: &str) -> bool {
    // The last are units in one character, such as ㎡ and ㎏.
    let is_letter = |c: char| {
        // 〇 and Ⅻ are letters and figures at once.
        (c.is_alphabetic() && !c.is_numeric())
            || "%‰℃°/".contains(c)
            || ('\u{3380}'..='\u{33df}').contains(&c)
    };
    let is_of_unit = |c: char| is_letter(c) || "·²³()- ".contains(c);
    let rate = text.strip_prefix('1').filter(|rest| rest.starts_with('/'));
    let body = rate.unwrap_or(text);
    let is_exponent = |c: char| matches!(c, 'e' | 'E');
    let mut before = ' ';
    let is_sound = body.chars().all(|c| {
        // Digits are allowed behind a slash only: 人/10万.
        let is_sound =
            is_of_unit(c) || (c.is_ascii_digit() && (before == '/' || before.is_ascii_digit()));
        before = c;
        is_sound
    });
    is_sound
        && body.starts_with(is_letter)
        // A minus behind its figure (1负) is none, nor is a figure in characters.
        && !body.starts_with(['负', '一', '二', '三', '四', '五', '六', '七', '八', '九'])
        && !VAGUE.iter().any(|word| body.ends_with(word))
        && body.matches(['%', '‰', '℃', '°']).count() <= 1
        // 2/3 is a fraction, and 1.2E a figure that was cut.
        && !body.ends_with(|c: char| c.is_ascii_digit() || c == '/')
        && !matches!(body, "E" | "e")
        && !body.strip_prefix(is_exponent).is_some_and(|rest| rest.starts_with('-'))
        && text.chars().count() <= LONGEST_UNIT
}

/// A figure of digits and a decimal point.
fn figure(digits: &str, text: &str) -> Result<Number, String> {
    let body = digits.strip_prefix('-').unwrap_or(digits);
    let plain = body.starts_with(|c: char| c.is_ascii_digit())
        && body.ends_with(|c: char| c.is_ascii_digit())
        && body.chars().all(|c| c.is_ascii_digit() || c == '.');
    let is_short = body.len() <= 40;
    let number: Option<Number> = if plain && is_short {
        digits.parse().ok()
    } else {
        None
    };
    if (plain && !is_short) || number.is_some_and(|number| !number.is_in_bounds()) {
        return Err(say!(
            "“{text}”位数过多；整数最多15位，小数最多8位",
            text = brief(text)
        ));
    }
    number.ok_or_else(|| not_a_number(text))
}

fn not_a_number(text: &str) -> String {
    say!(
        "“{text}”不是数；只写数字和小数点，单位写在数字之后，如 120.1万人",
        text = brief(text)
    )
}

fn ill_grouped(text: &str) -> String {
    say!("“{text}”里的逗号不是千分位", text = brief(text))
}

/// Digits without commas, if each comma stands before three digits.
fn ungrouped(digits: &str) -> Option<String> {
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let mut groups = whole.trim_start_matches('-').split(',');
    let first = groups.next().unwrap_or_default().len();
    let sound = groups.clone().all(|group| group.len() == 3);
    let grouped = groups.next().is_some();
    let is_sound = !part.contains(',') && (!grouped || (sound && (1..=3).contains(&first)));
    is_sound.then(|| digits.replace(',', ""))
}

#[cfg(test)]
mod tests {
    use super::Quantity;

    #[track_caller]
    fn check(typed: &str, own: &str, value: &str, unit: &str) {
        let quantity = Quantity::parse(typed).map(|it| it.in_unit(own));
        let told = quantity.map(|it| (it.value.to_string(), it.unit));
        assert_eq!(
            told,
            Ok((value.to_owned(), Some(unit.to_owned()))),
            "{typed}"
        );
    }

    #[test]
    fn every_sign_that_is_printed_for_a_minus_is_one() {
        for sign in ["-", "−", "－", "–", "负", "﹣", "‐", "‑"] {
            check(&format!("{sign}1.2‰"), "‰", "-1.2", "‰");
            for wrong in [
                format!("{sign}{sign}1"),
                format!("1{sign}2"),
                format!("1{sign}"),
            ] {
                assert!(Quantity::parse(&wrong).is_err(), "{wrong}");
            }
        }
        assert!(Quantity::parse("—1.2").is_err(), "a dash is none");
    }

    #[test]
    fn a_unit_is_the_same_however_it_is_written() {
        check("35㎡", "平方米", "35", "平方米");
        check("1.2万m²", "平方米", "12000", "平方米");
        check("3平方公里", "㎢", "3", "㎢");
        check("35㎡", "立方米", "35", "㎡");
        check("12㎞", "公里", "12", "公里");
    }

    #[test]
    fn a_figure_and_its_unit_are_as_long_as_they_may_be_and_no_longer() {
        let parse = |text: &str| Quantity::parse(text).map(|it| it.value.to_string());
        for most in ["999999999999999", "-999999999999999", "0.12345678"] {
            assert_eq!(parse(most).as_deref(), Ok(most));
        }
        for more in ["1000000000000000", "-1000000000000000", "0.123456789"] {
            assert!(
                parse(more).is_err_and(|it| it.contains("位数过多")),
                "{more}"
            );
        }
        assert!(parse(&format!("1{}", "亩".repeat(20))).is_ok());
        assert!(parse(&format!("1{}", "亩".repeat(21))).is_err());
    }
}
