//! The roll-up: counts with their denominators, by domain and overall. Never an average of percentages.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Evaluation, Group, Verdict};
use crate::plan::{Domain, NodeKind, Outline, Plan, Target};
use crate::records::{Book, Stage};
use crate::words::{say, tr};

/// How many targets stand how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    counts: BTreeMap<Group, usize>,
    /// How many of a group came to it by a verdict that is never passed over in silence.
    apart: BTreeMap<Group, Vec<(Verdict, usize)>>,
}

/// Verdicts that are told apart within their group: met by rounding only, met too late, missed by too much.
const APART: [Verdict; 3] = [
    Verdict::ReachedByRounding,
    Verdict::ReachedLate,
    Verdict::BeyondRange,
];

impl Tally {
    fn add(&mut self, evaluation: &Evaluation) {
        let group = evaluation.group();
        *self.counts.entry(group).or_default() += 1;
        if !APART.contains(&evaluation.verdict) {
            return;
        }
        let apart = self.apart.entry(group).or_default();
        match apart
            .iter_mut()
            .find(|(verdict, _)| *verdict == evaluation.verdict)
        {
            Some((_, count)) => *count += 1,
            None => apart.push((evaluation.verdict, 1)),
        }
    }

    /// `已实现6项（其中四舍五入后达到2项）`.
    pub fn told(&self, group: Group) -> String {
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
        let counts = self.apart.get(&group);
        let count = |verdict: Verdict| counts?.iter().find(|(known, _)| *known == verdict);
        let each = APART
            .into_iter()
            .filter_map(count)
            .map(|(verdict, count)| say!("{verdict}{count}项", verdict = verdict.label(), count));
        each.collect::<Vec<_>>().join(tr("、"))
    }

    /// What must be known of the counts: `已实现6项（其中四舍五入后达到2项）` for each group that holds such verdicts.
    pub fn apart(&self) -> Vec<String> {
        let groups = Group::ALL
            .iter()
            .filter(|group| self.apart.contains_key(group));
        groups.map(|group| self.told(*group)).collect()
    }

    /// How many are in a group.
    pub fn count(&self, group: Group) -> usize {
        self.counts.get(&group).copied().unwrap_or(0)
    }

    /// How many there are.
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

/// How many tasks (or safeguards) have come how far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TaskTally {
    counts: Vec<(Stage, usize)>,
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
                tally.add(status.stage);
            }
        }
        tally
    }

    fn add(&mut self, stage: Stage) {
        match self.counts.iter_mut().find(|(known, _)| *known == stage) {
            Some((_, count)) => *count += 1,
            None => self.counts.push((stage, 1)),
        }
    }

    /// How many have come so far.
    pub fn count(&self, stage: Stage) -> usize {
        let found = self.counts.iter().find(|(known, _)| *known == stage);
        found.map_or(0, |(_, count)| *count)
    }

    /// How many there are.
    pub fn total(&self) -> usize {
        self.total
    }

    /// How many have any record.
    pub fn recorded(&self) -> usize {
        self.counts.iter().map(|(_, count)| count).sum()
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
        let mut board = Self {
            overall: Tally::default(),
            domains: Vec::new(),
            beyond: 0,
        };
        for domain in &plan.domains {
            board.domains.push((domain.clone(), Tally::default()));
        }
        for (target, evaluation) in plan.targets.iter().zip(evaluations) {
            board.count(target, evaluation, plan.meta.term().end);
        }
        board
    }

    fn count(&mut self, target: &Target, evaluation: &Evaluation, end: u16) {
        if target.year.last() > end {
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
