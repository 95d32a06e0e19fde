//! `guihua toc`: the table of contents.

use std::io::Write;

use super::Failure;
use super::opening::plan_file;
use super::table::Lines;
use crate::cli::{Common, TocArgs};
use crate::output::answers;
use crate::plan::{Node, NodeKind};
use crate::records::PlanFile;
use crate::text::{pad, width};
use crate::words::tr;

pub(super) fn run(common: &Common, args: &TocArgs, out: &mut impl Write) -> Result<(), Failure> {
    let PlanFile { plan, outline, .. } = plan_file(common)?;
    let deepest = args.depth.unwrap_or(u8::MAX);
    let listed = outline.nodes().iter().filter_map(|node| {
        let depth = node.toc_depth()? + 1;
        (depth <= deepest).then_some((depth, node))
    });
    if args.json {
        return Ok(answers::write(&answers::Contents::of(&plan, listed), out)?);
    }
    let listed: Vec<(u8, &Node)> = listed.collect();
    let columns = listed
        .iter()
        .map(|(_, node)| width(&node.address.for_readers()));
    let columns = columns.max().unwrap_or(0);
    let mut lines = Lines::of_output();
    for (depth, node) in listed {
        let address = pad(&node.address.for_readers(), columns);
        let indent = usize::from(depth - 1) * 2;
        let line = format!("{address}  {:indent$}{}", "", name(node));
        lines.write(&line, out)?;
    }
    Ok(lines.end(out)?)
}

/// A heading as in the table of contents: parts without a number by their kind.
fn name(node: &Node) -> String {
    let part = match node.kind {
        NodeKind::NoticeTitle => tr("印发通知"),
        NodeKind::PlanTitle => tr("序言"),
        NodeKind::AttachmentLine => tr("附件"),
        _ => return format!("{}{}", node.number, node.title()),
    };
    let title = node.title();
    if title.starts_with(part) {
        title.to_owned()
    } else {
        format!("{part}  {title}")
    }
}
