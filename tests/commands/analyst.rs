//! The analyst's words: recorded on a target or on the whole plan, shown in every format of the report, taken back, checked,
//! and never made up.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;

use crate::support::desk::Desk;
use guihua::records::{self, Side};

const PLAN: &str = "docs/example-plan.yaml";
const OWN: &str = "\
- { target: infant-mortality, period: 2025, value: 3.6, benchmark: 3.4, source: 年报 }
- { target: class-size, period: 2025, value: 44, source: 年报 }
";
const PLACE: &str = "（由评估人员填写）";

/// A folder with records by which a target was missed and one was reached.
fn desk() -> Desk {
    let desk = Desk::of(Some(PLAN));
    fs::write(desk.path("r.yaml"), OWN).unwrap();
    desk
}

impl Desk {
    fn report(&self, format: &str, day: &str) -> String {
        self.says(&["report", "--format", format, "--as-of", day])
    }
}

#[test]
fn words_stand_in_every_format_and_places_where_there_are_none() {
    let desk = desk();
    let empty = desk.report("md", "2026-03-01");
    assert_eq!(empty.matches(PLACE).count(), 3, "{empty}");
    assert!(empty.contains(&format!("婴儿死亡率：{PLACE}")), "{empty}");
    assert!(
        !empty.contains(&format!("小学平均班额：{PLACE}")),
        "{empty}"
    );

    let said = desk.says(&[
        "record",
        "issue",
        "转诊<偏>慢。",
        "--target",
        "婴儿死亡率",
        "--as-of",
        "2025",
    ]);
    assert!(said.contains("截至 2025-12-31 及以后的报告"), "{said}");
    desk.says(&[
        "record",
        "advice",
        "建议安排经费。",
        "--as-of",
        "2025-12-31",
    ]);
    let text = desk.report("md", "2026-03-01");
    assert!(
        text.contains("婴儿死亡率：转诊\\<偏\\>慢。")
            || text.contains("婴儿死亡率：转诊\\<偏>慢。"),
        "{text}"
    );
    assert!(text.contains("建议安排经费。"), "{text}");
    assert_eq!(text.matches(PLACE).count(), 1, "{text}");
    let page = desk.report("html", "2026-03-01");
    assert!(page.contains("婴儿死亡率：转诊&lt;偏&gt;慢。"), "{page}");
    let json: serde_json::Value = serde_json::from_str(&desk.report("json", "2026-03-01")).unwrap();
    assert_eq!(json["issues"]["targets"][0]["words"], "转诊<偏>慢。");
    assert_eq!(json["issues"].get("plan"), None);
    assert_eq!(json["advice"]["plan"], "建议安排经费。");
    let file = desk.path("a.docx");
    desk.says(&[
        "report",
        "--format",
        "docx",
        "--as-of",
        "2026-03-01",
        "-o",
        file.to_str().unwrap(),
    ]);
    let mut zip = zip::ZipArchive::new(fs::File::open(&file).unwrap()).unwrap();
    let document = std::io::read_to_string(zip.by_name("word/document.xml").unwrap()).unwrap();
    assert!(
        document.contains("婴儿死亡率：转诊&lt;偏&gt;慢。") && document.contains("建议安排经费。")
    );

    // What is written for an evaluation is not in those of earlier days.
    assert!(!desk.report("md", "2025-06-30").contains("建议安排经费"));
}

#[test]
fn the_last_words_of_a_day_count_and_are_taken_back() {
    let desk = desk();
    let say = |words: &str, more: &[&str]| {
        let day = ["record", "issue", words, "--as-of", "2025-12-31"];
        desk.run(&[&day[..], more].concat())
    };
    assert_eq!(say("初稿。", &[]).code, Some(0));
    let again = say("二稿。", &[]);
    assert_eq!(again.code, Some(2));
    assert!(
        again
            .err
            .contains("已有自记的全规划 2025-12-31 问题与原因；如系更正，加 --replace"),
        "{}",
        again.err
    );
    assert_eq!(say("二稿。", &["--replace"]).code, Some(0));
    let text = desk.report("md", "2026-03-01");
    assert!(
        text.contains("二稿。") && !text.contains("初稿。"),
        "{text}"
    );
    let undone = desk.says(&["record", "undo"]);
    assert!(undone.contains("全规划 2025-12-31 问题与原因"), "{undone}");
    assert!(desk.report("md", "2026-03-01").contains("初稿。"));
    let told = desk.says(&["records", "--own"]);
    assert!(
        told.contains("全规划  2025-12-31  问题与原因  初稿。"),
        "{told}"
    );
}

#[test]
fn words_go_out_with_the_records_and_come_back() {
    let desk = desk();
    desk.says(&[
        "record",
        "issue",
        "一，“二”",
        "--target",
        "class-size",
        "--as-of",
        "2025-12-31",
    ]);
    desk.says(&["record", "advice", "三", "--as-of", "2025-12-31"]);
    let before = desk.says(&["records", "--own", "--json"]);
    let table = desk.says(&["export", "--format", "csv", "--only", "records"]);
    let own: Vec<&str> = table
        .lines()
        .filter(|line| !line.contains("2021年国民经济"))
        .collect();
    fs::write(desk.path("t.csv"), own.join("\n")).unwrap();
    fs::remove_file(desk.path("r.yaml")).unwrap();
    desk.says(&["record", "--from", desk.path("t.csv").to_str().unwrap()]);
    let after = desk.says(&["records", "--own", "--json"]);
    let records = |text: &str| {
        let answer: serde_json::Value = serde_json::from_str(text).unwrap();
        answer["records"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| {
                let mut record = it["record"].clone();
                let fields = record.as_object_mut().unwrap();
                fields.remove("recorded");
                fields.remove("unit");
                record
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(records(&before), records(&after));
    assert_eq!(records(&after).len(), 4);
}

#[test]
fn faulty_words_are_named_and_the_others_count() {
    let plan = fs::read_to_string(PLAN).unwrap();
    let plan = records::open(&plan).unwrap().plan;
    for (line, why) in [
        (
            "- { issue: 甲, advice: 乙, date: 2025-12-31 }",
            "只写问题或建议之一",
        ),
        ("- { issue: 甲 }", "缺少“date”"),
        ("- { issue: '', date: 2025-12-31 }", "是空的"),
        (
            "- { issue: 甲, task: \"3.2.2p1\", date: 2025-12-31 }",
            "写在指标之下",
        ),
        (
            "- { issue: 甲, target: nothing, date: 2025-12-31 }",
            "没有编号为“nothing”的指标",
        ),
        ("- { issue: 甲, date: 2019-12-31 }", "早于规划期"),
        ("- { issue: 甲, value: 3, date: 2025-12-31 }", "value"),
    ] {
        let text = format!("{line}\n- {{ advice: 丙, date: 2025-12-31 }}\n");
        let ledger = records::survey(&text, &plan, Side::Own);
        let told: Vec<&str> = ledger.faulty.iter().map(|it| it.what.as_str()).collect();
        assert!(
            told.iter().any(|what| what.contains(why)),
            "{line}: {told:?}"
        );
        assert_eq!(ledger.entries.len(), 1, "{line}");
    }
    let desk = desk();
    let table = "问题与原因,对策建议,数值,日期\n甲,,3,2025-12-31\n甲,乙,,2025-12-31\n甲,,,\n";
    fs::write(desk.path("t.csv"), table).unwrap();
    let run = desk.run(&["record", "--from", desk.path("t.csv").to_str().unwrap()]);
    for why in [
        "第 2 行：“问题与原因”一条不能再有“数值”",
        "第 3 行：一条记录只写问题或建议之一",
        "第 4 行：缺少“日期”",
    ] {
        assert!(run.err.contains(why), "{why}: {}", run.err);
    }
    let blank = desk.run(&["record", "issue", " "]);
    assert!(blank.err.contains("写上文字"), "{}", blank.err);
}

#[test]
fn within_the_term_a_report_tells_how_far_targets_are_expected_to_come() {
    let desk = Desk::of(Some(PLAN));
    let own = "- { target: resident-population, period: 2022, value: 30.9, source: 年报 }\n";
    fs::write(desk.path("r.yaml"), own).unwrap();
    let target = desk.says(&["target", "resident-population", "--as-of", "2023-06-30"]);
    let projected = target
        .lines()
        .find_map(|line| line.strip_prefix("外推  2025年"));
    let (figure, _) = projected.and_then(|it| it.split_once('（')).unwrap();
    for format in ["md", "html"] {
        let report = desk.report(format, "2023-06-30");
        assert!(report.contains("规划预计完成度"), "{report}");
        assert!(report.contains("可外推的规划目标1项"), "{report}");
        assert!(report.contains(figure), "{figure}: {report}");
        // Nothing is projected once the term has ended.
        let ended = desk.report(format, "2026-03-01");
        assert!(!ended.contains("预计完成度"), "{ended}");
    }
    // Two of the five years have gone: the share is two and a half times what is reached.
    let report = desk.report("md", "2023-06-30");
    let row = report.lines().find(|line| line.contains(figure)).unwrap();
    let reached = target.lines().find(|line| line.contains("进度")).unwrap();
    let percent = |text: &str| -> f64 {
        let (before, _) = text.split_once('%').unwrap();
        let number = before.rsplit([' ', '|']).find(|it| !it.is_empty());
        number.unwrap().parse().unwrap()
    };
    let difference = percent(row) - percent(reached) * 2.5;
    assert!(difference.abs() < 0.3, "{row} beside {reached}");
}

#[test]
fn reforms_have_a_part_of_their_own_beside_projects() {
    let desk = Desk::of(None);
    let text = fs::read_to_string(PLAN).unwrap();
    let plan = desk.path("plan.yaml");
    fs::write(&plan, text.replace("kind: project", "kind: reform")).unwrap();
    let plan = plan.to_str().unwrap();
    let report = |plan: &str| desk.says(&["--plan", plan, "report", "--format", "md"]);
    let reforms = report(plan);
    assert!(reforms.contains("、改革举措进展"), "{reforms}");
    assert!(!reforms.contains("重大项目进展"), "{reforms}");
    let projects = report(PLAN);
    assert!(projects.contains("、重大项目进展"), "{projects}");
    assert!(!projects.contains("改革举措进展"), "{projects}");
}

#[test]
fn paragraphs_stay_apart_in_every_format_and_are_one_line_in_lists() {
    let desk = desk();
    let words = "　　其一，床位少。\r\n\r\n# 其二，转诊慢。";
    desk.says(&["record", "issue", words, "--as-of", "2025-12-31"]);
    let kept = fs::read_to_string(desk.path("r.yaml")).unwrap();
    assert!(
        kept.contains(r#"issue: "其一，床位少。\n# 其二，转诊慢。""#),
        "{kept}"
    );
    let text = desk.report("md", "2026-03-01");
    assert!(
        text.contains("其一，床位少。\n\n\\# 其二，转诊慢。\n"),
        "{text}"
    );
    let page = desk.report("html", "2026-03-01");
    assert!(
        page.contains("<p>其一，床位少。</p>\n<p># 其二，转诊慢。</p>"),
        "{page}"
    );
    let json: serde_json::Value = serde_json::from_str(&desk.report("json", "2026-03-01")).unwrap();
    assert_eq!(json["issues"]["plan"], "其一，床位少。\n# 其二，转诊慢。");
    let told = desk.says(&["records", "--own"]);
    assert!(told.contains("其一，床位少。 # 其二，转诊慢。"), "{told}");
    let table = desk.says(&["export", "--format", "csv", "--only", "records"]);
    assert!(
        table.contains("\"其一，床位少。\n# 其二，转诊慢。\""),
        "{table}"
    );
    fs::write(desk.path("t.csv"), &table).unwrap();
    fs::write(desk.path("r.yaml"), "").unwrap();
    desk.says(&["record", "--from", desk.path("t.csv").to_str().unwrap()]);
    let again = fs::read_to_string(desk.path("r.yaml")).unwrap();
    assert!(
        again.contains(r#"issue: "其一，床位少。\n# 其二，转诊慢。""#),
        "{again}"
    );
    let plan = fs::read_to_string(PLAN).unwrap();
    let plan = records::open(&plan).unwrap().plan;
    let block = "- issue: |\n    甲。\n\n    乙。\n  date: 2025-12-31\n";
    let ledger = records::survey(block, &plan, Side::Own);
    assert_eq!(ledger.entries.len(), 1, "{:?}", ledger.faulty);
}

#[test]
fn a_text_has_one_limit_on_the_command_line_in_tables_and_in_files() {
    let desk = desk();
    let most = "字".repeat(10_000);
    desk.says(&["record", "issue", &most, "--as-of", "2025-12-31"]);
    assert!(desk.report("md", "2026-03-01").contains(&most));
    let long = format!("{most}末");
    let before = fs::read_to_string(desk.path("r.yaml")).unwrap();
    let table = desk.path("t.csv");
    fs::write(&table, format!("对策建议,日期\n{long},2025-12-31\n")).unwrap();
    let observed = [
        "record",
        "observation",
        "常住人口",
        "31",
        "--period",
        "2024",
    ];
    for args in [
        &["record", "advice", &long, "--as-of", "2025-12-31"][..],
        &["record", "--from", table.to_str().unwrap()],
        &[&observed[..], &["--source", &long]].concat(),
        &[&observed[..], &["--source", "甲", "--note", &long]].concat(),
    ] {
        let run = desk.run(args);
        assert_eq!(run.code, Some(2), "{}", run.err);
        assert!(
            run.err.contains("有 10001 字，最多 10000 字"),
            "{}",
            run.err
        );
        assert!(run.err.chars().count() < 300, "{}", run.err);
    }
    assert_eq!(fs::read_to_string(desk.path("r.yaml")).unwrap(), before);
    let line = format!("- {{ issue: {long}, date: 2025-12-31 }}\n");
    let plan = fs::read_to_string(PLAN).unwrap();
    let plan = records::open(&plan).unwrap().plan;
    let ledger = records::survey(&line, &plan, Side::Own);
    assert!(
        ledger
            .faulty
            .iter()
            .any(|it| it.what.contains("有 10001 字，最多 10000 字"))
    );
}
