//! Export (导出): a plan with its records and evaluation, in formats for other programs and for people.
//!
//! ```text
//! Plan, Book, day ──▶ Export ──▶ json, ndjson, tables (CSV), markdown, html
//! ```
//!
//! [`Export`] is computed once; each format is a module that writes the same figures and words. Only JSON holds the
//! whole plan: it is a plan file, and opens as one.

mod html;
mod json;
mod markdown;
mod ndjson;
mod record_row;
mod tables;

use crate::assessment::Assessment;
use crate::card::Card;
use crate::dossier::Dossier;
use crate::evaluation::Evaluation;
use crate::output::answers::Unit;
use crate::output::report::Report;
use crate::plan::Target;

pub use self::html::html;
pub use self::json::json;
pub use self::markdown::markdown;
pub use self::ndjson::ndjson;
pub use self::tables::csv;

/// A part of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The text of the document.
    Document,
    /// The targets with their evaluation.
    Targets,
    /// The records.
    Records,
}

/// What is exported.
#[derive(Debug)]
pub struct Export<'a> {
    /// The plan with its outline and records.
    pub dossier: &'a Dossier,
    /// The evaluation of all targets.
    pub assessment: &'a Assessment,
    /// The report, for its counts and method.
    pub report: Report,
}

impl<'a> Export<'a> {
    /// The export of a dossier and its assessment.
    pub fn of(dossier: &'a Dossier, assessment: &'a Assessment) -> Self {
        Self {
            dossier,
            assessment,
            report: Report::of(dossier, assessment),
        }
    }

    /// The headings and paragraphs in reading order.
    pub fn units(&self) -> impl Iterator<Item = Unit<'a>> {
        let nodes = self.dossier.outline.nodes().iter();
        nodes.map(Unit::of)
    }

    /// The targets in the plan's order, each with its evaluation.
    pub fn targets(&self) -> impl Iterator<Item = (&'a Target, &'a Evaluation)> + Clone {
        self.assessment.targets(self.dossier)
    }

    /// The targets with their evaluation and card.
    pub fn cards(&self) -> impl Iterator<Item = (&'a Target, &'a Evaluation, Card)> {
        let Dossier { plan, outline, .. } = self.dossier;
        let as_of = self.assessment.as_of;
        let targets = self.targets();
        targets.map(move |(target, it)| (target, it, Card::of(target, plan, outline, it, as_of)))
    }
}
