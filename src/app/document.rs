//! One open plan: its data, its assessment, and the state of its views. An [`App`] shows one at a time; the others keep
//! their place.

mod finding;
mod home;
mod id;
mod named;

use std::collections::BTreeSet;

use jiff::civil::Date;

pub use self::home::Home;
pub use self::id::DocumentId;
use self::named::Named;
use super::history::History;
use super::reading::Room;
use super::review::Reviewed;
use super::sifting::{Filter, Order};
use super::{App, Cursor, Find, Finder, Focus, Reading, TopicPage, View, listing};
use crate::assessment::Assessment;
use crate::bookmarks::Bookmark;
use crate::dossier::Dossier;
use crate::plan::{Address, Domain, NodeId, NodeKind, Target};
use crate::records::{Book, PlanFile, Status};
use crate::search::Index;
use crate::typeset::{Marks, Page};
use crate::words::tr;

/// An open plan with the state of its views.
pub struct Document {
    /// Its id.
    pub(super) id: DocumentId,
    /// The plan with its outline and its records.
    pub dossier: Dossier,
    /// Where the plan is kept.
    pub home: Home,
    /// The review of what an import proposed.
    pub reviewed: Reviewed,
    /// The evaluation of its targets.
    pub assessment: Assessment,
    /// The day that was given for the evaluation.
    pub(super) given: Date,
    /// The evaluation a year before, while another day than the given one is looked at.
    pub(super) before: Option<Assessment>,
    /// The view that is shown.
    pub view: View,
    /// The reading view.
    pub reading: Reading,
    /// The domain that the lists are narrowed to, by its index.
    pub domain: Option<usize>,
    /// Which targets are shown.
    pub filter: Filter,
    /// The order of the targets.
    pub order: Order,
    /// The groups of targets whose rows without data are shown.
    pub(super) unfolded: BTreeSet<String>,
    /// The list of targets.
    pub targets: Cursor,
    /// The list of tasks.
    pub tasks: Cursor,
    /// The list of terms.
    pub terms: Cursor,
    /// The rows of the overview.
    pub overview: Cursor,
    /// Which door of the selected row of the overview is selected, from the left.
    pub door: usize,
    /// The target that is selected in the overview, by its index.
    pub(super) scored: Option<usize>,
    /// The first visible line of the details of a list.
    pub details_top: usize,
    /// The search matches in the text.
    pub find: Find,
    /// The finder's hits.
    pub finder: Finder,
    /// The bookmarks of the plan.
    pub(super) bookmarks: Vec<Bookmark>,
    /// What of their file is not among them, in words; `None` for nothing.
    pub(super) unlisted_bookmarks: Option<String>,
    /// The bookmark that was taken away last, to be put back; `None` once something else was changed.
    pub(super) removed: Option<Bookmark>,
    /// The topic that was asked for last.
    pub topic: Option<TopicPage>,
    pub(super) index: Option<Index>,
    pub(super) history: History,
    /// The node that Enter in a list led to.
    pub(super) arrived: Option<NodeId>,
    /// The names in the mark of the reading view.
    pub(super) named: Named,
}

impl Document {
    /// A plan at its overview, evaluated as of a day.
    pub(super) fn new(id: DocumentId, dossier: Dossier, as_of: Date) -> Self {
        Self {
            id,
            assessment: Assessment::of(&dossier, as_of),
            given: as_of,
            before: None,
            home: Home::default(),
            reviewed: Reviewed::default(),
            dossier,
            view: View::Overview,
            reading: Reading::default(),
            domain: None,
            filter: Filter::default(),
            order: Order::default(),
            unfolded: BTreeSet::new(),
            targets: Cursor::default(),
            tasks: Cursor::default(),
            terms: Cursor::default(),
            overview: Cursor::default(),
            door: 0,
            scored: None,
            details_top: 0,
            find: Find::default(),
            finder: Finder::default(),
            bookmarks: Vec::new(),
            unlisted_bookmarks: None,
            removed: None,
            topic: None,
            index: None,
            history: History::default(),
            arrived: None,
            named: Named::default(),
        }
    }

    /// Its id.
    pub fn id(&self) -> DocumentId {
        self.id
    }

    /// Replaces the plan by what its file says now, and evaluates everything again.
    pub(super) fn set_plan(&mut self, file: PlanFile) {
        let book = self.dossier.book.clone();
        self.dossier = Dossier::of(file.plan, book);
        self.named = Named::default();
        self.look_at(self.assessment.as_of);
        self.index = None;
        self.topic = None;
        self.reading.page = Page::default();
    }

    /// Replaces the records and evaluates everything again.
    pub(super) fn set_records(&mut self, book: Book) {
        self.dossier.book = book;
        self.look_at(self.assessment.as_of);
        self.index = None;
    }

    /// What the details show: view, selected row and domain.
    pub(super) fn selection(&self) -> (View, usize, Option<usize>) {
        (self.view, self.cursor().selected, self.domain)
    }

    /// Typesets the text for its room, and keeps the selected heading in view in `toc_height` rows.
    pub(super) fn settle_reading(&mut self, room: Room, marks: Marks, toc_height: usize) {
        let (reading, outline) = (&mut self.reading, &self.dossier.outline);
        // Typesetting is most of the work of a start, and the other views don't show it.
        if self.view == View::Reading {
            reading.set(outline, room, marks);
        }
        if reading.focus == Focus::Text {
            reading.toc.follow(outline, reading.cursor);
        }
        let headings = reading.toc.visible(outline).len();
        reading.toc.cursor.keep_in_view(toc_height, headings);
    }

    /// Keeps the selection of the list on an item, and in view in `height` rows.
    pub(super) fn settle_lists(&mut self, height: usize) {
        let (rows, _) = self.listed();
        let cursor = self.listed_cursor();
        listing::settle(cursor, false, &rows);
        listing::keep_in_view(cursor, height, &rows);
    }

    /// The name of the domain that the lists are narrowed to.
    pub fn domain_name(&self) -> Option<&str> {
        self.domain
            .and_then(|index| self.dossier.plan.domains.get(index))
            .map(Domain::as_str)
    }

    /// The rows of the target list.
    pub fn target_rows(&self) -> Vec<listing::Row> {
        self.sifted(listing::targets(&self.dossier.plan, self.domain_name()))
    }

    /// The rows of the task list.
    pub fn task_rows(&self) -> Vec<listing::Row> {
        listing::tasks(&self.dossier.outline, self.domain_name())
    }

    /// The rows of the index of terms.
    pub fn term_rows(&self) -> Vec<listing::Row> {
        listing::terms(&self.dossier.plan)
    }

    /// The index of the selected term.
    pub fn selected_term(&self) -> Option<usize> {
        listing::selected(&self.term_rows(), self.terms)
    }

    /// The rows of the current list, and its cursor.
    pub fn listed(&self) -> (Vec<listing::Row>, Cursor) {
        let rows = match self.view {
            View::Tasks => self.task_rows(),
            View::Terms => self.term_rows(),
            _ => self.target_rows(),
        };
        (rows, self.cursor())
    }

    /// Selection and viewport of the current list.
    pub fn cursor(&self) -> Cursor {
        match self.view {
            View::Tasks => self.tasks,
            View::Terms => self.terms,
            _ => self.targets,
        }
    }

    /// The cursor of the current list.
    pub(super) fn listed_cursor(&mut self) -> &mut Cursor {
        match self.view {
            View::Tasks => &mut self.tasks,
            View::Terms => &mut self.terms,
            _ => &mut self.targets,
        }
    }

    /// The selected target.
    pub fn selected_target(&self) -> Option<&Target> {
        listing::selected(&self.target_rows(), self.targets)
            .and_then(|index| self.dossier.plan.targets.get(index))
    }

    /// The selected task.
    pub fn selected_task(&self) -> Option<NodeId> {
        listing::selected(&self.task_rows(), self.tasks)
    }

    /// The latest status of a task up to the day of the assessment.
    pub fn stage(&self, task: Address) -> Option<&Status> {
        self.dossier
            .book
            .status_of_task(task, self.assessment.as_of)
    }

    /// The headings above the cursor of the reading view, outermost first.
    pub fn trail(&self) -> Vec<String> {
        self.trail_to(self.reading.cursor)
    }

    /// The headings above a node, outermost first.
    pub fn trail_to(&self, node: NodeId) -> Vec<String> {
        let name = |id: NodeId| {
            let node = self.dossier.outline.node(id);
            match node.kind {
                NodeKind::PlanTitle => tr("序言").to_owned(),
                NodeKind::NoticeTitle => tr("印发通知").to_owned(),
                NodeKind::Field => tr("公文信息").to_owned(),
                NodeKind::AttachmentLine => tr("附件").to_owned(),
                _ => format!("{}{}", node.number, node.title()),
            }
        };
        self.dossier
            .outline
            .trail(node)
            .into_iter()
            .map(name)
            .collect()
    }

    /// Clears the search matches and the marked quotation, and marks the whole paragraph.
    pub(super) fn drop_matches(&mut self) {
        self.find = Find::default();
        self.reading.quote = None;
        self.reading.part = None;
    }
}

impl App {
    /// The document that is shown.
    pub fn document(&self) -> &Document {
        &self.shown
    }

    /// The open document of an id.
    pub fn document_by_id(&self, id: DocumentId) -> Option<&Document> {
        if id == self.shown.id {
            Some(&self.shown)
        } else {
            self.others.get(&id)
        }
    }

    pub(super) fn document_mut(&mut self, id: DocumentId) -> Option<&mut Document> {
        if id == self.shown.id {
            Some(&mut self.shown)
        } else {
            self.others.get_mut(&id)
        }
    }

    /// Replaces the records of an open document.
    pub(super) fn set_records(&mut self, id: DocumentId, book: Book) {
        if let Some(document) = self.document_mut(id) {
            document.removed = None;
            document.set_records(book);
        }
        self.settle();
    }

    /// Opens another plan at its overview, evaluated as of a day, without showing it.
    pub fn open_document(&mut self, dossier: Dossier, as_of: Date) -> DocumentId {
        // No document is ever closed, so the number is free.
        let id = DocumentId(self.others.len() + 1);
        self.others.insert(id, Document::new(id, dossier, as_of));
        id
    }

    /// Shows an open plan in the state it was left in, and closes the overlay of the plan before.
    pub fn show_document(&mut self, id: DocumentId) {
        let Some(wanted) = self.others.remove(&id) else {
            return;
        };
        let before = std::mem::replace(&mut self.shown, wanted);
        self.others.insert(before.id, before);
        self.overlay = None;
        self.asked_to_undo = false;
        self.tell_unread();
        self.settle();
    }
}
