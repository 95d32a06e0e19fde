//! Writes the bookmarks of a plan into the user's own file.

use crate::app::{App, DocumentId};
use crate::bookmarks::{self, Bookmark, Change};
use crate::records::Store;
use crate::words::tr;

/// The bookmarks of a file; none if there is no such file, or it can't be read.
pub fn bookmarks(own: &Store) -> Vec<Bookmark> {
    own.read()
        .map_or_else(|_| Vec::new(), |text| bookmarks::read(&text))
}

/// Changes the bookmarks of a document in their file, or tells why not.
pub fn bookmark(app: &mut App, id: DocumentId, own: Option<&Store>, change: &Change) {
    let Some(own) = own else {
        let told = tr("找不到用户的数据文件夹，书签无处可存");
        return app.not_bookmarked(told.to_owned(), change);
    };
    let edited = own.edit(|bytes| {
        let new = change.made(bytes);
        let now = bookmarks::read(&String::from_utf8_lossy(&new));
        Ok((new, now))
    });
    match edited {
        Ok(now) => app.bookmarked(id, change, now),
        Err(error) => app.not_bookmarked(error.to_string(), change),
    }
}
