//! The styles of a Word file, with inheritance.

use std::collections::HashMap;

use crate::readers::xml::Element;

/// Maximum depth of style inheritance.
const DEPTH: usize = 32;

/// The styles of a file.
#[derive(Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    /// The default paragraph style.
    default: Option<String>,
    /// The document defaults.
    defaults: Characters,
}

/// A style as in the file.
#[derive(Clone, Debug, Default)]
struct Style {
    based_on: Option<String>,
    name: String,
    paragraph: Paragraph,
    characters: Characters,
}

/// Paragraph properties; `None` if not set.
#[derive(Clone, Debug, Default)]
pub(super) struct Paragraph {
    /// The outline level, from 1; 0 for body text.
    pub(super) outline: Option<u8>,
    /// The list id; 0 for none.
    pub(super) list: Option<i64>,
    /// The list level, from 0.
    pub(super) level: Option<usize>,
    /// Centred.
    pub(super) centred: Option<bool>,
    /// First-line indent in hundredths of a character.
    pub(super) characters: Option<i64>,
    /// First-line indent in twentieths of a point.
    pub(super) twips: Option<i64>,
}

/// Character properties; `None` if not set.
#[derive(Clone, Debug, Default)]
pub(super) struct Characters {
    pub(super) bold: Option<bool>,
    pub(super) size: Option<u16>,
    pub(super) face: Option<String>,
    pub(super) hidden: Option<bool>,
}

/// The resolved style of a paragraph.
#[derive(Clone, Debug, Default)]
pub(super) struct Resolved {
    pub(super) paragraph: Paragraph,
    pub(super) characters: Characters,
    /// The style that set the list, which may decide the level.
    pub(super) list_style: Option<String>,
    /// Whether it is a line of a table of contents.
    pub(super) contents: bool,
}

impl Styles {
    /// Reads the styles part.
    pub(super) fn read(part: Option<&Element>) -> Self {
        let Some(part) = part else {
            return Self::default();
        };
        let mut styles = Self::default();
        if let Some(defaults) = part
            .find("rPrDefault")
            .and_then(|defaults| defaults.child("rPr"))
        {
            styles.defaults = Characters::read(defaults);
        }
        for element in part.all("style") {
            let Some(id) = element.attribute("styleId") else {
                continue;
            };
            let kind = element.attribute("type").unwrap_or("paragraph");
            if kind == "paragraph" && matches!(element.attribute("default"), Some("1" | "true")) {
                styles.default = Some(id.to_owned());
            }
            styles.by_id.insert(id.to_owned(), Style::read(element));
        }
        styles
    }

    /// Resolves a paragraph style with its base styles.
    pub(super) fn paragraph(&self, id: Option<&str>) -> Resolved {
        let id = id
            .filter(|id| self.by_id.contains_key(*id))
            .or(self.default.as_deref());
        let mut resolved = Resolved::default();
        for (id, style) in self.chain(id) {
            if resolved.paragraph.list.is_none() && style.paragraph.list.is_some() {
                resolved.list_style = Some(id.to_owned());
            }
            resolved.paragraph.fill(&style.paragraph);
            resolved.characters.fill(&style.characters);
            resolved.contents |= style.name.starts_with("toc ") && !style.name.ends_with("heading");
            if resolved.paragraph.outline.is_none() {
                resolved.paragraph.outline = heading_by_name(&style.name);
            }
        }
        resolved.characters.fill(&self.defaults);
        resolved
    }

    /// Resolves a character style.
    pub(super) fn characters(&self, id: Option<&str>) -> Characters {
        let mut characters = Characters::default();
        for (_, style) in self.chain(id) {
            characters.fill(&style.characters);
        }
        characters
    }

    /// The list of a list style.
    pub(super) fn list_of(&self, id: &str) -> Option<i64> {
        self.by_id.get(id)?.paragraph.list
    }

    /// A style and its base styles.
    fn chain<'a>(&'a self, id: Option<&'a str>) -> impl Iterator<Item = (&'a str, &'a Style)> {
        let get = |id: &'a str| self.by_id.get(id).map(|style| (id, style));
        std::iter::successors(id.and_then(get), move |(_, style)| {
            style.based_on.as_deref().and_then(get)
        })
        .take(DEPTH)
    }
}

impl Style {
    fn read(element: &Element) -> Self {
        Self {
            based_on: element.value("basedOn").map(str::to_owned),
            name: element.value("name").unwrap_or_default().to_lowercase(),
            paragraph: element
                .child("pPr")
                .map(Paragraph::read)
                .unwrap_or_default(),
            characters: element
                .child("rPr")
                .map(Characters::read)
                .unwrap_or_default(),
        }
    }
}

impl Paragraph {
    /// Reads paragraph properties.
    pub(super) fn read(element: &Element) -> Self {
        let list = element.child("numPr");
        let indent = element.child("ind");
        let of_indent = |name| indent.and_then(|indent| indent.number(name));
        Self {
            outline: element.value_number("outlineLvl").map(|level| {
                if (0..9).contains(&level) {
                    level as u8 + 1
                } else {
                    0
                }
            }),
            list: list.and_then(|list| list.value_number("numId")),
            level: list
                .and_then(|list| list.value_number("ilvl"))
                .and_then(|level| usize::try_from(level).ok()),
            centred: element.value("jc").map(|align| align == "center"),
            characters: of_indent("firstLineChars"),
            twips: of_indent("firstLine"),
        }
    }

    /// Takes from another what this one does not say.
    pub(super) fn fill(&mut self, other: &Self) {
        self.outline = self.outline.or(other.outline);
        self.list = self.list.or(other.list);
        self.level = self.level.or(other.level);
        self.centred = self.centred.or(other.centred);
        if self.characters.is_none() && self.twips.is_none() {
            (self.characters, self.twips) = (other.characters, other.twips);
        }
    }
}

impl Characters {
    /// Reads run properties.
    pub(super) fn read(element: &Element) -> Self {
        let fonts = element.child("rFonts");
        let font = |name| fonts.and_then(|fonts| fonts.attribute(name));
        Self {
            bold: element.toggle("b"),
            size: element
                .value_number("sz")
                .and_then(|size| u16::try_from(size).ok()),
            face: font("eastAsia")
                .or_else(|| font("ascii"))
                .map(str::to_owned),
            hidden: element.toggle("vanish"),
        }
    }

    /// Takes from another what this one does not say.
    pub(super) fn fill(&mut self, other: &Self) {
        self.bold = self.bold.or(other.bold);
        self.size = self.size.or(other.size);
        self.hidden = self.hidden.or(other.hidden);
        if self.face.is_none() {
            self.face.clone_from(&other.face);
        }
    }
}

/// The heading level in a style name (`heading 2`, `标题 2`), for styles without outline level.
fn heading_by_name(name: &str) -> Option<u8> {
    let level = name
        .strip_prefix("heading ")
        .or_else(|| name.strip_prefix("标题 "))?;
    level
        .trim()
        .parse()
        .ok()
        .filter(|level| (1..=9).contains(level))
}
