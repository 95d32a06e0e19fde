//! Undoing the last records after confirmation, and the warning about unreadable records.

use super::{App, DocumentId, Effect};
use crate::bookmarks::Change;
use crate::records::{Book, Record, describe_all};
use crate::words::{say, tr};

impl App {
    /// Puts the bookmark back that was taken away last; else asks to confirm undoing the last records, and does so if it
    /// has just `asked`.
    pub(super) fn undo(&mut self, asked: bool) -> Option<Effect> {
        if let Some(own) = self.shown.removed.clone() {
            let change = Change::Set(own);
            return Some(Effect::Bookmark(self.shown.id(), Box::new(change)));
        }
        let last = self.shown.dossier.book.last_added();
        let last: Vec<Record> = last.into_iter().cloned().collect();
        if last.is_empty() {
            self.message = Some(tr("没有可撤回的记录").to_owned());
            return None;
        }
        if asked {
            return Some(Effect::Undo(self.shown.id(), last));
        }
        let name = describe_all(&last, &self.shown.dossier.plan);
        self.message = Some(say!("再按 U 撤回：{name}", name));
        self.asked_to_undo = true;
        None
    }

    /// Records of a document, described by `name`, were taken back: evaluates again.
    pub fn undone(&mut self, document: DocumentId, name: &str, book: Book) {
        self.set_records(document, book);
        self.message = Some(say!("已撤回{name}（在文件里成为注释）", name));
    }

    /// Taking records back failed. `book` has the records of the document as they are now, if they could be read.
    pub fn undo_failed(&mut self, document: DocumentId, problem: String, book: Option<Book>) {
        if let Some(book) = book {
            self.set_records(document, book);
        }
        self.message = Some(problem);
    }

    /// Shows the warning about unreadable records, if there are any.
    pub(super) fn tell_unread(&mut self) {
        self.message =
            unread(&self.shown.dossier.book).map(|words| say!("{words}；详见概览", words));
    }
}

/// The number of unreadable records in the user's file and the first of them; `None` if all could be read.
pub(super) fn unread(book: &Book) -> Option<String> {
    let first = book.unread().first()?;
    Some(say!(
        "有{count}条自记的记录未能读入，没有计入（第{line}行：{what}）",
        count = book.unread().len(),
        line = first.line,
        what = crate::load::printable(&first.what)
    ))
}
