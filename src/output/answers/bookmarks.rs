//! `guihua bookmarks --json`: the bookmarks.

use schemars::JsonSchema;
use serde::Serialize;

use super::check::Problem;
use super::{PlanName, Version};
use crate::bookmarks::Bookmark;
use crate::load::{self, printable};
use crate::plan::{Address, Plan};
use crate::records::Store;

/// `guihua bookmarks --json`: the bookmarks.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "bookmarks")]
pub struct Bookmarks<'a> {
    /// The version of this shape.
    version: Version,
    /// The plan.
    plan: PlanName<'a>,
    /// The file of the bookmarks, which need not exist.
    file: String,
    /// The bookmarks, in the order in which they were set.
    bookmarks: Vec<Marked>,
    /// The lines of the file that are no bookmark and are not listed.
    unread: Vec<Problem>,
}

impl<'a> Bookmarks<'a> {
    /// Bookmarks, each with where it stands now.
    pub fn of(
        plan: &'a Plan,
        store: &Store,
        found: &[(&Bookmark, Option<Address>)],
        unread: &[load::Problem],
    ) -> Self {
        let marked = found.iter().map(|(own, at)| Marked::of(own, *at));
        Self {
            version: Version,
            plan: PlanName::of(plan),
            file: printable(&store.path().display().to_string()),
            bookmarks: marked.collect(),
            unread: unread.iter().map(Problem::of).collect(),
        }
    }
}

/// A bookmark and where it stands now.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Bookmark")]
pub(super) struct Marked {
    /// Where it stands now; absent if its words stand nowhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<Address>,
    /// The address at which it was set.
    set_at: String,
    /// The first words of the place.
    words: String,
    /// What was noted; absent if nothing was.
    #[serde(skip_serializing_if = "String::is_empty")]
    note: String,
    /// The day on which it was set.
    day: String,
}

impl Marked {
    fn of(own: &Bookmark, address: Option<Address>) -> Self {
        Self {
            address,
            set_at: printable(&own.at),
            words: printable(&own.words),
            note: printable(&own.note),
            day: printable(&own.day),
        }
    }
}
