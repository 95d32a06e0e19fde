//! Small questions about characters and strings that all stages ask: what is blank, what is Han, how wide is a line.
//!
//! Positions are bytes, and are only ever used through [`cut`], which answers nothing rather than breaking a character.

/// Whether a character prints nothing: blanks of every width, control characters, zero-width marks.
pub fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}')
}

/// Whether a character is a Chinese one.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{2fa1f}' | '〇')
}

/// Whether a sentence ends with this character.
pub fn is_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '?')
}

/// The text between two bytes; empty where they are no borders of characters.
pub fn cut(text: &str, from: usize, to: usize) -> &str {
    text.get(from..to).unwrap_or("")
}

/// The text before a byte.
pub fn head(text: &str, to: usize) -> &str {
    cut(text, 0, to)
}

/// The text from a byte on.
pub fn tail(text: &str, from: usize) -> &str {
    cut(text, from, text.len())
}

/// At most so many bytes before a byte, from a border of characters on.
pub fn back(text: &str, to: usize, bytes: usize) -> &str {
    let mut from = to.saturating_sub(bytes);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    cut(text, from, to)
}

/// A text without the blanks around it, of every width.
pub fn trim(text: &str) -> &str {
    text.trim_matches(is_blank)
}

/// A text without any blanks: what has to stay the same from the source to the draft.
pub fn solid(text: &str) -> String {
    text.chars().filter(|c| !is_blank(*c)).collect()
}

/// A text for comparing titles and words: no blanks, full-width letters, digits and brackets as their half-width twins.
pub fn fold(text: &str) -> String {
    text.chars()
        .filter(|c| !is_blank(*c))
        .map(half_width)
        .collect()
}

/// The half-width twin of a full-width character; dashes of all kinds become one.
pub fn half_width(c: char) -> char {
    match c {
        '—' | '–' | '―' | '─' | '‐' | '−' => '-',
        '〔' => '[',
        '〕' => ']',
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// How many characters that print something a text has.
pub fn letters(text: &str) -> usize {
    text.chars().filter(|c| !is_blank(*c)).count()
}

/// The width of a line as set in print, in halves of a Han character. Quotation marks count as narrow, since half of
/// the programs that write lines of text take them so.
pub fn columns(text: &str) -> usize {
    text.chars().map(width).sum()
}

fn width(c: char) -> usize {
    match c {
        '\u{3000}'..='\u{303f}' | '！'..='～' | '\u{2460}'..='\u{24ff}' => 2,
        c if is_han(c) => 2,
        c if c.is_control() => 0,
        _ => 1,
    }
}

/// Whether a text begins with one of these, and which.
pub fn starts<'a>(text: &str, words: &[&'a str]) -> Option<&'a str> {
    words
        .iter()
        .copied()
        .filter(|w| text.starts_with(w))
        .max_by_key(|w| w.len())
}

/// Whether a text ends with one of these, and which; the longest counts.
pub fn ends<'a>(text: &str, words: &[&'a str]) -> Option<&'a str> {
    words
        .iter()
        .copied()
        .filter(|w| text.ends_with(w))
        .max_by_key(|w| w.len())
}

/// Whether a text contains one of these.
pub fn has_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|w| text.contains(w))
}

/// How the place of a character in a line is counted. Programs that write PDFs as text do it in either way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Places {
    /// A Han character takes two places.
    Wide,
    /// Every character takes one.
    Even,
}

impl Places {
    /// How many places a text takes.
    pub fn of(self, text: &str) -> usize {
        text.chars().map(|c| self.one(c)).sum()
    }

    fn one(self, c: char) -> usize {
        match self {
            Self::Wide if is_blank(c) && c != '\u{3000}' => 1,
            Self::Wide => width(c),
            Self::Even => 1,
        }
    }
}

/// The parts of a line that stand apart by two blanks or more, each with the place where it begins.
pub fn cells(line: &str, places: Places) -> Vec<(usize, String)> {
    let mut found: Vec<(usize, String)> = Vec::new();
    let (mut place, mut blanks) = (0, 2);
    for c in line.chars() {
        if is_blank(c) {
            blanks += places.one(c);
        } else {
            match found.last_mut() {
                Some((_, text)) if blanks < 2 => {
                    text.extend(std::iter::repeat_n(' ', blanks));
                    text.push(c);
                }
                _ => found.push((place, c.to_string())),
            }
            blanks = 0;
        }
        place += places.one(c);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stand_apart_by_two_blanks() {
        let found = cells("  甲乙  12.5 万   丙", Places::Wide);
        assert_eq!(
            found,
            vec![(2, "甲乙".into()), (8, "12.5 万".into()), (18, "丙".into())]
        );
    }

    #[test]
    fn folding_drops_blanks_and_widths() {
        assert_eq!(fold("（2021 —２０２５年）"), "(2021-2025年)");
    }
}
