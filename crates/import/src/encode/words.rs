//! Text as plan files hold it: on one line, without what can't be shown, its title supplied where the file has none.

use guihua_core::plan::Prose;

use crate::document::{Content, Heading, Paragraph, Part};
use crate::text::{head, is_blank, is_stop, tail, trim};

/// A text on one line: line breaks within a cell or paragraph join Chinese without a blank, other words with one. What
/// plan files take for their own marks gets brackets that look alike.
pub fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = trim(text).chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\n' | '\r' => {
                let next = chars.peek().copied().unwrap_or(' ');
                let is_word = |c: char| c.is_ascii_alphanumeric();
                if out.ends_with(is_word) && is_word(next) {
                    out.push(' ');
                }
            }
            '⟦' => out.push('〚'),
            '⟧' => out.push('〛'),
            c if is_shown(c) => out.push(c),
            c if c.is_whitespace() => out.push(' '),
            _ => {}
        }
    }
    out
}

/// Whether plan files may have a character.
fn is_shown(c: char) -> bool {
    !(c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'))
}

/// Words that the text does not print, with the marks that say so.
pub(super) fn supplied(text: &str) -> Prose {
    let text = one_line(text).replace(['|', '｜'], "");
    let text = if text.is_empty() {
        "（无题）"
    } else {
        &text
    };
    Prose::parse(&format!("⟦{text}⟧")).unwrap_or_else(|_| Prose::plain(text))
}

/// The text of a part on one line, with a number that Word generates.
pub(super) fn printed(part: &Part) -> String {
    match &part.content {
        Content::Heading(heading) => heading_line(heading),
        Content::Paragraph(it) => paragraph(it),
        _ => {
            let mut text = String::new();
            part.print(&mut text);
            one_line(&text)
        }
    }
}

/// A paragraph on one line, with a number that Word generates.
pub(super) fn paragraph(paragraph: &Paragraph) -> String {
    let number = paragraph.number.as_deref().unwrap_or_default();
    one_line(&format!("{number}{}{}", gap(number), paragraph.text))
}

/// The most characters of a text in a plan file.
const LONGEST: usize = 10_000;

/// A text in pieces that plan files can hold: cut behind a sentence where there is one, else behind a clause, and never
/// within a number or a word of letters unless it has nothing else.
pub(super) fn pieces(text: &str) -> Vec<String> {
    let mut rest = text;
    let mut found = Vec::new();
    while let Some((limit, _)) = rest.char_indices().nth(LONGEST) {
        let within = head(rest, limit);
        let last = |is_end: &dyn Fn(char) -> bool| {
            let found = within.char_indices().rev().find(|(_, c)| is_end(*c))?;
            Some(found.0 + found.1.len_utf8())
        };
        let end = last(&is_stop)
            .or_else(|| last(&|c| "，、；：,;:".contains(c)))
            .or_else(|| last(&|c| !c.is_ascii_alphanumeric() && c != '.'))
            .unwrap_or(limit);
        found.push(head(rest, end).to_owned());
        rest = tail(rest, end);
    }
    if !rest.is_empty() || found.is_empty() {
        found.push(rest.to_owned());
    }
    found
}

/// A heading with its number on one line.
pub(super) fn heading_line(heading: &Heading) -> String {
    let number = heading.marker.as_ref().map_or("", |it| &it.printed);
    let gap = gap(number);
    one_line(&format!("{number}{gap}{}{}", heading.title, heading.close))
}

/// What stands between a number and the words behind it.
fn gap(number: &str) -> &'static str {
    if number.ends_with(|c: char| c.is_alphanumeric() || c == '.') {
        " "
    } else {
        ""
    }
}

/// Whether a text has anything to read.
pub(super) fn is_empty(text: &str) -> bool {
    text.chars().all(is_blank)
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, pieces};

    #[test]
    fn a_long_text_is_cut_between_sentences_clauses_or_words_and_loses_nothing() {
        let many = |what: &str| what.repeat(LONGEST);
        for (text, ends) in [
            (many("甲类床位达到1661张。"), ['。'; 3]),
            (many("甲类床位达到1661张，"), ['，'; 3]),
            (many("床位1661张"), ['床', '位', '张']),
            (many("7"), ['7'; 3]),
        ] {
            let cut = pieces(&text);
            assert_eq!(cut.concat(), text);
            for piece in cut.iter().rev().skip(1) {
                assert!(piece.ends_with(ends) && piece.chars().count() <= LONGEST);
            }
        }
    }
}
