//! No command: the plan on the screen.

use super::Failure;
use crate::plan::Plan;
use crate::records::Book;
use crate::{embedded, terminal};

pub(super) fn run(plan: Plan, built_in: bool) -> Result<(), Failure> {
    let shipped = if built_in {
        embedded::observations()
    } else {
        Vec::new()
    };
    let today = jiff::ZonedDateTime::now().date();
    terminal::run(plan, Book::of(shipped, Vec::new()), today).map_err(Failure::Terminal)
}
