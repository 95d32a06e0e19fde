//! A plan file with the records that travel with it, under its key `records`.
//!
//! The room `load` reads the plan and leaves them alone: what a record may say depends on the plan. They are checked as
//! a person's own records are, since an export carries those as well, and a standing may be missing there.

use crate::load::place::Place;
use crate::load::reader::list;
use crate::load::yaml::Tree;
use crate::load::{self, Parts, Problems};
use crate::plan::{Outline, Plan};
use crate::words::tr;

use super::check::{check, together};
use super::decode::record;
use super::model::{Record, Subject};

/// What a plan file says.
#[derive(Clone, Debug)]
pub struct PlanFile {
    /// The plan.
    pub plan: Plan,
    /// The same in reading order.
    pub outline: Outline,
    /// The records that it carries; `None` where it has no such key.
    pub carried: Option<Vec<Record>>,
}

/// Reads a plan file. The problems of the plan and of the records that it carries come in the order of the file.
pub fn open(text: &str) -> Result<PlanFile, Problems> {
    let mut parts = load::parts(text)?;
    let entries = parts
        .carried
        .take()
        .map(|tree| entries(&tree, &mut parts.problems));
    if let Some(entries) = &entries {
        against_plan(entries, &mut parts);
        together(entries, &parts.plan, &mut parts.problems);
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

/// Holds the records against the plan. Of a faulty plan only the parts count that could be read: a fault of the plan
/// is told once, where it is.
fn against_plan(entries: &[(Place, Record)], parts: &mut Parts) {
    for (place, record) in entries {
        if can_be_held(record, parts)
            && let Err(fault) = check(record, &parts.plan, &parts.outline)
        {
            parts.problems.push(*place, fault.what, fault.remedy);
        }
    }
}

fn can_be_held(record: &Record, parts: &Parts) -> bool {
    let target = match record {
        Record::Observation(it) => &it.target,
        Record::Status(it) => match &it.subject {
            Subject::Target(id) => id,
            Subject::Task(_) => return parts.is_sound,
        },
    };
    !parts.doubtful.contains(target)
}
