//! Words found when joining signs, as in 互联网+养老, and supplied characters are skipped. Only the few places near
//! such characters are searched.

use std::collections::HashSet;
use std::ops::Range;

use super::corpus::Position;
use super::occurrence::{Grade, Occurrence};
use super::word::Word;
use super::{Index, fold, spelling};

/// The occurrences of a word with something skipped, in order, none overlapping.
pub(super) fn occurrences(index: &Index, word: &Word) -> Vec<Occurrence> {
    let reader = Reader { index, word };
    let mut free = 0;
    let mut found = Vec::new();
    for start in reader.starts() {
        if start < free {
            continue;
        }
        if let Some(occurrence) = reader.at(start) {
            free = occurrence.row.end;
            found.push(occurrence);
        }
    }
    found
}

struct Reader<'a> {
    index: &'a Index,
    word: &'a Word,
}

/// How far a word has been read.
struct Read {
    end: Position,
    grade: Grade,
    skipped: Vec<Position>,
}

impl Reader<'_> {
    /// The positions from which a match may reach something to skip, in order.
    fn starts(&self) -> Vec<Position> {
        let reach = self.word.folded.len();
        let mut starts = Vec::new();
        let mut next = 0;
        for at in self.index.corpus.loose() {
            let start = at.saturating_sub(reach).max(next);
            starts.extend(start..at);
            next = next.max(at);
        }
        starts
    }

    fn at(&self, start: Position) -> Option<Occurrence> {
        let read = if self.word.is_spelt {
            self.spelt(start)
        } else {
            self.written(start)
        }?;
        let row = start..read.end;
        if self.word.is_strict && !self.punctuation_fits(&row, &read.skipped) {
            return None;
        }
        Some(Occurrence {
            unit: self.index.corpus.unit_at(start),
            row,
            grade: read.grade,
            skipped: Some(read.skipped.into()),
            bytes: None,
        })
    }

    fn may_skip(&self, at: Position) -> bool {
        self.index.corpus.may_be_skipped(at)
    }

    /// Reads the characters of the word from a position on.
    fn written(&self, start: Position) -> Option<Read> {
        let corpus = &self.index.corpus;
        let mut at = start;
        let mut skipped = Vec::new();
        for (n, c) in self.word.folded.iter().enumerate() {
            while corpus.char_at(at) != *c {
                if n == 0 || !self.may_skip(at) {
                    return None;
                }
                skipped.push(at);
                at += 1;
            }
            at += 1;
        }
        Some(Read {
            end: at,
            grade: Grade::Broken,
            skipped,
        })
    }

    /// Reads the word as pinyin from a position on, within one sentence.
    fn spelt(&self, start: Position) -> Option<Read> {
        let mut failed = HashSet::new();
        let read = self.spell(start, 0, start, &mut failed)?;
        let corpus = &self.index.corpus;
        let text = self.index.text(&corpus.units[corpus.unit_at(start)]);
        let is_one = corpus.is_one_sentence(&(start..read.end), text);
        (is_one && !self.word.is_strict && !read.skipped.is_empty()).then_some(read)
    }

    /// Reads the word from its character `typed` on; `failed` are the states that led nowhere.
    fn spell(
        &self,
        at: Position,
        typed: usize,
        start: Position,
        failed: &mut HashSet<(Position, usize)>,
    ) -> Option<Read> {
        let left = &self.word.folded[typed..];
        if left.is_empty() {
            return Some(Read {
                end: at,
                grade: Grade::Literal,
                skipped: Vec::new(),
            });
        }
        if failed.contains(&(at, typed)) {
            return None;
        }
        let glyph = self.index.corpus.glyph_at(at);
        let mut steps: Vec<(usize, Grade)> =
            spelling::steps(self.index, glyph, left, at == start).collect();
        steps.sort_by_key(|(_, grade)| *grade);
        for (length, grade) in steps {
            if let Some(mut read) = self.spell(at + 1, typed + length, start, failed) {
                read.grade = read.grade.with(grade);
                return Some(read);
            }
        }
        if at > start
            && self.may_skip(at)
            && let Some(mut read) = self.spell(at + 1, typed, start, failed)
        {
            read.skipped.insert(0, at);
            read.grade = read.grade.with(Grade::Broken);
            return Some(read);
        }
        failed.insert((at, typed));
        None
    }

    /// Whether a match has the punctuation of the word, apart from supplied punctuation.
    fn punctuation_fits(&self, row: &Range<Position>, skipped: &[Position]) -> bool {
        let corpus = &self.index.corpus;
        let text = self.index.text(&corpus.units[corpus.unit_at(row.start)]);
        let matched = row.clone().filter(|at| !skipped.contains(at));
        let mut before: Option<Position> = None;
        for (at, wanted) in matched.zip(&self.word.before) {
            let fits = before.is_none_or(|before| {
                let start = corpus.byte_after(before, text);
                self.reads(start..corpus.byte(at), row, wanted)
            });
            if !fits {
                return false;
            }
            before = Some(at);
        }
        true
    }

    /// Whether the punctuation between two matched characters is what was typed, apart from supplied punctuation.
    fn reads(&self, bytes: Range<usize>, row: &Range<Position>, wanted: &str) -> bool {
        let corpus = &self.index.corpus;
        let unit = &corpus.units[corpus.unit_at(row.start)];
        let text = self.index.text(unit);
        let supplied = self.index.entries[unit.entry].supplied_in(unit.field);
        let is_supplied = |byte: usize| supplied.iter().any(|range| range.contains(&byte));
        let mut wanted = wanted.chars().peekable();
        let between = text.get(bytes.clone()).unwrap_or_default().char_indices();
        for (offset, c) in between {
            if wanted.next_if_eq(&fold::folded(c)).is_none() && !is_supplied(bytes.start + offset) {
                return false;
            }
        }
        wanted.next().is_none()
    }
}
