//! Texts that a spreadsheet would take for formulas. What others publish stands in the source and the note of a record, so
//! a table made for a spreadsheet puts an apostrophe before such a text, which it shows as text then; a table that is read
//! loses it again.

use std::borrow::Cow;

/// Whether a spreadsheet would compute a text: its first character, or the full-width twin of one that acts so.
fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}

/// A text as a spreadsheet has to be given it.
pub fn guarded(text: &str) -> Cow<'_, str> {
    // One that begins as a guarded text does is guarded as well, so that it is read again as it was.
    if is_formula(text) || unguarded(text) != text {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// A text as it was before [`guarded`].
pub fn unguarded(cell: &str) -> &str {
    let inner = cell.strip_prefix('\'');
    let is_guarded = |text: &&str| is_formula(text.trim_start_matches('\''));
    inner.filter(is_guarded).unwrap_or(cell)
}
