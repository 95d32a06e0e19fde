//! `guihua targets --json`, `guihua target --json`: targets, and how far each has come.

use schemars::JsonSchema;
use serde::Serialize;

use super::{PlanName, Version};
use crate::assessment::Assessment;
use crate::coverage::Link;
use crate::dossier::Dossier;
use crate::evaluation::{self, Baseline, Goal, Group, Measure, Projection, Step, Verdict};
use crate::plan::schema::{Id, Year};
use crate::plan::{
    self, Address, Adjustment, Binding, Citation, Direction, Domain, Duties, Kind, Number,
    ServedBy, Stated, Tier,
};
use crate::records::{Day, Observation, Status};

/// `guihua targets --json`: the targets, each with its evaluation.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "targets")]
pub struct Targets<'a> {
    /// The version of this shape.
    version: Version,
    /// The plan.
    plan: PlanName<'a>,
    /// The day of the evaluation.
    as_of: Day,
    /// The targets, in the order of the plan; those of one domain if one was asked for.
    targets: Vec<EvaluatedTarget<'a>>,
}

impl<'a> Targets<'a> {
    /// Puts targets and their evaluations together.
    pub fn of(
        dossier: &'a Dossier,
        assessment: &'a Assessment,
        targets: &[(&'a plan::Target, &'a evaluation::Evaluation)],
    ) -> Self {
        Self {
            version: Version,
            plan: PlanName::of(&dossier.plan),
            as_of: Day(assessment.as_of),
            targets: targets
                .iter()
                .map(|(target, it)| EvaluatedTarget::of(target, it, dossier))
                .collect(),
        }
    }
}

/// A target with its evaluation.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct EvaluatedTarget<'a> {
    #[serde(flatten)]
    target: TargetOfPlan<'a>,
    /// How far it has come.
    evaluation: Evaluation<'a>,
    /// The tasks that serve it, those that state it first.
    tasks: Vec<ServedBy>,
}

impl<'a> EvaluatedTarget<'a> {
    pub(super) fn of(
        target: &'a plan::Target,
        evaluation: &'a evaluation::Evaluation,
        dossier: &Dossier,
    ) -> Self {
        Self {
            target: TargetOfPlan::of(target),
            evaluation: Evaluation::of(evaluation),
            tasks: dossier.tasks_of(target).map(served_by).collect(),
        }
    }
}

/// `guihua target --json`: one target with everything that is known of it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "target")]
pub struct Target<'a> {
    /// The version of this shape.
    version: Version,
    /// The plan.
    plan: PlanName<'a>,
    /// The day of the evaluation.
    as_of: Day,
    /// The target.
    target: TargetOfPlan<'a>,
    /// How far it has come.
    evaluation: Evaluation<'a>,
    /// Where it would arrive if it went on as so far; only while the term runs, and only where progress is measured.
    #[serde(skip_serializing_if = "Option::is_none")]
    projection: Option<Projected>,
    /// The tasks that serve it, those that state it first.
    tasks: Vec<ServedBy>,
    /// Why one may say so, step by step.
    why: Vec<Reason>,
}

impl<'a> Target<'a> {
    /// Puts together what is known of a target. `None` for one that the judged plan does not have.
    pub fn of(
        dossier: &'a Dossier,
        target: &'a plan::Target,
        assessment: &'a Assessment,
    ) -> Option<Self> {
        let evaluation = assessment.evaluation(target)?;
        let why = evaluation.why(target, &assessment.method).into_iter();
        Some(Self {
            version: Version,
            plan: PlanName::of(&dossier.plan),
            as_of: Day(assessment.as_of),
            target: TargetOfPlan::of(target),
            evaluation: Evaluation::of(evaluation),
            projection: Projection::of(evaluation).map(Projected::of),
            tasks: dossier.tasks_of(target).map(served_by).collect(),
            why: why.map(Reason::of).collect(),
        })
    }
}

fn served_by(link: &Link) -> ServedBy {
    ServedBy {
        task: link.at(),
        origin: link.origin,
    }
}

/// A target as the plan states it, with the keys of plan.yaml.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Target")]
struct TargetOfPlan<'a> {
    /// The id of the target.
    #[schemars(with = "Id")]
    id: &'a str,
    /// The indicator's name (指标名称).
    name: &'a str,
    /// The domains it belongs to, the leading one first.
    domains: &'a [Domain],
    /// How the goal is to be read.
    kind: Kind,
    /// Which way is better, where the kind alone does not say it.
    #[serde(skip_serializing_if = "Option::is_none")]
    direction: Option<Direction>,
    /// The unit of all its figures.
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    /// The figure to reach, with its printed digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    goal: Option<Number>,
    /// The year by whose end it is to be reached; absent where none is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Year")]
    year: Option<u16>,
    /// Whether the year is not the plan's, but taken from its term.
    year_assumed: bool,
    /// Which of the two tiers of goals it belongs to.
    tier: Tier,
    /// Whether the plan calls it binding or expected.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Binding")]
    binding: Option<Binding>,
    /// What is to be reached in earlier years, where the plan sets several dates.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    milestones: &'a [Stated],
    /// Who is to reach it, and until when.
    #[serde(flatten)]
    duties: &'a Duties,
    /// How it was changed after the plan was issued.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    adjusted: &'a [Adjustment],
    /// Why it was proposed by a program, while no person has confirmed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    proposed: Option<&'a str>,
    /// What it is compared with.
    #[serde(skip_serializing_if = "Option::is_none")]
    benchmark: Option<&'a str>,
    /// The id of the target that this one is a component of.
    #[serde(skip_serializing_if = "Option::is_none")]
    part_of: Option<&'a str>,
    /// Where the plan states the goal.
    at: Address,
    /// The words in which it does.
    quote: &'a str,
    /// The figures that the plan itself states for earlier years.
    history: &'a [Stated],
    /// Other places of the plan that state the same goal.
    also: &'a [Citation],
    /// Tasks that serve it, as written in plan.yaml; those whose own text states it come on top, see `tasks`.
    served_by: &'a [ServedBy],
    /// What a reader must know, in the editor's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
}

impl<'a> TargetOfPlan<'a> {
    fn of(target: &'a plan::Target) -> Self {
        Self {
            id: &target.id,
            name: &target.name,
            domains: &target.domains,
            kind: target.kind,
            direction: target.direction,
            unit: target.unit.as_deref(),
            goal: target.goal,
            year: target.year.known(),
            year_assumed: target.year.is_assumed(),
            tier: target.tier,
            binding: target.binding,
            milestones: &target.milestones,
            duties: &target.duties,
            adjusted: &target.adjusted,
            proposed: target.proposed.as_deref(),
            benchmark: target.benchmark.as_deref(),
            part_of: target.part_of.as_deref(),
            at: target.citation.at,
            quote: &target.citation.quote,
            history: &target.history,
            also: &target.also,
            served_by: &target.served_by,
            note: target.note.as_deref(),
        }
    }
}

/// How far a target has come on the day of the evaluation (docs/method.md).
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Evaluation<'a> {
    /// The verdict (结论).
    verdict: Verdict,
    /// With which verdicts it is counted.
    group: Group,
    /// Where the final figure is still missing: what the latest figure amounted to when it was taken. No conclusion.
    #[serde(skip_serializing_if = "Option::is_none")]
    interim: Option<Verdict>,
    /// Whether the figure it rests on may be revised or is an estimate.
    provisional: bool,
    /// The goal that counts on the day: the plan's, or that of a milestone, or an adjusted one.
    goal: Goal,
    /// Whether the last day of that goal has passed.
    ended: bool,
    /// The baseline (基期), where there is one of the same measure.
    #[serde(skip_serializing_if = "Option::is_none")]
    baseline: Option<&'a Baseline>,
    /// The observation that is judged.
    #[serde(skip_serializing_if = "Option::is_none")]
    judged: Option<&'a Observation>,
    /// The status that is judged, for a target without a figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'a Status>,
    /// Every observation up to the day, in the order of time.
    seen: &'a [Observation],
    /// Every observation of a reference area up to the day, in the order of time; never judged.
    references: &'a [Observation],
    /// What is measured, and how much it is.
    measure: &'a Measure,
    /// Where linear progress would be at the time of the judged observation, as a fraction of the way (0.6 is 60%).
    #[serde(skip_serializing_if = "Option::is_none")]
    expected: Option<Number>,
    /// What is missing to the goal, in the target's unit; negative beyond it.
    #[serde(skip_serializing_if = "Option::is_none")]
    gap: Option<Number>,
    /// The year from whose observation on the goal has been met.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Year")]
    met_since: Option<u16>,
    /// The first observation after the goal's year that meets the goal, where the final one did not.
    #[serde(skip_serializing_if = "Option::is_none")]
    met_late: Option<&'a Observation>,
    /// The tolerance that the verdict rests on, as a fraction of the goal (0.01 is 1%); the program's, not the plan's.
    #[serde(skip_serializing_if = "Option::is_none")]
    tolerance: Option<Number>,
    /// Years of the term up to the day that have no figure, where every year counts.
    #[schemars(with = "Vec<Year>")]
    missing: &'a [u16],
    /// What a reader must know beside the verdict.
    #[schemars(extend("x-for-readers" = true))]
    remarks: &'a [String],
}

impl<'a> Evaluation<'a> {
    pub(super) fn of(evaluation: &'a evaluation::Evaluation) -> Self {
        Self {
            verdict: evaluation.verdict,
            group: evaluation.group(),
            interim: evaluation.interim,
            provisional: evaluation.provisional,
            goal: evaluation.goal,
            ended: evaluation.ended,
            baseline: evaluation.baseline.as_ref(),
            judged: evaluation.judged.as_ref(),
            status: evaluation.status.as_ref(),
            seen: &evaluation.seen,
            references: &evaluation.references,
            measure: &evaluation.measure,
            expected: evaluation.expected.map(Number::from),
            gap: evaluation.gap.map(Number::from),
            met_since: evaluation.met_since,
            met_late: evaluation.met_late.as_ref(),
            tolerance: evaluation.tolerance.map(Number::from),
            missing: &evaluation.missing,
            remarks: &evaluation.remarks,
        }
    }
}

/// A projected figure, which is no observation.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Projection")]
struct Projected {
    /// The goal's year.
    #[schemars(with = "Year")]
    year: u16,
    /// The figure for its end, in the target's unit, rounded to one decimal more than the judged observation has.
    value: Number,
    /// How it was worked out.
    #[schemars(extend("x-for-readers" = true))]
    method: String,
}

impl Projected {
    fn of(projection: Projection) -> Self {
        Self {
            year: projection.year,
            value: Number::from(projection.value),
            method: projection.method,
        }
    }
}

/// One step of the reasons.
#[derive(Debug, Serialize, JsonSchema)]
struct Reason {
    /// What it is, such as the formula.
    #[schemars(extend("x-for-readers" = true))]
    label: String,
    /// Its text, of one line.
    #[schemars(extend("x-for-readers" = true))]
    text: String,
}

impl Reason {
    fn of(step: Step) -> Self {
        Self {
            label: step.label.to_owned(),
            text: step.text,
        }
    }
}
