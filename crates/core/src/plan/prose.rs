//! A piece of the plan's text, with the characters that an editor supplied kept apart.
//!
//! The page as published lost characters; plan.yaml puts what was restored between `⟦` and `⟧`
//! (`15⟦—⟧64岁`). [`Prose`] holds the restored reading and knows which parts of it are supplied,
//! so every consumer can choose: the reading, the text as published, or the text with its marks.

use std::fmt::Write as _;
use std::ops::Range;

use borsh::{BorshDeserialize as Unpack, BorshSerialize as Pack};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::words::say;

/// Opens a run of supplied characters in plan.yaml.
const OPEN: char = '⟦';
/// Closes a run of supplied characters in plan.yaml.
const CLOSE: char = '⟧';

/// Text of the plan: the restored reading and the byte ranges in it that were supplied.
#[derive(Clone, Debug, Default, PartialEq, Eq, Pack, Unpack)]
pub struct Prose {
    reading: String,
    supplied: Vec<Range<usize>>,
}

/// One run of a [`Prose`]: text that stands on the published page, or text that was supplied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run<'a> {
    /// The characters of the run.
    pub text: &'a str,
    /// Whether an editor supplied them.
    pub supplied: bool,
}

impl Prose {
    /// Reads text with `⟦…⟧` marks. The error says in words what is wrong with the marks.
    pub fn parse(marked: &str) -> Result<Self, String> {
        let mut prose = Self::default();
        let mut open: Option<usize> = None;
        for c in marked.chars() {
            match (c, open) {
                (OPEN, None) => open = Some(prose.reading.len()),
                (OPEN, Some(_)) => return Err(say!("“⟦”之内又出现“⟦”")),
                (CLOSE, Some(start)) if start < prose.reading.len() => {
                    prose.supplied.push(start..prose.reading.len());
                    open = None;
                }
                (CLOSE, Some(_)) => return Err(say!("“⟦⟧”之间没有文字")),
                (CLOSE, None) => return Err(say!("“⟧”之前没有“⟦”")),
                _ => prose.reading.push(c),
            }
        }
        match open {
            Some(_) => Err(say!("“⟦”没有对应的“⟧”")),
            None => Ok(prose),
        }
    }

    /// Text without marks, as it stands.
    pub fn plain(text: &str) -> Self {
        Self {
            reading: text.to_owned(),
            supplied: Vec::new(),
        }
    }

    /// The restored text, as one reads it.
    pub fn reading(&self) -> &str {
        &self.reading
    }

    /// The byte ranges of [`reading`](Self::reading) that were supplied, in order.
    pub fn supplied(&self) -> &[Range<usize>] {
        &self.supplied
    }

    /// Whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.reading.is_empty()
    }

    /// The text in runs, published and supplied ones in turn.
    pub fn runs(&self) -> impl Iterator<Item = Run<'_>> {
        let mut bounds: Vec<(Range<usize>, bool)> = Vec::new();
        let mut at = 0;
        for range in &self.supplied {
            bounds.push((at..range.start, false));
            bounds.push((range.clone(), true));
            at = range.end;
        }
        bounds.push((at..self.reading.len(), false));
        bounds.into_iter().filter_map(|(range, supplied)| {
            let text = self.reading.get(range)?;
            (!text.is_empty()).then_some(Run { text, supplied })
        })
    }

    /// The text as the page was published: supplied characters left out.
    pub fn as_published(&self) -> String {
        self.runs()
            .filter(|run| !run.supplied)
            .map(|run| run.text)
            .collect()
    }

    /// The text with its marks, as plan.yaml writes it.
    pub fn marked(&self) -> String {
        let mut out = String::with_capacity(self.reading.len() + 6 * self.supplied.len());
        for run in self.runs() {
            // Writing to a String can't fail.
            let _ = if run.supplied {
                write!(out, "{OPEN}{}{CLOSE}", run.text)
            } else {
                write!(out, "{}", run.text)
            };
        }
        out
    }

    /// A part of the reading, by its bytes, with what is supplied in it.
    #[must_use]
    pub fn slice(&self, range: &Range<usize>) -> Self {
        let within = |supplied: &Range<usize>| {
            let (start, end) = (supplied.start.max(range.start), supplied.end.min(range.end));
            (start < end).then(|| start - range.start..end - range.start)
        };
        Self {
            reading: self
                .reading
                .get(range.clone())
                .unwrap_or_default()
                .to_owned(),
            supplied: self.supplied.iter().filter_map(within).collect(),
        }
    }

    /// This text followed by `other`.
    #[must_use]
    pub fn followed_by(&self, other: &Self) -> Self {
        let mut joined = self.clone();
        let shift = joined.reading.len();
        joined.reading.push_str(&other.reading);
        joined.supplied.extend(
            other
                .supplied
                .iter()
                .map(|range| range.start + shift..range.end + shift),
        );
        joined
    }
}

impl Serialize for Prose {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.marked())
    }
}

impl<'de> Deserialize<'de> for Prose {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let marked = <String as Deserialize>::deserialize(deserializer)?;
        Self::parse(&marked).map_err(D::Error::custom)
    }
}
