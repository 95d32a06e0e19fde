//! Atoms: the lines, tables and pictures of a source, numbered in reading order.
//!
//! Input is normalised here: a document that is one endless line is split at runs of wide blanks, and form feeds become
//! ends of pages.

use super::one_line;
use crate::source::{Block, Line, Look, Picture, Place, Source, Table};
use crate::text::{is_blank, letters, trim};

/// A piece of the source.
#[derive(Clone, Debug)]
pub(crate) struct Atom {
    /// Its number in reading order.
    pub(crate) order: usize,
    /// Its place in the file.
    pub(crate) place: Place,
    /// Its content.
    pub(crate) matter: Matter,
}

/// The content of an atom.
#[derive(Clone, Debug)]
pub(crate) enum Matter {
    /// A line with its look.
    Line(String, Look),
    /// A table, marked by the file or found in the lines.
    Table(Table),
    /// A picture.
    Picture(Picture),
    /// The end of a page.
    PageEnd,
}

impl Atom {
    /// The text, if it is a line that is not blank.
    pub(crate) fn line(&self) -> Option<&str> {
        match &self.matter {
            Matter::Line(text, _) if letters(text) > 0 => Some(text),
            _ => None,
        }
    }
}

/// All atoms of a source.
pub(crate) fn all(source: &Source) -> Vec<Atom> {
    let mut atoms: Vec<Atom> = Vec::new();
    let all = source.blocks.iter().map(|block| match block {
        Block::Line(line) => letters(&line.text),
        _ => 0,
    });
    let all: usize = all.sum();
    let mut put = |place, matter| {
        atoms.push(Atom {
            order: 0,
            place,
            matter,
        });
    };
    for block in &source.blocks {
        match block {
            Block::Line(line) => lines(line, all, &mut put),
            Block::Table(table) => put(table.place, Matter::Table(table.clone())),
            Block::Picture(picture) => put(picture.place, Matter::Picture(picture.clone())),
            Block::PageEnd => put(Place::default(), Matter::PageEnd),
        }
    }
    for (order, atom) in atoms.iter_mut().enumerate() {
        atom.order = order;
    }
    atoms
}

/// Adds the lines of a line, which may hold all `letters` of the source.
fn lines(line: &Line, all: usize, put: &mut impl FnMut(Place, Matter)) {
    for (n, page) in line.text.split('\u{c}').enumerate() {
        if n > 0 {
            put(line.place, Matter::PageEnd);
        }
        let is_all = letters(page) * 10 >= all * 9;
        let pieces = endless(page).or_else(|| is_all.then(|| one_line::pieces(page)).flatten());
        let pieces = pieces.unwrap_or_else(|| vec![page.to_owned()]);
        for (n, text) in pieces.into_iter().enumerate() {
            let number = line.look.number.clone().filter(|_| n == 0);
            put(
                line.place,
                Matter::Line(
                    text,
                    Look {
                        number,
                        ..line.look.clone()
                    },
                ),
            );
        }
    }
}

/// The paragraphs of a line that is a whole document: long, with at least eight runs of wide blanks.
fn endless(text: &str) -> Option<Vec<String>> {
    if letters(text) < 1000 {
        return None;
    }
    let mut pieces = vec![String::new()];
    let mut blanks = String::new();
    for c in text.chars() {
        if is_blank(c) {
            blanks.push(c);
            continue;
        }
        let wide = blanks.chars().filter(|c| *c == '\u{3000}').count();
        let apart = wide >= 2 || blanks.chars().count() >= 4;
        blanks = if apart || (!blanks.is_empty() && begins_alone(&pieces, c)) {
            pieces.push(String::new());
            String::new()
        } else {
            blanks
        };
        if let Some(last) = pieces.last_mut() {
            last.push_str(&blanks);
            last.push(c);
        }
        blanks.clear();
    }
    (pieces.len() > 8).then(|| pieces.into_iter().filter(|p| !trim(p).is_empty()).collect())
}

/// Whether a single blank ends a piece: after “（此件公开发布）”, and before an annex.
fn begins_alone(pieces: &[String], next: char) -> bool {
    let last = pieces.last().map_or("", |p| trim(p));
    let published =
        last.starts_with(['（', '(']) && last.ends_with(['）', ')']) && letters(last) < 16;
    published || (next == '附' && last.ends_with(['。', '责', '准']))
}

#[cfg(test)]
pub(crate) mod samples {
    use super::*;

    /// Atoms of these lines; a form feed alone is the end of a page.
    pub(crate) fn lines(lines: &[&str]) -> Vec<Atom> {
        let matter = |line: &str| match line {
            "\u{c}" => Matter::PageEnd,
            _ => Matter::Line(line.into(), Look::default()),
        };
        let atom = |(order, line): (usize, &&str)| Atom {
            order,
            place: Place::default(),
            matter: matter(line),
        };
        lines.iter().enumerate().map(atom).collect()
    }

    /// The tables among atoms.
    pub(crate) fn tables(atoms: Vec<Atom>) -> Vec<Table> {
        let tables = atoms.into_iter().filter_map(|atom| match atom.matter {
            Matter::Table(table) => Some(table),
            _ => None,
        });
        tables.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_endless_line_is_cut_at_wide_blanks() {
        let body = "甲".repeat(150);
        let text = format!("　　1　总则{body}").repeat(10);
        let pieces = endless(&text).unwrap_or_default();
        assert_eq!(pieces.len(), 10);
        assert!(pieces[0].starts_with("1　总则"));
    }

    #[test]
    fn an_ordinary_paragraph_stays_whole() {
        assert_eq!(endless(&"建设　　乙".repeat(20)), None);
    }

    #[test]
    fn a_form_feed_ends_a_page() {
        let line = Line {
            text: "甲\u{c}乙".into(),
            ..Line::default()
        };
        let atoms = all(&Source {
            blocks: vec![Block::Line(line)],
            ..Source::default()
        });
        assert!(matches!(atoms[1].matter, Matter::PageEnd));
        assert_eq!(atoms.len(), 3);
    }
}
