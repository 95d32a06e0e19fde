//! `guihua check`: everything that is wrong with a plan file.

use std::io::{self, Write};
use std::path::Path;

use super::{Failure, read};
use crate::load::{self, printable};
use crate::plan::{NodeKind, Outline, Plan};

/// The built-in plan as it is written.
const BUILT_IN: &str = include_str!("../../plan.yaml");

pub(super) fn run(path: Option<&Path>, out: &mut impl Write) -> Result<(), Failure> {
    let (name, text) = match path {
        Some(path) => (path.display().to_string(), read(path)?),
        None => ("plan.yaml".to_owned(), BUILT_IN.to_owned()),
    };
    let name = printable(&name);
    match load::load(&text) {
        Ok(plan) => {
            writeln!(out, "{name}：没有问题（{}）", size(&plan))?;
            Ok(())
        }
        Err(problems) => {
            let listed = problems
                .iter()
                .try_for_each(|problem| writeln!(out, "{name}:{problem}"))
                .and_then(|()| writeln!(out, "共 {} 处问题", problems.len()));
            match listed {
                // The file is faulty even if nobody reads why.
                Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
                _ => Err(Failure::ProblemsListed),
            }
        }
    }
}

fn size(plan: &Plan) -> String {
    let outline = Outline::of(plan);
    let tasks = outline.of_kind(NodeKind::Task).count();
    format!(
        "{} 章，任务 {tasks} 项，指标 {} 项",
        plan.body.chapters.len(),
        plan.targets.len()
    )
}
