//! Pictures of screens that are kept in files.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Checks that a folder has these pictures and no others: one that no test names would never be looked at again.
#[track_caller]
pub(crate) fn check_kept(folder: &str, names: impl Iterator<Item = String>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(&folder).expect("the folder can be listed");
    let files = entries.map(|entry| entry.expect("it can be read").file_name());
    let kept: BTreeSet<String> = files
        .filter_map(|file| Some(file.to_str()?.strip_suffix(".snap")?.to_owned()))
        .collect();
    let expected: BTreeSet<String> = names.collect();
    assert_eq!(kept, expected, "pictures in {}", folder.display());
}
