//! The package of a Word document: its parts, what each of them is, and how they refer to one another.

use std::io;

use crate::output::office::{self, Content, Element, Part, Reference};

/// What the document calls its footer.
pub(super) const FOOTER: &str = "footer";

/// The types of the parts begin with this.
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
const PROPERTIES: &str = "application/vnd.openxmlformats-package.core-properties+xml";
const CHART: &str = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// What a chart calls the workbook of its figures.
pub(super) const FIGURES: &str = "figures";

/// The parts that a document has.
pub(super) struct Parts {
    /// The text.
    pub(super) document: Element,
    /// The styles that it uses.
    pub(super) styles: Element,
    /// How it is to be shown.
    pub(super) settings: Element,
    /// What stands below each page.
    pub(super) footer: Element,
    /// Title and language.
    pub(super) properties: Element,
    /// The charts, each with its figures as a workbook, in which a person may change them.
    pub(super) charts: Vec<(Element, Vec<u8>)>,
}

impl Parts {
    /// The bytes of the file.
    pub(super) fn packed(self) -> io::Result<Vec<u8>> {
        let mut of_document = vec![
            Reference::to("styles", "styles", "styles.xml"),
            Reference::to("settings", "settings", "settings.xml"),
            Reference::to(FOOTER, "footer", "footer.xml"),
        ];
        let charts: Vec<Part> = (1..).zip(self.charts).flat_map(of_chart).collect();
        let numbers = 1..=charts.len() / 2;
        of_document.extend(numbers.map(|n| {
            let name = chart_name(n);
            Reference::to(&name, "chart", &format!("charts/{name}.xml"))
        }));
        let mut parts = vec![
            Part::of("docProps/core.xml", PROPERTIES, self.properties),
            Part {
                refers: of_document,
                ..word("document", "document.main", self.document)
            },
            word("styles", "styles", self.styles),
            word("settings", "settings", self.settings),
            word("footer", "footer", self.footer),
        ];
        parts.extend(charts);
        office::packed(office::roots("word/document.xml", true), parts)
    }
}

fn word(name: &str, kind: &str, element: Element) -> Part {
    let kind = format!("{WORD}{kind}+xml");
    Part::of(&format!("word/{name}.xml"), &kind, element)
}

/// What the document calls its chart of this number.
pub(super) fn chart_name(n: usize) -> String {
    format!("chart{n}")
}

/// The two parts of a chart: the drawing, and its figures.
fn of_chart((n, (chart, figures)): (usize, (Element, Vec<u8>))) -> [Part; 2] {
    let name = chart_name(n);
    let target = format!("../embeddings/{name}.xlsx");
    let chart = Part {
        refers: vec![Reference::to(FIGURES, "package", &target)],
        ..Part::of(&format!("word/charts/{name}.xml"), CHART, chart)
    };
    let figures = Part {
        name: format!("word/embeddings/{name}.xlsx"),
        kind: WORKBOOK.to_owned(),
        content: Content::File(figures),
        refers: Vec::new(),
    };
    [chart, figures]
}
