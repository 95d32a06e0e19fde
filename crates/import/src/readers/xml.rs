//! XML parts as trees of elements, with normalised namespace prefixes.

use quick_xml::{
    NsReader,
    events::{BytesStart, Event},
    name::{NamespaceResolver, ResolveResult},
};

use super::{Excess, Kind, Refusal, limits};

/// Endings of namespace URIs, and the prefix that their names get here; none for the main namespaces.
const VOCABULARIES: [(&str, &str); 11] = [
    ("wordprocessingml/main", ""),
    ("wordprocessingml/2006/main", ""),
    ("spreadsheetml/main", ""),
    ("spreadsheetml/2006/main", ""),
    ("markup-compatibility/2006", "mc:"),
    ("drawingml/2006/wordprocessingDrawing", "wp:"),
    ("drawingml/wordprocessingDrawing", "wp:"),
    ("microsoft-com:vml", "v:"),
    ("/math", "m:"),
    ("officeDocument/2006/relationships", "r:"),
    ("officeDocument/relationships", "r:"),
];

/// An element.
#[derive(Clone, Debug, Default)]
pub(super) struct Element {
    /// Its name: plain in the main namespaces, `mc:…`, `v:…`, `m:…` and so on in other known ones, else `x:…`.
    pub(super) name: String,
    /// Its attributes, named the same way.
    attributes: Vec<(String, String)>,
    /// Its children.
    pub(super) children: Vec<Node>,
}

/// A child of an element.
#[derive(Clone, Debug)]
pub(super) enum Node {
    /// An element.
    Element(Element),
    /// Text.
    Text(String),
}

impl Element {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// The value of an attribute as a number.
    pub(super) fn number(&self, name: &str) -> Option<i64> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// Its child elements.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| {
            if let Node::Element(element) = child {
                Some(element)
            } else {
                None
            }
        })
    }

    /// Its child elements named `name`.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.elements().filter(move |element| element.name == name)
    }

    /// Its first child element named `name`.
    pub(super) fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|element| element.name == name)
    }

    /// The `val` of the child named `name`.
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        self.child(name)?.attribute("val")
    }

    /// The `val` of the child named `name`, as a number.
    pub(super) fn value_number(&self, name: &str) -> Option<i64> {
        self.child(name)?.number("val")
    }

    /// A boolean property: on if present, off with `val="0"`, `None` if absent.
    pub(super) fn toggle(&self, name: &str) -> Option<bool> {
        let element = self.child(name)?;
        Some(!matches!(
            element.attribute("val"),
            Some("0" | "false" | "off" | "none")
        ))
    }

    /// The first descendant named `name`.
    pub(super) fn find(&self, name: &str) -> Option<&Self> {
        self.elements().find_map(|element| {
            if element.name == name {
                Some(element)
            } else {
                element.find(name)
            }
        })
    }

    /// All text in it.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        self.collect(&mut text);
        text
    }

    fn collect(&self, text: &mut String) {
        for child in &self.children {
            match child {
                Node::Element(element) => element.collect(text),
                Node::Text(words) => text.push_str(words),
            }
        }
    }
}

/// Parses a part of a document of this kind. Custom entities are not expanded.
pub(super) fn parse(text: &str, kind: Kind) -> Result<Element, Refusal> {
    let broken = |fault: &dyn std::fmt::Display| Refusal::broken(kind, fault);
    let mut reader = NsReader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut open = vec![Element::default()];
    let mut count = 0;
    loop {
        match reader.read_event().map_err(|fault| broken(&fault))? {
            Event::Start(start) => {
                count += 1;
                check(open.len(), count)?;
                open.push(element(&start, reader.resolver()).map_err(|fault| broken(&fault))?);
            }
            Event::End(_) => close(&mut open),
            Event::Text(words) => add(
                &mut open,
                &words.xml10_content().map_err(|fault| broken(&fault))?,
            ),
            Event::CData(words) => add(&mut open, &words.decode().map_err(|fault| broken(&fault))?),
            Event::GeneralRef(name) => {
                let sign = name
                    .resolve_char_ref()
                    .ok()
                    .flatten()
                    .or_else(|| predefined(&name));
                add(
                    &mut open,
                    sign.unwrap_or('\u{fffd}').encode_utf8(&mut [0; 4]),
                );
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let all = open.into_iter().next().unwrap_or_default();
    let mut elements = all.children.into_iter().filter_map(|child| {
        if let Node::Element(element) = child {
            Some(element)
        } else {
            None
        }
    });
    elements
        .next()
        .ok_or_else(|| broken(&"no element that is closed"))
}

/// Checks the limits on elements and nesting.
fn check(depth: usize, count: usize) -> Result<(), Refusal> {
    if depth > limits::XML_DEPTH {
        return Err(Refusal::too_large(Excess::Nesting, limits::XML_DEPTH));
    }
    if count > limits::ELEMENTS {
        return Err(Refusal::too_large(Excess::Pieces, limits::ELEMENTS));
    }
    Ok(())
}

fn element(
    start: &BytesStart<'_>,
    resolver: &NamespaceResolver,
) -> Result<Element, quick_xml::Error> {
    let (vocabulary, local) = resolver.resolve_element(start.name());
    let name = name(&vocabulary, local.into_inner());
    let mut attributes = Vec::new();
    for attribute in start.attributes().with_checks(false) {
        let attribute = attribute?;
        let (vocabulary, local) = resolver.resolve_attribute(attribute.key);
        let value = attribute
            .normalized_value(quick_xml::XmlVersion::Implicit1_0)?
            .into_owned();
        attributes.push((self::name(&vocabulary, local.into_inner()), value));
    }
    Ok(Element {
        name,
        attributes,
        children: Vec::new(),
    })
}

fn name(vocabulary: &ResolveResult<'_>, local: &[u8]) -> String {
    let local = String::from_utf8_lossy(local);
    let ResolveResult::Bound(address) = vocabulary else {
        return local.into_owned();
    };
    let address = String::from_utf8_lossy(address.as_ref());
    let known = VOCABULARIES.iter().find(|(end, _)| address.ends_with(end));
    format!("{}{local}", known.map_or("x:", |(_, prefix)| prefix))
}

/// Closes the innermost open element; the root stays open.
fn close(open: &mut Vec<Element>) {
    if open.len() > 1
        && let Some(element) = open.pop()
        && let Some(parent) = open.last_mut()
    {
        parent.children.push(Node::Element(element));
    }
}

fn add(open: &mut [Element], words: &str) {
    let Some(element) = open.last_mut() else {
        return;
    };
    if let Some(Node::Text(text)) = element.children.last_mut() {
        text.push_str(words);
    } else {
        element.children.push(Node::Text(words.to_owned()));
    }
}

fn predefined(name: &[u8]) -> Option<char> {
    match name {
        b"amp" => Some('&'),
        b"lt" => Some('<'),
        b"gt" => Some('>'),
        b"quot" => Some('"'),
        b"apos" => Some('\''),
        _ => None,
    }
}
