//! The settings file: where it is looked for, and what reading it yields.

use std::io;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;

use super::{Environment, Fault, Origin, Placed, Setting, Written, decode};
use crate::load::file::{self, Accept};
use crate::load::{Problem, Problems};

/// Far more than all settings take. What is larger was meant to be something else.
const MAX_BYTES: u64 = 256 * 1024;

/// A settings file, whether it is there or not.
#[derive(Debug, Default)]
pub struct File {
    /// Where it is looked for, and who says so. `None` where there is no home folder.
    pub path: Option<Setting<PathBuf>>,
    /// Whether there is one.
    pub exists: bool,
    /// What it says, as far as it is sound.
    pub written: Written,
    faults: Vec<Placed<Fault>>,
    unreadable: Option<io::Error>,
}

/// What is wrong with a settings file.
#[derive(Debug)]
pub enum Unsound {
    /// It can't be read, and why.
    Unreadable(PathBuf, io::Error),
    /// It says what it must not say.
    Faulty(PathBuf, Problems),
}

impl File {
    /// The file that is asked for (`--config`, `GUIHUA_CONFIG`), else the one in the folder for settings.
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
            // Nobody needs a file that nobody named: it need not be there, nor its folder be open to this user.
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

    /// Its path, if there is a place for it.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_ref().map(|path| path.value.as_path())
    }

    /// The plan that it says to open.
    pub fn plan(&self) -> Option<PathBuf> {
        self.written.plan.as_ref().map(|plan| plan.value.clone())
    }

    /// Everything that is wrong with what it says, in the order of the file, in the language of the process.
    pub fn problems(&self) -> Problems {
        let problem = |it: &Placed<Fault>| Problem {
            line: it.place.line,
            column: it.place.column,
            what: it.value.what(),
            remedy: it.value.remedy(),
        };
        Problems::of(self.faults.iter().map(problem).collect())
    }

    /// What is wrong with it, if anything is.
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
    // One byte more than there may be tells that there are too many.
    file::read_start(path, MAX_BYTES as usize + 1, Accept::FilesAndPipes)
}

/// What the bytes of a file say. One that is too large or no UTF-8 says nothing.
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
