//! The form as a workbook: a sheet for each department. What is known is printed on grey, what is needed is marked, and every
//! cell to be filled in is text, so that a figure keeps the digits that were typed.

use std::collections::HashSet;
use std::io;

use super::form::{Column, Form, Row, Sheet};
use crate::output::office::Element;
use crate::output::office::workbook::{self, SHEET, cell_name};
use crate::records::{Field, Stage};
use crate::words::tr;

/// The most characters of the name of a sheet.
const LONGEST: usize = 31;

/// The looks of cells, in the order of the styles.
#[derive(Clone, Copy)]
enum Look {
    Plain,
    Head,
    Known,
    Asked,
    Needed,
}

/// The form as an Excel file.
pub fn xlsx(form: &Form) -> io::Result<Vec<u8>> {
    let sheets = form.sheets.iter();
    let sheets = sheets.map(|sheet| worksheet(sheet, &form.columns));
    let named = names(&form.sheets).into_iter().zip(sheets).collect();
    workbook::workbook(named, Some(styles()))
}

/// The names of the sheets: within the length that Excel allows, without signs that it refuses, each once.
fn names(sheets: &[Sheet]) -> Vec<String> {
    let mut taken = HashSet::new();
    let name = |sheet: &Sheet| {
        let allowed = |c: &char| !c.is_control() && !"[]:*?/\\'".contains(*c);
        let plain: String = sheet.name.chars().filter(allowed).take(LONGEST).collect();
        let numbered = (2..).map(|n| {
            let end = format!("_{n}");
            let start = plain.chars().take(LONGEST - end.len());
            start.chain(end.chars()).collect()
        });
        let mut tried = std::iter::once(plain.clone()).chain(numbered);
        let free = tried.find(|name| !name.is_empty() && taken.insert(name.to_lowercase()));
        free.unwrap_or_default()
    };
    sheets.iter().map(name).collect()
}

fn worksheet(sheet: &Sheet, columns: &[Column]) -> Element {
    let width = |(n, column): (usize, &Column)| {
        Element::new("col")
            .with("min", &n)
            .with("max", &n)
            .with("width", &width(*column))
            .with("customWidth", &1)
    };
    let head = columns.iter().map(|column| (column.head(), Look::Head));
    let head = row(1, head);
    let rows = (2..).zip(&sheet.rows).map(|(n, it)| {
        let cells = columns.iter();
        row(n, cells.map(|column| (it.cell(*column), look(it, *column))))
    });
    Element::new("worksheet")
        .with("xmlns", SHEET)
        .holding(Element::new("sheetViews").holding(view(columns)))
        .holding(Element::new("cols").holding_all((1..).zip(columns).map(width)))
        .holding(Element::new("sheetData").holding(head).holding_all(rows))
        .holding_all(stages(columns, sheet.rows.len() + 1))
        .holding(page())
}

/// The first row and the columns up to the name stay in view.
fn view(columns: &[Column]) -> Element {
    let name = |column: &Column| *column == Column::Field(Field::Target);
    let fixed = columns.iter().position(name).map_or(0, |at| at + 1);
    let pane = Element::new("pane")
        .with("xSplit", &fixed)
        .with("ySplit", &1)
        .with("topLeftCell", &cell_name(fixed, 2))
        .with("activePane", "bottomRight")
        .with("state", "frozen");
    Element::new("sheetView")
        .with("workbookViewId", &0)
        .holding(pane)
}

/// In the cells of a stage one of the known words is chosen.
fn stages(columns: &[Column], last: usize) -> Option<Element> {
    let is_stage = |column: &Column| *column == Column::Field(Field::Stage);
    let at = columns.iter().position(is_stage)?;
    let words = Stage::ALL.map(|(_, stage)| tr(stage.label())).join(",");
    let choice = Element::new("dataValidation")
        .with("type", "list")
        .with("allowBlank", &1)
        .with("showErrorMessage", &1)
        .with(
            "sqref",
            &format!("{}:{}", cell_name(at, 2), cell_name(at, last)),
        )
        .holding(Element::new("formula1").saying(&format!("\"{words}\"")));
    let choices = Element::new("dataValidations").with("count", &1);
    Some(choices.holding(choice))
}

/// A4 across, as wide as the page.
fn page() -> Element {
    Element::new("pageSetup")
        .with("paperSize", &9)
        .with("orientation", "landscape")
}

fn row(n: usize, cells: impl Iterator<Item = (String, Look)>) -> Element {
    let cells = cells.enumerate().map(|(column, (text, look))| {
        workbook::text(&cell_name(column, n), &text).with("s", &(look as usize))
    });
    Element::new("row").with("r", &n).holding_all(cells)
}

fn look(row: &Row, column: Column) -> Look {
    if row.needs(column) {
        Look::Needed
    } else if column.is_asked() {
        Look::Asked
    } else {
        Look::Known
    }
}

/// The width of a column, in characters.
fn width(column: Column) -> usize {
    match column {
        Column::Field(Field::Target) | Column::Asked => 28,
        Column::Field(Field::Source) => 32,
        Column::Departments | Column::Id | Column::Goal | Column::Latest => 20,
        Column::Field(Field::Note) => 24,
        Column::Baseline => 16,
        Column::Year(_) | Column::Field(_) => 11,
    }
}

fn styles() -> Element {
    let font = |bold: bool| {
        let font = Element::new("font").holding_all(bold.then(|| Element::new("b")));
        font.holding(value("sz", "11"))
            .holding(value("name", "宋体"))
    };
    let fills = [
        None,
        None,
        Some("FFE7E6E6"),
        Some("FFF5F5F5"),
        Some("FFFFF2CC"),
    ];
    let fills = fills.iter().enumerate().map(|(n, colour)| fill(n, *colour));
    let side = |name| {
        let colour = Element::new("color").with("rgb", "FFBFBFBF");
        Element::new(name).with("style", "thin").holding(colour)
    };
    let lines = ["left", "right", "top", "bottom"].map(side);
    let border = Element::new("border").holding_all(lines);
    let none = ["left", "right", "top", "bottom"].map(Element::new);
    let looks = [
        (Look::Plain, 0, 0, 0),
        (Look::Head, 2, 1, 1),
        (Look::Known, 3, 0, 1),
        (Look::Asked, 0, 0, 1),
        (Look::Needed, 4, 0, 1),
    ];
    let base = Element::new("xf")
        .with("numFmtId", &0)
        .with("fontId", &0)
        .with("fillId", &0)
        .with("borderId", &0);
    Element::new("styleSheet")
        .with("xmlns", SHEET)
        .holding(counted("fonts", [font(false), font(true)]))
        .holding(counted("fills", fills.collect::<Vec<_>>()))
        .holding(counted(
            "borders",
            [Element::new("border").holding_all(none), border],
        ))
        .holding(counted("cellStyleXfs", [base]))
        .holding(counted("cellXfs", looks.map(format)))
}

/// A list with the number of what it holds.
fn counted<I: IntoIterator<Item = Element, IntoIter: ExactSizeIterator>>(
    name: &'static str,
    children: I,
) -> Element {
    let children = children.into_iter();
    let count = children.len();
    Element::new(name)
        .with("count", &count)
        .holding_all(children)
}

/// A fill; the first two are what every workbook has.
fn fill(n: usize, colour: Option<&str>) -> Element {
    let pattern = match (n, colour) {
        (0, _) => "none",
        (1, _) => "gray125",
        _ => "solid",
    };
    let colour = colour.map(|colour| Element::new("fgColor").with("rgb", colour));
    let pattern = Element::new("patternFill")
        .with("patternType", pattern)
        .holding_all(colour);
    Element::new("fill").holding(pattern)
}

/// The look of a cell, all of them text (the built-in format 49).
fn format((_, fill, font, border): (Look, usize, usize, usize)) -> Element {
    let place = Element::new("alignment")
        .with("vertical", "center")
        .with("wrapText", &1);
    Element::new("xf")
        .with("numFmtId", &49)
        .with("fontId", &font)
        .with("fillId", &fill)
        .with("borderId", &border)
        .with("xfId", &0)
        .with("applyNumberFormat", &1)
        .with("applyFill", &1)
        .with("applyBorder", &1)
        .with("applyAlignment", &1)
        .holding(place)
}

fn value(name: &'static str, value: &str) -> Element {
    Element::new(name).with("val", value)
}
