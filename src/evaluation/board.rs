//! The roll-up: counts with their denominators, by domain and overall. Never an average of percentages.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Evaluation, Group};
use crate::plan::{Domain, NodeKind, Outline, Plan, Target};
use crate::records::{Book, Stage};

/// How many targets stand how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    counts: BTreeMap<Group, usize>,
}

impl Tally {
    fn add(&mut self, group: Group) {
        *self.counts.entry(group).or_default() += 1;
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
        format!("{}项有观测／共{}项", self.observed(), self.total())
    }
}

/// How many tasks have come how far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TaskTally {
    counts: Vec<(Stage, usize)>,
    total: usize,
}

impl TaskTally {
    /// Counts the tasks of the plan with the latest status of each up to a day.
    pub fn of(outline: &Outline, book: &Book, as_of: Date) -> Self {
        let mut tally = Self::default();
        for (_, task) in outline.of_kind(NodeKind::Task) {
            tally.total += 1;
            let status = book.status_of_task(task.address, as_of);
            if let Some(status) = status {
                match tally
                    .counts
                    .iter_mut()
                    .find(|(stage, _)| *stage == status.stage)
                {
                    Some((_, count)) => *count += 1,
                    None => tally.counts.push((status.stage, 1)),
                }
            }
        }
        tally
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
            board.count(target, evaluation, plan.meta.period.end);
        }
        board
    }

    fn count(&mut self, target: &Target, evaluation: &Evaluation, end: u16) {
        if target.year > end {
            self.beyond += 1;
            return;
        }
        let group = evaluation.group();
        self.overall.add(group);
        let leading = target.domains.first();
        let tally = self
            .domains
            .iter_mut()
            .find(|(name, _)| Some(name) == leading);
        if let Some((_, tally)) = tally {
            tally.add(group);
        }
    }
}
