//! Exports: JSON that reads back as the same plan, tables that read back as the same records, and the same figures in
//! every format.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that fails should fail loudly"
)]

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::support::{Run, SMALL, guihua, run, run_with_input, small_path};
use guihua::assessment::Assessment;
use guihua::card;
use guihua::dossier::Dossier;
use guihua::embedded;
use guihua::evaluation::Measure;
use guihua::manuscript::{self, Edition};
use guihua::output::Bom;
use guihua::output::answers;
use guihua::output::export::{self, Export, Part};
use guihua::plan::{Binding, GoalYear, Outline, Plan};
use guihua::records::{self, Admission, Admitted, Book, Consent, PlanFile, Record, Side};
use proptest::prelude::*;
use serde_json::Value;

/// Records of all sorts about the built-in plan.
const RECORDS: &str = r#"
- { target: resident-population, period: 2023, value: 119.470, standing: official, source: "《公报》：\"更正\"", note: '核对，“后”', recorded: 2024-03-01, replaces: true }
- { target: resident-population, period: 2025, value: 134.20, source: "甲|乙 *丙* _丁_ <戊> & `己` [庚] # ~ $" }
- { target: life-expectancy, period: 2025, value: 82.58, flag: provisional, source: =1+1 }
- { target: infant-mortality, period: 2024, value: 1.9, benchmark: 2.10, source: "a,b\\c" }
- { target: health-literacy, period: 2024, value: 34.7, flag: break, standing: unverified, source: 'C:\路径' }
- { target: professional-titles, period: 2021, value: 1350, flag: estimated, source: 戊 }
- { target: registered-population, period: 2024-06-30, value: 45.1, source: "@辛 - 壬: {子}" }
- { target: infant-care-system, status: 推进中, date: 2024-06-30, source: 庚 }
- { task: "3.1.2p1", status: 已完成, date: 2024-05-01, source: 辛, note: "- 一\\n" }
- { task: "4.1", status: 未启动, date: 2024-05-01 }
"#;

/// A folder with a file of records, and the program run on them.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new(records: &str) -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        fs::write(desk.path("own.yaml"), records).unwrap();
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = guihua();
        command
            .args(arguments)
            .arg("--records")
            .arg(self.path("own.yaml"));
        command
    }

    fn run(&self, arguments: &[&str]) -> Run {
        self.command(arguments).output().unwrap().into()
    }

    #[track_caller]
    fn says(&self, arguments: &[&str]) -> String {
        let run = self.run(arguments);
        assert_eq!(run.code, Some(0), "{arguments:?}: {}", run.err);
        run.out
    }

    #[track_caller]
    fn refuses(&self, arguments: &[&str], why: &str) {
        let run = self.run(arguments);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(run.err.contains(why), "{arguments:?}: {}", run.err);
    }
}

fn book(plan: &Plan, records: &str) -> Book {
    let own = records::load(records, plan, Side::Own).unwrap();
    let shipped = embedded::shipped(plan, &Outline::of(plan));
    Book::of(shipped, own.records())
}

/// A plan with records, and what they come to on a day.
fn assessed(plan: &Plan, book: &Book, as_of: &str) -> (Dossier, Assessment) {
    let dossier = Dossier::of(plan.clone(), book.clone());
    let assessment = Assessment::of(&dossier, as_of.parse().unwrap());
    (dossier, assessment)
}

fn json_of(plan: &Plan, book: &Book) -> String {
    let (dossier, assessment) = assessed(plan, book, "2025-03-01");
    let export = Export::of(&dossier, &assessment);
    String::from_utf8(export::json(&export).unwrap()).unwrap()
}

/// Exports, reads back, and exports again: the same plan and records, and the same bytes.
#[track_caller]
fn round_trip(plan: &Plan, book: &Book) {
    let first = json_of(plan, book);
    assert!(
        first.starts_with("{\n  \"version\": 2,\n"),
        "the version comes first"
    );
    let PlanFile {
        plan: again,
        carried,
        ..
    } = records::open(&first).unwrap_or_else(|it| unreachable!("{it}"));
    assert_eq!(again, *plan);
    let expected: Vec<Record> = book.held().iter().map(|held| held.record.clone()).collect();
    assert_eq!(carried.as_ref(), Some(&expected));
    let second = json_of(&again, &Book::of(carried.unwrap(), Vec::new()));
    assert_eq!(first, second);
}

#[test]
fn json_reads_back_as_the_same_plan_and_records() {
    let plan = embedded::plan();
    round_trip(&plan, &book(&plan, ""));
    round_trip(&plan, &book(&plan, RECORDS));
    let small = guihua::load::load(SMALL).unwrap();
    round_trip(&small, &Book::default());
    let example = include_str!("../../docs/example-plan.yaml");
    let example = records::open(example).unwrap_or_else(|it| unreachable!("{it}"));
    let carried = example.carried.expect("it carries records");
    round_trip(&example.plan, &Book::of(carried, Vec::new()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn json_carries_any_words_and_figures(
        source in "[^\\p{C}\\p{Zl}\\p{Zp}]{0,12}源",
        note in prop::option::of("[ “”\"'\\\\:#{}\\[\\]|>&*!%@`，。a-z甲乙丙]{0,12}注"),
        figure in "(-?[1-9][0-9]{0,6}|0)(\\.[0-9]{1,6})?",
    ) {
        let plan = embedded::plan();
        let text = serde_json::json!([{ "target": "disposable-income", "period": "2024", "source": source, "note": note }]);
        let mut text = text.to_string().replace("\"period\"", &format!("\"value\":{figure},\"period\""));
        text = text.replace(",\"note\":null", "").replace("\"note\":null,", "");
        let own = records::load(&text, &plan, Side::Own);
        prop_assert!(own.is_ok(), "{text}: {:?}", own.err());
        let book = Book::of(embedded::observations(), own.unwrap().records());
        let json = json_of(&plan, &book);
        let unbroken = format!("\"value\": {figure},");
        prop_assert!(json.contains(&unbroken), "{figure} keeps its digits");
        round_trip(&plan, &book);
    }
}

#[test]
fn an_export_is_checked_and_opened_like_the_plan_it_came_from() {
    let desk = Desk::new(RECORDS);
    let day = ["--as-of", "2025-03-01"];
    let json = desk.says(&["export", "--format", "json"]);
    let checked = run_with_input(&["--plan", "-", "check"], json.as_bytes());
    assert_eq!(checked.code, Some(0), "{}{}", checked.out, checked.err);

    let file = desk.path("export.json");
    let file = file.to_str().unwrap();
    let done = desk.says(&["export", "-o", file, "--as-of", "2025-03-01"]);
    assert_eq!(done, format!("已导出到 {file}（截至 2025-03-01）\n"));
    assert_eq!(fs::read_to_string(file).unwrap(), json);

    // Elsewhere, where there are no records of one's own.
    let elsewhere = Desk::new("");
    let from_file = ["--plan", file];
    for command in [&["targets", "--json"][..], &["targets"], &["report"]] {
        let here = desk.says(&[command, &day].concat());
        let there = elsewhere.says(&[command, &day, &from_file].concat());
        assert_eq!(here, there, "{command:?}");
    }
    for format in ["json", "ndjson", "md", "csv", "html"] {
        let arguments = ["export", "--format", format];
        let there = elsewhere.says(&[&arguments[..], &day, &from_file].concat());
        let back = desk.says(&[&arguments[..], &day, &from_file].concat());
        if format == "json" {
            assert_eq!(there, json);
            assert_eq!(back, json, "the same records in both places count once");
        }
        assert!(!there.is_empty());
    }
}

#[test]
fn a_table_of_records_reads_back_as_the_same_records() {
    let plan = embedded::plan();
    let mut expected = records::load(RECORDS, &plan, Side::Own).unwrap().records();
    let book = Book::of(Vec::new(), expected.clone());
    let (dossier, assessment) = assessed(&plan, &book, "2025-03-01");
    let export = Export::of(&dossier, &assessment);
    for bom in [false, true] {
        let bytes = export::csv(&export, Part::Records, bom.into()).unwrap();
        assert_eq!(bytes.starts_with(b"\xef\xbb\xbf"), bom);
        let today = jiff::civil::date(2026, 6, 30);
        let mut admission = Admission::new(&plan, &Book::default(), today, Consent::default());
        let rows = records::Table::parse(&bytes, "表").unwrap().rows;
        let admitted = rows.iter().map(|row| {
            let admitted = admission.admit(row.draft.as_ref().unwrap());
            match admitted.unwrap() {
                Admitted::New(record) => record,
                other => unreachable!("{other:?}"),
            }
        });
        let read: Vec<Record> = admitted.collect();
        for record in &mut expected {
            // Whether a record replaces another is settled when it is added to a file; and a figure has its unit.
            match record {
                Record::Observation(it) => {
                    it.replaces = false;
                    it.recorded = it.recorded.or(Some(records::Day(today)));
                    let unit = plan.target(&it.target).unwrap().recorded_unit();
                    it.unit = unit.map(str::to_owned);
                }
                Record::Status(it) => {
                    it.replaces = false;
                    it.recorded = it.recorded.or(Some(records::Day(today)));
                }
                Record::Comment(it) => {
                    it.replaces = false;
                    it.recorded = it.recorded.or(Some(records::Day(today)));
                }
            }
        }
        assert_eq!(read, expected);
    }
}

#[test]
fn a_table_of_records_goes_through_the_program_in_both_languages() {
    let small = small_path();
    let small = small.to_str().unwrap();
    let own = "- { target: resident-population, period: 2023, value: 21.50, unit: 万人, flag: provisional, standing: quoted, source: \"甲，“乙”\", note: 注, recorded: 2024-01-02 }\n- { task: \"2.2p1\", status: 推进中, date: 2023-06-30, recorded: 2024-01-02 }\n";
    let desk = Desk::new(own);
    for (language, head) in [("zh", "指标,任务,期次"), ("en", "target,task,period")] {
        let table = desk.says(&[
            "export", "--plan", small, "--lang", language, "--format", "csv", "--only", "records",
        ]);
        assert!(table.starts_with(head), "{table}");
        let other = Desk::new("");
        fs::write(other.path("t.csv"), &table).unwrap();
        let file = other.path("t.csv");
        other.says(&["record", "--csv", file.to_str().unwrap(), "--plan", small]);
        // All but the name of the file, which each desk has for itself.
        let [before, after] = [&desk, &other].map(|desk| {
            let said = desk.says(&["records", "--json", "--own", "--plan", small]);
            let mut said: Value = serde_json::from_str(&said).unwrap();
            said.as_object_mut().unwrap().remove("file");
            said
        });
        assert_eq!(before, after);
    }
}

fn lines(export: &Export<'_>, only: Option<Part>) -> Vec<Value> {
    let bytes = export::ndjson(export, only).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.ends_with('\n'));
    let line = |line: &str| {
        assert!(line.starts_with("{\"version\":2,\"type\":\""), "{line}");
        serde_json::from_str(line).unwrap()
    };
    text.lines().map(line).collect()
}

#[test]
fn ndjson_has_a_line_for_each_paragraph_target_and_record() {
    let plan = embedded::plan();
    let book = book(&plan, RECORDS);
    let (dossier, assessment) = assessed(&plan, &book, "2025-03-01");
    let export = Export::of(&dossier, &assessment);
    let all = lines(&export, None);
    let of = |kind: &str| all.iter().filter(|line| line["type"] == kind).count();
    assert_eq!(of("text"), export.dossier.outline.len());
    assert_eq!(of("target"), plan.targets.len());
    assert_eq!(of("observation") + of("status"), book.held().len());
    assert!(of("observation") > 0 && of("status") == 3);
    assert!(all.iter().all(|line| line["plan"] == plan.meta.id));
    let parts =
        [Part::Document, Part::Targets, Part::Records].map(|part| lines(&export, Some(part)));
    assert_eq!(parts.concat(), all);

    let [text, targets, records] = parts;
    for (edition, key) in [
        (Edition::Restored, "text"),
        (Edition::AsPublished, "published"),
    ] {
        let nodes = export.dossier.outline.nodes().iter();
        for (node, line) in nodes.zip(&text) {
            assert_eq!(line["address"], node.address.to_string());
            let whole = match edition {
                // The answer keeps the text clean: what is uncertain stands beside it.
                Edition::Restored => format!("{}{}", node.number, node.prose.reading()),
                _ => manuscript::line(node, edition),
            };
            assert!(whole.ends_with(line[key].as_str().unwrap()), "{whole}");
            let number = line["number"].as_str().unwrap_or_default();
            assert!(whole.starts_with(number), "{whole}");
        }
    }
    let task = text
        .iter()
        .find(|line| line["address"] == "3.1.2p1")
        .unwrap();
    assert_eq!(task["kind"], "task");
    assert_eq!(task["domain"], "人才");
    assert!(
        task["text"]
            .as_str()
            .unwrap()
            .starts_with(task["title"].as_str().unwrap())
    );
    let answer = answers::Targets::of(
        export.dossier,
        export.assessment,
        &export.targets().collect::<Vec<_>>(),
    );
    let answer = serde_json::to_value(answer).unwrap();
    for (target, line) in answer["targets"].as_array().unwrap().iter().zip(&targets) {
        assert_eq!(line["id"], target["id"]);
        assert_eq!(line["as_of"], "2025-03-01");
        assert_eq!(line["evaluation"], target["evaluation"]);
    }
    assert_eq!(targets.len(), export.targets().count());
    let origins = |word: &str| records.iter().filter(|line| line["origin"] == word).count();
    assert_eq!(origins("own"), 10);
    assert_eq!(origins("shipped"), book.held().len() - 10);
}

type Table = (Vec<String>, Vec<Vec<String>>);

fn table(export: &Export<'_>, part: Part) -> Table {
    let bytes = export::csv(export, part, Bom::Without).unwrap();
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let cells = |row: &csv::StringRecord| row.iter().map(str::to_owned).collect::<Vec<_>>();
    let heads = cells(reader.headers().unwrap());
    (
        heads,
        reader.records().map(|row| cells(&row.unwrap())).collect(),
    )
}

fn column<'a>((heads, _): &Table, row: &'a [String], head: &str) -> &'a str {
    let at = heads.iter().position(|known| known == head);
    &row[at.unwrap_or_else(|| unreachable!("no column {head}"))]
}

#[test]
fn the_tables_have_a_row_for_each_paragraph_and_target() {
    let plan = embedded::plan();
    let book = book(&plan, RECORDS);
    let (dossier, assessment) = assessed(&plan, &book, "2025-03-01");
    let export = Export::of(&dossier, &assessment);
    let document = table(&export, Part::Document);
    assert_eq!(document.1.len(), export.dossier.outline.len());
    for (node, row) in export.dossier.outline.nodes().iter().zip(&document.1) {
        assert_eq!(column(&document, row, "地址"), node.address.to_string());
        assert_eq!(column(&document, row, "正文"), node.prose.reading());
        assert_eq!(
            column(&document, row, "网页原样"),
            node.prose.as_published()
        );
    }
    let targets = table(&export, Part::Targets);
    assert_eq!(targets.1.len(), plan.targets.len());
    for (target, row) in plan.targets.iter().zip(&targets.1) {
        assert_eq!(column(&targets, row, "编号"), target.id);
        assert_eq!(column(&targets, row, "原句"), target.citation.quote);
        assert_eq!(column(&targets, row, "层次"), target.tier.label());
        let binding = target.binding.map_or("", Binding::label);
        assert_eq!(column(&targets, row, "性质"), binding);
        let basis = match target.year {
            GoalYear::Stated(_) => "规划载明",
            GoalYear::Assumed(_) => "推定",
            GoalYear::Unknown => "",
        };
        assert_eq!(column(&targets, row, "年份依据"), basis, "{}", target.id);
        for stated in &target.history {
            let year = column(&targets, row, &stated.year.to_string());
            assert_eq!(year, stated.value.to_string(), "{}", target.id);
        }
        let goal = target.goal.map(|goal| goal.to_string());
        assert_eq!(column(&targets, row, "目标值"), goal.unwrap_or_default());
    }
    let literal = table(&export, Part::Records).1;
    assert!(
        literal.iter().flatten().any(|cell| cell == "=1+1"),
        "words are left as they are"
    );
}

/// Markdown with its escapes undone.
fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, chars.peek()) {
            ('\\', Some(next)) if next.is_ascii_punctuation() => {}
            _ => out.push(c),
        }
        if c == '\\' {
            out.extend(chars.next());
        }
    }
    out
}

#[test]
fn markdown_has_every_paragraph_with_its_marks_and_anchor() {
    let plan = embedded::plan();
    let book = book(&plan, RECORDS);
    let (dossier, assessment) = assessed(&plan, &book, "2025-03-01");
    let export = Export::of(&dossier, &assessment);
    let text = export::markdown(&export, None);
    let mut lines = text.lines();
    for node in export.dossier.outline.nodes() {
        let anchor = format!("<a id=\"{}\"></a>", node.address);
        let line = lines
            .find(|line| line.contains(&anchor))
            .expect("in the order of the document");
        let read = unescaped(&line.replace(&anchor, "").replace("**", ""));
        let whole = manuscript::line(node, Edition::Marked);
        assert_eq!(
            read.trim_start_matches('#').trim_start(),
            whole.trim_start(),
            "{line}"
        );
    }
    let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("| ")).collect();
    let columns = |row: &&str| row.replace("\\|", "").matches('|').count();
    assert!(
        rows.iter().all(|row| [7, 11].contains(&columns(row))),
        "no cell breaks a table"
    );
    let source = "甲\\|乙 \\*丙\\* \\_丁\\_ \\<戊\\> \\& \\`己\\` \\[庚\\] \\# \\~ \\$";
    assert!(text.contains(source), "signs are escaped");
    for (part, has) in [
        (Part::Document, "一、"),
        (Part::Targets, "| 指标 |"),
        (Part::Records, "| 对象 |"),
    ] {
        let only = export::markdown(&export, Some(part));
        assert!(only.contains(has) && only.len() < text.len());
    }
}

#[test]
fn all_formats_give_the_same_figures() {
    let plan = embedded::plan();
    let book = book(&plan, RECORDS);
    for as_of in ["2021-06-30", "2023-12-31", "2025-03-01", "2026-03-01"] {
        let (dossier, assessment) = assessed(&plan, &book, as_of);
        let export = Export::of(&dossier, &assessment);
        let (lines, targets) = (
            lines(&export, Some(Part::Targets)),
            table(&export, Part::Targets),
        );
        let (markdown, page) = (export::markdown(&export, None), export::html(&export));
        for (n, (target, evaluation, card)) in export.cards().enumerate() {
            let (line, row) = (&lines[n]["evaluation"], &targets.1[n]);
            let of_markdown = markdown
                .lines()
                .find(|line| line.starts_with(&format!("| {} |", card.name)));
            let of_markdown = unescaped(of_markdown.unwrap());
            let id = format!("<article class=\"card\" id=\"t-{}\"", target.id);
            let of_page = page
                .split(&id)
                .nth(1)
                .unwrap()
                .split("</article>")
                .next()
                .unwrap();
            let of_page = of_page
                .replace("</span><span>", "")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");

            let latest = card.latest.to_string();
            for words in [&card.verdict, &card.progress, &latest, &card.source] {
                assert!(
                    of_markdown.contains(words.as_str()),
                    "{words} in {of_markdown}"
                );
                assert!(of_page.contains(words.as_str()), "{words} in {of_page}");
            }
            assert_eq!(column(&targets, row, "结论"), card.verdict);
            assert_eq!(column(&targets, row, "进度"), card.progress);
            assert_eq!(column(&targets, row, "评估日"), as_of);
            let known = column(&targets, row, "最新");
            assert!(
                known == latest || known.is_empty() && latest == "尚无监测数据",
                "{known}"
            );
            let judged = column(&targets, row, "最新值");
            let seen = line["judged"]["value"].as_number().or(line["seen"]
                .as_array()
                .and_then(|seen| seen.last()?["value"].as_number()));
            assert_eq!(
                judged,
                seen.map(ToString::to_string).unwrap_or_default(),
                "{}",
                target.id
            );
            let fraction = column(&targets, row, "比例");
            match &evaluation.measure {
                Measure::Progress { fraction: it } | Measure::Attainment { fraction: it, .. } => {
                    assert_eq!(fraction, it.to_string());
                    assert_eq!(
                        line["measure"]["fraction"]
                            .as_str()
                            .map_or_else(|| line["measure"]["fraction"].to_string(), str::to_owned),
                        fraction
                    );
                }
                _ => assert_eq!(fraction, ""),
            }
            assert_eq!(card.progress, card::progress(target, evaluation));
        }
    }
}

#[test]
fn the_format_is_told_by_the_name_of_the_file_and_wrong_wishes_are_refused() {
    let desk = Desk::new("");
    for (name, start) in [
        ("a.md", "# "),
        ("a.MARKDOWN", "# "),
        ("a.json", "{\n"),
        ("a", "{\n"),
        ("a.csv", "评估日,"),
        ("a.html", "<!DOCTYPE html>"),
        ("a.jsonl", "{\"version\":2,"),
    ] {
        let file = desk.path(name);
        desk.says(&["export", "-o", file.to_str().unwrap()]);
        let text = fs::read_to_string(file).unwrap();
        assert!(text.starts_with(start), "{name}");
    }
    let file = desk.path("a.docx");
    let file = file.to_str().unwrap();
    desk.refuses(&["export", "-o", file], "从扩展名“docx”看不出格式");
    desk.says(&["export", "--format", "md", "-o", file]);
    desk.refuses(&["export", "--only", "targets"], "总是整份导出");
    desk.refuses(
        &["export", "--format", "html", "--only", "records"],
        "总是整份导出",
    );
    desk.refuses(&["export", "--format", "md", "--bom"], "--bom 只用于");
    desk.refuses(&["export", "--format", "xml"], "xml");
    let folder = desk.path("no/such.json");
    desk.refuses(&["export", "-o", folder.to_str().unwrap()], "写不了");
    let csv = desk.says(&["export", "--format", "csv", "--only", "document", "--bom"]);
    assert!(csv.starts_with("\u{feff}地址,"));
    let help = run(&["export", "--help"]);
    assert!(
        help.out.contains("guihua export -o 规划.html"),
        "{}",
        help.out
    );
}

#[test]
fn exports_speak_the_language_of_the_process_and_leave_the_plan_alone() {
    let desk = Desk::new("");
    let csv = desk.says(&["export", "--format", "csv", "--lang", "en"]);
    assert!(csv.starts_with("As of,Id,"), "{csv}");
    let page = desk.says(&["export", "--format", "html", "--lang", "en"]);
    assert!(
        page.contains("<html lang=\"en\">") && page.contains("placeholder=\"Find in the text\"")
    );
    assert!(page.contains("<article class=\"document\" lang=\"zh-CN\">"));
    let [zh, en] = ["zh", "en"].map(|language| desk.says(&["export", "--lang", language]));
    assert_eq!(zh, en, "a plan file is the same in every language");
}
