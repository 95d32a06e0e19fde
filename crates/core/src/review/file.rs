//! Edits of plan files on disk: under a lock, whole or not at all.

use std::fs;
use std::path::Path;

use crate::load::file::reason;
use crate::load::printable;
use crate::records::Store;
use crate::words::{say, tr};

/// Edits a plan file under its lock: `edit` makes the new text of the old one, and a result. The error, which `edit` may give
/// as well, says why nothing was changed.
pub fn edit<T>(
    path: &Path,
    edit: impl Fn(&str) -> Result<(String, T), String>,
) -> Result<T, String> {
    // A missing file would be taken for an empty one.
    if let Err(error) = fs::metadata(path) {
        let name = printable(&path.display().to_string());
        return Err(say!("写不了 {name}：{why}", name, why = reason(&error)));
    }
    let written = Store::at(path).edit(|bytes| {
        let text = str::from_utf8(bytes).map_err(|_| tr("规划文件不是 UTF-8 文字").to_owned());
        Ok(match text.and_then(&edit) {
            Ok((new, value)) => (new.into_bytes(), Ok(value)),
            Err(problem) => (bytes.to_vec(), Err(problem)),
        })
    });
    written.unwrap_or_else(|error| Err(error.to_string()))
}
