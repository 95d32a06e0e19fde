//! Two sequences of characters side by side: where they are the same, and what one has that the other has not.
//!
//! The texts are nearly the same, so it is enough to walk along both, and where they part to look for the nearest place
//! from which on they agree again.

use std::collections::HashMap;

/// How many characters have to agree for two places to be the same.
const AGREEMENT: usize = 6;

/// How far one looks ahead for a place from which on the texts agree again, first near, then far.
const WINDOWS: [usize; 3] = [64, 1_024, 65_536];

/// How many characters are tried for each place where the document may begin.
const TRIAL: usize = 400;

/// A step along both texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// So many characters are the same.
    Same(usize),
    /// So many characters of each stand where the other has its own.
    Differs {
        /// Characters that only the plan has.
        ours: usize,
        /// Characters that only the source has.
        theirs: usize,
    },
}

/// Where the document begins in the source: where most of its first characters follow. 0 if its beginning is nowhere.
pub(super) fn start(ours: &[char], theirs: &[char]) -> usize {
    let head = ours.get(..ours.len().min(TRIAL)).unwrap_or_default();
    let Some(beginning) = head.get(..AGREEMENT.min(head.len())) else {
        return 0;
    };
    if beginning.is_empty() {
        return 0;
    }
    let places = theirs.windows(beginning.len()).enumerate();
    let places = places.filter(|(_, window)| *window == beginning);
    let agreeing = |at: usize| {
        let rest = theirs
            .get(at..(at + 2 * TRIAL).min(theirs.len()))
            .unwrap_or_default();
        let same = steps(head, rest).into_iter().map(|step| match step {
            Step::Same(length) => length,
            Step::Differs { .. } => 0,
        });
        same.sum::<usize>()
    };
    // A text may name its title many times before it begins.
    let places = places.map(|(at, _)| at).take(64);
    places
        .max_by_key(|at| (agreeing(*at), std::cmp::Reverse(*at)))
        .unwrap_or(0)
}

/// The steps from the beginning of both texts to the end of ours. What follows in theirs is left.
pub(super) fn steps(ours: &[char], theirs: &[char]) -> Vec<Step> {
    let mut steps = Vec::new();
    let (mut own, mut other) = (ours, theirs);
    while !own.is_empty() {
        let same = own.iter().zip(other).take_while(|(a, b)| a == b).count();
        if same > 0 {
            steps.push(Step::Same(same));
            (own, other) = (
                own.get(same..).unwrap_or_default(),
                other.get(same..).unwrap_or_default(),
            );
            continue;
        }
        let (missing, added) = WINDOWS
            .iter()
            .find_map(|window| meeting(own, other, *window))
            .unwrap_or((own.len(), 0));
        steps.push(Step::Differs {
            ours: missing,
            theirs: added,
        });
        (own, other) = (
            own.get(missing..).unwrap_or_default(),
            other.get(added..).unwrap_or_default(),
        );
    }
    steps
}

/// The nearest places from which on both agree, within a window: how many characters are passed over in each.
fn meeting(ours: &[char], theirs: &[char], window: usize) -> Option<(usize, usize)> {
    let mut places: HashMap<&[char], usize> = HashMap::new();
    let theirs_ahead = theirs
        .get(..theirs.len().min(window + AGREEMENT))
        .unwrap_or_default();
    for (at, piece) in theirs_ahead.windows(AGREEMENT).enumerate() {
        places.entry(piece).or_insert(at);
    }
    let ours_ahead = ours
        .get(..ours.len().min(window + AGREEMENT))
        .unwrap_or_default();
    let pieces = ours_ahead.windows(AGREEMENT).enumerate();
    let meetings = pieces.filter_map(|(at, piece)| Some((at, *places.get(piece)?)));
    let nearest = meetings.min_by_key(|(own, other)| own + other);
    nearest.or_else(|| end(ours, theirs, window))
}

/// Near the end of ours fewer characters are left than have to agree: where these few stand in theirs.
fn end(ours: &[char], theirs: &[char], window: usize) -> Option<(usize, usize)> {
    if ours.len() > window {
        return None;
    }
    let ahead = theirs.get(..theirs.len().min(window)).unwrap_or_default();
    let tails = (1..AGREEMENT.min(ours.len() + 1)).rev();
    tails.into_iter().find_map(|length| {
        let tail = ours.get(ours.len() - length..)?;
        let at = ahead.windows(length).position(|piece| piece == tail)?;
        Some((ours.len() - length, at))
    })
}
