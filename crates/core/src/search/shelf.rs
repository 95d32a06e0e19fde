//! Searching many plans at once.
//!
//! Every plan is looked at, so that the count is exact; but only what may still come among the best is ranked, and only
//! what is handed back is worked out in full. The plans are shared out over the processors.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use super::occurrence::Occurrence;
use super::rank::{self, Rank};
use super::word::Word;
use super::{Freedom, Hit, Index, Joined, Places, Query};

/// A hit in one of many plans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShelfHit {
    /// Which plan, as they were handed in.
    pub plan: usize,
    /// What was found in it.
    pub hit: Hit,
}

/// The best hits over many plans, and how many there are in all: an exact count.
///
/// Within one rank the order of the plans decides before the order of a document. Each plan is answered from as it is by
/// itself, but for what depends on there being nothing: a word is looked for more freely (passing over signs, in two
/// pieces, with a fault), and an unclosed quotation mark left out, only where that leaves nothing in all plans, as if they
/// were one.
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

/// So many plans are taken at a time: few enough to share out evenly, enough that taking them costs nothing.
const SHARE: usize = 32;

/// Fewer plans than this are not worth a second thread.
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

    /// The best of what has all the words at these places.
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

    /// Takes plans until there are none left.
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

/// A word that is looked for in all plans alike.
struct Sought<'a> {
    word: &'a Word,
    freedom: Freedom,
    /// Whether it is anywhere for one who looks for it so.
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

    /// Looks for it more freely if it was nowhere. `false` if nothing changes.
    fn relax(&mut self) -> bool {
        let is_somewhere = *self.is_somewhere.get_mut();
        let next = self.freedom.next().filter(|_| !is_somewhere);
        self.freedom = next.unwrap_or(self.freedom);
        next.is_some()
    }
}

/// Looks for the words that were nowhere more freely. `false` if nothing changes.
fn relax_all(sought: &mut [Sought]) -> bool {
    let mut has_changed = false;
    for word in sought {
        has_changed |= word.relax();
    }
    has_changed
}

/// The places of each word in a plan that has them all; notes which words are anywhere.
fn places(index: &Index, sought: &[Sought]) -> Option<Vec<Places>> {
    let mut all = Vec::with_capacity(sought.len());
    let mut is_missing = false;
    for word in sought {
        let is_known = word.is_somewhere.load(Ordering::Relaxed);
        if is_missing && is_known {
            continue;
        }
        match index.by_entry(index.found(word.word, word.freedom)) {
            Some(places) => {
                if !is_known {
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

/// What the order follows from: the rank, the plan, the place in the document.
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

/// The best so far, and how many there were.
struct Best {
    limit: usize,
    count: usize,
    kept: Vec<Kept>,
    /// What is not before this is not among the best.
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

    /// Lets go of what is not among the best.
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
