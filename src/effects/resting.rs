//! Keeps where one stopped in a small file of the user's own, and finds it again. What can't be read or written there is no
//! fault of the plan: it is passed over, and the program begins at the overview.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::app::Rest;
use crate::load::file::{self, Accept};

/// The size limit of the file, in bytes: far more than a place has.
const MAX_BYTES: usize = 64 * 1024;

/// Where one stopped, by its file; `None` if there is none or it can't be read.
pub fn rested(path: &Path) -> Option<Rest> {
    let bytes = file::read(path, MAX_BYTES, Accept::Files).ok()?;
    serde_json::from_slice(&bytes).ok()
}

/// Keeps where one stops.
pub fn rest(path: &Path, rest: &Rest) {
    // Leaving must neither fail nor wait for the disk; a file that is damaged is passed over.
    let _ = written(path, rest);
}

fn written(path: &Path, rest: &Rest) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let beside = PathBuf::from(beside);
    fs::write(&beside, serde_json::to_vec(rest)?)?;
    fs::rename(&beside, path)
}
