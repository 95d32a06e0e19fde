//! `guihua targets`: the targets as a table or as JSON.

use std::io::{self, Write};

use super::domains::Wanted;
use super::table::Table;
use super::{Failure, opening};
use crate::assessment::Assessment;
use crate::card;
use crate::cli::{Common, TargetsArgs};
use crate::evaluation::Evaluation;
use crate::output::answers;
use crate::plan::{Plan, Target, Tier};
use crate::terminal;
use crate::wording;
use crate::words::{say, tr};

pub(super) fn run(
    common: &Common,
    args: &TargetsArgs,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let mut dossier = opening::shipped(common)?;
    dossier.book = opening::book(&dossier, common)?;
    let wanted = Wanted::of(&dossier.plan, args.domain.as_deref())?;
    let assessment = Assessment::of(&dossier, args.as_of.date());
    let targets = assessment.targets(&dossier);
    let mut targets: Vec<_> = targets
        .filter(|(target, _)| wanted.admits(&target.domains))
        .collect();
    if args.json {
        let answer = answers::Targets::of(&dossier, &assessment, &targets);
        answers::write(&answer, out)?;
    } else {
        targets.sort_by_key(|(target, _)| target.rank());
        write(&table(&dossier.plan, &targets), out)?;
        writeln!(out, "{}", counted(&targets))?;
        writeln!(out, "{}", say!("截至{day}", day = assessment.as_of))?;
    }
    Ok(())
}

/// How many of each tier the table has, and how many that no person has confirmed.
fn counted(targets: &[(&Target, &Evaluation)]) -> String {
    let confirmed = || {
        let targets = targets.iter();
        targets.filter(|(target, _)| target.proposed.is_none())
    };
    let of = |tier: Tier| {
        let count = confirmed()
            .filter(|(target, _)| target.tier == tier)
            .count();
        (count > 0).then(|| say!("{tier}{count}项", tier = tr(tier.counted()), count))
    };
    let proposed = targets.len() - confirmed().count();
    let proposed = (proposed > 0).then(|| say!("待确认{count}项", count = proposed));
    let counts = Tier::ALL.into_iter().map(|(_, tier)| of(tier));
    let counts = counts.chain([proposed]).flatten();
    counts.collect::<Vec<_>>().join(tr("，"))
}

/// The table, with a column for each year before the goal. A missing figure is a dash.
fn table(plan: &Plan, targets: &[(&Target, &Evaluation)]) -> Table {
    let mut years: Vec<u16> = targets
        .iter()
        .flat_map(|(target, _)| target.history.iter().map(|stated| stated.year))
        .collect();
    years.sort_unstable();
    years.dedup();
    let rows = targets
        .iter()
        .map(|(target, evaluation)| row(plan, target, evaluation, &years));
    Table {
        heads: heads(&years),
        rows: rows.collect(),
    }
}

fn heads(years: &[u16]) -> Vec<String> {
    let years = years.iter().map(|year| say!("{year}年", year));
    let before = [tr("编号"), tr("指标")].map(str::to_owned);
    let behind = [
        tr("目标"),
        tr("年份"),
        tr("最新"),
        tr("进度"),
        tr("结论"),
        tr("层次"),
        tr("领域"),
        tr("出处"),
    ];
    before
        .into_iter()
        .chain(years)
        .chain(behind.map(str::to_owned))
        .collect()
}

/// Columns to leave out on a narrow terminal, the least important first.
fn spare(columns: usize) -> Vec<usize> {
    let [goal, year, latest, progress, _verdict, tier, domains, place] =
        std::array::from_fn(|n| (columns + n).saturating_sub(8));
    let mut spare = vec![domains, 0];
    spare.extend(2..goal);
    spare.extend([place, progress, year, tier, latest, goal]);
    spare
}

/// Writes the whole table, or what fits if stdout is a terminal.
fn write(table: &Table, out: &mut impl Write) -> io::Result<()> {
    const NAME: usize = 1;
    let Some(screen) = terminal::columns() else {
        return table.write(out);
    };
    let left_out = table.write_fitted(screen, NAME, &spare(table.heads.len()), out)?;
    if !left_out.is_empty() {
        let note = say!(
            "终端只有 {n} 列，略去：{columns}；输出到管道则齐全",
            n = screen,
            columns = left_out.join(tr("、"))
        );
        writeln!(out, "{note}")?;
    }
    Ok(())
}

fn row(plan: &Plan, target: &Target, evaluation: &Evaluation, years: &[u16]) -> Vec<String> {
    let stated = years.iter().map(|year| {
        target
            .stated(*year)
            .map_or_else(|| "-".to_owned(), |stated| wording::numeral(stated.value))
    });
    let mut row = vec![target.id.clone(), wording::target_name(plan, target)];
    row.extend(stated);
    row.extend([
        wording::goal_of(target, evaluation.goal.value),
        evaluation
            .goal
            .year
            .known()
            .map(|year| year.to_string())
            .unwrap_or_default(),
        dash(observed(target, evaluation)),
        dash(evaluation.measure.text(evaluation.unit(target))),
        evaluation.column_verdict(),
        tr(target.tier.label()).to_owned(),
        wording::domains(plan, &target.domains),
        target.citation.at.to_string(),
    ]);
    row
}

/// The latest figure with its period; empty if there is none.
fn observed(target: &Target, evaluation: &Evaluation) -> String {
    if evaluation.status.is_none() && evaluation.seen.is_empty() {
        return String::new();
    }
    card::latest(target, evaluation).to_string()
}

fn dash(cell: String) -> String {
    if cell.is_empty() {
        "-".to_owned()
    } else {
        cell
    }
}
