//! `guihua coverage --json`: which task serves which target.

use schemars::JsonSchema;
use serde::Serialize;

use super::{PlanName, Version};
use crate::coverage;
use crate::plan::schema::Id;
use crate::plan::{Address, LinkOrigin, Outline, Plan};

/// `guihua coverage --json`: which task serves which target, and what has no counterpart.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "coverage")]
pub struct Coverage<'a> {
    /// The version of this shape.
    version: Version,
    /// The plan.
    plan: PlanName<'a>,
    /// The links, in the order of the targets.
    links: Vec<Link<'a>>,
    /// The ids of the targets that no task serves.
    #[schemars(with = "Vec<Id>")]
    targets_without_task: Vec<&'a str>,
    /// The addresses of the tasks that no target measures.
    tasks_without_target: Vec<Address>,
}

impl<'a> Coverage<'a> {
    /// The links of a plan.
    pub fn of(plan: &'a Plan, outline: &Outline, coverage: &coverage::Coverage) -> Self {
        let id = |index: usize| plan.targets.get(index).map(|target| target.id.as_str());
        let link = |link: &coverage::Link| Some(Link::of(id(link.target)?, link));
        Self {
            version: Version,
            plan: PlanName::of(plan),
            links: coverage.links.iter().filter_map(link).collect(),
            targets_without_task: coverage.unserved.iter().filter_map(|at| id(*at)).collect(),
            tasks_without_target: coverage
                .unmeasured
                .iter()
                .map(|task| outline.node(*task).address)
                .collect(),
        }
    }
}

/// A task that serves a target.
#[derive(Debug, Serialize, JsonSchema)]
struct Link<'a> {
    /// The id of the target.
    #[schemars(with = "Id")]
    target: &'a str,
    /// The address of the task.
    task: Address,
    /// The sentence of the task that serves it, if it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    measure: Option<Address>,
    /// Who says so.
    origin: LinkOrigin,
}

impl<'a> Link<'a> {
    fn of(target: &'a str, link: &coverage::Link) -> Self {
        Self {
            target,
            task: link.task,
            measure: link.measure,
            origin: link.origin,
        }
    }
}
