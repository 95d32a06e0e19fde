//! What the commands print.

use super::Part;

pub(super) const COMMANDS: Part = &[];
