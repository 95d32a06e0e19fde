//! Targets in sentences: a name, a verb and a figure; a change; something to be built in a number.
//!
//! Each clause is read figure by figure. What the verb leaves open is decided by the tense: in a part that sets goals, or
//! behind a year to come, a name and a figure suffice; where facts are told nothing is taken.

use std::ops::Range;

use crate::text::{cut, is_blank, letters, starts, tail};

use super::clause::{clauses, sentences, trimmed};
use super::context::Surrounded;
use super::figure::{self, Figure};
use super::naming;
use super::respectively;
use super::target::{Baseline, Evidence, Goal, Kind, Reading, Target, YearBy};
use super::tense::{self, Tense};
use super::verb;
use super::years::Time;

/// The longest clause that is read, in bytes: a longer one is no prose.
const LONGEST: usize = 3000;

/// A clause being read.
pub(crate) struct Clause<'a> {
    pub(crate) around: &'a Surrounded<'a>,
    pub(crate) time: Time,
    pub(crate) range: Range<usize>,
    pub(crate) sentence: Range<usize>,
    /// What the clauses before it speak of: a verb without a name of its own goes with it.
    pub(crate) subject: Range<usize>,
}

/// The targets of a paragraph.
pub(crate) fn targets(around: &Surrounded, time: Time) -> Vec<Target> {
    let mut found: Vec<Target> = Vec::new();
    let figures = figure::all(around.text);
    if figures.is_empty() {
        return found;
    }
    for sentence in sentences(around.text) {
        let mut subject = sentence.start..sentence.start;
        let ranges = clauses(around.text, sentence.clone());
        for range in ranges.into_iter().filter(|range| range.len() <= LONGEST) {
            let inside: Vec<Figure> = figures
                .iter()
                .filter(|f| range.contains(&f.at))
                .cloned()
                .collect();
            let next = subject_of(around.text, &range, inside.first());
            let clause = Clause {
                around,
                time,
                range,
                sentence: sentence.clone(),
                subject: subject.clone(),
            };
            found.extend(clause.read(&inside));
            subject = next.unwrap_or(subject);
        }
    }
    found
}

impl Clause<'_> {
    fn read(&self, figures: &[Figure]) -> Vec<Target> {
        let mut found = Vec::new();
        let mut from = self.range.start;
        let mut built = None;
        for group in respectively::groups(self.around.text, figures) {
            let Some(first) = group.first() else { continue };
            let tense = tense::of(
                self.around,
                self.time,
                &self.sentence,
                &self.range,
                first.at,
            );
            let together = match tense {
                Tense::Past => Vec::new(),
                _ => respectively::read(self, &group, from, tense),
            };
            for figure in &group {
                let single = if together.is_empty() && tense != Tense::Past {
                    self.single(figure, from, tense, &mut built)
                } else {
                    None
                };
                // A figure that only describes what follows it (5岁以下儿童) belongs to the next name.
                if single.is_some() || self.ends_here(figure) {
                    from = figure.end;
                }
                found.extend(single);
            }
            found.extend(together);
        }
        found
    }

    /// Whether nothing but the end of a clause or another member of a list follows a figure: otherwise it only describes.
    pub(crate) fn ends_here(&self, figure: &Figure) -> bool {
        let behind = tail(self.around.text, figure.end).trim_start_matches(is_blank);
        let signs = [
            '，', '。', '；', '、', '）', ')', '（', '(', ',', ';', '和', '与', '及', '并', '且',
            '：', '！',
        ];
        behind.is_empty()
            || behind.starts_with(signs)
            || starts(behind, &["的目标", "的水平", "以及", "的比例"]).is_some()
    }

    /// The name before a verb; in the clause before, if the verb begins its own.
    pub(crate) fn name(&self, from: usize, verb_at: usize) -> Option<Range<usize>> {
        let text = self.around.text;
        let from = source_of_change(text, from, verb_at);
        let name = naming::within(text, from.0..from.1);
        if naming::is_name(cut(text, name.start, name.end)) {
            return Some(name);
        }
        let words = cut(text, self.subject.start, self.subject.end);
        (naming::is_name(words) && letters(words) <= 40).then(|| self.subject.clone())
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
        let year = super::years::all(tail(lead, at)).first().map(|y| y.value);
        direct.then_some(Baseline {
            value: earlier.value,
            year,
        })
    }

    /// A goal with its year.
    pub(crate) fn goal(&self, figure: &Figure, year: Option<u16>) -> Goal {
        let scope = self.time.scope(self.around.text, figure.at);
        let stated = year.or(scope.last().copied()).map(|y| (y, YearBy::Stated));
        // A year beyond the term is a vision: what follows it in other paragraphs is meant for the term.
        let near = |y: &&u16| self.time.end.is_none_or(|end| **y <= end);
        let nearby = self
            .around
            .nearby
            .last()
            .filter(near)
            .map(|y| (*y, YearBy::Nearby));
        let term = self.time.end.map(|y| (y, YearBy::Term));
        let known = stated.or(nearby).or(term);
        Goal {
            value: figure.value.clone(),
            is_figure: true,
            year: known.map(|(year, _)| year),
            year_by: known.map_or(YearBy::Unknown, |(_, by)| by),
        }
    }

    /// A proposal with its quote: from the name to the end of the clause, within one run of the file's text.
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

/// What a clause speaks of: the words before the verb of its first figure, or all of it.
fn subject_of(text: &str, range: &Range<usize>, figure: Option<&Figure>) -> Option<Range<usize>> {
    let end = figure.map_or(range.end, |f| f.at);
    let said = cut(text, range.start, end);
    let verb = figure
        .and_then(|_| verb::last(said))
        .map_or(said.len(), |(_, at)| at);
    let name = naming::within(text, trimmed(text, range.start..range.start + verb));
    naming::is_name(cut(text, name.start, name.end)).then_some(name)
}

/// Where the name ends before a change that names its start: 甲由80%提高到 ends before 由.
fn source_of_change(text: &str, from: usize, verb_at: usize) -> (usize, usize) {
    let said = cut(text, from, verb_at);
    let at = said
        .rfind(['由', '从'])
        .filter(|at| !figure::all(tail(said, *at)).is_empty());
    (from, at.map_or(verb_at, |at| from + at))
}

/// Whether words print all goals.
fn prints(words: &str, goals: &[Goal]) -> bool {
    let figures = figure::all(words);
    goals
        .iter()
        .all(|goal| figures.iter().any(|f| f.value == goal.value))
}

/// The piece of a range between two cuts that still prints what it must.
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
