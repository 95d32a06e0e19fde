//! `guihua check --json`: what is wrong with a plan file, and whether its figures fit together.

use schemars::JsonSchema;
use serde::Serialize;

use super::{PlanName, Version};
use crate::audit::{Finding, audit};
use crate::fidelity::{self, Comparison};
use crate::load::{self, Problems, printable};
use crate::plan::{Address, Citation, Discord, Number, Plan, Reckoning};

/// `guihua check --json`: what is wrong with a plan file.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "check")]
pub struct Check<'a> {
    /// The version of this shape.
    version: Version,
    /// The file, as it was named.
    file: String,
    /// Whether nothing is wrong with it.
    sound: bool,
    /// The plan, if nothing is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<PlanName<'a>>,
    /// Everything that is wrong, in the order of the file.
    problems: Vec<Problem>,
    /// What the plan says about its own figures: with `--figures`, and if nothing else is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    figures: Option<Figures<'a>>,
    /// Its text against a published one: with `--against`, and if nothing else is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Against")]
    against: Option<Against>,
}

impl<'a> Check<'a> {
    /// Nothing is wrong.
    pub fn sound(file: &str, plan: &'a Plan, with_figures: bool) -> Self {
        Self {
            version: Version,
            file: printable(file),
            sound: true,
            plan: Some(PlanName::of(plan)),
            problems: Vec::new(),
            figures: with_figures.then(|| Figures::of(plan)),
            against: None,
        }
    }

    /// With the comparison with a published text.
    #[must_use]
    pub fn with_source(mut self, name: &str, comparison: &Comparison) -> Self {
        self.against = Some(Against::of(name, comparison));
        self
    }

    /// Something is wrong.
    pub fn faulty(file: &str, problems: &Problems) -> Self {
        Self {
            version: Version,
            file: printable(file),
            sound: false,
            plan: None,
            problems: problems.iter().map(Problem::of).collect(),
            figures: None,
            against: None,
        }
    }
}

/// The text of a plan against a published one.
#[derive(Debug, Serialize, JsonSchema)]
struct Against {
    /// The published text, as it was named.
    file: String,
    /// Whether the plan says what the published text says.
    same: bool,
    /// How many characters both have, blanks not counted.
    characters: usize,
    /// How many characters stand before the document in the published text.
    before: usize,
    /// How many stand after it.
    after: usize,
    /// How many differences there are.
    count: usize,
    /// The first of them.
    differences: Vec<Difference>,
    /// How many characters differ in width only.
    widths: usize,
    /// What the plan lists as left out, but the published text does not have there.
    not_found: Vec<String>,
}

/// A place where the two texts differ.
#[derive(Debug, Serialize, JsonSchema)]
struct Difference {
    /// The place in the plan.
    at: Address,
    /// The line of the published text, from 1.
    line: u32,
    /// What the plan has there; empty where it has nothing.
    plan: String,
    /// What the published text has there.
    source: String,
}

impl Against {
    fn of(name: &str, comparison: &Comparison) -> Self {
        let difference = |it: &fidelity::Difference| Difference {
            at: it.at,
            line: it.line,
            plan: printable(&it.plan.words),
            source: printable(&it.source.words),
        };
        Self {
            file: printable(name),
            same: comparison.is_same(),
            characters: comparison.same,
            before: comparison.before,
            after: comparison.after,
            count: comparison.count,
            differences: comparison.differences.iter().map(difference).collect(),
            widths: comparison.width_count,
            not_found: comparison
                .not_found
                .iter()
                .map(|text| printable(text))
                .collect(),
        }
    }
}

/// One fault of the file.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Problem {
    /// The line, from 1.
    line: usize,
    /// The column in characters, from 1.
    column: usize,
    /// What is wrong.
    #[schemars(extend("x-for-readers" = true))]
    what: String,
    /// What would be right.
    #[schemars(extend("x-for-readers" = true))]
    remedy: String,
}

impl Problem {
    pub(super) fn of(problem: &load::Problem) -> Self {
        Self {
            line: problem.line,
            column: problem.column,
            what: printable(&problem.what),
            remedy: printable(&problem.remedy),
        }
    }
}

/// What the plan says about its own figures.
#[derive(Debug, Serialize, JsonSchema)]
struct Figures<'a> {
    /// Every claim, recomputed.
    claims: Vec<Claim<'a>>,
    /// Figures of the plan that do not fit together, as plan.yaml notes them.
    discords: &'a [Discord],
}

impl<'a> Figures<'a> {
    fn of(plan: &'a Plan) -> Self {
        Self {
            claims: audit(plan).iter().map(Claim::of).collect(),
            discords: &plan.discords,
        }
    }
}

/// A statement of the plan that follows from other figures of the plan, recomputed.
#[derive(Debug, Serialize, JsonSchema)]
struct Claim<'a> {
    /// The figure that the plan prints.
    states: Number,
    /// Its unit.
    unit: &'a str,
    /// How it follows from the operands.
    is: Reckoning,
    /// The operands.
    of: &'a [Number],
    /// Where the plan states it.
    at: Address,
    /// The words in which it does.
    quote: &'a str,
    /// Where the operands stand, if not in the same words.
    from: &'a [Citation],
    /// What the operands yield, not rounded; missing where they yield nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    computed: Option<Number>,
    /// Whether that is what the plan prints, at its printed precision.
    holds: bool,
}

impl<'a> Claim<'a> {
    fn of(finding: &Finding<'a>) -> Self {
        let claim = finding.claim;
        Self {
            states: claim.states,
            unit: &claim.unit,
            is: claim.reckoning,
            of: &claim.of,
            at: claim.citation.at,
            quote: &claim.citation.quote,
            from: &claim.from,
            computed: finding.computed.map(Number::from),
            holds: finding.holds,
        }
    }
}
