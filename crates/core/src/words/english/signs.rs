//! Signs between words, where a list or a row of remarks is joined.

use super::Part;

pub(super) const SIGNS: Part = &[
    ("、", ", "),
    ("；", "; "),
    ("，", ", "),
    ("（", " ("),
    ("）", ")"),
    ("　", " · "),
];
