//! Carries out what the screens ask for outside of them: adds a record to the user's file, or takes some back, writes plan
//! files and bookmarks, keeps where one stopped, and tells the state the outcome. Needs no terminal.

mod bookmarks;
mod plan_file;
mod resting;

use std::path::PathBuf;

pub use self::bookmarks::{bookmark, open_bookmarks};
pub use self::plan_file::{decide, keep as keep_plan, take_back};
pub use self::resting::{rest, rested};
use crate::app::{App, Document, DocumentId};
use crate::clock;
use crate::records::{self, Consent, Desk, Draft, Record, RecordError, Refusal, Store};
use crate::words::{say, tr};

/// The files of the user's own that belong to a plan.
#[derive(Debug)]
pub struct Own {
    /// The records.
    pub records: Store,
    /// The bookmarks; `None` if the user has no folder for data.
    pub bookmarks: Option<Store>,
    /// Where one stopped; `None` if that is not to be kept, or there is no folder for it.
    pub rest: Option<PathBuf>,
}

/// Adds a record of a document to the user's file, or puts the refusal or question into the form.
pub fn keep(app: &mut App, id: DocumentId, own: &Store, draft: &Draft, consent: Consent) {
    let Some(document) = app.document_by_id(id) else {
        return;
    };
    let desk = desk(document, own);
    let added = desk.add(draft, consent);
    match added.and_then(|added| Ok((added, desk.read()?))) {
        Ok((added, book)) => app.recorded(id, &added.records, book),
        Err(RecordError::Refused(refusal)) => {
            let (problem, asked) = question(&refusal);
            app.refused(problem, refusal.field(), asked);
        }
        Err(error) => app.refused(error.to_string(), None, None),
    }
}

/// A refusal in words, and if it is a question what the next submission consents to.
fn question(refusal: &Refusal) -> (String, Option<Consent>) {
    match refusal {
        Refusal::Unfit(fault) => (fault.to_string(), None),
        Refusal::Doubtful(fault) => {
            let question = say!(
                "{what}；{remedy}，确认无误再按 Enter",
                what = fault.what,
                remedy = fault.remedy
            );
            let doubtful = Consent {
                doubtful: true,
                ..Consent::default()
            };
            (question, Some(doubtful))
        }
        Refusal::Duplicate(held, name) => {
            let question = say!(
                "已有{origin}的{name}；如系更正，再按 Enter 替换",
                origin = tr(held.origin.label()),
                name
            );
            let replace = Consent {
                replace: true,
                ..Consent::default()
            };
            (question, Some(replace))
        }
    }
}

/// Takes back records of a document, or tells why not. Either way the document gets the records as they are now.
pub fn undo(app: &mut App, id: DocumentId, own: &Store, expected: &[Record]) {
    let Some(document) = app.document_by_id(id) else {
        return;
    };
    let desk = desk(document, own);
    match (desk.undo(Some(expected)), desk.read()) {
        (Ok(undone), Ok(book)) => {
            let name = records::describe_all(&undone, &document.dossier.plan);
            app.undone(id, &name, book);
        }
        (Err(error), book) => app.undo_failed(id, error.to_string(), book.ok()),
        (Ok(_), Err(error)) => app.undo_failed(id, error.to_string(), None),
    }
}

fn desk<'a>(document: &'a Document, own: &'a Store) -> Desk<'a> {
    Desk {
        plan: &document.dossier.plan,
        shipped: document.dossier.book.shipped(),
        store: own,
        today: clock::today(),
    }
}
