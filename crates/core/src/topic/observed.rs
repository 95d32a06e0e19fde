//! What was observed of the targets of a topic, and who published it.

use super::Promise;
use crate::assessment::Assessment;
use crate::dossier::Dossier;
use crate::plan::Number;
use crate::records::{Flag, Observation, Status};
use crate::wording;
use crate::words::tr;

/// A record of a target in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observed {
    /// The time that it is for.
    pub when: String,
    /// The figure with its unit, or the status.
    pub value: String,
    /// The figure; `None` of a status.
    pub figure: Option<Number>,
    /// Who published it, and what is special about it.
    pub source: String,
}

/// What was observed of a target up to the day, in order of time; what was observed elsewhere is not among it.
pub fn observed(dossier: &Dossier, assessment: &Assessment, promise: Promise) -> Vec<Observed> {
    let target = dossier.plan.targets.get(promise.target);
    let evaluation = assessment.evaluations.get(promise.target);
    let (Some(target), Some(evaluation)) = (target, evaluation) else {
        return Vec::new();
    };
    let unit = evaluation.unit(target);
    let figures = evaluation.seen.iter().map(|it| of_figure(it, unit));
    let status = evaluation.status.as_ref().map(of_status);
    figures.chain(status).collect()
}

fn of_figure(it: &Observation, unit: Option<&str>) -> Observed {
    let special = [
        (it.flag != Flag::Normal).then(|| tr(it.flag.label())),
        it.standing.map(|standing| tr(standing.label())),
    ];
    let special: Vec<&str> = special.into_iter().flatten().collect();
    Observed {
        when: it.period.shown(),
        value: wording::measured(it.value, it.unit.as_deref().or(unit)),
        figure: Some(it.value),
        source: match special.as_slice() {
            [] => it.source.clone(),
            special => wording::aside(&it.source, special.join(tr("，"))),
        },
    }
}

fn of_status(it: &Status) -> Observed {
    Observed {
        when: it.date.to_string(),
        value: tr(it.stage.label()).to_owned(),
        figure: None,
        source: it
            .source
            .clone()
            .unwrap_or_else(|| tr("未注明来源").to_owned()),
    }
}
