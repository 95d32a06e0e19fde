//! The lock of a file that is about to be replaced, with a timeout.
//!
//! On Unix it is a lock of the file itself; since a change replaces the file, a new holder checks that the path still
//! names the file it locked. On Windows a locked file can't be read or replaced, so a file beside it is locked.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

/// The pause between two attempts.
const PAUSE: Duration = Duration::from_millis(5);

/// A lock that is held until it is dropped.
pub(super) struct Lock {
    #[expect(dead_code, reason = "closing it releases the lock")]
    file: File,
    /// Whether the file was created, empty, to be locked.
    is_made: bool,
}

impl Lock {
    /// Takes the lock of a file, which is created if missing; `None` if another program holds it until `until`.
    pub(super) fn take(path: &Path, until: Instant) -> io::Result<Option<Self>> {
        loop {
            let (file, is_made) = open(&locked(path))?;
            match file.try_lock() {
                Ok(()) if is_current(&file, path)? => {
                    return Ok(Some(Self { file, is_made }));
                }
                Ok(()) | Err(TryLockError::WouldBlock) => {}
                Err(TryLockError::Error(error)) => return Err(error),
            }
            if Instant::now() > until {
                return Ok(None);
            }
            thread::sleep(PAUSE);
        }
    }

    /// Removes the file if it was created to be locked and is still empty.
    pub(super) fn leave_nothing(self, path: &Path) {
        let is_empty = fs::metadata(path).is_ok_and(|kind| kind.len() == 0);
        if self.is_made && is_empty {
            // An empty file that stays does no harm.
            let _ = fs::remove_file(path);
        }
    }
}

/// Opens a file to be locked; returns whether it was created.
fn open(path: &Path) -> io::Result<(File, bool)> {
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    match options.open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        file => return Ok((file?, false)),
    }
    match options.clone().create_new(true).open(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            Ok((options.open(path)?, false))
        }
        file => Ok((file?, cfg!(unix))),
    }
}

/// The program that holds the lock of a file, as `name, number`; `None` where the system does not tell.
#[cfg(target_os = "linux")]
pub(super) fn holder(path: &Path) -> Option<String> {
    use std::os::unix::fs::MetadataExt as _;
    let inode = format!(":{}", fs::metadata(path).ok()?.ino());
    let locks = fs::read_to_string("/proc/locks").ok()?;
    // 1: FLOCK  ADVISORY  WRITE 1234 08:01:567890 0 EOF
    let mut lines = locks.lines().map(|line| line.split_whitespace());
    let number = lines.find_map(|mut words| {
        let number = words.nth(4)?;
        words.next()?.ends_with(&inode).then_some(number)
    })?;
    let name = fs::read_to_string(format!("/proc/{number}/comm")).ok()?;
    Some(format!("{}, {number}", name.trim()))
}

/// The program that holds the lock of a file: not known here.
#[cfg(not(target_os = "linux"))]
pub(super) fn holder(_: &Path) -> Option<String> {
    None
}

#[cfg(unix)]
fn locked(path: &Path) -> PathBuf {
    path.to_owned()
}

#[cfg(unix)]
fn is_current(file: &File, path: &Path) -> io::Result<bool> {
    let own = super::replace::identity(&file.metadata()?);
    match fs::metadata(path) {
        Ok(now) => Ok(super::replace::identity(&now) == own),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

#[cfg(not(unix))]
fn locked(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".lock");
    PathBuf::from(name)
}

#[cfg(not(unix))]
fn is_current(_: &File, path: &Path) -> io::Result<bool> {
    // The lock file is another; the file itself is created here, as on Unix.
    open(path).map(|_| true)
}
