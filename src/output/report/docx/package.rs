//! The package of a Word document: its parts, what each of them is, and how they refer to one another.

use std::io;

use crate::output::office::{self, Element, Part, Reference};

/// What the document calls its footer.
pub(super) const FOOTER: &str = "footer";

/// The types of the parts begin with this.
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
const PROPERTIES: &str = "application/vnd.openxmlformats-package.core-properties+xml";

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
}

impl Parts {
    /// The bytes of the file.
    pub(super) fn packed(self) -> io::Result<Vec<u8>> {
        let of_document = vec![
            Reference::to("styles", "styles", "styles.xml"),
            Reference::to("settings", "settings", "settings.xml"),
            Reference::to(FOOTER, "footer", "footer.xml"),
        ];
        let parts = vec![
            part("docProps/core.xml", PROPERTIES, self.properties),
            Part {
                refers: of_document,
                ..word("document", "document.main", self.document)
            },
            word("styles", "styles", self.styles),
            word("settings", "settings", self.settings),
            word("footer", "footer", self.footer),
        ];
        office::packed(office::roots("word/document.xml", true), parts)
    }
}

fn word(name: &str, kind: &str, element: Element) -> Part {
    let kind = format!("{WORD}{kind}+xml");
    part(&format!("word/{name}.xml"), &kind, element)
}

fn part(name: &str, kind: &str, element: Element) -> Part {
    Part {
        name: name.to_owned(),
        kind: kind.to_owned(),
        element,
        refers: Vec::new(),
    }
}
