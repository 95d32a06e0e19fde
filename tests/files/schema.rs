//! The schemas of files agree with what the program reads: what is sound validates, what is faulty is refused by both.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::path::Path;

use crate::support::validation::Schema;
use crate::support::{SMALL, edited, run, run_with_input, small_path};
use guihua::load;
use guihua::records::{self, Side};
use serde_json::Value;

fn read(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// A schema as the program prints it.
fn printed(which: &str) -> String {
    let run = run(&["schema", which]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    run.out
}

fn schema(which: &str) -> Schema {
    let document: Value = serde_json::from_str(&printed(which)).expect("a schema is JSON");
    Schema::of(&document, "#")
}

/// A file of YAML as any other program would read it.
fn as_json(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

#[test]
fn the_schemas_in_docs_are_those_of_the_program() {
    for which in ["plan", "records", "output"] {
        let name = format!("docs/schema/{which}.schema.json");
        assert!(
            read(&name) == printed(which),
            "{name} is out of date; write it anew: cargo run -- schema {which} > {name}"
        );
    }
    assert_eq!(run(&["schema"]).out, printed("plan"));
}

#[test]
fn schemas_describe_in_words_for_readers() {
    for which in ["plan", "records", "output"] {
        let text = printed(which);
        for word in ["[`", "`None`", "Option"] {
            assert!(!text.contains(word), "{which} speaks Rust: {word}");
        }
    }
}

#[test]
fn files_name_their_schemas_in_the_first_line() {
    for (name, which) in [("plan.yaml", "plan"), ("observations.yaml", "records")] {
        let path = format!("docs/schema/{which}.schema.json");
        assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(&path).is_file());
        let line = format!("# yaml-language-server: $schema={path}\n");
        assert!(read(name).starts_with(&line), "{name}");
    }
}

#[test]
fn sound_files_validate() {
    let plans = schema("plan");
    for name in [
        "plan.yaml",
        "tests/fixtures/small.yaml",
        "docs/example-plan.yaml",
    ] {
        let text = read(name);
        assert!(load::load(&text).is_ok(), "{name} has no problems");
        let value = as_json(&text);
        plans
            .check(&value)
            .unwrap_or_else(|fault| panic!("{name}: {fault}"));
    }
    let records = schema("records");
    for name in ["observations.yaml", "docs/example-records.yaml"] {
        let value = as_json(&read(name));
        records
            .check(&value)
            .unwrap_or_else(|fault| panic!("{name}: {fault}"));
    }
}

#[test]
fn what_the_program_writes_as_json_validates() {
    for name in ["plan.yaml", "docs/example-plan.yaml"] {
        let plan = load::load(&read(name)).expect("the plan is sound");
        let value = serde_json::to_value(&plan).expect("a plan can be written as JSON");
        schema("plan")
            .check(&value)
            .unwrap_or_else(|fault| panic!("{name}: {fault}"));
    }
}

/// Edits of the small plan that stay sound in the eyes of both.
const SOUND: [(&str, &str); 20] = [
    ("goal: 25\n", "goal: '25'\n"),
    ("goal: 82.0\n", "goal: \"82.0\"\n"),
    ("start: 2021", "start: '2021'"),
    ("at: 1.1p2", "at: 一、（一）第2段"),
    (
        "- { at: 2.2.1p1, quote: 健全引才办法 }",
        "- { at: 二、（二）1.第1段, quote: 健全引才办法 }",
    ),
    ("    - { label: 成文日期, value: '' }\n", ""),
    ("  vision_year: 2035\n", ""),
    ("  region: 东山县\n", ""),
    ("  issuer: 东山县人民政府\n", ""),
    ("  document_number: 东政发〔2021〕1号\n", ""),
    ("  issued: '2021-12-31'\n", ""),
    ("  period: { start: 2021, end: 2025 }\n", ""),
    ("  source: https://example.org/dongshan\n", ""),
    ("  addressees: 各乡镇人民政府⟦：⟧\n", ""),
    (
        "              text: 统筹解决人口问题。\n",
        "              text: 统筹解决人口问题。\n            - { picture: '' }\n",
    ),
    ("at: 2.1p2", "at: 2.1p2s1"),
    (
        TASK,
        "                - { task: 吸引毕业生。, kind: project, due: { date: 2025, quote: 毕业生 } }\n",
    ),
    (
        TASK,
        "                - { section: 附则, number: '', text: '', content: [{ box: '', content: [一段, { table: '', head: 0, rows: [[{ text: '', columns: '2' }, ''], []] }] }] }\n",
    ),
    (
        "  content:\n    - 为促进",
        "  numbering: [第一章, '', '1.1']\n  content:\n    - 为促进",
    ),
    (
        "targets:\n",
        "terms:\n  - { name: 人才, kind: policy, explained: 2.2 }\ntargets:\n",
    ),
];

#[test]
fn other_spellings_are_taken_by_both() {
    let plans = schema("plan");
    for (find, replace) in SOUND {
        let text = edited(find, replace);
        load::load(&text).unwrap_or_else(|problems| panic!("{replace}: {problems}"));
        plans
            .check(&as_json(&text))
            .unwrap_or_else(|fault| panic!("{replace}: {fault}"));
    }
}

/// A task of the small plan, in whose place other blocks are put.
const TASK: &str = "                - task: 吸引毕业生。\n";

/// Edits of the small plan with one fault each.
const FAULTY: [(&str, &str); 55] = [
    // Unknown keys, on every level.
    (
        "domains: [人才, 健康]\nnotice",
        "domain: [人才, 健康]\nnotice",
    ),
    (
        "domains: [人才, 健康]\nnotice",
        "domains: [人才, 健康]\nnotes: []\nnotice",
    ),
    (
        "  issuer: 东山县人民政府\n",
        "  issuer: 东山县人民政府\n  author: 甲\n",
    ),
    (
        "{ label: 成文日期, value: '' }",
        "{ label: 成文日期, value: '', unit: 日 }",
    ),
    (
        "  attachment: 附件：任务分解表.xls\n",
        "  attachment: 附件：任务分解表.xls\n  foreword: []\n",
    ),
    (
        "    - section: 保障措施\n",
        "    - section: 保障措施\n      tasks: []\n",
    ),
    ("          domain: 人才\n", "          domian: 人才\n"),
    (
        "            - principle: 坚持以人为本。\n",
        "            - name: 坚持以人为本。\n",
    ),
    (
        "    part_of: professional-titles\n",
        "    partof: professional-titles\n",
    ),
    ("value: 80.5, at: 1p1", "valeu: 80.5, at: 1p1"),
    (
        "    note: “统筹”后疑有脱字。\n",
        "    notes: “统筹”后疑有脱字。\n",
    ),
    // Missing fields.
    ("  title: 东山县人口发展“十四五”规划\n", ""),
    ("  id: dongshan-population-2021-2025\n", ""),
    ("  title: 东山县人民政府关于印发人口发展规划的通知\n", ""),
    ("  title: 东山县人口发展⟦“⟧十四五”规划\n", ""),
    (TASK, "                - { table: '', head: 0 }\n"),
    ("    name: 职称\n", ""),
    ("    kind: about\n", ""),
    ("    goal: 25\n", ""),
    ("    benchmark: 全市平均水平\n", ""),
    ("    direction: up\n", ""),
    ("    at: 2.1p2\n", ""),
    // Wrong types.
    (
        "  title: 东山县人口发展“十四五”规划\n",
        "  title: [东山县]\n",
    ),
    ("domains: [人才, 健康]\nnotice", "domains: 人才\nnotice"),
    (
        "    - 为促进人口均衡发展，制定本规划。\n",
        "    - { text: 为促进 }\n",
    ),
    (TASK, "                - { table: '', rows: 一行 }\n"),
    (TASK, "                - { table: '', rows: [一格] }\n"),
    (TASK, "                - { picture: [图] }\n"),
    (TASK, "                - { box: 专栏, content: 一段 }\n"),
    // Blocks that can't stand there, and spans and rows that there can't be.
    (
        TASK,
        "                - { box: '', content: [{ box: '' }] }\n",
    ),
    (
        TASK,
        "                - { box: '', content: [{ section: 标题 }] }\n",
    ),
    (TASK, "                - { table: '', rows: [] }\n"),
    (
        TASK,
        "                - { table: '', rows: [[{ text: 格, columns: 0 }]] }\n",
    ),
    (
        TASK,
        "                - { table: '', rows: [[{ text: 格, rows: 101 }]] }\n",
    ),
    (
        TASK,
        "                - { table: '', head: -1, rows: [[格]] }\n",
    ),
    // Who does a task, and until when.
    (
        TASK,
        "                - { task: 吸引毕业生。, lead: { names: [], quote: 毕业生 } }\n",
    ),
    (
        TASK,
        "                - { task: 吸引毕业生。, with: { names: [毕业生] } }\n",
    ),
    (
        TASK,
        "                - { task: 吸引毕业生。, due: { date: 2025-13, quote: 毕业生 } }\n",
    ),
    (
        TASK,
        "                - { task: 吸引毕业生。, kind: programme }\n",
    ),
    ("  attachment: 附件：任务分解表.xls\n", "  attachment:\n"),
    ("goal: 82.0", "goal: 八十二"),
    ("  vision_year: 2035\n", "  vision_year: soon\n"),
    // Bad words, addresses, ids, years, dates, marks.
    ("kind: about", "kind: aboot"),
    ("direction: down", "direction: lower"),
    ("at: 1.1p2", "at: 1.1.1.1.1.1.1.1.1p2"),
    ("at: 1.1p2", "at: first"),
    ("id: life-expectancy", "id: Life_Expectancy"),
    ("id: dongshan-population-2021-2025", "id: 东山县"),
    (
        "period: { start: 2021, end: 2025 }",
        "period: { start: 21, end: 2025 }",
    ),
    ("issued: '2021-12-31'", "issued: '2021-13-31'"),
    ("各乡镇人民政府⟦：⟧", "各乡镇人民政府⟦：⟦⟧"),
    ("各乡镇人民政府⟦：⟧", "各乡镇人民政府⟦：|⟧"),
    ("各乡镇人民政府⟦：⟧", "各乡镇人民政府⟦|：⟧"),
    ("各乡镇人民政府⟦：⟧", "各乡镇人民政府⟦：｜，⟧"),
    (
        "各乡镇人民政府⟦：⟧",
        "各乡镇人民政府⟦一|二|三|四|五|六|七|八|九⟧",
    ),
];

#[test]
fn faulty_plans_are_refused_by_both() {
    let plans = schema("plan");
    for (find, replace) in FAULTY {
        let text = edited(find, replace);
        let check = run_with_input(&["check", "-"], text.as_bytes());
        assert_eq!(
            check.code,
            Some(1),
            "check takes {replace:?}: {}",
            check.out
        );
        let found = plans.check(&as_json(&text));
        assert!(found.is_err(), "the schema takes {replace:?} for {find:?}");
    }
}

/// Faults of claims, discords and terms, which the small plan has none of, added to it.
const FAULTY_ADDITIONS: [&str; 9] = [
    "claims:\n  - { states: 2, unit: 万人, is: quotient, of: [20.0, 18.5], at: 1p1, quote: 2020年为20.0万人 }\n",
    "claims:\n  - { states: 1.5, is: difference, of: [20.0, 18.5], at: 1p1, quote: 2020年为20.0万人 }\n",
    "claims:\n  - { states: 1.5, unit: 万人, is: sum, of: [], at: 1p1, quote: 2020年为20.0万人 }\n",
    "discords:\n  - { between: [{ at: 1p1, quote: 2020年为20.0万人 }], note: 甲 }\n",
    "discords:\n  - { between: [] }\n",
    "terms:\n  - { name: 人才, kind: person }\n",
    "terms:\n  - { name: 人才, kind: policy, explained: nowhere }\n",
    "terms:\n  - { kind: policy }\n",
    "terms:\n  - { name: 人才, kind: policy, alias: [引才] }\n",
];

#[test]
fn faulty_additions_are_refused_by_both() {
    let plans = schema("plan");
    for addition in FAULTY_ADDITIONS {
        let text = format!("{SMALL}{addition}");
        assert!(load::load(&text).is_err(), "the loader takes {addition}");
        let found = plans.check(&as_json(&text));
        assert!(found.is_err(), "the schema takes {addition}");
    }
}

/// Records of the small plan, sound and faulty.
const RECORDS: [(&str, bool); 22] = [
    (
        "- { target: resident-population, period: 2022, value: 20.5, source: 年报 }",
        true,
    ),
    (
        "- { target: resident-population, period: '2022-06-30', value: '20.50', source: 年报, flag: break, unit: 万人 }",
        true,
    ),
    (
        "- { target: infant-mortality, period: 2022, value: 3.1, benchmark: 3.3, source: 年报, standing: official, note: 注, recorded: 2023-02-03, replaces: false }",
        true,
    ),
    ("- { task: 2.2p1, status: 推进中, date: 2023-06-30 }", true),
    (
        "- { task: 3.1, status: 已完成, date: '2023-06-30', source: 会议纪要 }",
        true,
    ),
    ("# 没有记录", true),
    (
        "- { target: resident-population, period: 2022, value: 20.5 }",
        false,
    ),
    (
        "- { target: resident-population, period: 2022, value: 约20, source: 年报 }",
        false,
    ),
    (
        "- { target: resident-population, period: 22, value: 20.5, source: 年报 }",
        false,
    ),
    (
        "- { target: resident-population, period: 2022-13-01, value: 20.5, source: 年报 }",
        false,
    ),
    (
        "- { target: resident-population, period: 2022, value: 20.5, source: '' }",
        false,
    ),
    (
        "- { target: resident-population, period: 2022, value: 20.5, source: 年报, flag: odd }",
        false,
    ),
    (
        "- { target: resident-population, period: 2022, value: 20.5, source: 年报, standing: rumour }",
        false,
    ),
    (
        "- { target: resident-population, task: 2.2p1, status: 推进中, date: 2023-06-30, source: 年报 }",
        false,
    ),
    ("- { task: 2.2p1, status: 推进, date: 2023-06-30 }", false),
    ("- { task: 2.2p1, status: 推进中 }", false),
    ("- { task: 2.2p1, status: 推进中, date: 2023-02-31 }", false),
    (
        "- { task: somewhere, status: 推进中, date: 2023-06-30 }",
        false,
    ),
    ("- { status: 推进中, date: 2023-06-30 }", false),
    ("records: []", false),
    ("- { issue: \"甲。\\n乙。\", date: 2023-06-30 }", true),
    ("- { advice: ' ', date: 2023-06-30 }", false),
];

#[test]
fn records_are_taken_or_refused_by_both() {
    let text = fs::read_to_string(small_path()).expect("the small plan can be read");
    let plan = load::load(&text).expect("the small plan is sound");
    let schema = schema("records");
    for (text, is_sound) in RECORDS {
        let loaded = records::load(text, &plan, Side::Own).map_err(|faults| faults.to_string());
        assert_eq!(loaded.is_ok(), is_sound, "{text}: {loaded:?}");
        let found = schema.check(&as_json(text));
        assert_eq!(found.is_ok(), is_sound, "{text}: {found:?}");
    }
}
