//! How much a plan file may hold, so that every check of it ends soon. All is far more than any plan has; what is beyond is
//! named as a problem at its place.

/// The most characters of a text. A quote is looked for in the whole of the text that it cites. Records have the same limit,
/// typed or in a file.
pub(crate) const LONGEST_TEXT: usize = 10_000;

/// The most characters of a name, an id, a number or a unit: each use of it repeats it.
pub(crate) const LONGEST_NAME: usize = 100;

/// The most items of a list in the text, such as the blocks below a heading: addresses count them. Also the most quotes.
pub(super) const MOST_ITEMS: usize = 10_000;

/// The most terms: each is looked for in the whole text.
pub(super) const MOST_TERMS: usize = 1_000;

/// The most items of a list in one target, task, claim or term: all of them are compared with one another.
pub(super) const MOST_DETAILS: usize = 100;
