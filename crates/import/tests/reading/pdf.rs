//! PDFs, built here object by object.

use guihua_import::{
    Refusal,
    readers::Kind,
    source::{Block, Source},
};

use crate::support::{lines, read, texts};

/// A file of these objects, numbered from 1; the first is the catalogue.
fn file(objects: &[String], trailer: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n{object}\nendobj\n", index + 1).into_bytes());
    }
    let start = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).into_bytes());
    for place in &places {
        bytes.extend(format!("{place:010} 00000 n \n").into_bytes());
    }
    let size = objects.len() + 1;
    bytes.extend(
        format!("trailer\n<< /Root 1 0 R /Size {size} {trailer} >>\nstartxref\n{start}\n%%EOF")
            .into_bytes(),
    );
    bytes
}

fn stream(more: &str, content: &str) -> String {
    format!(
        "<< {more} /Length {} >>\nstream\n{content}\nendstream",
        content.len()
    )
}

/// A map from `!`, `"`, `#`… to these characters.
fn to_unicode(signs: &str) -> String {
    let pairs: Vec<String> = signs
        .chars()
        .enumerate()
        .map(|(index, sign)| format!("<{:02X}> <{:04X}>", index + 0x21, sign as u32))
        .collect();
    let content = format!(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n\
         1 begincodespacerange <00> <FF> endcodespacerange\n{} beginbfchar\n{}\nendbfchar endcmap end end",
        pairs.len(),
        pairs.join("\n")
    );
    stream("", &content)
}

/// A document whose pages have these contents. The font `F` draws the signs, all a full width wide, `X` is not
/// embedded, `I` is a picture.
fn document(pages: &[&str], signs: &str) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len())
        .map(|index| format!("{} 0 R", 7 + 2 * index))
        .collect();
    let widths = "1000 ".repeat(94);
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Count {} /Kids [{}] /MediaBox [0 0 600 800] /Resources << /Font << /F 3 0 R /X 5 0 R >> /XObject << /I 6 0 R >> >> >>", pages.len(), kids.join(" ")),
        format!("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 33 /LastChar 126 /Widths [{widths}] /ToUnicode 4 0 R >>"),
        to_unicode(signs),
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>] >>".to_owned(),
        stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "\u{1}"),
    ];
    for (index, content) in pages.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /Contents {} 0 R >>",
            8 + 2 * index
        ));
        objects.push(stream("", content));
    }
    file(&objects, "")
}

fn pdf(pages: &[&str], signs: &str) -> Source {
    read("规划.pdf", document(pages, signs))
}

#[test]
fn characters_become_lines_and_pages_end() {
    let first = "BT /F 16 Tf 132 700 Td (!\"#) Tj -32 -24 Td ($%&'$%&'$%&') Tj ET";
    let source = pdf(
        &[first, "BT /F 16 Tf 100 700 Td (!) Tj ET"],
        "一、总甲乙丙丁",
    );
    assert_eq!(texts(&source), ["一、总", "甲乙丙丁甲乙丙丁甲乙丙丁", "一"]);
    let lines = lines(&source);
    assert_eq!(
        (
            lines[0].look.indent,
            lines[0].look.size,
            lines[0].look.paragraph
        ),
        (4, Some(32), false)
    );
    assert_eq!(
        (
            lines[1].place.line,
            lines[1].place.page,
            lines[2].place.page
        ),
        (2, Some(1), Some(2))
    );
    let ends: Vec<bool> = source
        .blocks
        .iter()
        .map(|block| matches!(block, Block::PageEnd))
        .collect();
    assert_eq!(ends, [false, false, true, false, true]);
}

#[test]
fn marks_that_stand_higher_stay_in_their_line_whatever_the_order_of_drawing() {
    let page = "BT /F 16 Tf 116 700 Td (\"#) Tj ET BT /F 16 Tf 100 705 Td (!) Tj ET BT /F 16 Tf 148 704 Td ($) Tj ET";
    assert_eq!(texts(&pdf(&[page], "“十五”")), ["“十五”"]);
}

#[test]
fn gaps_are_blanks() {
    let page = "BT /F 10 Tf 100 700 Td (!) Tj 40 0 Td (\") Tj ET";
    assert_eq!(texts(&pdf(&[page], "甲乙")), ["甲      乙"]);
}

#[test]
fn a_picture_has_a_place_and_pages_of_pictures_alone_are_a_scan() {
    let picture = "q 500 0 0 300 50 300 cm /I Do Q";
    let source = pdf(
        &[&format!(
            "BT /F 16 Tf 100 700 Td (!) Tj ET {picture} BT /F 16 Tf 100 100 Td (\") Tj ET"
        )],
        "甲乙",
    );
    assert!(
        matches!(&source.blocks[..], [Block::Line(_), Block::Picture(picture), Block::Line(_), Block::PageEnd] if picture.place.page == Some(1))
    );
    let scan = guihua_import::read("a.pdf", &document(&[picture, picture], "甲"));
    assert_eq!(scan, Err(Refusal::Scan { pages: 2 }));
}

#[test]
fn fonts_that_are_not_embedded_are_read_by_their_encoding() {
    assert_eq!(
        texts(&pdf(&["BT /X 16 Tf 100 700 Td <4E004E8C4E09> Tj ET"], "甲")),
        ["一二三"]
    );
}

#[test]
fn fonts_that_do_not_say_what_they_draw_are_told() {
    let file = document(&["BT /X 16 Tf 100 700 Td <000100020003> Tj ET"], "甲");
    let file = String::from_utf8_lossy(&file)
        .replace("/UniGB-UCS2-H", "/Identity-H  ")
        .replace("(GB1)", "(Own)");
    assert_eq!(
        guihua_import::read("a.pdf", file.as_bytes()),
        Err(Refusal::Unmapped { pages: 1 })
    );
}

#[test]
fn text_that_runs_aslant_is_no_part_of_the_document() {
    let page =
        "BT /F 16 Tf 100 700 Td (!) Tj ET BT /F 40 Tf 0.7 0.7 -0.7 0.7 100 300 Tm (\") Tj ET";
    assert_eq!(texts(&pdf(&[page], "甲密")), ["甲"]);
}

#[test]
fn an_empty_page_and_a_broken_file_are_told() {
    assert_eq!(
        guihua_import::read("a.pdf", &document(&["q Q"], "甲")),
        Err(Refusal::Empty(Kind::Pdf))
    );
    let broken = guihua_import::read("a.pdf", b"%PDF-1.4\nnothing");
    assert!(
        matches!(
            broken,
            Err(Refusal::Broken {
                kind: Kind::Pdf,
                ..
            })
        ),
        "{broken:?}"
    );
}

#[test]
fn a_password_is_told() {
    let id = "00".repeat(16);
    let key = "41".repeat(32);
    let encrypt = format!(
        "/ID [<{id}> <{id}>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >>"
    );
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Count 0 /Kids [] >>".to_owned(),
    ];
    assert_eq!(
        guihua_import::read("a.pdf", &file(&objects, &encrypt)),
        Err(Refusal::Encrypted(Kind::Pdf))
    );
}

/// A document to be damaged.
pub(crate) fn sample() -> Vec<u8> {
    document(
        &[
            "BT /F 16 Tf 100 700 Td (!\"#) Tj ET q 500 0 0 300 50 300 cm /I Do Q",
            "BT /X 16 Tf 100 700 Td <4E00> Tj ET",
        ],
        "一、总",
    )
}

/// A document whose pages and drawings name themselves.
pub(crate) fn endless() -> Vec<u8> {
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Count 2 /Kids [3 0 R 2 0 R] /MediaBox [0 0 600 800] >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /XObject << /D 5 0 R >> >> >>"
            .to_owned(),
        stream("", "/D Do /D Do"),
        stream(
            "/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /D 5 0 R >> >>",
            "/D Do /D Do",
        ),
    ];
    file(&objects, "")
}

/// The rules of a table of three columns, 60 points high rows from `top` down, as thin rectangles.
fn rules(rows: usize, top: usize) -> String {
    let bottom = top - 60 * rows;
    let across = (0..=rows).map(|row| format!("100 {} 300 1 re f\n", top - 60 * row));
    let down = [100, 200, 300, 400].map(|x| format!("{x} {bottom} 1 {} re f\n", 60 * rows));
    across.chain(down).collect()
}

/// The cells of the only table of a source; covered ones are blank.
fn cells(source: &Source) -> Vec<Vec<&str>> {
    let tables = source.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let tables: Vec<_> = tables.collect();
    assert_eq!(tables.len(), 1);
    tables[0]
        .rows
        .iter()
        .map(|row| row.iter().map(|cell| cell.text.as_str()).collect())
        .collect()
}

#[test]
fn cells_between_rules_are_whole_however_their_lines_stand() {
    // The first cell of the second row has two lines, between which the others stand.
    let page = format!(
        "{} BT /F 16 Tf 110 665 Td (!) Tj 100 0 Td (\") Tj 100 0 Td (#) Tj ET \
         BT /F 16 Tf 104 615 Td ($%&'\\() Tj 0 -24 Td (\\)) Tj 106 12 Td (*) Tj 100 0 Td (+) Tj ET \
         BT /F 16 Tf 60 750 Td (,) Tj ET",
        rules(2, 700)
    );
    let source = pdf(&[&page], "指单年供水管网漏损厘九前");
    assert_eq!(
        cells(&source),
        [vec!["指", "单", "年"], vec!["供水管网漏损", "厘", "九"]]
    );
    assert_eq!(texts(&source)[0], "前");
}

#[test]
fn a_table_of_rules_goes_on_over_the_page() {
    let text = |y: usize, signs: &str| {
        let cell = |(n, sign): (usize, char)| {
            format!("BT /F 16 Tf {} {y} Td ({sign}) Tj ET\n", 110 + 100 * n)
        };
        signs.chars().enumerate().map(cell).collect::<String>()
    };
    let first = format!(
        "{} {} {}",
        rules(2, 260),
        text(225, "!\"#"),
        text(165, "$%&")
    );
    let foot = "BT /F 10 Tf 300 40 Td (-) Tj ET";
    let second = format!(
        "{} {} {}",
        rules(2, 760),
        text(725, "'*+"),
        text(665, "-./")
    );
    let source = pdf(
        &[&format!("{first} {foot}"), &second],
        "指单年供座一甲乙丙水座二丁戊己",
    );
    assert_eq!(cells(&source).len(), 4);
    assert_eq!(cells(&source)[2].len(), 3);
}

#[test]
fn a_row_that_the_end_of_a_page_cuts_is_one_row() {
    let text = |y: usize, column: usize, signs: &str| {
        format!(
            "BT /F 16 Tf {} {y} Td ({signs}) Tj ET\n",
            110 + 100 * column
        )
    };
    let first = [
        rules(2, 160),
        text(125, 0, "!"),
        text(125, 1, "\""),
        text(65, 0, "#"),
        text(65, 1, "$%&'*"),
        text(65, 2, "+"),
    ];
    let second = [
        rules(2, 760),
        text(725, 1, ","),
        text(665, 0, "-"),
        text(665, 1, "."),
    ];
    let source = pdf(
        &[&first.concat(), &second.concat()],
        "1序2供水管网座座丙座改3丁",
    );
    assert_eq!(
        cells(&source),
        [
            vec!["1", "序", ""],
            vec!["2", "供水管网丙改", "座"],
            vec!["3", "丁", ""]
        ]
    );
}

#[test]
fn a_frame_around_text_is_no_table() {
    let page = "100 500 300 1 re f 100 700 300 1 re f 100 500 1 200 re f 400 500 1 200 re f \
                BT /F 16 Tf 110 650 Td (!\") Tj 0 -24 Td (#$) Tj ET";
    let source = pdf(&[page], "甲乙丙丁");
    assert_eq!(texts(&source), ["甲乙", "丙丁"]);
    assert!(!source.blocks.iter().any(|it| matches!(it, Block::Table(_))));
}

/// Words of the font at places of a page.
fn words_at(all: &[(usize, usize, &str)]) -> String {
    let word =
        |(x, y, signs): &(usize, usize, &str)| format!("BT /F 16 Tf {x} {y} Td ({signs}) Tj ET\n");
    all.iter().map(word).collect()
}

/// The signs that the words of the next tests are drawn with.
const SIGNS: &str = "指标单位目供水管网漏损厘九甲乙";

#[test]
fn a_table_without_rules_is_read_by_its_columns() {
    let page = words_at(&[
        (110, 700, "!\""),
        (250, 700, "#$"),
        (400, 700, "%\""),
        (110, 670, "&'"),
        (258, 670, ","),
        (400, 670, "-"),
        (110, 640, "\\(\\)"),
        (258, 640, ","),
        (400, 640, "-"),
        // A name of two lines, between which the other cells stand.
        (110, 609, "&'\\(\\)"),
        (258, 600, ","),
        (400, 600, "-"),
        (110, 591, "*+"),
        (60, 500, "./../../../../../../../.."),
    ]);
    let source = pdf(&[&page], SIGNS);
    let found = [
        vec!["指标", "单位", "目标"],
        vec!["供水", "厘", "九"],
        vec!["管网", "厘", "九"],
        vec!["供水管网漏损", "厘", "九"],
    ];
    assert_eq!(cells(&source), found);
    assert_eq!(texts(&source).len(), 1);
}

#[test]
fn a_table_without_rules_goes_on_over_the_page() {
    let rows = |top: usize| {
        let row = |n: usize| {
            let y = top - 30 * n;
            [(110, y, "&'\\(\\)"), (258, y, ","), (400, y, "-")]
        };
        (0..3).flat_map(row).collect::<Vec<_>>()
    };
    let head = words_at(&[(110, 130, "!\""), (250, 130, "#$"), (400, 130, "%\"")]);
    let first = format!("{head}{}", words_at(&rows(100)));
    let longer = words_at(&[(110, 610, "&'\\(\\)*+./"), (258, 610, ","), (400, 610, "-")]);
    let second = format!("{}{longer}", words_at(&rows(700)));
    let source = pdf(&[&first, &second], SIGNS);
    assert_eq!(cells(&source).len(), 8);
}

#[test]
fn columns_without_heads_of_a_table_stay_lines() {
    let line = |y: usize| [(110, y, "./"), (250, y, "/."), (400, y, "..")];
    let all: Vec<_> = [700, 670, 640, 610].into_iter().flat_map(line).collect();
    let source = pdf(&[&words_at(&all)], SIGNS);
    assert_eq!(texts(&source).len(), 4);
}

#[test]
fn a_line_says_how_far_it_ends_before_the_margin() {
    let page = words_at(&[(100, 700, "././././././././"), (100, 670, "./././././././")]);
    let rooms: Vec<_> = lines(&pdf(&[&page], SIGNS))
        .iter()
        .map(|line| line.look.room)
        .collect();
    assert_eq!(rooms, [Some(0), Some(4)]);
}
