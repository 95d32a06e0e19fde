//! Searching many plans at once.

use super::rank::Rank;
use super::{Hit, Index, Joined, Query};

/// A hit in one of many plans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShelfHit {
    /// Which plan, as they were handed in.
    pub plan: usize,
    /// What was found in it.
    pub hit: Hit,
}

/// The best hits over many plans, and how many there are in all. Only those that are handed back are worked out in full.
///
/// Within one rank the order of the plans decides before the order of a document.
pub fn across(plans: &[Index], query: &Query, limit: usize) -> (Vec<ShelfHit>, usize) {
    let mut found: Vec<(usize, Rank, Joined)> = Vec::new();
    for (plan, index) in plans.iter().enumerate() {
        let query = index.effective(query);
        let ranked = index.ranked(&query).into_iter();
        found.extend(ranked.map(|(rank, joined)| (plan, rank, joined)));
    }
    let count = found.len();
    let key =
        |(plan, rank, _): &(usize, Rank, Joined)| (Rank { order: 0, ..*rank }, *plan, rank.order);
    if limit < count {
        found.select_nth_unstable_by_key(limit, key);
        found.truncate(limit);
    }
    found.sort_unstable_by_key(key);
    let hit = |(plan, rank, joined): (usize, Rank, Joined)| {
        let index = &plans[plan];
        let hit = index.hit(&index.effective(query), rank, &joined);
        ShelfHit { plan, hit }
    };
    (found.into_iter().map(hit).collect(), count)
}
