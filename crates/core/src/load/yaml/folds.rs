//! Ends of lines within a scalar that YAML reads as a blank: harmless between words, wrong between Chinese characters.

use std::collections::HashSet;

use super::super::place::Place;

/// Where lines of a scalar end between two Chinese characters or marks and were folded into a blank. `written` is the scalar
/// as it stands in the file from `start` on, `read` its value.
pub(super) fn between_chinese(written: &str, read: &str, start: Place) -> Vec<Place> {
    if !written.contains('\n') {
        return Vec::new();
    }
    let blanks = around_blanks(read);
    let lines: Vec<&str> = written.lines().collect();
    let pairs = lines.iter().zip(lines.iter().skip(1)).enumerate();
    let folds = pairs.filter_map(|(n, (line, next))| {
        let line = line.trim_end();
        let (before, after) = (line.chars().next_back()?, next.trim_start().chars().next()?);
        // A text of kept lines, and a line whose end is escaped, have no blank there.
        let is_fold = is_chinese(before) && is_chinese(after) && blanks.contains(&(before, after));
        let first = if n == 0 { start.column } else { 1 };
        is_fold.then(|| Place {
            line: start.line + n,
            column: first + line.chars().count(),
        })
    });
    folds.collect()
}

/// The characters before and after each blank of a text.
fn around_blanks(text: &str) -> HashSet<(char, char)> {
    let next = text.chars().skip(1);
    let triples = text.chars().zip(next.clone()).zip(next.skip(1));
    let around = triples.filter(|((_, blank), _)| *blank == ' ');
    around.map(|((before, _), after)| (before, after)).collect()
}

/// Whether a character is of Chinese text: a character, a full-width form, or a mark.
fn is_chinese(c: char) -> bool {
    matches!(c,
        '\u{2E80}'..='\u{303F}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FF01}'..='\u{FF60}' | '“' | '”' | '‘' | '’' | '—' | '…' | '⟦' | '⟧' | '\u{20000}'..='\u{3FFFF}')
}
