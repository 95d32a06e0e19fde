//! Plain text.

use guihua_import::source::{Block, Reason};

use crate::support::{lines, read, texts};

#[test]
fn a_line_is_a_line_however_lines_end() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["云岭县规划", "", "　　一、总体要求", "正文。", ""].join(end);
        let source = read("规划.txt", text);
        assert_eq!(texts(&source), ["云岭县规划", "　　一、总体要求", "正文。"]);
        let places: Vec<_> = lines(&source).iter().map(|line| line.place.line).collect();
        assert_eq!(places, [1, 3, 4]);
    }
}

#[test]
fn blanks_stay_and_are_measured() {
    let source = read("a.txt", "甲\n　　乙\n    丙  丁\n");
    let indents: Vec<_> = lines(&source).iter().map(|line| line.look.indent).collect();
    assert_eq!(indents, [0, 4, 4]);
    assert_eq!(texts(&source), ["甲", "　　乙", "    丙  丁"]);
}

#[test]
fn a_form_feed_ends_a_page() {
    let source = read("a.txt", "甲\n- 1 -\n\x0c乙\n- 2 -\n\x0c");
    let pages: Vec<_> = lines(&source).iter().map(|line| line.place.page).collect();
    assert_eq!(pages, [Some(1), Some(1), Some(2), Some(2)]);
    let ends: Vec<_> = source
        .blocks
        .iter()
        .map(|block| matches!(block, Block::PageEnd))
        .collect();
    assert_eq!(ends, [false, false, true, false, false, true]);
}

#[test]
fn a_text_without_pages_has_no_page() {
    assert_eq!(lines(&read("a.txt", "甲"))[0].place.page, None);
}

#[test]
fn control_characters_and_marks_of_direction_are_gone() {
    let source = read(
        "a.txt",
        format!(
            "甲\u{1b}[31m乙\u{202e}丙\u{200b}丁\n\u{7}\n{}",
            "规划".repeat(50)
        ),
    );
    assert_eq!(texts(&source)[0], "甲[31m乙丙丁");
    assert_eq!(lines(&source)[1].place.line, 3);
}

#[test]
fn a_short_text_with_colours_of_a_terminal_is_read_and_what_is_taken_out_is_told() {
    let source = read("a.txt", "甲县规划\n\u{1b}[1m一、总体要求\u{1b}[0m\u{7f}\n");
    assert_eq!(texts(&source), ["甲县规划", "[1m一、总体要求[0m"]);
    let told: Vec<_> = source
        .omitted
        .iter()
        .map(|it| (it.place.line, it.text.as_str(), it.reason))
        .collect();
    assert_eq!(told, [(2, "U+001B U+007F", Reason::Control)]);
}

#[test]
fn gb18030_and_utf16_are_text_too() {
    let text = "云岭县“十四五”规划\r\n一、总体要求\r\n";
    let (gb, ..) = encoding_rs::GB18030.encode(text);
    assert_eq!(
        texts(&read("a.txt", gb)),
        ["云岭县“十四五”规划", "一、总体要求"]
    );
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(
        texts(&read("a.txt", wide)),
        ["云岭县“十四五”规划", "一、总体要求"]
    );
}
