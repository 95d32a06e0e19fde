//! The finder: the hits of the query being typed, best first, and the selection in them.

use std::rc::Rc;

use super::list::Cursor;
use super::prompt::Prompt;
use super::{App, Find, Purpose, View};
use crate::search::{EntryKind, Hit, Match, Query, Subject};
use crate::terms;
use crate::topic::Answer;

/// The hits of a query, and the selection.
#[derive(Clone, Debug, Default)]
pub struct Finder {
    /// All hits, best first.
    pub(super) hits: Vec<Hit>,
    /// Selection and viewport in the filtered hits.
    pub cursor: Cursor,
    /// The kind that the hits are filtered by.
    pub kind: Option<EntryKind>,
    /// The fault of a query without hits, such as an unknown filter.
    pub fault: Option<String>,
    /// Of a query without hits the nearest words that the plan has, the nearest first.
    pub near: Vec<String>,
    /// Whether the query has more words than the search takes.
    pub is_cut: bool,
    /// What the plan says on the words as a topic; `None` if nothing, or if the query asks for one kind.
    pub topic: Option<Rc<Answer>>,
    /// Whether the topic is selected rather than a hit: at first, until the selection is moved.
    pub is_on_topic: bool,
    /// Earlier queries, the latest last.
    past: Vec<String>,
    /// How many queries back the prompt was recalled from; 0 if it was typed.
    pub(super) recalled: usize,
}

impl Finder {
    /// An empty finder with the same earlier queries.
    pub(super) fn reopened(&self) -> Self {
        Self {
            past: self.past.clone(),
            ..Self::default()
        }
    }

    /// Moves the selection among the topic and the hits below it.
    fn step(&mut self, by: isize, hits: usize) {
        let has_topic = self.topic.is_some();
        let from = if self.is_on_topic {
            -1
        } else {
            self.cursor.selected as isize
        };
        let to = from.saturating_add(by);
        self.is_on_topic = has_topic && (to < 0 || hits == 0);
        self.cursor.select(to.max(0) as usize, hits);
    }

    pub(super) fn remember(&mut self, line: &str) {
        self.past.retain(|past| past != line);
        self.past.push(line.to_owned());
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

    /// Runs the query in the prompt.
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
        self.shown.finder.topic = self.shown.topic_found(&typed);
        self.shown.finder.near = self.shown.near(&typed);
        self.shown.finder.is_on_topic = self.shown.finder.topic.is_some();
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

    /// Moves the selection; in an empty or recalled prompt goes through the earlier queries.
    pub(super) fn step_hit(&mut self, by: isize) {
        if self.is_finding() && self.shown.finder.recalled == 0 {
            let len = self.shown.hits().len().max(self.shown.finder.near.len());
            self.shown.finder.step(by, len);
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
            *prompt = Prompt::filled(Purpose::Find, &line);
        }
        self.search();
        self.shown.finder.recalled = back;
    }

    /// Types the selected one of the nearest words in place of a query without hits; `false` if there is none.
    pub(super) fn take_near(&mut self) -> bool {
        let finder = &self.shown.finder;
        let words = finder.near.get(finder.cursor.selected).cloned();
        let (Some(words), Some(prompt)) = (words, self.prompt_mut()) else {
            return false;
        };
        *prompt = Prompt::filled(Purpose::Find, &words);
        self.search();
        true
    }

    /// Opens the selected hit of the query `typed`; `false` if there is none.
    pub(super) fn open_hit(&mut self, typed: &str) -> bool {
        if let Some(topic) = self.topic_selected() {
            self.open_topic(topic, typed);
            return true;
        }
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
                    self.shown
                        .reading
                        .show(&self.shown.dossier.outline, node, &words);
                }
            }
        }
        self.shown.finder.remember(typed.trim());
        true
    }

    /// Goes to the first occurrence of a term; the other occurrences become matches.
    pub(super) fn walk_term(&mut self, index: usize) {
        if let Some(term) = self.shown.dossier.plan.terms.get(index) {
            let name = term.name.clone();
            let places = terms::occurrences(&self.shown.dossier.outline, term);
            self.go_to_first(places.clone(), places, &name);
        }
    }

    /// Goes to the first occurrence of a term that was found. The matches are those of the query; without any (a query
    /// of filters only) they are the occurrences of the term.
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
        self.shown
            .reading
            .show(&self.shown.dossier.outline, first.node, &first.range);
    }
}
