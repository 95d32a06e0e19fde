//! Helpers for characters and strings: blanks, Han characters, widths.
//!
//! Positions are byte offsets, used only through [`cut`], which returns an empty string rather than splitting a
//! character.

/// Whether a character is invisible: blanks of any width, control characters, zero-width characters.
pub fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}')
}

/// Whether a character is a Han character.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{2fa1f}' | '〇')
}

/// Whether a sentence ends with this character.
pub fn is_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '?')
}

/// The text between two byte offsets; empty if they are not character boundaries.
pub fn cut(text: &str, from: usize, to: usize) -> &str {
    text.get(from..to).unwrap_or("")
}

/// The text before a byte offset.
pub fn head(text: &str, to: usize) -> &str {
    cut(text, 0, to)
}

/// The text from a byte offset on.
pub fn tail(text: &str, from: usize) -> &str {
    cut(text, from, text.len())
}

/// At most `bytes` bytes of text before `to`, from a character boundary.
pub fn back(text: &str, to: usize, bytes: usize) -> &str {
    let mut from = to.saturating_sub(bytes);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    cut(text, from, to)
}

/// A text without leading and trailing blanks of any width.
pub fn trim(text: &str) -> &str {
    text.trim_matches(is_blank)
}

/// A text without blanks, for comparing source and draft.
pub fn solid(text: &str) -> String {
    text.chars().filter(|c| !is_blank(*c)).collect()
}

/// A text for comparing titles and words: without blanks, full-width characters as half-width.
pub fn fold(text: &str) -> String {
    text.chars()
        .filter(|c| !is_blank(*c))
        .map(half_width)
        .collect()
}

/// The half-width form of a full-width character; all dashes become one.
pub fn half_width(c: char) -> char {
    match c {
        '—' | '–' | '―' | '─' | '‐' | '−' => '-',
        '〔' => '[',
        '〕' => ']',
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// The number of visible characters.
pub fn letters(text: &str) -> usize {
    text.chars().filter(|c| !is_blank(*c)).count()
}

/// The printed width of a line, in halves of a Han character. Quotation marks count as narrow, as in half of the
/// programs that wrap text.
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

/// The longest of `words` that the text starts with.
pub fn starts<'a>(text: &str, words: &[&'a str]) -> Option<&'a str> {
    words
        .iter()
        .copied()
        .filter(|w| text.starts_with(w))
        .max_by_key(|w| w.len())
}

/// The longest of `words` that the text ends with.
pub fn ends<'a>(text: &str, words: &[&'a str]) -> Option<&'a str> {
    words
        .iter()
        .copied()
        .filter(|w| text.ends_with(w))
        .max_by_key(|w| w.len())
}

/// Whether a text contains one of `words`.
pub fn has_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|w| text.contains(w))
}

/// How columns are counted in text from PDFs: programs differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Places {
    /// A Han character takes two columns.
    Wide,
    /// Every character takes one column.
    Even,
}

impl Places {
    /// The number of columns of a text.
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

/// Splits a line at two or more blanks; each cell with its column.
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
