//! `guihua coverage --json`: which task serves which target.

use schemars::JsonSchema;
use serde::Serialize;

use super::{PlanName, Version};
use crate::coverage;
use crate::plan::schema::Id;
use crate::plan::{Address, LinkOrigin, Plan};

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
    pub fn of(plan: &'a Plan, coverage: &coverage::Coverage<'a>) -> Self {
        let unserved = coverage.unserved.iter();
        Self {
            version: Version,
            plan: PlanName::of(plan),
            links: coverage.links.iter().map(Link::of).collect(),
            targets_without_task: unserved.map(|target| target.id.as_str()).collect(),
            tasks_without_target: coverage
                .unmeasured
                .iter()
                .map(|task| task.address)
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
    /// Who says so.
    origin: LinkOrigin,
}

impl<'a> Link<'a> {
    fn of(link: &coverage::Link<'a>) -> Self {
        Self {
            target: &link.target.id,
            task: link.task,
            origin: link.origin,
        }
    }
}
