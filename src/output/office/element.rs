//! Elements of XML, written in the order in which they are put together.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// An element with its attributes and what stands in it.
pub(crate) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    content: Vec<Content>,
}

enum Content {
    Element(Element),
    Text(String),
}

impl Element {
    /// An empty element.
    pub(crate) fn new(name: &'static str) -> Self {
        Self {
            name,
            attributes: Vec::new(),
            content: Vec::new(),
        }
    }

    /// An empty element whose meaning is its attribute `w:val`.
    pub(crate) fn value(name: &'static str, value: &(impl ToString + ?Sized)) -> Self {
        Self::new(name).with("w:val", value)
    }

    /// With an attribute.
    pub(crate) fn with(mut self, name: &'static str, value: &(impl ToString + ?Sized)) -> Self {
        self.attributes.push((name, value.to_string()));
        self
    }

    /// With an element in it, behind what stands there already.
    pub(crate) fn holding(self, child: Self) -> Self {
        self.holding_all([child])
    }

    /// With elements in it, in their order, behind what stands there already.
    pub(crate) fn holding_all(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        let children = children.into_iter().map(Content::Element);
        self.content.extend(children);
        self
    }

    /// With a text in it, without what no XML may hold.
    pub(crate) fn saying(mut self, text: &str) -> Self {
        let text = text.chars().filter(|c| may_stand(*c)).collect();
        self.content.push(Content::Text(text));
        self
    }

    /// The part of a package of which this is the outermost element.
    pub(crate) fn part(&self) -> io::Result<Vec<u8>> {
        let mut writer = Writer::new(Vec::new());
        let declaration = BytesDecl::new("1.0", Some("UTF-8"), Some("yes"));
        writer.write_event(Event::Decl(declaration))?;
        self.write(&mut writer)?;
        Ok(writer.into_inner())
    }

    fn write(&self, writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
        let mut start = BytesStart::new(self.name);
        let attributes = self.attributes.iter();
        start.extend_attributes(attributes.map(|(name, value)| (*name, value.as_str())));
        if self.content.is_empty() {
            return writer.write_event(Event::Empty(start));
        }
        writer.write_event(Event::Start(start))?;
        for content in &self.content {
            match content {
                Content::Element(element) => element.write(writer)?,
                Content::Text(text) => writer.write_event(Event::Text(BytesText::new(text)))?,
            }
        }
        writer.write_event(Event::End(BytesEnd::new(self.name)))
    }
}

/// Whether XML may hold a character at all.
fn may_stand(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}
