//! The files that an import writes: their names, and what differs from those that are there already.

use std::collections::HashMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::super::{Failure, unwritable};
use crate::cli::ImportArgs;
use crate::importing::{Imported, stem};
use crate::load::file::{self, Accept};
use crate::load::{self, printable};
use crate::manuscript::{self, Edition};
use crate::plan::{Outline, Plan};
use crate::saving;
use crate::wording;
use crate::words::{say, tr};

/// The most lines that are told of each kind of difference.
const MOST: usize = 10;

/// The most characters of a title in the name of a file.
const LONGEST: usize = 40;

/// What became of a plan file.
pub(super) enum Outcome {
    /// It was written.
    Written,
    /// A file with the same plan is there already.
    Same,
    /// A file that says something else is there already; what would differ, or that it is no plan file.
    Differs(Option<Differences>),
}

/// What would differ in a file that is there.
pub(super) struct Differences {
    /// Lines that only the file has, and those that only the import has.
    lines: [Vec<String>; 2],
    /// Targets that only the file has, and those that only the import has.
    targets: [Vec<String>; 2],
}

/// Where each plan is written: as named, or into a folder under the name of its document or its title.
pub(super) fn paths(plans: &[Imported], args: &ImportArgs) -> Vec<PathBuf> {
    let output = args.output.as_deref();
    let is_folder =
        |path: &Path| path.is_dir() || path.as_os_str().to_string_lossy().ends_with(['/', '\\']);
    if let (Some(path), [_]) = (output.filter(|path| !is_folder(path)), plans) {
        return vec![path.to_owned()];
    }
    let folder = output.map_or_else(PathBuf::new, Path::to_owned);
    let several = plans.len() > 1;
    let name = |(n, plan): (usize, &Imported)| {
        let name = if several {
            format!("{:02}-{}.yaml", n + 1, file_name(&plan.plan.meta.title))
        } else {
            format!("{}.yaml", file_name(stem(&plan.from)))
        };
        folder.join(name)
    };
    plans.iter().enumerate().map(name).collect()
}

/// A title without the characters that names of files can't have.
fn file_name(title: &str) -> String {
    let refused = |c: char| c.is_control() || "/\\:*?\"<>|".contains(c);
    let name: String = title
        .chars()
        .filter(|c| !refused(*c))
        .take(LONGEST)
        .collect();
    let name = name.trim_matches(['.', ' ']);
    if name.is_empty() {
        "plan".to_owned()
    } else {
        name.to_owned()
    }
}

/// Writes a plan file where there is none; an existing one is never overwritten.
pub(super) fn write(imported: &Imported, path: &Path) -> Result<Outcome, Failure> {
    if let Some(folder) = path.parent().filter(|it| !it.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(unwritable(folder))?;
    }
    match saving::create(path, imported.text.as_bytes()) {
        Ok(()) => Ok(Outcome::Written),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => existing(imported, path),
        Err(error) => Err(unwritable(path)(error)),
    }
}

/// What would differ in the file that is there.
fn existing(imported: &Imported, path: &Path) -> Result<Outcome, Failure> {
    let shown = path.display().to_string();
    let bytes = file::read(path, load::MAX_BYTES, Accept::Files);
    let bytes = bytes.map_err(|error| Failure::Unreadable(shown, error))?;
    if bytes == imported.text.as_bytes() {
        return Ok(Outcome::Same);
    }
    let plan = load::text(bytes).and_then(|text| load::load(&text));
    let Ok(plan) = plan else {
        return Ok(Outcome::Differs(None));
    };
    let ours = imported
        .file
        .as_ref()
        .map_or(&imported.plan, |file| &file.plan);
    let differences = Differences {
        lines: apart(&lines(&plan), &lines(ours)),
        targets: apart(&targets(&plan), &targets(ours)),
    };
    let is_same = [&differences.lines, &differences.targets]
        .iter()
        .all(|sides| sides.iter().all(Vec::is_empty));
    Ok(if is_same {
        Outcome::Same
    } else {
        Outcome::Differs(Some(differences))
    })
}

fn lines(plan: &Plan) -> Vec<String> {
    let text = manuscript::text(&Outline::of(plan), Edition::AsPublished);
    text.lines().map(str::to_owned).collect()
}

fn targets(plan: &Plan) -> Vec<String> {
    let told = |target: &crate::plan::Target| {
        let goal = target
            .goal
            .map(|goal| wording::measured(goal, target.unit.as_deref()));
        format!("{} {}", target.name, goal.unwrap_or_default())
    };
    plan.targets.iter().map(told).collect()
}

/// What only one of two lists has, each as often as it has it more.
fn apart(theirs: &[String], ours: &[String]) -> [Vec<String>; 2] {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for line in ours {
        *counts.entry(line).or_default() += 1;
    }
    let mut only_theirs = Vec::new();
    for line in theirs {
        match counts.get_mut(line.as_str()).filter(|n| **n > 0) {
            Some(n) => *n -= 1,
            None => only_theirs.push(line.clone()),
        }
    }
    let mut only_ours = Vec::new();
    for line in ours {
        if let Some(n) = counts.get_mut(line.as_str()).filter(|n| **n > 0) {
            *n -= 1;
            only_ours.push(line.clone());
        }
    }
    [only_theirs, only_ours]
}

/// Tells what became of a plan file, if it was not written.
pub(super) fn told(outcome: &Outcome, out: &mut impl Write) -> io::Result<()> {
    match outcome {
        Outcome::Written => Ok(()),
        Outcome::Same => writeln!(out, "  {}", tr("文件已在，内容相同，没有改动")),
        Outcome::Differs(None) => {
            writeln!(
                out,
                "  {}",
                tr("文件已在，且不是可读的规划文件；没有覆盖，请换个名称")
            )
        }
        Outcome::Differs(Some(it)) => {
            writeln!(
                out,
                "  {}",
                tr("文件已在，没有覆盖；重新导入会有这些不同：")
            )?;
            let [their_lines, our_lines] = &it.lines;
            let [their_targets, our_targets] = &it.targets;
            side("-", their_lines, out)?;
            side("+", our_lines, out)?;
            side(&format!("- {}", tr("指标")), their_targets, out)?;
            side(&format!("+ {}", tr("指标")), our_targets, out)
        }
    }
}

fn side(sign: &str, lines: &[String], out: &mut impl Write) -> io::Result<()> {
    for line in lines.iter().take(MOST) {
        writeln!(out, "  {sign} {}", printable(line))?;
    }
    let more = lines.len().saturating_sub(MOST);
    if more > 0 {
        writeln!(out, "  {sign} {}", say!("另有 {n} 项", n = more))?;
    }
    Ok(())
}
