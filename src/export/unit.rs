//! A unit of text: one heading or paragraph of the document, as rows and lines carry it.

use schemars::JsonSchema;
use serde::Serialize;

use super::VERSION;
use crate::plan::{Node, NodeKind};

/// One heading or paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Unit<'a> {
    /// The version of this shape: 1.
    pub version: u32,
    /// What the line is: `text`.
    #[serde(rename = "type")]
    pub line: &'static str,
    /// The id of the plan, `meta.id` of its file.
    pub plan: &'a str,
    /// Where it stands: `3.1.2p4` is paragraph 4 of chapter 3, section 1, subsection 2; `notice.p1`, `preface`, …
    pub address: String,
    /// What it is, in kebab-case: `chapter`, `section`, `subsection`, `paragraph`, `principle`, `task`, `safeguard`,
    /// `plan-title`, `attachment`, and of the notice `particular`, `notice-title`, `addressees`, `notice-text`, `signature`.
    pub kind: &'static str,
    /// The number printed before it: `三、`, `（一）`, `2.`; null where there is none.
    pub number: Option<&'a str>,
    /// The domain of the section that it stands in; null elsewhere.
    pub domain: Option<&'a str>,
    /// The text of a heading, the lead sentence of a task, safeguard or principle without its full stop, or the label of
    /// a particular; null for other paragraphs.
    pub title: Option<&'a str>,
    /// The restored text, lead sentence included, without the number. Empty for a particular that the page leaves empty.
    pub text: &'a str,
    /// The text as published: without the characters that an editor supplied.
    pub published: String,
}

impl<'a> Unit<'a> {
    /// The unit of a node of the plan with this id.
    pub fn of(node: &'a Node, plan: &'a str) -> Self {
        let number = node.number.trim_end();
        let is_field = node.kind == NodeKind::Field;
        let title = if is_field {
            Some(number.trim_end_matches('：'))
        } else {
            (node.kind.is_heading() || node.lead > 0).then(|| node.title())
        };
        Self {
            version: VERSION,
            line: "text",
            plan,
            address: node.address.to_string(),
            kind: word(node.kind),
            number: Some(number).filter(|number| !number.is_empty() && !is_field),
            domain: node.domain.as_deref(),
            title,
            text: node.prose.reading(),
            published: node.prose.as_published(),
        }
    }
}

fn word(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Field => "particular",
        NodeKind::NoticeTitle => "notice-title",
        NodeKind::Addressees => "addressees",
        NodeKind::NoticeText => "notice-text",
        NodeKind::Signature => "signature",
        NodeKind::PlanTitle => "plan-title",
        NodeKind::Chapter => "chapter",
        NodeKind::Section => "section",
        NodeKind::Subsection => "subsection",
        NodeKind::Paragraph => "paragraph",
        NodeKind::Principle => "principle",
        NodeKind::Task => "task",
        NodeKind::Safeguard => "safeguard",
        NodeKind::Attachment => "attachment",
    }
}
