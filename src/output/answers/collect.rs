//! `guihua collect --json`: what is missing, by responsible department.

use schemars::JsonSchema;
use serde::Serialize;

use super::{PlanName, Version};
use crate::output::collect::{Form, Row, Sheet};
use crate::plan::Plan;
use crate::plan::schema::Id;

/// `guihua collect --json`: what is missing, by responsible department.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "collect")]
pub struct Collect<'a> {
    /// The version of this shape.
    version: Version,
    /// The plan.
    plan: PlanName<'a>,
    /// The day as at which data are missing.
    as_of: &'a str,
    /// The departments that lead, in the order of their first target; last the targets of which the plan names nobody.
    departments: Vec<Department<'a>>,
}

impl<'a> Collect<'a> {
    /// What a form asks for.
    pub fn of(plan: &'a Plan, form: &'a Form) -> Self {
        Self {
            version: Version,
            plan: PlanName::of(plan),
            as_of: &form.as_of,
            departments: form.sheets.iter().map(Department::of).collect(),
        }
    }
}

/// What one department is asked for.
#[derive(Debug, Serialize, JsonSchema)]
struct Department<'a> {
    /// The department; absent where the plan names nobody.
    #[serde(skip_serializing_if = "Option::is_none")]
    department: Option<&'a str>,
    /// What is asked for: a target, or a year of one that is judged beside a benchmark.
    asked: Vec<Asked<'a>>,
}

impl<'a> Department<'a> {
    fn of(sheet: &'a Sheet) -> Self {
        let leader = sheet.rows.first().and_then(|row| row.leader.as_deref());
        Self {
            department: leader,
            asked: sheet.rows.iter().map(Asked::of).collect(),
        }
    }
}

/// A target of which data are missing.
#[derive(Debug, Serialize, JsonSchema)]
struct Asked<'a> {
    /// The id of the target.
    #[schemars(with = "Id")]
    id: &'a str,
    /// Its name.
    name: &'a str,
    /// The unit of its figures; absent where it has none.
    #[serde(skip_serializing_if = "str::is_empty")]
    unit: &'a str,
    /// The goal with its year.
    #[schemars(extend("x-for-readers" = true))]
    goal: &'a str,
    /// What is missing; absent where nothing is due yet.
    #[serde(skip_serializing_if = "str::is_empty")]
    #[schemars(extend("x-for-readers" = true))]
    what: &'a str,
    /// The year that is asked for, where each year is asked for apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    year: Option<u16>,
    /// The years that the conclusion needs.
    years: &'a [u16],
}

impl<'a> Asked<'a> {
    fn of(row: &'a Row) -> Self {
        Self {
            id: &row.id,
            name: &row.name,
            unit: &row.unit,
            goal: &row.goal,
            what: &row.asked,
            year: row.period,
            years: &row.years,
        }
    }
}
