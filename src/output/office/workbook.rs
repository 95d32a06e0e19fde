//! Workbooks (Excel): the package around their sheets, and the cells in these.

use std::io;

use super::{Element, Part, Reference, packed, roots};

/// The namespace of the elements of a sheet.
pub(crate) const SHEET: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// The types of the parts begin with this.
const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

/// A workbook of these sheets, each with its name; without styles all cells look plain.
pub(crate) fn workbook(
    sheets: Vec<(String, Element)>,
    styles: Option<Element>,
) -> io::Result<Vec<u8>> {
    let mut refers: Vec<Reference> = (1..=sheets.len()).map(to_sheet).collect();
    let (names, sheets): (Vec<String>, Vec<Element>) = sheets.into_iter().unzip();
    let mut parts: Vec<Part> = (1..)
        .zip(sheets)
        .map(|(n, sheet)| part(&format!("worksheets/sheet{n}"), "worksheet", sheet))
        .collect();
    if let Some(styles) = styles {
        refers.push(Reference::to("styles", "styles", "styles.xml"));
        parts.push(part("styles", "styles", styles));
    }
    let book = Part {
        refers,
        ..part("workbook", "sheet.main", book(&names))
    };
    parts.insert(0, book);
    packed(roots("xl/workbook.xml", false), parts)
}

fn to_sheet(n: usize) -> Reference {
    let target = format!("worksheets/sheet{n}.xml");
    Reference::to(&format!("sheet{n}"), "worksheet", &target)
}

fn part(name: &str, kind: &str, element: Element) -> Part {
    Part::of(
        &format!("xl/{name}.xml"),
        &format!("{KIND}{kind}+xml"),
        element,
    )
}

fn book(names: &[String]) -> Element {
    let sheet = |(n, name): (usize, &String)| {
        Element::new("sheet")
            .with("name", name)
            .with("sheetId", &n)
            .with("r:id", &format!("sheet{n}"))
    };
    Element::new("workbook")
        .with("xmlns", SHEET)
        .with("xmlns:r", RELATIONSHIPS)
        .holding(Element::new("sheets").holding_all((1..).zip(names).map(sheet)))
}

/// A cell with a text; an empty text leaves it empty.
pub(crate) fn text(at: &str, text: &str) -> Element {
    let cell = Element::new("c").with("r", at);
    if text.is_empty() {
        return cell;
    }
    let text = Element::new("t").saying(text);
    cell.with("t", "inlineStr")
        .holding(Element::new("is").holding(text))
}

/// A cell with a number.
pub(crate) fn number(at: &str, digits: &str) -> Element {
    let value = Element::new("v").saying(digits);
    Element::new("c").with("r", at).holding(value)
}

/// The name of a cell by its column, from 0, and its row, from 1: `B3`.
pub(crate) fn cell_name(column: usize, row: usize) -> String {
    format!("{}{row}", letters(column))
}

/// The letters of a column, from 0.
pub(crate) fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        letters.push(char::from(b'A' + ((left - 1) % 26) as u8));
        left = (left - 1) / 26;
    }
    letters.into_iter().rev().collect()
}
