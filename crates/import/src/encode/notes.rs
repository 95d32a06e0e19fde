//! What a person should look at, and what was left out, in the words of the plan file.

use std::collections::HashMap;

use guihua_core::plan::{Doubt, Omitted};

use super::ground::Ground;
use super::{Given, Spot, words};
use crate::findings::doubt::{self as found, Matter};
use crate::source::{Place, Reason};

/// So many half-width signs are how a document is written, and one doubt tells of all.
const THROUGHOUT: usize = 20;

/// So many doubts of a part are told with the words that they are about; the others with its address alone, since words are
/// looked for in the whole part.
const QUOTED: usize = 50;

/// A finding that did not enter the plan.
pub(super) struct Unplaced {
    pub(super) spot: Spot,
    pub(super) place: Place,
    /// The words that it was found in.
    pub(super) quote: String,
    /// What was found, and why it is no target.
    pub(super) note: String,
}

/// The doubts of all files, at their places.
pub(super) fn doubts(
    files: &[Given<'_>],
    ground: &Ground<'_>,
    unplaced: &[Unplaced],
) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    for (file, given) in files.iter().enumerate() {
        let found = &given.draft.findings.doubts;
        let is_half = |doubt: &&found::Doubt| doubt.matter == Matter::HalfWidth;
        let halves = found.iter().filter(is_half).count();
        let mut is_told = false;
        let mut of_parts: HashMap<usize, usize> = HashMap::new();
        for doubt in found {
            let is_throughout = halves > THROUGHOUT && is_half(&doubt);
            if is_throughout && is_told {
                continue;
            }
            is_told |= is_throughout;
            let spot = Spot {
                file,
                order: doubt.order,
            };
            let (matter, place) = (doubt.matter.label(), place(doubt.place));
            let note = if is_throughout {
                format!("{matter}，全文共 {halves} 处，此为第一处（{place}）")
            } else {
                format!("{matter}（{place}）")
            };
            let proposal = doubt.suggestion.as_deref().map(|words| match words {
                "" => "删去".to_owned(),
                words => words::one_line(words),
            });
            let before = of_parts.entry(doubt.order).or_default();
            *before += 1;
            let words = if *before <= QUOTED {
                doubt.words.as_str()
            } else {
                ""
            };
            doubts.extend(at(ground, spot, words, note, proposal));
        }
    }
    for it in unplaced {
        let note = format!("{}（{}）", it.note, place(it.place));
        doubts.extend(at(ground, it.spot, &it.quote, note, None));
    }
    doubts
}

/// A doubt about words of a part, or about the part where the words can't be quoted. `None` where the part was left out.
fn at(
    ground: &Ground<'_>,
    spot: Spot,
    quote: &str,
    note: String,
    proposal: Option<String>,
) -> Option<Doubt> {
    let cited = ground.words(spot, &words::one_line(quote));
    let (at, quote) = match cited {
        Some(cited) => (cited.at, Some(cited.quote)),
        None => (ground.address(spot)?, None),
    };
    let proposal = proposal.filter(|words| !words::is_empty(words));
    Some(Doubt {
        at,
        quote,
        note,
        proposal,
    })
}

/// A place in the file, in words.
pub(super) fn place(place: Place) -> String {
    match place.page {
        Some(page) => format!("原文第 {page} 页第 {} 行", place.line),
        None => format!("原文第 {} 行", place.line),
    }
}

/// What the readers and the grammar left out of a plan and its annexes, which are named.
pub(super) fn omitted(main: Option<&Given<'_>>, annexes: &[Given<'_>]) -> Vec<Omitted> {
    let mut found = Vec::new();
    for given in main.into_iter().chain(annexes) {
        let is_main = main.is_some_and(|main| std::ptr::eq(main, given));
        let by_reader = given.source.iter().flat_map(|source| &source.omitted);
        let by_grammar = given.draft.omitted.iter().map(|it| &it.omitted);
        let printed = by_reader
            .chain(by_grammar)
            .filter(|it| it.reason != Reason::Control);
        for it in printed {
            let reason = if is_main {
                it.reason.label().to_owned()
            } else {
                format!("{}（{}）", it.reason.label(), given.name)
            };
            let reason = words::one_line(&reason);
            let pieces = words::pieces(&words::one_line(&it.text));
            found.extend(
                pieces
                    .iter()
                    .filter_map(|text| left_out(it.place, text, &reason)),
            );
        }
    }
    found
}

/// A text that was left out, on one line; `None` for blanks.
pub(super) fn left_out(place: Place, text: &str, reason: &str) -> Option<Omitted> {
    let text = words::one_line(text);
    (!words::is_empty(&text)).then(|| Omitted {
        line: u32::try_from(place.line).ok().filter(|line| *line > 0),
        text,
        reason: reason.to_owned(),
    })
}
