//! Classes of characters (blank, Han, wide), and the removal of invisible ones.

use std::collections::BTreeSet;

use crate::source::{Block, Cell, Line, Omitted, Reason, Source, Table};

/// Removes invisible characters, which may harm a terminal, from a document, and then empty lines.
pub(super) fn source(source: &mut Source) {
    let controls: Vec<Omitted> = source.blocks.iter().filter_map(controls).collect();
    source.omitted.extend(controls);
    for block in &mut source.blocks {
        match block {
            Block::Line(line) => text(&mut line.text),
            Block::Table(table) => self::table(table),
            Block::Picture(picture) => picture.caption.iter_mut().for_each(text),
            Block::PageEnd => {}
        }
    }
    source
        .blocks
        .retain(|block| !matches!(block, Block::Line(line) if is_empty(line)));
    for particular in &mut source.particulars {
        text(&mut particular.name);
        text(&mut particular.value);
    }
    source
        .omitted
        .iter_mut()
        .for_each(|omitted| text(&mut omitted.text));
    for link in &mut source.links {
        text(&mut link.text);
        text(&mut link.target);
    }
}

/// The control characters of a block, each named once, so that none is taken out without a word.
fn controls(block: &Block) -> Option<Omitted> {
    let (texts, place): (Vec<&str>, _) = match block {
        Block::Line(line) => (vec![&line.text], line.place),
        Block::Table(table) => {
            let cells = table.rows.iter().flatten();
            (cells.map(|cell| cell.text.as_str()).collect(), table.place)
        }
        Block::Picture(_) | Block::PageEnd => return None,
    };
    let found: BTreeSet<char> = texts
        .into_iter()
        .flat_map(|text| text.chars().filter(|sign| is_stray(*sign)))
        .collect();
    let names: Vec<String> = found.into_iter().map(code).collect();
    (!names.is_empty()).then(|| Omitted {
        place,
        text: names.join(" "),
        reason: Reason::Control,
    })
}

/// A character by its number: `U+001B`.
pub(super) fn code(sign: char) -> String {
    format!("U+{:04X}", u32::from(sign))
}

/// Whether a character is a control character that is no blank and ends no line.
pub(super) fn is_stray(sign: char) -> bool {
    sign.is_control() && !matches!(sign, '\t'..='\r' | '\u{85}')
}

/// Whether a line shows nothing; an automatic number counts as something.
fn is_empty(line: &Line) -> bool {
    is_blank(&line.text) && line.look.number.is_none()
}

fn table(table: &mut Table) {
    table.caption.iter_mut().for_each(text);
    table.sheet.iter_mut().for_each(text);
    let cells = table.rows.iter_mut().flatten();
    cells.for_each(|cell: &mut Cell| text(&mut cell.text));
}

/// Removes invisible characters; line breaks and tabs stay.
fn text(text: &mut String) {
    if text.chars().any(is_invisible) {
        text.retain(|sign| !is_invisible(sign));
    }
}

/// Control characters, direction marks, zero-width blanks and the like.
pub(super) fn is_invisible(sign: char) -> bool {
    (sign.is_control() && sign != '\n' && sign != '\t')
        || matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Whether a text shows nothing.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars()
        .all(|sign| sign.is_whitespace() || is_invisible(sign))
}

/// Leading blanks, in halves of a Han character.
pub(super) fn indent(text: &str) -> u16 {
    let widths = text.chars().map_while(|sign| match sign {
        '\u{3000}' | '\u{2003}' => Some(2),
        '\t' => Some(4),
        sign if sign.is_whitespace() => Some(1),
        sign if is_invisible(sign) => Some(0),
        _ => None,
    });
    widths.fold(0_u16, u16::saturating_add)
}

/// Whether a character is a Han character.
pub(super) fn is_han(sign: char) -> bool {
    matches!(sign, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether a character is as wide as a Han character; a line break between two of them is no blank.
pub(super) fn is_wide(sign: char) -> bool {
    is_han(sign)
        || matches!(sign, '\u{2014}' | '\u{2018}'..='\u{201d}' | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}')
}

/// The number of Han characters.
pub(super) fn han(text: &str) -> usize {
    text.chars().filter(|sign| is_han(*sign)).count()
}

/// A text trimmed, with runs of blanks collapsed: for names and captions, never for a plan's text.
pub(super) fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text without blanks, for comparing names.
pub(super) fn solid(text: &str) -> String {
    text.chars()
        .filter(|sign| !sign.is_whitespace() && !is_invisible(*sign))
        .collect()
}
