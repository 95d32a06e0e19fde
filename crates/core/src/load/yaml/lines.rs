//! Where a quotation mark or a bracket is not closed, found line by line: the library sees it only where the next one stands,
//! which may be hundreds of lines on. Values are nearly always written on one line, so the line that comes after tells: where
//! it begins a new entry, what is open before it should have been closed.

use super::super::place::Place;

/// What is not closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Open {
    Quote,
    /// The bracket that opens.
    Bracket(char),
}

/// What is not closed, and where it opens.
type Opened = (Place, Open);

/// The first quotation mark or bracket that should have been closed on its line, on the lines up to `last`.
pub(super) fn unclosed(text: &str, last: usize) -> Option<Opened> {
    let mut look = Look::default();
    let lines = text.lines().zip(1..).filter(|(line, _)| is_content(line));
    let mut lines = lines.take_while(|(_, number)| *number <= last).peekable();
    // The line after the last one tells of it too.
    let after = text.lines().skip(last).find(|line| is_content(line));
    while let Some((line, number)) = lines.next() {
        let next = lines.peek().map(|(line, _)| *line).or(after);
        look.read(line, number);
        if let Some(open) = look.suspect(line, next) {
            return Some(open);
        }
    }
    None
}

/// The key that no colon follows, in the line of content before `line`: what the library complains of is the next colon.
pub(super) fn without_colon(text: &str, line: usize) -> Option<(Place, &str)> {
    let lines = text.lines().zip(1..).filter(|(line, _)| is_content(line));
    let (before, number) = lines.take_while(|(_, number)| *number < line).last()?;
    let entry = before.trim_start_matches([' ', '-']);
    let key = entry.split(' ').next().unwrap_or_default();
    let is_key = !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    let is_whole = !entry.contains(": ") && !entry.trim_end().ends_with(':');
    let column = 1 + before.chars().count() - entry.chars().count();
    (is_key && is_whole).then_some((
        Place {
            line: number,
            column,
        },
        key,
    ))
}

fn is_content(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty() && !line.starts_with('#')
}

fn indent(line: &str) -> usize {
    line.chars().take_while(|c| *c == ' ').count()
}

/// What is open at the end of a line.
#[derive(Default)]
struct Look {
    /// The quotation mark that is open, and where.
    quote: Option<(char, Place)>,
    /// The brackets that are open, each with the indentation of its line.
    brackets: Vec<(char, Place, usize)>,
    /// The indentation of the key whose text follows on further indented lines (`|`, `>`).
    block: Option<usize>,
}

impl Look {
    fn read(&mut self, line: &str, number: usize) {
        if self.block.is_some_and(|key| indent(line) > key) {
            return;
        }
        self.block = None;
        let is_inside = self.quote.is_some() || !self.brackets.is_empty();
        let start = if is_inside { 0 } else { value(line) };
        let characters: Vec<char> = line.chars().collect();
        let rest = characters.get(start..).unwrap_or_default();
        if !is_inside && matches!(rest, ['|' | '>', ..]) {
            self.block = Some(key_column(line));
            return;
        }
        self.walk(&characters, start, number);
    }

    /// Walks along a line from a character on. Outside of brackets a text without quotation marks goes on to its end.
    fn walk(&mut self, line: &[char], start: usize, number: usize) {
        let mut at = start;
        let mut begins = true;
        while let Some(&c) = line.get(at) {
            let place = Place {
                line: number,
                column: at + 1,
            };
            if let Some((mark, _)) = self.quote {
                at += self.quoted(mark, line.get(at..).unwrap_or_default());
                begins = false;
                continue;
            }
            match c {
                '#' if at == 0 || line.get(at.saturating_sub(1)) == Some(&' ') => return,
                '\'' | '"' if begins => self.quote = Some((c, place)),
                '{' | '[' if begins => {
                    let indent = line.iter().take_while(|c| **c == ' ').count();
                    self.brackets.push((c, place, indent));
                }
                '}' | ']' if !self.brackets.is_empty() => {
                    self.brackets.pop();
                }
                _ if begins && c != ' ' && self.brackets.is_empty() => return,
                _ => {}
            }
            let before = at.checked_sub(1).and_then(|before| line.get(before));
            begins = match c {
                '{' | '[' | ',' => true,
                // A colon separates before a blank, and behind a quoted key.
                ':' => {
                    matches!(line.get(at + 1), None | Some(' '))
                        || matches!(before, Some('\'' | '"'))
                }
                _ => begins && c == ' ',
            };
            at += 1;
        }
    }

    /// How many characters of a quoted text are passed: to its end, or one that stands for itself.
    fn quoted(&mut self, mark: char, rest: &[char]) -> usize {
        match rest {
            ['\'', '\'', ..] if mark == '\'' => 2,
            ['\\', _, ..] if mark == '"' => 2,
            [c, ..] if *c == mark => {
                self.quote = None;
                1
            }
            _ => 1,
        }
    }

    /// What should have been closed on a line, going by the next one.
    fn suspect(&self, line: &str, next: Option<&str>) -> Option<Opened> {
        let begins_entry = next.is_none_or(begins_entry);
        if let Some((_, place)) = self.quote {
            return begins_entry.then_some((place, Open::Quote));
        }
        let (bracket, place, of_line) = *self.brackets.last()?;
        let goes_on = line.trim_end().ends_with(['{', '[', ',', ':']);
        // A bracket that closes another one, further out.
        let is_past = next.is_some_and(|next| {
            next.trim_start().starts_with(['}', ']']) && indent(next) < of_line
        });
        (is_past || (begins_entry && !goes_on)).then_some((place, Open::Bracket(bracket)))
    }
}

/// The character at which the value of a line begins: behind its dashes and its key.
fn value(line: &str) -> usize {
    let key = key_column(line);
    let text: String = line.chars().skip(key).collect();
    match key_length(&text) {
        Some(length) => {
            let behind = text.chars().skip(length);
            key + length + behind.take_while(|c| *c == ' ').count()
        }
        None => key,
    }
}

/// The character at which the key or the value of a line begins: behind its dashes.
fn key_column(line: &str) -> usize {
    let mut column = indent(line);
    let mut rest = line.trim_start_matches(' ');
    while let Some(behind) = rest.strip_prefix("- ") {
        let text = behind.trim_start_matches(' ');
        column += 2 + (behind.len() - text.len());
        rest = text;
    }
    column
}

/// How many characters the key that a text begins with has, with its colon; `None` where it begins with none.
fn key_length(text: &str) -> Option<usize> {
    let mut characters = text.chars();
    let first = characters.next()?;
    let length = match first {
        '"' | '\'' => characters.position(|c| c == first)? + 2,
        c if c.is_alphanumeric() => {
            let is_part = |c: &char| c.is_alphanumeric() || matches!(c, '_' | '-');
            1 + characters.take_while(is_part).count()
        }
        _ => return None,
    };
    let mut behind = text.chars().skip(length);
    let is_key = behind.next() == Some(':') && behind.next().is_none_or(|c| c == ' ');
    is_key.then_some(length + 1)
}

/// Whether a line begins an entry of a list or a mapping.
pub(super) fn begins_entry(line: &str) -> bool {
    let text = line.trim_start();
    text.starts_with("- ") || key_length(text).is_some()
}
