//! Recording, tables, reports: the program as it is run.

#![expect(clippy::unwrap_used, reason = "a test that fails should fail loudly")]

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use guihua::assessment::Assessment;
use guihua::dossier::Dossier;
use guihua::evaluation::Group;
use guihua::output::Bom;
use guihua::output::answers;
use guihua::output::report::block::Block;
use guihua::output::report::{self, Report, heads};
use guihua::plan::{Outline, Plan};
use guihua::records::{Admission, Admitted, Book, Consent, Record, RowFault, Table};
use guihua::{clock, embedded};

/// A folder for the records of one test, and the program run on them.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_guihua"))
            .env("LC_ALL", "zh_CN.UTF-8")
            .env("GUIHUA_CONFIG", "/dev/null")
            .args(arguments)
            .env("XDG_DATA_HOME", self.0.path())
            .output()
            .unwrap()
    }

    fn says(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success(), "{arguments:?}: {error}");
        String::from_utf8(output.stdout).unwrap()
    }

    fn refuses(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(!output.status.success(), "{arguments:?} went through");
        assert!(output.stdout.is_empty(), "{arguments:?}");
        String::from_utf8(output.stderr).unwrap()
    }

    fn records(&self) -> PathBuf {
        self.path("guihua/xiqing-population-2021-2025/records.yaml")
    }
}

#[test]
fn a_figure_goes_from_the_command_line_to_the_card_and_back() {
    let desk = Desk::new();
    let add = [
        "record",
        "observation",
        "常住人口",
        "134.2万人",
        "--period",
        "2025",
        "--source",
        "2025年统计公报",
    ];
    assert!(
        desk.says(&add)
            .starts_with("已记常住人口 2025年 134.2万人（")
    );
    let card = desk.says(&["target", "常住人口", "--as-of", "2026-01-01"]);
    assert!(
        card.contains("最新 134.2万人（2025年）") && card.contains("结论  达到"),
        "{card}"
    );
    let why = desk.says(&[
        "target",
        "resident-population",
        "--as-of",
        "2026-01-01",
        "--why",
    ]);
    for part in [
        "（134.2 − 119.5）÷（135 − 119.5）= 94.8%",
        "±1%",
        "净增15.5万人",
        "2025年统计公报",
    ] {
        assert!(why.contains(part), "{part} in {why}");
    }
    let kept = fs::read(desk.records()).unwrap();
    assert!(desk.says(&add).starts_with("与已记的相同，没有再记"));
    assert_eq!(fs::read(desk.records()).unwrap(), kept);
    assert!(
        desk.says(&["record", "undo"])
            .contains("已撤回常住人口 2025年 134.2万人")
    );
    let card = desk.says(&["target", "常住人口", "--as-of", "2026-01-01"]);
    assert!(card.contains("待终期数据"), "{card}");
    assert!(
        desk.refuses(&["record", "undo"])
            .contains("没有可撤回的记录")
    );
}

#[test]
fn what_is_wrong_is_said_and_nothing_is_written() {
    let desk = Desk::new();
    let observe = |target, value, period| {
        desk.refuses(&[
            "record",
            "observation",
            target,
            value,
            "--period",
            period,
            "--source",
            "甲",
        ])
    };
    for (message, words) in [
        (observe("常驻人口", "120", "2024"), "是不是“常住人口”？"),
        (observe("死亡率", "3", "2024"), "不止一个指标"),
        (
            observe("常住人口", "1201000人", "2024"),
            "单位是“万人”，不是“人”",
        ),
        (
            observe("常住人口", "1,201", "2024"),
            "“常住人口”1201万人与已知的",
        ),
        (observe("常住人口", "1,20", "2024"), "逗号不是千分位"),
        (
            observe("常住人口", "120", "2019"),
            "早于规划期（2021—2025）",
        ),
        (observe("常住人口", "120", "去年"), "“去年”不是日期"),
        (observe("常住人口", "120", "2023"), "已有随附的"),
        (observe("婴幼儿照护服务体系", "1", "2024"), "定性指标"),
        (
            desk.refuses(&["record", "status", "3.1.2", "推进中"]),
            "不是任务",
        ),
        (
            desk.refuses(&["record", "status", "3.1.2p1", "快好了"]),
            "可用：未启动",
        ),
        (
            desk.refuses(&["record", "status", "婴幼儿照护服务体系", "推进中"]),
            "须用 --source 写明来源",
        ),
    ] {
        assert!(message.contains(words), "{words} in {message}");
    }
    assert!(!desk.records().exists());
}

#[test]
fn the_records_of_another_file_are_used_where_asked_for() {
    let desk = Desk::new();
    let path = desk.path("elsewhere.yaml");
    let file = path.to_str().unwrap();
    desk.says(&[
        "--records",
        file,
        "record",
        "status",
        "3.1.2p1",
        "推进中",
        "--date",
        "2024-05-01",
        "--note",
        "已签约",
    ]);
    assert!(
        desk.says(&["records", "--own", "--records", file])
            .contains("3.1.2p1 加快集聚高端人才和紧缺人才  2024-05-01  推进中")
    );
    assert!(desk.says(&["records", "--own"]).starts_with("共 0 条"));
}

#[test]
fn a_torn_record_is_told_and_stops_nothing() {
    let desk = Desk::new();
    let path = desk.path("torn.yaml");
    fs::write(
        &path,
        "- { target: resident-population, period: 2024, value: 12",
    )
    .unwrap();
    let output = desk.run(&["targets", "--records", path.to_str().unwrap()]);
    assert!(output.status.success());
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains("torn.yaml:1:1: 这条记录没有写完"), "{error}");
}

/// A table read on a day after the term, with nothing known before.
fn table(bytes: &[u8], plan: &Plan) -> Result<Vec<Record>, Vec<RowFault>> {
    let today = jiff::civil::date(2026, 6, 30);
    let table = Table::parse(bytes, "表")?;
    let mut admission = Admission::new(plan, &Book::default(), today, Consent::default());
    let row = |row: &guihua::records::Row| {
        let what = |what: String| {
            let line = row.line;
            vec![RowFault::of_line(line, what)]
        };
        let draft = row.draft.clone().map_err(what)?;
        match admission.admit(&draft).map_err(|it| what(it.to_string()))? {
            Admitted::New(record) => Ok(record),
            other => unreachable!("{other:?}"),
        }
    };
    table.rows.iter().map(row).collect()
}

const TABLE: &str = "\
指标,年份,数值,单位,全市,来源,说明
常住人口,2024,120.5,万人,,2024年统计公报,\"含逗号，和\"\"引号\"\"\"
婴儿死亡率,2024年,1.9,‰,2.1,区卫健委,
,,,,,,
";

#[test]
fn a_table_reads_alike_in_every_encoding_a_spreadsheet_writes() {
    let plan = embedded::plan();
    let expected = table(TABLE.as_bytes(), &plan).unwrap();
    assert_eq!(expected.len(), 2);
    let (gbk, _, lossy) = encoding_rs::GBK.encode(TABLE);
    assert!(!lossy);
    let utf16: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(TABLE.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let with_bom = format!("\u{feff}{TABLE}");
    let crlf = TABLE.replace('\n', "\r\n");
    for bytes in [
        gbk.as_ref(),
        with_bom.as_bytes(),
        crlf.as_bytes(),
        utf16.as_slice(),
    ] {
        assert_eq!(table(bytes, &plan).unwrap(), expected);
    }
}

#[test]
fn a_table_is_recorded_whole_or_not_at_all() {
    let desk = Desk::new();
    let (good, bad) = (desk.path("good.csv"), desk.path("bad.csv"));
    let rows = "常驻人口,2024,1,,,甲,\n常住人口,2019,1,,,甲,\n常住人口,2025,一百二,,,甲,\n常住人口,2025,121,,,,\n户籍人口,2024,50,万人,,甲,\n户籍人口,2024,50,万人,,甲,\n户籍人口,2025\n";
    fs::write(&bad, format!("{}{rows}", TABLE.replace(",,,,,,\n", ""))).unwrap();
    let message = desk.refuses(&["record", "--csv", bad.to_str().unwrap()]);
    for words in [
        "有 6 行不能记，一行也没有记",
        "第 4 行：没有“常驻人口”",
        "第 5 行：2019 年早于规划期",
        "第 6 行：“一百二”不是数",
        "第 7 行：缺少“来源”",
        "第 9 行：户籍人口 2024年 50万人在本表里重复",
        "第 10 行：有 2 格，表头有 7 格",
    ] {
        assert!(message.contains(words), "{words} in {message}");
    }
    assert!(!desk.records().exists());
    fs::write(&good, TABLE).unwrap();
    assert!(
        desk.says(&["record", "--csv", good.to_str().unwrap()])
            .starts_with("已记 2 条")
    );
    let before = fs::read(desk.records()).unwrap();
    for more in [&[][..], &["--replace"]] {
        let again = [&["record", "--csv", good.to_str().unwrap()], more].concat();
        assert!(desk.says(&again).contains("与已记的相同 2 条"));
        assert_eq!(fs::read(desk.records()).unwrap(), before);
    }
    let card = desk.says(&["target", "婴儿死亡率", "--as-of", "2024-12-31"]);
    assert!(card.contains("期内优于对照"), "{card}");
}

#[test]
fn unknown_heads_and_strange_bytes_are_named() {
    let plan = embedded::plan();
    let fault = |bytes: &[u8]| table(bytes, &plan).unwrap_err()[0].to_string();
    assert!(fault("指标,年份,多少\n".as_bytes()).contains("不认得“多少”"));
    assert!(fault(b"\x80\xff\xff\x00").contains("既不是 UTF-8 也不是 GBK"));
}

fn report(as_of: &str) -> Report {
    let plan = embedded::plan();
    let (dossier, assessment) = assessed(&plan, &book(&plan), as_of);
    Report::of(&dossier, &assessment)
}

/// A plan with records, and what they come to on a day.
fn assessed(plan: &Plan, book: &Book, as_of: &str) -> (Dossier, Assessment) {
    let dossier = Dossier::of(plan.clone(), book.clone());
    let assessment = Assessment::of(&dossier, as_of.parse().unwrap());
    (dossier, assessment)
}

fn book(plan: &Plan) -> Book {
    let own = "- { target: life-expectancy, period: 2025, value: 82.58, source: \"甲 <乙> & | 丙_丁_ *戊*\" }\n- { target: surveyed-unemployment-rate, period: 2022, value: 6.4, source: 己, note: \"a,b\\\"c\" }\n- { task: \"3.1.2p1\", status: 已完成, date: 2024-05-01, source: 庚 }\n";
    let own = guihua::records::load(own, plan, guihua::records::Side::Own)
        .unwrap()
        .records();
    Book::of(embedded::observations(), own)
}

/// The table rows of each format, read back by rough means of its own.
fn rows_of(report: &Report) -> Vec<Vec<String>> {
    let rows = report.domains.iter().flat_map(|section| &section.rows);
    rows.map(|row| row.cells().map(str::to_owned).to_vec())
        .collect()
}

/// The rows that have data.
fn shown(report: &Report) -> Vec<Vec<String>> {
    let rows = report.domains.iter().flat_map(|section| &section.rows);
    let shown = rows.filter(|row| row.group != Group::NoData);
    shown
        .map(|row| row.cells().map(str::to_owned).to_vec())
        .collect()
}

#[test]
fn all_formats_say_the_same() {
    let report = report("2026-01-01");
    let expected = rows_of(&report);
    assert_eq!(expected.len(), embedded::plan().targets.len());

    let bytes = report::csv(&report, Bom::With).unwrap();
    assert!(bytes.starts_with(b"\xef\xbb\xbf"));
    let mut reader = csv::Reader::from_reader(&bytes[3..]);
    assert_eq!(
        reader
            .headers()
            .unwrap()
            .iter()
            .skip(3)
            .take(8)
            .collect::<Vec<_>>(),
        heads()
    );
    let csv: Vec<Vec<String>> = reader
        .records()
        .map(|row| {
            let row = row.unwrap();
            row.iter().skip(3).take(8).map(str::to_owned).collect()
        })
        .collect();
    assert_eq!(csv, expected);

    let plan = embedded::plan();
    let book = book(&plan);
    let (dossier, assessment) = assessed(&plan, &book, "2026-01-01");
    let answer = answers::Report::of(&dossier, &assessment, &report);
    let json = serde_json::to_value(answer).unwrap();
    assert_eq!(json["as_of"], "2026-01-01");
    let keys = [
        "baseline", "goal", "latest", "progress", "status", "source", "remark",
    ];
    let sections = json["sections"].as_array().unwrap().iter();
    let json: Vec<Vec<String>> = sections
        .flat_map(|section| section["targets"].as_array().unwrap())
        .map(|row| {
            let cells = keys.map(|key| row["cells"][key].as_str().unwrap_or("—"));
            let name = row["name"].as_str().unwrap();
            let cells = std::iter::once(name).chain(cells);
            cells.map(str::to_owned).collect()
        })
        .collect();
    assert_eq!(json, expected);

    // What has no data stands in the annex of what is read, and in the tables for programs among all others.
    let expected: Vec<Vec<String>> = shown(&report);
    assert!(!expected.is_empty());
    let markdown = report::markdown(&report);
    let markdown: Vec<Vec<String>> = markdown
        .lines()
        .filter_map(|line| cells(line, " | ", |cell| cell.replace('\\', "")))
        .filter(|row| row.len() == 8 && row[0] != heads()[0] && row[0] != "---")
        .collect();
    assert_eq!(markdown, expected);

    let html = report::html(&report);
    let unescaped = |cell: &str| {
        cell.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&amp;", "&")
    };
    let html: Vec<Vec<String>> = html
        .lines()
        .filter_map(|line| line.strip_prefix("<tr>")?.strip_suffix("</td></tr>"))
        .map(|row| row.split("</td>").map(without_tags))
        .map(|cells| cells.map(|cell| unescaped(&cell)).collect())
        .filter(|row: &Vec<String>| row.len() == 8)
        .collect();
    assert_eq!(html, expected);
}

fn without_tags(cell: &str) -> String {
    let mut parts = cell.split('<');
    let before = parts.next().unwrap_or_default();
    let after = parts.filter_map(|part| Some(part.split_once('>')?.1));
    [before].into_iter().chain(after).collect()
}

fn cells(line: &str, between: &str, plain: impl Fn(&str) -> String) -> Option<Vec<String>> {
    let row = line.strip_prefix("| ")?.strip_suffix(" |")?;
    // An escaped bar is a part of its cell.
    let row = row.replace("\\|", "\u{1}");
    Some(
        row.split(between)
            .map(|cell| plain(&cell.replace('\u{1}', "|")))
            .collect(),
    )
}

/// The parts of a Word document that are text, one behind the other: not the workbooks of its charts.
fn parts(bytes: &[u8]) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    for n in 0..zip.len() {
        let mut part = zip.by_index(n).unwrap();
        if part.name().rsplit('.').next() != Some("xlsx") {
            part.read_to_string(&mut text).unwrap();
        }
    }
    text
}

fn is_chart(block: &Block<'_>) -> bool {
    matches!(block, Block::Chart(_))
}

#[test]
fn the_word_document_holds_every_text_of_the_report() {
    let report = report("2026-01-01");
    let bytes = report::docx(&report).unwrap();
    let text = parts(&bytes);
    let escaped = |text: &str| quick_xml::escape::escape(text).into_owned();
    let names = rows_of(&report).into_iter().map(|row| row[0].clone());
    for cell in shown(&report).concat().into_iter().chain(names) {
        assert!(text.contains(&escaped(&cell)), "{cell}");
    }
    for part in report
        .summary
        .iter()
        .chain([&report.title, &report.plan, &report.method])
    {
        assert!(text.contains(&escaped(part)), "{part}");
    }
    let tables = text.matches("<w:tbl>").count();
    let is_table = |block: &&Block<'_>| matches!(block, Block::Table(_));
    let headed = text.matches("<w:tblHeader/>").count();
    assert_eq!(headed, report.body().iter().filter(is_table).count());
    // The other tables have charts that follow one another, in pairs.
    let body = report.body();
    let runs = body.chunk_by(|one, other| is_chart(one) == is_chart(other));
    let runs = runs.filter(|run| run.first().is_some_and(is_chart));
    assert_eq!(tables - headed, runs.count());
    assert!(text.contains("w:eastAsia=\"zh-CN\""));
}

#[test]
fn a_report_always_prints_its_day_and_refers_to_nothing_outside() {
    for (as_of, day) in [
        ("2020-12-31", "2020年12月31日"),
        ("2023-12-31", "2023年12月31日"),
        ("2026-01-01", "2026年1月1日"),
    ] {
        let report = report(as_of);
        let html = report::html(&report);
        for text in [report::markdown(&report), html.clone()] {
            assert!(text.contains(&format!("评估日：{day}")));
            assert!(text.contains(&format!("（截至{day}）")));
            assert!(text.contains("评估方法："));
        }
        for outside in ["src=", "href=", "url(", "@import", "http:", "https:"] {
            assert!(!html.contains(outside), "{outside}");
        }
    }
    let early = report("2020-12-31");
    assert!(early.summary[1].starts_with("规划目标：0项有观测／共43项"));
    let late = report("2026-01-01");
    assert!(
        late.summary[1].starts_with(
            "规划目标：4项有观测／共43项；其中已实现1项、进展正常0项、进展滞后0项、未达到1项、待评判2项"
        ),
        "{}",
        late.summary[1]
    );
    assert!(
        late.missing
            .iter()
            .any(|it| it.target == "常住人口" && it.what == "2025年的终期数据")
    );
}

#[test]
fn the_report_is_written_to_a_file_in_every_format() {
    let desk = Desk::new();
    for format in ["md", "html", "csv", "json", "docx"] {
        let path = desk.path(&format!("report.{format}"));
        let said = desk.says(&[
            "report",
            "--as-of",
            "2023-12-31",
            "--format",
            format,
            "--output",
            path.to_str().unwrap(),
        ]);
        assert!(said.contains("截至2023-12-31"));
        assert!(fs::metadata(&path).unwrap().len() > 5000);
        if format != "docx" {
            let printed = desk.says(&["report", "--as-of", "2023", "--format", format]);
            assert_eq!(printed, fs::read_to_string(&path).unwrap());
        }
    }
    let nowhere = Path::new("/nonexistent/report.md");
    assert!(
        desk.refuses(&["report", "-o", nowhere.to_str().unwrap()])
            .contains("写不了")
    );
}

#[test]
fn the_plans_own_figures_hold_and_a_wrong_one_is_found() {
    let desk = Desk::new();
    let said = desk.says(&["check", "--figures"]);
    assert!(
        said.contains("共 18 条数值关系，相符 18 条，不符 0 条"),
        "{said}"
    );
    assert!(said.contains("登记失业率与调查失业率口径不同"));
    let wrong = include_str!("../../plan.yaml")
        .replace("增长9.6%", "增长9.7%")
        .replace("states: 9.6,", "states: 9.7,");
    let path = desk.path("wrong.yaml");
    fs::write(&path, wrong).unwrap();
    let output = desk.run(&["check", "--figures", path.to_str().unwrap()]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(!output.status.success());
    assert!(
        said.contains("不符  9.7%：（119.5 − 109）÷ 109 = 9.633%"),
        "{said}"
    );
    assert!(said.contains("相符 17 条，不符 1 条"));
}

#[test]
fn links_and_gaps_between_targets_and_tasks_are_shown() {
    let said = Desk::new().says(&["coverage"]);
    for words in [
        "医养结合服务覆盖率（3.5.2p2）\n  ← 3.5.2p2s7 到2025年医养结合服务覆盖率达到100%（原文）",
        "（编者判断）",
        "没有任务对应的指标（4 项／共 94 项）",
        "没有指标衡量的任务（4 项／共 41 项）",
    ] {
        assert!(said.contains(words), "{words} in {said}");
    }
}

/// Records an observation of a target; the period stands last.
fn observe<'a>(target: &'a str, value: &'a str, period: &'a str) -> Vec<&'a str> {
    let source = ["--source", "甲", "--period", period];
    ["record", "observation", target, value]
        .into_iter()
        .chain(source)
        .collect()
}

#[test]
fn what_is_recorded_already_is_not_recorded_again_nor_asked_about() {
    let desk = Desk::new();
    let table = desk.path("t.csv");
    fs::write(&table, "指标,期次,数值,来源\n常住人口,2024,1200,甲\n").unwrap();
    let table = ["record", "--from", table.to_str().unwrap()];
    let strange = observe("常住人口", "1200", "2024");
    let status = [
        "record",
        "status",
        "3.1.2p1",
        "推进中",
        "--date",
        "2024-05-01",
    ];
    let issue = ["record", "issue", "进展不一", "--as-of", "2024-12-31"];
    desk.refuses(&strange);
    desk.says(&[&strange[..], &["--force"]].concat());
    desk.says(&status);
    desk.says(&issue);
    let kept = fs::read(desk.records()).unwrap();
    for again in [&strange[..], &status, &issue, &table] {
        let said = desk.says(again);
        assert!(said.contains("与已记的相同"), "{again:?}: {said}");
        assert_eq!(fs::read(desk.records()).unwrap(), kept, "{again:?}");
    }
    // What differs in one word is another one.
    let other = observe("常住人口", "1200", "2024").join(" ") + "，乙";
    let other: Vec<&str> = other.split(' ').collect();
    assert!(
        !desk
            .refuses(&[&other[..], &["--force"]].concat())
            .is_empty()
    );
}

#[test]
fn a_list_of_records_says_what_it_leaves_out() {
    let desk = Desk::new();
    desk.says(&observe("常住人口", "120", "2024"));
    desk.says(&[&observe("常住人口", "121", "2024")[..], &["--replace"]].concat());
    desk.says(&[&observe("常住人口", "119", "2023")[..], &["--replace"]].concat());
    let text = fs::read_to_string(desk.records()).unwrap() + "- { target: x\n";
    fs::write(desk.records(), text).unwrap();
    let left_out = |own: &[&str]| {
        let said = desk.says(&[&["records"], own].concat());
        let lines: Vec<&str> = said.lines().filter(|it| it.starts_with("另有")).collect();
        lines.join("\n")
    };
    let unread = "另有 1 处问题，所在的记录没有读入，没有列出";
    let replaced = |n: u8| format!("另有 {n} 条已由后来的更正取代，没有列出\n{unread}");
    assert_eq!(left_out(&[]), replaced(2));
    assert_eq!(left_out(&["--own"]), replaced(1));
    let answer = desk.says(&["records", "--own", "--json"]);
    let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
    assert_eq!(answer["replaced"], 1);
    let last = fs::read_to_string(desk.records()).unwrap().lines().count();
    assert_eq!(answer["unread"][0]["line"], last);
    assert_eq!(answer["records"].as_array().map(Vec::len), Some(2));
}

#[test]
fn figures_of_one_target_have_one_unit() {
    let desk = Desk::new();
    desk.says(&observe("婴儿死亡率", "2.16‰", "2024"));
    let message = desk.refuses(&observe("婴儿死亡率", "0.216%", "2025"));
    assert!(
        message.contains("“婴儿死亡率”已记2024年的数据单位是“‰”，这条是“%”"),
        "{message}"
    );
    let message = desk.refuses(&observe("婴儿死亡率", "2.1", "2025"));
    assert!(message.contains("这条是无单位"), "{message}");
    let message = desk.refuses(&observe("居民人均可支配收入", "45000元", "2024"));
    assert!(
        message.contains("记的是增速，单位是“%”，不是“元”"),
        "{message}"
    );
    let card = desk.says(&["target", "婴儿死亡率", "--as-of", "2024-12-31"]);
    assert!(card.contains("最新 2.16‰（2024年）"), "{card}");
    desk.says(&observe("居民人均可支配收入", "5.2%", "2024"));
    let card = desk.says(&["target", "居民人均可支配收入", "--as-of", "2024-12-31"]);
    assert!(card.contains("最新 5.2%（2024年）"), "{card}");
}

#[test]
fn what_cannot_be_is_refused_and_what_is_strange_is_asked_about() {
    let desk = Desk::new();
    let next = (clock::today().year() + 1).to_string();
    for (target, value, period, words) in [
        (
            "常住人口",
            "-120",
            "2024",
            "“常住人口”不会是负数（−120万人）",
        ),
        (
            "婴儿死亡率",
            "-2.1",
            "2024",
            "“婴儿死亡率”不会是负数（−2.1）",
        ),
        (
            "65岁以上老年人健康管理率",
            "130",
            "2024",
            "是占比，不会超过全部（130%）",
        ),
        (
            "评定专业技术职称",
            "1200.5",
            "2024",
            "以“人”计，不会有小数（1200.5人）",
        ),
        ("常住人口", "120", next.as_str(), "年还没有过完（今天是"),
        (
            "常住人口",
            "12000",
            "2024",
            "与已知的119.5—135万人相差悬殊；请核对数值和单位，确认无误加 --force",
        ),
        ("65岁以上老年人健康管理率", "0.93", "2024", "相差悬殊"),
        ("居民人均可支配收入", "45000", "2024", "相差悬殊"),
    ] {
        let message = desk.refuses(&observe(target, value, period));
        assert!(message.contains(words), "{words} in {message}");
    }
    assert!(!desk.records().exists());
    let mut forced = observe("常住人口", "12000", "2024");
    forced.push("--force");
    desk.says(&forced);
    for (target, value) in [
        ("学前教育三年毛入园率", "101"),
        ("65岁以上老年人健康管理率", "100"),
        ("居民人均可支配收入", "-1.5"),
        ("城镇调查失业率", "5.1"),
        ("孕产妇死亡率", "0/10万"),
    ] {
        desk.says(&observe(target, value, "2024"));
    }
}

#[test]
fn what_is_typed_is_read_as_it_is_meant() {
    let desk = Desk::new();
    let said = desk.says(&observe("常住人口", "１２０．１万人", "２０２４年"));
    assert!(
        said.starts_with("已记常住人口 2024年 120.1万人（"),
        "{said}"
    );
    let mut flagged = observe("户籍人口", "50", "2024年末");
    flagged.extend(["--flag", "初步数", "--standing", "官方公布"]);
    desk.says(&flagged);
    let listed = desk.says(&["records", "--own"]);
    assert!(
        listed.contains("户籍人口  2024  50万人  甲  官方公布 初步数"),
        "{listed}"
    );
}

#[test]
fn a_status_after_the_goals_year_needs_its_day() {
    let desk = Desk::new();
    let mut add = vec![
        "record",
        "status",
        "婴幼儿照护服务体系",
        "已完成",
        "--source",
        "乙",
    ];
    let message = desk.refuses(&add);
    assert!(
        message.contains("“婴幼儿照护服务体系”的目标年份2025年已过，须用 --date 写明"),
        "{message}"
    );
    add.extend(["--date", "2025/11/30"]);
    let said = desk.says(&add);
    assert!(
        said.starts_with("已记婴幼儿照护服务体系 2025-11-30 已完成"),
        "{said}"
    );
    let card = desk.says(&["target", "婴幼儿照护服务体系", "--as-of", "2026-01-01"]);
    assert!(card.contains("结论  达到"), "{card}");
    let late = [
        "record",
        "status",
        "特色小城镇建设",
        "已完成",
        "--source",
        "乙",
        "--date",
        "2026-03-01",
    ];
    desk.says(&late);
    let card = desk.says(&["target", "特色小城镇建设", "--as-of", "2026-06-30"]);
    assert!(
        card.contains("结论  逾期达到") && card.contains("2026-03-01已完成，晚于目标年份2025年"),
        "{card}"
    );
}

#[test]
fn a_spreadsheets_ways_of_writing_are_read() {
    let plan = embedded::plan();
    let rows = "指标,期次,数值,来源,标记,说明\n\
        常住人口,2025/12/1,131万人,甲,初步,\n\
        常住人口,2024-6-1,130,甲,初步数,\n\
        常住人口,2024/12/31,130.5,甲,,\"两\n行\"\n\
        户籍人口,2025.0,５０．１,甲,,\n\
        评定专业技术职称,2024,\"1,234\",甲,,\n";
    let records = table(rows.as_bytes(), &plan).unwrap();
    let told: Vec<String> = records
        .iter()
        .map(|it| guihua::records::describe(it, &plan, &Outline::of(&plan)))
        .collect();
    assert_eq!(
        told,
        [
            "常住人口 2025-12-01 131万人",
            "常住人口 2024-06-01 130万人",
            "常住人口 2024-12-31 130.5万人",
            "户籍人口 2025年 50.1万人",
            "评定专业技术职称 2024年 1234人",
        ]
    );
    let Record::Observation(third) = &records[2] else {
        unreachable!()
    };
    assert_eq!(third.note.as_deref(), Some("两 行"));
    let fault = table(
        "指标,年份,数值,来源\n常住人口,2024,\"1,23\",甲\n".as_bytes(),
        &plan,
    );
    assert!(fault.unwrap_err()[0].what.contains("逗号不是千分位"));
}

#[test]
fn every_row_that_is_known_or_unfit_is_named() {
    let desk = Desk::new();
    let path = desk.path("table.csv");
    let rows = "常住人口,2024,120.5,甲\n户籍人口,2024,50,甲\n";
    fs::write(&path, format!("指标,年份,数值,来源\n{rows}")).unwrap();
    let file = path.to_str().unwrap();
    desk.says(&["record", "--csv", file]);
    let more = "常住人口,2025,-3,甲\n户籍人口,2025,5000,甲\n";
    let rows = rows.replace(",甲", ",乙");
    fs::write(&path, format!("指标,年份,数值,来源\n{rows}{more}")).unwrap();
    let message = desk.refuses(&["record", "--csv", file]);
    for words in [
        "有 4 行不能记，一行也没有记",
        "第 2 行：已有自记的常住人口 2024年 120.5万人（甲）；如系更正，加 --replace",
        "第 3 行：已有自记的户籍人口 2024年 50万人（甲）",
        "第 4 行：“常住人口”不会是负数",
        "第 5 行：“户籍人口”5000万人与已知的46.59—52.6万人相差悬殊",
    ] {
        assert!(message.contains(words), "{words} in {message}");
    }
}

#[test]
fn a_wrong_line_is_told_everywhere_and_locks_nothing_out() {
    let desk = Desk::new();
    let path = desk.path("slip.yaml");
    let lines = "- { target: resident-populaton, period: 2025, value: 134, source: 甲 }\n- { target: registered-population, period: 2025, value: 52.3, source: 甲 }\n";
    fs::write(&path, lines).unwrap();
    let file = path.to_str().unwrap();
    let output = desk.run(&["report", "--as-of", "2026-01-01", "--records", file]);
    assert!(output.status.success());
    let (said, warned) = (
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    );
    let line = "没有编号为“resident-populaton”的指标";
    assert!(
        warned.contains(&format!("slip.yaml:1:3: {line}")),
        "{warned}"
    );
    assert!(
        said.contains(&format!(
            "注意：有1条自记的记录未能读入，没有计入（第1行：{line}）"
        )),
        "{said}"
    );
    assert!(
        said.contains("52.3万人（2025年）"),
        "the other record counts"
    );
    let add = [
        "--records",
        file,
        "record",
        "observation",
        "常住人口",
        "134",
        "--period",
        "2025",
        "--source",
        "甲",
    ];
    assert!(desk.says(&add).starts_with("已记常住人口 2025年 134万人"));
    let written = fs::read_to_string(&path).unwrap();
    assert!(written.starts_with(lines), "the slip stays what it is");
    desk.says(&["--records", file, "record", "undo"]);
    let undone = fs::read_to_string(&path).unwrap();
    assert!(undone.starts_with(&format!("{lines}# - {{")), "{undone}");
}

#[test]
fn the_report_lists_safeguards_and_asks_for_what_is_due_only() {
    let plan = embedded::plan();
    let own = "- { task: \"4.1\", status: 推进中, date: 2023-03-01, source: 甲 }\n";
    let own = guihua::records::load(own, &plan, guihua::records::Side::Own).unwrap();
    let book = Book::of(embedded::observations(), own.records());
    let of = |as_of: &str| {
        let (dossier, assessment) = assessed(&plan, &book, as_of);
        Report::of(&dossier, &assessment)
    };
    let report = of("2023-12-31");
    let safeguards = report
        .tasks
        .iter()
        .find(|it| it.stage == "保障措施")
        .unwrap();
    assert!(
        safeguards.tasks[0]
            .text
            .ends_with("：推进中（2023年3月1日，甲）"),
        "{safeguards:?}"
    );
    assert!(
        safeguards.tasks[1].text.ends_with("：无记录"),
        "{safeguards:?}"
    );
    assert!(
        report
            .summary
            .iter()
            .any(|it| it.starts_with("保障措施：1项有进展记录／共"))
    );
    let asked = |report: &Report, name: &str| {
        let found = report.missing.iter().find(|it| it.target == name);
        found.map(|it| it.what.clone())
    };
    for (name, what) in [
        ("常住人口", None),
        ("城镇调查失业率", Some("2021—2023年的数据（须逐年齐全）")),
        ("人均期望寿命", Some("2023年的数据（判断进度）")),
        ("就业规模", Some("2020年的基期值；2023年的数据（判断进度）")),
        (
            "居民人均可支配收入",
            Some("2021—2023年的数据及同年的经济增长数值（须逐年齐全）"),
        ),
    ] {
        assert_eq!(asked(&report, name).as_deref(), what, "{name}");
    }
    assert!(report.needed.contains("一般指标只看目标年年末的值"));
    assert_eq!(
        asked(&of("2026-01-01"), "人均期望寿命").as_deref(),
        Some("2025年的终期数据")
    );
}

#[test]
fn the_report_shows_the_progress_of_single_measures() {
    let plan = embedded::plan();
    let own = "- { task: \"3.2.2p1s2\", status: 已完成, date: 2023-05-01, source: 丙 }\n";
    let own = guihua::records::load(own, &plan, guihua::records::Side::Own).unwrap();
    let book = Book::of(Vec::new(), own.records());
    let (dossier, assessment) = assessed(&plan, &book, "2023-12-31");
    let measure = "3.2.2p1s2".parse().unwrap();
    let words = dossier.outline.words(measure).unwrap();
    let told = format!("{words}：已完成（2023年5月1日，丙）");
    let report = Report::of(&dossier, &assessment);
    let tasks = report.tasks.iter().flat_map(|stage| &stage.tasks);
    let found: Vec<_> = tasks.filter(|task| !task.under.is_empty()).collect();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].under.join("\n"), told);
    assert!(report::markdown(&report).contains(&format!("\n  - {told}\n")));
    assert!(report::html(&report).contains(&format!("<li>{told}</li>")));
    let answer = answers::Report::of(&dossier, &assessment, &report);
    let json = serde_json::to_value(answer).unwrap();
    let tasks = json["tasks"].as_array().unwrap().iter();
    let tasks = tasks.flat_map(|stage| stage["tasks"].as_array().unwrap());
    let measures: Vec<_> = tasks
        .filter_map(|task| task["measures"].as_array())
        .collect();
    assert_eq!(measures.len(), 1);
    assert_eq!(measures[0][0]["address"], "3.2.2p1s2");
    assert_eq!(measures[0][0]["status"]["status"], "已完成");
}

#[test]
fn a_report_begins_with_what_it_comes_to_and_ends_with_annexes() {
    let report = report("2026-01-01");
    let body = report.body();
    let parts: Vec<&str> = body
        .iter()
        .filter_map(|block| match block {
            Block::Heading(2, text) => Some(text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(
        parts[..5],
        [
            "一、总体结论",
            "二、主要指标完成情况",
            "三、未达到和进展滞后的指标",
            "四、任务进展",
            "五、存在问题与原因",
        ]
    );
    assert_eq!(parts[5], "六、对策建议");
    assert!(
        parts[6].starts_with("附件1　尚无数据和待补数据的指标（"),
        "{}",
        parts[6]
    );
    assert_eq!(parts[7..], ["附件2　评估方法"]);
    let places = body.iter().filter(|block| matches!(block, Block::Place(_)));
    // One on the whole for each of the two, and one for each target that was missed or is behind.
    let rows = report.domains.iter().flat_map(|section| &section.rows);
    let behind = rows.filter(|row| matches!(row.group, Group::Missed | Group::Behind));
    assert_eq!(places.count(), 2 + behind.count());
    // Each target stands either in the table or in the annex, or in both where its final figure is missing.
    let text = report::markdown(&report).replace('\\', "");
    for target in &embedded::plan().targets {
        assert!(text.contains(&target.name), "{}", target.id);
    }
}

#[test]
fn counts_never_hide_what_was_reached_by_rounding_or_late() {
    let plan = embedded::plan();
    let own = "- { target: working-age-schooling-years, period: 2025, value: 12.45, source: 甲 }\n- { target: life-expectancy, period: 2025, value: 82.2, source: 甲 }\n- { target: life-expectancy, period: 2026, value: 82.5, source: 甲 }\n- { target: resident-population, period: 2025, value: 137, source: 甲 }\n";
    let own = guihua::records::load(own, &plan, guihua::records::Side::Own).unwrap();
    let book = Book::of(Vec::new(), own.records());
    let (dossier, assessment) = assessed(&plan, &book, "2026-12-31");
    let report = Report::of(&dossier, &assessment);
    assert!(
        report.summary[1].contains("已实现1项（其中四舍五入后达到1项）")
            && report.summary[1].contains("未达到2项（其中逾期达到1项、超出约数范围1项）"),
        "{}",
        report.summary[1]
    );
    let rows = report.domains.iter().flat_map(|section| &section.rows);
    let status = |id: &str| {
        rows.clone()
            .find(|row| row.id == id)
            .unwrap()
            .status
            .clone()
    };
    assert_eq!(status("life-expectancy"), "逾期达到（2026年82.5岁）");
    assert_eq!(status("resident-population"), "超出约数范围（按±1%计）");
}

#[test]
fn the_table_for_programs_has_bare_figures() {
    let bytes = report::csv(&report("2023-12-31"), Bom::Without).unwrap();
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let heads: Vec<String> = reader
        .headers()
        .unwrap()
        .iter()
        .skip(11)
        .map(str::to_owned)
        .collect();
    assert_eq!(heads, report::Figures::heads());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let row = rows
        .iter()
        .find(|row| &row[2] == "registered-population")
        .unwrap();
    let cells: Vec<&str> = row.iter().skip(11).collect();
    assert_eq!(
        cells,
        [
            "2.3p2",
            "规划目标",
            "",
            "2025",
            "规划载明",
            "万人",
            "46.59",
            "52.6",
            "2023",
            "49.16",
            "0.427621"
        ]
    );
}

/// Programs read figures with the hyphen of ASCII; readers see the minus sign.
#[test]
fn a_negative_figure_has_one_minus_sign_for_programs_and_one_for_readers() {
    let desk = Desk::new();
    desk.says(&observe("居民人均可支配收入", "-1.2%", "2024"));
    let day = ["--as-of", "2024-12-31"];
    let table = desk.says(&[&["report", "--format", "csv"][..], &day].concat());
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let rows = reader.records().map(Result::unwrap);
    let row = rows
        .filter(|row| row.iter().any(|cell| cell == "-1.2"))
        .collect::<Vec<_>>();
    assert_eq!(row.len(), 1, "{table}");
    assert!(row[0].iter().any(|cell| cell.contains("−1.2%")), "{table}");
    let json = desk.says(&[&["report", "--format", "json"][..], &day].concat());
    assert!(
        json.contains("-1.2") && !json.contains("\"−1.2\""),
        "{json}"
    );
    let card = desk.says(&[&["target", "居民人均可支配收入"][..], &day].concat());
    assert!(card.contains("−1.2%") && !card.contains("-1.2%"), "{card}");
}
