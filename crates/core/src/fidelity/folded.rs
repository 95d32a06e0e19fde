//! A text without blanks, with compatible forms of a character made one, and where each character comes from.

use std::collections::HashMap;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization as _;

use super::{CONTEXT, Words};
use crate::plan::{Address, Omitted, Outline};

/// How many texts of a line are looked for within it. Of more, only those are found that stand alone.
const MOST_WITHIN: usize = 64;

/// What a plan leaves out and has not been met yet; a text without a line is a line of its own.
#[derive(Default)]
struct Wanted<'a> {
    /// Texts that some line with this number consists of. Pages and files number their lines anew.
    alone: HashMap<(u32, &'a str), usize>,
    /// Texts within lines, by their numbers.
    within: HashMap<u32, Vec<&'a str>>,
    of_any: HashMap<&'a str, usize>,
    /// What is to follow of a text that goes on over several lines.
    open: &'a str,
}

impl<'a> Wanted<'a> {
    /// `lines` says how often each line stands in the source.
    fn of(omitted: &'a [Omitted], mut lines: HashMap<(u32, &'a str), usize>) -> Self {
        let mut wanted = Self::default();
        for it in omitted {
            let text = it.text.trim();
            let Some(line) = it.line else {
                *wanted.of_any.entry(text).or_default() += 1;
                continue;
            };
            match lines.get_mut(&(line, text)).filter(|n| **n > 0) {
                Some(n) => {
                    *n -= 1;
                    *wanted.alone.entry((line, text)).or_default() += 1;
                }
                None => wanted.within.entry(line).or_default().push(&it.text),
            }
        }
        wanted
    }

    /// The next text that is left out of a line, which is taken off the list.
    fn next_in(&mut self, line: &'a str, number: u32) -> Option<Range<usize>> {
        let alone = line.trim();
        if alone.is_empty() {
            return None;
        }
        if let Some(rest) = self.open.trim_start().strip_prefix(alone) {
            self.open = rest;
            return Some(0..line.len());
        }
        if let Some(n) = self.alone.get_mut(&(number, alone)).filter(|n| **n > 0) {
            *n -= 1;
            return Some(0..line.len());
        }
        if let Some(texts) = self.within.get_mut(&number) {
            let within = |text: &&str| Some(line.find(text)?).filter(|_| !text.is_empty());
            let mut found = texts.iter().enumerate().take(MOST_WITHIN);
            if let Some((at, start)) = found.find_map(|(at, text)| Some((at, within(text)?))) {
                let text = texts.remove(at);
                return Some(start..start + text.len());
            }
            let mut near = texts.iter().take(MOST_WITHIN);
            let begun = near.position(|text| text.trim().starts_with(alone));
            if let Some(at) = begun.filter(|_| self.open.is_empty()) {
                let text = texts.remove(at).trim();
                self.open = text.get(alone.len()..).unwrap_or_default();
                return Some(0..line.len());
            }
        }
        let left = self.of_any.get_mut(alone).filter(|left| **left > 0)?;
        *left -= 1;
        Some(0..line.len())
    }

    /// What was not met, in the order of the lines.
    fn left(self) -> Vec<String> {
        let alone = self.alone.into_iter();
        let alone = alone.flat_map(|((line, text), n)| vec![(line, text); n]);
        let within = self.within.into_iter();
        let within = within.flat_map(|(line, texts)| texts.into_iter().map(move |it| (line, it)));
        let mut lines: Vec<(u32, &str)> = alone.chain(within).collect();
        lines.sort_by_key(|(line, _)| *line);
        let open = Some(self.open).filter(|text| !text.trim().is_empty());
        let texts = lines.into_iter().map(|(_, text)| text).chain(open);
        let mut any: Vec<&str> = self
            .of_any
            .into_iter()
            .flat_map(|(text, n)| vec![text; n])
            .collect();
        any.sort_unstable();
        texts.chain(any).map(str::to_owned).collect()
    }
}

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
    pub(super) fn of_source<'a>(
        source: Vec<(u32, &'a str)>,
        omitted: &'a [Omitted],
    ) -> (Self, Vec<String>) {
        let mut lines: HashMap<(u32, &str), usize> = HashMap::new();
        for (n, line) in &source {
            *lines.entry((*n, line.trim())).or_default() += 1;
        }
        let mut wanted = Wanted::of(omitted, lines);
        let mut text = Self::default();
        for (n, line) in source {
            let mut rest = line;
            while let Some(found) = wanted.next_in(rest, n) {
                text.push_line(rest.get(..found.start).unwrap_or_default(), n);
                rest = rest.get(found.end..).unwrap_or_default();
            }
            text.push_line(rest, n);
        }
        (text, wanted.left())
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
