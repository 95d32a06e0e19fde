//! The marks of supplied characters: `⟦x⟧` where what is supplied is certain, `⟦x|y⟧` where one of several candidates
//! stood. Reads them, with a clear fault for whatever is not such a mark, and writes them.

use std::borrow::Cow;
use std::ops::Range;

use super::{Prose, Run, Supplied};
use crate::words::say;

/// Opens what is supplied.
pub(crate) const OPEN: char = '⟦';
/// Closes what is supplied.
pub(crate) const CLOSE: char = '⟧';
/// Stands between candidates.
const OR: char = '|';
/// What an input method types for [`OR`].
const WIDE_OR: char = '｜';
/// The maximum number of candidates; the schema has it too.
const MOST: usize = 8;

/// Reads text with marks. The error says in words what is wrong with the first faulty mark.
pub(super) fn read(marked: &str) -> Result<Prose, String> {
    let mut prose = Prose::default();
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once([OPEN, CLOSE]) {
        prose.reading.push_str(before);
        if rest
            .get(before.len()..)
            .is_some_and(|it| it.starts_with(CLOSE))
        {
            return Err(say!("“⟧”之前没有“⟦”"));
        }
        let (inside, behind) = after
            .split_once(CLOSE)
            .ok_or_else(|| say!("“⟦”没有对应的“⟧”"))?;
        supply(&mut prose, inside)?;
        rest = behind;
    }
    prose.reading.push_str(rest);
    Ok(prose)
}

/// Appends what stands between the marks.
fn supply(prose: &mut Prose, inside: &str) -> Result<(), String> {
    if inside.contains(OPEN) {
        return Err(say!("“⟦”之内又出现“⟦”"));
    }
    if inside.is_empty() {
        return Err(say!("“⟦⟧”之间没有文字"));
    }
    if inside.contains(WIDE_OR) {
        return Err(say!("“⟦{inside}⟧”的候选之间应是半角的“|”", inside));
    }
    let mut candidates = inside.split(OR).map(str::to_owned).collect::<Vec<_>>();
    if candidates.iter().any(String::is_empty) {
        return Err(say!("“⟦{inside}⟧”里有空的候选", inside));
    }
    if candidates.len() > MOST {
        return Err(say!(
            "“⟦{inside}⟧”的候选多于 {most} 个",
            inside,
            most = MOST
        ));
    }
    let others = candidates.split_off(1);
    let first = candidates.concat();
    let mut seen = vec![&first];
    for other in &others {
        if seen.contains(&other) {
            return Err(say!("“⟦{inside}⟧”里“{other}”写了两遍", inside, other));
        }
        seen.push(other);
    }
    let start = prose.reading.len();
    prose.reading.push_str(&first);
    prose.supplied.push(Supplied {
        range: start..prose.reading.len(),
        others,
    });
    Ok(())
}

/// Text with faulty marks as it may be read without them: of what looks like candidates the first.
pub(crate) fn without_marks(marked: &str) -> String {
    let mut out = String::with_capacity(marked.len());
    let (mut is_inside, mut is_other) = (false, false);
    for c in marked.chars() {
        match c {
            OPEN | CLOSE => (is_inside, is_other) = (c == OPEN, false),
            OR | WIDE_OR if is_inside => is_other = true,
            _ if is_other => {}
            _ => out.push(c),
        }
    }
    out
}

/// A run as plan.yaml writes it.
pub(super) fn written(run: Run<'_>) -> String {
    match run.supplied {
        None => run.text.to_owned(),
        Some(supplied) => {
            let others = supplied.others.iter().map(|other| format!("{OR}{other}"));
            format!("{OPEN}{}{}{CLOSE}", run.text, others.collect::<String>())
        }
    }
}

/// A text with brackets around what is uncertain in it, and where ranges of it stand there. Brackets beside a range stay
/// outside of it.
pub(crate) fn bracketed<'a>(
    text: &'a str,
    uncertain: &[Supplied],
    ranges: &[Range<usize>],
) -> (Cow<'a, str>, Vec<Range<usize>>) {
    if uncertain.is_empty() {
        return (Cow::Borrowed(text), ranges.to_vec());
    }
    let mut told = text.to_owned();
    for supplied in uncertain.iter().rev() {
        told.insert(supplied.range.end, CLOSE);
        told.insert(supplied.range.start, OPEN);
    }
    let places = || uncertain.iter().map(|it| &it.range);
    let start = |at: usize| {
        let opened = places().filter(|it| it.start <= at).count();
        let closed = places().filter(|it| it.end <= at).count();
        at + opened * OPEN.len_utf8() + closed * CLOSE.len_utf8()
    };
    let end = |at: usize| {
        let opened = places().filter(|it| it.start < at).count();
        let closed = places().filter(|it| it.end < at).count();
        at + opened * OPEN.len_utf8() + closed * CLOSE.len_utf8()
    };
    let ranges = ranges.iter().map(|it| start(it.start)..end(it.end));
    (Cow::Owned(told), ranges.collect())
}

/// A run of the reading, in brackets if it is uncertain.
pub(super) fn told(run: Run<'_>) -> String {
    if run.is_uncertain() {
        format!("{OPEN}{}{CLOSE}", run.text)
    } else {
        run.text.to_owned()
    }
}
