//! The Word document as its standard has it: each element with its children in the order of the schema, parts that are well
//! formed whatever the plan says, and all words of the report.

#![expect(clippy::expect_used, reason = "a test that can't go on has failed")]

use std::collections::HashMap;
use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use guihua::assessment::Assessment;
use guihua::dossier::Dossier;
use guihua::embedded;
use guihua::output::report::block::Block;
use guihua::output::report::{self, Report};
use guihua::records::Book;

/// The elements that the document has, each with its children in the order of ECMA-376 (`wml.xsd`, transitional), as far as
/// they are used. A child that stands in a list of several may be repeated.
const ORDER: [(&str, &[&str]); 33] = [
    ("w:document", &["w:body"]),
    ("w:ftr", &["w:p"]),
    (
        "w:pPr",
        &[
            "w:pStyle",
            "w:keepNext",
            "w:spacing",
            "w:ind",
            "w:jc",
            "w:outlineLvl",
        ],
    ),
    ("w:r", &["w:rPr", "w:t"]),
    (
        "w:rPr",
        &[
            "w:rFonts", "w:b", "w:bCs", "w:sz", "w:szCs", "w:shd", "w:lang",
        ],
    ),
    ("w:fldSimple", &["w:r"]),
    ("w:tbl", &["w:tblPr", "w:tblGrid", "w:tr"]),
    (
        "w:tblPr",
        &[
            "w:tblW",
            "w:jc",
            "w:tblBorders",
            "w:tblLayout",
            "w:tblCellMar",
        ],
    ),
    (
        "w:tblBorders",
        &[
            "w:top",
            "w:left",
            "w:bottom",
            "w:right",
            "w:insideH",
            "w:insideV",
        ],
    ),
    ("w:tblCellMar", &["w:top", "w:left", "w:bottom", "w:right"]),
    ("w:tblGrid", &["w:gridCol"]),
    ("w:tr", &["w:trPr", "w:tc"]),
    ("w:trPr", &["w:cantSplit", "w:tblHeader"]),
    ("w:tc", &["w:tcPr", "w:p"]),
    ("w:tcPr", &["w:tcW", "w:shd", "w:vAlign"]),
    (
        "w:sectPr",
        &["w:footerReference", "w:pgSz", "w:pgMar", "w:cols"],
    ),
    ("w:styles", &["w:docDefaults", "w:style"]),
    ("w:docDefaults", &["w:rPrDefault", "w:pPrDefault"]),
    ("w:rPrDefault", &["w:rPr"]),
    ("w:pPrDefault", &[]),
    (
        "w:style",
        &[
            "w:name",
            "w:basedOn",
            "w:next",
            "w:qFormat",
            "w:pPr",
            "w:rPr",
        ],
    ),
    ("w:settings", &["w:zoom", "w:defaultTabStop", "w:compat"]),
    (
        "w:compat",
        &[
            "w:spaceForUL",
            "w:balanceSingleByteDoubleByteWidth",
            "w:doNotLeaveBackslashAlone",
            "w:ulTrailSpace",
            "w:doNotExpandShiftReturn",
            "w:useFELayout",
            "w:compatSetting",
        ],
    ),
    ("w:t", &[]),
    ("w:gridCol", &[]),
    ("w:pgMar", &[]),
    ("Types", &["Default", "Override"]),
    ("Relationships", &["Relationship"]),
    ("cp:coreProperties", &["dc:title", "dc:language"]),
    ("dc:title", &[]),
    ("dc:language", &[]),
    // A choice: paragraphs and tables, or runs and fields, in any order.
    ("w:body", &[]),
    ("w:p", &[]),
];

fn report(title: &str) -> Report {
    let mut plan = embedded::plan();
    title.clone_into(&mut plan.meta.title);
    let book = Book::of(embedded::observations(), Vec::new());
    let dossier = Dossier::of(plan, book);
    let as_of = "2025-12-31".parse().expect("a day");
    Report::of(&dossier, &Assessment::of(&dossier, as_of))
}

/// The parts of a document, by name.
fn parts(bytes: &[u8]) -> HashMap<String, String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let names: Vec<String> = zip.file_names().map(str::to_owned).collect();
    let read = |name: String| {
        let mut text = String::new();
        let mut part = zip.by_name(&name).expect("a part");
        part.read_to_string(&mut text).expect("UTF-8");
        (name, text)
    };
    names.into_iter().map(read).collect()
}

fn name(start: &BytesStart<'_>) -> String {
    String::from_utf8_lossy(start.name().as_ref()).into_owned()
}

/// Calls `see` with each element and the one that it stands in, in order. Fails where a part is not well formed.
fn walk(part: &str, mut see: impl FnMut(&str, usize, &BytesStart<'_>)) {
    let mut reader = Reader::from_str(part);
    let mut open: Vec<(String, usize)> = Vec::new();
    let mut number = 0;
    loop {
        match reader.read_event().expect("well formed") {
            Event::Eof => break,
            Event::End(_) => {
                open.pop();
            }
            Event::Start(start) => {
                if let Some((parent, id)) = open.last() {
                    see(parent, *id, &start);
                }
                number += 1;
                open.push((name(&start), number));
            }
            Event::Empty(start) => {
                if let Some((parent, id)) = open.last() {
                    see(parent, *id, &start);
                }
            }
            _ => {}
        }
    }
    assert!(open.is_empty(), "not closed: {open:?}");
}

#[test]
fn every_element_has_its_children_in_the_order_of_the_standard() {
    let orders: HashMap<&str, &[&str]> = ORDER.into_iter().collect();
    let is_choice = |parent: &str| matches!(parent, "w:body" | "w:p");
    let parts = parts(&report::docx(&report("评估")).expect("a document"));
    let mut seen = 0;
    for (part, text) in &parts {
        let mut last = (0, 0);
        walk(text, |parent, id, child| {
            let child = name(child);
            let order = orders.get(parent);
            let order = order.unwrap_or_else(|| unreachable!("{part}: {parent} holds {child}"));
            seen += 1;
            if is_choice(parent) {
                let known = ["w:p", "w:tbl", "w:sectPr", "w:pPr", "w:r", "w:fldSimple"];
                assert!(
                    known.contains(&child.as_str()),
                    "{part}: {parent} holds {child}"
                );
                return;
            }
            let place = order.iter().position(|known| *known == child);
            let place = place.unwrap_or_else(|| unreachable!("{part}: {parent} holds {child}"));
            let is_first = last.0 != id;
            assert!(
                is_first || last.1 <= place,
                "{part}: {child} in {parent} comes late"
            );
            last = (id, place);
        });
    }
    assert!(seen > 1000, "{seen} elements");
}

#[test]
fn properties_come_before_the_text_and_the_page_closes_the_body() {
    let parts = parts(&report::docx(&report("评估")).expect("a document"));
    let document = parts.get("word/document.xml").expect("the document");
    assert!(document.ends_with("</w:sectPr></w:body></w:document>"));
    assert_eq!(document.matches("<w:sectPr>").count(), 1);
    let properties = document.matches("<w:pPr").count();
    let paragraphs = document.matches("<w:p>").count();
    assert_eq!(properties, document.matches("<w:p><w:pPr").count());
    assert_eq!(properties, paragraphs);
    let styles = parts.get("word/styles.xml").expect("the styles");
    let normal = "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">";
    assert_eq!(styles.matches(normal).count(), 1, "{styles}");
    assert_eq!(styles.matches("w:default=").count(), 1, "{styles}");
}

#[test]
fn every_part_is_named_with_its_type_and_every_reference_leads_to_a_part() {
    let parts = parts(&report::docx(&report("评估")).expect("a document"));
    let types = parts.get("[Content_Types].xml").expect("the types");
    for name in parts.keys().filter(|name| !name.contains("_rels")) {
        let is_typed = types.contains(&format!("PartName=\"/{name}\""));
        assert!(is_typed || name.starts_with('['), "{name}");
    }
    for (of, folder) in [
        ("_rels/.rels", ""),
        ("word/_rels/document.xml.rels", "word/"),
    ] {
        let relationships = parts.get(of).expect("relationships");
        let targets: Vec<&str> = relationships.split("Target=\"").skip(1).collect();
        assert!(!targets.is_empty(), "{relationships}");
        for target in targets {
            let target = target.split('"').next().unwrap_or_default();
            assert!(parts.contains_key(&format!("{folder}{target}")), "{target}");
        }
    }
}

#[test]
fn a_character_that_no_xml_may_hold_is_left_out_and_all_others_are_kept() {
    let bytes = report::docx(&report("甲<&>\"'\u{fffe}乙\u{1f}\u{ffff}丙")).expect("a document");
    for (name, part) in parts(&bytes) {
        assert!(!part.contains(['\u{fffe}', '\u{ffff}', '\u{1f}']), "{name}");
        walk(&part, |_, _, _| {});
        if name == "word/document.xml" {
            assert!(
                part.contains("甲&lt;&amp;&gt;") && part.contains("乙丙"),
                "{name}"
            );
        }
    }
}

#[test]
fn the_document_says_what_the_report_says_in_its_order() {
    let report = report("评估");
    let parts = parts(&report::docx(&report).expect("a document"));
    let mut document = parts
        .get("word/document.xml")
        .expect("the document")
        .as_str();
    let mut find = |words: &str| {
        let words = quick_xml::escape::escape(words);
        let at = document.find(&format!(">{words}</w:t>"));
        let at = at.unwrap_or_else(|| unreachable!("not in its place: {words}"));
        document = document.get(at..).unwrap_or_default();
    };
    find(&report.title);
    for block in report.body() {
        match block {
            Block::Heading(_, text) | Block::Paragraph(text) | Block::Place(text) => find(&text),
            Block::Chart(chart) => find(&chart.in_words()),
            Block::Items(_, items) => items.iter().for_each(|item| find(&item.text)),
            Block::Table(table) => {
                let cells = table.rows.iter().flatten();
                let cells = table.heads.iter().chain(cells);
                cells
                    .filter(|cell| !cell.is_empty())
                    .for_each(|cell| find(cell));
            }
        }
    }
}
