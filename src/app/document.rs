//! One open plan: what it is, what it comes to, and where one is in it. An [`App`] shows one at a
//! time; the others keep their place.

use jiff::civil::Date;

use super::history::History;
use super::jumping::Place;
use super::{App, Cursor, Find, Finder, Reading, View, listing};
use crate::assessment::Assessment;
use crate::dossier::Dossier;
use crate::plan::{Address, Domain, NodeId, NodeKind, Target};
use crate::records::{Book, Status};
use crate::search::Index;
use crate::words::tr;

/// Names an open document for as long as the program runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(pub(super) usize);

/// An open plan, and where one is in it.
pub struct Document {
    /// Its name among the open ones.
    pub(super) id: DocumentId,
    /// The plan with its outline and its records.
    pub dossier: Dossier,
    /// What they come to.
    pub assessment: Assessment,
    /// The view that is shown.
    pub view: View,
    /// The reading view.
    pub reading: Reading,
    /// The domain that the lists are narrowed to, by its index.
    pub domain: Option<usize>,
    /// The list of targets.
    pub targets: Cursor,
    /// The list of tasks.
    pub tasks: Cursor,
    /// The list of terms.
    pub terms: Cursor,
    /// The first visible row of the overview.
    pub overview_top: usize,
    /// The first visible line of the details of a list.
    pub details_top: usize,
    /// The words being sought.
    pub find: Find,
    /// What answers the line being typed.
    pub finder: Finder,
    pub(super) index: Option<Index>,
    pub(super) history: History<Place>,
    /// Where Enter in a list led to.
    pub(super) arrived: Option<NodeId>,
}

impl Document {
    /// The overview of a plan, judged as at a day.
    pub(super) fn new(id: DocumentId, dossier: Dossier, as_of: Date) -> Self {
        Self {
            id,
            assessment: Assessment::of(&dossier, as_of),
            dossier,
            view: View::Overview,
            reading: Reading::default(),
            domain: None,
            targets: Cursor::default(),
            tasks: Cursor::default(),
            terms: Cursor::default(),
            overview_top: 0,
            details_top: 0,
            find: Find::default(),
            finder: Finder::default(),
            index: None,
            history: History::default(),
            arrived: None,
        }
    }

    /// Its name among the open ones.
    pub fn id(&self) -> DocumentId {
        self.id
    }

    /// Judges everything anew with other records.
    pub(super) fn know(&mut self, book: Book) {
        self.dossier.book = book;
        self.assessment = Assessment::of(&self.dossier, self.assessment.as_of);
        self.index = None;
    }

    /// The name of the domain that the lists are narrowed to.
    pub fn domain_name(&self) -> Option<&str> {
        self.domain
            .and_then(|index| self.dossier.plan.domains.get(index))
            .map(Domain::as_str)
    }

    /// The rows of the target list.
    pub fn target_rows(&self) -> Vec<listing::Row> {
        listing::targets(&self.dossier.plan, self.domain_name())
    }

    /// The rows of the task list.
    pub fn task_rows(&self) -> Vec<listing::Row> {
        listing::tasks(&self.dossier.outline, self.domain_name())
    }

    /// The rows of the index of terms.
    pub fn term_rows(&self) -> Vec<listing::Row> {
        listing::terms(&self.dossier.plan)
    }

    /// The term that is selected in its list, by its index.
    pub fn selected_term(&self) -> Option<usize> {
        listing::selected(&self.term_rows(), self.terms)
    }

    /// The rows of the list that is shown, and its cursor.
    pub fn listed(&self) -> (Vec<listing::Row>, Cursor) {
        match self.view {
            View::Tasks => (self.task_rows(), self.tasks),
            View::Terms => (self.term_rows(), self.terms),
            _ => (self.target_rows(), self.targets),
        }
    }

    /// The cursor of the list that is shown.
    pub(super) fn listed_cursor(&mut self) -> &mut Cursor {
        match self.view {
            View::Tasks => &mut self.tasks,
            View::Terms => &mut self.terms,
            _ => &mut self.targets,
        }
    }

    /// The target that is selected in its list.
    pub fn selected_target(&self) -> Option<&Target> {
        listing::selected(&self.target_rows(), self.targets)
            .and_then(|index| self.dossier.plan.targets.get(index))
    }

    /// The task that is selected in its list.
    pub fn selected_task(&self) -> Option<NodeId> {
        listing::selected(&self.task_rows(), self.tasks)
    }

    /// The latest status of a task that was recorded up to the day of the assessment.
    pub fn stage(&self, task: Address) -> Option<&Status> {
        self.dossier
            .book
            .status_of_task(task, self.assessment.as_of)
    }

    /// The headings above the place that is being read, as the trail names them.
    pub fn trail(&self) -> Vec<String> {
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
            .trail(self.reading.cursor)
            .into_iter()
            .map(name)
            .collect()
    }
}

impl App {
    /// The plan that is shown.
    pub fn document(&self) -> &Document {
        &self.shown
    }

    /// Opens another plan at its overview, judged as at a day. It is not shown yet.
    pub fn open_document(&mut self, dossier: Dossier, as_of: Date) -> DocumentId {
        // None is ever closed, so the number is free.
        let id = DocumentId(self.others.len() + 1);
        self.others.insert(id, Document::new(id, dossier, as_of));
        id
    }

    /// Shows an open plan, where one was in it. What lies over the view belongs to the plan before, and goes.
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
