//! What stands in the form: its columns, and a row for each target, or for each year where the benchmark's figure is needed
//! beside the target's own.

use std::collections::BTreeSet;

use crate::assessment::Assessment;
use crate::card;
use crate::dossier::Dossier;
use crate::evaluation::{Evaluation, Group};
use crate::output::report::collect::{Need, Responsible, needs};
use crate::plan::{Plan, Target};
use crate::records::Field;
use crate::records::table::columns::ID;
use crate::words::{say, tr};

/// Which targets stand in the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Those that need data for a conclusion, or have none.
    Missing,
    /// All.
    All,
}

/// A form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The plan's title.
    pub title: String,
    /// The day as at which data are missing.
    pub as_of: String,
    /// Its columns.
    pub(super) columns: Vec<Column>,
    /// A sheet for each department that leads; the last one has the targets of which the plan names nobody.
    pub(in crate::output) sheets: Vec<Sheet>,
}

/// The rows of one department.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::output) struct Sheet {
    /// The department, or that none is named.
    pub(super) name: String,
    /// Its rows.
    pub(in crate::output) rows: Vec<Row>,
}

/// A column of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// The departments that the plan names.
    Departments,
    /// The id of the target.
    Id,
    /// Where it began.
    Baseline,
    /// What it is to reach.
    Goal,
    /// The latest figure.
    Latest,
    /// What is asked for.
    Asked,
    /// The figure of a year.
    Year(u16),
    /// A field of a record.
    Field(Field),
}

impl Column {
    /// The head, as a table of records has it.
    pub(super) fn head(self) -> String {
        match self {
            Self::Departments => tr("责任单位").to_owned(),
            Self::Id => tr(ID).to_owned(),
            Self::Baseline => tr("基期").to_owned(),
            Self::Goal => tr("目标").to_owned(),
            Self::Latest => tr("最新值").to_owned(),
            Self::Asked => tr("待收集").to_owned(),
            Self::Year(year) => say!("{year}年", year),
            Self::Field(field) => field.name().to_owned(),
        }
    }

    /// Whether a person fills it in.
    pub(super) fn is_asked(self) -> bool {
        match self {
            Self::Field(field) => !matches!(field, Field::Target | Field::Unit),
            Self::Year(_) => true,
            _ => false,
        }
    }
}

/// A target, or a year of one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::output) struct Row {
    departments: String,
    /// The first department that the plan names; `None` where it names none.
    pub(in crate::output) leader: Option<String>,
    /// The id of the target.
    pub(in crate::output) id: String,
    /// Its name.
    pub(in crate::output) name: String,
    /// The unit of its figures; empty where it has none.
    pub(in crate::output) unit: String,
    baseline: String,
    /// The goal with its year.
    pub(in crate::output) goal: String,
    latest: String,
    /// What is asked for, in words; empty where nothing is due yet.
    pub(in crate::output) asked: String,
    /// The year of the row, where each has its own.
    pub(in crate::output) period: Option<u16>,
    /// The years that are needed, where each has a column.
    pub(in crate::output) years: Vec<u16>,
    /// How it is judged, which decides what is asked for.
    by: By,
}

/// What a target is judged by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum By {
    /// Its figures.
    #[default]
    Figures,
    /// Its figures beside those of a benchmark.
    Benchmark,
    /// A record of its status.
    Status,
}

impl Row {
    /// What stands in a cell; empty where a person fills it in.
    pub(super) fn cell(&self, column: Column) -> String {
        match column {
            Column::Departments => self.departments.clone(),
            Column::Id => self.id.clone(),
            Column::Baseline => self.baseline.clone(),
            Column::Goal => self.goal.clone(),
            Column::Latest => self.latest.clone(),
            Column::Asked => self.asked.clone(),
            Column::Field(Field::Target) => self.name.clone(),
            Column::Field(Field::Unit) => self.unit.clone(),
            Column::Field(Field::Period) => {
                self.period.map(|year| year.to_string()).unwrap_or_default()
            }
            Column::Year(_) | Column::Field(_) => String::new(),
        }
    }

    /// Whether the cell is one that the conclusion needs.
    pub(super) fn needs(&self, column: Column) -> bool {
        let status = self.by == By::Status;
        match column {
            Column::Year(year) => self.years.contains(&year),
            Column::Field(Field::Value) => !status && self.years.is_empty(),
            Column::Field(Field::Period) => {
                !status && self.years.is_empty() && self.period.is_none()
            }
            Column::Field(Field::Benchmark) => self.by == By::Benchmark,
            Column::Field(Field::Stage | Field::Date) => status,
            Column::Field(Field::Source) => true,
            _ => false,
        }
    }
}

impl Form {
    /// The form on an assessment; with a department only the targets of which the plan names it.
    pub fn of(
        dossier: &Dossier,
        assessment: &Assessment,
        choice: Choice,
        department: Option<&str>,
    ) -> Self {
        let plan = &dossier.plan;
        let names = |it: &Responsible| {
            department.is_none_or(|word| it.names.iter().any(|name| name == word))
        };
        let chosen = chosen(dossier, assessment, choice).into_iter();
        let told = chosen.map(|need| (Responsible::of(need.target, dossier), need));
        let of_department = told.filter(|(by, _)| names(by));
        let rows: Vec<Row> = of_department
            .flat_map(|(by, need)| rows(&by, need))
            .collect();
        Self {
            title: plan.meta.title.clone(),
            as_of: assessment.as_of.to_string(),
            columns: columns(plan, &rows),
            sheets: sheets(rows),
        }
    }

    /// How many targets stand in it.
    pub fn targets(&self) -> usize {
        let rows = self.sheets.iter().flat_map(|sheet| &sheet.rows);
        rows.map(|row| &row.id).collect::<BTreeSet<_>>().len()
    }

    /// The departments that its sheets are for; that nobody is named counts as one.
    pub fn departments(&self) -> Vec<&str> {
        self.sheets
            .iter()
            .map(|sheet| sheet.name.as_str())
            .collect()
    }

    /// Every department that the plan names for a target.
    pub fn known_departments(dossier: &Dossier) -> BTreeSet<String> {
        let targets = dossier.plan.targets.iter();
        targets
            .flat_map(|target| Responsible::of(target, dossier).names)
            .collect()
    }
}

/// The targets of a form in the order of the plan, each with what it needs.
fn chosen<'a>(dossier: &'a Dossier, assessment: &'a Assessment, choice: Choice) -> Vec<Need<'a>> {
    let mut needed = needs(dossier, assessment);
    let has = |needed: &[Need<'_>], id: &str| needed.iter().any(|need| need.target.id == id);
    let end = dossier.plan.meta.period.map(|term| term.end);
    let is_chosen = |target: &Target, evaluation: &Evaluation| match choice {
        Choice::All => true,
        Choice::Missing => evaluation.group() == Group::NoData && !target.year.is_beyond(end),
    };
    let rest: Vec<Need<'a>> = assessment
        .targets(dossier)
        .filter(|(target, it)| !has(&needed, &target.id) && is_chosen(target, it))
        .map(|(target, evaluation)| Need {
            target,
            evaluation,
            what: String::new(),
            years: Vec::new(),
        })
        .collect();
    needed.extend(rest);
    needed
}

/// The rows of a target.
fn rows(by_plan: &Responsible, need: Need<'_>) -> Vec<Row> {
    let Need {
        target,
        evaluation,
        what,
        years,
    } = need;
    let by = if target.is_judged_by_record() {
        By::Status
    } else if target.benchmark.is_some() {
        By::Benchmark
    } else {
        By::Figures
    };
    let row = Row {
        departments: by_plan.told(),
        leader: by_plan.names.first().cloned(),
        id: target.id.clone(),
        name: target.name.clone(),
        unit: target.recorded_unit().unwrap_or_default().to_owned(),
        baseline: known(evaluation.baseline.is_some(), || {
            card::baseline(target, evaluation).to_string()
        }),
        goal: card::goal(target, evaluation).to_string(),
        latest: known(evaluation.group() != Group::NoData, || {
            card::latest(target, evaluation).to_string()
        }),
        asked: what,
        period: None,
        years: Vec::new(),
        by,
    };
    match by {
        By::Benchmark if !years.is_empty() => {
            let of_year = |year| Row {
                period: Some(year),
                ..row.clone()
            };
            years.into_iter().map(of_year).collect()
        }
        _ => vec![Row { years, ..row }],
    }
}

fn known(is_known: bool, text: impl FnOnce() -> String) -> String {
    if is_known { text() } else { String::new() }
}

/// The columns that these rows need: a year for each of the term, and what only some sorts of targets ask for.
fn columns(plan: &Plan, rows: &[Row]) -> Vec<Column> {
    use Column::{Asked, Baseline, Departments, Goal, Id, Latest};
    let field = Column::Field;
    let has = |by: By| rows.iter().any(|row| row.by == by);
    let has_figures = has(By::Figures) || has(By::Benchmark);
    let mut columns = vec![Departments, Id, field(Field::Target), field(Field::Unit)];
    columns.extend([Baseline, Goal, Latest, Asked]);
    if has(By::Figures) {
        columns.extend(years(plan, rows).into_iter().map(Column::Year));
    }
    if has_figures {
        columns.extend([Field::Period, Field::Value].map(field));
    }
    columns.extend(has(By::Benchmark).then_some(field(Field::Benchmark)));
    if has(By::Status) {
        columns.extend([Field::Stage, Field::Date].map(field));
    }
    columns.extend([Field::Source, Field::Note].map(field));
    columns
}

/// The years of the term, and those beyond it that are needed.
fn years(plan: &Plan, rows: &[Row]) -> BTreeSet<u16> {
    let term = plan.meta.period.into_iter();
    let needed = rows.iter().flat_map(|row| row.years.iter().copied());
    term.flat_map(|term| term.start..=term.end)
        .chain(needed)
        .collect()
}

/// The rows by department, in the order in which these come first.
fn sheets(rows: Vec<Row>) -> Vec<Sheet> {
    let nobody = say!("未写明责任单位");
    let (named, unnamed): (Vec<Row>, Vec<Row>) =
        rows.into_iter().partition(|row| row.leader.is_some());
    let mut sheets: Vec<Sheet> = Vec::new();
    for row in named {
        let name = row.leader.clone().unwrap_or_default();
        match sheets.iter_mut().find(|sheet| sheet.name == name) {
            Some(sheet) => sheet.rows.push(row),
            None => sheets.push(Sheet {
                name,
                rows: vec![row],
            }),
        }
    }
    if !unnamed.is_empty() {
        let rows = unnamed;
        sheets.push(Sheet { name: nobody, rows });
    }
    sheets
}
