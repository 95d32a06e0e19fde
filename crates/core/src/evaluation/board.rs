//! Counts of evaluations, by domain and overall. Never an average of percentages.

use std::collections::HashMap;

use jiff::civil::Date;

use super::{Evaluation, Group, Verdict};
use crate::plan::{Domain, NodeKind, Outline, Plan, Target};
use crate::records::{Book, Stage};
use crate::words::{say, tr};

/// Counts of targets by group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    counts: HashMap<Group, usize>,
    /// Of each group, how many have a verdict of [`APART`].
    apart: HashMap<(Group, Verdict), usize>,
}

/// Verdicts that are always stated beside the count of their group.
const APART: [Verdict; 3] = [
    Verdict::ReachedByRounding,
    Verdict::ReachedLate,
    Verdict::BeyondRange,
];

impl Tally {
    fn add(&mut self, evaluation: &Evaluation) {
        let group = evaluation.group();
        *self.counts.entry(group).or_default() += 1;
        if APART.contains(&evaluation.verdict) {
            *self.apart.entry((group, evaluation.verdict)).or_default() += 1;
        }
    }

    /// `已实现6项（其中四舍五入后达到2项）`.
    pub fn group_text(&self, group: Group) -> String {
        let all = say!(
            "{group}{count}项",
            group = group.label(),
            count = self.count(group)
        );
        match self.within(group) {
            within if within.is_empty() => all,
            within => say!("{all}（其中{within}）", all, within),
        }
    }

    /// `四舍五入后达到2项`; empty for a group without such verdicts.
    fn within(&self, group: Group) -> String {
        let each = APART.into_iter().filter_map(|verdict| {
            let count = self.apart.get(&(group, verdict))?;
            Some(say!("{verdict}{count}项", verdict = verdict.label(), count))
        });
        each.collect::<Vec<_>>().join(tr("、"))
    }

    /// [`Self::group_text`] of each group with verdicts to state.
    pub fn apart(&self) -> Vec<String> {
        let groups = Group::ALL.into_iter();
        let groups = groups.filter(|group| !self.within(*group).is_empty());
        groups.map(|group| self.group_text(group)).collect()
    }

    /// How many are in a group.
    pub fn count(&self, group: Group) -> usize {
        self.counts.get(&group).copied().unwrap_or(0)
    }

    /// The number of targets.
    pub fn total(&self) -> usize {
        self.counts.values().sum()
    }

    /// How many have any data.
    pub fn observed(&self) -> usize {
        self.total() - self.count(Group::NoData)
    }

    /// `2项有观测／共75项`.
    pub fn text(&self) -> String {
        say!(
            "{observed}项有观测／共{total}项",
            observed = self.observed(),
            total = self.total()
        )
    }
}

/// Counts of tasks (or safeguards) by status.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TaskTally {
    counts: HashMap<Stage, usize>,
    total: usize,
}

impl TaskTally {
    /// Counts the tasks of the plan with the latest status of each up to a day.
    pub fn of(outline: &Outline, book: &Book, as_of: Date) -> Self {
        Self::of_kind(NodeKind::Task, outline, book, as_of)
    }

    /// Counts the safeguards (保障措施) of the plan in the same way.
    pub fn of_safeguards(outline: &Outline, book: &Book, as_of: Date) -> Self {
        Self::of_kind(NodeKind::RunIn, outline, book, as_of)
    }

    fn of_kind(kind: NodeKind, outline: &Outline, book: &Book, as_of: Date) -> Self {
        let mut tally = Self::default();
        for (_, task) in outline.of_kind(kind) {
            tally.total += 1;
            if let Some(status) = book.status_of_task(task.address, as_of) {
                *tally.counts.entry(status.stage).or_default() += 1;
            }
        }
        tally
    }

    /// How many have this status.
    pub fn count(&self, stage: Stage) -> usize {
        self.counts.get(&stage).copied().unwrap_or(0)
    }

    /// The number of tasks.
    pub fn total(&self) -> usize {
        self.total
    }

    /// How many have a status.
    pub fn recorded(&self) -> usize {
        self.counts.values().sum()
    }
}

/// The evaluation board (评估总表).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Board {
    /// All targets of the term.
    pub overall: Tally,
    /// By leading domain, in the plan's order, so that the counts add up to the overall ones.
    pub domains: Vec<(Domain, Tally)>,
    /// How many targets lie beyond the term (远景目标) and are counted nowhere else.
    pub beyond: usize,
}

impl Board {
    /// Counts evaluations, which are those of the plan's targets in their order.
    pub fn of(plan: &Plan, evaluations: &[Evaluation]) -> Self {
        let domains = plan.domains.iter();
        let mut board = Self {
            overall: Tally::default(),
            domains: domains
                .map(|domain| (domain.clone(), Tally::default()))
                .collect(),
            beyond: 0,
        };
        for (target, evaluation) in plan.targets.iter().zip(evaluations) {
            board.count(target, evaluation, plan.meta.period.map(|term| term.end));
        }
        board
    }

    fn count(&mut self, target: &Target, evaluation: &Evaluation, end: Option<u16>) {
        if target.year.is_beyond(end) {
            self.beyond += 1;
            return;
        }
        self.overall.add(evaluation);
        let leading = target.domains.first();
        let tally = self
            .domains
            .iter_mut()
            .find(|(name, _)| Some(name) == leading);
        if let Some((_, tally)) = tally {
            tally.add(evaluation);
        }
    }
}
