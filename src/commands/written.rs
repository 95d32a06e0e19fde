//! Files that commands write: whole or not at all, and never onto one that the command reads.
//!
//! The bytes go to a new file beside it, which then takes its place: a full disk or a kill leaves the old file. A device or
//! a pipe is written to directly.

use std::fs::{self, Permissions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile, PersistError};

use super::{Failure, unwritable};
use crate::load::{file, printable};
use crate::words::say;

/// Writes a file, unless it is one of those that were read.
pub(super) fn write<'a>(
    path: &Path,
    bytes: &[u8],
    read: impl IntoIterator<Item = &'a Path>,
) -> Result<(), Failure> {
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
    if before.as_ref().is_some_and(|before| !before.is_file()) {
        return fs::write(path, bytes).map_err(unwritable(path));
    }
    if let Some(n) = before.as_ref().map(file::names).filter(|n| *n > 1) {
        let message = say!(
            "{name} 另有 {n} 个名称（硬链接），没有覆盖；请换一个文件名",
            name = name(),
            n = n - 1
        );
        return Err(Failure::Unknown(message));
    }
    let replace = |real: PathBuf| {
        let new = beside(&real, bytes, before.map(|before| before.permissions()))?;
        new.persist(&real).map_err(why)
    };
    let replaced = file::followed(path).and_then(replace);
    replaced.map(drop).map_err(unwritable(path))
}

/// Writes a file that must not exist yet; an error of the kind `AlreadyExists` if it does.
pub(super) fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let new = beside(path, bytes, None)?;
    new.persist_noclobber(path).map_err(why)?;
    Ok(())
}

/// A new hidden file in the same folder, on the disk, with the permissions of the old one. It goes if it is dropped.
fn beside(
    path: &Path,
    bytes: &[u8],
    permissions: Option<Permissions>,
) -> io::Result<NamedTempFile> {
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    let mut builder = Builder::new();
    builder.prefix(".").suffix(".new");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut new = builder.tempfile_in(folder.unwrap_or(Path::new(".")))?;
    if let Some(permissions) = permissions {
        new.as_file().set_permissions(permissions)?;
    }
    new.as_file_mut().write_all(bytes)?;
    new.as_file().sync_all()?;
    Ok(new)
}

fn why(failed: PersistError) -> io::Error {
    failed.error
}
