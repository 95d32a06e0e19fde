//! Files that commands write: never onto one that the command reads, nor onto one with a second name. A device or a pipe is
//! written to directly.

use std::fs;
use std::path::Path;

use super::{Failure, unwritable};
use crate::load::file::{self, Accept};
use crate::load::printable;
use crate::saving;
use crate::words::{say, tr};

/// Writes a file, unless it is one of those that were read.
pub(super) fn write<'a>(
    path: &Path,
    bytes: &[u8],
    read: impl IntoIterator<Item = &'a Path>,
) -> Result<(), Failure> {
    if path == Path::new("-") {
        let message = tr("- 不是文件名；要写到标准输出，不写 -o");
        return Err(Failure::Unknown(message.to_owned()));
    }
    let name = || printable(&path.display().to_string());
    let place = fs::canonicalize(path).ok();
    let is_same = |read: &Path| place.is_some() && fs::canonicalize(read).ok() == place;
    if read.into_iter().any(is_same) {
        let message = say!(
            "{name} 是本次读入的文件，没有覆盖；请换一个文件名",
            name = name()
        );
        return Err(Failure::Unknown(message));
    }
    let before = fs::metadata(path).ok();
    if let Some(before) = before.as_ref().filter(|before| !before.is_file()) {
        return file::refuse_others(path, before.file_type(), Accept::FilesAndPipes)
            .and_then(|()| fs::write(path, bytes))
            .map_err(unwritable(path));
    }
    if let Some(n) = before.as_ref().map(file::names).filter(|n| *n > 1) {
        let message = say!(
            "{name} 另有 {n} 个名称（硬链接），没有覆盖；请换一个文件名",
            name = name(),
            n = n - 1
        );
        return Err(Failure::Unknown(message));
    }
    saving::replace(path, bytes).map_err(unwritable(path))
}
