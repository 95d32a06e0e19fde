//! `guihua show`: a heading with everything under it, a paragraph, a target, or a term.

use std::io::{self, Write};

use super::{Failure, opening, target};
use crate::assessment::Assessment;
use crate::citation::{Passage, Source};
use crate::cli::{Common, ShowArgs};
use crate::dossier::Dossier;
use crate::lookup::{self, Found};
use crate::manuscript::{self, Edition};
use crate::output::answers;
use crate::plan::{Address, Outline, Plan, Target, Term};
use crate::terms;
use crate::text::{pad, width};
use crate::wording::aside;
use crate::words::{say, tr};

pub(super) fn run(common: &Common, args: &ShowArgs, out: &mut impl Write) -> Result<(), Failure> {
    let mut dossier = opening::shipped(common)?;
    let (plan, outline) = (&dossier.plan, &dossier.outline);
    match lookup::find(plan, outline, &args.what)? {
        Found::Place(address) => place(plan, outline, address, args, out),
        Found::Target(target) => {
            dossier.book = opening::book(&dossier, common)?;
            let assessment = Assessment::of(&dossier, args.as_of.date());
            show_target(&dossier, target, &assessment, args, out)
        }
        Found::Term(term) => {
            let source = Source::restored(plan, outline, args.as_of.date());
            show_term(source, term, args, out)
        }
    }
}

fn place(
    plan: &Plan,
    outline: &Outline,
    address: Address,
    args: &ShowArgs,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let edition = match (args.as_published, args.marks) {
        (true, _) => Edition::AsPublished,
        (_, true) => Edition::Marked,
        _ => Edition::Restored,
    };
    if args.json {
        let answer = answers::Place::of(plan, outline, address, edition);
        return Ok(answers::write(&answer, out)?);
    }
    if let Some((id, range)) = outline
        .range(address)
        .filter(|_| address != address.block())
    {
        let node = outline.node(id);
        writeln!(out, "{}", manuscript::part(node, &range, edition))?;
        return Ok(doubts(&node.doubts_in(&range), edition, out)?);
    }
    for id in outline.under(address) {
        let node = outline.node(id);
        writeln!(out, "{}", manuscript::line(node, edition))?;
        doubts(&node.doubts(), edition, out)?;
    }
    Ok(())
}

/// What is doubtful in a text; nothing of the text as published, in which nothing was restored.
fn doubts(doubts: &[String], edition: Edition, out: &mut impl Write) -> io::Result<()> {
    let mut told = doubts.iter().filter(|_| edition != Edition::AsPublished);
    told.try_for_each(|doubt| writeln!(out, "{doubt}"))
}

/// A target as `target` prints it, and the sentences for its earlier figures and its other places.
fn show_target(
    dossier: &Dossier,
    target: &Target,
    assessment: &Assessment,
    args: &ShowArgs,
    out: &mut impl Write,
) -> Result<(), Failure> {
    if args.json {
        return Ok(target::as_json(dossier, target, assessment, out)?);
    }
    let outline = &dossier.outline;
    target::write_card(dossier, target, assessment, out)?;
    for stated in &target.history {
        let (quote, place) = (
            outline.told(&stated.citation),
            stated.citation.at.for_readers(),
        );
        let year = say!("{year}年", year = stated.year);
        writeln!(out, "{year}  {}", aside(format!("“{quote}”"), place))?;
    }
    for also in &target.also {
        let (quote, place) = (outline.told(also), also.at.for_readers());
        let words = aside(format!("“{quote}”"), place);
        writeln!(out, "{}  {words}", tr("又见"))?;
    }
    Ok(())
}

fn show_term(
    source: Source<'_>,
    term: &Term,
    args: &ShowArgs,
    out: &mut impl Write,
) -> Result<(), Failure> {
    if args.json {
        return Ok(answers::write(&answers::ShownTerm::of(source, term), out)?);
    }
    let head = say!(
        "{name}（{kind}）  出现 {count} 次",
        name = term.name,
        kind = term.kind.name(),
        count = terms::occurrences(source.outline, term).len()
    );
    writeln!(out, "{head}")?;
    if !term.aliases.is_empty() {
        writeln!(out, "{}  {}", tr("又作"), term.aliases.join(tr("、")))?;
    }
    if let Some((at, id)) = term
        .explained
        .and_then(|at| Some((at, source.outline.at(at)?)))
    {
        let (at, text) = (at.for_readers(), source.outline.node(id).prose.told());
        writeln!(out, "{}  {at} {text}", tr("解释"))?;
    }
    let sentences = Passage::with(source.outline, term);
    let columns = sentences.iter().map(|it| width(&it.at.for_readers()));
    let columns = columns.max().unwrap_or(0);
    for sentence in &sentences {
        let (at, words) = (sentence.at.for_readers(), sentence.told(source.outline));
        writeln!(out, "{}  {words}", pad(&at, columns))?;
    }
    Ok(())
}
