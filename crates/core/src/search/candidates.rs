//! Words found in candidates that the text does not show: 提高 where it has 提⟦升|高⟧.
//!
//! The texts with other candidates are a small index of their own, which only plans with such places have. What is found
//! in it counts where it reaches such a candidate, and is led back to the bytes and positions of the text as shown, so that
//! all of the supplied place is highlighted. A text with several such places is read with the candidates of one rank in all
//! of them, in every second one and in the others: each candidate is found, and beside a place shown otherwise as well.

use std::ops::Range;

use super::corpus::{Corpus, Position, Unit};
use super::entry::{Entry, Field};
use super::occurrence::{Grade, Occurrence};
use super::word::Word;
use super::{Freedom, Index, hit};

/// The texts with other candidates.
#[derive(Clone, Debug)]
pub(super) struct Others {
    index: Index,
    /// The origin of each entry of `index`.
    texts: Vec<Other>,
}

/// A text with other candidates.
#[derive(Clone, Debug)]
struct Other {
    /// The unit that it is another reading of.
    unit: usize,
    /// The places with other candidates, in order.
    places: Vec<Place>,
}

/// A place with another candidate.
#[derive(Clone, Debug)]
struct Place {
    /// Its bytes in the text as shown.
    shown: Range<usize>,
    /// Its bytes in the text with the other candidate.
    own: Range<usize>,
}

/// Which of the places in a text have another candidate.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    All,
    Even,
    Odd,
}

impl Others {
    /// The texts of these entries with other candidates; `None` if no text has any.
    pub(super) fn of(entries: &[Entry], corpus: &Corpus) -> Option<Self> {
        let units = corpus.units.iter().enumerate();
        let uncertain =
            |unit: &Unit| unit.field == Field::Text && !entries[unit.entry].uncertain.is_empty();
        let units = units.filter(|(_, unit)| uncertain(unit));
        let read = units.flat_map(|(id, unit)| readings(id, &entries[unit.entry]));
        let (texts, entries): (Vec<Other>, Vec<Entry>) = read.unzip();
        if texts.is_empty() {
            return None;
        }
        let index = Index {
            corpus: Corpus::new(&entries),
            entries,
            domains: Vec::new(),
            others: None,
        };
        Some(Self { index, texts })
    }

    /// The occurrences of a word that reach a candidate, as occurrences in the texts as shown.
    pub(super) fn found(&self, main: &Index, word: &Word, freedom: Freedom) -> Vec<Occurrence> {
        let found = self.index.found(word, freedom).into_iter();
        found
            .filter_map(|found| self.led_back(main, word, &found))
            .collect()
    }

    fn led_back(&self, main: &Index, word: &Word, found: &Occurrence) -> Option<Occurrence> {
        let other = &self.texts[self.index.corpus.units[found.unit].entry];
        let bytes = hit::ranges(&self.index, word, found);
        let is_reached = |place: &Place| {
            let meets = |it: &Range<usize>| it.start < place.own.end && place.own.start < it.end;
            bytes.iter().any(meets)
        };
        if !other.places.iter().any(is_reached) {
            return None;
        }
        let unit = &main.corpus.units[other.unit];
        let shown: Vec<Range<usize>> = bytes.iter().map(|it| other.shown(it)).collect();
        let skipped = found.skipped.as_deref().unwrap_or_default().iter();
        let skipped = skipped.filter_map(|at| {
            let byte = self.index.corpus.byte(*at);
            let at = position(&main.corpus, unit, other.shown(&(byte..byte + 1)).start);
            (main.corpus.byte(at) < shown.last()?.end).then_some(at)
        });
        let skipped: Vec<Position> = skipped.collect();
        let start = position(&main.corpus, unit, shown.first()?.start);
        let end = position(&main.corpus, unit, shown.last()?.end);
        Some(Occurrence {
            unit: other.unit,
            row: start..end.max(start),
            grade: found.grade.with(Grade::Broken),
            skipped: (!skipped.is_empty()).then(|| skipped.into()),
            bytes: match shown.as_slice() {
                [one] => Some(one.clone()),
                _ => None,
            },
        })
    }
}

/// The first position of a unit that stands at a byte or behind it.
fn position(corpus: &Corpus, unit: &Unit, byte: usize) -> Position {
    let (mut start, mut end) = (unit.row.start, unit.row.end);
    while start < end {
        let middle = start.midpoint(end);
        if corpus.byte(middle) < byte {
            start = middle + 1;
        } else {
            end = middle;
        }
    }
    start
}

impl Other {
    /// Bytes of this text as bytes of the text as shown: a place with another candidate is taken whole.
    fn shown(&self, own: &Range<usize>) -> Range<usize> {
        let start = self.led_back(own.start, |place| place.shown.start);
        let end = self.led_back(own.end.saturating_sub(1), |place| place.shown.end - 1);
        start..end + 1
    }

    fn led_back(&self, own: usize, within: impl Fn(&Place) -> usize) -> usize {
        let after = self.places.partition_point(|place| place.own.start <= own);
        let before = after.checked_sub(1).and_then(|n| self.places.get(n));
        match before {
            Some(place) if own < place.own.end => within(place),
            Some(place) => place.shown.end + (own - place.own.end),
            None => own,
        }
    }
}

/// The other readings of a text, each as an entry.
fn readings(unit: usize, entry: &Entry) -> impl Iterator<Item = (Other, Entry)> {
    let most = entry.uncertain.iter().map(|it| it.others.len()).max();
    let which: &[Which] = match entry.uncertain.len() {
        1 => &[Which::All],
        _ => &[Which::All, Which::Even, Which::Odd],
    };
    let all = (0..most.unwrap_or(0)).flat_map(move |rank| which.iter().map(move |it| (rank, *it)));
    let read = all.map(move |(rank, which)| reading(unit, entry, rank, which));
    read.filter(|(other, _)| !other.places.is_empty())
}

/// A text with the other candidates of one rank.
fn reading(unit: usize, entry: &Entry, rank: usize, which: Which) -> (Other, Entry) {
    let mut text = String::with_capacity(entry.text.len());
    let mut places = Vec::new();
    let mut at = 0;
    for (n, supplied) in entry.uncertain.iter().enumerate() {
        let is_meant = which == Which::All || (which == Which::Even) == n.is_multiple_of(2);
        let Some(other) = supplied.others.get(rank).filter(|_| is_meant) else {
            continue;
        };
        let shown = &supplied.range;
        text.push_str(entry.text.get(at..shown.start).unwrap_or_default());
        let start = text.len();
        text.push_str(other);
        places.push(Place {
            shown: shown.clone(),
            own: start..text.len(),
        });
        at = shown.end;
    }
    text.push_str(entry.text.get(at..).unwrap_or_default());
    let entry = entry.with_text(text, supplied(entry, &places));
    (Other { unit, places }, entry)
}

/// The supplied bytes of a text with other candidates.
fn supplied(entry: &Entry, places: &[Place]) -> Vec<Range<usize>> {
    let own = |shown: &Range<usize>| {
        let before = places.iter().take_while(|it| it.shown.start <= shown.start);
        match before.last() {
            Some(place) if place.shown == *shown => place.own.clone(),
            Some(place) => {
                let moved = |byte: usize| byte - place.shown.end + place.own.end;
                moved(shown.start)..moved(shown.end)
            }
            None => shown.clone(),
        }
    };
    entry.supplied.iter().map(own).collect()
}
