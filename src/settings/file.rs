//! Finds and reads the settings file.

use std::io;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;

use super::{Environment, Fault, Origin, Placed, Setting, Written, decode};
use crate::load::file::{self, Accept};
use crate::load::{Problem, Problems};

/// Maximum size, far above any settings file.
const MAX_BYTES: u64 = 32 * 1024;

/// The settings file, which may not exist.
#[derive(Debug, Default)]
pub struct File {
    /// Its path with the path's origin; `None` if there is no home directory.
    pub path: Option<Setting<PathBuf>>,
    /// Whether it exists.
    pub exists: bool,
    /// Its valid entries.
    pub written: Written,
    faults: Vec<Placed<Fault>>,
    unreadable: Option<io::Error>,
}

/// Why a settings file is unusable.
#[derive(Debug)]
pub enum Unsound {
    /// It can't be read: its path and the error.
    Unreadable(PathBuf, io::Error),
    /// It has invalid entries.
    Faulty(PathBuf, Problems),
}

impl File {
    /// Reads the file of `--config` or `GUIHUA_CONFIG`, else the one in the configuration directory.
    pub fn read(asked: Option<PathBuf>, environment: &Environment) -> Self {
        let path = match (asked, environment.get("GUIHUA_CONFIG")) {
            (Some(path), _) => Some(Setting::new(path, Origin::Option("--config"))),
            (None, Some(path)) => Some(Setting::new(
                PathBuf::from(path),
                Origin::Variable("GUIHUA_CONFIG"),
            )),
            (None, None) => default_path().map(|path| Setting::new(path, Origin::Default)),
        };
        let Some(path) = path else {
            return Self::default();
        };
        match bytes(&path.value) {
            Ok(bytes) => Self::of(path, &bytes),
            // The default file may be missing or inaccessible.
            Err(error) if path.origin == Origin::Default && is_absent(&error) => Self {
                path: Some(path),
                ..Self::default()
            },
            Err(error) => Self {
                path: Some(path),
                unreadable: Some(error),
                ..Self::default()
            },
        }
    }

    fn of(path: Setting<PathBuf>, bytes: &[u8]) -> Self {
        let folder = path.value.parent().unwrap_or(Path::new(""));
        let (written, faults) = read(bytes, folder);
        Self {
            path: Some(path),
            exists: true,
            written,
            faults,
            unreadable: None,
        }
    }

    /// Its path, if there is one.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_ref().map(|path| path.value.as_path())
    }

    /// The `plan` entry.
    pub fn plan(&self) -> Option<PathBuf> {
        self.written.plan.as_ref().map(|plan| plan.value.clone())
    }

    /// All its problems, in the order of the file.
    pub fn problems(&self) -> Problems {
        let problem = |it: &Placed<Fault>| Problem {
            line: it.place.line,
            column: it.place.column,
            what: it.value.what(),
            remedy: it.value.remedy(),
        };
        Problems::of(self.faults.iter().map(problem).collect())
    }

    /// Takes its error, if any.
    pub(super) fn fault(&mut self) -> Option<Unsound> {
        let path = self.path()?.to_owned();
        match self.unreadable.take() {
            Some(error) => Some(Unsound::Unreadable(path, error)),
            None if self.faults.is_empty() => None,
            None => Some(Unsound::Faulty(path, self.problems())),
        }
    }
}

fn default_path() -> Option<PathBuf> {
    let strategy = etcetera::choose_base_strategy().ok()?;
    Some(strategy.config_dir().join("guihua").join("config.toml"))
}

fn is_absent(error: &io::Error) -> bool {
    use io::ErrorKind::{NotADirectory, NotFound, PermissionDenied};
    matches!(error.kind(), NotFound | NotADirectory | PermissionDenied)
}

fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    // One byte beyond the limit shows that the file is too large.
    file::read_start(path, MAX_BYTES as usize + 1, Accept::FilesAndPipes)
}

/// Parses the bytes of a file; if it is too large or not UTF-8, it has no entries.
fn read(bytes: &[u8], folder: &Path) -> (Written, Vec<Placed<Fault>>) {
    let nothing = |value, before: &str| {
        let place = decode::place(before, before.len());
        (Written::default(), vec![Placed { value, place }])
    };
    if bytes.len() as u64 > MAX_BYTES {
        return nothing(Fault::TooLarge(MAX_BYTES), "");
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => decode::decode(text, folder),
        Err(error) => {
            let sound = bytes.get(..error.valid_up_to()).unwrap_or_default();
            nothing(Fault::NotUtf8, &String::from_utf8_lossy(sound))
        }
    }
}
