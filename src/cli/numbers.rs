//! Parsers for numeric arguments.

use crate::words::tr;

/// A number from 0.
pub(super) fn natural(text: &str) -> Result<usize, String> {
    let number = text.trim().parse();
    number.map_err(|_| tr("要写整数，如 3").to_owned())
}

/// A number from 1.
pub(super) fn positive(text: &str) -> Result<usize, String> {
    match natural(text)? {
        0 => Err(tr("至少是 1").to_owned()),
        number => Ok(number),
    }
}
