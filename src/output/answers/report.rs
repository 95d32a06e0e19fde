//! `guihua report --format json`: the evaluation, with the texts of the report beside the figures.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::lookup::{Measure, measures};
use super::targets::Evaluation;
use super::{PlanName, Version};
use crate::assessment::Assessment;
use crate::dossier::Dossier;
use crate::evaluation::{self, Board, Group};
use crate::output::report::{self, SectionPart};
use crate::plan::schema::Id;
use crate::plan::{Address, Node, NodeKind, Plan, Tier};
use crate::records::{Day, Stage, Status};

/// `guihua report --format json`: the evaluation of the whole plan.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "report")]
pub struct Report<'a> {
    /// The version of this shape.
    version: Version,
    /// The plan.
    plan: PlanName<'a>,
    /// The day of the evaluation.
    as_of: Day,
    /// The title of the report.
    #[schemars(extend("x-for-readers" = true))]
    title: &'a str,
    /// The plan with its document number, issuer and date.
    #[schemars(extend("x-for-readers" = true))]
    cited: &'a str,
    /// The counts in sentences.
    #[schemars(extend("x-for-readers" = true))]
    summary: &'a [String],
    /// The counts.
    counts: Counts<'a>,
    /// The targets by tier and leading domain, in the order of the plan; at the end those beyond the term and those not confirmed.
    sections: Vec<Section<'a>>,
    /// The tasks by how far they have come; at the end those without a record.
    tasks: Vec<Stand<'a>>,
    /// What an analyst wrote on issues and their causes.
    issues: Words<'a>,
    /// What an analyst advises.
    advice: Words<'a>,
    /// What has to be collected.
    missing: Vec<Missing<'a>>,
    /// The method in a paragraph.
    #[schemars(extend("x-for-readers" = true))]
    method: &'a str,
}

impl<'a> Report<'a> {
    /// An assessment, with the texts of the report on it.
    pub fn of(dossier: &'a Dossier, assessment: &'a Assessment, texts: &'a report::Report) -> Self {
        let plan = &dossier.plan;
        Self {
            version: Version,
            plan: PlanName::of(plan),
            as_of: Day(assessment.as_of),
            title: &texts.title,
            cited: &texts.plan,
            summary: &texts.summary,
            counts: Counts::of(plan, &assessment.board),
            sections: texts
                .domains
                .iter()
                .map(|section| Section::of(section, assessment))
                .collect(),
            tasks: stands(dossier, assessment.as_of),
            issues: Words::of(&texts.issues),
            advice: Words::of(&texts.advice),
            missing: texts.missing.iter().map(Missing::of).collect(),
            method: &texts.method,
        }
    }
}

/// How many goals stand how: the tiers apart, and never to be added up.
#[derive(Debug, Serialize, JsonSchema)]
struct Counts<'a> {
    /// The plan's targets.
    targets: TierCounts<'a>,
    /// The commitments of direction, which an editor picked.
    commitments: TierCounts<'a>,
    /// How many a program proposed and no person has confirmed; in neither of the two.
    proposed: usize,
}

/// How many goals of a tier stand how. Those beyond the term are counted apart.
#[derive(Debug, Serialize, JsonSchema)]
struct TierCounts<'a> {
    /// All of the term.
    overall: Tally,
    /// By leading domain.
    domains: Vec<DomainTally<'a>>,
    /// Those without a domain; with those of the domains they add up to the overall ones.
    undomained: Tally,
    /// How many lie beyond the term (远景目标).
    beyond_term: usize,
}

impl<'a> Counts<'a> {
    fn of(plan: &'a Plan, board: &Board) -> Self {
        Self {
            targets: TierCounts::of(Tier::Target, plan, board),
            commitments: TierCounts::of(Tier::Commitment, plan, board),
            proposed: board.proposed,
        }
    }
}

impl<'a> TierCounts<'a> {
    fn of(tier: Tier, plan: &'a Plan, board: &Board) -> Self {
        let tallies = plan.domains.iter().zip(&board.domains);
        let of_domain = tallies.map(|(domain, (_, tallies))| DomainTally {
            domain,
            tally: Tally::of(tallies.of(tier)),
        });
        Self {
            overall: Tally::of(board.overall.of(tier)),
            domains: of_domain.collect(),
            undomained: Tally::of(board.undomained.of(tier)),
            beyond_term: *board.beyond.of(tier),
        }
    }
}

/// The counts of one domain.
#[derive(Debug, Serialize, JsonSchema)]
struct DomainTally<'a> {
    /// The domain.
    domain: &'a str,
    #[serde(flatten)]
    tally: Tally,
}

/// How many targets stand how.
#[derive(Debug, Serialize, JsonSchema)]
struct Tally {
    /// All.
    total: usize,
    /// Those with any data.
    observed: usize,
    /// Of the group `reached` (已实现).
    reached: usize,
    /// Of the group `on-course` (进展正常).
    on_course: usize,
    /// Of the group `behind` (进展滞后).
    behind: usize,
    /// Of the group `missed` (未达到).
    missed: usize,
    /// Of the group `open` (待评判).
    open: usize,
    /// Of the group `no-data` (尚无监测数据).
    no_data: usize,
}

impl Tally {
    fn of(tally: &evaluation::Tally) -> Self {
        Self {
            total: tally.total(),
            observed: tally.observed(),
            reached: tally.count(Group::Reached),
            on_course: tally.count(Group::OnCourse),
            behind: tally.count(Group::Behind),
            missed: tally.count(Group::Missed),
            open: tally.count(Group::Open),
            no_data: tally.count(Group::NoData),
        }
    }
}

/// The targets of one tier and domain.
#[derive(Debug, Serialize, JsonSchema)]
struct Section<'a> {
    /// Of which tier they are, or why they stand apart.
    part: SectionPart,
    /// The domain; missing for targets without one, beyond the term or not confirmed.
    #[serde(skip_serializing_if = "Option::is_none")]
    domain: Option<&'a str>,
    /// Its targets.
    targets: Vec<Row<'a>>,
}

impl<'a> Section<'a> {
    fn of(section: &'a report::Section, assessment: &'a Assessment) -> Self {
        let row = |texts: &'a report::Row| {
            let evaluation = assessment.evaluations.get(texts.index)?;
            Some(Row {
                id: &texts.id,
                name: &texts.name,
                evaluation: Evaluation::of(evaluation),
                cells: Cells::of(texts),
            })
        };
        Self {
            part: section.part,
            domain: section.domain.as_deref(),
            targets: section.rows.iter().filter_map(row).collect(),
        }
    }
}

/// One target of the evaluation table.
#[derive(Debug, Serialize, JsonSchema)]
struct Row<'a> {
    /// The id of the target.
    #[schemars(with = "Id")]
    id: &'a str,
    /// Its name.
    name: &'a str,
    /// How far it has come.
    evaluation: Evaluation<'a>,
    /// The cells of the table in the other formats of the report.
    cells: Cells<'a>,
}

/// The cells of a row. An empty one is missing.
#[derive(Debug, Serialize, JsonSchema)]
struct Cells<'a> {
    /// The baseline with its year.
    #[serde(skip_serializing_if = "str::is_empty")]
    #[schemars(extend("x-for-readers" = true))]
    baseline: &'a str,
    /// The goal with its year.
    #[serde(skip_serializing_if = "str::is_empty")]
    #[schemars(extend("x-for-readers" = true))]
    goal: &'a str,
    /// The latest figure or status with its time.
    #[serde(skip_serializing_if = "str::is_empty")]
    #[schemars(extend("x-for-readers" = true))]
    latest: &'a str,
    /// What is measured, and how much it is.
    #[serde(skip_serializing_if = "str::is_empty")]
    #[schemars(extend("x-for-readers" = true))]
    progress: &'a str,
    /// The verdict.
    #[serde(skip_serializing_if = "str::is_empty")]
    #[schemars(extend("x-for-readers" = true))]
    status: &'a str,
    /// Who published the latest figure.
    #[serde(skip_serializing_if = "str::is_empty")]
    #[schemars(extend("x-for-readers" = true))]
    source: &'a str,
    /// What a reader must know.
    #[serde(skip_serializing_if = "str::is_empty")]
    #[schemars(extend("x-for-readers" = true))]
    remark: &'a str,
}

impl<'a> Cells<'a> {
    fn of(row: &'a report::Row) -> Self {
        Self {
            baseline: &row.baseline,
            goal: &row.goal,
            latest: &row.latest,
            progress: &row.progress,
            status: &row.status,
            source: &row.source,
            remark: &row.remark,
        }
    }
}

/// The tasks that have come so far.
#[derive(Debug, Serialize, JsonSchema)]
struct Stand<'a> {
    /// How far; missing for those without a record.
    #[serde(skip_serializing_if = "Option::is_none")]
    stage: Option<Stage>,
    /// How many.
    count: usize,
    /// The tasks, in reading order.
    tasks: Vec<Task<'a>>,
}

/// A task and its latest status.
#[derive(Debug, Serialize, JsonSchema)]
struct Task<'a> {
    /// Where it stands.
    address: Address,
    /// Its lead sentence.
    title: &'a str,
    /// Its latest status up to the day, as a file of records has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'a Status>,
    /// Its measures that have records of their own, in its order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    measures: Vec<Measure<'a>>,
}

impl<'a> Task<'a> {
    fn of(node: &'a Node, dossier: &'a Dossier, as_of: Date) -> Self {
        Self {
            address: node.address,
            title: node.title(),
            status: dossier.book.status_of_task(node.address, as_of),
            measures: recorded(measures(node, &dossier.book, as_of)),
        }
    }
}

fn recorded(measures: Vec<Measure<'_>>) -> Vec<Measure<'_>> {
    let measures = measures.into_iter();
    measures.filter(|it| it.status.is_some()).collect()
}

/// The tasks by stage, those without a record last. A stage without tasks is left out.
fn stands(dossier: &Dossier, as_of: Date) -> Vec<Stand<'_>> {
    let task = |node| Task::of(node, dossier, as_of);
    let stages = Stage::ALL.map(|(_, stage)| Some(stage)).into_iter();
    let mut stands = Vec::new();
    for stage in stages.chain([None]) {
        let tasks = dossier.outline.of_kind(NodeKind::Task);
        let tasks = tasks.map(|(_, node)| task(node));
        let tasks: Vec<Task<'_>> = tasks
            .filter(|task| task.status.map(|status| status.stage) == stage)
            .collect();
        if !tasks.is_empty() {
            let count = tasks.len();
            stands.push(Stand {
                stage,
                count,
                tasks,
            });
        }
    }
    stands
}

/// An analyst's words, as the records have them.
#[derive(Debug, Serialize, JsonSchema)]
struct Words<'a> {
    /// On the plan as a whole; missing where nobody wrote anything.
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<&'a str>,
    /// On targets.
    targets: Vec<OnTarget<'a>>,
}

/// Words on a target.
#[derive(Debug, Serialize, JsonSchema)]
struct OnTarget<'a> {
    /// The id of the target.
    #[schemars(with = "Id")]
    id: &'a str,
    /// Its name.
    name: &'a str,
    /// The words; missing where they are still to be written.
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<&'a str>,
}

impl<'a> Words<'a> {
    fn of(words: &'a report::Words) -> Self {
        let targets = words.targets.iter().map(|(id, name, words)| OnTarget {
            id,
            name,
            words: words.as_deref(),
        });
        Self {
            plan: words.whole.as_deref(),
            targets: targets.collect(),
        }
    }
}

/// Something that has to be collected.
#[derive(Debug, Serialize, JsonSchema)]
struct Missing<'a> {
    /// The id of the target.
    #[schemars(with = "Id")]
    id: &'a str,
    /// Its name.
    name: &'a str,
    /// What is missing.
    #[schemars(extend("x-for-readers" = true))]
    what: &'a str,
}

impl<'a> Missing<'a> {
    fn of(missing: &'a report::Missing) -> Self {
        Self {
            id: &missing.id,
            name: &missing.target,
            what: &missing.what,
        }
    }
}
