//! The report as a Word document (Office Open XML). Its few parts are written here, each element with its children in the
//! order of the standard: Word repairs what has another order, or refuses it.

mod chart;
mod drawing;
mod package;
mod paragraph;
mod scale;
mod series;
mod styles;
mod table;

use std::io;

use self::package::Parts;
use self::paragraph::{Align, Paragraph, run};
use super::Report;
use super::block::{Block, Item};
use super::chart::Chart;
use crate::output::office::Element;
use crate::words::{Language, language};

/// The report as Office Open XML, A4 landscape.
pub fn docx(report: &Report) -> io::Result<Vec<u8>> {
    let centred = Paragraph {
        align: Some(Align::Center),
        ..plain()
    };
    let title = Paragraph {
        style: Some("Title"),
        keeps_next: true,
        align: Some(Align::Center),
        ..Paragraph::default()
    };
    let mut body = vec![
        title.saying(&report.title),
        centred.saying(&report.until()),
        centred.saying(&report.plan),
    ];
    let (mut charts, mut drawings) = (Vec::new(), Vec::new());
    for block in report.body() {
        if let Block::Chart(of) = block {
            charts.push((chart::chart(of), chart::figures(of)?));
            drawings.push(drawn(of, charts.len()));
        } else {
            in_pairs(&mut body, std::mem::take(&mut drawings));
            write(&mut body, block);
        }
    }
    in_pairs(&mut body, drawings);
    body.push(styles::page());
    let document = Element::new("w:document")
        .with("xmlns:w", styles::WORD)
        .with(
            "xmlns:r",
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        )
        .holding(Element::new("w:body").holding_all(body));
    Parts {
        document,
        styles: styles::styles(),
        settings: styles::settings(),
        footer: styles::footer(),
        properties: properties(report),
        charts,
    }
    .packed()
}

/// Adds a block.
fn write(body: &mut Vec<Element>, block: Block<'_>) {
    match block {
        Block::Heading(2, text) => body.push(heading("Heading1").saying(&text)),
        Block::Heading(_, text) => body.push(heading("Heading2").saying(&text)),
        Block::Paragraph(words) => body.push(text().saying(&words)),
        Block::Place(words) => body.push(text().of([run(&words, styles::marked())])),
        Block::Items(_, items) => items.iter().for_each(|item| listed(body, item)),
        Block::Table(of) => body.push(table::table(&of)),
        Block::Chart(_) => {}
    }
}

/// Adds an item of a list, and what is listed under it, further in.
fn listed(body: &mut Vec<Element>, item: &Item) {
    let inner = Paragraph {
        left: Some(840),
        ..plain()
    };
    body.push(text().saying(&item.text));
    body.extend(item.under.iter().map(|text| inner.saying(text)));
}

/// A chart with its number, and its figures in words below it.
fn drawn(of: &Chart, number: usize) -> [Element; 2] {
    let centred = Paragraph {
        align: Some(Align::Center),
        ..Paragraph::default()
    };
    let kept = Paragraph {
        keeps_next: true,
        ..centred
    };
    let words = run(&of.in_words(), styles::small());
    [kept.of([drawing::inline(of, number)]), centred.of([words])]
}

/// Adds charts, two side by side. Two tables without a paragraph between them would be one to Word.
fn in_pairs(body: &mut Vec<Element>, drawings: Vec<[Element; 2]>) {
    if !drawings.is_empty() {
        body.push(Paragraph::default().of([]));
        body.push(table::in_pairs(drawings));
    }
}

fn heading(style: &'static str) -> Paragraph {
    Paragraph {
        style: Some(style),
        keeps_next: true,
        ..Paragraph::default()
    }
}

fn plain() -> Paragraph {
    Paragraph {
        line: Some(320),
        ..Paragraph::default()
    }
}

/// A paragraph of text, its first line indented by two characters.
fn text() -> Paragraph {
    Paragraph {
        first: Some(420),
        ..plain()
    }
}

/// The properties of the file: title and language, no author.
fn properties(report: &Report) -> Element {
    let language = match language() {
        Language::Chinese => "zh-CN",
        Language::English => "en",
    };
    Element::new("cp:coreProperties")
        .with(
            "xmlns:cp",
            "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        )
        .with("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .holding(Element::new("dc:title").saying(&report.title))
        .holding(Element::new("dc:language").saying(language))
}
