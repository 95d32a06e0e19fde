//! Numbers of headings as plans print them: 第三篇, 第五章, 三、, （一）, 2., （1）, ①, 1.2.
//!
//! A [`Style`] is what stands around the number, and how the number is written. The numbers themselves are derived where
//! they run regularly.

const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// The styles of the levels of a plan that names no others.
pub const USUAL: [&str; 5] = ["一、", "（一）", "1.", "（1）", "①"];

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Numerals {
    /// 一, 二, 三.
    Chinese,
    /// 1, 2, 3.
    Arabic,
    /// ①, ②, ③.
    Circled,
    /// 1.1, 1.2: the numbers of all levels; so many of them.
    Decimal(u8),
}

/// How the headings of a level are numbered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Style {
    before: String,
    numerals: Numerals,
    after: String,
}

impl Style {
    /// The style and the value of a number as printed: `（五）`, `第三章`, `2.`, `1.2`. `None` for a text that is no number.
    pub fn read(printed: &str) -> Option<(Self, u16)> {
        let printed = printed.trim();
        if let Some((path, last)) = decimal(printed) {
            let style = Self {
                before: String::new(),
                numerals: Numerals::Decimal(path),
                after: String::new(),
            };
            return Some((style, last));
        }
        let start = printed.find(is_numeral)?;
        let (before, rest) = printed.split_at(start);
        let end = rest.find(|c| !is_numeral(c)).unwrap_or(rest.len());
        let (number, after) = rest.split_at(end);
        let (numerals, value) = value(number)?;
        let style = Self {
            before: before.to_owned(),
            numerals,
            after: after.to_owned(),
        };
        Some((style, value))
    }

    /// The n-th number of the style below a heading with the number `above`, as printed.
    pub fn print(&self, n: u16, above: &str) -> String {
        let number = match self.numerals {
            Numerals::Chinese => chinese(n),
            Numerals::Arabic | Numerals::Decimal(1) => n.to_string(),
            Numerals::Circled => circled(n).map_or_else(|| n.to_string(), String::from),
            Numerals::Decimal(_) => match in_figures(above) {
                Some(above) => format!("{above}.{n}"),
                None => n.to_string(),
            },
        };
        format!("{}{number}{}", self.before, self.after)
    }

    /// Whether a number of the style names those of the levels above it as well: 1.2.
    pub fn names_all_levels(&self) -> bool {
        matches!(self.numerals, Numerals::Decimal(2..))
    }

    /// Its rank among the styles of a document: the smaller, the higher.
    pub fn rank(&self) -> u8 {
        match (self.before.as_str(), self.numerals, self.after.as_str()) {
            ("第", _, "篇") => 1,
            ("第", _, "部分") => 2,
            ("第", _, "章") => 3,
            ("第", _, "节") => 4,
            ("第", _, "条") => 5,
            (_, Numerals::Decimal(levels), _) => 7 + levels,
            ("", Numerals::Chinese, _) => 6,
            (_, Numerals::Chinese, _) => 7,
            (_, Numerals::Circled, _) => 22,
            ("", Numerals::Arabic, "." | "．" | "、") => 20,
            (_, Numerals::Arabic, _) => 21,
        }
    }
}

/// The n-th number of a level, from 0, in the usual style; plain below the last of them.
pub fn usual(level: usize, n: u16) -> String {
    let style = USUAL.get(level).and_then(|first| Style::read(first));
    style.map_or_else(|| n.to_string(), |(style, _)| style.print(n, ""))
}

/// A number as those below it repeat it: 1.2 as it is, 第三章 and 3. as 3. `None` where there is no number.
fn in_figures(printed: &str) -> Option<String> {
    let (style, n) = Style::read(printed)?;
    Some(if style.names_all_levels() {
        printed.trim().to_owned()
    } else {
        n.to_string()
    })
}

/// What is set between a number and the heading behind it: a space where they would run together.
pub fn gap(number: &str) -> &'static str {
    let is_open = |c: char| c.is_alphanumeric() && circled_value(c).is_none();
    let ends_openly = |c: char| c == '.' || is_open(c) || "篇章节条".contains(c);
    if number.ends_with(ends_openly) {
        " "
    } else {
        ""
    }
}

/// How many numbers `1.2.3` has, and the last of them; one number alone is none.
fn decimal(text: &str) -> Option<(u8, u16)> {
    let numbers: Vec<&str> = text.split('.').collect();
    let plain = |number: &&str| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    if !numbers.iter().all(plain) {
        return None;
    }
    Some((numbers.len().min(9) as u8, numbers.last()?.parse().ok()?))
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || is_chinese(c) || circled_value(c).is_some()
}

fn is_chinese(c: char) -> bool {
    DIGITS.contains(&c) || matches!(c, '零' | '十' | '百')
}

fn value(number: &str) -> Option<(Numerals, u16)> {
    let mut chars = number.chars();
    let first = chars.next()?;
    if let (Some(value), None) = (circled_value(first), chars.next()) {
        return Some((Numerals::Circled, value));
    }
    match number.parse() {
        Ok(value) => Some((Numerals::Arabic, value)),
        Err(_) => Some((Numerals::Chinese, parse_chinese(number)?)),
    }
}

/// ① to ⑳.
fn circled(n: u16) -> Option<char> {
    let is_among = (1..=20).contains(&n);
    is_among.then(|| char::from_u32(0x245f + u32::from(n)))?
}

/// The value of ① to ⑳; `None` for other characters.
pub fn circled_value(c: char) -> Option<u16> {
    (1..=20).find(|n| circled(*n) == Some(c))
}

/// A number in Chinese numerals as headings use them: 一, 十, 十二, 二十, 一百零二. From 1000 on it is read digit by digit.
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
        100..=999 => {
            let rest = match n % 100 {
                0 => String::new(),
                ones @ 1..=9 => format!("零{}", digit(ones)),
                teens @ 10..=19 => format!("一{}", chinese(teens)),
                more => chinese(more),
            };
            format!("{}百{rest}", digit(n / 100))
        }
        _ => n
            .to_string()
            .bytes()
            .map(|b| digit(u16::from(b - b'0')))
            .collect(),
    }
}

/// The value of a Chinese numeral up to 999, or of a string of its digits; `None` where it is none.
pub fn parse_chinese(text: &str) -> Option<u16> {
    let value = |c: char| match c {
        '零' => Some(0),
        c => DIGITS.iter().position(|&d| d == c).map(|d| d as u16),
    };
    let one = |text: &str, empty: u16| {
        let mut chars = text.chars();
        match (chars.next(), chars.next()) {
            (None, _) => Some(empty),
            (Some(c), None) => value(c),
            _ => None,
        }
    };
    if let Some((hundreds, rest)) = text.split_once('百') {
        let rest = rest.trim_start_matches('零');
        let rest = if rest.is_empty() {
            0
        } else {
            parse_chinese(rest)?
        };
        return Some(one(hundreds, 1)? * 100 + rest);
    }
    if let Some((tens, ones)) = text.split_once('十') {
        return Some(one(tens, 1)? * 10 + one(ones, 0)?);
    }
    if text.is_empty() {
        return None;
    }
    text.chars()
        .try_fold(0u16, |n, c| n.checked_mul(10)?.checked_add(value(c)?))
}
