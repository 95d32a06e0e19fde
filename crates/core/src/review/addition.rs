//! What annexes add to a plan: attachments, proposals, doubts, and who does the tasks of the text, written into its file.
//!
//! Whatever the file has already stays as it is.

use super::lines::Lines;
use super::{Fault, refused};
use crate::compose;
use crate::plan::{Attachment, Block, Doubt, Duties, Omitted, Plan, Target};
use crate::records::{self, PlanFile};

/// What annexes add to a plan.
#[derive(Clone, Debug, Default)]
pub struct Addition {
    /// The documents to attach.
    pub attachments: Vec<Attachment>,
    /// Proposed targets.
    pub targets: Vec<Target>,
    /// What a person should look at.
    pub doubts: Vec<Doubt>,
    /// What was left out of the annexes.
    pub omitted: Vec<Omitted>,
    /// What is said of tasks that the text does not say: the path of each task among the blocks of the text, with who does
    /// it and until when.
    pub duties: Vec<(Vec<usize>, Duties)>,
}

impl Addition {
    /// A plan with what is added to it.
    pub fn to(&self, plan: &Plan) -> Plan {
        let mut plan = plan.clone();
        plan.attachments.extend(self.attachments.iter().cloned());
        plan.targets.extend(self.targets.iter().cloned());
        plan.doubts.extend(self.doubts.iter().cloned());
        plan.omitted.extend(self.omitted.iter().cloned());
        for (path, duties) in &self.duties {
            if let Some(Block::Task(task)) = block(&mut plan.body.content, path) {
                let own = &mut task.duties;
                own.lead = own.lead.take().or_else(|| duties.lead.clone());
                own.with = own.with.take().or_else(|| duties.with.clone());
                own.due = own.due.take().or_else(|| duties.due.clone());
            }
        }
        plan
    }
}

/// The block at a path.
fn block<'a>(blocks: &'a mut [Block], path: &[usize]) -> Option<&'a mut Block> {
    let (first, rest) = path.split_first()?;
    let found = blocks.get_mut(*first)?;
    match found {
        found if rest.is_empty() => Some(found),
        Block::Section(section) => block(&mut section.content, rest),
        Block::Box(panel) => block(&mut panel.content, rest),
        _ => None,
    }
}

/// The text of a plan file with an addition, and the plan file that it is.
pub fn extended(text: &str, addition: &Addition) -> Result<(String, PlanFile), Fault> {
    let before = records::open(text).map_err(Fault::Unsound)?;
    let lines = Lines::of(text).ok_or(Fault::OtherShape)?;
    let new = edited(&lines, addition).ok_or(Fault::OtherShape)?;
    let after = records::open(&new).map_err(|problems| refused(&problems))?;
    // What is meant, as a plan file says it.
    let meant = compose::plan_file(&addition.to(&before.plan), &[]).unwrap_or_default();
    let meant = records::open(&meant).map_err(|problems| refused(&problems))?;
    let is_meant = after.plan == meant.plan && after.carried == before.carried;
    is_meant.then_some((new, after)).ok_or(Fault::Unproven)
}

/// The text with the lines that are added; `None` where the file is not written line by line.
fn edited(lines: &Lines<'_>, addition: &Addition) -> Option<String> {
    let mut edits = Vec::new();
    for (path, duties) in &addition.duties {
        edits.push(lines.with_duties(path, duties)?);
    }
    if !addition.attachments.is_empty() {
        edits.push(lines.appended("attachments", &addition.attachments)?);
    }
    if !addition.targets.is_empty() {
        edits.push(lines.appended("targets", &addition.targets)?);
    }
    if !addition.doubts.is_empty() {
        edits.push(lines.appended("doubts", &addition.doubts)?);
    }
    if !addition.omitted.is_empty() {
        edits.push(lines.appended("omitted", &addition.omitted)?);
    }
    lines.with(&edits)
}
