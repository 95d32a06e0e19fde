//! Search: from what was typed to the places that are meant, ranked, with the characters that matched.
//!
//! ```text
//! Plan, Outline, notes ──entry──▶ entries ──corpus──▶ one row of folded glyphs       once, when first needed
//! typed ──query──▶ words ──exact, spelling, approximate──▶ occurrences ──rank, hit──▶ hits      with every key
//! ```
//!
//! Nothing here reads files or knows of a terminal. What is found and shown is always the text itself: folding keeps
//! the way back to each character. [`rank`] alone decides the order.

mod alphabet;
mod approximate;
mod corpus;
mod document;
mod entry;
mod exact;
mod fold;
mod hit;
mod occurrence;
mod query;
pub mod rank;
mod shelf;
mod spelling;
mod syllables;
mod traditional;

use std::borrow::Cow;

use self::corpus::{Corpus, Unit};
pub use self::document::Match;
pub use self::entry::{Entry, EntryKind, Field, Note, Subject};
pub use self::fold::fold;
pub use self::hit::{Found, Hit, MatchClass};
pub use self::occurrence::Grade;
use self::occurrence::Occurrence;
pub use self::query::Query;
use self::query::Word;
use self::rank::Rank;
pub use self::shelf::{ShelfHit, across};
use crate::plan::{Domain, Outline, Plan};

/// Everything that can be found in a plan, made ready for searching.
#[derive(Clone, Debug)]
pub struct Index {
    entries: Vec<Entry>,
    corpus: Corpus,
    domains: Vec<Domain>,
}

/// The occurrences of each word of a query in one entry, in the order of the words.
struct Joined {
    entry: usize,
    words: Vec<Vec<Occurrence>>,
}

impl Index {
    /// Makes the index of a plan and of notes about it. It is not kept up to date: a new state of notes needs a new one.
    pub fn new(plan: &Plan, outline: &Outline, notes: &[Note]) -> Self {
        let entries = entry::entries(plan, outline, notes);
        Self {
            corpus: Corpus::new(&entries),
            entries,
            domains: plan.domains.clone(),
        }
    }

    /// Everything that can be found, in the order of the document.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What was found.
    ///
    /// # Panics
    /// If the hit comes from another index.
    pub fn entry(&self, hit: &Hit) -> &Entry {
        &self.entries[hit.entry]
    }

    /// The domains that a typed name stands for: its beginning, its pinyin or initials, or its number from 1.
    pub fn domains_named(&self, typed: &str) -> Vec<&Domain> {
        if let Some(domain) = self.domains.iter().find(|domain| *domain == typed) {
            return vec![domain];
        }
        let number: Option<usize> = typed.parse().ok();
        if let Some(domain) = number.and_then(|n| self.domains.get(n.checked_sub(1)?)) {
            return vec![domain];
        }
        let begun = |domain: &&Domain| syllables::begins(typed, domain);
        self.domains.iter().filter(begun).collect()
    }

    /// Everything that answers a query, the best first.
    pub fn search(&self, query: &Query) -> Vec<Hit> {
        let query = self.effective(query);
        let mut ranked = self.ranked(&query);
        ranked.sort_unstable_by_key(|(rank, _)| *rank);
        let hits = ranked.into_iter();
        hits.map(|(rank, joined)| self.hit(&query, rank, &joined))
            .collect()
    }

    fn ranked(&self, query: &Query) -> Vec<(Rank, Joined)> {
        let joined = self.joined(query).into_iter();
        joined
            .map(|joined| (rank::rank(self, joined.entry, &joined.words), joined))
            .collect()
    }

    fn hit(&self, query: &Query, rank: Rank, joined: &Joined) -> Hit {
        let words = query.words.iter();
        let words: Vec<_> = words.zip(joined.words.iter().map(Vec::as_slice)).collect();
        hit::hit(self, rank, &words)
    }

    /// The query to answer: where an unclosed quotation mark leaves nothing to find, the query without it.
    fn effective<'q>(&self, query: &'q Query) -> Cow<'q, Query> {
        match query.without_open_quote() {
            Some(other) if self.joined(query).is_empty() => Cow::Owned(other),
            _ => Cow::Borrowed(query),
        }
    }

    /// Every entry that has all the words and passes the filters, with the best occurrences of each word.
    fn joined(&self, query: &Query) -> Vec<Joined> {
        if query.is_empty() {
            return Vec::new();
        }
        let mut words = Vec::with_capacity(query.words.len());
        for word in &query.words {
            let found = self.occurrences(word);
            if found.is_empty() {
                return Vec::new();
            }
            words.push(self.by_entry(found));
        }
        let without: Vec<usize> = query
            .without
            .iter()
            .flat_map(|word| self.entries_with(word))
            .collect();
        let filter = self.filter(query);
        let candidates = match words.first() {
            Some(first) => first.iter().map(|(entry, _)| *entry).collect(),
            None => (0..self.entries.len()).collect::<Vec<_>>(),
        };
        candidates
            .into_iter()
            .filter(|entry| !without.contains(entry) && filter(&self.entries[*entry]))
            .filter_map(|entry| join(entry, &words))
            .collect()
    }

    /// Whether entries are of the domains and kinds that a query wants.
    fn filter<'q>(&self, query: &'q Query) -> impl Fn(&Entry) -> bool + 'q {
        let named = query
            .domains()
            .iter()
            .flat_map(|typed| self.domains_named(typed));
        let domains: Vec<Domain> = named.cloned().collect();
        move |entry| {
            let of_kind = query.kinds().is_empty() || query.kinds().contains(&entry.kind);
            let in_domain = entry.domains.iter().any(|domain| domains.contains(domain));
            of_kind && (query.domains().is_empty() || in_domain)
        }
    }

    /// Every place where a word stands; if it stands nowhere, the places that are nearly so.
    fn occurrences(&self, word: &Word) -> Vec<Occurrence> {
        let found = self.sure_occurrences(word);
        if found.is_empty() {
            approximate::occurrences(self, word)
        } else {
            found
        }
    }

    fn sure_occurrences(&self, word: &Word) -> Vec<Occurrence> {
        if word.is_punctuation() {
            exact::punctuation(self, word)
        } else if word.is_spelt {
            spelling::occurrences(self, word)
        } else {
            exact::occurrences(self, word)
        }
    }

    /// The entries that a word excludes: those that have it as typed, or spelt in full.
    fn entries_with(&self, word: &Word) -> Vec<usize> {
        let found = self.sure_occurrences(word);
        let sure = found.iter().filter(|found| found.grade <= Grade::Spelt);
        sure.map(|found| self.corpus.units[found.unit].entry)
            .collect()
    }

    /// Occurrences by entry; of an entry's only those of the best grade, and of two that overlap the first.
    fn by_entry(&self, found: Vec<Occurrence>) -> Vec<(usize, Vec<Occurrence>)> {
        let mut entries: Vec<(usize, Vec<Occurrence>)> = Vec::new();
        for occurrence in found {
            let entry = self.corpus.units[occurrence.unit].entry;
            match entries.last_mut() {
                Some((last, found)) if *last == entry => keep_better(found, occurrence),
                _ => entries.push((entry, vec![occurrence])),
            }
        }
        entries
    }

    /// The text of a unit.
    fn text(&self, unit: &Unit) -> &str {
        self.entries[unit.entry].words(unit.field)
    }
}

/// Adds an occurrence to those of an entry, which are all of one grade, unless it is worse or overlaps the last.
fn keep_better(found: &mut Vec<Occurrence>, occurrence: Occurrence) {
    let Some(last) = found.last() else {
        return found.push(occurrence);
    };
    if occurrence.grade < last.grade {
        found.clear();
        found.push(occurrence);
    } else if occurrence.grade == last.grade && occurrence.row.start >= last.row.end {
        found.push(occurrence);
    }
}

/// An entry with its occurrences of each word, if it has some of each.
fn join(entry: usize, words: &[Vec<(usize, Vec<Occurrence>)>]) -> Option<Joined> {
    let of_word = |word: &Vec<(usize, Vec<Occurrence>)>| {
        let at = word
            .binary_search_by_key(&entry, |(entry, _)| *entry)
            .ok()?;
        word.get(at).map(|(_, found)| found.clone())
    };
    let words = words.iter().map(of_word).collect::<Option<_>>()?;
    Some(Joined { entry, words })
}
