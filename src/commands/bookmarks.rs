//! `guihua bookmarks`: lists the bookmarks that were set on the screen.

use std::io::Write;

use super::table::Lines;
use super::{Failure, opening};
use crate::bookmarks::{Bookmark, Kept};
use crate::cli::{BookmarksArgs, Common};
use crate::load::printable;
use crate::output::answers;
use crate::plan::{Address, Outline};
use crate::records::{PlanFile, RecordError};
use crate::wording;
use crate::words::{say, tr};

pub(super) fn run(
    common: &Common,
    args: &BookmarksArgs,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let PlanFile { plan, outline, .. } = opening::plan_file(common)?;
    let store = opening::bookmarks(&plan).ok_or(RecordError::NoHome)?;
    let kept = Kept::of(&store.bytes()?);
    opening::warn_unread(&kept.unread, &store);
    let found = kept.bookmarks.iter().map(|own| (own, place(own, &outline)));
    let found: Vec<(&Bookmark, Option<Address>)> = found.collect();
    if args.json {
        let answer = answers::Bookmarks::of(&plan, &store, &found, &kept.unread);
        answers::write(&answer, out)?;
        return Ok(());
    }
    let mut lines = Lines::of_output();
    for (own, at) in &found {
        lines.write(&line(own, *at, &outline), out)?;
    }
    lines.end(out)?;
    let path = store.path().display().to_string();
    let sum = say!(
        "共 {n} 个书签，在 {path}；在屏幕上按 B 加，按 ' 列出",
        n = found.len(),
        path = printable(&path)
    );
    writeln!(out, "{sum}")?;
    if let Some(left_out) = kept.left_out() {
        writeln!(out, "{left_out}")?;
    }
    Ok(())
}

/// Where a bookmark stands now; `None` if its words stand nowhere.
fn place(own: &Bookmark, outline: &Outline) -> Option<Address> {
    let (node, part) = own.place(outline)?;
    let node = outline.node(node);
    Some(part.map_or(node.address, |part| node.address_of(&part)))
}

fn line(own: &Bookmark, at: Option<Address>, outline: &Outline) -> String {
    let place = at.map_or_else(
        || say!("{at}（找不到原处）", at = printable(&own.at)),
        |at| format!("{}  {}", at.for_readers(), wording::place(outline, at)),
    );
    let words = wording::quoted(&printable(&own.words));
    let note = match own.note.as_str() {
        "" => tr("（没有备注）").to_owned(),
        note => printable(note),
    };
    format!("{}  {place}  {note}  {words}", printable(&own.day))
}
