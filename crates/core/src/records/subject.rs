//! Finds the target of a record by what was typed.

use super::fault::{Fault, fault};
use super::field::Field;
use crate::load::brief;
use crate::plan::{Plan, Target};
use crate::words::{say, tr};

/// The least similarity (Jaro–Winkler) of a suggested name.
const ALIKE: f64 = 0.7;

/// How a target may be named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Naming {
    /// By its id, its name, or any part of the name that no other has: whoever typed it sees what was found.
    #[default]
    InPart,
    /// By its id or its whole name: nobody looks at each row of a table.
    InFull,
}

/// The target with this id or name, or the only one whose name contains `words`.
pub fn find_target<'a>(plan: &'a Plan, words: &str) -> Result<&'a Target, Fault> {
    named_target(plan, words, Naming::InPart)
}

/// The target that `words` name.
pub(super) fn named_target<'a>(
    plan: &'a Plan,
    words: &str,
    naming: Naming,
) -> Result<&'a Target, Fault> {
    let words = words.trim();
    let exact = |target: &&Target| target.id == words || target.name == words;
    if let Some(target) = plan.targets.iter().find(exact) {
        return Ok(target);
    }
    let parts: Vec<&Target> = plan
        .targets
        .iter()
        .filter(|target| !words.is_empty() && target.name.contains(words))
        .collect();
    let (what, remedy) = match parts.as_slice() {
        [target] if naming == Naming::InPart => return Ok(target),
        [target] => (
            say!("“{words}”不是指标的全名", words = brief(words)),
            say!("是不是“{name}”？", name = target.name),
        ),
        [] => (
            say!("没有“{words}”这个指标", words = brief(words)),
            nearest(plan, words),
        ),
        several => {
            let names = several.iter().map(|target| format!("“{}”", target.name));
            let names: String = names.collect();
            (
                say!("“{words}”不止一个指标", words = brief(words)),
                say!("请写全：{names}", names),
            )
        }
    };
    Err(fault(what, remedy).of(Field::Target))
}

fn nearest(plan: &Plan, words: &str) -> String {
    let names = plan
        .targets
        .iter()
        .flat_map(|it| [it.name.as_str(), it.id.as_str()]);
    let nearest = names
        .map(|name| (strsim::jaro_winkler(words, name), name))
        .max_by(|a, b| a.0.total_cmp(&b.0));
    match nearest {
        Some((likeness, name)) if likeness > ALIKE => say!("是不是“{name}”？", name),
        _ => tr("全部指标见 guihua targets").to_owned(),
    }
}
