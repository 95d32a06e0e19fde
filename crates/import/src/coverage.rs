//! Proves that nothing was lost: the text of the drafts plus their omissions equals the source, character by character,
//! ignoring blanks.

use std::collections::HashMap;

use crate::Draft;
use crate::document::Part;
use crate::grammar::atom::{self, Atom, Matter};
use crate::source::{Omitted, Place, Reason, Source};
use crate::text::solid;

/// Where a draft first differs from its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The line of the source.
    pub line: usize,
    /// What the source prints from there.
    pub source: String,
    /// What the draft prints from there.
    pub draft: String,
}

/// What a file prints, in pieces, each with the number of its line: the text in its order, with the numbers that Word
/// generates, and before each line what the reader left out there.
pub fn lines(source: &Source) -> Vec<(u32, String)> {
    let number = |place: Place| u32::try_from(place.line).unwrap_or(u32::MAX);
    // Control characters print nothing.
    let printed = source
        .omitted
        .iter()
        .filter(|it| it.reason != Reason::Control);
    let mut omitted: Vec<&Omitted> = printed.collect();
    omitted.sort_by_key(|it| it.place.line);
    let mut omitted = omitted.into_iter().peekable();
    let mut lines = Vec::new();
    for atom in atom::all(source) {
        while let Some(it) = omitted.next_if(|it| it.place.line <= atom.place.line) {
            lines.push((number(it.place), it.text.clone()));
        }
        let generated = match &atom.matter {
            Matter::Line(_, look) => look.number.clone().unwrap_or_default(),
            _ => String::new(),
        };
        let text = format!("{generated}{}", text_of(&atom));
        if !text.is_empty() {
            lines.push((number(atom.place), text));
        }
    }
    lines.extend(omitted.map(|it| (number(it.place), it.text.clone())));
    lines
}

/// Compares drafts with their source; the error is the first difference.
pub fn compare(source: &Source, drafts: &[Draft]) -> Result<(), Difference> {
    let kept = solid(&printed(drafts));
    let mut rest = kept.as_str();
    let mut omitted = left_out(drafts);
    let mut open = String::new();
    for atom in atom::all(source) {
        let mut text = solid(&text_of(&atom));
        if let Some(more) = open.strip_prefix(text.as_str()) {
            open = more.to_owned();
            continue;
        }
        if text.starts_with(&open) {
            text.drain(..open.len());
        }
        open.clear();
        let text = without(
            text,
            omitted.remove(&atom.order).unwrap_or_default(),
            &mut open,
        );
        rest = rest
            .strip_prefix(text.as_str())
            .ok_or_else(|| difference(&atom, &text, rest))?;
    }
    if rest.is_empty() {
        Ok(())
    } else {
        Err(Difference {
            line: 0,
            source: String::new(),
            draft: excerpt(rest),
        })
    }
}

fn difference(atom: &Atom, text: &str, rest: &str) -> Difference {
    Difference {
        line: atom.place.line,
        source: excerpt(text),
        draft: excerpt(rest),
    }
}

fn excerpt(text: &str) -> String {
    text.chars().take(30).collect()
}

/// The text of the drafts, in reading order.
fn printed(drafts: &[Draft]) -> String {
    let mut parts: Vec<&Part> = drafts.iter().flat_map(|d| d.document.parts()).collect();
    parts.sort_by_key(|part| part.order);
    let mut text = String::new();
    for part in parts {
        part.print(&mut text);
        text.push('\n');
    }
    text
}

fn left_out(drafts: &[Draft]) -> HashMap<usize, Vec<String>> {
    let mut found: HashMap<usize, Vec<String>> = HashMap::new();
    for omission in drafts.iter().flat_map(|d| &d.omitted) {
        found
            .entry(omission.order)
            .or_default()
            .push(solid(&omission.omitted.text));
    }
    found
}

/// Removes the omissions from `text`. An omission that extends beyond it continues in `open` for the next piece of the
/// source.
fn without(mut text: String, omitted: Vec<String>, open: &mut String) -> String {
    for piece in omitted {
        match piece.strip_prefix(text.as_str()) {
            Some(more) => {
                more.clone_into(open);
                text.clear();
            }
            None => text = text.replacen(&piece, "", 1),
        }
    }
    text
}

fn text_of(atom: &Atom) -> String {
    match &atom.matter {
        Matter::Line(text, _) => text.clone(),
        Matter::PageEnd => String::new(),
        Matter::Picture(picture) => picture.caption.clone().unwrap_or_default(),
        Matter::Table(table) => {
            let cells = table
                .rows
                .iter()
                .flatten()
                .filter(|c| c.span != (0, 0))
                .map(|c| c.text.as_str());
            table
                .caption
                .as_deref()
                .into_iter()
                .chain(cells)
                .collect::<Vec<_>>()
                .join("\n")
        }
    }
}
