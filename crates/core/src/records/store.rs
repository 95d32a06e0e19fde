//! The file of the user's own records; only this module writes it.
//!
//! A change is written to a new file beside it, which replaces it atomically, so reading needs no lock. A writer holds the
//! lock from reading to replacing.

mod lock;
mod replace;

use std::fs::{self, Metadata};
use std::io::{
    self,
    ErrorKind::{NotADirectory, NotFound},
};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};

use self::lock::Lock;
use super::error::RecordError;
use crate::load::file::{self, Accept};

/// The size limit of a file of records, in bytes. A line has some 150.
pub(super) const MAX_BYTES: usize = 4 * 1024 * 1024;

/// How long to wait for another writer.
const PATIENCE: Duration = Duration::from_secs(2);

/// A file of records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Store {
    path: PathBuf,
}

impl Store {
    /// The file at `path`, which need not exist.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// Its path.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Its text; empty if there is no such file, nor could be in a folder that is none. Invalid UTF-8 reads as U+FFFD.
    pub fn read(&self) -> Result<String, RecordError> {
        self.bytes().map(|bytes| text(&bytes))
    }

    /// Its bytes; none if there is no such file.
    pub fn bytes(&self) -> Result<Vec<u8>, RecordError> {
        match file::read(&self.path, MAX_BYTES, Accept::Files) {
            Err(error) if matches!(error.kind(), NotFound | NotADirectory) => Ok(Vec::new()),
            bytes => bytes.map_err(|error| self.fault(error)),
        }
    }

    /// Changes the file: `change` returns the new bytes for the old ones, and a result. On any error the file stays as it
    /// was, and a missing one is not created; one in UTF-16 is not changed. `change` is called again if the file was replaced meanwhile.
    pub fn edit<T>(
        &self,
        mut change: impl FnMut(&[u8]) -> Result<(Vec<u8>, T), RecordError>,
    ) -> Result<T, RecordError> {
        let path = file::followed(&self.path).map_err(|error| self.fault(error))?;
        let until = Instant::now() + PATIENCE;
        match fs::metadata(&path) {
            Ok(kind) if !kind.is_file() => return Err(RecordError::NotAFile(path)),
            Ok(_) => {}
            Err(error) if error.kind() == NotFound => {
                let (new, value) = change(&[])?;
                if new.is_empty() {
                    return Ok(value);
                }
                replace::make_folder(&path).map_err(|error| self.fault(error))?;
            }
            Err(error) => return Err(self.fault(error)),
        }
        loop {
            let lock = Lock::take(&path, until).map_err(|error| self.fault(error))?;
            let lock =
                lock.ok_or_else(|| RecordError::Busy(self.path.clone(), lock::holder(&path)))?;
            let changed = self.change_locked(&path, &mut change);
            if !matches!(changed, Ok(Some(_))) {
                lock.leave_nothing(&path);
            }
            match changed? {
                Some(value) => return Ok(value),
                None if Instant::now() > until => return Err(RecordError::Busy(path, None)),
                None => {}
            }
        }
    }

    /// Changes the file while its lock is held; `None` if it was replaced meanwhile.
    fn change_locked<T>(
        &self,
        path: &Path,
        change: &mut impl FnMut(&[u8]) -> Result<(Vec<u8>, T), RecordError>,
    ) -> Result<Option<T>, RecordError> {
        let before = fs::metadata(path).map_err(|error| self.fault(error))?;
        let names = file::names(&before);
        if names > 1 {
            return Err(RecordError::HardLinked(self.path.clone(), names));
        }
        let bytes = file::read(path, MAX_BYTES, Accept::Files);
        let bytes = bytes.map_err(|error| self.fault(error))?;
        if let Some(encoding) = encoding(&bytes) {
            return Err(RecordError::Encoded(self.path.clone(), encoding.name()));
        }
        let (new, value) = change(&bytes)?;
        if new == bytes {
            return Ok(Some(value));
        }
        let now = fs::metadata(path).map_err(|error| self.fault(error))?;
        if !is_same(&before, &now) {
            return Ok(None);
        }
        replace::replace(path, &new, &before).map_err(|error| self.fault(error))?;
        replace::sync_folder(path)
            .map_err(|error| RecordError::Unconfirmed(self.path.clone(), error))?;
        Ok(Some(value))
    }

    fn fault(&self, error: io::Error) -> RecordError {
        RecordError::Io(self.path.clone(), error)
    }
}

/// Whether a file is still the same, unchanged.
fn is_same(one: &Metadata, other: &Metadata) -> bool {
    replace::identity(one) == replace::identity(other)
        && one.len() == other.len()
        && one.modified().ok() == other.modified().ok()
}

/// The text of a file.
pub(super) fn text(bytes: &[u8]) -> String {
    let encoding = encoding(bytes).unwrap_or(UTF_8);
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    text.into_owned()
}

/// The encoding of a file by its byte order mark, if other than UTF-8.
fn encoding(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    match bytes {
        [0xff, 0xfe, ..] => Some(UTF_16LE),
        [0xfe, 0xff, ..] => Some(UTF_16BE),
        _ => None,
    }
}
