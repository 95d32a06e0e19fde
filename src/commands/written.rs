//! Files that commands write: never one that the command reads.

use std::fs;
use std::path::Path;

use super::{Failure, unwritable};
use crate::load::printable;
use crate::words::say;

/// Writes a file, unless it is one of those that were read.
pub(super) fn write<'a>(
    path: &Path,
    bytes: &[u8],
    read: impl IntoIterator<Item = &'a Path>,
) -> Result<(), Failure> {
    let place = fs::canonicalize(path).ok();
    let is_same = |read: &Path| place.is_some() && fs::canonicalize(read).ok() == place;
    if read.into_iter().any(is_same) {
        let name = printable(&path.display().to_string());
        let message = say!("{name} 是本次读入的文件，没有覆盖；请换一个文件名", name);
        return Err(Failure::Unknown(message));
    }
    fs::write(path, bytes).map_err(unwritable(path))
}
