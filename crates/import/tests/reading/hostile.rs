//! Files made to harm, and files that are damaged: they are refused or read, and nothing panics.

use std::{
    panic,
    sync::{
        Once,
        atomic::{AtomicUsize, Ordering},
    },
};

use guihua_import::{
    Refusal,
    readers::{Excess, Kind, THREAD},
};

use crate::support::{packed, read, texts};

/// Panics in our own code while reading.
static PANICS: AtomicUsize = AtomicUsize::new(0);
static WATCH: Once = Once::new();

/// Counts panics that begin in our own code. Those of foreign parsers are turned into refusals.
fn watch() {
    WATCH.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |told| {
            let reading = std::thread::current().name() == Some(THREAD);
            if !reading {
                before(told);
            } else if told
                .location()
                .is_some_and(|place| place.file().contains("readers"))
            {
                PANICS.fetch_add(1, Ordering::Relaxed);
            }
        }));
    });
}

fn excess(name: &str, bytes: impl AsRef<[u8]>) -> Option<Excess> {
    match guihua_import::read(name, bytes.as_ref()) {
        Err(Refusal::TooLarge { excess, .. }) => Some(excess),
        _ => None,
    }
}

/// A row of numbers that looks like chance and is the same every time.
fn chance(seed: u64) -> impl FnMut(usize) -> usize {
    let mut state = seed;
    move |below| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below.max(1)
    }
}

/// Reads a file with a few bytes changed, left out or doubled, many times over.
fn damage(name: &str, bytes: &[u8], times: usize) {
    watch();
    let mut pick = chance(bytes.len() as u64);
    for _ in 0..times {
        let mut damaged = bytes.to_vec();
        for _ in 0..=pick(4) {
            let at = pick(damaged.len());
            match pick(4) {
                0 => damaged.truncate(at.max(1)),
                1 => damaged.extend_from_within(at..),
                _ => damaged[at] = pick(256) as u8,
            }
        }
        let _ = guihua_import::read(name, &damaged);
    }
    assert_eq!(PANICS.load(Ordering::Relaxed), 0, "{name}");
}

const WORD: &str = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>\
    <w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr><w:ind w:firstLine=\"640\"/></w:pPr><w:r><w:t>总则</w:t><w:br/></w:r></w:p>\
    <w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>指标</w:t></w:r></w:p></w:tc></w:tr>\
    <w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl></w:body></w:document>";
const LISTS: &str = "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
    <w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"1\"><w:start w:val=\"9\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1.%2\"/></w:lvl></w:abstractNum>\
    <w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>";
const SHEET: &str = "<worksheet><cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols><sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>119.5</v></c></row></sheetData>\
    <mergeCells><mergeCell ref=\"A1:C9\"/></mergeCells></worksheet>";
const STYLES: &str = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[DBNum1]yyyy;#,##0.0E+0;[&gt;1]0%\"/></numFmts>\
    <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";

/// Damages a part before it is packed, so that the damage is in the XML and not in the packing.
fn damage_part(name: &str, part: &str, content: &str, others: &[(&str, &str)], times: usize) {
    watch();
    let mut pick = chance(content.len() as u64);
    for _ in 0..times {
        let mut damaged: Vec<char> = content.chars().collect();
        for _ in 0..=pick(3) {
            let at = pick(damaged.len());
            damaged[at] = ['0', '9', '-', '%', 'Z', '"', '<', '规', ';', ':'][pick(10)];
        }
        let damaged: String = damaged.into_iter().collect();
        let mut parts = others.to_vec();
        parts.push((part, &damaged));
        let _ = guihua_import::read(name, &packed(&parts));
    }
    assert_eq!(PANICS.load(Ordering::Relaxed), 0, "{name}");
}

#[test]
fn damaged_texts_and_pages_are_read() {
    let page = "<html><head><meta name=PubDate content=1><title>规划</title></head><body><div id=zoom><p style='text-indent:2em;font-size:9e9px'>总则<br>&nbsp;</p>\
        <table><tr><th rowspan=2>甲<td colspan=3>乙<tr><td>丙</table><ol start=9><li value=3>丁</ol><img src=a><a href='a.docx'>附件</a></div></body></html>";
    damage("a.html", page.as_bytes(), 600);
    damage("a.md", "---\na: b\n---\n# 规划\n**甲**: [乙](c.doc) ![](d.png)\n| 丙 | 丁 |\n|---|---|\n| \\| | <br> |\n".as_bytes(), 600);
    damage(
        "a.csv",
        "标题,正文\n\"规划\",\"一、总则\n二、目标\"\n".as_bytes(),
        300,
    );
    damage("a.txt", "规划\r\n\x0c　　总则\n".as_bytes(), 300);
}

#[test]
fn damaged_word_files_are_read_or_refused() {
    let parts = [("word/document.xml", WORD), ("word/numbering.xml", LISTS)];
    damage("a.docx", &packed(&parts), 300);
    damage_part("a.docx", "word/document.xml", WORD, &parts[1..], 300);
    damage_part("a.docx", "word/numbering.xml", LISTS, &parts[..1], 300);
}

#[test]
fn damaged_excel_files_are_read_or_refused() {
    let book = "<workbook><sheets><sheet name=\"甲\"/></sheets></workbook>";
    let parts = [
        ("xl/workbook.xml", book),
        ("xl/worksheets/sheet1.xml", SHEET),
        ("xl/styles.xml", STYLES),
    ];
    damage("a.xlsx", &packed(&parts), 300);
    damage_part(
        "a.xlsx",
        "xl/worksheets/sheet1.xml",
        SHEET,
        &[parts[0], parts[2]],
        300,
    );
    damage_part("a.xlsx", "xl/styles.xml", STYLES, &parts[..2], 300);
    damage("a.xls", &crate::xls::sample(), 600);
}

#[cfg(feature = "pdf")]
#[test]
fn damaged_pdfs_are_read_or_refused() {
    damage("a.pdf", &crate::pdf::sample(), 300);
}

#[test]
fn bombs_are_refused() {
    let spaces = " ".repeat(1 + (64 << 20));
    assert_eq!(
        excess("a.docx", packed(&[("word/document.xml", &spaces)])),
        Some(Excess::Unpacked)
    );
    let nested = format!("{}{}", "<a>".repeat(300), "</a>".repeat(300));
    assert_eq!(
        excess("a.docx", packed(&[("word/document.xml", &nested)])),
        Some(Excess::Nesting)
    );
    assert_eq!(
        excess("a.html", "<div>".repeat(200_000)),
        Some(Excess::Nesting)
    );
    assert_eq!(
        excess("a.html", "<b id=x>".repeat(3000) + &"<p>".repeat(100_000)),
        Some(Excess::Nesting)
    );
    let wide = format!(
        "<p>甲</p><table>{}</table>",
        "<tr><td colspan=1000>乙".repeat(1000)
    );
    assert_eq!(excess("a.html", wide), Some(Excess::Cells));
}

#[test]
fn one_long_text_in_many_cells_is_refused() {
    let strings = format!("<sst><si><t>{}</t></si></sst>", "甲".repeat(30_000));
    let row = format!("<row>{}</row>", "<c t=\"s\"><v>0</v></c>".repeat(1000));
    let sheet = format!("<worksheet><sheetData>{row}</sheetData></worksheet>");
    let book = "<workbook><sheets><sheet name=\"甲\"/></sheets></workbook>";
    let parts = [
        ("xl/workbook.xml", book),
        ("xl/worksheets/sheet1.xml", sheet.as_str()),
        ("xl/sharedStrings.xml", strings.as_str()),
    ];
    assert_eq!(excess("a.xlsx", packed(&parts)), Some(Excess::Unpacked));
}

#[test]
fn a_text_without_lines_and_one_of_lines_without_end_are_no_documents() {
    assert_eq!(excess("a.txt", "规".repeat(3_000_000)), Some(Excess::Line));
    let lines = "1.标题\n".repeat(200_000);
    assert_eq!(excess("a.txt", lines.clone()), Some(Excess::Pieces));
    assert_eq!(
        excess("a.md", lines.replace("1.", "\n## ")),
        Some(Excess::Pieces)
    );
}

#[test]
fn marks_without_an_end_and_long_lists_are_read() {
    let source = read("a.md", "[".repeat(40_000) + &"**".repeat(20_000));
    assert_eq!(source.blocks.len(), 1);
    let source = read("a.html", format!("<ol>{}</ol>", "<li>甲".repeat(50_000)));
    assert_eq!(texts(&source).len(), 50_000);
}

#[cfg(feature = "pdf")]
#[test]
fn a_pdf_that_draws_itself_comes_to_an_end() {
    let _ = guihua_import::read("a.pdf", &crate::pdf::endless());
}

#[test]
fn a_cut_package_is_called_what_its_name_says() {
    for (name, kind) in [
        ("附件.xlsx", Kind::Xlsx),
        ("附件.XLSX", Kind::Xlsx),
        ("规划.docx", Kind::Docx),
        ("规划", Kind::Docx),
    ] {
        let refused = guihua_import::read(name, b"PK\x03\x04 and no more").err();
        let told = match &refused {
            Some(Refusal::Broken { kind, .. }) => Some(*kind),
            _ => None,
        };
        assert_eq!(told, Some(kind), "{name}: {refused:?}");
    }
}
