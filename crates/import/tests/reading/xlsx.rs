//! Excel files, built here part by part.

use guihua_import::source::{Reason, Source};

use crate::support::{cells, omitted, packed, read, tables};

const SPACES: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// Reads a file with these sheets: name, attributes of its entry, and what stands in it.
fn book(sheets: &[(&str, &str, &str)]) -> Source {
    let (mut entries, mut relations) = (Vec::new(), Vec::new());
    for (index, (name, more, _)) in sheets.iter().enumerate() {
        let id = index + 1;
        entries.push(format!(
            "<sheet name=\"{name}\" sheetId=\"{id}\" r:id=\"r{id}\" {more}/>"
        ));
        relations.push(format!(
            "<Relationship Id=\"r{id}\" Target=\"worksheets/s{index}.xml\"/>"
        ));
    }
    let (entries, relations) = (entries.concat(), relations.concat());
    let mut parts = vec![
        (
            "xl/workbook.xml".to_owned(),
            format!("<workbook {SPACES}><sheets>{entries}</sheets></workbook>"),
        ),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!("<Relationships>{relations}</Relationships>"),
        ),
        (
            "xl/sharedStrings.xml".to_owned(),
            format!(
                "<sst {SPACES}><si><t>指标</t></si><si><r><t>床位</t></r><r><t>数</t></r><rPh><t>chuang</t></rPh></si></sst>"
            ),
        ),
        (
            "xl/styles.xml".to_owned(),
            format!(
                "<styleSheet {SPACES}><numFmts><numFmt numFmtId=\"164\" formatCode=\"0.0&quot;张&quot;\"/></numFmts>\
                <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"2\"/><xf numFmtId=\"9\"/><xf numFmtId=\"164\"/><xf numFmtId=\"31\"/></cellXfs></styleSheet>"
            ),
        ),
    ];
    for (index, (_, _, inner)) in sheets.iter().enumerate() {
        parts.push((
            format!("xl/worksheets/s{index}.xml"),
            format!("<worksheet {SPACES}>{inner}</worksheet>"),
        ));
    }
    let parts: Vec<(&str, &str)> = parts
        .iter()
        .map(|(name, content)| (name.as_str(), content.as_str()))
        .collect();
    read("指标.xlsx", packed(&parts))
}

fn sheet(inner: &str) -> Source {
    book(&[("附表", "", inner)])
}

#[test]
fn figures_keep_the_digits_that_are_printed() {
    let source = sheet(
        "<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>119.5</v></c><c r=\"B1\" s=\"2\"><v>0.8</v></c><c r=\"C1\" s=\"3\"><v>79</v></c>\
         <c r=\"D1\" s=\"4\"><v>44256</v></c><c r=\"E1\"><v>76.340000000000003</v></c><c r=\"F1\" t=\"str\"><f>A1</f><v>下降10%</v></c></row></sheetData>",
    );
    assert_eq!(
        cells(tables(&source)[0]),
        [[
            "119.50",
            "80%",
            "79.0张",
            "2021年3月1日",
            "76.34",
            "下降10%"
        ]]
    );
    assert_eq!(tables(&source)[0].sheet.as_deref(), Some("附表"));
}

#[test]
fn texts_are_shared_or_stand_in_the_cell() {
    let source = sheet(
        "<sheetData><row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>\
         <row><c t=\"inlineStr\"><is><t>床位数_x000D_\n（张）</t></is></c><c t=\"b\"><v>1</v></c></row></sheetData>",
    );
    assert_eq!(
        cells(tables(&source)[0]),
        [["指标", "床位数"], ["床位数\n（张）", "TRUE"]]
    );
}

#[test]
fn merged_cells_are_spread_over_what_is_shown() {
    let source = sheet(
        "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>\
         <row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"><v>2</v></c><c r=\"D2\"><v>3</v></c></row>\
         <row r=\"9\"><c r=\"B9\"><v>4</v></c><c r=\"D9\"><v>5</v></c></row></sheetData>\
         <mergeCells><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"A2:A9\"/></mergeCells>",
    );
    let table = tables(&source)[0];
    assert_eq!(
        cells(table),
        [["指标 1×3", "·", "·"], ["1 2×1", "2", "3"], ["·", "4", "5"]]
    );
    assert_eq!(table.rows[2][1].place.line, 9);
}

#[test]
fn what_is_hidden_is_left_out_and_empty_sheets_add_nothing() {
    let data = "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>\
        <row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>3</v></c></row></sheetData>";
    let source = book(&[
        ("甲", "", data),
        ("乙", "", "<sheetData/>"),
        ("丙", "state=\"hidden\"", data),
    ]);
    assert_eq!(tables(&source).len(), 1);
    assert_eq!(cells(tables(&source)[0]), [["1"]]);
    assert_eq!(omitted(&source, Reason::Hidden), ["2", "3", "1 2", "3"]);
}

#[test]
fn cells_far_apart_make_a_small_table() {
    let source = sheet(
        "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row></sheetData>",
    );
    assert_eq!(cells(tables(&source)[0]), [["1", ""], ["", "2"]]);
}
