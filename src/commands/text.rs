//! `guihua text`: the document.

use std::io::Write;

use super::Failure;
use super::opening::plan_file;
use crate::cli::{Common, TextArgs};
use crate::manuscript::{self, Edition};
use crate::output::answers;
use crate::records::PlanFile;

pub(super) fn run(common: &Common, args: &TextArgs, out: &mut impl Write) -> Result<(), Failure> {
    let edition = match (args.as_published, args.marks) {
        (true, _) => Edition::AsPublished,
        (_, true) => Edition::Marked,
        _ => Edition::Restored,
    };
    let PlanFile { plan, outline, .. } = plan_file(common)?;
    if args.json {
        answers::write(&answers::Text::of(&plan, &outline, edition), out)?;
    } else {
        out.write_all(manuscript::text(&outline, edition).as_bytes())?;
    }
    Ok(())
}
