//! Export (导出): a plan with its records and its evaluation, for other programs and for people without this one.
//!
//! ```text
//! Plan, Book, day ──▶ Export ──▶ json, ndjson, tables (CSV), markdown, html
//! ```
//!
//! [`Export`] is worked out once; every format writes down the same figures and words, one small file each. JSON is the
//! only one that carries everything: it is a plan file, and opens as one.

mod html;
mod json;
mod markdown;
mod ndjson;
mod tables;
mod told;

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
    /// The targets with what they come to.
    Targets,
    /// The records that count.
    Records,
}

/// What is exported.
#[derive(Debug)]
pub struct Export<'a> {
    /// The plan with its outline and its records.
    pub dossier: &'a Dossier,
    /// What they come to on the day of the evaluation.
    pub assessment: &'a Assessment,
    /// The same in the words of a report: the counts and the method.
    pub report: Report,
}

impl<'a> Export<'a> {
    /// A dossier and what it comes to.
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

    /// The targets in the plan's order, each with what can be said of it on the day.
    pub fn targets(&self) -> impl Iterator<Item = (&'a Target, &'a Evaluation)> + Clone {
        self.assessment.targets(self.dossier)
    }

    /// The words for each target: baseline, goal, latest figure, verdict, sentence, source.
    pub fn cards(&self) -> impl Iterator<Item = (&'a Target, &'a Evaluation, Card)> {
        let (outline, as_of) = (&self.dossier.outline, self.assessment.as_of);
        let targets = self.targets();
        targets.map(move |(target, it)| (target, it, Card::of(target, outline, it, as_of)))
    }
}
