//! The order of hits, decided in this file alone.
//!
//! Compared one after the other, the smaller first:
//!
//! 1. the grade of the match (see [`Grade`]);
//! 2. the place: all words in the title, some of them, none; the title of a task with a long first sentence is the part
//!    before its first pause, if that is short, else nothing;
//! 3. the fit: a whole title, a whole word (bounded by punctuation or another script, or a number with its unit), a
//!    phrase, scattered;
//! 4. the characters between the words;
//! 5. in titles, the kind: a heading, a target, a task, a term; a bare mention in a name leads no list;
//! 6. the order of the document.

use std::ops::Range;

use super::Index;
use super::corpus::Position;
use super::entry::EntryKind;
use super::occurrence::{Grade, Occurrence};

/// Where the words occur.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// All in the title.
    Title,
    /// Some in the title.
    Both,
    /// None in the title.
    Text,
}

/// How the words fit together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fit {
    /// They are a whole title or text.
    Whole,
    /// They are bounded on both sides, like a word.
    Word,
    /// They follow one another.
    Phrase,
    /// There is text between them.
    Scattered,
}

/// What a title belongs to, as far as it decides between equal matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bearer {
    /// A heading.
    Heading,
    /// A target.
    Target,
    /// A task, or whatever else of the document has a title; and all matches that are not in titles.
    Task,
    /// A term.
    Term,
}

/// The rank of a hit; the least comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rank {
    /// The worst grade of the words.
    pub grade: Grade,
    /// Where they occur.
    pub place: Place,
    /// How they fit together.
    pub fit: Fit,
    /// The characters between them.
    pub distance: u32,
    /// What the title belongs to.
    pub bearer: Bearer,
    /// The index of the entry in the document.
    pub order: u32,
}

impl Rank {
    /// The rank as a number for output: from 1000 down, by the same rules except the last two.
    pub fn score(&self) -> u32 {
        let grade = 80 * self.grade as u32;
        let place = 25 * self.place as u32;
        let fit = 6 * self.fit as u32;
        1000 - grade - place - fit - self.distance.min(5)
    }
}

/// The best rank that an entry with these occurrences can have, without comparing their fit.
pub(super) fn bound(index: &Index, entry: usize, words: &[&[Occurrence]]) -> Rank {
    let grades = words.iter().copied().flatten().map(|found| found.grade);
    let place = place(index, words);
    Rank {
        grade: grades.max().unwrap_or(Grade::Literal),
        place,
        fit: Fit::Whole,
        distance: 0,
        bearer: bearer(index.entries[entry].kind, place),
        order: entry as u32,
    }
}

/// The rank of an entry by the best choice of one occurrence of each word.
pub(super) fn rank(index: &Index, entry: usize, words: &[&[Occurrence]]) -> Rank {
    within(index, bound(index, entry, words), words)
}

/// The rank whose bound is known.
pub(super) fn within(index: &Index, bound: Rank, words: &[&[Occurrence]]) -> Rank {
    let stands = |group: &[&Occurrence]| {
        let is_in_place = lies_in(index, group, bound.place);
        is_in_place.then(|| fit(index, group))
    };
    let best = match words {
        [word] => word.iter().filter_map(|found| stands(&[found])).min(),
        _ => groups(words).filter_map(|group| stands(&group)).min(),
    };
    let (fit, distance) = best.unwrap_or((Fit::Scattered, u32::MAX));
    Rank {
        fit,
        distance,
        ..bound
    }
}

fn bearer(kind: EntryKind, place: Place) -> Bearer {
    match kind {
        _ if place == Place::Text => Bearer::Task,
        EntryKind::Heading => Bearer::Heading,
        EntryKind::Target => Bearer::Target,
        EntryKind::Term => Bearer::Term,
        _ => Bearer::Task,
    }
}

fn place(index: &Index, words: &[&[Occurrence]]) -> Place {
    let in_title = |word: &&[Occurrence]| word.iter().any(|found| is_in_title(index, found));
    match words.iter().filter(|word| in_title(word)).count() {
        n if n == words.len() => Place::Title,
        0 => Place::Text,
        _ => Place::Both,
    }
}

fn is_in_title(index: &Index, found: &Occurrence) -> bool {
    found.row.end <= index.corpus.units[found.unit].title_end
}

/// A choice of one occurrence for each word, in the order of the words.
type Group<'a> = Vec<&'a Occurrence>;

/// The choices to compare: for each occurrence of any word, the nearest of each other word.
fn groups<'a>(words: &'a [&'a [Occurrence]]) -> impl Iterator<Item = Group<'a>> {
    let all = words.iter().enumerate();
    let all = all.flat_map(|(own, word)| word.iter().map(move |found| (own, found)));
    all.filter_map(|(own, found)| around(words, own, found))
}

fn around<'a>(words: &[&'a [Occurrence]], own: usize, found: &'a Occurrence) -> Option<Group<'a>> {
    let pick = |(other, word): (usize, &&'a [Occurrence])| {
        if other == own {
            Some(found)
        } else {
            nearest(found, word)
        }
    };
    words.iter().enumerate().map(pick).collect()
}

fn nearest<'a>(to: &Occurrence, word: &'a [Occurrence]) -> Option<&'a Occurrence> {
    let after = word.partition_point(|found| found.row.start < to.row.start);
    let candidates = [after.checked_sub(1), Some(after)].into_iter().flatten();
    candidates
        .filter_map(|n| word.get(n))
        .min_by_key(|found| found.row.start.abs_diff(to.row.start))
}

/// Whether a choice lies in this place: all in the title, or all in one text.
fn lies_in(index: &Index, group: &[&Occurrence], place: Place) -> bool {
    match place {
        Place::Title => group.iter().all(|found| is_in_title(index, found)),
        Place::Both | Place::Text => group.windows(2).all(|pair| pair[0].unit == pair[1].unit),
    }
}

fn fit(index: &Index, group: &[&Occurrence]) -> (Fit, u32) {
    let starts = group.iter().map(|found| found.row.start);
    let ends = group.iter().map(|found| found.row.end);
    let row = starts.min().unwrap_or(0)..ends.max().unwrap_or(0);
    let covered: usize = group.iter().map(|found| found.row.len()).sum();
    let follow = group
        .windows(2)
        .all(|pair| pair[0].row.end == pair[1].row.start);
    if !follow {
        return (Fit::Scattered, row.len().saturating_sub(covered) as u32);
    }
    let Some(unit) = group.first().map(|found| &index.corpus.units[found.unit]) else {
        return (Fit::Scattered, 0);
    };
    let is_title = row == (unit.row.start..unit.title_end);
    let fit = if is_title || row == unit.row {
        Fit::Whole
    } else if is_bounded(index, group, &row) {
        Fit::Word
    } else {
        Fit::Phrase
    };
    (fit, 0)
}

fn is_bounded(index: &Index, group: &[&Occurrence], row: &Range<Position>) -> bool {
    let Some(found) = group.first() else {
        return false;
    };
    let unit = &index.corpus.units[found.unit];
    let is_border = |at: Position| {
        at == unit.row.start
            || at == unit.row.end
            || index.corpus.has_gap(at)
            || script(index, at - 1) != script(index, at)
    };
    is_border(row.start) && (is_border(row.end) || ends_with_unit(index, row))
}

/// Characters that follow a number as its unit: 4.5个, 15分钟.
const UNITS: &str = "个人年岁周月日万亿元家所张名户处次项条倍";

/// Whether a range ends with a number and its unit.
fn ends_with_unit(index: &Index, row: &Range<Position>) -> bool {
    let last = row.end - 1;
    let unit = index.corpus.char_at(last);
    last > row.start && UNITS.contains(unit) && script(index, last - 1) == Script::Number
}

/// The script of a character, as far as it bounds words.
#[derive(PartialEq, Eq)]
enum Script {
    Number,
    Latin,
    Other,
}

fn script(index: &Index, at: Position) -> Script {
    match index.corpus.char_at(at) {
        '0'..='9' | '.' | '%' | '‰' | '℃' => Script::Number,
        'a'..='z' => Script::Latin,
        _ => Script::Other,
    }
}
