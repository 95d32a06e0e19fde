//! The form to collect what is missing: what stands in it, and that a filled one is read back as it was meant, from CSV and
//! from Excel, whole or not at all.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Read as _, Write as _};

use crate::support::Run;
use crate::support::desk::Desk;
use serde_json::Value;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const PLAN: &str = "docs/example-plan.yaml";
const DAY: [&str; 2] = ["--as-of", "2026-03-01"];

impl Desk {
    #[track_caller]
    fn refuses(&self, name: &str, bytes: &[u8]) -> String {
        let run = self.record(name, bytes);
        assert_eq!(run.code, Some(2), "{}{}", run.out, run.err);
        assert!(!self.path("r.yaml").exists(), "something was recorded");
        run.err
    }

    fn record(&self, name: &str, bytes: &[u8]) -> Run {
        let path = self.path(name);
        fs::write(&path, bytes).unwrap();
        self.run(&["record", "--from", path.to_str().unwrap()])
    }

    /// The form as a table of cells.
    fn form(&self, more: &[&str]) -> Vec<Vec<String>> {
        let text = self.says(&[&["collect"], &DAY[..], more].concat());
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(text.as_bytes());
        let rows = reader.records().map(Result::unwrap);
        rows.map(|row| row.iter().map(str::to_owned).collect())
            .collect()
    }

    /// The form as Excel.
    fn workbook(&self) -> Vec<u8> {
        let path = self.path("form.xlsx");
        self.says(&[&["collect", "-o", path.to_str().unwrap()], &DAY[..]].concat());
        fs::read(path).unwrap()
    }

    fn records(&self) -> Vec<Value> {
        let told = self.says(&["records", "--own", "--json"]);
        let answer: Value = serde_json::from_str(&told).unwrap();
        let records = answer["records"].as_array().unwrap();
        records.iter().map(|it| it["record"].clone()).collect()
    }
}

/// Writes into the cell of a target under a head; a target with several rows has its first one filled.
#[track_caller]
fn fill(form: &mut [Vec<String>], target: &str, head: &str, text: &str) {
    let column = form[0].iter().position(|known| known == head).unwrap();
    let row = form.iter_mut().find(|row| row[1] == target).unwrap();
    text.clone_into(&mut row[column]);
}

fn as_csv(form: &[Vec<String>]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in form {
        writer.write_record(row).unwrap();
    }
    writer.into_inner().unwrap()
}

/// The rows of the form of which the plan names nobody: the second sheet of the workbook.
fn unnamed(form: &[Vec<String>]) -> Vec<Vec<String>> {
    let rows = form.iter().enumerate();
    let of_sheet = rows.filter(|(n, row)| *n == 0 || row[0].is_empty());
    of_sheet.map(|(_, row)| row.clone()).collect()
}

/// The workbook with a sheet changed.
fn changed(workbook: &[u8], n: usize, change: impl Fn(String) -> String) -> Vec<u8> {
    let sheet = format!("xl/worksheets/sheet{n}.xml");
    let mut zip = ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut new = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        if part.name() == sheet {
            text = change(text);
        }
        new.start_file(part.name(), SimpleFileOptions::default())
            .unwrap();
        new.write_all(text.as_bytes()).unwrap();
    }
    new.finish().unwrap().into_inner()
}

/// The name of the cell of a target under a head, by the form as CSV.
fn cell(form: &[Vec<String>], target: &str, head: &str) -> String {
    let column = form[0].iter().position(|known| known == head).unwrap();
    let row = form.iter().position(|row| row[1] == target).unwrap();
    let letter = char::from(b'A' + u8::try_from(column).unwrap());
    format!("{letter}{}", row + 1)
}

/// Puts a cell in the place of an empty one: a text, or a number as a spreadsheet keeps it.
#[track_caller]
fn put(sheet: &str, at: &str, content: &str) -> String {
    let start = sheet.find(&format!("<c r=\"{at}\" ")).unwrap();
    let (before, rest) = sheet.split_at(start);
    let (cell, after) = rest.split_once("/>").unwrap();
    assert!(!cell.contains('>'), "{at} is not empty");
    format!("{before}<c r=\"{at}\"{content}</c>{after}")
}

fn text(text: &str) -> String {
    format!(" t=\"inlineStr\"><is><t>{text}</t></is>")
}

#[test]
fn the_form_asks_for_what_the_report_lists_as_missing() {
    let desk = Desk::of(Some(PLAN));
    let form = desk.form(&[]);
    let report = desk.says(&[&["report", "--format", "json"], &DAY[..]].concat());
    let report: Value = serde_json::from_str(&report).unwrap();
    let missing = report["missing"].as_array().unwrap();
    let missing: BTreeSet<&str> = missing
        .iter()
        .map(|it| it["id"].as_str().unwrap())
        .collect();
    let asked: BTreeSet<&str> = form.iter().skip(1).map(|row| row[1].as_str()).collect();
    assert!(!missing.is_empty());
    assert_eq!(missing, asked);
    for head in [
        "责任单位",
        "指标",
        "2021年",
        "2025年",
        "对照值",
        "进展",
        "来源",
    ] {
        assert!(form[0].iter().any(|known| known == head), "{head}");
    }
    // A figure of the plan is known, and is not asked for again.
    let row = form.iter().find(|row| row[1] == "life-expectancy").unwrap();
    assert_eq!(
        row[2..8].join("|"),
        "人均期望寿命|岁|79.6岁（2020年）|80.5岁（2025年）||2025年的终期数据"
    );
    // A growth that is held against another one has a row for each year, for the two figures of each.
    let years = form.iter().filter(|row| row[1] == "income-growth");
    let period = form[0].iter().position(|head| head == "期次").unwrap();
    let years: Vec<&str> = years.map(|row| row[period].as_str()).collect();
    assert_eq!(years, ["2021", "2022", "2023", "2024", "2025"]);
    assert!(desk.form(&["--all"]).len() > form.len());
}

#[test]
fn the_form_is_divided_by_department_and_says_which_task_names_it() {
    let desk = Desk::of(Some(PLAN));
    let form = desk.form(&[]);
    let row = form
        .iter()
        .find(|row| row[1] == "childcare-circle")
        .unwrap();
    assert_eq!(
        row[0],
        "县卫生健康局、县教育局、各乡镇人民政府（据任务3.2.2p1）"
    );
    let of = desk.form(&["--department", "教育局"]);
    assert_eq!(of.len(), 2, "{of:?}");
    let none = desk.run(&["collect", "--department", "水务局"]);
    assert_eq!(none.code, Some(1));
    assert!(
        none.err.contains(
            "没有“水务局”这个责任单位；规划写明的有：县卫生健康局、县教育局、各乡镇人民政府"
        ),
        "{}",
        none.err
    );
    let names = desk.workbook();
    let mut zip = ZipArchive::new(Cursor::new(names)).unwrap();
    let mut book = String::new();
    zip.by_name("xl/workbook.xml")
        .unwrap()
        .read_to_string(&mut book)
        .unwrap();
    assert!(
        book.contains("name=\"县卫生健康局\" sheetId=\"1\"")
            && book.contains("name=\"未写明责任单位\""),
        "{book}"
    );
}

#[test]
fn a_form_is_never_written_over() {
    let desk = Desk::of(Some(PLAN));
    desk.workbook();
    let path = desk.path("form.xlsx");
    let before = fs::read(&path).unwrap();
    let again = desk.run(&["collect", "--all", "-o", path.to_str().unwrap()]);
    assert_eq!(again.code, Some(2));
    assert!(
        again.err.contains("可能已经填过，没有覆盖"),
        "{}",
        again.err
    );
    assert_eq!(fs::read(&path).unwrap(), before);
    let unknown = desk.run(&["collect", "-o", desk.path("a.doc").to_str().unwrap()]);
    assert!(unknown.err.contains("看不出格式"), "{}", unknown.err);
}

#[test]
fn a_filled_csv_is_recorded_and_taken_back_as_a_whole() {
    let desk = Desk::of(Some(PLAN));
    let mut form = desk.form(&[]);
    for (target, cells) in [
        (
            "life-expectancy",
            &[
                ("2022年", "79.90"),
                ("2025年", "80.6岁"),
                ("来源", "县卫健局年报"),
            ][..],
        ),
        (
            "resident-population",
            &[
                ("期次", "2024H1"),
                ("数值", "31.2"),
                ("来源", "半年报"),
                ("说明", "推算数"),
            ],
        ),
        (
            "income-growth",
            &[("数值", "5.1"), ("对照值", "4.9"), ("来源", "统计公报")],
        ),
        (
            "childcare-circle",
            &[
                ("进展", "已完成"),
                ("日期", "2025-11-30"),
                ("来源", "县政府总结"),
            ],
        ),
        ("class-size", &[("说明", "本单位无此数据")]),
    ] {
        for (head, text) in cells {
            fill(&mut form, target, head, text);
        }
    }
    let run = desk.record("form.csv", &as_csv(&form));
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.out.contains("已记 5 条：新 5、改 0"), "{}", run.out);
    let at = form.iter().position(|row| row[1] == "class-size").unwrap() + 1;
    assert!(
        run.out.contains(&format!("没有数值，没有记：第 {at} 行")),
        "{}",
        run.out
    );
    let records = desk.records();
    let told: Vec<String> = records
        .iter()
        .map(|it| {
            let of = |key: &str| {
                it.get(key)
                    .map(|it| it.to_string().replace('"', ""))
                    .unwrap_or_default()
            };
            ["target", "period", "value", "benchmark", "status", "source"]
                .map(of)
                .join(" ")
        })
        .collect();
    assert_eq!(
        told.iter().map(String::as_str).collect::<BTreeSet<_>>(),
        BTreeSet::from([
            "life-expectancy 2022 79.90   县卫健局年报",
            "life-expectancy 2025 80.6   县卫健局年报",
            "resident-population 2024H1 31.2   半年报",
            "income-growth 2021 5.1 4.9  统计公报",
            "childcare-circle    已完成 县政府总结",
        ])
    );
    let report = desk.says(&[&["report"], &DAY[..]].concat());
    assert!(report.contains("80.6岁（2025年）"), "{report}");
    // The same form again records nothing; one figure changed needs a word.
    let again = desk.record("form.csv", &as_csv(&form));
    assert!(
        again.out.contains("相同 5 条，没有再记"),
        "{}{}",
        again.out,
        again.err
    );
    fill(&mut form, "life-expectancy", "2025年", "80.7");
    let other = desk.record("form.csv", &as_csv(&form));
    assert_eq!(other.code, Some(2));
    assert!(other.err.contains("“2025年”一格：已有"), "{}", other.err);
    let path = desk.path("form.csv");
    let replaced = desk.says(&["record", "--from", path.to_str().unwrap(), "--replace"]);
    assert!(replaced.contains("新 0、改 1"), "{replaced}");
    desk.says(&["record", "undo"]);
    let undone = desk.says(&["record", "undo"]);
    assert!(undone.contains("一次记入的 5 条"), "{undone}");
    assert_eq!(desk.records(), Vec::<Value>::new());
}

#[test]
fn a_filled_workbook_is_recorded_with_its_digits() {
    let desk = Desk::of(Some(PLAN));
    let form = desk.form(&[]);
    let (own, none) = (desk.form(&["--department", "县教育局"]), unnamed(&form));
    let filled = changed(&desk.workbook(), 1, |sheet| {
        let mut sheet = sheet;
        // The form of one department alone has no columns of years, so the place is told by the whole form.
        assert_eq!(own[1][1], "childcare-circle");
        for (head, words) in [("进展", "推进中"), ("日期", "2025-06-30"), ("来源", "年报")]
        {
            let at = cell(
                &[form[0].clone(), form[1].clone()],
                "childcare-circle",
                head,
            );
            sheet = put(&sheet, &at, &text(words));
        }
        sheet
    });
    let filled = changed(&filled, 2, |sheet| {
        let at = |head: &str| cell(&none, "life-expectancy", head);
        let sheet = put(&sheet, &at("2022年"), &text("79.90"));
        let sheet = put(&sheet, &at("2025年"), "><v>80.599999999999994</v>");
        put(&sheet, &at("来源"), &text("年报"))
    });
    let run = desk.record("填好的.xlsx", &filled);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let records = desk.records();
    let values = records.iter().filter_map(|it| it.get("value"));
    let values: Vec<String> = values.map(ToString::to_string).collect();
    assert_eq!(values, ["79.90", "80.6"]);
    assert_eq!(records.len(), 3, "{records:?}");
    let undone = desk.says(&["record", "undo"]);
    assert!(undone.contains("一次记入的 3 条"), "{undone}");
}

#[test]
fn a_form_that_nobody_filled_in_is_told_so_in_one_sentence() {
    let desk = Desk::of(Some(PLAN));
    let form = desk.form(&[]);
    let workbook = desk.workbook();
    for (name, bytes) in [
        ("form.csv", as_csv(&form)),
        ("b.xlsx", workbook),
        ("只有表头.csv", as_csv(&form[..1])),
        ("空.csv", Vec::new()),
    ] {
        let told = desk.refuses(name, &bytes);
        let path = desk.path(name);
        let wanted = format!("{} 里还没有填写数据，没有可记的\n", path.display());
        assert_eq!(told.trim_start_matches("guihua："), wanted);
    }
    let mut bare = form;
    fill(&mut bare, "resident-population", "来源", "甲");
    let told = desk.refuses("只有来源.csv", &as_csv(&bare));
    assert!(told.contains("没有填写数据"), "{told}");
    assert!(told.contains("另有 1 行只有来源或说明"), "{told}");
}

#[test]
fn what_nobody_can_be_sure_of_is_named_by_sheet_row_and_head() {
    let desk = Desk::of(Some(PLAN));
    let form = unnamed(&desk.form(&[]));
    let workbook = desk.workbook();
    let year = cell(&form, "life-expectancy", "2022年");
    let row = year.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let filled = changed(&workbook, 2, |sheet| put(&sheet, &year, &text("79.9")));
    let place = format!("“未写明责任单位”表第 {row} 行：");
    let error = desk.refuses("a.xlsx", &filled);
    assert!(
        error.contains(&format!("{place}“2022年”一格：缺少“来源”")),
        "{error}"
    );
    let merged = changed(&filled, 2, |sheet| {
        let next = cell(&form, "life-expectancy", "2023年");
        let merge = format!(
            "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"{year}:{next}\"/></mergeCells>"
        );
        sheet.replace("</sheetData>", &merge)
    });
    let error = desk.refuses("b.xlsx", &merged);
    assert!(
        error.contains(&format!("{place}“2022年”一格是合并的单元格")),
        "{error}"
    );
    let hidden = changed(&filled, 2, |sheet| {
        sheet.replace(
            &format!("<row r=\"{row}\">"),
            &format!("<row r=\"{row}\" hidden=\"1\">"),
        )
    });
    let error = desk.refuses("c.xlsx", &hidden);
    assert!(
        error.contains(&format!("第 {row} 行：有隐藏的格")),
        "{error}"
    );
    let unknown = changed(&workbook, 2, |sheet| sheet.replace(">2022年<", ">前年<"));
    let error = desk.refuses("d.xlsx", &unknown);
    assert!(
        error.contains("“未写明责任单位”表第 1 行：表头里不认得“前年”"),
        "{error}"
    );
    let unnamed = "指标编号,指标,2022年,来源\n,,79.9,年报\n";
    let error = desk.refuses("e.csv", unnamed.as_bytes());
    assert!(
        error.contains("第 2 行：“2022年”一格：缺少“指标”"),
        "{error}"
    );
    let moved = "指标编号,指标,2022年,来源\nlife-expectancy,常住人口,79.9,年报\n";
    let error = desk.refuses("f.csv", moved.as_bytes());
    assert!(
        error.contains("编号“life-expectancy”是“人均期望寿命”，同一行的名称却是“常住人口”"),
        "{error}"
    );
    let twice = "指标,2022,2022年,来源\n常住人口,30.9,30.9,年报\n";
    assert!(
        desk.refuses("g.csv", twice.as_bytes())
            .contains("表头里“2022年”重复")
    );
    let word = desk.path("h.docx");
    desk.says(&["report", "--format", "docx", "-o", word.to_str().unwrap()]);
    let word = fs::read(word).unwrap();
    assert!(desk.refuses("h.docx", &word).contains("不认识的文件"));
}

#[test]
fn a_table_of_ones_own_with_a_column_for_each_year_is_read() {
    let desk = Desk::of(Some(PLAN));
    let table =
        "指标,2021年,2022年,2023年,来源\n人均期望寿命,79.7,,80.0,年报\n常住人口,,30.9,,公报\n";
    let run = desk.record("a.csv", table.as_bytes());
    assert!(run.out.contains("已记 3 条"), "{}{}", run.out, run.err);
    let periods: Vec<String> = desk
        .records()
        .iter()
        .map(|it| it["period"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(periods, ["2021", "2023", "2022"]);
}
