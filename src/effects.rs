//! What the screens have done outside of them: a record is kept in the user's file, or taken back, and the state is told
//! what came of it. No terminal is needed for it.

use crate::app::App;
use crate::clock;
use crate::records::{self, Consent, Desk, Draft, Record, RecordError, Refusal, Store};
use crate::words::{say, tr};

/// Keeps a record in the user's file and shows what it comes to, or says why not. What is asked about stays in the form.
pub fn keep(app: &mut App, own: &Store, draft: &Draft, consent: Consent) {
    let added = desk(app, own).add(draft, consent);
    let read = added.and_then(|added| Ok((added, desk(app, own).read()?)));
    match read {
        Ok((added, book)) => app.recorded(&added.records, book),
        Err(RecordError::Refused(refusal)) => {
            let (problem, asked) = question(&refusal);
            app.refused(problem, refusal.field(), asked);
        }
        Err(error) => app.refused(error.to_string(), None, None),
    }
}

/// A refusal in words, and what the next submission consents to, if it is a question.
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

/// Takes back the records that were asked about, or says why not. What else stands in the file by now is shown either way.
pub fn undo(app: &mut App, own: &Store, expected: &[Record]) {
    let undone = desk(app, own).undo(Some(expected));
    match (undone, desk(app, own).read()) {
        (Ok(undone), Ok(book)) => {
            let name = records::describe_all(&undone, &app.document().dossier.plan);
            app.undone(&name, book);
        }
        (Err(error), book) => app.failed(error.to_string(), book.ok()),
        (Ok(_), Err(error)) => app.failed(error.to_string(), None),
    }
}

fn desk<'a>(app: &'a App, own: &'a Store) -> Desk<'a> {
    Desk {
        plan: &app.document().dossier.plan,
        shipped: app.document().dossier.book.shipped(),
        store: own,
        today: clock::today(),
    }
}
