//! Plans written as plan files: they read back as the same plan.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use guihua::compose::plan_file;
use guihua::load::load;
use guihua::plan::{Block, Plan, Prose};

fn plan(name: &str) -> Plan {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    let text = std::fs::read_to_string(path).expect("the file can be read");
    load(&text).expect("the plan is sound")
}

#[track_caller]
fn comes_back(plan: &Plan) {
    let text = plan_file(plan, &["A comment\nin two lines".to_owned()]).expect("it is written");
    assert!(text.starts_with("# A comment in two lines\n"), "{text:.40}");
    let read = load(&text).unwrap_or_else(|problems| panic!("{problems}\n{text}"));
    assert_eq!(read, *plan);
}

#[test]
fn every_plan_reads_back_as_itself() {
    for name in [
        "plan.yaml",
        "docs/example-plan.yaml",
        "docs/example-outline.yaml",
        "docs/example-action-plan.yaml",
        "tests/fixtures/small.yaml",
    ] {
        comes_back(&plan(name));
    }
}

#[test]
fn texts_that_yaml_reads_otherwise_read_back_as_themselves() {
    let mut plan = plan("docs/example-plan.yaml");
    for text in [
        "2021",
        "- 一",
        "是否：no",
        "no",
        "a: b",
        "a #b",
        "'引'",
        "“引”",
        "[1]",
        "{a}",
        "*",
        "&a",
        "%",
        "~",
        "1.50",
        "2021-12-31",
        "尾:",
        "尾\"",
        "尾'",
        "0x1F",
        "\u{a0}不断行",
        "@甲",
        "# 井",
        "null",
    ] {
        plan.body.content.push(Block::Paragraph(Prose::plain(text)));
        let row = vec![guihua::plan::Cell {
            text: Prose::plain(text),
            columns: 1,
            rows: 1,
        }];
        plan.body.content.push(Block::Table(guihua::plan::Table {
            caption: Prose::plain(text),
            head: 0,
            rows: vec![row],
            notes: vec![Prose::plain(text)],
        }));
    }
    comes_back(&plan);
}

#[test]
fn a_plan_file_is_laid_out_for_people() {
    let text = plan_file(&plan("docs/example-plan.yaml"), &[]).expect("it is written");
    for line in [
        "  period: { start: 2021, end: 2025 }\n",
        "domains: [人才, 健康, 服务]\n",
        "    - section: 发展基础\n      content:\n",
        "      - { year: 2015, value: 28.6, at: 1.1p1, quote: 比2015年的28.6万人增加1.6万人 }\n",
    ] {
        assert!(text.contains(line), "{line}");
    }
}
