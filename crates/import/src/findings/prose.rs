//! Targets in sentences: a name, a verb and a figure; a change; something to be built in a number.
//!
//! Each clause is read figure by figure. If the verb is neutral, the tense decides: in a section of goals, or after a
//! future year, a name and a figure suffice; where facts are stated, nothing is taken.

use std::ops::Range;

use crate::text::{cut, head};

use super::clause::{Clause, clauses, sentences, trimmed};
use super::context::Surrounded;
use super::figure::{self, Figure};
use super::naming;
use super::respectively;
use super::subject;
use super::target::Target;
use super::tense::{self, Tense};
use super::verb;
use super::worded;
use super::years::Time;

/// Maximum length of a clause in bytes; longer text is no prose.
const LONGEST: usize = 3000;

/// The targets of a paragraph.
pub(crate) fn targets(around: &Surrounded, time: Time) -> Vec<Target> {
    let mut found: Vec<Target> = Vec::new();
    let figures = figure::all(around.text);
    if figures.is_empty() && !worded::may_stand_in(around.text) {
        return found;
    }
    let mut subject = 0..0;
    for sentence in sentences(around.text) {
        // What a semicolon divides may speak of the same.
        if !head(around.text, sentence.start).ends_with(['；', ';']) {
            subject = sentence.start..sentence.start;
        }
        let begun = found.len();
        let ranges = clauses(around.text, sentence.clone());
        for range in ranges.into_iter().filter(|range| range.len() <= LONGEST) {
            let inside = within(&figures, &range);
            let next = subject_of(around.text, &range, inside.first());
            let mut clause = Clause {
                around,
                time,
                range,
                sentence: sentence.clone(),
                subject: subject.clone(),
                follows: found.get(begun..).and_then(|it| Some(it.last()?.kind)),
            };
            found.extend(clause.worded());
            found.extend(clause.read(inside));
            subject = next.unwrap_or(subject);
        }
    }
    found
}

/// The figures that begin in a range; they are in the order of the text.
fn within<'a>(figures: &'a [Figure], range: &Range<usize>) -> &'a [Figure] {
    let first = figures.partition_point(|figure| figure.at < range.start);
    let end = figures.partition_point(|figure| figure.at < range.end);
    figures.get(first..end).unwrap_or_default()
}

impl Clause<'_> {
    /// The targets of a clause. What a figure was said of is the subject of those behind it: of 收入突破3万元、年均增长7% the second
    /// speaks of the same.
    fn read(&mut self, figures: &[Figure]) -> Vec<Target> {
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
            // Where each figure has its own name and which is unclear, none is taken.
            let said = cut(self.around.text, from, first.at);
            let is_unclear = group.len() > 1 && said.contains("分别");
            for figure in &group {
                let single = if together.is_empty() && !is_unclear && tense != Tense::Past {
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
            let own = subject_of(self.around.text, &(self.range.start..first.at), Some(first));
            let is_first = self.subject.start < self.range.start || self.subject.is_empty();
            self.subject = own
                .filter(|_| is_first)
                .unwrap_or_else(|| self.subject.clone());
        }
        found
    }
}

/// The subject of a clause: the words before the verb of its first figure, or all of it.
fn subject_of(text: &str, range: &Range<usize>, figure: Option<&Figure>) -> Option<Range<usize>> {
    let end = figure.map_or(range.end, |f| f.at);
    let said = cut(text, range.start, end);
    let verb = figure
        .and_then(|_| verb::last(said))
        .map_or(said.len(), |(_, at)| at);
    // Of 甲由80% the subject is 甲.
    let verb = head(said, verb).trim_end_matches(['由', '从']).len();
    let name = naming::within(text, trimmed(text, range.start..range.start + verb));
    // A share of something is no subject of its own.
    let words = cut(text, name.start, name.end);
    let is_own = naming::is_name(words) && !words.starts_with('占') && !subject::is_total(words);
    is_own.then_some(name)
}
