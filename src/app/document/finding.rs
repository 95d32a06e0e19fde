//! The finder's hits in a document, and the index that finds them.

use super::Document;
use crate::app::list::Cursor;
use crate::search::{Entry, EntryKind, Hit, Index, notes};
use crate::topic;

impl Document {
    /// The filtered hits, best first.
    pub fn hits(&self) -> Vec<(&Hit, &Entry)> {
        let Some(index) = &self.index else {
            return Vec::new();
        };
        let wanted = self.finder.kind;
        let all = self.finder.hits.iter().map(|hit| (hit, index.entry(hit)));
        all.filter(|(_, entry)| wanted.is_none_or(|kind| entry.kind == kind))
            .collect()
    }

    /// The kinds of the hits, with the number of each.
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

    /// The number of hits of all kinds.
    pub fn hits_in_all(&self) -> usize {
        self.finder.hits.len()
    }

    /// The index, built on first use.
    pub(in crate::app) fn index(&mut self) -> &Index {
        self.index.get_or_insert_with(|| {
            let notes = notes(&self.dossier.plan, &self.dossier.book);
            Index::new(&self.dossier.plan, &self.dossier.outline, &notes)
        })
    }

    /// The nearest words that the plan has, where it has nothing on what was typed; none where a filter is at fault.
    pub(in crate::app) fn near(&self, typed: &str) -> Vec<String> {
        let Some(index) = &self.index else {
            return Vec::new();
        };
        let finder = &self.finder;
        if !finder.hits.is_empty() || finder.fault.is_some() || finder.topic.is_some() {
            return Vec::new();
        }
        let near = topic::near(&self.dossier, index, typed).into_iter();
        near.map(|it| it.words).collect()
    }

    pub(in crate::app) fn open_finder(&mut self) {
        self.finder = self.finder.reopened();
        self.index();
    }

    /// Filters by the next kind of the hits; after the last one shows all.
    pub(in crate::app) fn next_kind(&mut self, by: isize) {
        let mut kinds: Vec<Option<EntryKind>> = vec![None];
        kinds.extend(self.kinds_found().into_iter().map(|(kind, _)| Some(kind)));
        let own = kinds
            .iter()
            .position(|kind| *kind == self.finder.kind)
            .unwrap_or(0) as isize;
        let next = (own + by).rem_euclid(kinds.len() as isize) as usize;
        self.finder.kind = kinds.get(next).copied().flatten();
        self.finder.cursor = Cursor::default();
        self.finder.is_on_topic = self.finder.kind.is_none() && self.finder.topic.is_some();
    }

    /// The prompt was typed in: arrows move the selection again.
    pub(in crate::app) fn forget_recall(&mut self) {
        self.finder.recalled = 0;
    }
}
