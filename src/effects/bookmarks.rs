//! Writes the bookmarks of a plan into the user's own file.

use crate::app::{App, DocumentId};
use crate::bookmarks::{Change, Kept};
use crate::records::Store;
use crate::words::tr;

/// Gives the bookmarks of their file to the plan that is shown, or why it can't be read.
pub fn open_bookmarks(app: &mut App, own: &Store) {
    match own.bytes() {
        Ok(bytes) => app.set_bookmarks(Kept::of(&bytes)),
        Err(error) => app.no_bookmarks(error.to_string()),
    }
}

/// Changes the bookmarks of a document in their file, or tells why not.
pub fn bookmark(app: &mut App, id: DocumentId, own: Option<&Store>, change: &Change) {
    let Some(own) = own else {
        let told = tr("找不到用户的数据文件夹，书签无处可存");
        return app.not_bookmarked(told.to_owned(), change);
    };
    let edited = own.edit(|bytes| {
        let new = change.made(bytes);
        let now = Kept::of(&new);
        Ok((new, now))
    });
    match edited {
        Ok(now) => app.bookmarked(id, change, now),
        Err(error) => app.not_bookmarked(error.to_string(), change),
    }
}
