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

use jiff::civil::Date;

use crate::answers::Unit;
use crate::card::Card;
use crate::evaluation::{self, Evaluation, Method};
use crate::plan::{Outline, Plan, Target};
use crate::records::Book;
use crate::report::Report;

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
    /// The plan.
    pub plan: &'a Plan,
    /// Its text in reading order.
    pub outline: Outline,
    /// The records that count.
    pub book: &'a Book,
    /// The day of the evaluation.
    pub as_of: Date,
    /// The targets in the plan's order, each with what can be said of it on that day.
    pub targets: Vec<(&'a Target, Evaluation)>,
    /// The same in the words of a report: the counts and the method.
    pub report: Report,
}

impl<'a> Export<'a> {
    /// Evaluates a plan on a day.
    pub fn of(plan: &'a Plan, book: &'a Book, as_of: Date) -> Self {
        let method = Method::default();
        let evaluations = evaluation::all(plan, book, as_of, &method);
        Self {
            plan,
            outline: Outline::of(plan),
            book,
            as_of,
            targets: plan.targets.iter().zip(evaluations).collect(),
            report: Report::of(plan, book, as_of, &method),
        }
    }

    /// The headings and paragraphs in reading order.
    pub fn units(&self) -> impl Iterator<Item = Unit<'_>> {
        let nodes = self.outline.nodes().iter();
        nodes.map(Unit::of)
    }

    /// The words for each target: baseline, goal, latest figure, verdict, sentence, source.
    pub fn cards(&self) -> impl Iterator<Item = (&'a Target, &Evaluation, Card)> {
        let targets = self.targets.iter();
        targets.map(|(target, it)| (*target, it, Card::of(target, it, self.as_of)))
    }
}
