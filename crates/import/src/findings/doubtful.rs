//! Collects the doubts: headings that break the sequence, targets without a year, damage, pictures.

use crate::document::{Content, Document, Part};
use crate::marker;
use crate::text::{letters, tail};

use super::damage;
use super::doubt::{Doubt, Matter};
use super::target::{Target, YearBy};

/// The doubts of a document, in reading order.
pub(crate) fn all(document: &Document, targets: &[Target]) -> Vec<Doubt> {
    let mut found = Vec::new();
    document.parts().for_each(|part| of_part(part, &mut found));
    pair(document, &mut found);
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

/// The most letters of a line that may be a piece of a title.
const LINE: usize = 60;

/// Takes out brackets and quotation marks that open in one short line and close in the next, as in titles over two lines.
fn pair(document: &Document, found: &mut Vec<Doubt>) {
    let lines: Vec<&Part> = document.parts().collect();
    for pair in lines.windows(2) {
        let [one, other] = pair else { continue };
        let is_line = |part: &Part| part.paragraph().is_some_and(|it| letters(&it.text) <= LINE);
        if !is_line(one) || !is_line(other) {
            continue;
        }
        let lone = |part: &Part| damage::lone_signs(part.paragraph().map_or("", |it| &it.text));
        if let ([open], [close]) = (lone(one).as_slice(), lone(other).as_slice())
            && damage::PAIRS.contains(&(*open, *close))
        {
            let orders = [one.order, other.order];
            found.retain(|it| it.matter != Matter::Lone || !orders.contains(&it.order));
        }
    }
}

fn of_part(part: &Part, found: &mut Vec<Doubt>) {
    let mut text = String::new();
    match &part.content {
        Content::Box(panel) => panel.parts.iter().for_each(|part| of_part(part, found)),
        Content::Table(grid) => {
            let cells = grid.table.rows.iter().flatten();
            for cell in cells {
                let damage = damage::of(&cell.text).into_iter();
                let damage = damage.filter(|d| d.matter != Matter::Blank);
                let of_row = (cell.place.line > 0).then_some(cell.place);
                found.extend(damage.map(|d| Doubt {
                    place: of_row.unwrap_or(part.place),
                    ..placed(d, part)
                }));
            }
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
    if let Some(heading) = part.heading() {
        // Between its number and its words a heading may have blanks.
        text = format!("{}{}", heading.title, heading.close);
    } else if let Some(paragraph) = part.paragraph() {
        let number = marker::read(&paragraph.text).map_or(0, |(_, end)| end);
        tail(&paragraph.text, number).clone_into(&mut text);
    }
    if !text.is_empty() {
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
