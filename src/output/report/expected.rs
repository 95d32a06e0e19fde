//! How far the plan's targets are expected to have come at the end of the term (规划预计完成度): the straight line through the
//! baseline and the latest figure, extended. Only within the term, and never a verdict.

use rust_decimal::Decimal;

use crate::assessment::Assessment;
use crate::card;
use crate::dossier::Dossier;
use crate::evaluation::{Projection, percent};
use crate::plan::Tier;
use crate::wording;
use crate::words::say;

/// What is expected of one target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// Its name.
    pub name: String,
    /// The latest figure with its time.
    pub latest: String,
    /// The goal with its year.
    pub goal: String,
    /// The projected figure with its year.
    pub projected: String,
    /// What that comes to of the way from baseline to goal, in percent.
    pub share: String,
    /// Whether that is all of the way.
    pub is_whole: bool,
}

/// The targets of the plan that can be projected, in its order. Proposals and commitments are none of them.
pub(super) fn all(dossier: &Dossier, assessment: &Assessment) -> Vec<Expected> {
    let end = dossier.plan.meta.period.map(|term| term.end);
    let targets = assessment.targets(dossier).filter(|(target, _)| {
        let is_counted = target.proposed.is_none() && !target.year.is_beyond(end);
        target.tier == Tier::Target && is_counted
    });
    let expected = targets.filter_map(|(target, evaluation)| {
        let projection = Projection::of(evaluation)?;
        let value = wording::figure(projection.value, target);
        Some(Expected {
            name: wording::target_name(&dossier.plan, target),
            latest: card::latest(target, evaluation).to_string(),
            goal: card::goal(target, evaluation).to_string(),
            projected: wording::aside(value, say!("{year}年", year = projection.year)),
            share: percent(projection.fraction),
            is_whole: projection.fraction >= Decimal::ONE,
        })
    });
    expected.collect()
}
