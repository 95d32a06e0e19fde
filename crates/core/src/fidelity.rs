//! The proof that a plan file says what was published: its text against the published one, character by character.
//!
//! ```text
//! plan     numbers rendered, supplied characters dropped ─┐
//!                                                          ├─ blanks dropped, widths made one ─▶ compared
//! source   what the plan lists as left out dropped ───────┘
//! ```
//!
//! What stands in the source before and after the document is told, not compared. Differences of width alone (`，` and `,`)
//! are warnings.

mod align;
mod folded;

use align::Step;
use folded::Folded;

use crate::plan::{Address, Outline, Plan};

/// The most differences that are told.
const MOST: usize = 20;

/// How many characters are shown on each side of a difference.
const CONTEXT: usize = 12;

/// What came of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// How many characters of the source stand before the document, blanks not counted.
    pub before: usize,
    /// How many characters stand in both.
    pub same: usize,
    /// How many stand in the source after the document.
    pub after: usize,
    /// The first differences, in the order of the plan.
    pub differences: Vec<Difference>,
    /// How many differences there are.
    pub count: usize,
    /// The first characters that differ in width only.
    pub widths: Vec<Difference>,
    /// How many there are.
    pub width_count: usize,
    /// What the plan lists as left out, but the source does not have there.
    pub not_found: Vec<String>,
}

impl Comparison {
    /// Whether the plan says what the source says.
    pub fn is_same(&self) -> bool {
        self.count == 0 && self.not_found.is_empty()
    }
}

/// A place where the two texts differ, with what stands around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The place in the plan; of what only the source has, the place before it.
    pub at: Address,
    /// The line of the source, from 1.
    pub line: u32,
    /// What the plan has there; empty where it has nothing.
    pub plan: Words,
    /// What the source has there.
    pub source: Words,
}

/// Differing words and what stands before and behind them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// What stands before.
    pub before: String,
    /// The words that differ.
    pub words: String,
    /// What stands behind.
    pub after: String,
}

/// Compares the text of a plan with a published text.
pub fn compare(plan: &Plan, outline: &Outline, source: &str) -> Comparison {
    compare_lines(plan, outline, (1..).zip(source.lines()))
}

/// The same with the published text in pieces, each with the number of its line, which several pieces may share.
pub fn compare_lines<'a>(
    plan: &Plan,
    outline: &Outline,
    source: impl IntoIterator<Item = (u32, &'a str)>,
) -> Comparison {
    let ours = Folded::of_outline(outline);
    let source: Vec<(u32, &str)> = source.into_iter().collect();
    let (theirs, not_found) = Folded::of_source(source, &plan.omitted);
    let start = align::start(&ours.compared, &theirs.compared);
    let mut comparison = Comparison {
        before: start,
        same: 0,
        after: 0,
        differences: Vec::new(),
        count: 0,
        widths: Vec::new(),
        width_count: 0,
        not_found,
    };
    let (mut own, mut other) = (0, start);
    for step in align::steps(
        &ours.compared,
        theirs.compared.get(start..).unwrap_or_default(),
    ) {
        match step {
            Step::Same(length) => {
                comparison.same += length;
                for n in 0..length {
                    if ours.characters[own + n] != theirs.characters[other + n] {
                        comparison.width_count += 1;
                        if comparison.widths.len() < MOST {
                            let found = difference(
                                &ours,
                                own + n..own + n + 1,
                                &theirs,
                                other + n..other + n + 1,
                            );
                            comparison.widths.push(found);
                        }
                    }
                }
                (own, other) = (own + length, other + length);
            }
            Step::Differs {
                ours: missing,
                theirs: added,
            } => {
                comparison.count += 1;
                if comparison.differences.len() < MOST {
                    let found =
                        difference(&ours, own..own + missing, &theirs, other..other + added);
                    comparison.differences.push(found);
                }
                (own, other) = (own + missing, other + added);
            }
        }
    }
    comparison.after = theirs.compared.len().saturating_sub(other);
    comparison
}

fn difference(
    ours: &Folded,
    own: std::ops::Range<usize>,
    theirs: &Folded,
    other: std::ops::Range<usize>,
) -> Difference {
    let at = own.start.min(ours.characters.len().saturating_sub(1));
    let line = other.start.min(theirs.characters.len().saturating_sub(1));
    Difference {
        at: ours
            .addresses
            .get(at)
            .copied()
            .unwrap_or(Address::of(crate::plan::Part::Preface)),
        line: theirs.lines.get(line).copied().unwrap_or(1),
        plan: ours.words(own),
        source: theirs.words(other),
    }
}
