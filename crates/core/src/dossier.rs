//! A dossier (案卷): a plan with its outline and the records that count for it.

use crate::plan::{Outline, Plan};
use crate::records::{Book, PlanFile, Record};

/// A plan and its records.
#[derive(Clone, Debug)]
pub struct Dossier {
    /// The plan.
    pub plan: Plan,
    /// Its outline.
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

    /// A plan file with its own records, or without any with those of `shipped`, so that an export is self-contained.
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
