//! Counts of evaluations, by domain and overall. Never an average of percentages.

use std::collections::HashMap;

use jiff::civil::Date;

use super::{Evaluation, Group, Verdict};
use crate::plan::{Domain, Node, NodeKind, Outline, Plan, Target, Tier};
use crate::records::{Book, Stage};
use crate::wording;
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
        let tasks = outline.of_kind(NodeKind::Task);
        Self::of_nodes(tasks.map(|(_, node)| node), book, as_of)
    }

    /// Counts the safeguards (保障措施) of the plan in the same way.
    pub fn of_safeguards(outline: &Outline, book: &Book, as_of: Date) -> Self {
        Self::of_nodes(outline.safeguards(), book, as_of)
    }

    fn of_nodes<'a>(nodes: impl Iterator<Item = &'a Node>, book: &Book, as_of: Date) -> Self {
        let mut tally = Self::default();
        for task in nodes {
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

/// Something told apart for each tier of goals; never added up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ByTier<T> {
    /// For the plan's targets.
    pub targets: T,
    /// For the commitments of direction, which an editor picked.
    pub commitments: T,
}

impl<T> ByTier<T> {
    /// That of one tier.
    pub fn of(&self, tier: Tier) -> &T {
        match tier {
            Tier::Target => &self.targets,
            Tier::Commitment => &self.commitments,
        }
    }

    fn of_mut(&mut self, tier: Tier) -> &mut T {
        match tier {
            Tier::Target => &mut self.targets,
            Tier::Commitment => &mut self.commitments,
        }
    }
}

impl ByTier<Tally> {
    /// The number of both, only to know whether there are any.
    fn is_empty(&self) -> bool {
        self.targets.total() == 0 && self.commitments.total() == 0
    }
}

/// The evaluation board (评估总表): what a person has confirmed, the tiers apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Board {
    /// All goals of the term.
    pub overall: ByTier<Tally>,
    /// By leading domain, in the plan's order.
    pub domains: Vec<(Domain, ByTier<Tally>)>,
    /// Those without a domain; with those of the domains they add up to the overall ones.
    pub undomained: ByTier<Tally>,
    /// How many lie beyond the term (远景目标) and are counted nowhere else.
    pub beyond: ByTier<usize>,
    /// How many were proposed by a program, are not confirmed (待确认), and are counted nowhere else.
    pub proposed: usize,
}

impl Board {
    /// Counts evaluations, which are those of the plan's targets in their order.
    pub fn of(plan: &Plan, evaluations: &[Evaluation]) -> Self {
        let domains = plan.domains.iter();
        let mut board = Self {
            domains: domains
                .map(|domain| (domain.clone(), ByTier::default()))
                .collect(),
            ..Self::default()
        };
        let end = plan.meta.period.map(|term| term.end);
        for (target, evaluation) in plan.targets.iter().zip(evaluations) {
            board.count(target, evaluation, end);
        }
        board
    }

    fn count(&mut self, target: &Target, evaluation: &Evaluation, end: Option<u16>) {
        let tier = target.tier;
        if target.proposed.is_some() {
            self.proposed += 1;
            return;
        }
        if target.year.is_beyond(end) {
            *self.beyond.of_mut(tier) += 1;
            return;
        }
        self.overall.of_mut(tier).add(evaluation);
        let leading = target.domains.first();
        let mut domains = self.domains.iter_mut();
        let own = domains.find(|(name, _)| Some(name) == leading);
        let tallies = own.map_or(&mut self.undomained, |(_, tallies)| tallies);
        tallies.of_mut(tier).add(evaluation);
    }

    /// The counts of a tier by leading domain, and of those without a domain if there are any.
    pub fn rows(&self, tier: Tier) -> Vec<(&str, &Tally)> {
        let domains = self.domains.iter();
        let mut rows: Vec<(&str, &Tally)> = domains
            .map(|(name, tallies)| (name.as_str(), tallies.of(tier)))
            .collect();
        if !self.undomained.is_empty() {
            rows.push((tr("未分领域"), self.undomained.of(tier)));
        }
        rows
    }

    /// The tiers that have anything to count, the plan's targets always.
    pub fn tiers(&self) -> impl Iterator<Item = Tier> {
        let tiers = Tier::ALL.into_iter().map(|(_, tier)| tier);
        let has_any = |tier: &Tier| {
            *tier == Tier::Target || self.overall.of(*tier).total() + self.beyond.of(*tier) > 0
        };
        tiers.filter(has_any).collect::<Vec<_>>().into_iter()
    }

    /// The counts of a tier in a phrase: `规划目标2项有观测／共40项；另有远景目标1项不计入`.
    pub fn text(&self, tier: Tier) -> String {
        let counts = say!(
            "{tier}{counts}",
            tier = wording::head(tr(tier.counted())),
            counts = self.overall.of(tier).text()
        );
        match self.beyond.of(tier) {
            0 => counts,
            beyond => say!("{counts}；另有远景目标{beyond}项不计入", counts, beyond),
        }
    }

    /// What is not confirmed, in a phrase: `待确认3项，不计入`. `None` if there is nothing.
    pub fn unconfirmed(&self) -> Option<String> {
        let count = self.proposed;
        (count > 0).then(|| say!("待确认{count}项（程序提出，尚无人确认），不计入", count))
    }
}
