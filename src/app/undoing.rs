//! Taking the last records back, after a question, and telling what could not be read of the user's file.

use super::{App, Effect};
use crate::records::{Book, Record, describe_all};
use crate::words::{say, tr};

impl App {
    /// Asks whether the last of the user's records are to be taken back; asked the second time in a row, does so.
    pub(super) fn undo(&mut self, asked: bool) -> Option<Effect> {
        let last = self.shown.dossier.book.last_added();
        let last: Vec<Record> = last.into_iter().cloned().collect();
        if last.is_empty() {
            self.message = Some(tr("没有可撤回的记录").to_owned());
            return None;
        }
        if asked {
            return Some(Effect::Undo(last));
        }
        let name = describe_all(&last, &self.shown.dossier.plan);
        self.message = Some(say!("再按 U 撤回：{name}", name));
        self.asked_to_undo = true;
        None
    }

    /// Records were taken back, here in words: everything is judged anew.
    pub fn undone(&mut self, name: &str, book: Book) {
        self.know(book);
        self.message = Some(say!("已撤回{name}（在文件里成为注释）", name));
    }

    /// Something could not be done, which does not concern a form. The records as they are by now count, where they could
    /// be read.
    pub fn failed(&mut self, problem: String, book: Option<Book>) {
        if let Some(book) = book {
            self.know(book);
        }
        self.message = Some(problem);
    }

    /// Tells of records that could not be read, which are not counted.
    pub(super) fn tell_unread(&mut self) {
        self.message =
            unread(&self.shown.dossier.book).map(|words| say!("{words}；详见概览", words));
    }
}

/// How many records of the user's file could not be read, with the first; `None` if all could be.
pub(super) fn unread(book: &Book) -> Option<String> {
    let first = book.unread().first()?;
    Some(say!(
        "有{count}条自记的记录未能读入，没有计入（第{line}行：{what}）",
        count = book.unread().len(),
        line = first.line,
        what = crate::load::printable(&first.what)
    ))
}
