//! `guihua toc`: the table of contents.

use std::io::Write;

use schemars::JsonSchema;
use serde::Serialize;

use super::Failure;
use crate::cli::TocArgs;
use crate::plan::{Address, Domain, Node, NodeKind, Outline, Plan};
use crate::words::tr;

/// The table of contents, as `toc --json` prints it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Contents {
    /// The version of this shape.
    version: u8,
    /// The headings, in reading order.
    headings: Vec<ListedHeading>,
}

/// A line of the table of contents.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ListedHeading {
    /// Its address.
    #[schemars(with = "String")]
    address: Address,
    /// How deep it stands: 1 for chapters and the other great parts, 2 for sections, 3 for subsections.
    depth: u8,
    /// The number before it, as the plan prints it; empty where there is none.
    number: String,
    /// Its text without the number.
    title: String,
    /// The domain that its tasks belong to.
    domain: Option<Domain>,
}

pub(super) fn run(plan: &Plan, args: &TocArgs, out: &mut impl Write) -> Result<(), Failure> {
    let outline = Outline::of(plan);
    let deepest = args.depth.unwrap_or(u8::MAX);
    let listed = outline.nodes().iter().filter_map(|node| {
        let depth = node.kind.toc_depth()? + 1;
        (depth <= deepest).then_some((depth, node))
    });
    if args.json {
        let headings = listed.map(|(depth, node)| ListedHeading::of(depth, node));
        let headings = headings.collect();
        return super::show::print(
            &Contents {
                version: 1,
                headings,
            },
            out,
        );
    }
    let listed: Vec<(u8, &Node)> = listed.collect();
    let columns = listed
        .iter()
        .map(|(_, node)| node.address.to_string().len());
    let columns = columns.max().unwrap_or(0);
    for (depth, node) in listed {
        let (address, indent) = (node.address.to_string(), usize::from(depth - 1) * 2);
        writeln!(out, "{address:columns$}  {:indent$}{}", "", name(node))?;
    }
    Ok(())
}

/// A heading as the contents list it: great parts without a number by what they are.
fn name(node: &Node) -> String {
    let part = match node.kind {
        NodeKind::NoticeTitle => tr("印发通知"),
        NodeKind::PlanTitle => tr("序言"),
        NodeKind::Attachment => tr("附件"),
        _ => return format!("{}{}", node.number, node.title()),
    };
    let title = node.title();
    if title.starts_with(part) {
        title.to_owned()
    } else {
        format!("{part}  {title}")
    }
}

impl ListedHeading {
    fn of(depth: u8, node: &Node) -> Self {
        Self {
            address: node.address,
            depth,
            number: node.number.trim().to_owned(),
            title: node.title().to_owned(),
            domain: node.domain.clone(),
        }
    }
}
