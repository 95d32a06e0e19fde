//! `guihua import --into`: adds annexes to the file of a plan that exists.

use std::io::Write;
use std::path::Path;

use super::super::{Failure, opening};
use crate::importing::{self, Document, Understood};
use crate::load::printable;
use crate::paint::Paint;
use crate::review;
use crate::words::say;

/// Adds annexes to a plan file, which is edited line by line, and tells what was added.
pub(super) fn run(
    plan: &Path,
    annexes: &[Understood],
    paint: Paint,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let name = printable(&plan.display().to_string());
    let Document { name: file, bytes } = opening::document(plan)?;
    if importing::is_document(&file, &bytes) {
        return Err(Failure::Unknown(say!(
            "{name} 不是规划文件；请把它和附件一起导入：guihua import {name} 附件",
            name
        )));
    }
    let extended = review::edit(plan, |text| importing::into(text, annexes));
    let extended = extended.map_err(|why| Failure::Unknown(say!("{name}：{why}", name, why)))?;
    let line = say!("{name}：{found}", name, found = extended.told());
    writeln!(out, "{}", paint.well(&line))?;
    for note in extended.notes() {
        writeln!(out, "  {note}")?;
    }
    super::doubts(&extended.found.addition.doubts, out)?;
    Ok(())
}
