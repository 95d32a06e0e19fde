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
use guihua::records::{Book, Side};

/// The elements that the document has, each with its children in the order of ECMA-376 (`wml.xsd`, transitional), as far as
/// they are used. A child that stands in a list of several may be repeated.
const ORDER: [(&str, &[&str]); 68] = [
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
    ("w:r", &["w:rPr", "w:t", "w:drawing"]),
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
    // The place of a chart (dml-wordprocessingDrawing.xsd).
    ("w:drawing", &["wp:inline"]),
    (
        "wp:inline",
        &["wp:extent", "wp:docPr", "wp:cNvGraphicFramePr", "a:graphic"],
    ),
    ("a:graphic", &["a:graphicData"]),
    ("a:graphicData", &["c:chart"]),
    // A chart (dml-chart.xsd).
    (
        "c:chartSpace",
        &[
            "c:roundedCorners",
            "c:chart",
            "c:spPr",
            "c:txPr",
            "c:externalData",
        ],
    ),
    (
        "c:chart",
        &[
            "c:title",
            "c:autoTitleDeleted",
            "c:plotArea",
            "c:legend",
            "c:plotVisOnly",
            "c:dispBlanksAs",
        ],
    ),
    ("c:title", &["c:tx", "c:overlay"]),
    ("c:rich", &["a:bodyPr", "a:p"]),
    ("c:txPr", &["a:bodyPr", "a:p"]),
    ("a:p", &["a:pPr", "a:r", "a:endParaRPr"]),
    ("a:pPr", &["a:defRPr"]),
    ("a:r", &["a:rPr", "a:t"]),
    ("c:plotArea", &["c:layout", "c:scatterChart", "c:valAx"]),
    (
        "c:scatterChart",
        &["c:scatterStyle", "c:varyColors", "c:ser", "c:axId"],
    ),
    (
        "c:ser",
        &[
            "c:idx", "c:order", "c:tx", "c:spPr", "c:marker", "c:dLbls", "c:xVal", "c:yVal",
            "c:smooth",
        ],
    ),
    ("c:tx", &["c:strRef", "c:rich"]),
    ("c:strRef", &["c:f", "c:strCache"]),
    ("c:strCache", &["c:ptCount", "c:pt"]),
    ("c:pt", &["c:v"]),
    ("c:spPr", &["a:noFill", "a:solidFill", "a:ln"]),
    ("a:ln", &["a:noFill", "a:solidFill", "a:prstDash"]),
    ("a:solidFill", &["a:srgbClr"]),
    ("c:marker", &["c:symbol", "c:size", "c:spPr"]),
    (
        "c:dLbls",
        &[
            "c:dLbl",
            "c:showLegendKey",
            "c:showVal",
            "c:showCatName",
            "c:showSerName",
            "c:showPercent",
            "c:showBubbleSize",
        ],
    ),
    (
        "c:dLbl",
        &[
            "c:idx",
            "c:numFmt",
            "c:spPr",
            "c:txPr",
            "c:dLblPos",
            "c:showLegendKey",
            "c:showVal",
            "c:showCatName",
            "c:showSerName",
            "c:showPercent",
            "c:showBubbleSize",
        ],
    ),
    ("c:xVal", &["c:numRef"]),
    ("c:yVal", &["c:numRef"]),
    ("c:numRef", &["c:f", "c:numCache"]),
    ("c:numCache", &["c:formatCode", "c:ptCount", "c:pt"]),
    (
        "c:valAx",
        &[
            "c:axId",
            "c:scaling",
            "c:delete",
            "c:axPos",
            "c:majorGridlines",
            "c:numFmt",
            "c:majorTickMark",
            "c:minorTickMark",
            "c:tickLblPos",
            "c:spPr",
            "c:txPr",
            "c:crossAx",
            "c:crosses",
            "c:crossBetween",
            "c:majorUnit",
        ],
    ),
    ("c:scaling", &["c:orientation", "c:max", "c:min"]),
    ("c:majorGridlines", &["c:spPr"]),
    ("c:legend", &["c:legendPos", "c:legendEntry", "c:overlay"]),
    ("c:legendEntry", &["c:idx", "c:delete"]),
    ("c:externalData", &["c:autoUpdate"]),
    // A choice: paragraphs and tables, or runs and fields, in any order.
    ("w:body", &[]),
    ("w:p", &[]),
];

/// Figures with gaps between them, above and below the goal, of a target without a baseline, and of the year of the goal.
const RECORDS: &str = "\
- { target: resident-population, period: 2025, value: 134.20, source: 甲 }
- { target: life-expectancy, period: 2022, value: 82.1, source: 乙 }
- { target: life-expectancy, period: 2025, value: 82.58, source: 乙 }
- { target: surveyed-unemployment-rate, period: 2021, value: 5.1, source: 丙 }
- { target: surveyed-unemployment-rate, period: 2022, value: 6.4, source: 丙 }
";

fn report(title: &str) -> Report {
    let mut plan = embedded::plan();
    title.clone_into(&mut plan.meta.title);
    let own = guihua::records::load(RECORDS, &plan, Side::Own).expect("sound records");
    let book = Book::of(embedded::observations(), own.records());
    let dossier = Dossier::of(plan, book);
    let as_of = "2025-12-31".parse().expect("a day");
    Report::of(&dossier, &Assessment::of(&dossier, as_of))
}

/// The parts of a document by name, without the workbooks in it.
fn parts(bytes: &[u8]) -> HashMap<String, String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let names = zip
        .file_names()
        .filter(|name| !name.starts_with("word/embeddings/"));
    let names: Vec<String> = names.map(str::to_owned).collect();
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
    assert!(types.contains("PartName=\"/word/embeddings/chart1.xlsx\""));
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

/// What stands between two marks.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let (_, after) = text.split_once(from).unwrap_or_default();
    after.split_once(to).unwrap_or_default().0
}

#[test]
fn a_chart_draws_the_figures_of_the_text_with_their_digits() {
    let report = report("评估");
    let bytes = report::docx(&report).expect("a document");
    let parts = parts(&bytes);
    let document = parts.get("word/document.xml").expect("the document");
    let body = report.body();
    let charts = body.iter().filter_map(|block| match block {
        Block::Chart(chart) => Some(chart),
        _ => None,
    });
    let mut count = 0;
    for (n, chart) in (1..).zip(charts) {
        count += 1;
        let words = quick_xml::escape::escape(chart.in_words());
        assert!(
            document.contains(&format!("name=\"chart{n}\" descr=\"{words}\"")),
            "{words}"
        );
        let part = parts
            .get(&format!("word/charts/chart{n}.xml"))
            .expect("a chart");
        let series: Vec<&str> = part.split("<c:ser>").skip(1).collect();
        let lengths: Vec<&str> = series
            .iter()
            .map(|it| {
                between(
                    between(it, "<c:yVal>", "</c:yVal>"),
                    "<c:ptCount val=\"",
                    "\"",
                )
            })
            .collect();
        assert!(
            lengths.windows(2).all(|pair| pair[0] == pair[1]),
            "{lengths:?}"
        );
        // Every figure of the text is printed once, with its digits.
        let goal = chart.goal.iter();
        for point in chart.known().chain(goal) {
            let digits = &point.figure;
            let decimals = digits.split_once('.').map_or(0, |(_, after)| after.len());
            let code = ["0", ".", &"0".repeat(decimals)].concat();
            let code = code.trim_end_matches('.');
            let is_printed = |it: &&&str| {
                let values = between(it, "<c:yVal>", "</c:yVal>");
                values.contains(&format!("formatCode=\"{code}\"><c:v>{digits}</c:v>"))
                    && it.contains("<c:showVal val=\"1\"/>")
            };
            assert!(
                series.iter().any(|it| is_printed(&it)),
                "{digits} in {part}"
            );
        }
        let labels = part.matches("<c:showVal val=\"1\"/>").count();
        assert_eq!(labels, chart.known().count() + chart.goal.iter().count());
    }
    assert!(count > 2, "{count} charts");
    let mut zip = zip::ZipArchive::new(Cursor::new(&bytes)).expect("a package");
    let mut figures = Vec::new();
    let mut part = zip
        .by_name("word/embeddings/chart1.xlsx")
        .expect("the figures");
    part.read_to_end(&mut figures).expect("it can be read");
    let book = guihua_import::read("figures.xlsx", &figures).expect("a workbook");
    assert_eq!(book.blocks.len(), 1);
}
