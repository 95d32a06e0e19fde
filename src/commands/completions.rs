//! `guihua completions`: the script that makes a shell ask the program.

use std::io::Write;

use super::Failure;
use crate::cli::{CompletionsArgs, complete};

pub(super) fn run(args: &CompletionsArgs, out: &mut impl Write) -> Result<(), Failure> {
    // The option takes only shells that there are.
    if let Some(script) = complete::registration(args.shell) {
        out.write_all(script?.as_bytes())?;
    }
    Ok(())
}
