//! A dossier (案卷): a plan with its outline, the records that count for it, and which task serves which target.

use std::sync::OnceLock;

use jiff::civil::Date;

use crate::coverage::{Coverage, Link};
use crate::plan::{Node, Outline, Plan, Target, sentences};
use crate::records::{Book, PlanFile, Record, Status};

/// A plan and its records.
#[derive(Clone, Debug)]
pub struct Dossier {
    /// The plan.
    pub plan: Plan,
    /// Its outline.
    pub outline: Outline,
    /// The records that count.
    pub book: Book,
    // Most runs never ask for it.
    coverage: OnceLock<Coverage>,
}

impl Dossier {
    /// A plan with records.
    pub fn of(plan: Plan, book: Book) -> Self {
        let outline = Outline::of(&plan);
        Self {
            plan,
            outline,
            book,
            coverage: OnceLock::new(),
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
            coverage: OnceLock::new(),
        }
    }

    /// Which task serves which target; worked out when first asked for.
    pub fn coverage(&self) -> &Coverage {
        let work_out = || Coverage::of(&self.plan, &self.outline);
        self.coverage.get_or_init(work_out)
    }

    /// The links of a target; none if the plan does not have it.
    pub fn tasks_of(&self, target: &Target) -> impl Iterator<Item = &Link> {
        let mut ids = self.plan.targets.iter().map(|it| &it.id);
        let index = ids.position(|id| *id == target.id).into_iter();
        index.flat_map(|index| self.coverage().tasks_of(index))
    }

    /// The measures of a task that have a record up to a day, in the order of the task: the words, with brackets around what
    /// is uncertain, and the latest status.
    pub fn measures<'a>(
        &'a self,
        task: &'a Node,
        as_of: Date,
    ) -> impl Iterator<Item = (String, &'a Status)> {
        let numbered = (1..=u16::MAX).zip(sentences(task.prose.reading()));
        numbered.filter_map(move |(n, words)| {
            let at = task.address.with_sentence(n);
            let status = self.book.status_of_task(at, as_of)?;
            Some((task.prose.slice(&words).told(), status))
        })
    }
}
