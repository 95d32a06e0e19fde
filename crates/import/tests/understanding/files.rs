//! Word, PDF, Excel and Markdown files built here, from their bytes to a plan.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use guihua_core::plan::{Block, Outline, Plan};
use guihua_import::encode::{self, Given};

/// The plan that comes of a file.
fn plan(name: &str, bytes: Vec<u8>) -> Plan {
    let (source, drafts) = guihua_import::open(name, bytes).expect("it is read");
    let given = Given {
        draft: drafts.first().expect("there is a document"),
        source: Some(&source),
        name: "规划",
    };
    encode::encode(given, &[], &[]).plan
}

/// All nodes of a plan with their numbers.
fn texts(plan: &Plan) -> Vec<String> {
    let outline = Outline::of(plan);
    let nodes = outline.nodes().iter();
    nodes
        .map(|it| format!("{}{}", it.number, it.prose.reading()))
        .collect()
}

/// A packed file with these parts.
fn packed(parts: &[(&str, String)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default())
            .expect("a part");
        std::io::Write::write_all(&mut zip, content.as_bytes()).expect("its content");
    }
    zip.finish().expect("a file").into_inner()
}

const SPACE: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

/// A Word file whose lists are numbered 一、 and 1. by Word; each paragraph has the level of its list, or none.
fn word(paragraphs: &[(Option<u8>, &str)]) -> Vec<u8> {
    let paragraph = |(level, text): &(Option<u8>, &str)| {
        let list = level.map_or(String::new(), |level| {
            format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr>")
        });
        format!("<w:p><w:pPr>{list}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
    };
    let body: String = paragraphs.iter().map(paragraph).collect();
    let level = |rank: u8, format: &str, text: &str| {
        format!(
            "<w:lvl w:ilvl=\"{rank}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    };
    let levels = [
        level(0, "chineseCountingThousand", "%1、"),
        level(1, "decimal", "%2."),
    ]
    .concat();
    let document = format!("<w:document {SPACE}><w:body>{body}<w:sectPr/></w:body></w:document>");
    let numbering = format!(
        "<w:numbering {SPACE}><w:abstractNum w:abstractNumId=\"0\">{levels}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
    );
    packed(&[
        ("[Content_Types].xml", "<Types/>".to_owned()),
        ("word/document.xml", document),
        ("word/numbering.xml", numbering),
    ])
}

#[test]
fn the_numbers_of_word_stand_before_headings_and_list_items() {
    let bytes = word(&[
        (None, "乙县水利发展“十五五”规划"),
        (Some(0), "主要目标"),
        (None, "到2030年，做到以下几点："),
        (Some(1), "全县新建水库5座；"),
        (Some(1), "全县新建泵站3座；"),
        (Some(0), "主要任务"),
        (None, "建设水库。"),
    ]);
    let plan = plan("规划.docx", bytes);
    assert_eq!(
        texts(&plan),
        [
            "乙县水利发展“十五五”规划",
            "一、主要目标",
            "到2030年，做到以下几点：",
            "1. 全县新建水库5座；",
            "2. 全县新建泵站3座；",
            "二、主要任务",
            "建设水库。",
        ]
    );
    let goals: Vec<String> = plan
        .targets
        .iter()
        .filter_map(|it| it.goal)
        .map(|it| it.to_string())
        .collect();
    assert_eq!(goals, ["5", "3"]);
}

/// A PDF with one page for each list of lines, drawn from top to bottom.
fn pdf(pages: &[&[&str]]) -> Vec<u8> {
    let signs: Vec<char> = pages.concat().concat().chars().collect();
    let code = |c: char| signs.iter().position(|it| *it == c).unwrap_or_default() + 1;
    let pairs: Vec<String> = signs
        .iter()
        .map(|c| format!("<{:04X}> <{:04X}>", code(*c), *c as u32))
        .collect();
    let pairs: Vec<String> = pairs
        .chunks(100)
        .map(|it| format!("{} beginbfchar\n{}\nendbfchar\n", it.len(), it.join("\n")))
        .collect();
    let pairs = pairs.concat();
    let map = format!(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n{pairs}endcmap end end"
    );
    let stream = |content: &str| {
        format!(
            "<< /Length {} >>\nstream\n{content}\nendstream",
            content.len()
        )
    };
    let kids: Vec<String> = (0..pages.len())
        .map(|n| format!("{} 0 R", 5 + 2 * n))
        .collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Count {} /Kids [{}] /MediaBox [0 0 600 800] /Resources << /Font << /F 3 0 R >> >> >>", pages.len(), kids.join(" ")),
        "<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /ToUnicode 4 0 R /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] >>".to_owned(),
        stream(&map),
    ];
    for (n, lines) in pages.iter().enumerate() {
        let line = |(n, line): (usize, &&str)| {
            let text: Vec<String> = line.chars().map(|c| format!("{:04X}", code(c))).collect();
            let text = text.concat();
            format!(
                "BT /F 12 Tf 1 0 0 1 60 {} Tm <{text}> Tj ET\n",
                760 - 20 * n
            )
        };
        let content: String = lines.iter().enumerate().map(line).collect();
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /Contents {} 0 R >>",
            6 + 2 * n
        ));
        objects.push(stream(&content));
    }
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (n, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n{object}\nendobj\n", n + 1).into_bytes());
    }
    let start = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).into_bytes());
    for place in places {
        bytes.extend(format!("{place:010} 00000 n \n").into_bytes());
    }
    let size = objects.len() + 1;
    bytes.extend(
        format!("trailer\n<< /Root 1 0 R /Size {size} >>\nstartxref\n{start}\n%%EOF").into_bytes(),
    );
    bytes
}

#[test]
fn a_title_over_two_lines_of_a_pdf_is_whole() {
    let bytes = pdf(&[
        &[
            "乙政办函〔2026〕25号",
            "中共乙县委办公室 乙县",
            "人民政府办公室关于做好抗旱工作的通知",
            "各乡镇人民政府：",
            "为做好抗旱工作，现就有关事项通知如下。",
            "一、总体要求",
            "坚持预防为主。",
            "— 1 —",
        ],
        &["二、主要任务", "建设水库。", "— 2 —"],
    ]);
    let plan = plan("通知.pdf", bytes);
    assert_eq!(
        plan.meta.title.replace(' ', ""),
        "中共乙县委办公室乙县人民政府办公室关于做好抗旱工作的通知"
    );
    assert_eq!(
        plan.meta.document_number.as_deref(),
        Some("乙政办函〔2026〕25号")
    );
    let chapters = plan
        .body
        .content
        .iter()
        .filter(|it| matches!(it, Block::Section(_)));
    assert_eq!(chapters.count(), 2);
    let left = plan.omitted.iter().map(|it| it.text.replace(' ', ""));
    let left: Vec<String> = left.collect();
    assert_eq!(left, ["乙政办函〔2026〕25号", "—1—", "—2—"]);
}

/// An Excel file of one sheet with these cells, of which some are merged.
fn excel(rows: &[&[&str]], merged: &[&str]) -> Vec<u8> {
    let cell = |row: usize, (column, text): (usize, &&str)| {
        let name = char::from(b'A' + column as u8);
        format!("<c r=\"{name}{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
    };
    let row = |(n, cells): (usize, &&[&str])| {
        let cells: String = cells.iter().enumerate().map(|it| cell(n + 1, it)).collect();
        format!("<row r=\"{}\">{cells}</row>", n + 1)
    };
    let rows: String = rows.iter().enumerate().map(row).collect();
    let merged: Vec<String> = merged
        .iter()
        .map(|it| format!("<mergeCell ref=\"{it}\"/>"))
        .collect();
    let merged = merged.concat();
    let space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    packed(&[
        ("[Content_Types].xml", "<Types/>".to_owned()),
        ("xl/workbook.xml", format!("<workbook {space}><sheets><sheet name=\"指标\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>")),
        ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>".to_owned()),
        ("xl/worksheets/sheet1.xml", format!("<worksheet {space}><sheetData>{rows}</sheetData><mergeCells>{merged}</mergeCells></worksheet>")),
    ])
}

#[test]
fn a_sheet_with_two_rows_of_heads_gives_targets() {
    let bytes = excel(
        &[
            &["乙县“十五五”水利主要指标", "", "", "", "", ""],
            &["类别", "指标", "单位", "2025年", "2030年目标", ""],
            &["", "", "", "", "目标值", "年均/累计"],
            &["供水", "自来水普及率", "%", "91.0", "96.50", "—"],
            &["", "单位产值用水量下降", "%", "—", "—", "[10]"],
        ],
        &[
            "A1:F1", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:F2", "A4:A5",
        ],
    );
    let plan = plan("指标.xlsx", bytes);
    let read: Vec<String> = plan
        .targets
        .iter()
        .map(|it| {
            format!(
                "{} {}",
                it.name,
                it.goal.map(|it| it.to_string()).unwrap_or_default()
            )
        })
        .collect();
    assert_eq!(read, ["自来水普及率 96.50", "单位产值用水量下降 10"]);
}

#[test]
fn a_marked_heading_may_be_out_of_order() {
    let text = "# 乙县水利规划\n\n## 一、总体要求\n\n### （三）发展目标\n\n文。\n\n## 二、任务\n\n### （一）水库\n\n文。\n";
    let plan = plan("规划.md", text.as_bytes().to_vec());
    assert!(
        texts(&plan).contains(&"（三）发展目标".to_owned()),
        "{:?}",
        texts(&plan)
    );
    assert!(
        plan.doubts.iter().any(|it| it.note.contains("编号不连续")),
        "{:?}",
        plan.doubts
    );
}

#[test]
fn a_text_longer_than_plan_files_hold_becomes_several_paragraphs() {
    let sentence = "建设水库，完善灌区。".repeat(1_200);
    let text = format!("乙县水利规划\n一、任务\n{sentence}\n二、保障\n文。");
    let plan = plan("规划.txt", text.into_bytes());
    let longest = texts(&plan).iter().map(|it| it.chars().count()).max();
    assert!(longest.is_some_and(|n| n <= 10_000), "{longest:?}");
    assert_eq!(texts(&plan).concat().matches("完善灌区").count(), 1_200);
}

#[test]
fn a_preface_stands_before_the_first_chapter() {
    let text = "乙县水利“十四五”规划\n前　言\n水是生命之源。\n一、目标\n文。\n二、任务\n文。";
    let plan = plan("规划.txt", text.into());
    let outline = Outline::of(&plan);
    let addresses = outline.nodes().iter().map(|it| it.address.to_string());
    let addresses: Vec<String> = addresses.collect();
    assert!(addresses.contains(&"1".to_owned()) && addresses.contains(&"2".to_owned()));
    assert!(!addresses.contains(&"3".to_owned()), "{addresses:?}");
    assert!(texts(&plan).contains(&"前　言".to_owned()));
}
