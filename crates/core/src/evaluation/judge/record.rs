//! Goals without a figure: judged by the status that a person recorded.

use super::Case;
use crate::evaluation::{Evaluation, Verdict};
use crate::records::{Book, Stage};
use crate::words::say;

impl Case<'_> {
    /// By the latest status of the target.
    pub(super) fn by_record(&self, book: &Book, evaluation: &mut Evaluation) {
        let Some(status) = book.status_of_target(&self.target.id, self.as_of) else {
            if let Some(latest) = self.in_time.last().or(self.late.last()) {
                evaluation.verdict = Verdict::Unrated;
                evaluation.judged = Some((*latest).clone());
                evaluation
                    .remarks
                    .push(say!("目标没有数值，须据监测数据另记进展"));
            }
            return;
        };
        evaluation.status = Some(status.clone());
        evaluation.judged = self.in_time.last().map(|it| (*it).clone());
        let date = status.date.0;
        let running = match status.stage {
            Stage::NotStarted => Verdict::NotStarted,
            Stage::Underway => Verdict::Underway,
            Stage::NotCompleted => Verdict::NotCompleted,
            Stage::Completed => Verdict::AlreadyReached,
            Stage::Adjusted => Verdict::Adjusted,
        };
        evaluation.verdict = match status.stage {
            Stage::Adjusted => Verdict::Adjusted,
            Stage::Completed if self.deadline.is_none() => Verdict::Reached,
            Stage::Completed if Some(date) > self.deadline => Verdict::ReachedLate,
            Stage::Completed if evaluation.ended => Verdict::Reached,
            Stage::NotCompleted if evaluation.ended => Verdict::Missed,
            _ if evaluation.ended && Some(date) >= self.deadline => Verdict::Missed,
            _ if evaluation.ended => {
                evaluation.interim = Some(running);
                Verdict::AwaitingFinal
            }
            _ => running,
        };
        if evaluation.verdict == Verdict::ReachedLate {
            evaluation.remarks.push(say!(
                "{date}已完成，晚于目标年份{year}年",
                date = status.date,
                year = self.goal.year.known().unwrap_or_default()
            ));
        }
    }
}
