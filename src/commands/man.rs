//! `guihua man`: one manual page on stdout, or all into a directory.

use std::fs;
use std::io::Write;
use std::path::Path;

use super::{Failure, unwritable, written};
use crate::cli::{ManArgs, man};
use crate::load::printable;
use crate::words::say;

pub(super) fn run(args: &ManArgs, out: &mut impl Write) -> Result<(), Failure> {
    if let Some(folder) = &args.dir {
        return all(folder, out);
    }
    let page = man::page(&args.command).map_err(|(word, near)| {
        let unknown = say!("没有“{word}”这个命令", word = printable(&word));
        Failure::Unknown(match near {
            Some(near) => say!("{unknown}；是不是“{near}”？", unknown, near),
            None => unknown,
        })
    })?;
    out.write_all(page.text.as_bytes())?;
    Ok(())
}

/// Writes all pages into `folder`.
fn all(folder: &Path, out: &mut impl Write) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(unwritable(folder))?;
    let pages = man::pages();
    for page in &pages {
        let path = folder.join(page.file_name());
        written::write(&path, page.text.as_bytes(), [])?;
    }
    let folder = printable(&folder.display().to_string());
    let done = say!("已写 {count} 页到 {folder}", count = pages.len(), folder);
    writeln!(out, "{done}")?;
    Ok(())
}
