//! What one looks up by a name or an address: `show`, `toc`, `tasks`, `cite`, and their messages and exit codes.

#![expect(clippy::expect_used, reason = "a test that can't go on has failed")]

use std::fs;

use crate::support::{Run, run};
use guihua::embedded;
use guihua::manuscript::{self, Edition};
use guihua::plan::{Node, NodeKind, Outline};
use serde_json::Value;

const SMALL: &str = "tests/fixtures/small.yaml";

#[track_caller]
fn output(args: &[&str]) -> String {
    let Run { code, out, err } = run(args);
    assert_eq!((code, err.as_str()), (Some(0), ""), "{args:?}");
    out
}

#[track_caller]
fn json(args: &[&str]) -> Value {
    let out = output(args);
    assert!(
        out.starts_with("{\n  \"version\": 2,"),
        "{args:?} begins with its version: {out}"
    );
    serde_json::from_str(&out).expect("the output is JSON")
}

/// A run that fails with a code and says all of this.
#[track_caller]
fn check_complaint(args: &[&str], expected: i32, said: &[&str]) {
    let Run { code, out, err } = run(args);
    assert_eq!(
        (code, out.as_str()),
        (Some(expected), ""),
        "{args:?}: {err}"
    );
    assert!(err.starts_with("guihua："), "{args:?}: {err}");
    for words in said {
        assert!(err.contains(words), "{args:?} should say {words}: {err}");
    }
}

fn text() -> Vec<String> {
    let outline = Outline::of(&embedded::plan());
    let text = manuscript::text(&outline, Edition::Restored);
    text.lines().map(str::to_owned).collect()
}

// show

#[test]
fn show_prints_a_place_as_the_text_does_in_whatever_form_its_address_is_typed() {
    let all = text();
    let start = all
        .iter()
        .position(|line| line == "2. 多渠道引进人才")
        .expect("it is there");
    let expected = all[start..start + 3].join("\n") + "\n";
    for address in [
        "3.1.2",
        "三、（一）2.",
        "三（一）2",
        "３．１．２",
        "多渠道引进人才",
    ] {
        assert_eq!(output(&["show", address]), expected, "{address}");
    }
    assert_eq!(output(&["show", "3.1.2p1"]), all[start + 1].clone() + "\n");
    assert_eq!(
        output(&["show", "3.1.2第2段"]),
        all[start + 2].clone() + "\n"
    );
}

#[test]
fn show_prints_each_part_whole_and_nothing_else() {
    let parts = [
        "masthead",
        "notice",
        "preface",
        "1",
        "2",
        "3",
        "4",
        "attachment",
    ];
    let shown: String = parts.iter().map(|part| output(&["show", part])).collect();
    // What is doubtful is told below its paragraph, and only there.
    let is_doubt = |line: &&str| line.starts_with("存疑：");
    let (doubts, lines): (Vec<&str>, Vec<&str>) = shown.lines().partition(is_doubt);
    assert_eq!(lines, text());
    let outline = Outline::of(&embedded::plan());
    let expected: Vec<String> = outline.nodes().iter().flat_map(Node::doubts).collect();
    assert_eq!(doubts, expected);
    let published = parts.map(|part| output(&["show", part, "--as-published"]));
    assert_eq!(published.concat(), output(&["text", "--as-published"]));
}

#[test]
fn show_prints_a_paragraph_alone_where_subsections_have_paragraphs_too() {
    assert_eq!(output(&["show", "1.1p1"]).lines().count(), 1);
    assert_eq!(output(&["show", "4.1"]), output(&["show", "4.1p1"]));
}

#[test]
fn show_prints_the_text_as_published_and_with_marks() {
    assert_eq!(
        output(&["show", "preface", "--as-published"])
            .lines()
            .next(),
        Some("西青区人口发展十四五”规划")
    );
    assert_eq!(
        output(&["show", "preface", "--marks"]).lines().next(),
        Some("西青区人口发展⟦“⟧十四五”规划")
    );
}

#[test]
fn show_prints_a_target_as_target_does_and_its_other_sentences() {
    let target = output(&[
        "target",
        "常住人口",
        "--as-of",
        "2025-12-31",
        "--records",
        "/dev/null",
    ]);
    let args = [
        "show",
        "常住人口",
        "--as-of",
        "2025-12-31",
        "--records",
        "/dev/null",
    ];
    let shown = output(&args);
    let rest = shown.strip_prefix(&target).expect("the card comes first");
    assert!(
        rest.starts_with("2015年  “全区常住人口由2015年的109万人"),
        "{rest}"
    );
    let as_json = [&args[..], &["--json"]].concat();
    let mut of_target = as_json.clone();
    of_target[0] = "target";
    assert_eq!(output(&as_json), output(&of_target));
}

#[test]
fn show_prints_a_term_with_its_explanation_and_its_sentences() {
    let out = output(&["show", "海河英才"]);
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines[0], "海河英才（工程行动）  出现 3 次");
    assert_eq!(lines.len(), 4, "{out}");
    assert!(
        lines[1].starts_with("1.1.2p2  认真做好“海河英才”计划"),
        "{out}"
    );
    let term = embedded::plan()
        .terms
        .into_iter()
        .find(|term| term.explained.is_some());
    let term = term.expect("a term is explained");
    let out = output(&["show", &term.name]);
    let place = format!("\n解释  {} ", term.explained.expect("it is"));
    assert!(out.contains(&place), "{out}");
}

#[test]
fn show_says_which_things_a_word_may_stand_for() {
    check_complaint(
        &["show", "养老"],
        2,
        &[
            "“养老”有",
            "处，请写全：",
            "“养老保障待遇水平”（指标）",
            "（术语）",
        ],
    );
    check_complaint(&["cite", "养老"], 2, &["请写全"]);
}

#[test]
fn show_names_what_is_near_a_word_that_names_nothing() {
    check_complaint(
        &["show", "czrk"],
        1,
        &["没有“czrk”", "是不是：“常住人口”（指标）"],
    );
    check_complaint(
        &["show", "registered-populaton"],
        1,
        &["“户籍人口”（指标）"],
    );
    check_complaint(&["show", "qqqqqq"], 1, &["没有“qqqqqq”", "guihua search"]);
    check_complaint(&["show", "9.9"], 1, &["本规划没有 9.9", "guihua toc"]);
    check_complaint(&["show", "a\u{1b}[31m"], 1, &["没有“a\\u{1b}[31m”"]);
    check_complaint(&["show", ""], 1, &["没有“”"]);
    check_complaint(&["show"], 2, &["缺少"]);
}

#[test]
fn show_tells_programs_what_stands_where() {
    let shown = json(&["show", "2.3p2", "--marks", "--json"]);
    assert_eq!(shown["address"], "2.3p2");
    assert_eq!(shown["trail"][1]["address"], "2.3");
    assert_eq!(shown["lines"][0]["kind"], "paragraph");
    let text = shown["lines"][0]["text"].as_str().expect("it has a text");
    assert!(text.contains("13.0%⟦。⟧"), "{text}");
    let term = json(&["show", "海河英才", "--json"]);
    assert_eq!(term["term"]["kind"], "programme");
    assert_eq!(term["sentences"][0]["address"], "1.1.2p2");
}

// toc

#[test]
fn toc_lists_every_heading_with_its_address() {
    let out = output(&["toc"]);
    let outline = Outline::of(&embedded::plan());
    let listed = outline
        .nodes()
        .iter()
        .filter(|node| node.toc_depth().is_some());
    let listed: Vec<String> = listed.map(|node| node.address.for_readers()).collect();
    let first = out.lines().filter_map(|line| line.split(' ').next());
    assert_eq!(first.collect::<Vec<_>>(), listed);
    assert!(out.contains("\n3.1.2      2. 多渠道引进人才\n"), "{out}");
    let shown = json(&["toc", "--json"]);
    assert_eq!(
        shown["headings"].as_array().map(Vec::len),
        Some(listed.len())
    );
}

#[test]
fn toc_stops_at_a_depth() {
    let count = |depth| output(&["toc", "--depth", depth]).lines().count();
    assert!(count("1") < count("2") && count("2") < count("3"));
    assert_eq!(count("1"), 7);
    check_complaint(&["toc", "--depth", "4"], 2, &["可用：1、2、3"]);
    let domains = json(&["toc", "--depth", "2", "--json"]);
    let tenth = domains["headings"]
        .as_array()
        .and_then(|all| all.iter().find(|it| it["address"] == "3.2"));
    let tenth = tenth.expect("it is listed");
    assert_eq!(
        (&tenth["domain"], &tenth["depth"], &tenth["number"]),
        (&"健康".into(), &2.into(), &"（二）".into())
    );
}

// tasks

#[test]
fn tasks_lists_every_task_under_its_headings() {
    let out = output(&["tasks", "--records", "/dev/null", "--as-of", "2025-12-31"]);
    let outline = Outline::of(&embedded::plan());
    for (_, node) in outline.of_kind(NodeKind::Task) {
        let line = out
            .lines()
            .find(|line| line.trim_start().starts_with(&format!("{} ", node.address)));
        assert!(
            line.is_some_and(|line| line.ends_with(node.title())),
            "{}",
            node.address
        );
    }
    assert!(out.contains("（二）不断提高人口健康水平\n  1. "), "{out}");
    assert!(out.ends_with("；截至2025-12-31\n"), "{out}");
}

#[test]
fn tasks_of_a_domain_show_what_the_records_say() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let records = folder.path().join("records.yaml");
    let records = records.to_str().expect("the path is text");
    output(&[
        "record",
        "status",
        "3.2.1p1",
        "推进中",
        "--date",
        "2023-05-01",
        "--source",
        "某局",
        "--records",
        records,
    ]);
    assert!(fs::metadata(records).is_ok());
    let args = ["tasks", "--domain", "健康", "--records", records];
    let out = output(&[&args[..], &["--as-of", "2023-12-31"]].concat());
    assert!(out.contains("3.2.1p1  推进中（2023-05-01）  "), "{out}");
    assert!(out.contains("有记录的 1 项"), "{out}");
    let before = output(&[&args[..], &["--as-of", "2022-12-31"]].concat());
    assert!(before.contains("有记录的 0 项"), "{before}");
    let shown = json(&[&args[..], &["--as-of", "2023-12-31", "--json"]].concat());
    let task = &shown["tasks"][0];
    assert_eq!(task["address"], "3.2.1p1");
    assert_eq!(task["domain"], "健康");
    assert_eq!(task["status"]["status"], "推进中");
    assert_eq!(task["status"]["source"], "某局");
    assert_eq!(shown["tasks"][1].get("status"), None);
    check_complaint(
        &["tasks", "--domain", "体育"],
        2,
        &["没有“体育”这个领域", "健康"],
    );
}

// cite

#[test]
fn cite_gives_the_sentence_of_a_target() {
    let out = output(&["cite", "常住人口"]);
    assert!(
        out.starts_with("“到2025年，户籍人口达到") && out.ends_with("二、（三）第2段〔含补字〕\n"),
        "{out}"
    );
    assert_eq!(output(&["cite", "resident-population"]), out);
}

#[test]
fn cite_takes_one_sentence_by_its_number_or_its_words() {
    let by_words = output(&["cite", "3.1.2", "--find", "带土移植"]);
    assert!(by_words.starts_with("“突出‘项目+团队’引才"), "{by_words}");
    assert!(
        by_words.ends_with("三、（一）2.第1段〔含补字〕\n"),
        "{by_words}"
    );
    assert_eq!(output(&["cite", "3.1.2", "--sentence", "3"]), by_words);
    check_complaint(
        &["cite", "3.1.2p1", "--find", "人才"],
        2,
        &["6 句含“人才”", "--sentence 1  加快集聚"],
    );
    check_complaint(
        &["cite", "3.1.2p1", "--find", "养老"],
        1,
        &["3.1.2p1 里没有含“养老”的句子"],
    );
    check_complaint(
        &["cite", "3.1.2p1", "--sentence", "9"],
        1,
        &["没有第 9 句", "共 7 句"],
    );
    check_complaint(&["cite", "3.1.2p1", "--sentence", "0"], 1, &["没有第 0 句"]);
}

#[test]
fn cite_without_a_place_names_the_plan() {
    assert_eq!(
        output(&["cite"]),
        "《西青区人口发展“十四五”规划》（西青政办函〔2021〕11号）\n"
    );
    let reference = output(&["cite", "--style", "gbt7714", "--accessed", "2026-01-02"]);
    assert!(
        reference.contains("[EB/OL].（2021-12-31）[2026-01-02]. https://"),
        "{reference}"
    );
    let small = output(&["cite", "--plan", SMALL]);
    assert_eq!(
        small,
        "《东山县人口发展“十四五”规划》（东政发〔2021〕1号）\n"
    );
    check_complaint(
        &["cite", "--style", "apa"],
        2,
        &["可用：plain、gbt7714、gbt7714-2015、markdown"],
    );
    check_complaint(&["cite", "--accessed", "昨天"], 2, &["--accessed"]);
    check_complaint(&["cite", "--sentence", "1"], 2, &["guihua"]);
}

#[test]
fn cite_tells_programs_the_words_and_the_place() {
    let cited = json(&["cite", "3.1.2p1", "--sentence", "3", "--json"]);
    assert_eq!(cited["style"], "plain");
    assert_eq!(cited["address"], "3.1.2p1");
    assert_eq!(cited["place"], "三、（一）2.第1段");
    assert_eq!(cited["supplied"], true);
    assert!(
        cited["words"][0]
            .as_str()
            .is_some_and(|words| words.starts_with("突出“项目+团队”引才"))
    );
    assert!(
        cited["citation"]
            .as_str()
            .is_some_and(|text| text.starts_with("“突出‘项目"))
    );
}

#[test]
fn the_answers_speak_english_where_they_are_not_the_plan() {
    let out = output(&["--lang", "en", "show", "海河英才"]);
    assert!(out.contains("occurs 3 times"), "{out}");
    assert_eq!(
        output(&["--lang", "en", "cite", "常住人口"]),
        output(&["cite", "常住人口"])
    );
    let card = output(&["--lang", "en", "target", "人均期望寿命"]);
    assert!(card.starts_with("life expectancy (health)"), "{card}");
    let own = card.lines().find(|line| line.contains("Original"));
    assert!(
        own.is_some_and(|line| line.ends_with("人均期望寿命")),
        "{card}"
    );
    let json = output(&["--lang", "en", "target", "人均期望寿命", "--json"]);
    assert!(json.contains("\"name\": \"人均期望寿命\""), "{json}");
    let Run { err, .. } = run(&["--lang", "en", "show", "qqqqqq"]);
    assert!(
        err.contains("no address, target or term is called “qqqqqq”"),
        "{err}"
    );
}
