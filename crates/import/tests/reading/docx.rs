//! Word files, built here part by part.

use guihua_import::source::{Block, Reason, Source};

use crate::support::{cells, lines, links, omitted, packed, read, tables, texts};

const SPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
    xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
    xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" \
    xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:v=\"urn:schemas-microsoft-com:vml\"";

/// A part of a file.
fn part(root: &str, inner: &str) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:{root} {SPACES}>{inner}</w:{root}>")
}

/// Reads a file with this body and these further parts.
fn word_with(body: &str, others: &[(&str, &str)]) -> Source {
    let document = part("document", &format!("<w:body>{body}<w:sectPr/></w:body>"));
    let others: Vec<(String, String)> = others
        .iter()
        .map(|(name, inner)| {
            (
                format!("word/{name}.xml"),
                part(name.trim_end_matches(char::is_numeric), inner),
            )
        })
        .collect();
    let mut parts = vec![
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", document.as_str()),
    ];
    parts.extend(
        others
            .iter()
            .map(|(name, content)| (name.as_str(), content.as_str())),
    );
    read("规划.docx", packed(&parts))
}

fn word(body: &str) -> Source {
    word_with(body, &[])
}

/// A paragraph with properties.
fn paragraph(properties: &str, text: &str) -> String {
    format!(
        "<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>"
    )
}

/// A paragraph of a list.
fn item(list: u8, level: u8, text: &str) -> String {
    paragraph(
        &format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>"),
        text,
    )
}

/// A level of a list.
fn level(rank: u8, format: &str, text: &str, more: &str) -> String {
    format!(
        "<w:lvl w:ilvl=\"{rank}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>"
    )
}

/// Lists 1 and 2 of one pattern, of which the second begins anew at 5.
fn lists(levels: &str) -> String {
    format!(
        "<w:abstractNum w:abstractNumId=\"7\">{levels}</w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>\
         <w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>"
    )
}

/// The numbers that Word prints before the lines.
fn numbers(source: &Source) -> Vec<&str> {
    lines(source)
        .iter()
        .map(|line| line.look.number.as_deref().unwrap_or("-"))
        .collect()
}

#[test]
fn automatic_numbers_count_by_level_and_begin_anew() {
    let levels = level(0, "chineseCountingThousand", "%1、", "")
        + &level(1, "chineseCounting", "（%2）", "")
        + &level(2, "decimal", "%3.", "");
    let body = [
        item(1, 0, "总则"),
        item(1, 1, "甲"),
        item(1, 2, "子"),
        item(1, 2, "丑"),
        item(1, 1, "乙"),
        item(1, 2, "寅"),
        item(1, 0, "目标"),
        item(1, 1, "丙"),
    ];
    let source = word_with(&body.concat(), &[("numbering", &lists(&levels))]);
    assert_eq!(
        numbers(&source),
        [
            "一、",
            "（一）",
            "1.",
            "2.",
            "（二）",
            "1.",
            "二、",
            "（一）"
        ]
    );
    assert_eq!(texts(&source)[0], "总则");
}

#[test]
fn lists_of_one_pattern_share_the_count_until_one_begins_anew() {
    let levels = level(0, "decimal", "%1.", "");
    let body = [
        item(1, 0, "甲"),
        item(2, 0, "乙"),
        item(2, 0, "丙"),
        item(1, 0, "丁"),
    ];
    assert_eq!(
        numbers(&word_with(
            &body.concat(),
            &[("numbering", &lists(&levels))]
        )),
        ["1.", "5.", "6.", "7."]
    );
}

#[test]
fn a_level_may_go_on_across_chapters() {
    let levels = level(0, "chineseCounting", "%1、", "")
        + &level(1, "decimal", "%2.", "<w:lvlRestart w:val=\"0\"/>");
    let body = [
        item(1, 0, "一章"),
        item(1, 1, "甲"),
        item(1, 0, "二章"),
        item(1, 1, "乙"),
    ];
    assert_eq!(
        numbers(&word_with(
            &body.concat(),
            &[("numbering", &lists(&levels))]
        )),
        ["一、", "1.", "二、", "2."]
    );
}

#[test]
fn numbers_of_several_levels_may_all_be_digits() {
    let levels =
        level(0, "chineseCounting", "第%1章", "") + &level(1, "decimal", "%1.%2", "<w:isLgl/>");
    let body = [item(1, 0, "总则"), item(1, 0, "目标"), item(1, 1, "甲")];
    assert_eq!(
        numbers(&word_with(
            &body.concat(),
            &[("numbering", &lists(&levels))]
        )),
        ["第一章", "第二章", "2.1"]
    );
}

#[test]
fn styles_bring_numbers_levels_and_headings() {
    let levels = level(0, "chineseCounting", "%1、", "<w:pStyle w:val=\"A\"/>")
        + &level(1, "chineseCounting", "（%2）", "<w:pStyle w:val=\"B\"/>");
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:rPr><w:b/><w:sz w:val=\"32\"/></w:rPr></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"B\"><w:name w:val=\"节\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"C\"><w:name w:val=\"小节\"/><w:basedOn w:val=\"B\"/></w:style>";
    let style = |id| format!("<w:pStyle w:val=\"{id}\"/>");
    let bare = style("B") + "<w:numPr><w:numId w:val=\"0\"/></w:numPr>";
    let body = [
        paragraph(&style("A"), "总则"),
        paragraph(&style("B"), "甲"),
        paragraph(&bare, "无号"),
        paragraph(&style("C"), "乙"),
    ];
    let source = word_with(
        &body.concat(),
        &[("numbering", &lists(&levels)), ("styles", styles)],
    );
    assert_eq!(numbers(&source), ["一、", "（一）", "-", "（二）"]);
    let looks: Vec<_> = lines(&source)
        .iter()
        .map(|line| (line.look.heading, line.look.bold, line.look.size))
        .collect();
    assert_eq!(
        looks[..2],
        [(Some(1), true, Some(32)), (Some(2), false, None)]
    );
}

#[test]
fn a_style_of_lists_stands_for_its_pattern() {
    let numbering = format!(
        "<w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"L\"/></w:abstractNum>\
         <w:abstractNum w:abstractNumId=\"2\"><w:styleLink w:val=\"L\"/>{}</w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num><w:num w:numId=\"3\"><w:abstractNumId w:val=\"2\"/></w:num>",
        level(0, "upperRoman", "%1.", "")
    );
    let styles = "<w:style w:type=\"numbering\" w:styleId=\"L\"><w:name w:val=\"L\"/><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style>";
    let source = word_with(
        &(item(1, 0, "甲") + &item(1, 0, "乙")),
        &[("numbering", &numbering), ("styles", styles)],
    );
    assert_eq!(numbers(&source), ["I.", "II."]);
}

#[test]
fn a_number_in_the_text_as_well_is_not_doubled_and_none_means_none() {
    let levels = level(0, "chineseCounting", "%1、", "")
        + &level(1, "none", "", "")
        + &level(2, "bullet", "\u{f06c}", "");
    let body = [
        item(1, 0, "一、总则"),
        item(1, 0, "目标"),
        item(1, 1, "正文"),
        item(1, 2, "要点"),
        item(1, 0, ""),
        item(1, 0, "保障"),
    ];
    let source = word_with(&body.concat(), &[("numbering", &lists(&levels))]);
    assert_eq!(texts(&source), ["一、总则", "目标", "正文", "要点", "保障"]);
    assert_eq!(
        numbers(&source),
        ["-", "二、", "-", "•", "四、"],
        "an empty paragraph counts"
    );
}

#[test]
fn changes_that_were_tracked_are_read_as_made() {
    let body = "<w:p><w:r><w:t>到2025年</w:t></w:r><w:del><w:r><w:delText>达到90%</w:delText></w:r></w:del>\
        <w:ins><w:r><w:t>达到95%</w:t></w:r></w:ins></w:p>\
        <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p><w:p><w:r><w:t>后半</w:t></w:r></w:p>";
    let source = word(body);
    assert_eq!(texts(&source), ["到2025年达到95%", "前半后半"]);
    assert_eq!(omitted(&source, Reason::Deleted), ["达到90%"]);
}

#[test]
fn hidden_text_and_the_list_of_contents_are_left_out() {
    let styles =
        "<w:style w:type=\"paragraph\" w:styleId=\"T\"><w:name w:val=\"toc 1\"/></w:style>";
    let body =
        "<w:p><w:r><w:t>公开</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>批注</w:t></w:r></w:p>"
            .to_owned()
            + &paragraph("<w:pStyle w:val=\"T\"/>", "一、总则 1");
    let source = word_with(&body, &[("styles", styles)]);
    assert_eq!(texts(&source), ["公开"]);
    assert_eq!(omitted(&source, Reason::Hidden), ["批注"]);
    assert_eq!(omitted(&source, Reason::Contents), ["一、总则 1"]);
}

#[test]
fn breaks_make_lines_and_fields_show_their_result() {
    let body = "<w:p><w:r><w:t>附件：1.甲</w:t><w:br/><w:t>2.乙</w:t><w:tab/><w:t>页</w:t></w:r>\
        <w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>3</w:t></w:r></w:p>";
    let source = word(body);
    assert_eq!(texts(&source), ["附件：1.甲", "2.乙\t页3"]);
    assert!(
        lines(&source)
            .iter()
            .all(|line| line.place.line == 1 && !line.look.paragraph)
    );
}

#[test]
fn looks_come_from_runs_and_paragraphs() {
    let properties =
        "<w:jc w:val=\"center\"/><w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>";
    let run = |bold: &str, text: &str| {
        format!(
            "<w:r><w:rPr>{bold}<w:rFonts w:eastAsia=\"黑体\"/><w:sz w:val=\"32\"/></w:rPr><w:t>{text}</w:t></w:r>"
        )
    };
    let body = format!(
        "<w:p><w:pPr>{properties}</w:pPr>{}{}</w:p>",
        run("<w:b/>", "总"),
        run("<w:b w:val=\"0\"/>", "则")
    );
    let look = lines(&word(&body))[0].look.clone();
    assert_eq!(
        (
            look.bold,
            look.centred,
            look.indent,
            look.size,
            look.face.as_deref()
        ),
        (false, true, 4, Some(32), Some("黑体"))
    );
}

#[test]
fn text_boxes_are_read_once_behind_their_paragraph_and_pictures_have_a_place() {
    let inside = "<w:txbxContent><w:p><w:r><w:t>专栏1 重点工程</w:t></w:r></w:p></w:txbxContent>";
    let body = format!(
        "<w:p><w:r><w:t>如下：</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing></mc:Choice>\
         <mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>\
         <w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" descr=\"空间布局图\"/><pic:pic/></wp:inline></w:drawing></w:r></w:p>"
    );
    let source = word(&body);
    assert_eq!(texts(&source), ["如下：", "专栏1 重点工程"]);
    assert!(
        matches!(&source.blocks[2], Block::Picture(picture) if picture.caption.as_deref() == Some("空间布局图"))
    );
}

#[test]
fn merged_cells_nested_tables_and_heads_are_kept() {
    let cell = |properties: &str, text: &str| {
        format!(
            "<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>",
            paragraph("", text)
        )
    };
    let nested = format!(
        "<w:tc><w:tbl><w:tr>{}{}</w:tr></w:tbl><w:p/></w:tc>",
        cell("", "内"),
        cell("", "层")
    );
    let rows = [
        format!(
            "<w:tr><w:trPr><w:tblHeader/></w:trPr>{}{}</w:tr>",
            cell("<w:vMerge w:val=\"restart\"/>", "类别"),
            cell("<w:gridSpan w:val=\"2\"/>", "目标")
        ),
        format!(
            "<w:tr>{}{}{}</w:tr>",
            cell("<w:vMerge/>", ""),
            cell("", "2020年"),
            cell("", "2025年")
        ),
        format!(
            "<w:tr>{}{}{nested}</w:tr>",
            cell("", "床位数"),
            cell("", "5.0")
        ),
        format!(
            "<w:tr><w:trPr><w:del/></w:trPr>{}</w:tr>",
            cell("", "删去的行")
        ),
    ];
    let source = word(&format!("<w:tbl>{}</w:tbl>", rows.concat()));
    let table = tables(&source)[0];
    assert_eq!(
        cells(table),
        [
            ["类别 2×1", "目标 1×2", "·"],
            ["·", "2020年", "2025年"],
            ["床位数", "5.0", "内 层"]
        ]
    );
    assert_eq!(table.heads, 1);
    assert_eq!(omitted(&source, Reason::Deleted), ["删去的行"]);
}

#[test]
fn notes_stand_at_the_end_and_heads_of_pages_are_left_out() {
    let body = "<w:p><w:r><w:t>常住人口</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r><w:r><w:t>十万人。</w:t></w:r></w:p>";
    let notes = "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p/></w:footnote><w:footnote w:id=\"1\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>按普查口径。</w:t></w:r></w:p></w:footnote>";
    let header = "<w:p><w:r><w:t>云岭县人口规划</w:t></w:r></w:p>";
    let source = word_with(body, &[("footnotes", notes), ("header1", header)]);
    assert_eq!(texts(&source), ["常住人口十万人。", "按普查口径。"]);
    assert_eq!(numbers(&source), ["-", "1"]);
    assert_eq!(omitted(&source, Reason::RunningHead), ["云岭县人口规划"]);
}

#[test]
fn links_to_files_are_named() {
    let body = "<w:p><w:hyperlink r:id=\"r1\"><w:r><w:t>附件1</w:t></w:r></w:hyperlink></w:p>";
    let document = part("document", &format!("<w:body>{body}</w:body>"));
    let relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Target=\"a/附件1.xlsx\"/></Relationships>";
    let file = packed(&[
        ("word/document.xml", &document),
        ("word/_rels/document.xml.rels", relations),
    ]);
    assert_eq!(links(&read("a.docx", file)), [("附件1", "a/附件1.xlsx")]);
}

#[test]
fn prefixes_and_the_name_of_the_main_part_are_free() {
    let document = "<a:document xmlns:a=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><a:body><a:p><a:r><a:t>总则&amp;&#30446;标</a:t></a:r></a:p></a:body></a:document>";
    let relations = "<Relationships><Relationship Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" Target=\"/word/文.xml\"/></Relationships>";
    let file = packed(&[("_rels/.rels", relations), ("word/文.xml", document)]);
    assert_eq!(texts(&read("a.docx", file)), ["总则&目标"]);
}

#[test]
fn what_was_copied_from_around_a_document_is_left_out() {
    let lines = [
        "云岭县人口规划",
        "日期：2021-03-01 浏览量：12 来源：县卫健局",
        "【字号：大 中 小】 打印",
        "一、总则",
        "中小学校达到十所",
    ];
    let source = word(&lines.map(|line| paragraph("", line)).concat());
    assert_eq!(
        texts(&source),
        ["云岭县人口规划", "一、总则", "中小学校达到十所"]
    );
    assert_eq!(
        crate::support::particulars(&source),
        [("日期", "2021-03-01"), ("来源", "县卫健局")]
    );
}

#[test]
fn a_document_within_the_cell_of_a_table_is_no_table() {
    let cell = |inner: &str| format!("<w:tc>{inner}</w:tc>");
    let lines: Vec<String> = (1..=8)
        .map(|n| paragraph("", &format!("第{n}段。加强水库管护。")))
        .collect();
    let rows = format!(
        "<w:tr>{}</w:tr><w:tr>{}</w:tr>",
        cell(&lines.concat()),
        cell(&paragraph("", ""))
    );
    let source = word(&format!("<w:tbl>{rows}</w:tbl>"));
    assert_eq!(texts(&source).len(), 8);
    assert!(tables(&source).is_empty());
    // A cell that only holds most of a table is one of it.
    let around: Vec<String> = (1..=40)
        .map(|n| paragraph("", &format!("第{n}段。加强水库管护，改造灌区泵站。")))
        .collect();
    let source = word(&format!("{}<w:tbl>{rows}</w:tbl>", around.concat()));
    assert_eq!(tables(&source).len(), 1);
}
