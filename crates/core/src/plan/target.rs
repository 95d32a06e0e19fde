//! Targets (指标): what the plan promises to reach, with the sentence that says so.

mod needs;

use borsh::{BorshDeserialize as Unpack, BorshSerialize as Pack};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Address, Domain, Duties, Number, schema};

/// One goal of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema)]
#[schemars(transform = needs::of_kinds)]
pub struct Target {
    /// A stable name for records and commands, in kebab-case.
    #[schemars(with = "schema::Id")]
    pub id: String,
    /// The indicator's short name in the words of the plan (指标名称).
    pub name: String,
    /// The domains (领域) it belongs to, the leading one first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub domains: Vec<Domain>,
    /// Whether it is a target or a commitment of direction.
    #[serde(default, skip_serializing_if = "Tier::is_target")]
    pub tier: Tier,
    /// Whether the plan calls it binding or expected (约束性、预期性); absent where it says neither.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Binding")]
    pub binding: Option<Binding>,
    /// How the goal is to be read.
    pub kind: Kind,
    /// Which way is better, where the kind alone does not say it: for the kinds direction and relative.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// The unit of all its figures; none where the plan prints none, as of an index.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The figure to reach; none where the plan gives none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<Number>,
    /// The year by whose end it is to be reached.
    #[serde(default, skip_serializing_if = "GoalYear::is_unstated")]
    pub year: GoalYear,
    /// What is to be reached in earlier years, where the plan sets several dates for one target; by year.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub milestones: Vec<Stated>,
    /// What it is compared with, for the kinds relative and in-step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub benchmark: Option<String>,
    /// The id of the target that this one is a component of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "schema::Id")]
    pub part_of: Option<String>,
    /// Where the goal stands, and its words.
    #[serde(flatten)]
    pub citation: Citation,
    /// Figures that the plan itself states for earlier years, only where they measure the same thing; by year.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<Stated>,
    /// Other places of the plan that state the same goal.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Citation>,
    /// Who is to reach it, and until when.
    #[serde(flatten)]
    pub duties: Duties,
    /// How it was changed after the plan was issued, by date.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub adjusted: Vec<Adjustment>,
    /// Tasks that serve it, beside those whose own text states it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub served_by: Vec<ServedBy>,
    /// Why it was proposed by a program and no person has confirmed it yet; absent once one has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub proposed: Option<String>,
    /// What a reader must know, in our words (编者注).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Target {
    /// Whether the goal has no figure to be compared with, so that only a person's record can tell (定性).
    pub fn is_judged_by_record(&self) -> bool {
        match self.kind {
            Kind::Qualitative => true,
            Kind::FullCoverage => self.goal.is_none(),
            _ => false,
        }
    }

    /// The unit in which figures of the target are recorded: the plan's own, percent for growth and for the levels of a
    /// change in percentage points. `None` where the plan prints none.
    pub fn recorded_unit(&self) -> Option<&str> {
        match (self.kind, self.unit.as_deref()) {
            (Kind::ChangeBy, Some("个百分点")) | (Kind::InStep | Kind::AnnualGrowth, None) => {
                Some("%")
            }
            (_, unit) => unit,
        }
    }

    /// Its place in lists that lead with what binds most: targets before commitments, what has a figure to reach before
    /// what has none, and last what no person has confirmed.
    pub fn rank(&self) -> (bool, Tier, bool) {
        (self.proposed.is_some(), self.tier, self.goal.is_none())
    }

    /// The figure that the plan states for a year, if it does.
    pub fn stated(&self, year: u16) -> Option<&Stated> {
        self.history.iter().find(|stated| stated.year == year)
    }

    /// The latest figure that the plan states for a year before the goal's: the base from which the goal is counted (基期).
    pub fn baseline(&self) -> Option<&Stated> {
        self.baseline_of(self.year)
    }

    /// The same for a goal of another year, such as a milestone.
    pub fn baseline_of(&self, goal: GoalYear) -> Option<&Stated> {
        let goal = goal.known();
        self.history
            .iter()
            .filter(|stated| goal.is_none_or(|goal| stated.year < goal))
            .max_by_key(|stated| stated.year)
    }
}

/// Which of the two tiers of goals it belongs to; they are always told and counted apart.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    Pack,
    Unpack,
    JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Tier {
    /// A target of the plan (指标、目标): quantified, compared, or a state to be reached.
    #[default]
    Target,
    /// A commitment of direction (方向性要求), picked from the text by an editor.
    Commitment,
}

impl Tier {
    /// Every tier with the word that plan files use for it.
    pub const ALL: [(&'static str, Self); 2] =
        [("target", Self::Target), ("commitment", Self::Commitment)];

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde hands over a reference"
    )]
    fn is_target(&self) -> bool {
        *self == Self::Target
    }

    /// The word for readers.
    pub fn label(self) -> &'static str {
        match self {
            Self::Target => "规划目标",
            Self::Commitment => "方向性要求",
        }
    }

    /// What a count of them is called. That of commitments is not the plan's own number.
    pub fn counted(self) -> &'static str {
        match self {
            Self::Target => "规划目标",
            Self::Commitment => "编者列出的方向性要求",
        }
    }
}

/// What the plan calls a target.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Pack, Unpack, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Binding {
    /// Binding (约束性).
    Binding,
    /// Expected (预期性).
    Expected,
}

impl Binding {
    /// Every word with the one that plan files use for it.
    pub const ALL: [(&'static str, Self); 2] =
        [("binding", Self::Binding), ("expected", Self::Expected)];

    /// The word for readers.
    pub fn label(self) -> &'static str {
        match self {
            Self::Binding => "约束性",
            Self::Expected => "预期性",
        }
    }
}

/// The year of a goal, and who says so. In a plan file only a stated year is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Pack, Unpack)]
pub enum GoalYear {
    /// The plan states it.
    Stated(u16),
    /// The plan does not; it is taken to be the last year of the term.
    Assumed(u16),
    /// Neither the goal nor the plan as a whole names a year.
    #[default]
    Unknown,
}

impl GoalYear {
    /// The year, stated or assumed.
    pub fn known(self) -> Option<u16> {
        match self {
            Self::Stated(year) | Self::Assumed(year) => Some(year),
            Self::Unknown => None,
        }
    }

    /// Whether it is known to lie after the last year of the term, which a plan may not have.
    pub fn is_beyond(self, end: Option<u16>) -> bool {
        matches!((self.known(), end), (Some(year), Some(end)) if year > end)
    }

    /// Whether it is assumed from the term.
    pub fn is_assumed(self) -> bool {
        matches!(self, Self::Assumed(_))
    }

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde hands over a reference"
    )]
    fn is_unstated(&self) -> bool {
        !matches!(self, Self::Stated(_))
    }
}

impl Serialize for GoalYear {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Serialize::serialize(&self.known(), serializer)
    }
}

impl<'de> Deserialize<'de> for GoalYear {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let year = <Option<u16> as Deserialize>::deserialize(deserializer)?;
        Ok(year.map_or(Self::Unknown, Self::Stated))
    }
}

schema::inline_schema!(GoalYear, "GoalYear", schema::year);

/// A change of a target after the plan was issued.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema)]
pub struct Adjustment {
    /// The day of the change, `YYYY-MM-DD`.
    #[schemars(with = "schema::IssueDate")]
    pub date: String,
    /// The document that makes it, with its number.
    pub document: String,
    /// The figure before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Number")]
    pub was: Option<Number>,
    /// The figure since; absent where the target was given up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Number")]
    pub goal: Option<Number>,
}

/// Words of the plan and the place where they stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema)]
pub struct Citation {
    /// The paragraph.
    pub at: Address,
    /// Words of the restored reading that occur there exactly once.
    pub quote: String,
}

/// A task that serves a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema)]
pub struct ServedBy {
    /// The task.
    pub task: Address,
    /// Who says so.
    pub origin: LinkOrigin,
}

/// Who says that a task serves a target.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Pack, Unpack, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum LinkOrigin {
    /// The text (原文).
    Given,
    /// The editor, by the meaning of both (编者判断).
    Judged,
}

impl LinkOrigin {
    /// Every origin with the word plan.yaml uses for it.
    pub const ALL: [(&'static str, Self); 2] = [("given", Self::Given), ("judged", Self::Judged)];

    /// The word for readers.
    pub fn label(self) -> &'static str {
        match self {
            Self::Given => "原文",
            Self::Judged => "编者判断",
        }
    }
}

/// A figure that the plan states for a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema)]
pub struct Stated {
    /// The year at whose end it holds.
    #[schemars(with = "schema::Year")]
    pub year: u16,
    /// The figure, in the target's unit.
    pub value: Number,
    /// Where the plan says so.
    #[serde(flatten)]
    pub citation: Citation,
}

/// Which way an indicator is meant to move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// More is better.
    Up,
    /// Less is better.
    Down,
}

/// How a goal is to be read.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Pack, Unpack, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Rise to the goal (提高到、达到).
    IncreaseTo,
    /// Fall to the goal (降低到).
    DecreaseTo,
    /// Close to the goal, on either side (左右).
    About,
    /// The goal or more (以上).
    AtLeast,
    /// The goal or less at the end (以内、以下).
    AtMost,
    /// The goal or less in every year of the term (控制在……以内).
    KeepBelow,
    /// A total over the whole term (累计).
    Cumulative,
    /// Everyone or everything (全覆盖、全面普及).
    FullCoverage,
    /// Better than a benchmark such as the city's average (低于全市平均水平).
    Relative,
    /// Growth in step with something else (同步).
    InStep,
    /// Grow by so many percent a year on average (年均增长).
    AnnualGrowth,
    /// Change by so many percent over the whole term (五年累计降低).
    PeriodChange,
    /// Change by an amount, which is no level (提高0.5个百分点).
    ChangeBy,
    /// A goal that is set anew every year (逐年另定).
    SetYearly,
    /// A quantity of which only the direction is given (继续提高).
    Direction,
    /// A goal without a quantity (基本形成).
    Qualitative,
}

impl Kind {
    /// Every kind, with the word plan.yaml uses for it and the word shown to readers.
    pub const ALL: [(Self, &'static str, &'static str); 16] = [
        (Self::IncreaseTo, "increase-to", "增至"),
        (Self::DecreaseTo, "decrease-to", "减至"),
        (Self::About, "about", "约为"),
        (Self::AtLeast, "at-least", "不低于"),
        (Self::AtMost, "at-most", "不高于"),
        (Self::KeepBelow, "keep-below", "全期不超过"),
        (Self::Cumulative, "cumulative", "累计达到"),
        (Self::FullCoverage, "full-coverage", "全覆盖"),
        (Self::Relative, "relative", "优于对照"),
        (Self::InStep, "in-step", "保持同步"),
        (Self::AnnualGrowth, "annual-growth", "年均增长"),
        (Self::PeriodChange, "period-change", "累计变化"),
        (Self::ChangeBy, "change-by", "变化幅度"),
        (Self::SetYearly, "set-yearly", "逐年另定"),
        (Self::Direction, "direction", "定方向"),
        (Self::Qualitative, "qualitative", "定性"),
    ];

    /// Whether it is nothing without a figure to reach.
    pub fn needs_goal(self) -> bool {
        matches!(
            self,
            Self::IncreaseTo
                | Self::DecreaseTo
                | Self::About
                | Self::AtLeast
                | Self::AtMost
                | Self::KeepBelow
                | Self::Cumulative
                | Self::AnnualGrowth
                | Self::PeriodChange
                | Self::ChangeBy
        )
    }

    /// Whether it is nothing without something to compare with.
    pub fn needs_benchmark(self) -> bool {
        matches!(self, Self::Relative | Self::InStep)
    }

    /// Whether every year counts, so that its figures are those of years.
    pub fn is_yearly(self) -> bool {
        matches!(
            self,
            Self::KeepBelow
                | Self::Cumulative
                | Self::Relative
                | Self::InStep
                | Self::AnnualGrowth
                | Self::SetYearly
        )
    }

    /// Whether a record carries a second figure to compare with: a benchmark's, or the goal of its year.
    pub fn takes_benchmark(self) -> bool {
        matches!(self, Self::Relative | Self::InStep | Self::SetYearly)
    }

    /// Whether its figures are rates of growth, in percent.
    pub fn is_growth(self) -> bool {
        matches!(self, Self::InStep | Self::AnnualGrowth)
    }

    /// Whether it has to be said which way is better.
    pub fn needs_direction(self) -> bool {
        matches!(
            self,
            Self::Direction
                | Self::Relative
                | Self::PeriodChange
                | Self::ChangeBy
                | Self::SetYearly
        )
    }

    /// The word that readers see.
    pub fn label(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(kind, ..)| *kind == self)
            .map_or("", |(_, _, label)| label)
    }
}
