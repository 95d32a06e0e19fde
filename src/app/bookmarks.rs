//! Bookmarks on the screen: setting one with a note, their list, and taking one away.

use super::overlay::Overlay;
use super::pointing::row_at;
use super::prompt::Prompt;
use super::{App, Document, DocumentId, Effect, Purpose, Sheet, Topic, View};
use crate::bookmarks::{Bookmark, Change, Kept};
use crate::layout;
use crate::plan::{Address, NodeId};
use crate::wording;
use crate::words::{say, tr};

/// The rows of a bookmark in the list: its note, and below it its place with the words.
pub const BOOKMARK_ROWS: usize = 2;

impl Document {
    /// The bookmarks of the plan.
    pub fn bookmarks(&self) -> &[Bookmark] {
        &self.bookmarks
    }

    fn take_bookmarks(&mut self, kept: Kept) {
        self.unlisted_bookmarks = kept.left_out();
        self.bookmarks = kept.bookmarks;
    }

    /// The nodes in which bookmarks stand.
    pub fn bookmarked_nodes(&self) -> Vec<NodeId> {
        let places = self.bookmarks.iter();
        let places = places.filter_map(|it| it.place(&self.dossier.outline));
        places.map(|(node, _)| node).collect()
    }

    /// The bookmarks of a node.
    pub fn bookmarks_at(&self, node: NodeId) -> impl Iterator<Item = &Bookmark> {
        let outline = &self.dossier.outline;
        let is_here = move |it: &&Bookmark| it.place(outline).is_some_and(|(own, _)| own == node);
        self.bookmarks.iter().filter(is_here)
    }

    /// The address of what is selected, for a bookmark.
    fn address_at_hand(&self) -> Option<Address> {
        let outline = &self.dossier.outline;
        match self.view {
            View::Reading => {
                let node = outline.node(self.reading.cursor);
                let part = self.reading.part.as_ref();
                Some(part.map_or(node.address, |part| node.address_of(part)))
            }
            View::Tasks => self.selected_task().map(|id| outline.node(id).address),
            _ => self.target_at_hand().map(|target| target.citation.at),
        }
    }

    /// The bookmark that the place at hand would have, and whether it has it already.
    fn bookmark_at_hand(&self, day: String) -> Option<(Bookmark, bool)> {
        let at = self.address_at_hand()?;
        let new = Bookmark::of(&self.dossier.outline, at, "", day)?;
        let known = self.bookmarks.iter().find(|it| it.is_of(&new));
        Some((known.cloned().unwrap_or(new), known.is_some()))
    }
}

impl App {
    /// Takes over what the file of bookmarks of the plan that is shown holds.
    pub fn set_bookmarks(&mut self, kept: Kept) {
        self.shown.take_bookmarks(kept);
    }

    /// The file of bookmarks of the plan that is shown can't be read: says why when they are asked for.
    pub fn no_bookmarks(&mut self, problem: String) {
        self.shown.unlisted_bookmarks = Some(problem);
    }

    /// Asks for the note of a bookmark at what is selected; in their list for that of the selected one.
    pub(super) fn ask_bookmark(&mut self) {
        let day = self.today.to_string();
        let own = self.selected_bookmark().cloned();
        let own = own.or_else(|| Some(self.shown.bookmark_at_hand(day)?.0));
        let Some(own) = own else {
            self.message = Some(tr("这里没有可加书签的原文").to_owned());
            return;
        };
        self.ask_note(own);
    }

    /// The effect of the note that was typed.
    pub(super) fn bookmark(&mut self, note: &str) -> Option<Effect> {
        let own = self.bookmarking.take()?;
        let set = Bookmark {
            note: note.trim().to_owned(),
            day: self.today.to_string(),
            ..own
        };
        let change = Change::Set(set);
        Some(Effect::Bookmark(self.shown.id(), Box::new(change)))
    }

    /// Opens the list of bookmarks, or closes it.
    pub(super) fn toggle_bookmarks(&mut self) {
        if self.is_listing_bookmarks() {
            self.overlay = None;
            return;
        }
        self.message.clone_from(&self.shown.unlisted_bookmarks);
        if !self.shown.bookmarks.is_empty() {
            let topic = Topic::Bookmarks;
            self.overlay = Some(Sheet { topic, top: 0 }.into());
        } else if self.message.is_none() {
            self.message = Some(tr("还没有书签；按 B 在所选之处加一个").to_owned());
        }
    }

    pub(super) fn is_listing_bookmarks(&self) -> bool {
        self.sheet()
            .is_some_and(|sheet| sheet.topic == Topic::Bookmarks)
    }

    /// The selected bookmark of the list.
    fn selected_bookmark(&self) -> Option<&Bookmark> {
        let sheet = self.sheet().filter(|_| self.is_listing_bookmarks())?;
        self.shown.bookmarks.get(sheet.top)
    }

    /// The first bookmark of the list that is in view.
    pub fn bookmarks_top(&self) -> usize {
        let height = usize::from(layout::sheet(self.size).height) / BOOKMARK_ROWS;
        let at = self.sheet().map_or(0, |sheet| sheet.top);
        (at + 1).saturating_sub(height.max(1))
    }

    /// Goes to the place of the selected bookmark.
    pub(super) fn open_bookmark(&mut self) {
        let Some(own) = self.selected_bookmark() else {
            return;
        };
        let Some((node, part)) = own.place(&self.shown.dossier.outline) else {
            self.message = Some(tr("原文里找不到这一处了").to_owned());
            return;
        };
        self.overlay = None;
        self.jump(node, None);
        self.shown.reading.part = part;
    }

    /// A click on a bookmark of the list opens it; elsewhere it closes the list.
    pub(super) fn click_bookmark(&mut self, x: u16, y: u16) {
        let row = row_at(layout::sheet(self.size), x, y);
        let at = row.map(|row| row / BOOKMARK_ROWS + self.bookmarks_top());
        let at = at.filter(|at| *at < self.shown.bookmarks.len());
        match (at, self.sheet_mut()) {
            (Some(at), Some(sheet)) => {
                sheet.top = at;
                self.open_bookmark();
            }
            _ => self.overlay = None,
        }
    }

    /// Takes the selected bookmark away, or the one of the place at hand, once that was asked for twice.
    pub(super) fn remove_bookmark(&mut self, asked: Option<&Bookmark>) -> Option<Effect> {
        let day = self.today.to_string();
        let own = self.selected_bookmark().cloned().or_else(|| {
            let (own, is_set) = self.shown.bookmark_at_hand(day)?;
            is_set.then_some(own)
        });
        let Some(own) = own else {
            self.message = Some(tr("这里没有书签").to_owned());
            return None;
        };
        if asked == Some(&own) {
            let change = Change::Remove(own);
            return Some(Effect::Bookmark(self.shown.id(), Box::new(change)));
        }
        let place = self.bookmark_place(&own);
        self.message = Some(say!("再按 D 删去书签：{place}", place));
        self.removing = Some(own);
        None
    }

    /// Where a bookmark stands, in words.
    pub fn bookmark_place(&self, own: &Bookmark) -> String {
        let outline = &self.shown.dossier.outline;
        match own.place(outline) {
            Some((node, part)) => {
                let node = outline.node(node);
                let at = part.map_or(node.address, |part| node.address_of(&part));
                wording::place(outline, at)
            }
            None => say!("{at}（找不到原处）", at = own.at),
        }
    }

    /// The bookmarks of a document were written: these they are now.
    pub fn bookmarked(&mut self, id: DocumentId, change: &Change, now: Kept) {
        if let Some(document) = self.document_mut(id) {
            document.take_bookmarks(now);
            document.removed = match change {
                Change::Set(_) => None,
                Change::Remove(own) => Some(own.clone()),
            };
        }
        let last = self.shown.bookmarks.len().checked_sub(1);
        match (last, self.is_listing_bookmarks()) {
            (None, true) => self.overlay = None,
            (Some(last), true) => {
                if let Some(sheet) = self.sheet_mut() {
                    sheet.top = sheet.top.min(last);
                }
            }
            (_, false) => {}
        }
        self.message = Some(match change {
            Change::Set(own) => say!(
                "已加书签：{place}；' 列出",
                place = self.bookmark_place(own)
            ),
            Change::Remove(own) => say!(
                "已删去书签：{place}；按 U 放回",
                place = self.bookmark_place(own)
            ),
        });
        self.settle();
    }

    /// The bookmarks could not be written: a note that was typed stays, to be tried again.
    pub fn not_bookmarked(&mut self, problem: String, change: &Change) {
        if let Change::Set(own) = change {
            self.ask_note(own.clone());
        }
        self.message = Some(problem);
    }

    /// Asks for the note of a bookmark.
    fn ask_note(&mut self, own: Bookmark) {
        self.overlay = Some(Overlay::Prompt {
            prompt: Prompt::filled(Purpose::Bookmark, &own.note),
            origin: self.shown.place(),
        });
        self.bookmarking = Some(own);
    }
}
