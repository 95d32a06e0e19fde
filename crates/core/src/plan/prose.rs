//! A piece of the plan's text, with the characters that an editor supplied kept apart.
//!
//! The page as published lost characters; plan.yaml puts what was restored between `⟦` and `⟧`: one reading where it is
//! certain (`15⟦—⟧64岁`), the candidates where several are possible (`提⟦升|高⟧`), the likeliest first. [`Prose`] holds the
//! restored reading, with the first candidates, and knows which parts of it are supplied, so every consumer can choose:
//! the reading, the text as published, or the text with its marks. The marks are read and written by `marks`.

mod marks;

use std::ops::Range;

use borsh::{BorshDeserialize as Unpack, BorshSerialize as Pack};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub(crate) use self::marks::{bracketed, without_marks};
use super::packed::Text;

/// Text of the plan: the restored reading and what in it was supplied.
#[derive(Clone, Debug, Default, PartialEq, Eq, Pack, Unpack)]
pub struct Prose {
    reading: Text,
    supplied: Vec<Supplied>,
}

/// Characters that an editor supplied.
#[derive(Clone, Debug, PartialEq, Eq, Pack, Unpack)]
pub struct Supplied {
    /// Their bytes in the reading.
    pub range: Range<usize>,
    /// What may have stood there instead; empty where what is supplied is certain.
    pub others: Vec<String>,
}

impl Supplied {
    /// Whether other characters may have stood there.
    pub fn is_uncertain(&self) -> bool {
        !self.others.is_empty()
    }

    /// Whether it shares bytes with a range of the reading.
    pub fn meets(&self, range: &Range<usize>) -> bool {
        self.range.start < range.end && range.start < self.range.end
    }
}

/// One run of a [`Prose`]: text that stands on the published page, or text that was supplied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run<'a> {
    /// The characters of the run.
    pub text: &'a str,
    /// What was supplied; `None` for text of the page.
    pub supplied: Option<&'a Supplied>,
}

impl Run<'_> {
    /// Whether other characters may have stood there.
    pub fn is_uncertain(&self) -> bool {
        self.supplied.is_some_and(Supplied::is_uncertain)
    }
}

impl Prose {
    /// Reads text with `⟦…⟧` marks. The error says in words what is wrong with the marks.
    pub fn parse(marked: &str) -> Result<Self, String> {
        marks::read(marked)
    }

    /// Text without marks, as it stands.
    pub fn plain(text: &str) -> Self {
        Self {
            reading: text.to_owned().into(),
            supplied: Vec::new(),
        }
    }

    /// The restored text, as one reads it: of candidates the first.
    pub fn reading(&self) -> &str {
        &self.reading
    }

    /// What was supplied, in order.
    pub fn supplied(&self) -> &[Supplied] {
        &self.supplied
    }

    /// What was supplied and may have been something else, in order.
    pub fn uncertain(&self) -> impl Iterator<Item = &Supplied> {
        self.supplied.iter().filter(|it| it.is_uncertain())
    }

    /// All that may stand in a supplied place, the likeliest first.
    pub fn candidates<'a>(&'a self, of: &'a Supplied) -> impl Iterator<Item = &'a str> {
        let first = self.reading.get(of.range.clone());
        first
            .into_iter()
            .chain(of.others.iter().map(String::as_str))
    }

    /// Whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.reading.is_empty()
    }

    /// The text in runs, published and supplied ones in turn.
    pub fn runs(&self) -> impl Iterator<Item = Run<'_>> {
        let mut bounds: Vec<(Range<usize>, Option<&Supplied>)> = Vec::new();
        let mut at = 0;
        for supplied in &self.supplied {
            bounds.push((at..supplied.range.start, None));
            bounds.push((supplied.range.clone(), Some(supplied)));
            at = supplied.range.end;
        }
        bounds.push((at..self.reading.len(), None));
        bounds.into_iter().filter_map(|(range, supplied)| {
            let text = self.reading.get(range)?;
            (!text.is_empty()).then_some(Run { text, supplied })
        })
    }

    /// The text as the page was published: supplied characters left out.
    pub fn as_published(&self) -> String {
        let published = self.runs().filter(|run| run.supplied.is_none());
        published.map(|run| run.text).collect()
    }

    /// The text with its marks, as plan.yaml writes it: `提⟦升|高⟧`.
    pub fn marked(&self) -> String {
        self.runs().map(marks::written).collect()
    }

    /// The restored text with brackets around what is uncertain, its first candidate alone: `提⟦升⟧`.
    pub fn told(&self) -> String {
        self.runs().map(marks::told).collect()
    }

    /// A part of the reading with brackets around what is uncertain, and where ranges of the reading stand in it.
    pub fn told_part(
        &self,
        part: &Range<usize>,
        ranges: &[Range<usize>],
    ) -> (String, Vec<Range<usize>>) {
        let text = self.reading.get(part.clone()).unwrap_or_default();
        let uncertain: Vec<Supplied> = self.slice(part).uncertain().cloned().collect();
        let within = |range: &Range<usize>| {
            let start = range.start.clamp(part.start, part.end) - part.start;
            start..range.end.clamp(part.start, part.end) - part.start
        };
        let ranges: Vec<Range<usize>> = ranges.iter().map(within).collect();
        let (text, ranges) = bracketed(text, &uncertain, &ranges);
        (text.into_owned(), ranges)
    }

    /// A part of the reading, by its bytes, with what is supplied in it.
    #[must_use]
    pub fn slice(&self, range: &Range<usize>) -> Self {
        let within = |supplied: &Supplied| {
            let start = supplied.range.start.max(range.start) - range.start;
            let end = supplied.range.end.min(range.end) - range.start;
            Supplied {
                range: start..end,
                others: supplied.others.clone(),
            }
        };
        let met = self.supplied.iter().filter(|it| it.meets(range));
        Self {
            reading: self.reading.slice(range.clone()),
            supplied: met.map(within).collect(),
        }
    }

    /// This text followed by `other`.
    #[must_use]
    pub fn followed_by(&self, other: &Self) -> Self {
        let mut joined = self.clone();
        let shift = joined.reading.len();
        joined.reading.push_str(&other.reading);
        joined
            .supplied
            .extend(other.supplied.iter().map(|it| Supplied {
                range: it.range.start + shift..it.range.end + shift,
                others: it.others.clone(),
            }));
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
