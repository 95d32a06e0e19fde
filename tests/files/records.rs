//! Files of records: what loads, what is refused, and that nothing written is ever lost.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking, and tells its parent by lines"
)]

use std::io::{self, BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::{env, fs, iter};

use guihua::embedded;
use guihua::plan::Plan;
use guihua::records::{
    self, Book, Ledger, Moment, Observation, Origin, Record, RecordError, Side, Store,
};

const KEPT: &str =
    "- { target: resident-population, period: 2022, value: 118.6, source: \"年报\" }\n";

fn load(text: &str) -> Result<Ledger, String> {
    records::load(text, &embedded::plan(), Side::Own).map_err(|problems| problems.to_string())
}

fn survey(text: &str) -> Ledger {
    records::survey(text, &embedded::plan(), Side::Own)
}

fn observation(plan: &Plan, n: u32) -> Record {
    // A day for each number, then the next target.
    let targets = [
        "resident-population",
        "registered-population",
        "life-expectancy",
    ];
    let date = jiff::civil::date(2021, 1, 1)
        .checked_add(jiff::Span::new().days(n % 1000))
        .unwrap();
    let target = plan.target(targets[(n / 1000) as usize]).unwrap();
    Record::Observation(Observation {
        target: target.id.clone(),
        area: None,
        period: Moment::Day(date),
        value: format!("{}.50", 100 + n).parse().unwrap(),
        unit: target.unit.clone(),
        benchmark: None,
        flag: records::Flag::Provisional,
        standing: Some(records::Standing::Official),
        source: format!("第{n}号报表：\"引号\"、'单引号'、# 井号、{{括号}}、\\反斜杠"),
        note: Some("冒号: 与 - 横线".to_owned()),
        recorded: "2026-01-02".parse().ok(),
        replaces: false,
    })
}

#[test]
fn the_shipped_file_reads_alike_from_yaml_and_from_the_binary() {
    let text = include_str!("../../observations.yaml");
    let ledger = records::load(text, &embedded::plan(), Side::Shipped).unwrap();
    assert_eq!(ledger.records(), embedded::observations());
}

#[test]
fn what_is_written_reads_back() {
    let plan = embedded::plan();
    for n in [0, 7, 1999, 2005] {
        let record = observation(&plan, n);
        let text = records::line(&record);
        assert_eq!(text.matches('\n').count(), 1, "one line: {text}");
        assert_eq!(load(&text).unwrap().records(), [record]);
    }
    let text = "- { task: \"3.1.2p1\", status: 推进中, date: 2023-06-30 }\n- { target: infant-care-system, status: 已完成, date: 2025-11-30, source: \"区卫健委\" }\n";
    let again: String = load(text)
        .unwrap()
        .records()
        .iter()
        .map(records::line)
        .collect();
    assert_eq!(again, text);
}

#[test]
fn empty_files_and_comments_hold_no_record() {
    for text in ["", "\n", "# 只有注释\n", "\u{feff}# 有 BOM\n"] {
        assert_eq!(load(text), Ok(Ledger::default()), "{text:?}");
    }
}

#[test]
fn every_fault_is_named_with_its_place() {
    let faults = [
        (
            "- { target: resident-populaton, period: 2022, value: 1, source: 甲 }",
            "1:3: 没有编号为“resident-populaton”的指标；是不是“resident-population”？",
        ),
        (
            "- { target: resident-population, period: 2019, value: 86.64, source: 甲 }",
            "1:3: 2019 年早于规划期（2021—2025）；基期值以规划所载为准：2020 年 119.5",
        ),
        (
            "- { target: resident-population, period: 2020, value: 119.5, source: 甲 }",
            "1:3: 2020 年早于规划期（2021—2025）；基期值以规划所载为准：2020 年 119.5",
        ),
        (
            "- { target: resident-population, period: 2052, value: 119.5, source: 甲 }",
            "1:3: 2052 年远在目标年份 2025 之后；请核对年份",
        ),
        (
            "- { target: resident-population, period: 2022, value: 1.2e2, source: 甲 }",
            "1:55: 数值（value）“1.2e2”不是数；只写数字和小数点，如 119.5；单位写在 unit",
        ),
        (
            "- { target: resident-population, period: 2022, value: 1000000000000000, source: 甲 }",
            "位数过多；整数最多15位，小数最多8位",
        ),
        (
            "- { target: resident-population, period: 2022, value: 1186200, unit: 人, source: 甲 }",
            "1:3: “常住人口”的单位是“万人”，不是“人”；换算成“万人”再记",
        ),
        (
            "- { target: resident-population, period: 2022, value: 118.6 }",
            "1:5: 监测记录缺少“source”；补上“source: …”",
        ),
        (
            "- { target: resident-population, period: 2022, value: 118.6, source: 甲, city: 3 }",
            "没有“city”这个键",
        ),
        (
            "- { target: professional-titles, period: 2022-06-30, value: 118, source: 甲 }",
            "逐年评判，期次应为年份",
        ),
        (
            "- { target: infant-care-system, period: 2022, value: 118, source: 甲 }",
            "是定性指标，不以数值评判",
        ),
        (
            "- { target: infant-care-system, status: 推进中, date: 2022-01-01 }",
            "缺少“source”",
        ),
        (
            "- { target: resident-population, status: 推进中, date: 2022-01-01, source: 甲 }",
            "以数值评判，不能只记进展",
        ),
        (
            "- { task: 3.1p9, status: 推进中, date: 2022-01-01 }",
            "规划里没有 3.1p9",
        ),
        (
            "- { task: 3.1.1p1, status: 做完了, date: 2022-01-01 }",
            "没有“做完了”",
        ),
        (
            "- { task: 3.1.1p1, status: 已完成, date: 2022-02-30 }",
            "“2022-02-30”不是日期",
        ),
    ];
    for (text, message) in faults {
        let problems = load(text).unwrap_err();
        assert!(problems.contains(message), "{text}\n{problems}");
    }
    let all: Vec<&str> = faults.iter().map(|(text, _)| *text).collect();
    let problems = load(&all.join("\n")).unwrap_err();
    assert!(
        problems.lines().count() >= faults.len(),
        "all at once:\n{problems}"
    );
}

#[test]
fn a_second_record_of_the_same_period_must_say_that_it_replaces_the_first() {
    let twice = format!("{KEPT}{}", KEPT.replace("118.6", "118.7"));
    assert!(
        load(&twice)
            .unwrap_err()
            .starts_with("2:3: “resident-population”2022 的数据与第 1 行重复")
    );
    let replaced = format!(
        "{KEPT}{}",
        KEPT.replace("118.6", "118.7")
            .replace(" }", ", replaces: true }")
    );
    let book = Book::of(embedded::observations(), load(&replaced).unwrap().records());
    let seen = book.observations("resident-population", jiff::civil::date(2022, 12, 31));
    assert_eq!(seen.len(), 1, "own over shipped, later over earlier");
    assert_eq!(seen[0].value.to_string(), "118.7");
    assert_eq!(
        book.held().last().map(|held| held.origin),
        Some(Origin::Own)
    );
}

#[test]
fn a_record_cut_at_any_byte_is_named_and_all_others_load() {
    let plan = embedded::plan();
    let last = records::line(&observation(&plan, 3));
    let folder = tempfile::tempdir().unwrap();
    for cut in 1..last.len() - 1 {
        let store = Store::at(folder.path().join(format!("{cut}.yaml")));
        let mut bytes = KEPT.as_bytes().to_vec();
        bytes.extend(&last.as_bytes()[..cut]);
        fs::write(store.path(), &bytes).unwrap();
        let ledger = survey(&store.read().unwrap());
        assert_eq!(ledger.entries.len(), 1, "cut after {cut} bytes");
        assert_eq!(ledger.faulty.len(), 1, "cut after {cut} bytes");
        assert_eq!(ledger.faulty[0].line, 2);
        // Life goes on: the next record begins on a line of its own, and the torn one stays where it is.
        append(&store, &records::line(&observation(&plan, 4)));
        let ledger = survey(&store.read().unwrap());
        assert_eq!(
            (ledger.entries.len(), ledger.faulty.len()),
            (2, 1),
            "cut after {cut} bytes"
        );
        assert!(fs::read(store.path()).unwrap().starts_with(&bytes));
    }
}

#[test]
fn what_a_person_wrote_stays_untouched() {
    let by_hand = "# 手写的注释\n- target: resident-population # 行尾注释\n  period: 2022\n  value: 118.62\n  source: >-\n    年报 2022,\n    page 1\n\n# 末尾的注释，没有换行";
    let folder = tempfile::tempdir().unwrap();
    let store = Store::at(folder.path().join("records.yaml"));
    fs::write(store.path(), by_hand).unwrap();
    append(&store, &records::line(&observation(&embedded::plan(), 4)));
    let text = store.read().unwrap();
    assert!(text.starts_with(by_hand));
    assert_eq!(load(&text).unwrap().entries.len(), 2);
}

fn append(store: &Store, line: &str) {
    loop {
        match store.edit(|bytes| Ok((records::inserted(bytes, None, line), ()))) {
            Err(RecordError::Busy(..)) => {}
            result => return result.unwrap(),
        }
    }
}

/// Not a test of its own: what the tests below run as a process.
#[test]
fn child_appends() {
    let Ok(path) = env::var("GUIHUA_TEST_APPEND_TO") else {
        return;
    };
    let number = |name| env::var(name).unwrap().parse::<u32>().unwrap();
    let plan = embedded::plan();
    let store = Store::at(path);
    for n in number("GUIHUA_TEST_FROM")..number("GUIHUA_TEST_TO") {
        append(&store, &records::line(&observation(&plan, n)));
        // The parent knows now that this record is safe.
        println!("appended {n}");
        io::stdout().flush().unwrap();
    }
}

fn appender(path: &Path, from: u32, to: u32) -> Child {
    let (_, module) = module_path!().split_once("::").unwrap();
    let name = format!("{module}::child_appends");
    Command::new(env::current_exe().unwrap())
        .args(["--exact", &name, "--nocapture"])
        .env("GUIHUA_TEST_APPEND_TO", path)
        .env("GUIHUA_TEST_FROM", from.to_string())
        .env("GUIHUA_TEST_TO", to.to_string())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

#[test]
fn a_thousand_appends_of_eight_programs_at_once_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new/folder/records.yaml");
    let children: Vec<Child> = (0..8)
        .map(|n| appender(&path, n * 125, (n + 1) * 125))
        .collect();
    for child in children {
        assert!(child.wait_with_output().unwrap().status.success());
    }
    let ledger = load(&Store::at(&path).read().unwrap()).unwrap();
    let plan = embedded::plan();
    let found = ledger.records();
    assert_eq!(found.len(), 1000);
    for n in 0..1000 {
        assert!(found.contains(&observation(&plan, n)), "record {n} is lost");
    }
}

#[test]
fn killing_a_program_while_it_appends_never_loses_an_earlier_record() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("records.yaml");
    let plan = embedded::plan();
    let mut safe: Vec<u32> = Vec::new();
    for round in 0..20_u32 {
        let mut child = appender(&path, round * 100, round * 100 + 100);
        let mut told = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut appended = || {
            told.by_ref()
                .map_while(Result::ok)
                .find_map(|line| line.split("appended ").nth(1)?.parse::<u32>().ok())
        };
        // Any moment will do: while it starts, and while it appends the next record.
        for _ in 0..round * 37 % 90 {
            safe.extend(appended());
        }
        child.kill().unwrap();
        safe.extend(iter::from_fn(appended));
        child.wait().unwrap();
        let found = load(&Store::at(&path).read().unwrap()).unwrap().records();
        for n in &safe {
            assert!(
                found.contains(&observation(&plan, *n)),
                "record {n} is lost in round {round}"
            );
        }
    }
    assert!(!safe.is_empty(), "some rounds got as far as appending");
}
