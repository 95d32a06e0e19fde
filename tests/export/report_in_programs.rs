//! The report as other programs show it: a browser prints the page, `LibreOffice` the Word document. Where the programs
//! are not installed the tests say so and pass (see `support/programs.rs`).

#![expect(clippy::unwrap_used, reason = "a test that fails should fail loudly")]

use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::support::programs::{
    BROWSERS, address, browser, pages, program, solid, without_numbers,
};
use guihua::assessment::Assessment;
use guihua::dossier::Dossier;
use guihua::embedded;
use guihua::evaluation::Group;
use guihua::output::report::block::Block;
use guihua::output::report::{self, Report, Row, heads};
use guihua::records::{Book, Side};

/// Records of all sorts: final, provisional, of another measure, with a benchmark, of several years, and of progress.
const RECORDS: &str = "\
- { target: resident-population, period: 2025, value: 134.2, source: 甲 }
- { target: life-expectancy, period: 2025, value: 82.58, flag: provisional, source: 乙 }
- { target: surveyed-unemployment-rate, period: 2022, value: 6.4, source: 丙, note: 按年平均数 }
- { target: infant-mortality, period: 2024, value: 1.9, benchmark: 2.1, source: 丁 }
- { target: professional-titles, period: 2021, value: 1350, source: 戊 }
- { target: professional-titles, period: 2022, value: 1410, source: 戊 }
- { target: health-literacy, period: 2024, value: 34.7, flag: break, source: 己 }
- { target: infant-care-system, status: 推进中, date: 2024-06-30, source: 庚 }
- { task: \"3.1.2p1\", status: 已完成, date: 2024-05-01, source: 辛 }
";

fn reports() -> [Report; 2] {
    let plan = embedded::plan();
    let own = guihua::records::load(RECORDS, &plan, Side::Own).unwrap();
    let shipped = Book::of(embedded::observations(), Vec::new());
    let all = Book::of(embedded::observations(), own.records());
    [(shipped, "2023-12-31"), (all, "2026-03-01")].map(|(book, as_of)| {
        let dossier = Dossier::of(plan.clone(), book);
        Report::of(&dossier, &Assessment::of(&dossier, as_of.parse().unwrap()))
    })
}

/// Each row of the evaluation table stands whole on one page, in the order of the report, and every page on which rows
/// stand begins them with the heads.
fn assert_rows_are_whole(report: &Report, pages: &[String]) {
    let heads = solid(&heads().concat());
    let mut left: VecDeque<&str> = pages.iter().map(String::as_str).collect();
    let mut under_heads = false;
    for row in shown(report) {
        let cells = row.cells().map(solid);
        loop {
            let page = left.front_mut().unwrap_or_else(|| {
                unreachable!("{} ({}) stands whole on no page", row.name, row.status)
            });
            if let Some(end) = end_of_row(page, &cells) {
                under_heads |= page
                    .get(..end)
                    .is_some_and(|before| before.contains(&heads));
                assert!(under_heads, "no heads over {} on its page", row.name);
                *page = page.get(end..).unwrap_or_default();
                break;
            }
            left.pop_front();
            under_heads = false;
        }
    }
}

/// The targets that have data.
fn shown(report: &Report) -> impl Iterator<Item = &Row> {
    let rows = report.domains.iter().flat_map(|section| &section.rows);
    rows.filter(|row| row.group != Group::NoData)
}

/// Where a row ends that stands in this text with all its cells.
fn end_of_row(text: &str, cells: &[String]) -> Option<usize> {
    let row = cells.concat();
    text.find(&row).map(|start| start + row.len())
}

fn assert_says_all(report: &Report, text: &str) {
    let all = report.domains.iter().flat_map(|section| &section.rows);
    let names = all.map(|row| &row.name);
    for part in names.chain(shown(report).map(|row| &row.status)) {
        assert!(text.contains(&solid(part)), "{part}");
    }
    let tasks = report.tasks.iter().flat_map(|stand| &stand.tasks);
    let tasks = tasks.map(|task| &task.text);
    for part in tasks.chain([&report.title, &report.method, &report.until()]) {
        assert!(text.contains(&solid(part)), "{part}");
    }
}

#[test]
fn a_browser_shows_and_prints_the_page() {
    let Some(name) = program(&BROWSERS) else {
        return;
    };
    let can_read = program(&["pdftotext"]).is_some();
    for report in reports() {
        let folder = tempfile::tempdir().unwrap();
        let (page, pdf) = (folder.path().join("a.html"), folder.path().join("a.pdf"));
        fs::write(&page, report::html(&report)).unwrap();
        let dom = browser(name, folder.path())
            .arg("--dump-dom")
            .arg(address(&page))
            .output()
            .unwrap();
        let dom = String::from_utf8(dom.stdout).unwrap();
        let cells = dom.matches("</td>").count();
        let tables = report.body().into_iter().filter_map(|block| match block {
            Block::Table(table) => Some(table.rows.len() * table.heads.len()),
            _ => None,
        });
        assert_eq!(cells, tables.sum::<usize>());
        let charts = report
            .body()
            .into_iter()
            .filter(|block| matches!(block, Block::Chart(_)))
            .count();
        assert!(charts > 0);
        assert_eq!(dom.matches("</svg>").count(), charts);
        if can_read {
            let status = browser(name, folder.path())
                .arg(format!("--print-to-pdf={}", pdf.display()))
                .arg(address(&page))
                .status()
                .unwrap();
            assert!(status.success());
            let pages = pages(&pdf);
            assert_says_all(&report, &without_numbers(&pages));
            assert_rows_are_whole(&report, &pages);
        }
    }
}

#[test]
fn libreoffice_prints_the_word_document() {
    let (Some(office), Some(_)) = (
        program(&["soffice", "libreoffice"]),
        program(&["pdftotext"]),
    ) else {
        return;
    };
    for report in reports() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.docx");
        fs::write(&file, report::docx(&report).unwrap()).unwrap();
        let pdf = as_pdf(office, folder.path(), &file);
        let pages = pages(&pdf);
        assert_says_all(&report, &without_numbers(&pages));
        assert_rows_are_whole(&report, &pages);
    }
}

fn as_pdf(office: &str, folder: &Path, file: &Path) -> PathBuf {
    let profile = address(&folder.join("profile"));
    let status = Command::new(office)
        .arg(format!("-env:UserInstallation={profile}"))
        .args(["--headless", "--convert-to", "pdf", "--outdir"])
        .arg(folder)
        .arg(file)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    assert!(status.success());
    file.with_extension("pdf")
}
