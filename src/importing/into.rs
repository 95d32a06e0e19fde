//! Annexes added to a plan that exists: the text of its file with them, and what they add.

use guihua_import::encode::{self, Annexed, Given};
use guihua_import::source::Source;

use super::{Understood, compared, fidelity_told, given, unfit};
use crate::fidelity::Comparison;
use crate::load::printable;
use crate::plan::Plan;
use crate::records::{self, PlanFile};
use crate::review;
use crate::words::{say, tr};

/// A plan file with annexes.
#[derive(Debug)]
pub struct Extended {
    /// The plan as its file says it now.
    pub file: PlanFile,
    /// What the annexes add.
    pub found: Annexed,
    /// The text that is added against the annexes.
    pub comparison: Comparison,
}

/// The text of a plan file with annexes. The error says why they can't be added.
pub fn into(text: &str, annexes: &[Understood]) -> Result<(String, Extended), String> {
    annexes.iter().try_for_each(unfit::check)?;
    let before = records::open(text).map_err(|problems| {
        let n = problems.len();
        say!("规划文件有 {n} 处问题，没有改动；先用 guihua check 检查", n)
    })?;
    let all: Vec<Given<'_>> = annexes.iter().flat_map(given).collect();
    let found = encode::annexed(&before.plan, &all);
    let comparison = added(&found, annexes);
    let extended = review::extended(text, &found.addition);
    let (text, file) = extended.map_err(|fault| fault.to_string())?;
    let extended = Extended {
        file,
        found,
        comparison,
    };
    Ok((text, extended))
}

/// What is added against the annexes that are new.
fn added(found: &Annexed, files: &[Understood]) -> Comparison {
    let is_new = |file: &&Understood| {
        let known = found.known.iter();
        !known
            .into_iter()
            .any(|name| name == super::stem(&file.name))
    };
    let sources: Vec<&Source> = files.iter().filter(is_new).map(|it| &it.source).collect();
    let plan = Plan {
        attachments: found.addition.attachments.clone(),
        omitted: found.addition.omitted.clone(),
        ..Plan::default()
    };
    compared(&plan, &sources)
}

impl Extended {
    /// What was added, in one line.
    pub fn told(&self) -> String {
        let addition = &self.found.addition;
        if addition.attachments.is_empty() {
            return tr("没有可加的，没有改动").to_owned();
        }
        say!(
            "加入附件 {attachments}、指标 {targets}（推定），存疑 {doubts}",
            attachments = addition.attachments.len(),
            targets = addition.targets.len(),
            doubts = addition.doubts.len()
        )
    }

    /// What a person wants to know of it, each on a line: what stands there already, what was joined, whether it is whole.
    pub fn notes(&self) -> Vec<String> {
        let it = &self.found;
        let known = it.known.iter().map(|name| {
            let name = printable(name);
            say!("“{name}”已是规划的附件，没有再加", name)
        });
        let mut notes: Vec<String> = known.collect();
        if !it.addition.attachments.is_empty() {
            notes.push(fidelity_told(&self.comparison));
        }
        if it.assigned > 0 {
            let (n, joined, own) = (it.assigned, it.joined, it.own);
            notes.push(say!(
                "分工表 {n} 行，其中 {joined} 行与正文的任务对上，{own} 行是正文没有的任务",
                n,
                joined,
                own
            ));
        }
        if it.same > 0 {
            let n = it.same;
            notes.push(say!("与规划里的指标相同 {n} 项，没有再列", n));
        }
        notes
    }
}
