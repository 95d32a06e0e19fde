//! `guihua import --report`: what was made of documents, what is doubtful, and what was left out.

use schemars::JsonSchema;
use serde::Serialize;

use super::check::Problem;
use super::{PlanName, Version};
use crate::importing::{Found, Imported};
use crate::load::{Problems, printable};
use crate::plan::{Address, Doubt, Number, Omitted, Target};

/// `guihua import --report`: what was made of documents.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "import")]
pub struct Import<'a> {
    /// The version of this shape.
    version: Version,
    /// The documents, by their names.
    documents: Vec<String>,
    /// The plans, in their order.
    plans: Vec<ImportedPlan<'a>>,
    /// What of the documents no plan has, and why.
    omitted: Vec<&'a Omitted>,
}

/// A plan that was made of a document.
#[derive(Debug, Serialize, JsonSchema)]
struct ImportedPlan<'a> {
    /// Which plan it is.
    plan: PlanName<'a>,
    /// The document that it comes from.
    document: String,
    /// How many headings of the first level it has.
    chapters: usize,
    /// How many headings of all levels.
    headings: usize,
    /// How many tasks.
    tasks: usize,
    /// How many rows of tables assign work.
    assigned_rows: usize,
    /// How many of these are tasks of the text.
    joined_rows: usize,
    /// Whether all text of the documents stands in the plan or under `omitted`.
    whole: bool,
    /// What is wrong with the plan file; empty if it is sound.
    problems: Vec<Problem>,
    /// The targets, each proposed until a person confirms it.
    targets: Vec<Proposal<'a>>,
    /// What a person should look at.
    doubts: &'a [Doubt],
}

/// A target that the program proposes.
#[derive(Debug, Serialize, JsonSchema)]
struct Proposal<'a> {
    /// Its id.
    id: &'a str,
    /// Its name.
    name: &'a str,
    /// The figure to reach.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Number")]
    goal: Option<Number>,
    /// Its unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    unit: Option<&'a str>,
    /// Where it stands.
    at: Address,
    /// The words that say so.
    quote: &'a str,
    /// Why it is proposed.
    proposed: &'a str,
}

impl<'a> Import<'a> {
    /// The report of an import.
    pub fn of(documents: &[String], plans: &'a [Imported]) -> Self {
        let omitted = plans.iter().flat_map(|it| &it.plan.omitted);
        Self {
            version: Version,
            documents: documents.iter().map(|name| printable(name)).collect(),
            omitted: omitted.collect(),
            plans: plans.iter().map(ImportedPlan::of).collect(),
        }
    }
}

impl<'a> ImportedPlan<'a> {
    fn of(imported: &'a Imported) -> Self {
        let plan = &imported.plan;
        let found = Found::of(plan);
        let problems = imported.file.as_ref().err().into_iter();
        let problems = problems.flat_map(Problems::iter);
        Self {
            plan: PlanName::of(plan),
            document: printable(&imported.from),
            chapters: found.chapters,
            headings: found.headings,
            tasks: found.tasks,
            assigned_rows: imported.assigned,
            joined_rows: imported.joined,
            whole: imported.comparison.is_same(),
            problems: problems.map(Problem::of).collect(),
            targets: plan.targets.iter().map(Proposal::of).collect(),
            doubts: &plan.doubts,
        }
    }
}

impl<'a> Proposal<'a> {
    fn of(target: &'a Target) -> Self {
        Self {
            id: &target.id,
            name: &target.name,
            goal: target.goal,
            unit: target.unit.as_deref(),
            at: target.citation.at,
            quote: &target.citation.quote,
            proposed: target.proposed.as_deref().unwrap_or_default(),
        }
    }
}
