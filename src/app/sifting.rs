//! What decides which targets the list shows and in what order; kept as long as the program runs.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use crate::evaluation::{Evaluation, Group, Measure};
use crate::plan::{Kind, Plan, Target, Tier};
use crate::words::tr;

/// The order of targets within their groups.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// That of the plan.
    #[default]
    Plan,
    /// By verdict, the worst first.
    Verdict,
    /// By progress, the least first.
    Progress,
    /// By the latest figure, the greatest first.
    Latest,
    /// By the goal, the greatest first.
    Goal,
    /// By the baseline, the greatest first.
    Baseline,
}

impl Order {
    /// Every order with its name, in the order in which one key goes through them.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::Plan, "规划里的先后"),
        (Self::Verdict, "结论，差的在前"),
        (Self::Progress, "进度，低的在前"),
        (Self::Latest, "最新值，大的在前"),
        (Self::Goal, "目标值，大的在前"),
        (Self::Baseline, "基期值，大的在前"),
    ];

    /// The next one, with its name.
    pub(super) fn next(self) -> (Self, &'static str) {
        let at = Self::ALL.iter().position(|(it, _)| *it == self);
        let next = at.map_or(0, |at| (at + 1) % Self::ALL.len());
        Self::ALL.get(next).copied().unwrap_or(Self::ALL[0])
    }

    /// Compares two targets; what has no figure comes last.
    pub(super) fn compare(
        self,
        one: (&Target, &Evaluation),
        other: (&Target, &Evaluation),
    ) -> Ordering {
        let first_known = |one: Option<Decimal>, other: Option<Decimal>| match (one, other) {
            (Some(one), Some(other)) => one.cmp(&other),
            (one, other) => one.is_none().cmp(&other.is_none()),
        };
        let greatest = |of: fn((&Target, &Evaluation)) -> Option<Decimal>| {
            first_known(of(one).map(|it| -it), of(other).map(|it| -it))
        };
        match self {
            Self::Plan => Ordering::Equal,
            Self::Verdict => urgency(one.1.group()).cmp(&urgency(other.1.group())),
            Self::Progress => first_known(share(one.1), share(other.1)),
            Self::Latest => greatest(|(_, it)| Some(it.latest()?.value.decimal())),
            Self::Goal => greatest(|(_, it)| Some(it.goal.value?.decimal())),
            Self::Baseline => greatest(|(_, it)| Some(it.baseline.as_ref()?.value.decimal())),
        }
    }
}

/// Where a group stands if the worst comes first.
fn urgency(group: Group) -> usize {
    let order = [
        Group::Missed,
        Group::Behind,
        Group::Open,
        Group::OnCourse,
        Group::Reached,
        Group::NoData,
    ];
    order.iter().position(|it| *it == group).unwrap_or(0)
}

/// How far a target has come, as a share of something: of the way, of a sum, of the years.
fn share(evaluation: &Evaluation) -> Option<Decimal> {
    match evaluation.measure {
        Measure::YearsMet { met, observed, .. } => Decimal::from(met).checked_div(observed.into()),
        Measure::Margin { value } => {
            let goal = evaluation.goal.value?.decimal();
            (goal + value).checked_div(goal)
        }
        _ => evaluation.fraction(),
    }
}

/// A reason to show a target. Those of one kind are alternatives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// It has data, or none.
    Data(Data),
    /// Its verdict is of this group.
    Verdict(Group),
    /// It is of this tier.
    Tier(Tier),
    /// Its goal is read so.
    Kind(Kind),
    /// A program proposed it, and no person has confirmed it.
    Proposed,
}

/// Whether anything was recorded of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Data {
    /// Something was.
    Some,
    /// Nothing was.
    None,
}

impl Choice {
    /// All choices that a plan gives, by what they ask for.
    pub fn all(plan: &Plan) -> Vec<Self> {
        let has_kind = |kind: &Kind| plan.targets.iter().any(|target| target.kind == *kind);
        let kinds = Kind::ALL.into_iter().map(|(kind, ..)| kind);
        let data = [Self::Data(Data::Some), Self::Data(Data::None)];
        let groups = Group::ALL.into_iter().filter(|it| *it != Group::NoData);
        let is_proposed = |target: &Target| target.proposed.is_some();
        let proposed = plan.targets.iter().any(is_proposed);
        data.into_iter()
            .chain(proposed.then_some(Self::Proposed))
            .chain(groups.map(Self::Verdict))
            .chain(Tier::ALL.into_iter().map(|(_, tier)| Self::Tier(tier)))
            .chain(kinds.filter(has_kind).map(Self::Kind))
            .collect()
    }

    /// What it asks for, and its name.
    pub fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Data(Data::Some) => (tr("数据"), tr("有监测数据")),
            Self::Data(Data::None) => (tr("数据"), Group::NoData.label()),
            Self::Verdict(group) => (tr("结论"), group.label()),
            Self::Tier(tier) => (tr("层次"), tr(tier.label())),
            Self::Kind(kind) => (tr("类型"), tr(kind.label())),
            Self::Proposed => (tr("确认"), tr("待确认")),
        }
    }

    fn admits(self, target: &Target, evaluation: &Evaluation) -> bool {
        let has_data = evaluation.group() != Group::NoData;
        match self {
            Self::Data(data) => has_data == (data == Data::Some),
            Self::Verdict(group) => evaluation.group() == group,
            Self::Tier(tier) => target.tier == tier,
            Self::Kind(kind) => target.kind == kind,
            Self::Proposed => target.proposed.is_some(),
        }
    }
}

/// Which targets are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The choices; of those that ask for the same, one has to hold.
    pub choices: Vec<Choice>,
    /// Whether only those are shown that the counts count: confirmed, and of the term.
    pub only_counted: bool,
}

impl Filter {
    /// Whether everything is shown.
    pub fn is_off(&self) -> bool {
        *self == Self::default()
    }

    /// Chooses, or takes the choice back.
    pub fn toggle(&mut self, choice: Choice) {
        self.only_counted = false;
        match self.choices.iter().position(|it| *it == choice) {
            Some(at) => {
                self.choices.remove(at);
            }
            None => self.choices.push(choice),
        }
    }

    /// Whether a target is shown; `end` is the last year of the term.
    pub fn admits(&self, target: &Target, evaluation: &Evaluation, end: Option<u16>) -> bool {
        let is_counted = target.proposed.is_none() && !target.year.is_beyond(end);
        let same = |one: &Choice, other: &Choice| {
            std::mem::discriminant(one) == std::mem::discriminant(other)
        };
        let holds = |choice: &Choice| {
            let mut alternatives = self.choices.iter().filter(|it| same(it, choice));
            alternatives.any(|it| it.admits(target, evaluation))
        };
        (is_counted || !self.only_counted) && self.choices.iter().all(holds)
    }

    /// What is chosen, in words: `未达到、进展滞后`.
    pub fn words(&self) -> String {
        let names = self.choices.iter().map(|choice| choice.names().1);
        names.collect::<Vec<_>>().join(tr("、"))
    }
}
