//! Plan files with the records that travel with them: what counts, what is refused and where.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

use std::fs;

use crate::support::{SMALL, run, run_with_input};
use guihua::dossier::Dossier;
use guihua::embedded;
use guihua::records::{self, PlanFile, Record};

/// Records of both sorts, as a plan file carries them; the first line of them is the second of this text.
const CARRIED: &str = "\
records:
  - { target: resident-population, period: 2023, value: 21.50, source: '甲 \"一\"' }
  - { task: 2.2p1, status: 推进中, date: 2023-06-30, note: 说明 }
";

fn problems(text: &str) -> Vec<String> {
    let problems = records::open(text).expect_err("the file should be refused");
    problems.iter().map(ToString::to_string).collect()
}

/// The line of the small plan's end, after which a test goes on.
fn end() -> usize {
    SMALL.lines().count()
}

#[track_caller]
fn expect(text: &str, expected: &[(usize, usize, &str)]) {
    let found = problems(text);
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for (problem, (line, column, what)) in found.iter().zip(expected) {
        let place = format!("{line}:{column}: ");
        assert!(problem.starts_with(&place), "{problem} is not at {place}");
        assert!(problem.contains(what), "{problem} does not say {what}");
    }
}

#[test]
fn a_plan_without_records_carries_none_and_one_with_an_empty_list_carries_that() {
    assert_eq!(records::open(SMALL).unwrap().carried, None);
    let empty = format!("{SMALL}records: []\n");
    assert_eq!(records::open(&empty).unwrap().carried, Some(Vec::new()));
}

#[test]
fn records_are_read_after_the_plan_and_before_it() {
    for text in [format!("{SMALL}{CARRIED}"), format!("{CARRIED}{SMALL}")] {
        let PlanFile { plan, carried, .. } = records::open(&text).unwrap();
        assert_eq!(plan, records::open(SMALL).unwrap().plan);
        let carried = carried.unwrap();
        let [Record::Observation(figure), Record::Status(status)] = carried.as_slice() else {
            unreachable!("{carried:?}");
        };
        assert_eq!(figure.value.to_string(), "21.50");
        assert_eq!(figure.source, "甲 \"一\"");
        assert_eq!(status.note.as_deref(), Some("说明"));
    }
}

#[test]
fn faults_of_the_records_are_named_with_those_of_the_plan_in_the_order_of_the_file() {
    let text = format!(
        "{SMALL}claims: 一句\nrecords:\n  - {{ target: resident-population, period: 2023, value: 二十, source: 甲 }}\n  - {{ target: life-expectanc, period: 2023, value: 81, source: 乙 }}\n  - {{ task: 2.2p1, status: 推进, date: 2023-06-30 }}\n"
    );
    let line = end();
    expect(
        &text,
        &[
            (line + 1, 9, "应为列表"),
            (line + 3, 57, "“二十”不是数"),
            (
                line + 4,
                5,
                "没有编号为“life-expectanc”的指标；是不是“life-expectancy”？",
            ),
            (line + 5, 28, "没有“推进”"),
        ],
    );
}

#[test]
fn a_fault_of_the_plan_is_not_told_again_by_the_records_about_it() {
    let text = format!("{SMALL}{CARRIED}").replace("kind: about", "kind: abuot");
    assert_eq!(problems(&text).len(), 1, "{:?}", problems(&text));
    let text = format!("{SMALL}{CARRIED}").replace("end: 2025 }", "end: 25 }");
    assert_eq!(problems(&text).len(), 1, "{:?}", problems(&text));
}

#[test]
fn records_are_a_list_and_each_slot_is_used_once() {
    let line = end();
    expect(
        &format!("{SMALL}records: 无\n"),
        &[(line + 1, 10, "监测记录（records）应为列表")],
    );
    let twice = "  - { target: resident-population, period: 2023, value: 22, source: 乙 }\n";
    expect(
        &format!("{SMALL}{CARRIED}{twice}"),
        &[(line + 4, 5, "的数据与第")],
    );
}

#[test]
fn a_later_version_is_refused_in_one_sentence() {
    assert_eq!(
        records::open(&format!("version: 2\n{SMALL}")).unwrap().plan,
        records::open(SMALL).unwrap().plan
    );
    expect(
        &format!("version: 3\nnew_things: []\n{SMALL}"),
        &[(
            1,
            10,
            "文件的格式版本是 3，本程序只认得到 2 为止的版本；用新版的 guihua 打开",
        )],
    );
    let first = format!("version: 1\nmeta: []\n{SMALL}");
    expect(
        &first,
        &[(
            1,
            10,
            "文件的格式版本是 1，本程序读版本 2；正文改写为 content 下的一列，见 docs/format.md",
        )],
    );
    for version in ["0", "一", "1.0", "[1]", "''"] {
        let text = format!("version: {version}\n{SMALL}");
        expect(&text, &[(1, 10, "格式版本（version）应为 2")]);
    }
}

#[test]
fn check_counts_the_records_and_names_their_faults() {
    let sound = run_with_input(&["check", "-"], format!("{SMALL}{CARRIED}").as_bytes());
    assert_eq!(sound.code, Some(0), "{}", sound.err);
    assert!(sound.out.contains("，记录 2 条）"), "{}", sound.out);
    let faulty = format!("{SMALL}{CARRIED}").replace("21.50", "多");
    let faulty = run_with_input(&["--plan", "-", "check"], faulty.as_bytes());
    assert_eq!(faulty.code, Some(1));
    assert!(
        faulty.out.contains(&format!("-:{}:", end() + 2)),
        "{}",
        faulty.out
    );
}

#[test]
fn carried_records_count_and_the_own_ones_supersede_them() {
    let folder = tempfile::tempdir().unwrap();
    let [plan, own] = ["plan.yaml", "own.yaml"].map(|name| folder.path().join(name));
    fs::write(&plan, format!("{SMALL}{CARRIED}")).unwrap();
    let [plan, own] = [&plan, &own].map(|path| path.to_str().unwrap());
    let list = ["records", "--plan", plan, "--records", own];
    let before = run(&list).out;
    assert!(
        before.contains("随附  常住人口  2023  21.50万人"),
        "{before}"
    );
    assert!(before.contains("共 2 条"), "{before}");

    let add = [
        "record",
        "observation",
        "常住人口",
        "21.8",
        "--period",
        "2023",
        "--source",
        "丙",
    ];
    let options = ["--plan", plan, "--records", own];
    let refused = run(&[&add[..], &options].concat());
    assert!(refused.err.contains("已有随附的"), "{}", refused.err);
    let added = run(&[&add[..], &options, &["--replace"]].concat());
    assert_eq!(added.code, Some(0), "{}", added.err);
    let after = run(&list).out;
    assert!(after.contains("自记  常住人口  2023  21.8万人"), "{after}");
    assert!(after.contains("共 2 条"), "{after}");
}

#[test]
fn the_same_record_in_both_places_counts_once() {
    let folder = tempfile::tempdir().unwrap();
    let [plan, own] = ["plan.yaml", "own.yaml"].map(|name| folder.path().join(name));
    fs::write(&plan, format!("{SMALL}{CARRIED}")).unwrap();
    fs::write(
        &own,
        CARRIED.replace("records:\n", "").replace("  - ", "- "),
    )
    .unwrap();
    let [plan, own] = [&plan, &own].map(|path| path.to_str().unwrap());
    let listed = run(&["records", "--plan", plan, "--records", own]);
    assert!(
        listed.out.contains("共 2 条"),
        "{}{}",
        listed.out,
        listed.err
    );
}

#[test]
fn a_file_that_carries_records_speaks_for_itself() {
    let plan = include_str!("../../plan.yaml");
    let shipped = |text: &str| {
        let file = records::open(text).unwrap();
        let dossier = Dossier::opened(file, embedded::shipped);
        dossier.book.shipped().to_vec()
    };
    assert_eq!(shipped(plan), embedded::observations());
    let none = format!("{plan}\nrecords: []\n");
    assert_eq!(shipped(&none), Vec::<Record>::new());
}
