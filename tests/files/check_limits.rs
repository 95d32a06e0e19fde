//! Files of any content have an end: problems are told in a screen, however many and however long, and no check compares
//! everything with everything. A test that is quadratic again does not fail, but lasts minutes.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::fmt::Write as _;

use crate::support::{Run, SMALL, run, run_with_input};
use guihua::load;

/// More lines than this are no message.
const SCREEN: usize = 24;

/// The small plan up to its targets.
fn head() -> &'static str {
    let (head, _) = SMALL.split_once("targets:\n").expect("there are targets");
    head
}

/// A plan whose targets are so many copies of a line.
fn with_targets(n: usize, line: impl Fn(usize) -> String) -> String {
    let targets: String = (0..n).map(line).collect();
    format!("{}targets:\n{targets}", head())
}

fn target(n: usize, more: &str) -> String {
    format!(
        "  - {{id: t{n}, name: 名{n}, domains: [健康], kind: qualitative, at: 1p1, quote: 常住人口{more}}}\n"
    )
}

/// The message for a file, which has to be one: no screen long, no line without end.
#[track_caller]
fn told(text: &str) -> String {
    let Run { code, out, .. } = run_with_input(&["check", "-"], text.as_bytes());
    assert_eq!(code, Some(1), "{}", out.lines().next().unwrap_or_default());
    assert!(
        out.lines().count() <= SCREEN,
        "{} lines",
        out.lines().count()
    );
    for line in out.lines() {
        assert!(
            line.chars().count() <= 600,
            "a line of {} bytes",
            line.len()
        );
    }
    out
}

#[test]
fn a_list_of_problems_has_an_end_and_says_that_there_are_more() {
    let out = told(&with_targets(5000, |n| target(n, "，目标")));
    let last = out.lines().last();
    assert_eq!(last, Some("共 200 处以上问题，只列出前 20 处，改正后再查"));
    assert_eq!(out.lines().count(), 21);
    let out = told(&with_targets(30, |n| target(n, "，目标")));
    let last = out.lines().last().expect("there are lines");
    assert!(
        last.starts_with("共 ") && last.ends_with(" 处问题，只列出前 20 处，改正后再查"),
        "{last}"
    );
}

#[test]
fn unknown_names_are_told_however_many_there_are() {
    let out = told(&with_targets(5000, |n| {
        target(n, &format!(", part_of: zz{n}"))
    }));
    assert!(out.contains("没有编号为“zz0”的另一指标"), "{out}");
    let unknown = |n: usize| target(n, "").replace("健康", &format!("健{n}"));
    let out = told(&with_targets(5000, unknown));
    assert!(out.contains("没有“健0”这个领域"), "{out}");
    let domains: Vec<String> = (0..9000).map(|n| format!("领域{n}")).collect();
    let known = head().replacen(
        "domains:",
        &format!("domains: [{}]\nother:", domains.join(", ")),
        1,
    );
    let out = told(&format!("{known}targets:\n{}", target(0, "")));
    assert!(
        out.contains("等 9000 个") || out.contains("是不是"),
        "{out}"
    );
    let term = |n| {
        format!(
            "  - {{name: 词{n}, kind: policy}}
"
        )
    };
    let terms: String = (0..9000).map(term).collect();
    let out = told(&format!("{}terms:\n{terms}", head()));
    assert!(out.contains("术语“词0”不在全文中"), "{out}");
}

#[test]
fn what_a_message_quotes_is_cut_in_its_middle() {
    let digits = "1".repeat(1_000_000);
    let out = told(&with_targets(1, |n| {
        target(n, &format!(", goal: {digits}"))
    }));
    assert!(out.contains("有 1000000 字，最多 10000 字"), "{out}");
    let digits = "1".repeat(9000);
    let out = told(&with_targets(1, |n| {
        target(n, &format!(", goal: {digits}"))
    }));
    assert!(out.contains("……") && out.contains("”不是数；"), "{out}");
    let quote = "无".repeat(9000);
    let out = told(&with_targets(1, |n| {
        target(n, "").replace("常住人口", &quote)
    }));
    assert!(out.contains("无……无") && out.contains("”不在 1p1"), "{out}");
    let key = "无".repeat(1_000_000);
    told(&format!("{SMALL}{key}: 1\n"));
    told(&format!("{SMALL}&{key} : 1\n"));
}

#[test]
fn control_characters_are_counted_on_one_line_and_on_many() {
    let out = told(&"\u{1}".repeat(200_000));
    assert!(out.contains("1:1: 文件里有控制字符 U+0001"), "{out}");
    let lines: String = (0..20_000).map(|_| "- a\u{1}\n").collect();
    told(&lines);
    // Places behind many of them are still those of the file.
    let text = format!("{}[a{}]", "\u{1}".repeat(150), ", a\u{1}".repeat(20_000));
    let Err(problems) = load::load(&text) else {
        return assert!(text.is_empty(), "it is no plan");
    };
    let list = problems
        .iter()
        .find(|it| it.what.starts_with("规划文件应为"));
    assert_eq!(list.map(|it| (it.line, it.column)), Some((1, 151)));
}

#[test]
fn texts_names_and_lists_have_lengths_that_no_plan_has() {
    let text = format!("{}targets: []\n", head()).replacen(
        "region: 东山县",
        &format!("region: {}", "东".repeat(10_001)),
        1,
    );
    assert!(told(&text).contains("region有 10001 字，最多 10000 字；分成几段来写"));
    let out = told(&with_targets(1, |n| {
        target(n, "").replace("名0", &"名".repeat(101))
    }));
    assert!(out.contains("name有 101 字，最多 100 字"), "{out}");
    let also = ", {at: 1p1, quote: 常住人口}".repeat(100);
    let out = told(&with_targets(1, |n| {
        target(n, &format!(", also: [{{at: 1p1, quote: 常住人口}}{also}]"))
    }));
    assert!(out.contains("also超过 100 项"), "{out}");
}

#[test]
fn a_file_of_more_values_than_any_plan_has_is_refused_by_their_number() {
    let values = "{a: {a: 1}},".repeat(125_000);
    let out = told(&format!("{SMALL}zz: [{values}]\n"));
    assert!(out.contains("文件超出允许的层数或规模"), "{out}");
    let out = told(&format!("{SMALL}zz: [{}]\n", "1,".repeat(550_000)));
    assert!(out.contains("没有“zz”这个键"), "{out}");
}

#[test]
fn a_text_over_many_lines_is_held_against_its_folds_once() {
    let mut text = String::from("a: >\n");
    for _ in 0..50_000 {
        text.push_str("  规\n");
    }
    assert!(told(&text).contains("一段话在这里换了行"));
}

/// Every way to leave out one character of a plan, of those that close something: the line where it was, or one beside it, is
/// named.
#[test]
fn a_quotation_mark_or_a_bracket_that_is_not_closed_is_told_on_its_line() {
    for name in [
        "docs/example-outline.yaml",
        "docs/example-action-plan.yaml",
        "plan.yaml",
    ] {
        let path = format!("{}/{name}", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).expect("the plan can be read");
        let closing: Vec<(usize, &str)> = text
            .match_indices(['\'', '}', ']'])
            .filter(|(at, mark)| closes(&text, *at, mark))
            .collect();
        assert!(closing.len() > 10, "{name}: {}", closing.len());
        let every = closing.len().div_ceil(30);
        for (at, mark) in closing.into_iter().step_by(every) {
            let (before, behind) = text.split_at(at);
            let faulty = format!("{before}{}", behind.strip_prefix(mark).unwrap_or(behind));
            let line = before.lines().count();
            let told = match load::load(&faulty) {
                Ok(_) => Vec::new(),
                Err(problems) => problems.iter().map(|it| it.line).collect(),
            };
            let is_near = told.iter().any(|told: &usize| told.abs_diff(line) <= 1);
            assert!(is_near, "{name}: left out on line {line}, told on {told:?}");
        }
    }
}

#[test]
fn a_key_without_its_colon_is_told_on_its_line() {
    let path = format!("{}/docs/example-plan.yaml", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("the plan can be read");
    let is_key = |line: &&str| line.trim_end().ends_with(':') && !line.trim().starts_with('#');
    let keys: Vec<&str> = text.lines().filter(is_key).collect();
    assert!(keys.len() > 30);
    for (line, number) in text.lines().zip(1..).filter(|(line, _)| is_key(line)) {
        let faulty = line.replacen(':', "", 1);
        let before: Vec<&str> = text.lines().take(number - 1).collect();
        let after: Vec<&str> = text.lines().skip(number).collect();
        let faulty = [&before[..], &[faulty.as_str()], &after]
            .concat()
            .join("\n");
        let told = load::load(&faulty).expect_err("it is a fault");
        let first = told.iter().next().expect("it is told");
        assert_eq!(first.line, number, "{line}: {first}");
    }
}

/// Whether a mark is the last of its line, or before what is: it closes what begins on the line.
fn closes(text: &str, at: usize, mark: &str) -> bool {
    let (before, behind) = text.split_at(at);
    let before = before.lines().next_back().unwrap_or_default();
    let behind = behind
        .strip_prefix(mark)
        .and_then(|text| text.lines().next());
    let behind = behind.unwrap_or_default();
    let is_end = behind.chars().all(|c| matches!(c, ' ' | '}' | ']'));
    let is_text = before.trim_start().starts_with('#') || (mark == "'" && before.ends_with(' '));
    is_end && !is_text
}

#[test]
fn a_quoted_text_that_swallows_the_entries_after_it_is_told_where_it_opens() {
    let text = "version: 2\nmeta:\n  id: 'a\n  title: 甲'\n  issued: 2021-13-01\n";
    let Run { out, .. } = run_with_input(&["check", "-"], text.as_bytes());
    assert!(
        out.contains("-:3:7: 这一行的引号没有闭合；补上另一半引号\n"),
        "{out}"
    );
    // A text over several lines is none, nor is one that keeps its lines.
    for title in [
        "'甲\n    乙'",
        "\"甲 \\\n    乙\"",
        "|\n    it's: a\n    - 'b",
        "a\n    it's b",
    ] {
        let text =
            format!("version: 2\nmeta:\n  id: a\n  title: {title}\nplan: {{title: }}\nx: [\n");
        let Run { out, .. } = run_with_input(&["check", "-"], text.as_bytes());
        assert!(!out.contains("引号没有闭合"), "{title}: {out}");
        assert!(out.contains("括号"), "{title}: {out}");
    }
}

#[test]
fn brackets_over_several_lines_are_open_until_what_stands_further_out_closes() {
    let json = "{\n  \"version\": 2,\n  \"meta\": {\n    \"id\": \"a\",\n    \"title\": \"甲\"\n  ,\n  \"plan\": {\"title\": \"甲\"}\n}\n";
    let Run { out, .. } = run_with_input(&["check", "-"], json.as_bytes());
    assert!(out.starts_with("-:3:11: 这一行的括号“{”没有闭合"), "{out}");
    let flow = "version: 2\nmeta: {id: a,\n       title: 甲}\nplan: {title: 甲\ntargets: []\n";
    let Run { out, .. } = run_with_input(&["check", "-"], flow.as_bytes());
    assert!(out.starts_with("-:4:7: 这一行的括号“{”没有闭合"), "{out}");
}

#[test]
fn a_document_with_more_headings_than_can_be_counted_is_refused() {
    let folder = tempfile::tempdir().expect("a temporary directory can be made");
    let path = folder.path().join("big.md");
    let mut text = String::from("# 东山县人口发展规划\n\n");
    for n in 0..70_000 {
        let _ = writeln!(text, "## 第{n}件事\n");
    }
    std::fs::write(&path, text).expect("a file can be written");
    let Run { code, out, err } = run(&["toc", "--plan", path.to_str().expect("UTF-8")]);
    assert_eq!((code, out.as_str()), (Some(1), ""), "{err}");
    assert!(
        err.lines().count() <= SCREEN && !err.contains("panicked"),
        "{err}"
    );
}
