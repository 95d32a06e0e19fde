//! Plain text. Blank lines are no blocks, but show as gaps in the line numbers; a form feed ends a page.

use super::clean;
use crate::source::{Block, Line, Look, Place, Source};

/// Reads a plain text.
pub(super) fn read(text: &str) -> Source {
    let mut source = Source::default();
    push(&mut source, text, 1);
    source
}

/// Adds the lines of a text that begins on line `first` of its file.
pub(super) fn push(source: &mut Source, text: &str, first: usize) {
    let mut page = text.contains('\x0c').then_some(1);
    for (offset, whole) in lines(text).enumerate() {
        for (index, part) in whole.split('\x0c').enumerate() {
            if index > 0 {
                source.blocks.push(Block::PageEnd);
                page = page.map(|page| page + 1);
            }
            if !clean::is_blank(part) {
                source.blocks.push(line(
                    part,
                    Place {
                        line: first + offset,
                        page,
                    },
                ));
            }
        }
    }
}

fn line(text: &str, place: Place) -> Block {
    let look = Look {
        indent: clean::indent(text),
        ..Look::default()
    };
    Block::Line(Line {
        text: text.trim_end().to_owned(),
        place,
        look,
    })
}

/// The lines of a text, split at LF, CRLF, CR, and the line separators of Word and JavaScript.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let Some(at) = text.find(['\n', '\r', '\x0b', '\u{85}', '\u{2028}', '\u{2029}']) else {
            rest = None;
            return Some(text);
        };
        let (line, after) = text.split_at_checked(at)?;
        let mut signs = after.chars();
        if signs.next() == Some('\r') && signs.clone().next() == Some('\n') {
            signs.next();
        }
        rest = Some(signs.as_str());
        Some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_in_many_ways() {
        let all: Vec<_> = lines("甲\n乙\r\n丙\r丁\u{2028}戊\n\r\n").collect();
        assert_eq!(all, ["甲", "乙", "丙", "丁", "戊", "", ""]);
    }
}
