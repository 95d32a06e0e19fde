//! Text of a page that is not part of its document, recorded with the reason.

use crate::readers::words;
use crate::source::{Block, Omitted, Reason, Source};

/// Records the content of an element, `inside`, as omitted.
pub(super) fn note(source: &mut Source, inside: Source, reason: Reason) {
    source.links.extend(inside.links);
    source.omitted.extend(inside.omitted);
    source.particulars.extend(inside.particulars);
    let omitted = |block| {
        let (place, text) = match block {
            Block::Line(line) => (line.place, line.text.trim().to_owned()),
            Block::Table(table) => (table.place, words::of_table(&table)),
            Block::Picture(_) | Block::PageEnd => return None,
        };
        Some(Omitted {
            place,
            text,
            reason,
        })
    };
    source
        .omitted
        .extend(inside.blocks.into_iter().filter_map(omitted));
}
