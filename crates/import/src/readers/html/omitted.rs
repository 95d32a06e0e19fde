//! What a page shows that is no part of its document, as lines with their reason.

use crate::readers::words;
use crate::source::{Block, Omitted, Reason, Source};

/// Notes what was read from an element, `inside`, as left out.
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
