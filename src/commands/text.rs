//! `guihua text`: the document.

use std::io::Write;

use super::Failure;
use crate::answers;
use crate::cli::TextArgs;
use crate::manuscript::{self, Edition};
use crate::plan::{Outline, Plan};

pub(super) fn run(plan: &Plan, args: &TextArgs, out: &mut impl Write) -> Result<(), Failure> {
    let edition = match (args.as_published, args.marks) {
        (true, _) => Edition::AsPublished,
        (_, true) => Edition::Marked,
        _ => Edition::Restored,
    };
    let outline = Outline::of(plan);
    if args.json {
        answers::write(&answers::Text::of(plan, &outline, edition), out)?;
    } else {
        out.write_all(manuscript::text(&outline, edition).as_bytes())?;
    }
    Ok(())
}
