//! Tables from spreadsheets: what their quotation marks and line breaks mean, what becomes of rows that are known, and what
//! is no table at all.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fmt::Write as _;
use std::fs;

use crate::support::desk::Desk;
use crate::support::{Run, run_with_input};
use guihua::embedded;
use guihua::records::table::formula;
use guihua::records::{self, Admission, Admitted, Book, Consent, Draft, Field, Table};
use jiff::civil::{Date, date};

const HEAD: &str = "指标,期次,数值,来源,说明";

#[track_caller]
fn refused(rows: &str, line: usize, why: &str) {
    let faults = Table::parse(format!("{HEAD}\n{rows}").as_bytes(), "表").unwrap_err();
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert_eq!(faults[0].line, line, "{faults:?}");
    assert!(faults[0].what.contains(why), "{faults:?}");
}

#[test]
fn a_quotation_mark_that_is_not_closed_is_named_where_it_opens() {
    refused(
        "常住人口,2021,120,\"2021年公报,\n常住人口,2022,121,乙,\n",
        2,
        "引号没有闭合",
    );
    refused(
        "常住人口,2021,120,甲,\n常住人口,2022,121,\"乙,\n常住人口,2023,121,\"丙\",\n",
        3,
        "引号到第 4 行才闭合",
    );
    refused("常住人口,2021,120,\"公报\"第3号,\n", 2, "引号之后还有文字");
    refused(
        "常住人口,2021,120,\"公报\" \"二\",\n",
        2,
        "引号之后还有文字",
    );
    refused("a,b,c,\"", 2, "引号没有闭合");
    refused(
        "常住人口,2021,120,甲,\n常住人口,2022,120,乙报\",\n",
        3,
        "引号的一半",
    );
}

#[test]
fn a_row_names_its_target_in_full() {
    let said = Desk::of(None).table("城镇化率,2021,95,甲,\n", &[]);
    let why = "第 2 行：“城镇化率”不是指标的全名；是不是“常住人口城镇化率”？";
    assert!(
        said.code == Some(2) && said.err.contains(why),
        "{}",
        said.err
    );
}

#[test]
fn closed_cells_keep_their_quotation_marks_and_lose_their_line_breaks() {
    for ending in ["\n", "\r\n", "\r"] {
        let rows = "常住人口,2021,120,\"甲\"\"乙\"\"\",\"两\n行\"\n\n,,,,\n常住人口,2022, \"1,200\" ,5\"管,\n";
        let rows = format!("{HEAD}\n{rows}").replace('\n', ending);
        let table = Table::parse(rows.as_bytes(), "表").unwrap();
        let lines: Vec<usize> = table.rows.iter().map(|row| row.line).collect();
        assert_eq!(lines, [2, 6], "{ending:?}");
        let [first, second] = [0, 1].map(|n| table.rows[n].draft.clone().unwrap());
        assert_eq!(first.get(Field::Source), Some("甲\"乙\""));
        assert_eq!(first.get(Field::Note), Some("两 行"));
        assert_eq!(second.get(Field::Value), Some("1,200"));
        assert_eq!(second.get(Field::Source), Some("5\"管"));
        assert_eq!(second.get(Field::Note), None);
    }
}

#[test]
fn what_is_no_table_is_named_in_one_line() {
    let text = "指标,期次,数值,来源\n常住人口,2024,120,甲\n";
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [&[0xff, 0xfe], utf16.as_slice()].concat();
    assert_eq!(Table::parse(&marked, "表").unwrap().rows.len(), 1);
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let zeros = [0; 4000];
    for (bytes, why) in [
        (utf16.as_slice(), "UTF-16"),
        (big.as_slice(), "UTF-16"),
        (b"PK\x03\x04\x14\x00".as_slice(), "Excel 工作簿"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1".as_slice(), "Excel 工作簿"),
        (zeros.as_slice(), "空字符"),
        (b"a,\0\xff\n".as_slice(), "既不是 UTF-8"),
        (b"\xff\xfe\0\0\x07\x63\0\0".as_slice(), "UTF-32"),
        (b"\x1b]0;X\x07,\x1b[2J\n".as_slice(), "不认得"),
    ] {
        let faults = Table::parse(bytes, "表").unwrap_err();
        assert_eq!(faults.len(), 1);
        let what = &faults[0].what;
        assert!(what.contains(why), "{what}");
        assert!(
            what.chars().count() < 200 && !what.contains(char::is_control),
            "{what:?}"
        );
    }
}

#[test]
fn a_zero_byte_is_told_on_its_line() {
    let table = "指标,期次\r\n甲,2023\r\n乙\0,2024\r\n";
    let faults = Table::parse(table.as_bytes(), "表").unwrap_err();
    assert_eq!(faults[0].line, 3);
}

impl Desk {
    fn table(&self, rows: &str, more: &[&str]) -> Run {
        let csv = self.path("统计.csv");
        fs::write(&csv, format!("{HEAD}\n{rows}")).unwrap();
        self.run(&[&["record", "--csv", csv.to_str().unwrap()], more].concat())
    }

    fn text(&self) -> String {
        fs::read_to_string(self.path("r.yaml")).unwrap_or_default()
    }
}

#[test]
fn a_table_that_grows_is_read_again_and_taken_back_as_a_whole() {
    let desk = Desk::of(None);
    let first = "户籍人口,2024,50,甲,\n户籍人口,2025,51,甲,\n";
    let said = desk.table(first, &[]);
    assert!(
        said.out
            .starts_with("已记 2 条：新 2、改 0；与已记的相同 0 条"),
        "{}{}",
        said.out,
        said.err
    );
    let one = desk.text();
    assert!(
        one.contains("# 以下 2 条由 统计.csv 一次记入，guihua record undo 一次撤回\n- {"),
        "{one}"
    );

    let grown = format!("{first}常住人口,2024,120,甲,\n");
    let said = desk.table(&grown, &[]);
    assert!(
        said.out
            .starts_with("已记 1 条：新 1、改 0；与已记的相同 2 条"),
        "{}",
        said.out
    );
    let two = desk.text();
    let corrected = grown.replace("51", "51.5");
    let said = desk.table(&corrected, &[]);
    assert!(
        said.err
            .contains("第 3 行：已有自记的户籍人口 2025年 51万人（甲）；如系更正，加 --replace"),
        "{}",
        said.err
    );
    assert_eq!(desk.text(), two);
    let said = desk.table(
        &format!("{corrected}常住人口,2025,121,甲,\n"),
        &["--replace"],
    );
    assert!(
        said.out
            .starts_with("已记 2 条：新 1、改 1；与已记的相同 2 条"),
        "{}",
        said.out
    );
    let three = desk.text();
    assert_eq!(
        desk.table(&corrected, &["--replace"]).out.find("已记 0 条"),
        Some(0)
    );
    assert_eq!(desk.text(), three);

    let undo = |words: &str| {
        let said = desk.run(&["record", "undo"]);
        assert!(said.out.contains(words), "{}{}", said.out, said.err);
    };
    undo("已撤回一次记入的 2 条（户籍人口 2025年 51.5万人 等）");
    assert!(desk.text().starts_with(&two));
    undo("已撤回常住人口 2024年 120万人");
    undo("已撤回一次记入的 2 条");
    assert_eq!(desk.run(&["record", "undo"]).code, Some(2));
    assert!(desk.run(&["records", "--own"]).out.starts_with("共 0 条"));
}

#[test]
fn records_that_a_person_wrote_after_a_table_are_taken_back_one_by_one() {
    let desk = Desk::of(None);
    desk.table("户籍人口,2024,50,甲,\n户籍人口,2025,51,甲,\n", &[]);
    let by_hand = "- { target: life-expectancy, period: 2024, value: 82, source: 乙 }\n";
    fs::write(desk.path("r.yaml"), desk.text() + by_hand).unwrap();
    let said = desk.run(&["record", "undo"]);
    assert!(
        said.out.contains("已撤回人均期望寿命 2024年 82岁"),
        "{}",
        said.out
    );
    let said = desk.run(&["record", "undo"]);
    assert!(said.out.contains("已撤回一次记入的 2 条"), "{}", said.out);
}

#[test]
fn a_table_comes_from_standard_input_too() {
    let desk = Desk::of(None);
    let own = desk.path("r.yaml");
    let arguments = ["record", "--csv", "-", "--records", own.to_str().unwrap()];
    let said = run_with_input(
        &arguments,
        format!("{HEAD}\n户籍人口,2024,50,甲,\n").as_bytes(),
    );
    assert!(
        said.out.starts_with("已记 1 条"),
        "{}{}",
        said.out,
        said.err
    );
}

#[test]
fn no_more_faults_are_listed_than_fit_a_screen() {
    let desk = Desk::of(None);
    let rows = "没有的指标,2024,50,甲,\n".repeat(500);
    let said = desk.table(&rows, &[]);
    assert_eq!(said.err.lines().count(), 22, "{}", said.err);
    assert!(
        said.err.contains("有 500 行不能记") && said.err.contains("还有 480 行"),
        "{}",
        said.err
    );
    let escaped = desk.table("常住人口,\u{1b}]0;X\u{7},120,甲,\u{1b}[2J\n", &[]);
    assert_eq!(escaped.code, Some(2));
    assert!(
        !escaped
            .err
            .lines()
            .any(|line| line.contains(char::is_control)),
        "{:?}",
        escaped.err
    );
}

/// A day of its own for each number, within the term.
fn day(n: i64) -> Date {
    date(2021, 1, 1)
        .checked_add(jiff::Span::new().days(n % 1800))
        .unwrap()
}

#[test]
fn twenty_thousand_rows_are_read_row_by_row() {
    let plan = embedded::plan();
    let measured = plan.targets.iter().filter(|target| {
        let draft = Draft::default()
            .with(Field::Target, &target.id)
            .with(Field::Period, "2024-06-30")
            .with(Field::Value, "1")
            .with(Field::Source, "甲");
        let outline = guihua::plan::Outline::of(&plan);
        records::read(&draft, &plan, &outline, date(2026, 6, 30)).is_ok()
    });
    let names: Vec<&str> = measured.map(|target| target.id.as_str()).take(12).collect();
    assert_eq!(names.len(), 12);
    let mut text = format!("{HEAD}\n");
    for n in 0..20_000 {
        let name = names[(n / 1800) as usize];
        writeln!(text, "{name},{},1,甲,", day(n)).unwrap();
    }
    let table = Table::parse(text.as_bytes(), "表").unwrap();
    assert_eq!(table.rows.len(), 20_000);
    let consent = Consent {
        doubtful: true,
        ..Consent::default()
    };
    let mut admission = Admission::new(&plan, &Book::default(), date(2026, 6, 30), consent);
    let new = table.rows.iter().filter(|row| {
        let admitted = admission.admit(row.draft.as_ref().unwrap());
        matches!(admitted, Ok(Admitted::New(_)))
    });
    assert_eq!(new.count(), 20_000);
}

#[test]
fn texts_like_formulas_are_guarded_for_a_spreadsheet_and_read_again_as_they_were() {
    for text in ["=1+1", "+1", "-5", "@甲", "＝甲", "－甲", "'=1", "''=1"] {
        let cell = formula::guarded(text);
        assert_eq!(cell, format!("'{text}"), "{text}");
        assert_eq!(formula::unguarded(&cell), text);
    }
    for text in ["甲=1", "'80年代", "《公报》", ""] {
        assert_eq!(formula::guarded(text), text);
        assert_eq!(formula::unguarded(text), text);
    }
    let desk = Desk::of(None);
    desk.table("户籍人口,2024,50,'=HYPERLINK(1),'-注\n", &[]);
    assert!(
        desk.text()
            .contains("source: \"=HYPERLINK(1)\", note: \"-注\""),
        "{}",
        desk.text()
    );
    let table = desk.run(&["export", "--format", "csv", "--only", "records", "--bom"]);
    assert!(table.out.contains("'=HYPERLINK(1),'-注"), "{}", table.out);
    let verbatim = desk.run(&["export", "--format", "csv", "--only", "records"]);
    assert!(
        verbatim.out.contains(",=HYPERLINK(1),-注"),
        "{}",
        verbatim.out
    );
    let report = desk.run(&[
        "report",
        "--format",
        "csv",
        "--bom",
        "--as-of",
        "2024-12-31",
    ]);
    assert!(report.out.contains(",'=HYPERLINK(1)"), "{}", report.out);
}

#[test]
fn a_table_of_nothing_but_faults_names_some_and_is_read_no_further() {
    let folder = tempfile::tempdir().unwrap();
    let records = folder.path().join("r.yaml");
    let table = format!("{HEAD}\n{}", "无此指标,2024,1,甲,\n".repeat(5000));
    let args = [
        "--records",
        records.to_str().unwrap(),
        "record",
        "--csv",
        "-",
    ];
    let run = run_with_input(&args, table.as_bytes());
    assert_eq!(run.code, Some(2), "{}", run.err);
    assert!(run.err.contains("至少有 1000 行不能记"), "{}", run.err);
    assert!(run.err.lines().count() <= 24, "{}", run.err);
    assert!(!records.exists());
}

#[test]
fn standard_input_is_read_up_to_the_limit_of_files() {
    let mut long = format!("{HEAD}\n").into_bytes();
    long.resize(5 * 1024 * 1024, b' ');
    let records = tempfile::tempdir().unwrap();
    let path = records.path().join("r.yaml");
    let path = path.to_str().unwrap();
    let run = run_with_input(&["record", "--from", "-", "--records", path], &long);
    assert_eq!(run.code, Some(2), "{}", run.out);
    assert!(
        run.err.contains("文件过大，最多 4194304 字节"),
        "{}",
        run.err
    );
}
