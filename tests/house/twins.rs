//! Documents in both languages say the same, as far as signs can tell: line by line the twins have the same headings,
//! points, tables, code, words of code and figures.
//!
//! A paragraph of a twin stands on one line, as it does in Chinese, so that each line has its counterpart.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

/// The documents, the Chinese one of each pair first.
const TWINS: [(&str, &str); 4] = [
    ("docs/method.md", "docs/method.en.md"),
    ("docs/format.md", "docs/format.en.md"),
    ("docs/import.md", "docs/import.en.md"),
    ("docs/windows.md", "docs/windows.en.md"),
];

/// What the reader puts in for a word of code, in Chinese and as the English twin calls it.
const BLANKS: [(&str, &str); 5] = [
    ("指标", "TARGET"),
    ("文件", "FILE"),
    ("日期", "DATE"),
    ("几个字", "WORDS"),
    ("年-月-日", "YEAR-MONTH-DAY"),
];

/// Figures that stand in Chinese numerals where English has digits, with these digits.
const NUMERALS: [(&str, &str); 1] = [("第一千二百五十九条", "第1259条")];

/// What translating a line leaves alone.
#[derive(Debug, PartialEq, Eq)]
struct Kept {
    /// The signs with which a heading, a point or a row begins; of code the whole line.
    signs: String,
    /// The words of code and the figures: of each cell of a row, or of the line as one cell. None for code.
    cells: Vec<Vec<String>>,
}

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn read(name: &str) -> String {
    fs::read_to_string(path(name)).expect("the document is there")
}

/// The text with the first of each pair replaced by the second.
fn replaced(text: &str, pairs: &[(&str, &str)]) -> String {
    let mut text = text.to_owned();
    for (chinese, english) in pairs {
        text = text.replace(chinese, english);
    }
    text
}

/// The words of code and the figures of a text, in the order of the alphabet: languages place them differently.
fn marks(text: &str) -> Vec<String> {
    let words = text.split('`').skip(1).step_by(2);
    let words = words.map(|word| format!("`{}`", replaced(word, &BLANKS)));
    let digits = replaced(text, &NUMERALS);
    let figures = digits.split(|c: char| !(c.is_ascii_digit() || c == '.'));
    let figures = figures.map(|figure| figure.trim_matches('.').to_owned());
    let figures = figures.filter(|figure| !figure.is_empty());
    let mut marks: Vec<String> = words.chain(figures).collect();
    marks.sort();
    marks
}

/// What translating a line that is no code leaves alone.
fn kept(line: &str) -> Kept {
    let signs: String = line.chars().take_while(|c| " #-|".contains(*c)).collect();
    let cells = if line.starts_with('|') {
        // A bar after a backslash stands in its cell.
        let row = line.replace("\\|", "");
        row.trim_matches('|').split('|').map(marks).collect()
    } else {
        vec![marks(line)]
    };
    Kept { signs, cells }
}

/// The lines of a document, each with what translating leaves alone. Empty ones are left out, except in code.
fn lines(text: &str) -> Vec<(&str, Kept)> {
    let mut found = Vec::new();
    let mut is_in_code = false;
    for line in text.lines() {
        let is_fence = line.trim_start().starts_with("```");
        if is_in_code || is_fence {
            let code = Kept {
                signs: line.to_owned(),
                cells: Vec::new(),
            };
            found.push((line, code));
        } else if !line.is_empty() {
            found.push((line, kept(line)));
        }
        is_in_code ^= is_fence;
    }
    found
}

#[test]
fn twins_say_the_same() {
    for (chinese, english) in TWINS {
        let texts = [read(chinese), read(english)];
        let [said, twin] = texts.each_ref().map(|text| lines(text));
        let filled = texts[0].lines().filter(|line| !line.trim().is_empty());
        assert!(
            said.len() >= filled.count().max(1),
            "not all lines of {chinese} are compared"
        );
        for ((said, kept), (twin, of_twin)) in said.iter().zip(&twin) {
            assert_eq!(kept, of_twin, "{chinese}: {said}\n{english}: {twin}");
        }
        assert_eq!(said.len(), twin.len(), "lines of {chinese} and {english}");
    }
}

/// Whether two documents count as twins.
fn are_twins(one: &str, other: &str) -> bool {
    let all_kept =
        |text: &str| -> Vec<Kept> { lines(text).into_iter().map(|(_, kept)| kept).collect() };
    all_kept(one) == all_kept(other)
}

#[test]
fn a_figure_a_word_of_code_a_column_and_a_point_tell_documents_apart() {
    let chinese =
        "## 数据\n\n- 不足 1.5 倍的，写 `goal`。\n\n| 键 | 2 个以上 |\n\n```sh\nguihua\n```\n";
    let english =
        "## Data\n\n- Below 1.5 times write `goal`.\n\n| key | 2 or more |\n\n```sh\nguihua\n```\n";
    assert!(are_twins(chinese, english));
    let changes = [
        ("## ", "### "),
        ("1.5", "1.6"),
        ("`goal`", "`year`"),
        ("- Below", "Below"),
        ("key |", "key | | "),
        ("| key | 2 or", "| 2 key | or"),
        ("\nguihua", "\nguihua text"),
    ];
    for (from, to) in changes {
        let mutant = english.replace(from, to);
        assert_ne!(mutant, english, "{from} stands there");
        assert!(!are_twins(chinese, &mutant), "{to} for {from}");
    }
}

#[test]
fn twins_name_each_other_at_their_head() {
    for (chinese, english) in TWINS {
        for (one, other) in [(chinese, english), (english, chinese)] {
            let link = format!("({})", other.trim_start_matches("docs/"));
            let text = read(one);
            let mut head = text.lines().take(3);
            assert!(
                head.any(|line| line.contains(&link)),
                "{one} does not name {other} at its head"
            );
        }
    }
}

#[test]
fn the_readmes_name_both_twins() {
    for readme in ["README.md", "README.zh-CN.md"] {
        let text = read(readme);
        for name in TWINS
            .iter()
            .flat_map(|(chinese, english)| [chinese, english])
        {
            let link = format!("({name})");
            assert!(text.contains(&link), "{readme} does not name {name}");
        }
    }
}

#[test]
fn every_english_document_has_a_listed_twin() {
    for entry in fs::read_dir(path("docs")).expect("the documents can be listed") {
        let file = entry.expect("an entry can be read").file_name();
        let name = format!("docs/{}", file.display());
        let is_listed = TWINS.iter().any(|(_, english)| *english == name);
        assert!(is_listed || !name.ends_with(".en.md"), "{name} has no twin");
    }
}
