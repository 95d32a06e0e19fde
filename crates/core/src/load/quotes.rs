//! Half a pair of quotation marks at the end of a text of a file, whose other half was forgotten.

/// Whether a text without quotation marks around it ends with one that nothing in it opens. Behind a digit the mark is a
/// unit, of minutes or inches.
pub(crate) fn are_half(written: &str) -> bool {
    let mut ending = written.trim_end().chars().rev();
    let Some(mark @ ('\'' | '"')) = ending.next() else {
        return false;
    };
    let is_unit = ending.next().is_some_and(|c| c.is_ascii_digit());
    !is_unit && written.matches(mark).count() % 2 == 1
}
