//! Files that YAML itself refuses: what keeps them from being read is named as a whole, in our words, and where that is
//! possible reading goes on behind it.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::fmt::Write as _;
use std::fs;

use crate::support::{Run, SMALL, edited, run, run_with_input, small_path};
use guihua::load;

/// The problems of a text, as they are printed.
fn problems(text: &str) -> Vec<String> {
    match load::load(text) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(ToString::to_string).collect(),
    }
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(problems(text), expected);
}

#[test]
fn all_control_characters_are_named_and_so_is_what_else_is_wrong() {
    let text = edited("  region: 东山县", "  region: 东\u{1b}山\u{0}县")
        .replace("kind: about", "kind: ab\u{7f}uot")
        .replace("# ", "# \u{8}");
    let first = text.lines().position(|line| line.contains('\u{8}'));
    let mut expected: Vec<String> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        for (column, c) in line.chars().enumerate() {
            if matches!(c, '\u{8}' | '\u{1b}' | '\u{0}' | '\u{7f}') {
                let (line, column) = (index + 1, column + 1);
                expected.push(format!(
                    "{line}:{column}: 文件里有控制字符 U+{:04X}；删去该字符",
                    c as u32
                ));
            }
        }
    }
    assert!(first.is_some() && expected.len() == 4, "{expected:?}");
    let kind = text.lines().position(|line| line.contains("ab\u{7f}uot"));
    let kind = kind.expect("the kind is there") + 1;
    let at = expected
        .iter()
        .position(|it| it.starts_with(&format!("{kind}:")));
    let unknown = format!("{kind}:11: 类型（kind）没有“abuot”；是不是“about”？");
    expected.insert(at.expect("its line is listed"), unknown);
    assert_eq!(problems(&text), expected);
}

#[test]
fn places_behind_a_control_character_are_those_of_the_file() {
    let text = edited("year: 2020, value: 80.5", "ye\u{1b}ar: 2020, value: [80.5]");
    check(
        &text,
        &[
            "82:13: 文件里有控制字符 U+001B；删去该字符",
            "82:31: 数值（value）应为一个值，此处是列表；只写数字和小数点，如 119.5；单位写在 unit",
        ],
    );
}

#[test]
fn a_file_of_nothing_but_control_characters_is_told_in_a_hundred_lines() {
    let found = problems(&"\u{1}".repeat(5000));
    assert_eq!(found.len(), 100 + 2, "and what is left is no plan");
    assert!(
        found.contains(&"1:101: 还有 4900 个控制字符；换成文字文件".to_owned()),
        "{:?}",
        found.last()
    );
}

#[test]
fn half_a_pair_of_quotation_marks_behind_a_text_is_named() {
    for (written, is_half) in [
        ("常住人口\"", true),
        ("常住人口'", true),
        ("“常住”人口' # 注", true),
        ("常住\"人口\"", false),
        ("\"常住人口\"", false),
        ("'常住人口'''", false),
        ("北纬39°5'", false),
    ] {
        let text = edited("name: 常住人口\n", &format!("name: {written}\n"));
        let told = problems(&text).iter().any(|it| it.contains("引号的一半"));
        assert_eq!(told, is_half, "{written}");
    }
}

#[test]
fn all_tabs_in_the_indentation_are_named() {
    let text = edited("  region: 东山县\n", "\tregion: 东山县\n")
        .replace("    name: 婴儿死亡率\n", "  \tname: 婴儿死亡率\n");
    check(
        &text,
        &[
            "5:1: 缩进里有制表符；缩进请用空格",
            "85:3: 缩进里有制表符；缩进请用空格",
        ],
    );
}

#[test]
fn all_anchors_and_aliases_are_named_and_so_is_what_else_is_wrong() {
    let text = edited("  region: 东山县\n", "  region: &a 东山县\n")
        .replace("  issuer: 东山县人民政府\n", "  issuer: *a\n")
        .replace("kind: about", "kind: abuot");
    let remedy = "去掉锚点，在别名处把内容写全；“&”“*”开头的文字请加引号";
    let found = problems(&text);
    assert_eq!(found.len(), 3, "{found:?}");
    assert_eq!(found[0], format!("5:11: 不支持锚点“&a”；{remedy}"));
    assert!(
        found[1].contains(&format!(":11: 不支持别名“*a”；{remedy}")),
        "{found:?}"
    );
    assert_eq!(found[2], "63:11: 类型（kind）没有“abuot”；是不是“about”？");
}

#[test]
fn every_further_document_is_named_and_the_first_is_read() {
    let faulty = edited("kind: about", "kind: abuot");
    let lines = SMALL.lines().count();
    check(
        &format!("{faulty}---\n{SMALL}---\n{SMALL}"),
        &[
            "63:11: 类型（kind）没有“abuot”；是不是“about”？",
            &format!(
                "{}:1: 文件里有不止一个 YAML 文档；去掉多余的“---”",
                lines + 1
            ),
        ],
    );
    let divided = faulty
        .replace("plan:\n", "---\nplan:\n")
        .replace("targets:\n", "--- \ntargets:\n");
    check(
        &divided,
        &[
            "23:1: 文件里有不止一个 YAML 文档；去掉多余的“---”",
            "60:1: 文件里有不止一个 YAML 文档；去掉多余的“---”",
            "65:11: 类型（kind）没有“abuot”；是不是“about”？",
        ],
    );
}

#[test]
fn one_sign_at_the_start_begins_the_one_document() {
    check(&format!("# 规划\n---\n{SMALL}"), &[]);
    check(&format!("\u{feff}---\n{SMALL}"), &[]);
    check(&format!("%YAML 1.2\n---\n{SMALL}"), &[]);
}

#[test]
fn all_unprintable_characters_of_a_value_are_named() {
    check(
        &edited(
            "- 为促进人口均衡发展，制定本规划。",
            "- 为促进\u{202e}人口\u{2066}均衡\u{202e}发展。",
        ),
        &["26:7: 段落里有不可显示的字符 U+202E、U+2066；删去该字符；一段文字写成一行"],
    );
}

#[test]
fn a_plan_whose_domains_are_missing_is_one_problem_however_often_they_are_named() {
    let expected = ["42:19: 没有“人才”这个领域；在 domains 里列出全部领域"];
    check(
        &edited("\ndomains: [人才, 健康]", "\ndomains: []"),
        &expected,
    );
    let without = edited("\ndomains: [人才, 健康]\n", "\n");
    check(
        &without,
        &["41:19: 没有“人才”这个领域；在 domains 里列出全部领域"],
    );
}

#[test]
fn faults_of_syntax_are_worded_by_us() {
    let cases = [
        (
            "region 东山县",
            "5:3: YAML 语法有误：此处应有“键: 值”；补上“: ”；文字要写在键之后",
        ),
        (
            "region: @东山县",
            "5:11: YAML 语法有误：文字不能以“@”开头；这段文字请加引号",
        ),
        (
            "region: `东山县",
            "5:11: YAML 语法有误：文字不能以“`”开头；这段文字请加引号",
        ),
        (
            "region: \"东山\"县",
            "5:15: YAML 语法有误：引号之后还有文字；文字里有引号的，整段用另一种引号括起来",
        ),
        (
            "region: \"东山\\县\"",
            "5:11: YAML 语法有误：双引号里的反斜杠写法不对；改用单引号；或把每个反斜杠写两遍",
        ),
        (
            "region: 东山县: 乙",
            "5:14: 此处不能再有“: ”；含“: ”的文字请加引号",
        ),
        (
            "region: !县 东山县",
            "5:11: 不支持“!”开头的标签；去掉标签；“!”开头的文字请加引号",
        ),
    ];
    let mut wrong = String::new();
    for (written, expected) in cases {
        let found = problems(&edited("region: 东山县", written));
        if found != [expected] {
            let _ = writeln!(
                wrong,
                "{written}\n  expected {expected}\n  found    {found:?}"
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Whatever a file has, what is said of it is ours: no word of the library comes through.
#[test]
fn no_fault_of_syntax_speaks_english() {
    let pieces = [
        "\t",
        "&a",
        "*a",
        "*",
        "&",
        "!",
        "!!int x",
        "@",
        "`",
        "%",
        "%YAML 1.2\n",
        "[",
        "]",
        "{",
        "}",
        "{a",
        "[a: b",
        "- -",
        "? ",
        ": ",
        "|",
        ">",
        "|9",
        "'",
        "\"",
        "\"\\q\"",
        "\"\\ud800\"",
        "---",
        "...",
        "<<: a",
        "#",
        "a #b",
        "a: b: c",
        "\u{feff}",
        "[[[[",
        "\u{1b}",
        "? [a]: b",
        "!<",
        "!a!b c",
        "- a\n b",
        "-a\n- b",
        "|\n\ta",
        "{a: b}c",
    ];
    // What is quoted, and keys to choose from, are words of the file.
    let ours = |problem: &str| {
        let (said, _) = problem.split_once("可用：").unwrap_or((problem, ""));
        let parts = said.split('“');
        let said: String = parts
            .map(|part| part.split_once('”').map_or(part, |(_, rest)| rest))
            .collect();
        let mut words = said.split(|c: char| !c.is_ascii_alphabetic());
        words.all(|word| word.len() < 3 || ["YAML", "FEFF"].contains(&word))
    };
    for piece in pieces {
        for text in [
            piece.to_owned(),
            format!("a: {piece}\n"),
            format!("- {piece}\n"),
            format!("{piece}\na: b\n"),
            format!("a:\n  b: {piece}\n  c: d\n"),
        ] {
            for problem in problems(&text) {
                assert!(ours(&problem), "{text:?}: {problem}");
            }
        }
    }
}

// The command.

#[test]
fn a_file_that_is_no_utf_8_has_a_problem_at_its_first_wrong_byte() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("gbk.yaml");
    // 人口 in GBK, behind a line in UTF-8.
    let mut bytes = "title: 规划\n发展: ".as_bytes().to_vec();
    bytes.extend(b"\xc8\xcb\xbf\xda\n");
    fs::write(&path, &bytes).expect("the file can be written");
    let path = path.to_str().expect("its path is UTF-8");
    let line = format!("{path}:2:5: 不是 UTF-8 文字；请另存为 UTF-8\n");
    let Run { code, out, err } = run(&["check", path]);
    assert_eq!((code, err.as_str()), (Some(1), ""));
    assert_eq!(out, format!("{line}共 1 处问题\n"));
    let Run { code, out, err } = run(&["--plan", path, "text"]);
    assert_eq!((code, out.as_str()), (Some(1), ""));
    assert_eq!(
        err,
        format!("guihua：{path} 有 1 处问题：\n{line}改正后可用 guihua check 再查\n")
    );
    let Run { code, out, .. } = run_with_input(&["--lang", "en", "check", "-"], &bytes);
    assert_eq!(code, Some(1));
    assert_eq!(
        out,
        "-:2:5: this is no UTF-8 text; save it as UTF-8\nproblems: 1\n"
    );
}

#[test]
fn problems_are_told_in_english_as_well() {
    let text = edited("  title: 东山县人口发展“", "  tilte: &a 东山县人口发展“")
        .replace("year: 2020,", "year: [2020],");
    let Run { code, out, .. } = run_with_input(&["--lang", "en", "check", "-"], text.as_bytes());
    assert_eq!(code, Some(1));
    assert_eq!(
        out,
        "\
-:3:3: meta: “title” is missing; add “title: …”
-:4:3: meta: there is no key “tilte”; is it “title”?
-:4:10: anchors such as “&a” are not supported; delete anchors and write the content where aliases stand; text that begins with “&” or “*” goes between quotation marks
-:71:17: Year: a single value is wanted, and here is a list; write four digits, such as 2025
-:82:17: Year: a single value is wanted, and here is a list; write four digits, such as 2025
problems: 5
"
    );
    let path = small_path();
    let Run { code, out, .. } = run(&["--lang", "en", "check", path.to_str().expect("UTF-8")]);
    assert_eq!(code, Some(0));
    assert!(
        out.ends_with("small.yaml: no problems (8 headings, 2 tasks, 6 targets)\n"),
        "{out}"
    );
}
