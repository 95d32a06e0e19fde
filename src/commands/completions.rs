//! `guihua completions`: the registration script of a shell.

use std::io::Write;

use super::Failure;
use crate::cli::{CompletionsArgs, complete};

pub(super) fn run(args: &CompletionsArgs, out: &mut impl Write) -> Result<(), Failure> {
    // The argument accepts supported shells only.
    if let Some(script) = complete::registration(args.shell) {
        out.write_all(script?.as_bytes())?;
    }
    Ok(())
}
