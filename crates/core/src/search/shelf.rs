//! Searching many plans at once.
//!
//! Every plan is searched, so the count is exact; only candidates for the best are ranked, and only returned hits are
//! worked out in full. The plans are distributed over threads.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use super::occurrence::Occurrence;
use super::rank::{self, Rank};
use super::word::Word;
use super::{Freedom, Hit, Index, Joined, Places, Query};

/// A hit in one of many plans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShelfHit {
    /// The index of the plan.
    pub plan: usize,
    /// The hit in it.
    pub hit: Hit,
}

/// The best hits over many plans, at most `limit`, and the exact number of all.
///
/// At equal rank the order of the plans decides before that of a document. A word is matched more freely, and an unclosed
/// quotation mark left out, only where nothing is found in any plan.
pub fn across(plans: &[Index], query: &Query, limit: usize) -> (Vec<ShelfHit>, usize) {
    let found = Shelf { plans, limit }.search(query);
    match query.without_open_quote() {
        Some(other) if found.1 == 0 => Shelf { plans, limit }.search(&other),
        _ => found,
    }
}

struct Shelf<'a> {
    plans: &'a [Index],
    limit: usize,
}

/// How many plans a thread takes at a time.
const SHARE: usize = 32;

/// The minimum number of plans for a second thread.
const FEW: usize = 64;

impl Shelf<'_> {
    fn search(&self, query: &Query) -> (Vec<ShelfHit>, usize) {
        if query.is_empty() {
            return (Vec::new(), 0);
        }
        let mut sought: Vec<Sought> = query.words.iter().map(Sought::new).collect();
        let mut best = self.run(query, &|index| places(index, &sought));
        while relax_all(&mut sought) {
            best = self.run(query, &|index| places(index, &sought));
        }
        let count = best.count;
        let hits = best.finish().into_iter().map(|kept| ShelfHit {
            plan: kept.plan,
            hit: kept.hit(&self.plans[kept.plan], query),
        });
        (hits.collect(), count)
    }

    /// The best entries that have all words at these places.
    fn run(&self, query: &Query, places: &(impl Fn(&Index) -> Option<Vec<Places>> + Sync)) -> Best {
        let next = AtomicUsize::new(0);
        let work = || self.work(query, places, &next);
        let threads = thread::available_parallelism().map_or(1, usize::from);
        let others = if self.plans.len() < FEW {
            0
        } else {
            threads - 1
        };
        thread::scope(|scope| {
            let others: Vec<_> = (0..others).map(|_| scope.spawn(work)).collect();
            let mut best = work();
            for other in others {
                match other.join() {
                    Ok(other) => best.merge(other),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
            best
        })
    }

    /// Searches plans until none is left.
    fn work(
        &self,
        query: &Query,
        places: &impl Fn(&Index) -> Option<Vec<Places>>,
        next: &AtomicUsize,
    ) -> Best {
        let mut best = Best::new(self.limit);
        loop {
            let start = next.fetch_add(SHARE, Ordering::Relaxed);
            let Some(plans) = self.plans.get(start..) else {
                return best;
            };
            for (plan, index) in (start..).zip(plans.iter().take(SHARE)) {
                let Some(words) = places(index) else {
                    continue;
                };
                for joined in index.joined(query, &words) {
                    best.add(plan, index, &joined);
                }
            }
            if plans.len() <= SHARE {
                return best;
            }
        }
    }
}

/// A word that is searched in all plans with the same freedom.
struct Sought<'a> {
    word: &'a Word,
    freedom: Freedom,
    /// Whether some plan has it at this freedom.
    is_somewhere: AtomicBool,
}

impl<'a> Sought<'a> {
    fn new(word: &'a Word) -> Self {
        Self {
            word,
            freedom: Freedom::None,
            is_somewhere: false.into(),
        }
    }

    /// Raises the freedom if no plan has it. `false` if nothing changes.
    fn relax(&mut self) -> bool {
        let is_somewhere = *self.is_somewhere.get_mut();
        let next = self.freedom.next().filter(|_| !is_somewhere);
        self.freedom = next.unwrap_or(self.freedom);
        next.is_some()
    }
}

/// Raises the freedom of the words that no plan has. `false` if nothing changes.
fn relax_all(sought: &mut [Sought]) -> bool {
    let mut has_changed = false;
    for word in sought {
        has_changed |= word.relax();
    }
    has_changed
}

/// The places of each word in a plan that has them all; marks the words found.
fn places(index: &Index, sought: &[Sought]) -> Option<Vec<Places>> {
    let mut all = Vec::with_capacity(sought.len());
    let mut is_missing = false;
    for word in sought {
        let is_known = word.is_somewhere.load(Ordering::Relaxed);
        if is_missing && is_known {
            continue;
        }
        let found = index.found_with_synonyms(word.word, word.freedom);
        let is_in_plan = index.is_in_plan(&found);
        match index.by_entry(found) {
            Some(places) => {
                if !is_known && is_in_plan {
                    word.is_somewhere.store(true, Ordering::Relaxed);
                }
                all.push(places);
            }
            None => is_missing = true,
        }
    }
    (!is_missing).then_some(all)
}

/// An entry that is among the best so far.
struct Kept {
    plan: usize,
    rank: Rank,
    words: Vec<Vec<Occurrence>>,
}

/// The sort key: rank, plan, place in the document.
type Key = (Rank, usize, u32);

fn key(rank: Rank, plan: usize) -> Key {
    (Rank { order: 0, ..rank }, plan, rank.order)
}

impl Kept {
    fn key(&self) -> Key {
        key(self.rank, self.plan)
    }

    fn hit(&self, index: &Index, query: &Query) -> Hit {
        let words: Vec<_> = self.words.iter().map(Vec::as_slice).collect();
        index.hit(query, self.rank, &words)
    }
}

/// The best entries so far, and how many there were.
struct Best {
    limit: usize,
    count: usize,
    kept: Vec<Kept>,
    /// The last of the best; later keys are out.
    worst: Option<Key>,
}

impl Best {
    fn new(limit: usize) -> Self {
        Self {
            limit,
            count: 0,
            kept: Vec::new(),
            worst: None,
        }
    }

    fn add(&mut self, plan: usize, index: &Index, joined: &Joined) {
        self.count += 1;
        let bound = rank::bound(index, joined.entry, &joined.words);
        if self.is_out(key(bound, plan)) {
            return;
        }
        let rank = rank::within(index, bound, &joined.words);
        if self.is_out(key(rank, plan)) {
            return;
        }
        let words = joined.words.iter().map(|found| found.to_vec()).collect();
        self.kept.push(Kept { plan, rank, words });
        if self.kept.len() > self.limit.saturating_mul(2) {
            self.shrink();
        }
    }

    fn is_out(&self, key: Key) -> bool {
        self.limit == 0 || self.worst.is_some_and(|worst| key > worst)
    }

    /// Drops all but the best.
    fn shrink(&mut self) {
        let Some(last) = self.limit.checked_sub(1) else {
            return self.kept.clear();
        };
        if self.kept.len() > last {
            self.kept.select_nth_unstable_by_key(last, Kept::key);
            self.kept.truncate(self.limit);
            self.worst = self.kept.last().map(Kept::key);
        }
    }

    fn merge(&mut self, other: Self) {
        self.count += other.count;
        self.kept.extend(other.kept);
    }

    fn finish(mut self) -> Vec<Kept> {
        self.shrink();
        self.kept.sort_unstable_by_key(Kept::key);
        self.kept
    }
}
