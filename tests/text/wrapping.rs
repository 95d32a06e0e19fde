//! Line breaking: the rules one by one, then all of them at once on made-up text and on the real document.
//!
//! The checks of whole texts do not trust the module's own tables. They know marks, numbers and units by lists of
//! their own.

#![expect(
    clippy::string_slice,
    reason = "a range that splits a character is a fault these tests have to find"
)]

use std::ops::Range;

use guihua::text::{is_prohibited_break, width, wrap};
use proptest::prelude::*;

const PAGE: &str = include_str!("../fixtures/page.txt");

/// The lines of `text` at `columns`, as strings.
fn lines(text: &str, columns: usize, first_indent: usize) -> Vec<&str> {
    let ranges = wrap(text, columns, first_indent);
    ranges.into_iter().map(|line| &text[line]).collect()
}

#[track_caller]
fn check(text: &str, columns: usize, expected: &[&str]) {
    assert_eq!(lines(text, columns, 0), expected, "{text:?} in {columns}");
}

/// Checks that `whole` is never split, whatever the width, as long as it fits in the line.
#[track_caller]
fn check_whole(whole: &str) {
    let text = format!("人口发展{whole}人口发展{whole}");
    for columns in width(whole)..=width(&text) {
        let lines = lines(&text, columns, 0);
        let found: usize = lines.iter().map(|line| line.matches(whole).count()).sum();
        assert_eq!(found, 2, "{lines:?} in {columns}");
    }
}

#[test]
fn han_text_breaks_anywhere() {
    check("人口发展规划", 4, &["人口", "发展", "规划"]);
    check("人口发展规划", 5, &["人口", "发展", "规划"]);
    check("人口发展规划", 12, &["人口发展规划"]);
}

#[test]
fn empty_text_is_one_empty_line() {
    check("", 10, &[""]);
    check("", 0, &[""]);
}

#[test]
fn latin_words_stay_whole_and_keep_the_space_after_them() {
    check("ab cd ef", 6, &["ab cd ", "ef"]);
    check("用Rust写", 5, &["用", "Rust", "写"]);
}

#[test]
fn spaces_are_never_dropped() {
    check("人  口", 4, &["人  ", "口"]);
    check("　　人口发展", 6, &["　　人", "口发展"]);
}

#[test]
fn line_feeds_end_the_line_and_have_no_width() {
    check("人口\n发展", 4, &["人口\n", "发展"]);
    check("人口\r\n发展", 80, &["人口\r\n", "发展"]);
    check("人口\n\n发展\n", 80, &["人口\n", "\n", "发展\n"]);
    check("中\n文", 1, &["中\n", "文"]);
}

#[test]
fn no_closing_mark_begins_a_line() {
    for mark in "，。、；：？！”’》〉）】〕⟧·…%‰℃~".chars() {
        check(
            &format!("人口发{mark}展"),
            6,
            &["人口", &format!("发{mark}展")],
        );
        check(
            &format!("人口发{mark}{mark}"),
            6,
            &["人口", &format!("发{mark}{mark}")],
        );
    }
}

#[test]
fn no_ascii_point_begins_a_line_after_han() {
    for mark in ",.;:?!)".chars() {
        check(
            &format!("人口发{mark}展"),
            6,
            &["人口", &format!("发{mark}展")],
        );
    }
}

#[test]
fn no_opening_mark_ends_a_line() {
    for mark in "“‘《〈（【〔⟦(".chars() {
        let second = format!("{mark}发展");
        check(
            &format!("人口{mark}发展"),
            5 + width(&mark.to_string()),
            &["人口", &second],
        );
    }
    check("人口（ 发展", 7, &["人口", "（ 发展"]);
}

#[test]
fn a_line_may_begin_with_an_opening_quote_after_han_or_a_closing_mark() {
    check("实施“双轨并行”", 5, &["实施", "“双轨", "并行”"]);
    check("实施，“双轨", 6, &["实施，", "“双轨"]);
    check("实施,“双轨", 5, &["实施,", "“双轨"]);
    check("“双”“轨”", 4, &["“双”", "“轨”"]);
    check("实施‘双轨", 5, &["实施", "‘双轨"]);
    check("实施，⟦双⟧轨", 6, &["实施，", "⟦双⟧轨"]);
}

#[test]
fn a_line_may_end_after_a_closing_quote_before_han_or_a_bracket() {
    check("“十四五”时期", 8, &["“十四五”", "时期"]);
    check("‘十四五’时期", 8, &["‘十四五’", "时期"]);
    check("⟦十四五⟧时期", 8, &["⟦十四五⟧", "时期"]);
    check("“十四五”《规划》", 8, &["“十四五”", "《规划》"]);
}

#[test]
fn a_closing_mark_after_a_closing_quote_stays_with_it() {
    check("“十四五”，时期", 9, &["“十四", "五”，时期"]);
    check("“‘十四五’”时期", 9, &["“‘十四", "五’”时期"]);
}

#[test]
fn supplied_characters_stay_in_their_brackets() {
    for whole in ["⟦年⟧", "⟦十二⟧", "展⟦。“⟧人", "⟦才“⟧人"] {
        check_whole(whole);
    }
    check("开⟦展圆梦⟧女孩", 5, &["开⟦展", "圆梦⟧", "女孩"]);
}

#[test]
fn the_rules_look_through_the_brackets_of_supplied_characters() {
    check("人口⟦“⟧十三五", 7, &["人口", "⟦“⟧十三", "五"]);
    check("人口发展⟦”⟧十", 8, &["人口发", "展⟦”⟧十"]);
    for whole in ["16⟦—⟧59岁", "2021⟦年⟧", "12⟦月⟧31⟦日⟧", "25⟦条⟧"] {
        check_whole(whole);
    }
    check(
        "2021⟦年⟧12⟦月⟧31⟦日⟧",
        11,
        &["2021⟦年⟧", "12⟦月⟧", "31⟦日⟧"],
    );
}

/// Numbers with their units, none of which may be taken apart.
#[rustfmt::skip]
const NUMBERS: &[&str] = &[
    "119.5", "9.6%", "20.75万人", "2021—2025年", "16—59岁", "15分钟", "3岁", "8.3万人次",
    "4.5个", "3.46亿元", "2025年", "12月31日", "〔2021〕11号", "5个百分点", "0—3岁", "2016—2030年",
    "20余万人", "4-5级", "10~20天", "10～20天", "30–40名", "10%—20%", "1,200名", "３６家",
];

#[test]
fn numbers_stay_whole_and_with_their_units() {
    for whole in NUMBERS {
        check_whole(whole);
    }
}

#[test]
fn words_that_follow_a_unit_may_begin_a_line() {
    check("3岁以下", 4, &["3岁", "以下"]);
    check("2025年12月", 8, &["2025年", "12月"]);
    check("52.6万人左右", 8, &["52.6万人", "左右"]);
}

#[test]
fn double_marks_stay_whole() {
    check("人口——发展", 5, &["人口", "——发", "展"]);
    check("人口发——展", 7, &["人口发", "——展"]);
    check("人口……发展", 5, &["人", "口……", "发展"]);
    check("京津—冀", 4, &["京", "津—", "冀"]);
}

#[test]
fn a_number_wider_than_the_line_first_loses_its_unit() {
    check("20211231亿元", 9, &["20211231", "亿元"]);
    check("2016—2030年", 8, &["2016—", "2030年"]);
}

#[test]
fn a_word_wider_than_the_line_is_torn_between_graphemes() {
    check("abcdefgh", 3, &["abc", "def", "gh"]);
    check(
        "e\u{301}e\u{301}e\u{301}",
        2,
        &["e\u{301}e\u{301}", "e\u{301}"],
    );
    check("👨‍👩‍👧👨‍👩‍👧", 3, &["👨‍👩‍👧", "👨‍👩‍👧"]);
}

#[test]
fn a_torn_line_avoids_prohibited_marks_as_long_as_it_can() {
    check("abcd，e", 4, &["abc", "d，e"]);
    check("中，文", 2, &["中", "，", "文"]);
    check("（（（（", 4, &["（（", "（（"]);
}

#[test]
fn a_grapheme_wider_than_the_line_stands_alone() {
    check("人a口", 1, &["人", "a", "口"]);
    check("人口", 0, &["人", "口"]);
}

#[test]
fn the_first_line_has_less_room() {
    assert_eq!(lines("人口发展规划", 8, 4), ["人口", "发展规划"]);
    assert_eq!(lines("人口发展规划", 8, 8), ["人", "口发展规", "划"]);
    assert_eq!(
        lines("人口发展规划", 8, usize::MAX),
        ["人", "口发展规", "划"]
    );
    assert_eq!(lines("ab", 1, 9), ["a", "b"]);
}

#[test]
fn prohibited_breaks_can_be_asked_for() {
    let text = "到2025年，“十";
    let allowed: Vec<usize> = (0..=text.len())
        .filter(|&at| !is_prohibited_break(text, at))
        .collect();
    assert_eq!(allowed, [0, 3, 13, 19]);
    assert!(!is_prohibited_break("人\n（", 4));
    assert!(is_prohibited_break("人口", 1));
    assert!(!is_prohibited_break("人口", 600));
}

/// A text together with everything that [`check_lines`] needs to know of it at each width.
struct Sample<'a> {
    text: &'a str,
    prohibited: Vec<bool>,
}

impl<'a> Sample<'a> {
    fn new(text: &'a str) -> Self {
        let ends = text.char_indices().map(|(at, _)| at);
        let mut prohibited = vec![true; text.len() + 1];
        for at in ends.chain([text.len()]) {
            prohibited[at] = is_prohibited_break(text, at);
        }
        Sample { text, prohibited }
    }

    /// Checks what holds for any text, any width and any indent.
    fn check(&self, columns: usize, first_indent: usize) {
        let mut end = 0;
        let mut room = columns.saturating_sub(first_indent).max(columns.min(2));
        for line in wrap(self.text, columns, first_indent) {
            assert_eq!(line.start, end, "gap in {:?} at {columns}", self.text);
            assert!(line.end > line.start || self.text.is_empty());
            self.check_width(&line, room);
            self.check_end(&line, columns);
            self.check_full(&line, room);
            (end, room) = (line.end, columns);
        }
        assert_eq!(end, self.text.len(), "rest of {:?} at {columns}", self.text);
    }

    fn check_width(&self, line: &Range<usize>, room: usize) {
        let line = &self.text[line.clone()];
        if width(line) > room {
            assert_eq!(seen_graphemes(line), 1, "{line:?} is wider than {room}");
        }
    }

    /// A line that ends badly has no better place to end.
    fn check_end(&self, line: &Range<usize>, columns: usize) {
        if self.prohibited[line.end] {
            let better = (line.start + 1..line.end).find(|&at| !self.prohibited[at]);
            assert_eq!(
                better,
                None,
                "{:?} of {:?} at {columns}",
                &self.text[line.clone()],
                self.text
            );
        }
    }

    /// A line that could end later does not end yet, unless a line feed makes it.
    fn check_full(&self, line: &Range<usize>, room: usize) {
        let fed = self.text[line.clone()].ends_with([
            '\n', '\u{B}', '\u{C}', '\r', '\u{85}', '\u{2028}', '\u{2029}',
        ]);
        if fed || line.end == self.text.len() {
            return;
        }
        let later = (line.end + 1..=self.text.len()).find(|&at| !self.prohibited[at]);
        let longer = later.map(|end| &self.text[line.start..end]);
        assert!(
            longer.is_none_or(|longer| width(longer) > room),
            "{longer:?} fits in {room}"
        );
    }
}

/// How many pieces of `text` with a width cannot be cut any further.
fn seen_graphemes(text: &str) -> usize {
    let pieces = wrap(text, 1, 0);
    pieces
        .into_iter()
        .filter(|piece| width(&text[piece.clone()]) > 0)
        .count()
}

/// What a line must not begin or end with, nor be cut within. None of it comes from the module.
const NEVER_FIRST: &str = "，。、；：？！”’》〉）】〕⟧·…%‰℃~";
const NEVER_LAST: &str = "“‘《〈（【〔⟦(";
const UNITS: &str = "%年月日号岁万亿元人次个家名级天周时℃";

/// Whether `before` and `after` may not be on two lines, judged by the signs at their ends alone.
fn is_torn(before: &str, after: &str) -> bool {
    let (Some(last), Some(first)) = (before.chars().last(), after.chars().next()) else {
        return false;
    };
    let number = last.is_ascii_digit() && (first.is_ascii_digit() || UNITS.contains(first));
    let range = |sign: char| "—–-~～.".contains(sign);
    let scale = before.trim_end_matches(['万', '亿']);
    let scaled = scale != before && scale.ends_with(|sign: char| sign.is_ascii_digit());
    NEVER_FIRST.contains(first)
        || NEVER_LAST.contains(last)
        || number
        || last.is_ascii_digit() && range(first)
        || range(last) && first.is_ascii_digit()
        || scaled && "人元".contains(first)
}

/// The lines of the page, with the ASCII points of Chinese sentences as full-width ones.
fn folded_page() -> Vec<String> {
    let full = |sign| match sign {
        ',' => '，',
        ';' => '；',
        ':' => '：',
        other => other,
    };
    let is_han =
        |sign: Option<&char>| sign.is_some_and(|sign| ('\u{4E00}'..='\u{9FFF}').contains(sign));
    let fold = |line: &str| {
        let signs: Vec<char> = line.chars().collect();
        let signs = signs.iter().enumerate().map(|(at, &sign)| {
            let between = at > 0 && is_han(signs.get(at - 1)) && is_han(signs.get(at + 1));
            if between { full(sign) } else { sign }
        });
        signs.collect()
    };
    PAGE.lines().map(fold).collect()
}

#[test]
fn every_line_of_the_page_wraps_soundly_at_every_width() {
    for line in PAGE.lines() {
        let sample = Sample::new(line);
        for columns in 8..=240 {
            sample.check(columns, 0);
        }
    }
}

#[test]
fn no_line_of_the_page_is_cut_at_a_prohibited_place() {
    // The index number, 29 columns without a place to break, is the only thing that does not fit in 20 columns.
    let lines = folded_page()
        .into_iter()
        .filter(|line| !line.contains("000180726T"));
    for line in lines {
        for columns in 20..=240 {
            let ranges = wrap(&line, columns, 4);
            for end in ranges.into_iter().map(|range| range.end) {
                let (before, after) = line.split_at(end);
                assert!(!is_torn(before, after), "{before} | {after} at {columns}");
            }
        }
    }
}

#[test]
fn the_same_place_is_prohibited_to_the_module_and_to_these_tests() {
    for line in folded_page() {
        for (at, _) in line.char_indices().skip(1) {
            let (before, after) = line.split_at(at);
            assert!(
                !is_torn(before, after) || is_prohibited_break(&line, at),
                "{before} | {after}"
            );
        }
    }
}

#[rustfmt::skip]
const ALPHABET: &[&str] = &[
    "人", "口", "发", "展", "年", "万", "岁", "个", "月", "〇", "𠀀", "，", "。", "、",
    "；", "：", "？", "！", "“", "”", "‘", "’", "《", "》", "（", "）", "〔", "〕",
    "⟦", "⟧", "——", "—", "……", "…", "⋯", "·", "%", "℃", "~", "～", "0", "25",
    "119.5", "2021—2025年", "12月31日", "a", "Rust", "don’t", ",", ".", "!", "(", ")", "-", "/", " ",
    "  ", "　", "\u{2003}", "\t", "e\u{301}", "\u{301}", "人\u{FE00}", "👨‍👩‍👧", "🇨🇳", "👍🏽", "❤\u{FE0F}", "ｶﾞ", "ﾊﾟ", "ｱ",
    "\n", "\r\n", "\u{200B}", "\u{2060}", "\u{AD}", "\u{2028}", "각", "क्ष", "\u{600}",
];

fn made_up_text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(ALPHABET);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn made_up_text_wraps_soundly_at_every_width(text in made_up_text()) {
        let sample = Sample::new(&text);
        for columns in 1..=200 {
            sample.check(columns, 0);
        }
    }

    #[test]
    fn made_up_text_wraps_soundly_at_every_indent(text in made_up_text(), columns in 0_usize..40) {
        let sample = Sample::new(&text);
        for first_indent in 0..=columns + 1 {
            sample.check(columns.max(1), first_indent);
        }
    }

    #[test]
    fn any_characters_wrap_soundly(text in any::<String>(), columns in 1_usize..100) {
        Sample::new(&text).check(columns, 0);
    }
}

#[test]
fn every_two_pieces_between_han_wrap_soundly() {
    for first in ALPHABET {
        for second in ALPHABET {
            let text = ["人", first, second, "口"].concat();
            let sample = Sample::new(&text);
            for columns in 1..=8 {
                sample.check(columns, 0);
            }
        }
    }
}
