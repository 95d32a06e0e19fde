//! A dossier (案卷): a plan with its outline and the records that count for it. It exists once; whoever judges, shows,
//! prints or exports a plan takes it as a whole. No clock and no files: those are outside.

use crate::plan::{Outline, Plan};
use crate::records::{Book, PlanFile, Record};

/// A plan and what has been recorded of it.
#[derive(Clone, Debug)]
pub struct Dossier {
    /// The plan.
    pub plan: Plan,
    /// The same in reading order.
    pub outline: Outline,
    /// The records that count.
    pub book: Book,
}

impl Dossier {
    /// A plan with records.
    pub fn of(plan: Plan, book: Book) -> Self {
        let outline = Outline::of(&plan);
        Self {
            plan,
            outline,
            book,
        }
    }

    /// What a plan file says, with the records that it carries. A file that carries records speaks for itself: those
    /// that `shipped` brings for its plan are not added to them, so that an export says tomorrow what it says today.
    pub fn opened(file: PlanFile, shipped: impl FnOnce(&Plan, &Outline) -> Vec<Record>) -> Self {
        let PlanFile {
            plan,
            outline,
            carried,
        } = file;
        let shipped = carried.unwrap_or_else(|| shipped(&plan, &outline));
        Self {
            plan,
            outline,
            book: Book::of(shipped, Vec::new()),
        }
    }
}
