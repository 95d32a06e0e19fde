//! An assessment (研判): what a dossier comes to on a day, judged once. Screen, commands, report, export and JSON take
//! their verdicts, their counts and the tasks that serve a target from here, so that they cannot differ.

use jiff::civil::Date;

use crate::coverage::{Coverage, Link};
use crate::dossier::Dossier;
use crate::evaluation::{Board, Evaluation, Method, TaskTally};
use crate::plan::Target;

/// What the records of a plan come to on a day.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// The day as at which everything is judged.
    pub as_of: Date,
    /// The thresholds.
    pub method: Method,
    /// One evaluation for each target of the plan, in its order.
    pub evaluations: Vec<Evaluation>,
    /// Counts of the evaluations by domain.
    pub board: Board,
    /// How far the tasks have come.
    pub tasks: TaskTally,
    /// How far the safeguards (保障措施) have come.
    pub safeguards: TaskTally,
    /// Which task serves which target.
    pub coverage: Coverage,
}

impl Assessment {
    /// Judges a dossier with what its records held up to a day, by the method as it is written down.
    pub fn of(dossier: &Dossier, as_of: Date) -> Self {
        let Dossier {
            plan,
            outline,
            book,
        } = dossier;
        let method = Method::default();
        let evaluate = |target| Evaluation::of(target, plan, book, as_of, &method);
        let evaluations: Vec<Evaluation> = plan.targets.iter().map(evaluate).collect();
        Self {
            as_of,
            board: Board::of(plan, &evaluations),
            tasks: TaskTally::of(outline, book, as_of),
            safeguards: TaskTally::of_safeguards(outline, book, as_of),
            coverage: Coverage::of(plan, outline),
            evaluations,
            method,
        }
    }

    /// The targets of the judged plan in its order, each with its evaluation.
    pub fn targets<'a>(
        &'a self,
        dossier: &'a Dossier,
    ) -> impl Iterator<Item = (&'a Target, &'a Evaluation)> + Clone {
        dossier.plan.targets.iter().zip(&self.evaluations)
    }

    /// The evaluation of a target; `None` for one that the judged plan does not have.
    pub fn evaluation(&self, target: &Target) -> Option<&Evaluation> {
        self.evaluations.get(self.index(target)?)
    }

    /// The links to the tasks that serve a target; none for one that the judged plan does not have.
    pub fn tasks_of(&self, target: &Target) -> impl Iterator<Item = &Link> {
        let index = self.index(target).into_iter();
        index.flat_map(|index| self.coverage.tasks_of(index))
    }

    fn index(&self, target: &Target) -> Option<usize> {
        self.evaluations
            .iter()
            .position(|it| it.target == target.id)
    }
}
