//! `guihua cite`: quotations with their source.

use std::io::Write;

use super::Failure;
use super::opening::plan_file;
use crate::citation::{Passage, Reading, Source};
use crate::cli::{CiteArgs, Common};
use crate::clock;
use crate::load::printable;
use crate::lookup::{self, Found};
use crate::output::answers;
use crate::records::PlanFile;
use crate::words::say;

/// Maximum number of sentences that a message lists.
const LISTED: usize = 6;

pub(super) fn run(common: &Common, args: &CiteArgs, out: &mut impl Write) -> Result<(), Failure> {
    let PlanFile { plan, outline, .. } = plan_file(common)?;
    let source = Source {
        plan: &plan,
        outline: &outline,
        reading: if args.as_published {
            Reading::AsPublished
        } else {
            Reading::Restored
        },
        accessed: args.accessed.unwrap_or_else(clock::today),
    };
    let what = args.what.as_deref();
    let passage = what.map(|what| asked(source, what, args)).transpose()?;
    if args.json {
        let answer = answers::Cited::of(source, passage.as_ref(), args.style);
        return Ok(answers::write(&answer, out)?);
    }
    let citation = source.cited(passage.as_ref(), args.style);
    writeln!(out, "{citation}")?;
    Ok(())
}

/// The passage to quote.
fn asked(source: Source<'_>, what: &str, args: &CiteArgs) -> Result<Passage, Failure> {
    let found = lookup::find(source.plan, source.outline, what)?;
    let whole = named(source, found).ok_or_else(|| {
        let message = say!("“{what}”在原文中没有出处", what = printable(what));
        Failure::NotFound(message)
    })?;
    match (args.sentence, args.find.as_slice()) {
        (None, []) => Ok(whole),
        (Some(n), _) => sentence(source, &whole, n),
        (None, words) => sentence_with(source, &whole, words),
    }
}

/// The passage of an address, a target or a term.
fn named(source: Source<'_>, found: Found<'_>) -> Option<Passage> {
    let outline = source.outline;
    match found {
        Found::Place(address) => Passage::at(outline, address),
        Found::Target(target) => Passage::quoted(outline, &target.citation),
        Found::Term(term) => Passage::naming(outline, term),
    }
}

fn sentence(source: Source<'_>, whole: &Passage, n: usize) -> Result<Passage, Failure> {
    let sentences = whole.sentences(source.outline);
    let count = sentences.len();
    let wanted = n.checked_sub(1).and_then(|n| sentences.into_iter().nth(n));
    wanted.ok_or_else(|| {
        Failure::NotFound(say!(
            "没有第 {n} 句：{address} 共 {count} 句",
            n,
            address = whole.at.for_readers(),
            count
        ))
    })
}

/// The one sentence that contains all words; several are an error that lists them with their numbers.
fn sentence_with(
    source: Source<'_>,
    whole: &Passage,
    words: &[String],
) -> Result<Passage, Failure> {
    let sentences = whole.sentences(source.outline).into_iter().enumerate();
    let has_all = |(_, sentence): &(usize, Passage)| {
        let text = sentence.reading(source.outline);
        words.iter().all(|word| text.contains(word.trim()))
    };
    let mut found: Vec<(usize, Passage)> = sentences.filter(has_all).collect();
    let typed = printable(&words.join(" "));
    match found.len() {
        0 => Err(Failure::NotFound(say!(
            "{address} 里没有含“{words}”的句子",
            address = whole.at.for_readers(),
            words = typed
        ))),
        1 => Ok(found.remove(0).1),
        count => {
            let message = say!(
                "{address} 里有 {count} 句含“{words}”，请用 --sentence 指定：",
                address = whole.at.for_readers(),
                count,
                words = typed
            );
            let line = |(n, sentence): &(usize, Passage)| {
                let text = sentence.reading(source.outline);
                format!("\n  --sentence {}  {text}", n + 1)
            };
            let listed: String = found.iter().take(LISTED).map(line).collect();
            Err(Failure::Unknown(message + &listed))
        }
    }
}
