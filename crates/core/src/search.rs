//! Search: from a typed query to ranked hits, with the characters that matched.
//!
//! ```text
//! Plan, Outline, notes ──entry──▶ entries ──corpus──▶ one row of folded glyphs       once, when first needed
//! typed ──query, forms──▶ words ──exact, variants, spelling, loose, apart, approximate, candidates──▶ occurrences ──rank, hit──▶ hits      with every key
//! ```
//!
//! No files, no terminal. Hits are ranges of the original text: folding keeps the way back to each character. [`rank`]
//! alone decides the order.

mod alphabet;
mod apart;
mod approximate;
mod candidates;
mod corpus;
mod document;
mod entry;
mod exact;
mod fold;
mod forms;
mod hit;
mod letters;
mod links;
mod loose;
mod names;
mod notes;
mod numbers;
mod numerals;
mod occurrence;
mod query;
pub mod rank;
mod readings;
mod shelf;
mod sieve;
mod spelling;
mod syllables;
mod tables;
mod traditional;
mod unknown;
mod variants;
mod word;

use std::borrow::Cow;

use self::candidates::Others;
use self::corpus::{Corpus, Unit};
pub use self::document::Match;
pub use self::entry::{Entry, EntryKind, Field, Note, Subject};
pub use self::fold::{fold, folds_to_begin};
pub use self::hit::{Found, Hit, MatchClass};
pub use self::notes::notes;
pub use self::occurrence::Grade;
use self::occurrence::{Occurrence, Standing};
pub use self::query::{MOST_WORDS, Query};
use self::rank::Rank;
pub use self::shelf::{ShelfHit, across};
pub use self::syllables::begins;
pub use self::tables::Tables;
pub use self::unknown::{domains_named, no_domain, no_kind};
use self::variants::Reach;
use self::word::Word;
use crate::plan::{Domain, Outline, Plan};

/// The search index of a plan.
#[derive(Clone, Debug)]
pub struct Index {
    entries: Vec<Entry>,
    corpus: Corpus,
    domains: Vec<Domain>,
    /// The texts with candidates that are not shown; `None` if no text has any.
    others: Option<Box<Others>>,
}

/// How freely a word is matched. Each is tried only where the ones before find nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Freedom {
    /// As typed: the characters, or what the letters spell.
    None,
    /// Skipping joining signs and supplied characters.
    Loose,
    /// In two pieces close together.
    Apart,
    /// With one typing error.
    Fault,
}

impl Freedom {
    const ALL: [Self; 4] = [Self::None, Self::Loose, Self::Apart, Self::Fault];

    /// The next one; `None` after the last.
    fn next(self) -> Option<Self> {
        let mut later = Self::ALL.into_iter().skip_while(|it| *it != self);
        later.nth(1)
    }
}

/// The occurrences of one word, by entry: only those of the best grade there, and of two that overlap the first.
struct Places {
    found: Vec<Occurrence>,
    /// Each entry with the end of its occurrences in `found`; they begin at the end of those before.
    entries: Vec<(usize, usize)>,
}

/// The occurrences of each word of a query in one entry, in the order of the words.
struct Joined<'a> {
    entry: usize,
    words: Vec<&'a [Occurrence]>,
}

impl Index {
    /// Indexes a plan and notes about it. Changed notes need a new index.
    pub fn new(plan: &Plan, outline: &Outline, notes: &[Note]) -> Self {
        let entries = entry::entries(plan, outline, notes);
        let corpus = Corpus::new(&entries);
        Self {
            others: Others::of(&entries, &corpus).map(Box::new),
            corpus,
            entries,
            domains: plan.domains.clone(),
        }
    }

    /// All entries, in the order of the document.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry of a hit.
    ///
    /// # Panics
    /// If the hit comes from another index.
    pub fn entry(&self, hit: &Hit) -> &Entry {
        &self.entries[hit.entry]
    }

    /// The domains that `typed` names.
    pub fn domains_named(&self, typed: &str) -> Vec<&Domain> {
        domains_named(&self.domains, typed)
    }

    /// All hits of a query, the best first.
    pub fn search(&self, query: &Query) -> Vec<Hit> {
        let query = self.effective(query);
        self.ranked(&query, self.places(&query, Self::occurrences))
    }

    /// The hits of a query whose words stand there as they are written, without errors or gaps; the best first.
    pub fn search_as_written(&self, query: &Query) -> Vec<Hit> {
        self.ranked(
            query,
            self.places(query, |index, word| index.found(word, Freedom::None)),
        )
    }

    fn ranked(&self, query: &Query, words: Option<Vec<Places>>) -> Vec<Hit> {
        let Some(words) = words else {
            return Vec::new();
        };
        let joined = self.joined(query, &words);
        let ranked = joined.map(|joined| (rank::rank(self, joined.entry, &joined.words), joined));
        let mut ranked: Vec<_> = ranked.collect();
        ranked.sort_unstable_by_key(|(rank, _)| *rank);
        let hits = ranked.into_iter();
        hits.map(|(rank, joined)| self.hit(query, rank, &joined.words))
            .collect()
    }

    fn hit(&self, query: &Query, rank: Rank, words: &[&[Occurrence]]) -> Hit {
        let words = query.words.iter().zip(words.iter().copied());
        hit::hit(self, rank, &words.collect::<Vec<_>>())
    }

    /// The query, or without an unclosed quotation mark if it finds nothing with it.
    fn effective<'q>(&self, query: &'q Query) -> Cow<'q, Query> {
        match query.without_open_quote() {
            Some(other) if !self.answers(query) => Cow::Owned(other),
            _ => Cow::Borrowed(query),
        }
    }

    fn answers(&self, query: &Query) -> bool {
        let words = self.places(query, Self::occurrences);
        words.is_some_and(|words| self.joined(query, &words).next().is_some())
    }

    /// The places of each word of a query as `find` finds them; `None` if the query is empty or a word occurs nowhere.
    fn places(
        &self,
        query: &Query,
        find: fn(&Self, &Word) -> Vec<Occurrence>,
    ) -> Option<Vec<Places>> {
        if query.is_empty() {
            return None;
        }
        let words = query.words.iter().map(|word| find(self, word));
        words.map(|found| self.by_entry(found)).collect()
    }

    /// Every entry that has all the words and passes the filters, with the best occurrences of each word.
    fn joined<'a>(
        &'a self,
        query: &'a Query,
        words: &'a [Places],
    ) -> impl Iterator<Item = Joined<'a>> {
        let without = query.without.iter();
        let without: Vec<usize> = without.flat_map(|word| self.entries_with(word)).collect();
        let filter = self.filter(query);
        // The entries of the rarest word are the candidates.
        let fewest = words.iter().min_by_key(|places| places.entries.len());
        let candidates = fewest.map_or(self.entries.len(), |places| places.entries.len());
        (0..candidates)
            .map(move |n| fewest.map_or(n, |places| places.entries[n].0))
            .filter(move |entry| !without.contains(entry) && filter(&self.entries[*entry]))
            .filter_map(|entry| join(entry, words))
    }

    /// The filter of a query by domain and kind.
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

    /// The occurrences of a word by the least [`Freedom`] that finds any in the words of the plan, and in synonyms as typed.
    fn occurrences(&self, word: &Word) -> Vec<Occurrence> {
        let mut found = Vec::new();
        for freedom in Freedom::ALL {
            found = self.found_with_synonyms(word, freedom);
            if self.is_in_plan(&found) {
                break;
            }
        }
        found
    }

    /// Whether some occurrence is in words of the plan, rather than in synonyms.
    fn is_in_plan(&self, found: &[Occurrence]) -> bool {
        let is_synonym = |it: &Occurrence| self.corpus.units[it.unit].is_synonym;
        !found.iter().all(is_synonym)
    }

    /// The occurrences of a word at one [`Freedom`], in synonyms only those without any.
    fn found_with_synonyms(&self, word: &Word, freedom: Freedom) -> Vec<Occurrence> {
        let found = self.found(word, freedom);
        if freedom == Freedom::None {
            return found;
        }
        let is_synonym = |it: &Occurrence| self.corpus.units[it.unit].is_synonym;
        let own = found.into_iter().filter(|it| !is_synonym(it)).collect();
        let as_typed = self.found(word, Freedom::None).into_iter();
        in_order(own, as_typed.filter(is_synonym))
    }

    /// The occurrences of a word at one [`Freedom`], in order; some may overlap.
    fn found(&self, word: &Word, freedom: Freedom) -> Vec<Occurrence> {
        let mut found = self.found_as_shown(word, freedom);
        for it in &mut found {
            // The plan does not say so.
            if self.corpus.units[it.unit].is_synonym {
                it.grade = it.grade.max(Grade::Rewritten);
            }
        }
        let Some(others) = &self.others else {
            return found;
        };
        in_order(found, others.found(self, word, freedom).into_iter())
    }

    /// The same in the texts as they are shown.
    fn found_as_shown(&self, word: &Word, freedom: Freedom) -> Vec<Occurrence> {
        let freely = match freedom {
            Freedom::None => return self.certain_occurrences(word),
            Freedom::Loose => loose::occurrences,
            Freedom::Apart => apart::occurrences,
            Freedom::Fault => approximate::occurrences,
        };
        let found = freely(self, word);
        let others = variants::of(self, word, Reach::Typed);
        let others = others.iter().flat_map(|other| freely(self, other));
        in_order(found, others)
    }

    /// The occurrences of a word and of its variants and other forms, in order; some may overlap.
    fn certain_occurrences(&self, word: &Word) -> Vec<Occurrence> {
        let reach = if word.is_spelt {
            Reach::Typed
        } else {
            Reach::Text
        };
        let variants = variants::of(self, word, reach);
        let variants = variants.iter().flat_map(|other| {
            let fits = |found: &Occurrence| word.is_spelt || variants::fits(self, other, found);
            self.occurrences_of(other).into_iter().filter(fits)
        });
        let forms = word.forms.iter();
        let forms = forms.flat_map(|form| forms::occurrences(self, form));
        in_order(self.occurrences_of(word), variants.chain(forms))
    }

    /// The occurrences of the word itself, in order; some may overlap.
    fn occurrences_of(&self, word: &Word) -> Vec<Occurrence> {
        if word.is_punctuation() {
            exact::punctuation(self, word)
        } else if word.is_spelt {
            spelling::occurrences(self, word)
        } else {
            exact::occurrences(self, word)
        }
    }

    /// The entries that an excluded word rules out: those that have it as typed, or as full pinyin.
    fn entries_with(&self, word: &Word) -> Vec<usize> {
        let found = self.certain_occurrences(word);
        let sure = found.iter().filter(|found| found.grade <= Grade::Spelt);
        sure.map(|found| self.corpus.units[found.unit].entry)
            .collect()
    }

    /// Groups occurrences, which are in order, by entry; `None` if there are none.
    fn by_entry(&self, mut found: Vec<Occurrence>) -> Option<Places> {
        let mut entries: Vec<(usize, usize)> = Vec::new();
        let (mut start, mut kept) = (0, 0);
        for n in 0..found.len() {
            let entry = self.corpus.units[found[n].unit].entry;
            if entries.last().is_none_or(|(last, _)| *last != entry) {
                start = kept;
                entries.push((entry, kept));
            }
            let last = found[start..kept].last();
            match last.map_or(Standing::Beside, |last| found[n].standing(last)) {
                Standing::Beside => {}
                Standing::Better => kept = start,
                Standing::Worse => continue,
            }
            found.swap(kept, n);
            kept += 1;
            if let Some((_, end)) = entries.last_mut() {
                *end = kept;
            }
        }
        found.truncate(kept);
        (!found.is_empty()).then_some(Places { found, entries })
    }

    fn text(&self, unit: &Unit) -> &str {
        self.entries[unit.entry].words(unit.field)
    }

    /// The text that an occurrence stands in.
    fn text_of(&self, found: &Occurrence) -> &str {
        self.text(&self.corpus.units[found.unit])
    }
}

impl Places {
    /// The occurrences in an entry, if any.
    fn of(&self, entry: usize) -> Option<&[Occurrence]> {
        let at = self
            .entries
            .binary_search_by_key(&entry, |(entry, _)| *entry);
        let at = at.ok()?;
        let start = at.checked_sub(1).map_or(0, |before| self.entries[before].1);
        self.found.get(start..self.entries[at].1)
    }
}

/// All these occurrences in order: of those with one start the best first, then the longest.
fn in_order(
    mut found: Vec<Occurrence>,
    others: impl Iterator<Item = Occurrence>,
) -> Vec<Occurrence> {
    let own = found.len();
    found.extend(others);
    if found.len() > own {
        found.sort_by_key(|it| (it.row.start, it.grade, std::cmp::Reverse(it.row.end)));
    }
    found
}

/// The occurrences of each word in an entry, if it has all words.
fn join(entry: usize, words: &[Places]) -> Option<Joined<'_>> {
    let words = words.iter().map(|places| places.of(entry));
    let words = words.collect::<Option<_>>()?;
    Some(Joined { entry, words })
}
