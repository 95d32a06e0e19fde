//! `guihua check --against`: the text of a plan against the published one.

use std::io::Write;
use std::path::PathBuf;

use super::super::Failure;
use super::super::opening;
use crate::fidelity::{self, Comparison, Difference, Words};
use crate::importing;
use crate::load::printable;
use crate::paint::Paint;
use crate::records::PlanFile;
use crate::words::{say, tr};

/// The names of the files that a plan is compared with.
pub(super) fn names(sources: &[PathBuf]) -> String {
    let names = sources.iter().map(|it| it.display().to_string());
    names.collect::<Vec<_>>().join(tr("、"))
}

/// Compares a plan with the published text in a file, or in several that follow each other: the plan and its annexes.
pub(super) fn compared(file: &PlanFile, sources: &[PathBuf]) -> Result<Comparison, Failure> {
    let mut lines = Vec::new();
    for source in sources {
        let document = opening::document(source)?;
        lines.extend(importing::lines(&document).map_err(Failure::Unknown)?);
    }
    let lines = lines.iter().map(|(n, text)| (*n, text.as_str()));
    Ok(fidelity::compare_lines(&file.plan, &file.outline, lines))
}

/// Tells what came of the comparison. Differences are problems of the plan.
pub(super) fn told(
    file: &PlanFile,
    sources: &[PathBuf],
    paint: Paint,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let comparison = compared(file, sources)?;
    let name = printable(&names(sources));
    for difference in &comparison.differences {
        writeln!(out, "{}", paint.place(&place(&name, difference)))?;
        writeln!(out, "  {} {}", tr("规划"), words(&difference.plan, paint))?;
        writeln!(out, "  {} {}", tr("原文"), words(&difference.source, paint))?;
    }
    for text in &comparison.not_found {
        let text = printable(text);
        writeln!(out, "{}", say!("略去的“{text}”不在原文所说的那一行", text))?;
    }
    for difference in comparison.widths.iter().take(3) {
        let (ours, theirs) = (
            printable(&difference.plan.words),
            printable(&difference.source.words),
        );
        let place = place(&name, difference);
        writeln!(
            out,
            "{}",
            say!(
                "{place} 只有全角、半角之别：规划“{ours}”，原文“{theirs}”",
                place,
                ours,
                theirs
            )
        )?;
    }
    let surroundings = say!(
        "原文之前 {before} 字、之后 {after} 字不属本文件，未比较",
        before = comparison.before,
        after = comparison.after
    );
    let widths = match comparison.width_count {
        0 => String::new(),
        n => say!("，全角、半角之别 {n} 处", n),
    };
    if comparison.is_same() {
        let same = say!(
            "{name}：逐字相同（{n} 字{widths}）；{surroundings}",
            name,
            n = comparison.same,
            widths,
            surroundings
        );
        writeln!(out, "{}", paint.well(&same))?;
        return Ok(());
    }
    let count = comparison.count + comparison.not_found.len();
    let differs = say!(
        "{name}：共 {count} 处不同（相同 {n} 字{widths}）；{surroundings}",
        name,
        count,
        n = comparison.same,
        widths,
        surroundings
    );
    writeln!(out, "{}", paint.wrong(&differs))?;
    Err(Failure::ProblemsListed)
}

fn place(name: &str, difference: &Difference) -> String {
    format!("{name}:{} {}", difference.line, difference.at.for_readers())
}

/// The words that differ between what stands around them.
fn words(words: &Words, paint: Paint) -> String {
    let differing = match words.words.as_str() {
        "" => tr("（无）").to_owned(),
        text => format!("[{}]", printable(&shortened(text))),
    };
    let (before, after) = (printable(&words.before), printable(&words.after));
    format!("…{before}{}{after}…", paint.wrong(&differing))
}

/// A long text by its beginning and its end.
fn shortened(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    if characters.len() <= 60 {
        return text.to_owned();
    }
    let (head, tail) = (&characters[..28], &characters[characters.len() - 28..]);
    let part = |part: &[char]| part.iter().collect::<String>();
    format!("{} … {}", part(head), part(tail))
}
