//! `guihua search`: output and exit codes as of grep, with addresses in place of file names.

use std::io::{self, Write};
use std::ops::Range;

use super::{Failure, complaint, opening};
use crate::cli::{Common, SearchArgs};
use crate::output::answers;
use crate::paint::Paint;
use crate::search::{Entry, EntryKind, Hit, Index, MOST_WORDS, MatchClass, Query, no_kind, notes};
use crate::words::{say, tr};

pub(super) fn run(
    common: &Common,
    args: &SearchArgs,
    paint: Paint,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let dossier = opening::dossier(common)?;
    let notes = notes(&dossier.plan, &dossier.book);
    let index = Index::new(&dossier.plan, &dossier.outline, &notes);
    let query = query(&index, args)?;
    if query.is_cut() {
        let note = say!("词太多，只取前 {most} 个", most = MOST_WORDS);
        // A closed stderr must not stop the command.
        let _ = writeln!(io::stderr(), "{}", complaint(&note));
    }
    let mut hits = index.search(&query);
    if hits.is_empty() {
        return Err(Failure::NothingFound);
    }
    hits.truncate(args.limit.unwrap_or(usize::MAX));
    let paint = if args.plain { Paint::None } else { paint };
    for hit in &hits {
        let entry = index.entry(hit);
        if args.json {
            answers::write_line(&answers::Found::of(hit, entry), out)?;
        } else {
            writeln!(out, "{}", line(hit, entry, args, paint))?;
        }
    }
    Ok(())
}

/// The query with the filters of the options; an unknown domain or kind is an error.
fn query(index: &Index, args: &SearchArgs) -> Result<Query, Failure> {
    let mut query = Query::parse(&args.query.join(" "));
    if let Some(fault) = index.fault(&query) {
        return Err(Failure::Unknown(fault));
    }
    for typed in &args.domain {
        if index.domains_named(typed).is_empty() {
            return Err(Failure::Unknown(index.no_domain(typed)));
        }
        query = query.in_domain(typed);
    }
    for typed in &args.kind {
        let kinds = EntryKind::named(typed);
        if kinds.is_empty() {
            return Err(Failure::Unknown(no_kind(typed)));
        }
        query = kinds.into_iter().fold(query, Query::of_kind);
    }
    Ok(query)
}

/// A hit on one line: address, kind, and the sentence of the first match; with `--plain` in tab-separated columns.
fn line(hit: &Hit, entry: &Entry, args: &SearchArgs, paint: Paint) -> String {
    let (told, matched) = entry.told(&hit.text);
    let sentence = sentences(&told, &matched, args.context.unwrap_or(0));
    let text = marked(paint, &told, sentence, &matched);
    let title = marked(paint, &entry.title, 0..entry.title.len(), &hit.title);
    let (address, kind, class) = (entry.address, entry.kind.name(), tr(hit.class.label()));
    if args.plain {
        let domains = entry.domains.join(tr("、"));
        return format!("{address}\t{kind}\t{class}\t{title}\t{text}\t{domains}");
    }
    let words = match (entry.is_named(), text.is_empty()) {
        (true, true) => title,
        (true, false) => say!("{head}：{text}", head = title, text),
        (false, _) => text,
    };
    let address = address.for_readers();
    let place = paint.place(&format!("{address}:{kind}:"));
    match hit.class {
        MatchClass::Exact => format!("{place}{words}"),
        _ => say!("{place}{words}［{class}］", place, words, class),
    }
}

/// The byte range of the sentence of the first match, and `more` sentences on either side; without a match, of the
/// first.
fn sentences(text: &str, ranges: &[Range<usize>], more: usize) -> Range<usize> {
    let at = ranges.first().map_or(0, |range| range.start);
    let ends = text.match_indices(['。', '；', '！', '？']);
    let mut ends: Vec<usize> = ends.map(|(at, mark)| at + mark.len()).collect();
    ends.push(text.len());
    ends.dedup();
    let here = ends.partition_point(|end| *end <= at).min(ends.len() - 1);
    let start = here.checked_sub(more + 1).map_or(0, |before| ends[before]);
    let end = ends[(here + more).min(ends.len() - 1)];
    start..end
}

/// Part of a text with its matches highlighted.
fn marked(paint: Paint, text: &str, part: Range<usize>, ranges: &[Range<usize>]) -> String {
    let mut out = String::new();
    let mut at = part.start;
    for range in ranges {
        let range = range.start.max(at)..range.end.min(part.end);
        let Some(matched) = text.get(range.clone()).filter(|_| !range.is_empty()) else {
            continue;
        };
        out.push_str(text.get(at..range.start).unwrap_or_default());
        out.push_str(&paint.matched(matched));
        at = range.end;
    }
    out.push_str(text.get(at..part.end).unwrap_or_default());
    out
}
