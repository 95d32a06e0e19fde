//! Tables of the report in Word.

use super::super::block::{Cells, Table};
use super::paragraph::{Align, Paragraph, run};
use super::styles::{SMALL, bold, size};
use crate::output::office::Element;

/// The width of a landscape A4 page without margins, in twentieths of a point.
const WIDTH: usize = 14_500;

/// A table. Its heads are repeated on each page, and no row is divided between pages.
pub(super) fn table(of: &Table) -> Element {
    let widths = of.shares.iter().map(|share| WIDTH * share / 100);
    let widths: Vec<usize> = widths.collect();
    let columns = widths.iter();
    let columns = columns.map(|width| Element::new("w:gridCol").with("w:w", &width));
    let rows = of.rows.iter().map(|row| {
        let cells = row.iter().zip(&widths);
        let cells = cells.map(|(text, width)| body_cell(text, *width, of.cells));
        Element::new("w:tr")
            .holding(Element::new("w:trPr").holding(Element::new("w:cantSplit")))
            .holding_all(cells)
    });
    Element::new("w:tbl")
        .holding(properties())
        .holding(Element::new("w:tblGrid").holding_all(columns))
        .holding(head(&of.heads, &widths))
        .holding_all(rows)
}

/// Charts with their words, two side by side, without lines.
pub(super) fn in_pairs(charts: Vec<[Element; 2]>) -> Element {
    const HALF: usize = WIDTH / 2;
    let columns = [HALF; 2].map(|width| Element::new("w:gridCol").with("w:w", &width));
    let cell = |content: Vec<Element>| {
        let properties = Element::new("w:tcPr").holding(width("w:tcW", HALF));
        Element::new("w:tc")
            .holding(properties)
            .holding_all(content)
    };
    let mut charts = charts.into_iter();
    let mut rows = Vec::new();
    while let Some(left) = charts.next() {
        let right = match charts.next() {
            Some(right) => right.into(),
            None => vec![Paragraph::default().of([])],
        };
        let row = Element::new("w:tr")
            .holding(Element::new("w:trPr").holding(Element::new("w:cantSplit")))
            .holding_all([cell(left.into()), cell(right)]);
        rows.push(row);
    }
    let properties = Element::new("w:tblPr").holding_all([
        width("w:tblW", WIDTH),
        Element::value("w:jc", "left"),
        Element::new("w:tblLayout").with("w:type", "fixed"),
    ]);
    Element::new("w:tbl")
        .holding(properties)
        .holding(Element::new("w:tblGrid").holding_all(columns))
        .holding_all(rows)
}

fn properties() -> Element {
    let lines = [
        "w:top",
        "w:left",
        "w:bottom",
        "w:right",
        "w:insideH",
        "w:insideV",
    ];
    let lines = lines.map(|side| {
        Element::value(side, "single")
            .with("w:sz", &2)
            .with("w:space", &0)
            .with("w:color", "000000")
    });
    let margins = [
        ("w:top", 30),
        ("w:left", 60),
        ("w:bottom", 30),
        ("w:right", 60),
    ];
    let margins = margins.map(|(side, by)| width(side, by));
    Element::new("w:tblPr").holding_all([
        width("w:tblW", WIDTH),
        Element::value("w:jc", "left"),
        Element::new("w:tblBorders").holding_all(lines),
        Element::new("w:tblLayout").with("w:type", "fixed"),
        Element::new("w:tblCellMar").holding_all(margins),
    ])
}

fn width(name: &'static str, twentieths: usize) -> Element {
    Element::new(name)
        .with("w:w", &twentieths)
        .with("w:type", "dxa")
}

fn head(heads: &[String], widths: &[usize]) -> Element {
    let paragraph = Paragraph {
        keeps_next: true,
        align: Some(Align::Center),
        ..Paragraph::default()
    };
    let cells = heads.iter().zip(widths).map(|(text, width)| {
        let look = Element::new("w:rPr")
            .holding_all(bold())
            .holding_all(size(SMALL));
        let shade = Element::value("w:shd", "clear")
            .with("w:color", "auto")
            .with("w:fill", "E7E6E6");
        cell(paragraph.of([run(text, look)]), *width, Some(shade))
    });
    let repeated = ["w:cantSplit", "w:tblHeader"].map(Element::new);
    Element::new("w:tr")
        .holding(Element::new("w:trPr").holding_all(repeated))
        .holding_all(cells)
}

fn body_cell(text: &str, width: usize, cells: Cells) -> Element {
    let align = match cells {
        Cells::Counts => Align::Center,
        Cells::Words => Align::Left,
    };
    let paragraph = Paragraph {
        align: Some(align),
        ..Paragraph::default()
    };
    let look = Element::new("w:rPr").holding_all(size(SMALL));
    cell(paragraph.of([run(text, look)]), width, None)
}

fn cell(paragraph: Element, twentieths: usize, shade: Option<Element>) -> Element {
    let properties = Element::new("w:tcPr")
        .holding(width("w:tcW", twentieths))
        .holding_all(shade)
        .holding(Element::value("w:vAlign", "center"));
    Element::new("w:tc").holding(properties).holding(paragraph)
}
