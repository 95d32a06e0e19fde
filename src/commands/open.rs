//! No command: the plan on the screen, with what is known of its targets.

use super::{Failure, book};
use crate::cli::Cli;
use crate::plan::Plan;
use crate::terminal;

pub(super) fn run(plan: Plan, cli: &Cli) -> Result<(), Failure> {
    let book = book(&plan, &cli.common)?;
    terminal::run(plan, book, cli.as_of.date()).map_err(Failure::Terminal)
}
