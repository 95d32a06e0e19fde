//! What is to be reviewed: proposed targets and doubts, in the order of the text.

use crate::plan::{Address, Outline, Plan};

/// A thing to be reviewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// A proposed target, by its index among the plan's targets.
    Target(usize),
    /// A doubt, by its index among the plan's doubts.
    Doubt(usize),
}

/// Everything to be reviewed in a plan.
pub fn items(plan: &Plan, outline: &Outline) -> Vec<Item> {
    let place = |at: Address| outline.at(at.block()).unwrap_or(usize::MAX);
    let targets = plan.targets.iter().enumerate();
    let proposed = targets.filter(|(_, it)| it.proposed.is_some());
    let targets = proposed.map(|(n, it)| (place(it.citation.at), Item::Target(n)));
    let doubts = plan.doubts.iter().enumerate();
    let doubts = doubts.map(|(n, it)| (place(it.at), Item::Doubt(n)));
    let mut all: Vec<(usize, Item)> = targets.chain(doubts).collect();
    all.sort_by_key(|(place, _)| *place);
    all.into_iter().map(|(_, item)| item).collect()
}
