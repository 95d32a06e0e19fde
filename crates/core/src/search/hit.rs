//! Hits: entries with how and where they matched.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Serialize;

use super::Index;
use super::entry::Field;
use super::fold;
use super::occurrence::{Grade, Occurrence};
use super::rank::Rank;
use super::word::Word;

/// How a hit matched, the closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MatchClass {
    /// The characters of the text (原文).
    Exact,
    /// The characters of the text, some of them supplied (补字).
    Supplied,
    /// The characters of the text or of another candidate, some of them uncertain (存疑补字).
    Uncertain,
    /// Traditional, older or regional characters for simplified ones, or the reverse (繁体).
    Traditional,
    /// A synonym, which the plan may not have (同义词).
    Synonym,
    /// Another form: 80% for 百分之八十, a full name for a short one (异写).
    OtherForm,
    /// Ignoring punctuation or spaces (忽略标点).
    #[serde(rename = "ignoring-punctuation")]
    Punctuation,
    /// Pinyin (拼音).
    Pinyin,
    /// Two pieces with something between them (间隔).
    Apart,
    /// All but one character or syllable (近似).
    Approximate,
}

impl MatchClass {
    /// Every class with its Chinese name.
    pub const ALL: [(Self, &'static str); 10] = [
        (Self::Exact, "原文"),
        (Self::Supplied, "补字"),
        (Self::Uncertain, "存疑补字"),
        (Self::Traditional, "繁体"),
        (Self::Synonym, "同义词"),
        (Self::OtherForm, "异写"),
        (Self::Punctuation, "忽略标点"),
        (Self::Pinyin, "拼音"),
        (Self::Apart, "间隔"),
        (Self::Approximate, "近似"),
    ];

    /// The Chinese name.
    pub fn label(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(class, _)| *class == self)
            .map_or("", |(_, label)| label)
    }
}

/// A word found at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Which text of the entry.
    pub field: Field,
    /// The bytes of the matched characters, in order: more than one range where something between was skipped.
    pub ranges: Vec<Range<usize>>,
    /// How they matched.
    pub class: MatchClass,
    /// Which word of the query, from 0.
    pub word: usize,
}

/// An entry that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its index; see [`Index::entry`].
    pub entry: usize,
    /// How it matched: the worst of the words' best classes.
    pub class: MatchClass,
    /// Its rank.
    pub rank: Rank,
    /// Every occurrence of every word, title first, in the order of the text.
    pub found: Vec<Found>,
    /// The bytes of the title to highlight, in order, none overlapping.
    pub title: Vec<Range<usize>>,
    /// The bytes of the text to highlight, in order, none overlapping.
    pub text: Vec<Range<usize>>,
}

impl Hit {
    /// The rank as a number: the higher the better.
    pub fn score(&self) -> u32 {
        self.rank.score()
    }
}

/// The hit for an entry, from the occurrences of each word in it.
pub(super) fn hit(index: &Index, rank: Rank, words: &[(&Word, &[Occurrence])]) -> Hit {
    let entry = rank.order as usize;
    let mut found = Vec::new();
    let mut class = MatchClass::Exact;
    for (n, (word, occurrences)) in words.iter().enumerate() {
        let all = occurrences.iter();
        let all: Vec<Found> = all.map(|it| describe(index, n, word, it)).collect();
        let best = all.iter().map(|found| found.class).min();
        class = class.max(best.unwrap_or(class));
        found.extend(all);
    }
    found.sort_by_key(|found| {
        (
            found.field == Field::Text,
            found.ranges.first().map(|range| range.start),
        )
    });
    let highlights = |field: Field| {
        let of_field = found.iter().filter(|found| found.field == field);
        merged(
            of_field
                .flat_map(|found| found.ranges.iter().cloned())
                .collect(),
        )
    };
    let text = highlights(Field::Text);
    let title = if index.entries[entry].title_leads() {
        clipped(&text, index.entries[entry].title.len())
    } else {
        highlights(Field::Title)
    };
    Hit {
        entry,
        class,
        rank,
        found,
        title,
        text,
    }
}

fn clipped(ranges: &[Range<usize>], end: usize) -> Vec<Range<usize>> {
    let inside = ranges.iter().filter(|range| range.start < end);
    inside
        .map(|range| range.start..range.end.min(end))
        .collect()
}

/// The ranges in order, touching or overlapping ones merged.
pub(super) fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| range.start);
    let mut merged: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

fn describe(index: &Index, n: usize, word: &Word, occurrence: &Occurrence) -> Found {
    let ranges = ranges(index, word, occurrence);
    Found {
        field: index.corpus.units[occurrence.unit].field,
        class: class(index, word, occurrence, &ranges),
        ranges,
        word: n,
    }
}

/// The bytes of an occurrence.
pub(super) fn ranges(index: &Index, word: &Word, occurrence: &Occurrence) -> Vec<Range<usize>> {
    let corpus = &index.corpus;
    let unit = &corpus.units[occurrence.unit];
    let text = index.text(unit);
    if let Some(bytes) = &occurrence.bytes {
        return vec![bytes.clone()];
    }
    if word.is_strict && occurrence.skipped.is_none() {
        let first = word.before.first().map_or("", String::as_str);
        let start = back(
            text,
            corpus.byte(occurrence.row.start),
            first.chars().count(),
        );
        let end = corpus.byte_after(occurrence.row.end.saturating_sub(1), text);
        let after = text
            .get(end..)
            .unwrap_or_default()
            .chars()
            .take(word.after.chars().count());
        let whole = start..end + after.map(char::len_utf8).sum::<usize>();
        return Vec::from([whole]);
    }
    let skipped = occurrence.skipped.as_deref().unwrap_or_default();
    let positions = occurrence.row.clone().filter(|at| !skipped.contains(at));
    merged(
        positions
            .map(|at| corpus.byte(at)..corpus.byte_after(at, text))
            .collect(),
    )
}

/// The start of the last `n` characters before a byte.
fn back(text: &str, byte: usize, n: usize) -> usize {
    let before = text.get(..byte).unwrap_or_default().chars().rev().take(n);
    byte - before.map(char::len_utf8).sum::<usize>()
}

fn class(
    index: &Index,
    word: &Word,
    occurrence: &Occurrence,
    ranges: &[Range<usize>],
) -> MatchClass {
    let unit = &index.corpus.units[occurrence.unit];
    let entry = &index.entries[unit.entry];
    let skipped = occurrence.skipped.as_deref().unwrap_or_default();
    let byte = |at: &usize| index.corpus.byte(*at)..index.corpus.byte(*at) + 1;
    let skips_supplied = unit.field == Field::Text
        && meets(
            &skipped.iter().map(byte).collect::<Vec<_>>(),
            &entry.supplied,
        );
    let uncertain = entry.uncertain.iter();
    let uncertain: Vec<Range<usize>> = uncertain.map(|it| it.range.clone()).collect();
    let is_uncertain = unit.field == Field::Text && meets(ranges, &uncertain);
    match occurrence.grade {
        Grade::Spelt | Grade::Begun | Grade::Initials | Grade::Mixed | Grade::Remote => {
            MatchClass::Pinyin
        }
        Grade::Within if is_read(index, word, occurrence) => MatchClass::Pinyin,
        Grade::Apart => MatchClass::Apart,
        Grade::Approximate => MatchClass::Approximate,
        Grade::Literal | Grade::Broken if is_uncertain => MatchClass::Uncertain,
        Grade::Broken if skips_supplied => MatchClass::Supplied,
        Grade::Broken => MatchClass::Punctuation,
        Grade::Rewritten if unit.is_synonym => MatchClass::Synonym,
        Grade::Rewritten => MatchClass::OtherForm,
        Grade::Variant => MatchClass::Traditional,
        Grade::Within if is_converted(index, word, occurrence) => MatchClass::Traditional,
        Grade::Literal | Grade::Within
            if unit.field == Field::Text && meets(ranges, &entry.supplied) =>
        {
            MatchClass::Supplied
        }
        Grade::Literal | Grade::Within => MatchClass::Exact,
    }
}

/// Whether letters were read as pinyin of the text.
fn is_read(index: &Index, word: &Word, occurrence: &Occurrence) -> bool {
    let characters = occurrence.row.clone().map(|at| index.corpus.char_at(at));
    word.is_spelt && !characters.eq(word.folded.iter().copied())
}

/// Whether the word and the text are equal only after simplification.
pub(super) fn is_converted(index: &Index, word: &Word, occurrence: &Occurrence) -> bool {
    let text = index.text_of(occurrence);
    let written = occurrence.row.clone().filter_map(|at| {
        let rest = text.get(index.corpus.byte(at)..)?;
        rest.chars().next().map(fold::light)
    });
    !written.eq(word.light.iter().copied())
}

fn meets(ranges: &[Range<usize>], others: &[Range<usize>]) -> bool {
    let overlap = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
    ranges
        .iter()
        .any(|range| others.iter().any(|other| overlap(range, other)))
}
