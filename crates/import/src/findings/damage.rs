//! Damaged characters: flagged with a suggestion, never corrected.

use crate::text::{cut, ends, half_width, head, is_han, tail};

use super::doubt::{Doubt, Matter};

/// The damage in a text, as doubts without order and place.
pub(crate) fn of(text: &str) -> Vec<Doubt> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut found = Vec::new();
    for (n, (at, c)) in chars.iter().enumerate() {
        let before = n.checked_sub(1).and_then(|n| chars.get(n)).map(|(_, c)| *c);
        let after = chars.get(n + 1).map(|(_, c)| *c);
        if let Some((matter, suggestion)) = sign(*c, before, after)
            && !(matter == Matter::Blank && ends_a_body(head(text, *at)))
        {
            found.push(doubt(text, *at, c.len_utf8(), matter, suggestion));
        }
    }
    // 总 则 is set wide.
    if chars.len() == 3 {
        found.retain(|it| it.matter != Matter::Blank);
    }
    // A line of many words is the row of a table, whose blanks stand between its cells.
    if found.iter().filter(|it| it.matter == Matter::Blank).count() >= ROW {
        found.retain(|it| it.matter != Matter::Blank);
    }
    found.extend(lone(text, &chars));
    found.extend(ranges(text));
    found
}

/// How many blanks between words make a text a row of a table.
const ROW: usize = 4;

/// A doubt with six characters of context on both sides.
fn doubt(
    text: &str,
    at: usize,
    length: usize,
    matter: Matter,
    suggestion: Option<String>,
) -> Doubt {
    let before = head(text, at)
        .char_indices()
        .rev()
        .take(6)
        .last()
        .map_or(at, |(n, _)| n);
    let behind = tail(text, at + length)
        .chars()
        .take(6)
        .map(char::len_utf8)
        .sum::<usize>();
    Doubt {
        matter,
        words: cut(text, before, at + length + behind).to_owned(),
        suggestion,
        ..Doubt::default()
    }
}

/// What is wrong with a character between its neighbours, and a suggestion.
fn sign(c: char, before: Option<char>, after: Option<char>) -> Option<(Matter, Option<String>)> {
    let hans = before.is_some_and(is_han) && after.is_none_or(is_han);
    match c {
        '\u{fffd}' => Some((Matter::Unreadable, None)),
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10fffd}' => Some((Matter::PrivateUse, None)),
        '\u{2e80}'..='\u{2fdf}' => Some((Matter::Radical, None)),
        ',' | ':' | ';' | '?' | '!' if hans => Some((Matter::HalfWidth, full_width(c))),
        ' ' | '\u{a0}' if before.is_some_and(is_han) && after.is_some_and(is_han) => {
            Some((Matter::Blank, Some(String::new())))
        }
        _ => None,
    }
}

/// Whether a text ends with the name of a body, which a blank sets apart from the next one.
fn ends_a_body(text: &str) -> bool {
    let bodies = [
        "办公室",
        "政府",
        "委员会",
        "局",
        "厅",
        "中共中央",
        "国务院",
        "省委",
        "市委",
        "县委",
        "区委",
        "党委",
    ];
    ends(text, &bodies).is_some()
}

fn full_width(c: char) -> Option<String> {
    ('！'..='～')
        .find(|full| half_width(*full) == c)
        .map(String::from)
}

/// Quotation marks and brackets.
pub(super) const PAIRS: [(char, char); 6] = [
    ('“', '”'),
    ('‘', '’'),
    ('（', '）'),
    ('《', '》'),
    ('〔', '〕'),
    ('【', '】'),
];

/// The unpaired quotation marks and brackets of a text.
pub(super) fn lone_signs(text: &str) -> Vec<char> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let places = lone_places(text, &chars).into_iter();
    places
        .filter_map(|at| tail(text, at).chars().next())
        .collect()
}

/// Unpaired quotation marks and brackets.
fn lone(text: &str, chars: &[(usize, char)]) -> Vec<Doubt> {
    let places = lone_places(text, chars).into_iter();
    let sign = |at: usize| tail(text, at).chars().next().map_or(0, char::len_utf8);
    places
        .map(|at| doubt(text, at, sign(at), Matter::Lone, None))
        .collect()
}

fn lone_places(text: &str, chars: &[(usize, char)]) -> Vec<usize> {
    let mut found = Vec::new();
    for (open, close) in PAIRS {
        let mut waiting: Vec<usize> = Vec::new();
        let mut alone: Vec<usize> = Vec::new();
        for (at, c) in chars {
            match *c {
                c if c == open => waiting.push(*at),
                // The bracket of an item number, 1）, needs no partner.
                c if c == close && waiting.pop().is_none() && !is_item(text, *at) => {
                    alone.push(*at);
                }
                _ => {}
            }
        }
        alone.extend(waiting);
        found.extend(alone);
    }
    found.extend(lone_straight(text));
    found
}

/// The straight quotation mark without a partner: the first where the text begins with one, else the last.
fn lone_straight(text: &str) -> Option<usize> {
    let places: Vec<usize> = text.match_indices('"').map(|(at, _)| at).collect();
    let is_first = places.first() == Some(&0);
    let alone = if is_first {
        places.first()
    } else {
        places.last()
    };
    alone.copied().filter(|_| places.len() % 2 == 1)
}

fn is_item(text: &str, at: usize) -> bool {
    head(text, at).ends_with(|c: char| c.is_ascii_digit())
}

/// Year ranges without a dash: 20212025年.
fn ranges(text: &str) -> Vec<Doubt> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('年') {
        let digits = head(text, at)
            .bytes()
            .rev()
            .take_while(u8::is_ascii_digit)
            .count();
        let years = cut(text, at - digits, at);
        let (first, last) = (cut(years, 0, 4), cut(years, 4, 8));
        let year = |y: &str| y.parse::<u16>().is_ok_and(|y| (1949..2101).contains(&y));
        if digits == 8 && year(first) && year(last) {
            found.push(doubt(
                text,
                at - digits,
                digits,
                Matter::Range,
                Some(format!("{first}—{last}")),
            ));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matters(text: &str) -> Vec<Matter> {
        of(text).into_iter().map(|d| d.matter).collect()
    }

    #[test]
    fn damaged_signs_are_found() {
        assert_eq!(matters("推进“水美乡村建设。"), [Matter::Lone]);
        assert_eq!(matters("\"推进水美乡村建设。"), [Matter::Lone]);
        assert_eq!(matters("（20212025年）"), [Matter::Range]);
        assert_eq!(matters("加强管理,落实责任。"), [Matter::HalfWidth]);
        assert_eq!(matters("水库名 称"), [Matter::Blank]);
        assert_eq!(matters("\u{2f08}口"), [Matter::Radical]);
        assert_eq!(
            matters("水\u{fffd}库\u{e003}"),
            [Matter::Unreadable, Matter::PrivateUse]
        );
    }

    #[test]
    fn sound_text_has_no_damage() {
        assert_eq!(matters("甲县委办公室 甲县人民政府办公室"), []);
        assert_eq!(matters("总 则"), []);
        assert_eq!(matters("中共中央 国务院关于节水的意见"), []);
        assert_eq!(matters("序号 项目名称 建设规模 建设年限 总投资"), []);
        assert_eq!(
            matters("到2025年，“水美乡村”（含1）达到1,500个：A,B。1）建设水库。"),
            []
        );
    }

    #[test]
    fn a_suggestion_says_what_belongs_there() {
        assert_eq!(of("管理,落实")[0].suggestion.as_deref(), Some("，"));
        assert_eq!(of("20212025年")[0].suggestion.as_deref(), Some("2021—2025"));
    }
}
