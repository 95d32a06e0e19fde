//! Markdown, read line by line rather than as `CommonMark`, which would join lines and renumber lists: such files are
//! lines of a plan with a few marks.

mod inline;
mod table;

use super::{Refusal, clean, html, particulars, text};
use crate::source::{Block, Line, Look, Omitted, Place, Reason, Source};

/// Maximum lines of front matter.
const FRONT: usize = 200;
/// Maximum lines of an HTML table.
const ROWS: usize = 2000;

/// Reads a Markdown text.
pub(super) fn read(text: &str) -> Result<Source, Refusal> {
    let lines: Vec<&str> = text::lines(text).collect();
    let mut source = Source::default();
    let mut at = front_matter(&mut source, &lines);
    let mut fenced = false;
    while let Some(line) = lines.get(at) {
        let rest = lines.get(at..).unwrap_or_default();
        if is_fence(line) {
            fenced = !fenced;
        } else if fenced {
            push_plain(&mut source, line, at + 1);
        } else if let Some((table, used)) = table::read(rest, at + 1) {
            source.blocks.push(Block::Table(table));
            at += used;
            continue;
        } else if let Some(used) = html_table(rest) {
            push_page(&mut source, rest.get(..used).unwrap_or_default(), at)?;
            at += used;
            continue;
        } else if !is_rule(line) && !clean::is_blank(line) {
            push(&mut source, &lines, at);
        }
        at += 1;
    }
    Ok(source)
}

/// The number of lines of an HTML table.
fn html_table(lines: &[&str]) -> Option<usize> {
    lines
        .first()
        .filter(|line| line.trim_start().starts_with("<table"))?;
    let end = lines
        .iter()
        .take(ROWS)
        .position(|line| line.contains("</table>"))?;
    Some(end + 1)
}

/// Adds an HTML fragment that begins after `before` lines.
fn push_page(source: &mut Source, lines: &[&str], before: usize) -> Result<(), Refusal> {
    let mut page = html::piece(&lines.join("\n"))?;
    for block in &mut page.blocks {
        match block {
            Block::Line(line) => line.place.line += before,
            Block::Table(table) => {
                table.place.line += before;
                table
                    .rows
                    .iter_mut()
                    .flatten()
                    .for_each(|cell| cell.place.line += before);
            }
            Block::Picture(picture) => picture.place.line += before,
            Block::PageEnd => {}
        }
    }
    source.blocks.append(&mut page.blocks);
    source.links.append(&mut page.links);
    Ok(())
}

/// Reads front matter (`name: value` lines between two `---`) as particulars, which are left out of the text; returns the
/// number of lines.
fn front_matter(source: &mut Source, lines: &[&str]) -> usize {
    if lines.first().map(|line| line.trim_end()) != Some("---") {
        return 0;
    }
    let closing = |line: &&str| matches!(line.trim_end(), "---" | "...");
    let Some(end) = lines.iter().skip(1).take(FRONT).position(closing) else {
        return 0;
    };
    for (n, line) in lines.iter().enumerate().skip(1).take(end) {
        if !clean::is_blank(line) {
            source.omitted.push(Omitted {
                place: Place {
                    line: n + 1,
                    page: None,
                },
                text: line.trim().to_owned(),
                reason: Reason::Particulars,
            });
        }
        if let Some((name, value)) = line.split_once(':') {
            particulars::note(source, name.trim(), value.trim().trim_matches(['"', '\'']));
        }
    }
    end + 2
}

fn is_fence(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("```") || line.starts_with("~~~")
}

/// Whether a line is a rule or a heading underline: `---`, `***`, `===`.
fn is_rule(line: &str) -> bool {
    let line = clean::solid(line);
    let Some(first) = line
        .chars()
        .next()
        .filter(|sign| matches!(sign, '-' | '*' | '_' | '='))
    else {
        return false;
    };
    line.chars().count() >= 3 && line.chars().all(|sign| sign == first)
}

fn push_plain(source: &mut Source, line: &str, number: usize) {
    let look = Look {
        indent: clean::indent(line),
        ..Look::default()
    };
    source.blocks.push(Block::Line(Line {
        text: line.trim_end().to_owned(),
        place: at(number),
        look,
    }));
}

/// Adds a line without its marks, or its particulars.
fn push(source: &mut Source, lines: &[&str], index: usize) {
    let Some(whole) = lines.get(index) else {
        return;
    };
    let number = index + 1;
    let (mut heading, content) = heading(quoted(whole));
    if heading.is_none()
        && lines
            .get(index + 1)
            .is_some_and(|next| is_rule(next) && next.starts_with("==="))
    {
        heading = Some(1);
    }
    let (item, content) = item(content);
    let read = inline::read(content, number);
    if let Some((name, value)) = read
        .starts_bold
        .then(|| particulars::pair(&read.text))
        .flatten()
    {
        particulars::note(source, &name, &value);
        source.omitted.push(Omitted {
            place: at(number),
            text: read.text,
            reason: Reason::Particulars,
        });
        return;
    }
    let alone =
        |line: Option<&&str>| line.is_none_or(|line| clean::is_blank(line) || is_rule(line));
    let look = Look {
        heading,
        bold: read.bold,
        indent: clean::indent(&read.text),
        paragraph: heading.is_some()
            || item
            || (alone(index.checked_sub(1).and_then(|at| lines.get(at)))
                && alone(lines.get(index + 1))),
        ..Look::default()
    };
    source.links.extend(read.links);
    for text in text::lines(&read.text).filter(|text| !clean::is_blank(text)) {
        source.blocks.push(Block::Line(Line {
            text: text.trim_end().to_owned(),
            place: at(number),
            look: look.clone(),
        }));
    }
    source
        .blocks
        .extend(read.pictures.into_iter().map(Block::Picture));
}

fn at(line: usize) -> Place {
    Place { line, page: None }
}

/// A line without `> `.
fn quoted(line: &str) -> &str {
    let mut line = line;
    while let Some(rest) = line.trim_start_matches(' ').strip_prefix('>') {
        line = rest.strip_prefix(' ').unwrap_or(rest);
    }
    line
}

/// The level of a heading and its text.
fn heading(line: &str) -> (Option<u8>, &str) {
    let trimmed = line.trim_start_matches(' ');
    let words = trimmed.trim_start_matches('#');
    let level = trimmed.len() - words.len();
    if !(1..=6).contains(&level) || !words.starts_with([' ', '\t', '\u{3000}']) && words.is_ascii()
    {
        return (None, line);
    }
    (
        Some(level as u8),
        words.trim().trim_end_matches('#').trim_end(),
    )
}

/// Whether a line is a list item, and its text. A page number (`- 3 -`) is none.
fn item(line: &str) -> (bool, &str) {
    let trimmed = line.trim_start_matches([' ', '\t']);
    let words = ["- ", "* ", "+ "]
        .into_iter()
        .find_map(|mark| trimmed.strip_prefix(mark));
    match words {
        Some(words) if !words.trim_end().ends_with('-') => (true, words),
        _ => (false, line),
    }
}
