//! The depth of headings: the rank of their numbering style among those that the document uses.
//!
//! So 一、 is 1 and （一） is 2, but 2 and 3 below chapters; a skipped level stays skipped. Lead sentences alone on their
//! lines become headings too, if the document does so throughout.

use std::collections::BTreeSet;

use crate::document::{Content, Heading, NumberBy, Part, Why};
use crate::text::{is_stop, letters};

/// Minimum number of lead sentences on their own lines to become headings.
const HABIT: usize = 8;

/// Sets the depth of all headings.
pub(crate) fn settle(parts: &mut [Part]) {
    let ranks: BTreeSet<u8> = parts
        .iter()
        .filter_map(Part::heading)
        .filter_map(|h| Some(h.marker.as_ref()?.style.rank()))
        .collect();
    let depth = |rank: u8| {
        ranks
            .iter()
            .position(|r| *r == rank)
            .map_or(1, |at| at as u8 + 1)
    };
    for part in parts.iter_mut() {
        if let Content::Heading(Heading {
            marker: Some(marker),
            depth: mine,
            ..
        }) = &mut part.content
        {
            *mine = depth(marker.style.rank());
        }
    }
    leads(parts, ranks.len() as u8 + 1);
}

/// Turns sentences alone on their lines before a longer paragraph into headings.
fn leads(parts: &mut [Part], depth: u8) {
    let found: Vec<usize> = (0..parts.len()).filter(|at| is_lead(parts, *at)).collect();
    let paragraphs = parts.iter().filter(|p| p.paragraph().is_some()).count();
    if found.len() < HABIT || found.len() * 4 < paragraphs {
        return;
    }
    for at in found {
        // Below a chapter, where others stand below its sections, it would look like a section.
        if above(parts, at) + 1 < depth {
            continue;
        }
        let Some(text) = parts[at].paragraph().map(|p| p.text.clone()) else {
            continue;
        };
        let title = text.trim_end_matches(is_stop).to_owned();
        let close = text.get(title.len()..).unwrap_or_default().to_owned();
        parts[at].content = Content::Heading(Heading {
            marker: None,
            number: NumberBy::Text,
            title,
            close,
            depth,
            run_in: false,
            why: Why::Lead,
        });
    }
}

/// The depth of the heading above a part.
fn above(parts: &[Part], at: usize) -> u8 {
    let before = parts[..at].iter().rev();
    let mut depths = before.filter_map(Part::heading).map(|it| it.depth);
    depths.next().unwrap_or_default()
}

fn is_lead(parts: &[Part], at: usize) -> bool {
    let (Some(this), Some(next)) = (
        parts[at].paragraph(),
        parts.get(at + 1).and_then(Part::paragraph),
    ) else {
        return false;
    };
    let size = letters(&this.text);
    let one = this.text.matches(is_stop).count() == 1 && this.text.ends_with('。');
    let below = parts[..at].iter().any(|p| p.heading().is_some());
    below && one && (4..=45).contains(&size) && letters(&next.text) > size
}
