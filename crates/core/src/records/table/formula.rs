//! Guards against formula injection: exported tables put an apostrophe before a text that a spreadsheet would evaluate;
//! reading a table removes it.

use std::borrow::Cow;

/// Whether a spreadsheet would evaluate a text, by its first character (half or full width).
fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}

/// A text guarded for a spreadsheet.
pub fn guarded(text: &str) -> Cow<'_, str> {
    // A text that looks guarded is guarded too, so that it survives reading.
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
