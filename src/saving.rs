//! Writes files whole or not at all.
//!
//! The bytes go to a new hidden file in the same folder, which then takes the place of the old one: a full disk, a kill or a
//! signal leaves either the old file or the new one. Symbolic links are followed and stay.

use std::fs::{self, Permissions};
use std::io::{self, Write as _};
use std::path::Path;

use tempfile::{Builder, NamedTempFile, PersistError};

use crate::load::file;

/// Writes a file, in place of one that is there, whose permissions it takes over.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = file::followed(path)?;
    let before = fs::metadata(&path).ok();
    let new = beside(&path, bytes, before.map(|before| before.permissions()))?;
    new.persist(&path).map_err(why)?;
    Ok(())
}

/// Writes a file that must not exist yet; an error of the kind `AlreadyExists` if it does.
pub fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = file::followed(path)?;
    let new = beside(&path, bytes, None)?;
    new.persist_noclobber(&path).map_err(why)?;
    Ok(())
}

/// A new hidden file in the same folder, on the disk, with these permissions, else the usual ones. It goes if it is dropped.
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
