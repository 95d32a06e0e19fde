//! An assessment (研判): all evaluations of a dossier on a day, made once for screen, commands, report, export and JSON.

use jiff::civil::Date;

use crate::dossier::Dossier;
use crate::evaluation::{Board, Evaluation, Method, TaskTally};
use crate::plan::Target;

/// The evaluations and counts of a dossier on a day.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// The day of evaluation.
    pub as_of: Date,
    /// The thresholds.
    pub method: Method,
    /// The evaluations of the targets, in the plan's order.
    pub evaluations: Vec<Evaluation>,
    /// Counts of the evaluations by domain.
    pub board: Board,
    /// Counts of tasks by status.
    pub tasks: TaskTally,
    /// Counts of safeguards (保障措施) by status.
    pub safeguards: TaskTally,
}

impl Assessment {
    /// Evaluates a dossier with its records up to a day, by the default method.
    pub fn of(dossier: &Dossier, as_of: Date) -> Self {
        let Dossier {
            plan,
            outline,
            book,
            ..
        } = dossier;
        let method = Method::default();
        let evaluate = |target| Evaluation::of(target, plan, book, as_of, &method);
        let evaluations: Vec<Evaluation> = plan.targets.iter().map(evaluate).collect();
        Self {
            as_of,
            board: Board::of(plan, &evaluations),
            tasks: TaskTally::of(outline, book, as_of),
            safeguards: TaskTally::of_safeguards(outline, book, as_of),
            evaluations,
            method,
        }
    }

    /// The targets of the plan in its order, each with its evaluation.
    pub fn targets<'a>(
        &'a self,
        dossier: &'a Dossier,
    ) -> impl Iterator<Item = (&'a Target, &'a Evaluation)> + Clone {
        dossier.plan.targets.iter().zip(&self.evaluations)
    }

    /// The evaluation of a target; `None` if the plan does not have it.
    pub fn evaluation(&self, target: &Target) -> Option<&Evaluation> {
        self.evaluations.get(self.index(target)?)
    }

    fn index(&self, target: &Target) -> Option<usize> {
        self.evaluations
            .iter()
            .position(|it| it.target == target.id)
    }
}
