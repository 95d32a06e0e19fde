//! What a page shows that is no part of its document, as lines with their reason.

use super::{style::Context, table, tree::Tree, walk::Walk};
use crate::source::{Block, Omitted, Reason, Source};

/// Notes the lines of an element as left out.
pub(super) fn push(source: &mut Source, tree: &Tree, index: usize, reason: Reason) {
    let mut walk = Walk::plain(tree);
    let walked = match reason {
        Reason::Hidden => walk.inside(index),
        _ => walk.visit(index, &Context::default()),
    };
    walk.end_line(false);
    // What is left out may be anything: a table in it that is too large ends the list, not the reading.
    if walked.is_err() {
        return;
    }
    source.links.append(&mut walk.source.links);
    source.omitted.append(&mut walk.source.omitted);
    source.particulars.append(&mut walk.source.particulars);
    for block in walk.source.blocks {
        match block {
            Block::Line(line) => {
                source.omitted.push(Omitted {
                    place: line.place,
                    text: line.text.trim().to_owned(),
                    reason,
                });
            }
            Block::Table(table) => source.omitted.push(Omitted {
                place: table.place,
                text: table::words(&table),
                reason,
            }),
            Block::Picture(_) | Block::PageEnd => {}
        }
    }
}
