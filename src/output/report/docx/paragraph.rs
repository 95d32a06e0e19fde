//! Paragraphs, and the runs of text in them.

use crate::output::office::Element;

/// How a paragraph looks, where it is not as its style has it. Lengths are in twentieths of a point.
#[derive(Clone, Copy, Default)]
pub(super) struct Paragraph {
    /// The id of its style; `None` for that of text.
    pub(super) style: Option<&'static str>,
    /// Whether it stands on one page with the next one.
    pub(super) keeps_next: bool,
    /// The height of its lines.
    pub(super) line: Option<u32>,
    /// How far in it stands.
    pub(super) left: Option<u32>,
    /// How much further in its first line stands.
    pub(super) first: Option<u32>,
    /// Where its lines stand; `None` for the left.
    pub(super) align: Option<Align>,
}

/// Where lines stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Center,
}

impl Paragraph {
    /// A paragraph with these runs.
    pub(super) fn of(self, runs: impl IntoIterator<Item = Element>) -> Element {
        Element::new("w:p")
            .holding(self.properties())
            .holding_all(runs)
    }

    /// A paragraph with a text.
    pub(super) fn saying(self, text: &str) -> Element {
        self.of([run(text, Element::new("w:rPr"))])
    }

    fn properties(self) -> Element {
        let keeps_next = self.keeps_next.then(|| Element::new("w:keepNext"));
        let line = |line: u32| Element::new("w:spacing").with("w:line", &line);
        let align = |align: Align| {
            let word = match align {
                Align::Left => "left",
                Align::Center => "center",
            };
            Element::value("w:jc", word)
        };
        Element::new("w:pPr")
            .holding_all(self.style.map(|style| Element::value("w:pStyle", style)))
            .holding_all(keeps_next)
            .holding_all(self.line.map(line))
            .holding_all(self.indent())
            .holding_all(self.align.map(align))
    }

    fn indent(self) -> Option<Element> {
        let ways = [("w:left", self.left), ("w:firstLine", self.first)];
        let given = ways.into_iter().filter_map(|(way, by)| Some((way, by?)));
        given.fold(None, |indent, (way, by)| {
            let indent = indent.unwrap_or_else(|| Element::new("w:ind"));
            Some(indent.with(way, &by))
        })
    }
}

/// A run of text with its properties.
pub(super) fn run(text: &str, properties: Element) -> Element {
    let text = Element::new("w:t")
        .with("xml:space", "preserve")
        .saying(text);
    Element::new("w:r").holding(properties).holding(text)
}
