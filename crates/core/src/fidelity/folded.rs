//! A text without blanks, with compatible forms of a character made one, and where each character comes from.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization as _;

use super::{CONTEXT, Words};
use crate::plan::{Address, Omitted, Outline};

/// A text without blanks. The lists have an entry for each folded character.
#[derive(Default)]
pub(super) struct Folded {
    /// What is compared.
    pub(super) compared: Vec<char>,
    /// The character as it stands in the text.
    pub(super) characters: Vec<char>,
    /// The line of the source, from 1; empty for a plan.
    pub(super) lines: Vec<u32>,
    /// The place in the plan; empty for a source.
    pub(super) addresses: Vec<Address>,
}

impl Folded {
    fn push(&mut self, c: char) -> usize {
        let before = self.compared.len();
        for folded in c.nfkc().filter(|c| !c.is_whitespace()) {
            self.compared.push(folded);
            self.characters.push(c);
        }
        self.compared.len() - before
    }

    /// The text of a plan as published: numbers rendered, supplied characters dropped.
    pub(super) fn of_outline(outline: &Outline) -> Self {
        let mut text = Self::default();
        for node in outline.nodes() {
            let published = node.prose.as_published();
            for c in node.number.chars().chain(published.chars()) {
                let pushed = text.push(c);
                text.addresses
                    .extend(std::iter::repeat_n(node.address, pushed));
            }
        }
        text
    }

    /// A published text without what the plan leaves out, and what of that is not there.
    pub(super) fn of_source(source: &str, omitted: &[Omitted]) -> (Self, Vec<String>) {
        let mut wanted: Vec<&Omitted> = omitted.iter().collect();
        let mut text = Self::default();
        for (n, line) in (1u32..).zip(source.lines()) {
            let mut rest = line;
            // What is left out is told by its line, or else by being a line of its own.
            while let Some((at, found)) = wanted.iter().enumerate().find_map(|(at, it)| {
                let place = rest.find(it.text.as_str())?;
                let is_here = match it.line {
                    Some(line) => line == n,
                    None => rest.trim() == it.text.trim(),
                };
                (is_here && !it.text.is_empty()).then_some((at, place))
            }) {
                let omitted = wanted.remove(at);
                let (head, tail) = rest.split_at(found);
                text.push_line(head, n);
                rest = tail.get(omitted.text.len()..).unwrap_or_default();
            }
            text.push_line(rest, n);
        }
        let not_found = wanted.into_iter().map(|it| it.text.clone()).collect();
        (text, not_found)
    }

    fn push_line(&mut self, text: &str, line: u32) {
        for c in text.chars() {
            let pushed = self.push(c);
            self.lines.extend(std::iter::repeat_n(line, pushed));
        }
    }

    /// Characters of the text, with what stands around them.
    pub(super) fn words(&self, range: Range<usize>) -> Words {
        let part = |range: Range<usize>| -> String {
            self.characters
                .get(range)
                .unwrap_or_default()
                .iter()
                .collect()
        };
        let end = range.end.min(self.characters.len());
        let start = range.start.min(end);
        Words {
            before: part(start.saturating_sub(CONTEXT)..start),
            words: part(start..end),
            after: part(end..(end + CONTEXT).min(self.characters.len())),
        }
    }
}
