//! Sentences and clauses of a paragraph as byte ranges, and what a clause says about one of its figures: name,
//! baseline, goal with its year.

use std::ops::Range;

use crate::text::{cut, is_blank, letters, starts, tail};

use super::context::Surrounded;
use super::figure::{self, Extent, Figure};
use super::naming;
use super::target::{Baseline, Evidence, Goal, Kind, Reading, Target, YearBy};
use super::verb;
use super::years::{self, Time};

/// The sentences of a text, each ending before 。！？；.
pub(crate) fn sentences(text: &str) -> Vec<Range<usize>> {
    split(text, 0..text.len(), |c| {
        matches!(c, '。' | '！' | '？' | '；' | ';' | '\n')
    })
}

/// The clauses within `within`, each ending before a comma or colon.
pub(crate) fn clauses(text: &str, within: Range<usize>) -> Vec<Range<usize>> {
    let commas = |c| matches!(c, '，' | '：' | ':' | '。' | '；' | ';' | '！' | '？');
    let mut found = split(text, within, commas);
    // A half-width comma separates clauses unless it is within a figure.
    found = found
        .into_iter()
        .flat_map(|range| half_width(text, range))
        .collect();
    found
}

fn split(text: &str, within: Range<usize>, is_end: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut begin = within.start;
    let mut depth = 0_i32;
    for (offset, c) in cut(text, within.start, within.end).char_indices() {
        let at = within.start + offset;
        match c {
            '（' | '《' | '(' => depth += 1,
            '）' | '》' | ')' => depth = (depth - 1).max(0),
            c if is_end(c) && (depth == 0 || c == '。') => {
                found.push(begin..at);
                begin = at + c.len_utf8();
                depth = 0;
            }
            _ => {}
        }
    }
    if begin < within.end {
        found.push(begin..within.end);
    }
    found
}

fn half_width(text: &str, within: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut begin = within.start;
    for (offset, _) in cut(text, within.start, within.end).match_indices(',') {
        let at = within.start + offset;
        let digit = |t: &str| t.starts_with(|c: char| c.is_ascii_digit());
        let inside = digit(tail(text, at + 1))
            && cut(text, begin, at).ends_with(|c: char| c.is_ascii_digit());
        if !inside {
            found.push(begin..at);
            begin = at + 1;
        }
    }
    found.push(begin..within.end);
    found
}

/// `range` without leading and trailing blanks.
pub(crate) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let inner = cut(text, range.start, range.end);
    let begin = range.end - inner.trim_start_matches(is_blank).len();
    let end = range.start + inner.trim_end_matches(is_blank).len();
    begin..end.max(begin)
}

/// A clause being read.
pub(crate) struct Clause<'a> {
    pub(crate) around: &'a Surrounded<'a>,
    pub(crate) time: Time,
    pub(crate) range: Range<usize>,
    pub(crate) sentence: Range<usize>,
    /// The subject of earlier clauses, for a verb without a name of its own.
    pub(crate) subject: Range<usize>,
    /// The kind of the goal that an earlier clause of the sentence set last.
    pub(crate) follows: Option<Kind>,
}

impl Clause<'_> {
    /// Whether a figure is followed by the end of a clause or another list item; otherwise it describes what follows.
    pub(crate) fn ends_here(&self, figure: &Figure) -> bool {
        let behind = tail(self.around.text, figure.end).trim_start_matches(is_blank);
        let signs = [
            '，', '。', '；', '、', '）', ')', '（', '(', ',', ';', '和', '与', '及', '并', '且',
            '：', '！', '或',
        ];
        behind.is_empty()
            || behind.starts_with(signs)
            || starts(behind, &["的目标", "的水平", "以及", "的比例"]).is_some()
    }

    /// Whether a figure with a bound and no verb is the first of a list that describes what follows it: of 金额500万元及以下、费率不超过1%的业务
    /// both do.
    pub(crate) fn describes_what_follows(&self, figure: &Figure) -> bool {
        let behind = cut(self.around.text, figure.end, self.range.end);
        let goes_on = behind.trim_start_matches(is_blank);
        let last = figure::all(behind).pop();
        goes_on.starts_with(['、', '且', '或', '和'])
            && last.is_some_and(|last| tail(behind, last.end).starts_with('的'))
    }

    /// Whether a level is only a property of what is built: of 培育年产值超100亿元、具备竞争力的企业2家 the first.
    pub(crate) fn describes_what_is_built(&self, figure: &Figure, said: &str) -> bool {
        let text = self.around.text;
        let behind = cut(text, figure.end, self.range.end);
        let end = figure::all(behind)
            .first()
            .map_or(behind.len(), |next| next.at);
        let goes_on = behind
            .trim_start_matches(is_blank)
            .starts_with(['、', '且']);
        let lead = said.trim_start_matches(is_blank);
        goes_on && cut(behind, 0, end).contains('的') && verb::begins_to_build(lead)
    }

    /// The name before a verb, or the subject of earlier clauses if the verb begins its clause.
    pub(crate) fn name(&self, from: usize, verb_at: usize) -> Option<Range<usize>> {
        let text = self.around.text;
        let from = source_of_change(text, from, verb_at);
        let name = naming::within(text, from.0..from.1);
        if naming::is_name(cut(text, name.start, name.end)) {
            return Some(name);
        }
        // So much every year is no level of what an earlier clause spoke of.
        if cut(text, name.start, name.end).contains("每年") {
            return None;
        }
        let words = cut(text, self.subject.start, self.subject.end);
        // 各乡镇要压实责任 says who, not what.
        let is_what = naming::is_name(words) && !words.starts_with('各');
        (is_what && letters(words) <= 40).then(|| self.subject.clone())
    }

    /// The figure that a change starts from: 由80%提高到85%.
    pub(crate) fn baseline(&self, figure: &Figure, from: usize) -> Option<Baseline> {
        let text = self.around.text;
        let said = cut(text, self.range.start, figure.at);
        let earlier = figure::all(said).into_iter().next_back()?;
        let lead = cut(said, 0, earlier.at);
        let at = lead
            .rfind(['由', '从'])
            .filter(|at| letters(tail(lead, *at)) <= 12)?;
        let between = cut(said, earlier.end, said.len());
        let direct = letters(between) <= 6 && from <= self.range.start + earlier.end;
        let year = years::all(tail(lead, at)).first().map(|y| y.value);
        direct.then_some(Baseline {
            value: earlier.value,
            year,
        })
    }

    /// The goal that `figure` sets; `year` if known, else the year is inferred.
    pub(crate) fn goal(&self, figure: &Figure, year: Option<u16>) -> Goal {
        let scope = self.time.scope(self.around.text, figure.at);
        let stated = year.or(scope.last().copied()).map(|y| (y, YearBy::Stated));
        let nearby = self.around.nearby.last().map(|y| (*y, YearBy::Nearby));
        let term = self.time.end.map(|y| (y, YearBy::Term));
        let known = stated.or(nearby).or(term);
        Goal {
            value: figure.value.clone(),
            is_figure: figure.extent == Extent::Number,
            year: known.map(|(year, _)| year),
            year_by: known.map_or(YearBy::Unknown, |(_, by)| by),
        }
    }

    /// A target quoted from `from` to the end of the clause; `None` if no contiguous text of the file has all goals.
    pub(crate) fn target(
        &self,
        name: String,
        kind: Kind,
        unit: Option<String>,
        goals: Vec<Goal>,
        why: Reading,
        from: usize,
    ) -> Option<Target> {
        let range = trimmed(self.around.text, from..self.range.end);
        let range = within_cuts(range, self.around.cuts, |piece| {
            prints(cut(self.around.text, piece.start, piece.end), &goals)
        })?;
        let quote = cut(self.around.text, range.start, range.end).to_owned();
        let evidence = Evidence {
            order: self.around.part.order,
            place: self.around.part.place,
            quote,
            cell: None,
        };
        Some(Target {
            name,
            kind,
            unit,
            goals,
            baseline: None,
            binding: None,
            evidence,
            also: Vec::new(),
            why,
        })
    }
}

/// The bounds of a name before a change with its starting figure: in 甲由80%提高到 it ends before 由.
fn source_of_change(text: &str, from: usize, verb_at: usize) -> (usize, usize) {
    let said = cut(text, from, verb_at);
    let at = said
        .rfind(['由', '从'])
        .filter(|at| !figure::all(tail(said, *at)).is_empty());
    (from, at.map_or(verb_at, |at| from + at))
}

/// Whether `words` contain the figures of all goals.
fn prints(words: &str, goals: &[Goal]) -> bool {
    let figures = figure::all(words);
    goals
        .iter()
        .all(|goal| figures.iter().any(|f| f.value == goal.value))
}

/// The longest piece of a range between two cuts that satisfies `sound`.
fn within_cuts(
    range: Range<usize>,
    cuts: &[usize],
    sound: impl Fn(&Range<usize>) -> bool,
) -> Option<Range<usize>> {
    let mut begin = range.start;
    let inner: Vec<usize> = cuts
        .iter()
        .copied()
        .filter(|c| range.contains(c) && *c > range.start)
        .chain([range.end])
        .collect();
    let pieces: Vec<Range<usize>> = inner
        .into_iter()
        .map(|end| {
            let piece = begin..end;
            begin = end;
            piece
        })
        .collect();
    pieces
        .into_iter()
        .filter(|piece| sound(piece))
        .max_by_key(ExactSizeIterator::len)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_and_clauses_end_at_their_signs() {
        let text = "到2025年,甲达到1,500吨，乙（含丙，丁）达到5%。戊。";
        let found: Vec<&str> = sentences(text)
            .into_iter()
            .map(|r| cut(text, r.start, r.end))
            .collect();
        assert_eq!(found.len(), 2);
        let found: Vec<&str> = clauses(text, sentences(text)[0].clone())
            .into_iter()
            .map(|r| cut(text, r.start, r.end))
            .collect();
        assert_eq!(found, ["到2025年", "甲达到1,500吨", "乙（含丙，丁）达到5%"]);
    }
}
