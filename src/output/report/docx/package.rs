//! The package of a Word document: its parts, what each of them is, and how they refer to one another. A picture or a chart
//! would be one more part with a relationship of the document to it.

use std::io::{self, Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::element::Element;

/// What the document calls its footer.
pub(super) const FOOTER: &str = "footer";

/// The types of what is packed, and of how parts refer to one another.
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const CORE: &str =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

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
    pub(super) fn packed(&self) -> io::Result<Vec<u8>> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let relationships = relationships([
            ("document", of_office("officeDocument"), "word/document.xml"),
            ("properties", CORE.to_owned(), "docProps/core.xml"),
        ]);
        let of_document = relationships_of_document();
        let parts = [
            ("[Content_Types].xml", &types()),
            ("_rels/.rels", &relationships),
            ("docProps/core.xml", &self.properties),
            ("word/document.xml", &self.document),
            ("word/_rels/document.xml.rels", &of_document),
            ("word/styles.xml", &self.styles),
            ("word/settings.xml", &self.settings),
            ("word/footer.xml", &self.footer),
        ];
        for (name, element) in parts {
            // No time of writing: the same report is the same file.
            zip.start_file(name, SimpleFileOptions::default())?;
            zip.write_all(&element.part()?)?;
        }
        Ok(zip.finish()?.into_inner())
    }
}

fn relationships_of_document() -> Element {
    relationships([
        ("styles", of_office("styles"), "styles.xml"),
        ("settings", of_office("settings"), "settings.xml"),
        (FOOTER, of_office("footer"), "footer.xml"),
    ])
}

fn of_office(kind: &str) -> String {
    format!("{RELATIONSHIPS}{kind}")
}

/// Names by which a part refers to others, with the kind of each.
fn relationships<const N: usize>(to: [(&str, String, &str); N]) -> Element {
    let relationships = to.map(|(id, kind, target)| {
        Element::new("Relationship")
            .with("Id", id)
            .with("Type", &kind)
            .with("Target", target)
    });
    Element::new("Relationships")
        .with(
            "xmlns",
            "http://schemas.openxmlformats.org/package/2006/relationships",
        )
        .holding_all(relationships)
}

fn types() -> Element {
    let of_extension = [
        (
            "rels",
            "application/vnd.openxmlformats-package.relationships+xml",
        ),
        ("xml", "application/xml"),
    ];
    let of_extension = of_extension.map(|(extension, kind)| {
        Element::new("Default")
            .with("Extension", extension)
            .with("ContentType", kind)
    });
    let word = |part: &str, kind: &str| {
        Element::new("Override")
            .with("PartName", &format!("/word/{part}.xml"))
            .with("ContentType", &format!("{WORD}{kind}+xml"))
    };
    let properties = Element::new("Override")
        .with("PartName", "/docProps/core.xml")
        .with(
            "ContentType",
            "application/vnd.openxmlformats-package.core-properties+xml",
        );
    Element::new("Types")
        .with(
            "xmlns",
            "http://schemas.openxmlformats.org/package/2006/content-types",
        )
        .holding_all(of_extension)
        .holding_all([
            word("document", "document.main"),
            word("styles", "styles"),
            word("settings", "settings"),
            word("footer", "footer"),
            properties,
        ])
}
