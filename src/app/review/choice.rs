//! What may be chosen for a target: its kinds, years and domains.

use crate::app::action::Aspect;
use crate::dossier::Dossier;
use crate::plan::{Direction, Kind, Target};
use crate::review::Decision;
use crate::words::{say, tr};

/// Something that may be chosen.
#[derive(Clone, Debug)]
pub struct Choice {
    /// In words.
    pub name: String,
    /// Whether the target has it now.
    pub is_current: bool,
    /// What choosing it decides.
    pub(super) decision: Decision,
}

/// What may be chosen of an aspect.
pub(super) fn all(aspect: Aspect, target: &Target, dossier: &Dossier) -> Vec<Choice> {
    match aspect {
        Aspect::Kind => kinds(target),
        Aspect::Year => years(target, dossier),
        Aspect::Domain => domains(target, dossier),
    }
}

/// The kinds for which the target has all that they need; those that need a direction with either.
fn kinds(target: &Target) -> Vec<Choice> {
    let fits = |kind: Kind| {
        (target.goal.is_some() || !kind.needs_goal())
            && (target.benchmark.is_some() || !kind.needs_benchmark())
    };
    let kinds = Kind::ALL.into_iter().map(|(kind, ..)| kind);
    let each = |kind: Kind| {
        let directions = if kind.needs_direction() {
            vec![Some(Direction::Up), Some(Direction::Down)]
        } else {
            vec![None]
        };
        directions.into_iter().map(move |it| (kind, it))
    };
    let choice = |(kind, direction): (Kind, Option<Direction>)| {
        let name = tr(kind.label());
        let name = match direction {
            Some(Direction::Up) => say!("{name}，越高越好", name),
            Some(Direction::Down) => say!("{name}，越低越好", name),
            None => name.to_owned(),
        };
        Choice {
            name,
            is_current: target.kind == kind
                && (direction.is_none() || target.direction == direction),
            decision: Decision::Kind(target.id.clone(), kind, direction),
        }
    };
    kinds
        .filter(|kind| fits(*kind))
        .flat_map(each)
        .map(choice)
        .collect()
}

/// The years of the term, and the one of the vision; and none, so that the end of the term is assumed.
fn years(target: &Target, dossier: &Dossier) -> Vec<Choice> {
    let meta = &dossier.plan.meta;
    let term = meta.period.map(|term| term.start..=term.end);
    let own = target.year.known().filter(|_| !target.year.is_assumed());
    let mut years: Vec<u16> = term
        .into_iter()
        .flatten()
        .chain(meta.vision_year)
        .chain(own)
        .collect();
    years.sort_unstable();
    years.dedup();
    let choice = |year: Option<u16>| Choice {
        name: match year {
            Some(year) => say!("{year} 年", year),
            None => tr("原文没有写明，按规划期末推定").to_owned(),
        },
        is_current: own == year,
        decision: Decision::Year(target.id.clone(), year),
    };
    let years = years.into_iter().map(Some);
    std::iter::once(None).chain(years).map(choice).collect()
}

fn domains(target: &Target, dossier: &Dossier) -> Vec<Choice> {
    let choice = |domain: &String| Choice {
        name: domain.clone(),
        is_current: target.domains.first() == Some(domain),
        decision: Decision::Domain(target.id.clone(), domain.clone()),
    };
    dossier.plan.domains.iter().map(choice).collect()
}
