//! What is known of the plan's targets on a day: the records that count, and what they come to.

use jiff::civil::Date;

use crate::evaluation::{self, Board, Evaluation, Method};
use crate::plan::{Address, Plan, Target};
use crate::records::{Book, Status};

/// The records, the day as at which they are judged, and the evaluation of every target.
#[derive(Clone, Debug)]
pub struct Monitoring {
    /// The records that count.
    pub book: Book,
    /// The day as at which everything is judged.
    pub as_of: Date,
    /// The thresholds.
    pub method: Method,
    /// One evaluation for each target of the plan, in its order.
    pub evaluations: Vec<Evaluation>,
    /// Counts by domain.
    pub board: Board,
}

impl Monitoring {
    /// Evaluates a plan with the records known on a day.
    pub fn new(plan: &Plan, book: Book, as_of: Date) -> Self {
        let method = Method::default();
        let evaluations = evaluation::all(plan, &book, as_of, &method);
        let board = Board::of(plan, &evaluations);
        Self {
            book,
            as_of,
            method,
            evaluations,
            board,
        }
    }

    /// The latest status of a task that was recorded up to the day.
    pub fn stage(&self, task: Address) -> Option<&Status> {
        self.book.status_of_task(task, self.as_of)
    }

    /// The evaluation of a target.
    pub fn of(&self, target: &Target) -> Option<&Evaluation> {
        self.evaluations
            .iter()
            .find(|evaluation| evaluation.target == target.id)
    }
}
