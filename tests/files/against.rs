//! `guihua check --against`: the text of a plan against the published one, told so that a difference can be found.

#![expect(clippy::expect_used, reason = "a test that can't go on has failed")]

use std::fs;

use crate::support::{Run, run};
use guihua::embedded;
use guihua::fidelity::{Comparison, compare};
use guihua::plan::Outline;
use proptest::prelude::*;

const PAGE: &str = include_str!("../fixtures/page.txt");

fn compared(source: &str) -> Comparison {
    let plan = embedded::plan();
    compare(&plan, &Outline::of(&plan), source)
}

#[test]
fn the_built_in_plan_is_the_page_and_all_that_is_left_out_is_listed() {
    let comparison = compared(PAGE);
    assert!(comparison.is_same(), "{:?}", comparison.differences);
    assert!(comparison.same > 14_000, "{} characters", comparison.same);
    assert_eq!((comparison.before, comparison.after), (92, 359));
}

#[test]
fn what_the_plan_does_not_list_as_left_out_is_a_difference() {
    let mut plan = embedded::plan();
    plan.omitted.clear();
    let comparison = compare(&plan, &Outline::of(&plan), PAGE);
    let found = &comparison.differences;
    assert_eq!(comparison.count, 1, "{found:?}");
    assert_eq!(
        (found[0].source.words.as_str(), found[0].line),
        ("字号", 19)
    );
    assert_eq!(found[0].plan.words, "");
}

#[test]
fn what_is_listed_as_left_out_but_is_not_there_is_told() {
    let comparison = compared(&PAGE.replacen("\n字号\n", "\n", 1));
    assert_eq!(comparison.not_found, ["字号"]);
    assert!(!comparison.is_same());
}

/// A plan of two paragraphs that leaves these texts out of lines with these numbers.
fn small(omitted: &[(u32, &str)]) -> guihua::plan::Plan {
    let omitted: Vec<String> = omitted
        .iter()
        .map(|(line, text)| format!("  - {{ line: {line}, text: '{text}', reason: 页码 }}"))
        .collect();
    let text = format!(
        "meta: {{ id: a, title: 甲 }}\nplan:\n  title: 甲规划\n  content:\n    - 建成水库16座。\n    - 见（附件2）。\nomitted:\n{}\n",
        omitted.join("\n")
    );
    guihua::load::load(&text).expect("it is sound")
}

#[test]
fn numbers_of_pages_are_not_taken_for_figures_of_the_text() {
    let plan = small(&[(2, "6"), (1, "附件2")]);
    // Lines are numbered anew on each page.
    let lines = [
        (1, "甲规划"),
        (2, "建成水库16座。"),
        (1, "见（附件2）。"),
        (2, "6"),
        (1, "附件2"),
    ];
    let comparison = guihua::fidelity::compare_lines(&plan, &Outline::of(&plan), lines);
    assert!(comparison.is_same(), "{comparison:?}");
}

#[test]
fn what_is_left_out_may_go_on_over_several_lines() {
    let plan = small(&[(1, "首页 互动 甲县人民政府")]);
    let lines = [
        (1, "首页"),
        (2, " 互动"),
        (3, "甲县人民政府"),
        (4, "甲规划"),
        (5, "建成水库16座。见（附件2）。"),
    ];
    let comparison = guihua::fidelity::compare_lines(&plan, &Outline::of(&plan), lines);
    assert!(comparison.is_same(), "{comparison:?}");
    let torn = [
        (1, "首页"),
        (2, "甲规划"),
        (3, "建成水库16座。见（附件2）。"),
    ];
    let comparison = guihua::fidelity::compare_lines(&plan, &Outline::of(&plan), torn);
    assert!(!comparison.is_same());
}

#[test]
fn a_changed_figure_is_told_with_its_place_its_line_and_what_stands_around() {
    let line = 1 + PAGE
        .lines()
        .position(|line| line.contains("常住人口达到135万人左右"))
        .expect("it is there");
    let comparison = compared(&PAGE.replace("常住人口达到135万人左右", "常住人口达到136万人左右"));
    let found = &comparison.differences;
    assert_eq!(comparison.count, 1, "{found:?}");
    assert_eq!(found[0].at.to_string(), "2.3p2");
    assert_eq!(found[0].line as usize, line);
    assert_eq!(
        (found[0].plan.words.as_str(), found[0].source.words.as_str()),
        ("5", "6")
    );
    assert!(
        found[0].plan.before.ends_with("常住人口达到13"),
        "{:?}",
        found[0].plan
    );
    assert!(
        found[0].source.after.starts_with("万人左右"),
        "{:?}",
        found[0].source
    );
}

#[test]
fn differences_of_width_alone_are_warnings() {
    let comparison = compared(&PAGE.replace('；', ";"));
    assert!(comparison.is_same());
    assert!(comparison.width_count > compared(&PAGE.replace(';', "；")).width_count);
}

#[test]
fn a_text_that_is_something_else_is_told_as_such_at_once() {
    let comparison = compared(&"春眠不觉晓，处处闻啼鸟。".repeat(2_000));
    assert!(!comparison.is_same());
    assert!(comparison.count <= 3, "{}", comparison.count);
    assert!(!compared("").is_same());
}

#[test]
fn the_command_says_that_they_are_the_same_and_fails_where_they_are_not() {
    let same = run(&["check", "plan.yaml", "--against", "tests/fixtures/page.txt"]);
    assert_eq!((same.code, same.err.as_str()), (Some(0), ""));
    assert!(same.out.contains("逐字相同"), "{}", same.out);
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("page.txt");
    fs::write(&path, PAGE.replace("52.6万人", "\u{1b}[31m53.6万人")).expect("it can be written");
    let path = path.to_str().expect("names are UTF-8");
    let Run { code, out, .. } = run(&["check", "plan.yaml", "--against", path]);
    assert_eq!(code, Some(1), "{out}");
    assert!(
        out.contains("2.3p2") && out.contains("共 1 处不同"),
        "{out}"
    );
    assert!(!out.contains('\u{1b}'), "{out:?}");
    // The plan file may stand last, and several sources are named one by one.
    let last = run(&["check", "--against", path, "plan.yaml"]);
    assert_eq!((last.code, last.out), (code, out));
    let other = run(&["check", "--against", path, "tests/fixtures/small.yaml"]);
    assert_ne!(other.code, Some(0));
    assert!(
        other.out.contains("small.yaml"),
        "{}{}",
        other.out,
        other.err
    );
    let twice = run(&["check", "plan.yaml", "--against", path, "--against", path]);
    assert_ne!(twice.code, Some(0), "{}", twice.out);
    let json = run(&["check", "plan.yaml", "--against", path, "--json"]);
    assert_eq!(json.code, Some(1));
    let json: serde_json::Value = serde_json::from_str(&json.out).expect("it is JSON");
    assert_eq!(json["against"]["same"], false);
    assert_eq!(json["against"]["differences"][0]["at"], "2.3p2");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is cut out of the page or put into it within the document is found, and nothing panics.
    #[test]
    fn every_cut_and_every_addition_is_found(at in 200usize..13_000, length in 1usize..300, added in "[甲乙丙丁]{0,12}") {
        let page: Vec<char> = PAGE.chars().collect();
        let end = (at + length).min(page.len());
        let cut: String = page[at..end].iter().collect();
        let changed: String = page[..at].iter().copied().chain(added.chars()).chain(page[end..].iter().copied()).collect();
        let comparison = compared(&changed);
        let is_blank = cut.chars().all(char::is_whitespace) && added.is_empty();
        prop_assert!(is_blank || !comparison.is_same(), "{cut:?} → {added:?}");
    }
}
