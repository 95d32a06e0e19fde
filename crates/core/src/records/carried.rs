//! A plan file with the records under its key `records`.
//!
//! They are checked like the user's own, since an export carries those as well: a standing may be missing.

use crate::load::place::Place;
use crate::load::reader::list;
use crate::load::yaml::Tree;
use crate::load::{self, Parts, Problems};
use crate::plan::{Outline, Plan};
use crate::words::tr;

use super::check::{check, check_together};
use super::decode::record;
use super::model::{Record, Subject};

/// The contents of a plan file.
#[derive(Clone, Debug)]
pub struct PlanFile {
    /// The plan.
    pub plan: Plan,
    /// Its outline.
    pub outline: Outline,
    /// Its records; `None` without the key `records`.
    pub carried: Option<Vec<Record>>,
}

/// Reads a plan file. Problems come in the order of the file.
pub fn open(text: &str) -> Result<PlanFile, Problems> {
    let mut parts = load::parts(text)?;
    let entries = parts
        .carried
        .take()
        .map(|tree| entries(&tree, &mut parts.problems));
    if let Some(entries) = &entries {
        check_against_plan(entries, &mut parts);
        check_together(entries, &parts.plan, &mut parts.problems);
    }
    if !parts.problems.is_empty() {
        return Err(parts.problems.sorted());
    }
    let carried = entries.map(|entries| entries.into_iter().map(|(_, record)| record).collect());
    Ok(PlanFile {
        plan: parts.plan,
        outline: parts.outline,
        carried,
    })
}

fn entries(tree: &Tree, problems: &mut Problems) -> Vec<(Place, Record)> {
    let items = list(tree, tr("监测记录（records）"), problems).iter();
    items
        .filter_map(|item| Some((item.place, record(item, problems)?)))
        .collect()
}

/// Checks the records against the sound parts of the plan, so that a fault of the plan is reported only once.
fn check_against_plan(entries: &[(Place, Record)], parts: &mut Parts) {
    for (place, record) in entries {
        if can_be_checked(record, parts)
            && let Err(fault) = check(record, &parts.plan, &parts.outline)
        {
            parts.problems.push(*place, fault.what, fault.remedy);
        }
    }
}

fn can_be_checked(record: &Record, parts: &Parts) -> bool {
    let target = match record {
        Record::Observation(it) => &it.target,
        Record::Status(it) => match &it.subject {
            Subject::Target(id) => id,
            Subject::Task(_) => return parts.is_sound,
        },
        Record::Comment(it) => match &it.target {
            Some(id) => id,
            None => return true,
        },
    };
    !parts.doubtful.contains(target)
}
