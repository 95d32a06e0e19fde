//! A unit of text: one heading or paragraph of the document, as rows and lines carry it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::plan::{Address, Domain, Node, NodeKind};

/// One heading or paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Unit<'a> {
    /// Where it stands.
    pub address: Address,
    /// What it is.
    pub kind: NodeKind,
    /// The number printed before it: `三、`, `（一）`, `2.`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<&'a str>,
    /// The domain of the section that it stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub domain: Option<&'a Domain>,
    /// The text of a heading, the lead sentence of a task, safeguard or principle without its full stop, or the label of
    /// a particular; other paragraphs have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<&'a str>,
    /// The restored text, lead sentence included, without the number. Empty for a particular that the page leaves empty.
    pub text: &'a str,
    /// The text as published: without the characters that an editor supplied.
    pub published: String,
}

impl<'a> Unit<'a> {
    /// The unit of a node.
    pub fn of(node: &'a Node) -> Self {
        let number = node.number.trim_end();
        let is_field = node.kind == NodeKind::Field;
        let title = if is_field {
            Some(number.trim_end_matches('：'))
        } else {
            (node.kind.is_heading() || node.lead > 0).then(|| node.title())
        };
        Self {
            address: node.address,
            kind: node.kind,
            number: Some(number).filter(|number| !number.is_empty() && !is_field),
            domain: node.domain.as_ref(),
            title,
            text: node.prose.reading(),
            published: node.prose.as_published(),
        }
    }
}
