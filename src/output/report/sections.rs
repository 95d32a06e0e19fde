//! The evaluation table in sections: the plan's targets by leading domain, then the commitments of direction, those beyond
//! the term, and what no person has confirmed.

use super::chart::Chart;
use super::{Figures, Row, Section, SectionPart};
use crate::assessment::Assessment;
use crate::card;
use crate::dossier::Dossier;
use crate::evaluation::{Evaluation, Verdict};
use crate::plan::{Domain, Plan, Target, Tier};
use crate::wording;
use crate::words::tr;

/// In which section a target stands.
#[derive(PartialEq, Eq)]
enum Place<'a> {
    /// Of the term, by tier and leading domain, if it has one.
    Term(Tier, Option<&'a Domain>),
    /// Beyond the term.
    Beyond,
    /// Not confirmed.
    Proposed,
}

impl<'a> Place<'a> {
    fn of(target: &'a Target, plan: &Plan) -> Self {
        let end = plan.meta.period.map(|term| term.end);
        if target.proposed.is_some() {
            Self::Proposed
        } else if target.year.is_beyond(end) {
            Self::Beyond
        } else {
            Self::Term(target.tier, target.domains.first())
        }
    }

    fn heading(&self, plan: &Plan) -> String {
        match self {
            Self::Term(tier, domain) => {
                let domain = domain.map_or(tr("未分领域"), |name| wording::told(plan, name));
                match tier {
                    Tier::Target => domain.to_owned(),
                    Tier::Commitment => wording::aside(domain, tr(tier.counted())),
                }
            }
            Self::Beyond => tr("远景目标（不属本规划期）").to_owned(),
            Self::Proposed => tr("待确认（程序提出，尚无人确认）").to_owned(),
        }
    }

    fn part(&self) -> SectionPart {
        match self {
            Self::Term(Tier::Target, _) => SectionPart::Targets,
            Self::Term(Tier::Commitment, _) => SectionPart::Commitments,
            Self::Beyond => SectionPart::BeyondTerm,
            Self::Proposed => SectionPart::Proposed,
        }
    }

    fn domain(&self) -> Option<String> {
        match self {
            Self::Term(_, domain) => domain.cloned(),
            Self::Beyond | Self::Proposed => None,
        }
    }
}

/// All sections that have a target.
pub(super) fn all(dossier: &Dossier, assessment: &Assessment) -> Vec<Section> {
    let plan = &dossier.plan;
    let domains = || plan.domains.iter().map(Some).chain([None]);
    let tiers = Tier::ALL.into_iter().map(|(_, tier)| tier);
    let terms = tiers.flat_map(|tier| domains().map(move |domain| Place::Term(tier, domain)));
    let places = terms.chain([Place::Beyond, Place::Proposed]);
    let section = |place: Place<'_>| Section {
        part: place.part(),
        heading: place.heading(plan),
        domain: place.domain(),
        rows: assessment
            .targets(dossier)
            .enumerate()
            .filter(|(_, (target, _))| Place::of(target, plan) == place)
            .map(|(index, (target, evaluation))| row(index, plan, target, evaluation))
            .collect(),
    };
    let sections = places.map(section);
    sections
        .filter(|section| !section.rows.is_empty())
        .collect()
}

fn row(index: usize, plan: &Plan, target: &Target, evaluation: &Evaluation) -> Row {
    Row {
        index,
        id: target.id.clone(),
        group: evaluation.group(),
        chart: Chart::of(plan, target, evaluation),
        figures: Figures::of(target, evaluation),
        name: wording::target_name(plan, target),
        baseline: if evaluation.baseline.is_some() {
            card::baseline(target, evaluation).to_string()
        } else {
            String::new()
        },
        goal: card::goal(target, evaluation).to_string(),
        latest: match evaluation.verdict {
            Verdict::NoData => String::new(),
            _ => latest(target, evaluation),
        },
        progress: card::progress(target, evaluation),
        status: card::verdict(evaluation),
        source: card::source(evaluation),
        remark: remark(evaluation),
    }
}

fn latest(target: &Target, evaluation: &Evaluation) -> String {
    let text = card::latest(target, evaluation).to_string();
    match (&evaluation.status, evaluation.latest()) {
        (Some(status), _) => with_day(&text, &status.date),
        (None, Some(figure)) => with_day(&text, &figure.period),
        (None, None) => text,
    }
}

/// The remarks of the evaluation, and the note of the record in the table.
fn remark(evaluation: &Evaluation) -> String {
    let note = match &evaluation.status {
        Some(status) => status.note.clone(),
        None => evaluation.latest().and_then(|figure| figure.note.clone()),
    };
    let remarks = evaluation.remarks.iter().cloned();
    remarks.chain(note).collect::<Vec<_>>().join(tr("；"))
}

/// `text` with `date` written as official texts write it.
fn with_day(text: &str, date: &impl ToString) -> String {
    let iso = date.to_string();
    text.replace(&iso, &wording::day(&iso))
}
