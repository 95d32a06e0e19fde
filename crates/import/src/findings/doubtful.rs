//! Collects the doubts: headings that break the sequence, targets without a year, damage, pictures.

use crate::document::{Content, Document, Part};

use super::damage;
use super::doubt::{Doubt, Matter};
use super::target::{Target, YearBy};

/// The doubts of a document, in reading order.
pub(crate) fn all(document: &Document, targets: &[Target]) -> Vec<Doubt> {
    let mut found = Vec::new();
    document.parts().for_each(|part| of_part(part, &mut found));
    found.extend(
        targets
            .iter()
            .filter(|t| t.goals.iter().any(|g| g.year_by == YearBy::Unknown))
            .map(|t| Doubt {
                order: t.evidence.order,
                place: t.evidence.place,
                matter: Matter::Year,
                words: t.evidence.quote.clone(),
                suggestion: None,
            }),
    );
    found.sort_by_key(|d| d.order);
    found
}

fn of_part(part: &Part, found: &mut Vec<Doubt>) {
    let mut text = String::new();
    match &part.content {
        Content::Box(panel) => panel.parts.iter().for_each(|part| of_part(part, found)),
        Content::Table(grid) => {
            let cells = grid.table.rows.iter().flatten();
            found.extend(
                cells
                    .flat_map(|cell| damage::of(&cell.text))
                    .filter(|d| d.matter != Matter::Blank)
                    .map(|d| placed(d, part)),
            );
            return;
        }
        Content::Picture(picture) => {
            let words = picture.caption.clone().unwrap_or_default();
            found.push(placed(
                Doubt {
                    matter: Matter::Picture,
                    words,
                    ..Doubt::default()
                },
                part,
            ));
        }
        Content::Heading(heading) if heading.why.is_doubtful() => {
            part.print(&mut text);
            found.push(placed(
                Doubt {
                    matter: Matter::Heading,
                    words: text.clone(),
                    ..Doubt::default()
                },
                part,
            ));
        }
        _ => {}
    }
    if text.is_empty() && part.paragraph().is_some() || part.heading().is_some() {
        text.clear();
        part.print(&mut text);
        found.extend(damage::of(&text).into_iter().map(|d| placed(d, part)));
    }
}

fn placed(doubt: Doubt, part: &Part) -> Doubt {
    Doubt {
        order: part.order,
        place: part.place,
        ..doubt
    }
}
