//! A dossier (案卷): a plan with its outline and the records that count for it. It exists once; whoever judges, shows,
//! prints or exports a plan takes it as a whole. No clock and no choice of files: those come from outside.

use crate::monitoring::Fault;
use crate::plan::{Outline, Plan};
use crate::records::{self, Book, PlanFile, Record, Side, Store};

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

    /// Every record that counts, those of the user's own file among them. The book names the lines of that file that
    /// were not written to their end or are faulty: one slip of a hand does not lock all others out, but it is never
    /// silent.
    pub fn read(&self, own: &Store) -> Result<Book, Fault> {
        let fault = |problems| Fault::Faulty(own.path().to_owned(), problems);
        let text = own
            .read()
            .map_err(|error| Fault::Io(own.path().to_owned(), error))?;
        let ledger = records::survey(&text, &self.plan, Side::Own).map_err(fault)?;
        let mut unread = [ledger.torn.clone(), ledger.faulty.clone()].concat();
        unread.sort_by_key(|problem| (problem.line, problem.column));
        let shipped = self.book.shipped().to_vec();
        Ok(Book::of(shipped, ledger.records()).with_unread(unread))
    }
}
