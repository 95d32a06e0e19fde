//! No command: the plan on the screen.

use super::Failure;
use crate::plan::Plan;
use crate::terminal;

pub(super) fn run(plan: Plan) -> Result<(), Failure> {
    terminal::run(plan).map_err(Failure::Terminal)
}
