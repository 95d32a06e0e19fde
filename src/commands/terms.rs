//! `guihua terms`: the index of terms, with counts and addresses.

use std::io::{self, Write};

use super::Failure;
use super::opening::plan_file;
use super::table::Lines;
use crate::cli::{Common, TermsArgs};
use crate::load::printable;
use crate::output::answers;
use crate::plan::{Address, Outline, Term, TermKind};
use crate::records::PlanFile;
use crate::terms;
use crate::text::{pad, width};
use crate::words::{say, tr};

pub(super) fn run(common: &Common, args: &TermsArgs, out: &mut impl Write) -> Result<(), Failure> {
    let PlanFile { plan, outline, .. } = plan_file(common)?;
    let kind = args.kind.as_deref().map(kind).transpose()?;
    let wanted = |term: &&Term| kind.is_none_or(|kind| kind == term.kind);
    let terms = plan.terms.iter().filter(wanted);
    if args.json {
        answers::write(&answers::Terms::of(&plan, &outline, terms), out)?;
    } else {
        let rows: Vec<Row<'_>> = terms.map(|term| Row::of(term, &outline)).collect();
        table(&rows, out)?;
    }
    Ok(())
}

fn kind(typed: &str) -> Result<TermKind, Failure> {
    let mut known = TermKind::ALL.iter();
    let found = known.find(|(_, word, label)| *word == typed || *label == typed);
    found.map(|(kind, ..)| *kind).ok_or_else(|| {
        let known = TermKind::ALL.map(|(kind, ..)| kind.name()).join(tr("、"));
        Failure::Unknown(say!(
            "没有“{typed}”这类术语；可用：{known}",
            typed = printable(typed),
            known
        ))
    })
}

/// A term and where it occurs.
struct Row<'a> {
    name: &'a str,
    kind: &'static str,
    count: usize,
    places: Vec<Address>,
}

impl<'a> Row<'a> {
    fn of(term: &'a Term, outline: &Outline) -> Self {
        let (count, places) = terms::places(outline, term);
        Self {
            name: &term.name,
            kind: term.kind.name(),
            count,
            places,
        }
    }
}

fn table(rows: &[Row<'_>], out: &mut impl Write) -> io::Result<()> {
    let name = rows.iter().map(|row| width(row.name)).max().unwrap_or(0);
    let kind = rows.iter().map(|row| width(row.kind)).max().unwrap_or(0);
    let mut lines = Lines::of_output();
    for row in rows {
        let places = row.places.iter().map(|place| place.for_readers());
        let places: Vec<String> = places.collect();
        let places = places.join(" ");
        let (name, kind) = (pad(row.name, name), pad(row.kind, kind));
        let count = say!("{n}次", n = format!("{:>3}", row.count));
        lines.write(&format!("{name}  {kind}  {count}  {places}"), out)?;
    }
    lines.end(out)
}
