//! The finder: what answers the words being typed, the best first, and which of it is selected.

use super::list::Cursor;
use super::prompt::Prompt;
use super::{App, Document, Find, Purpose, View};
use crate::search::{Entry, EntryKind, Hit, Index, Match, Query, Subject, notes};
use crate::terms;

/// What was found, and the selection in it.
#[derive(Clone, Debug, Default)]
pub struct Finder {
    /// Everything that answers the line, the best first.
    hits: Vec<Hit>,
    /// Selection and window in the hits that are shown.
    pub cursor: Cursor,
    /// The kind that the hits are narrowed to.
    pub kind: Option<EntryKind>,
    /// What is wrong with the line, where it finds nothing for that: a filter that names nothing.
    pub fault: Option<String>,
    /// Whether the line has more words than are looked for.
    pub is_cut: bool,
    /// Lines that led somewhere, the latest last.
    past: Vec<String>,
    /// How far back in them one has gone.
    recalled: usize,
}

impl Finder {
    /// A fresh finder that remembers the lines of the one before.
    fn reopened(&self) -> Self {
        Self {
            past: self.past.clone(),
            ..Self::default()
        }
    }

    fn remember(&mut self, line: &str) {
        self.past.retain(|past| past != line);
        self.past.push(line.to_owned());
    }
}

impl Document {
    /// The hits of the kind that is wanted, the best first.
    pub fn hits(&self) -> Vec<(&Hit, &Entry)> {
        let Some(index) = &self.index else {
            return Vec::new();
        };
        let wanted = self.finder.kind;
        let all = self.finder.hits.iter().map(|hit| (hit, index.entry(hit)));
        all.filter(|(_, entry)| wanted.is_none_or(|kind| entry.kind == kind))
            .collect()
    }

    /// The kinds that were found with the number of hits in each.
    pub fn kinds_found(&self) -> Vec<(EntryKind, usize)> {
        let Some(index) = &self.index else {
            return Vec::new();
        };
        let count = |kind| {
            self.finder
                .hits
                .iter()
                .filter(|hit| index.entry(hit).kind == kind)
                .count()
        };
        let kinds = EntryKind::ALL.iter().map(|&(kind, _)| (kind, count(kind)));
        kinds.filter(|(_, count)| *count > 0).collect()
    }

    /// How many hits there are of all kinds.
    pub fn hits_in_all(&self) -> usize {
        self.finder.hits.len()
    }

    /// The index, made when it is first asked for: the start has no use for it.
    fn index(&mut self) -> &Index {
        self.index.get_or_insert_with(|| {
            let notes = notes(&self.dossier.plan, &self.dossier.book);
            Index::new(&self.dossier.plan, &self.dossier.outline, &notes)
        })
    }

    pub(super) fn open_finder(&mut self) {
        self.finder = self.finder.reopened();
        self.index();
    }

    /// Narrows to the next kind that was found, and after the last one to all.
    pub(super) fn next_kind(&mut self, by: isize) {
        let mut kinds: Vec<Option<EntryKind>> = vec![None];
        kinds.extend(self.kinds_found().into_iter().map(|(kind, _)| Some(kind)));
        let own = kinds
            .iter()
            .position(|kind| *kind == self.finder.kind)
            .unwrap_or(0) as isize;
        let next = (own + by).rem_euclid(kinds.len() as isize) as usize;
        self.finder.kind = kinds.get(next).copied().flatten();
        self.finder.cursor = Cursor::default();
    }

    /// Typing goes on: the selection follows what is typed, not what was recalled.
    pub(super) fn forget_recall(&mut self) {
        self.finder.recalled = 0;
    }
}

impl App {
    /// Whether the finder covers the view: words are being typed.
    pub fn is_finding(&self) -> bool {
        let prompt = self
            .prompt()
            .filter(|prompt| prompt.purpose == Purpose::Find);
        prompt.is_some_and(|prompt| !prompt.text().trim().is_empty())
    }

    /// The line has changed.
    pub(super) fn search(&mut self) {
        let typed = self
            .prompt()
            .map(|prompt| prompt.text().to_owned())
            .unwrap_or_default();
        let query = Query::parse(&typed);
        let index = self.shown.index();
        let hits = index.search(&query);
        let fault = hits.is_empty().then(|| index.fault(&query)).flatten();
        self.shown.finder.hits = hits;
        self.shown.finder.fault = fault;
        self.shown.finder.is_cut = query.is_cut();
        self.shown.finder.cursor = Cursor::default();
        let kept = self
            .shown
            .kinds_found()
            .iter()
            .any(|(kind, _)| Some(*kind) == self.shown.finder.kind);
        if !kept {
            self.shown.finder.kind = None;
        }
    }

    /// Moves the selection; on an empty line goes back through the lines typed before.
    pub(super) fn step_hit(&mut self, by: isize) {
        if self.is_finding() && self.shown.finder.recalled == 0 {
            let len = self.shown.hits().len();
            self.shown.finder.cursor.move_by(by, len);
        } else {
            self.recall(by);
        }
    }

    fn recall(&mut self, by: isize) {
        let back = self
            .shown
            .finder
            .recalled
            .saturating_add_signed(-by)
            .min(self.shown.finder.past.len());
        let line = self
            .shown
            .finder
            .past
            .len()
            .checked_sub(back)
            .and_then(|n| self.shown.finder.past.get(n));
        let line = line.cloned().unwrap_or_default();
        if let Some(prompt) = self.prompt_mut() {
            *prompt = Prompt::new(Purpose::Find);
            prompt.paste(&line);
        }
        self.search();
        self.shown.finder.recalled = back;
    }

    /// Goes to the selected hit. `false` if nothing was found.
    pub(super) fn open_hit(&mut self, typed: &str) -> bool {
        let selected = self
            .shown
            .hits()
            .get(self.shown.finder.cursor.selected)
            .map(|(hit, entry)| {
                let words = hit
                    .text
                    .first()
                    .map(|first| first.start..hit.text.last().unwrap_or(first).end);
                (entry.subject, entry.node, words)
            });
        let Some((subject, node, words)) = selected else {
            return false;
        };
        let query = Query::parse(typed);
        let matches = self.shown.index().matches_in_document(&query);
        match subject {
            Subject::Target(target) => {
                self.shown.find = Find::new(matches, typed, node);
                self.shown.select_in_list(View::Targets, target);
            }
            Subject::Term(term) => self.open_term(term, matches, typed),
            Subject::Node(_) | Subject::Note(_) => {
                self.jump(node, None);
                self.shown.find = Find::new(matches, typed, node);
                if let Some(words) = words {
                    self.shown.reading.show(node, &words);
                }
            }
        }
        self.shown.finder.remember(typed.trim());
        true
    }

    /// Goes to the first place of a term; the keys for matches lead to the others.
    pub(super) fn walk_term(&mut self, index: usize) {
        if let Some(term) = self.shown.dossier.plan.terms.get(index) {
            let name = term.name.clone();
            let places = terms::occurrences(&self.shown.dossier.outline, term);
            self.go_to_first(places.clone(), places, &name);
        }
    }

    /// Goes to the first place of a term that was found; the keys for matches lead to what was typed, or, where that
    /// stands nowhere in the document (filters alone), to the term.
    fn open_term(&mut self, index: usize, matches: Vec<Match>, typed: &str) {
        if matches.is_empty() {
            return self.walk_term(index);
        }
        if let Some(term) = self.shown.dossier.plan.terms.get(index) {
            let places = terms::occurrences(&self.shown.dossier.outline, term);
            self.go_to_first(places, matches, typed);
        }
    }

    fn go_to_first(&mut self, places: Vec<Match>, matches: Vec<Match>, query: &str) {
        let Some(first) = places.into_iter().next() else {
            return;
        };
        self.jump(first.node, None);
        self.shown.find = Find::new(matches, query, first.node);
        self.shown.find.start_within(&first);
        self.shown.reading.show(first.node, &first.range);
    }
}
