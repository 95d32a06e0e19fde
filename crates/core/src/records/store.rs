//! The file of the user's own records: read under a shared lock, changed under an exclusive one.
//!
//! Appending is one write at the end and a sync; nothing that stands in the file is ever moved. A record is withdrawn by
//! turning the first character of its lines into `#`, in place, so the file keeps its length and its history.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::ops::Range;
use std::path::{Path, PathBuf};

/// What a new file begins with.
const HEADER: &str = "\
# 监测记录：每条一行，由 guihua record 追加，也可手工编辑。
# 以 # 开头的行是注释；guihua record undo 撤回的记录成为注释。
";

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

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Its text; empty if there is no such file. What is no UTF-8 (a character cut by an interrupted write) reads as U+FFFD.
    pub fn read(&self) -> io::Result<String> {
        let mut file = match File::open(&self.path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(String::new()),
            file => file?,
        };
        file.lock_shared()?;
        text(&mut file)
    }

    /// Appends what `compose` makes of the text so far: whole lines, in one write. Nobody else writes in between. If it
    /// refuses, nothing is changed, and a file that is not there is not made.
    pub fn append<E: From<io::Error>>(
        &self,
        compose: impl Fn(&str) -> Result<String, E>,
    ) -> Result<(), E> {
        if !self.path.exists() {
            compose("")?;
        }
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut file = OpenOptions::new()
            .read(true)
            .append(true)
            .create(true)
            .open(&self.path)?;
        file.lock()?;
        let text = text(&mut file)?;
        let lines = compose(&text)?;
        let before = match text.as_str() {
            "" => HEADER,
            text if text.ends_with('\n') => "",
            // The last line is torn, or a person left out the line feed.
            _ => "\n",
        };
        file.write_all(format!("{before}{lines}").as_bytes())?;
        file.sync_all()?;
        Ok(())
    }

    /// Turns the lines that `choose` names, counted from 1, into comments.
    pub fn withdraw<E: From<io::Error>>(
        &self,
        choose: impl FnOnce(&str) -> Result<Range<usize>, E>,
    ) -> Result<(), E> {
        let mut file = OpenOptions::new().read(true).write(true).open(&self.path)?;
        file.lock()?;
        let lines = choose(&text(&mut file)?)?;
        let mut bytes = Vec::new();
        file.seek(SeekFrom::Start(0))?;
        file.read_to_end(&mut bytes)?;
        let starts = line_starts(&bytes);
        let chosen = starts.get(lines.start.saturating_sub(1)..lines.end.saturating_sub(1));
        for &start in chosen.unwrap_or_default() {
            if bytes.get(start).is_some_and(|byte| *byte != b'\n') {
                file.seek(SeekFrom::Start(start as u64))?;
                file.write_all(b"#")?;
            }
        }
        file.sync_all()?;
        Ok(())
    }
}

fn text(file: &mut File) -> io::Result<String> {
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(0))?;
    file.read_to_end(&mut bytes)?;
    Ok(match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => String::from_utf8_lossy(error.as_bytes()).into_owned(),
    })
}

fn line_starts(bytes: &[u8]) -> Vec<usize> {
    let feeds = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
    std::iter::once(0)
        .chain(feeds.map(|(index, _)| index + 1))
        .collect()
}
