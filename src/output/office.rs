//! Office files (Office Open XML): packages of XML parts that say what they are and refer to one another.

mod element;
pub(crate) mod workbook;

use std::io::{self, Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

pub(crate) use self::element::Element;

/// The kinds of references from one part to another begin with this.
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// A part of a package.
pub(crate) struct Part {
    /// Its path: `word/document.xml`.
    pub(crate) name: String,
    /// Its content type.
    pub(crate) kind: String,
    /// What it holds.
    pub(crate) content: Content,
    /// The parts that it refers to.
    pub(crate) refers: Vec<Reference>,
}

impl Part {
    /// A part of XML that refers to no other.
    pub(crate) fn of(name: &str, kind: &str, element: Element) -> Self {
        Self {
            name: name.to_owned(),
            kind: kind.to_owned(),
            content: Content::Xml(element),
            refers: Vec::new(),
        }
    }
}

/// What a part holds.
pub(crate) enum Content {
    /// An element with all that stands in it.
    Xml(Element),
    /// A file of another kind.
    File(Vec<u8>),
}

/// A reference to a part.
pub(crate) struct Reference {
    /// The name by which the part is called where it is referred to.
    pub(crate) id: String,
    /// What it is referred to as.
    pub(crate) kind: String,
    /// Its path, beginning where the referring part stands.
    pub(crate) target: String,
}

impl Reference {
    /// To a part of an office file: `styles`, `chart`.
    pub(crate) fn to(id: &str, kind: &str, target: &str) -> Self {
        Self {
            id: id.to_owned(),
            kind: format!("{RELATIONSHIPS}/{kind}"),
            target: target.to_owned(),
        }
    }
}

/// The main part of a package, and its properties if there are any.
pub(crate) fn roots(main: &str, properties: bool) -> Vec<Reference> {
    let mut roots = vec![Reference::to("document", "officeDocument", main)];
    roots.extend(properties.then(|| Reference {
        id: "properties".to_owned(),
        kind: format!("{PACKAGE}/relationships/metadata/core-properties"),
        target: "docProps/core.xml".to_owned(),
    }));
    roots
}

/// The bytes of a package. The same parts are the same bytes: no time of writing stands in it.
pub(crate) fn packed(roots: Vec<Reference>, parts: Vec<Part>) -> io::Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut write = |name: &str, bytes: &[u8]| -> io::Result<()> {
        zip.start_file(name, SimpleFileOptions::default())?;
        zip.write_all(bytes)
    };
    write("[Content_Types].xml", &types(&parts).part()?)?;
    write("_rels/.rels", &relationships(roots).part()?)?;
    for part in parts {
        match part.content {
            Content::Xml(element) => write(&part.name, &element.part()?)?,
            Content::File(bytes) => write(&part.name, &bytes)?,
        }
        if !part.refers.is_empty() {
            let (folder, file) = part.name.rsplit_once('/').unwrap_or(("", &part.name));
            let name = format!("{folder}/_rels/{file}.rels");
            write(&name, &relationships(part.refers).part()?)?;
        }
    }
    Ok(zip.finish()?.into_inner())
}

fn relationships(to: Vec<Reference>) -> Element {
    let relationships = to.into_iter().map(|it| {
        Element::new("Relationship")
            .with("Id", &it.id)
            .with("Type", &it.kind)
            .with("Target", &it.target)
    });
    Element::new("Relationships")
        .with("xmlns", &format!("{PACKAGE}/relationships"))
        .holding_all(relationships)
}

fn types(parts: &[Part]) -> Element {
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
    let of_parts = parts.iter().map(|part| {
        Element::new("Override")
            .with("PartName", &format!("/{}", part.name))
            .with("ContentType", &part.kind)
    });
    Element::new("Types")
        .with("xmlns", &format!("{PACKAGE}/content-types"))
        .holding_all(of_extension)
        .holding_all(of_parts)
}
